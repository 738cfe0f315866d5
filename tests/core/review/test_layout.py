from pathlib import Path

import pytest

from roles.core import review

MODULES = sorted(Path(review.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_stays_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 330


def test_each_rule_has_its_own_test_file():
    folder = Path(__file__).parent
    rules = {path.stem for path in MODULES if path.parent.name == "rules" and path.stem != "__init__"}
    assert {name for name in rules if not (folder / f"test_{name}.py").exists()} == set()
