"""docs/promises.md names tests that exist, at least one for each promise."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROMISES = 40
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def promises():
    """The rows of the table, by number."""
    rows = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8").splitlines()
    return {int(row.split("|")[1]): row for row in rows if re.match(r"\| \d", row)}


def names_in(path):
    if not (ROOT / path).is_file():
        return set()
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_each_promise_is_there_and_whole():
    rows = promises()
    assert list(rows) == list(range(1, PROMISES + 1))
    assert {number: row for number, row in rows.items() if not all(cell.strip() for cell in row.split("|")[1:-1])} == {}
    assert {number: len(row.split("|")) for number, row in rows.items() if len(row.split("|")) != 8} == {}


def test_each_promise_names_tests_that_exist():
    named = {number: TEST.findall(row) for number, row in promises().items()}
    assert [number for number, tests in named.items() if not tests] == []
    known = {path: names_in(path) for tests in named.values() for path, _ in tests}
    missing = [f"{path}::{name}" for tests in named.values() for path, name in tests if name not in known[path]]
    assert missing == []
    assert sum(map(len, named.values())) == (ROOT / "docs" / "promises.md").read_text(encoding="utf-8").count("::")
