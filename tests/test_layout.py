"""The rules of the house that a reader relies on: short modules, no circle of imports, one pure floor."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE_LIMIT, LIMIT = 300, 400  # lines of a module


def modules():
    """Return the path of each module of the product by its dotted name; migrations are made by Django."""
    paths = [path for folder in ("roles", "portal") for path in (ROOT / folder).rglob("*.py")]
    return {name_of(path): path for path in sorted(paths) if "migrations" not in path.parts}


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = modules()


def in_core(name):
    return name == "roles.core" or name.startswith("roles.core.")


def too_long(lines):
    """Return the modules above their limit, from a number of lines by dotted name."""
    return {name: count for name, count in lines.items() if count > (CORE_LIMIT if in_core(name) else LIMIT)}


def imports(name, path):
    """Return what a module imports wherever in it, by dotted names; a name that is no module counts as its parent."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            parent = ".".join([*above, *([node.module] if node.module else [])])
            inner = {f"{parent}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) | ({parent} if inner - MODULES.keys() else set())
    return found


def circles(graph):
    """Return the groups of modules that import each other, directly or by way of others."""

    def reached(start):
        seen, waiting = set(), [*graph[start]]
        while waiting:
            if (name := waiting.pop()) not in seen:
                seen.add(name)
                waiting += graph.get(name, ())
        return seen

    beyond = {name: reached(name) for name in graph}
    return {frozenset(other for other in beyond[name] if name in beyond.get(other, ())) for name in graph} - {
        frozenset()
    }


def test_no_module_is_too_long_to_read():
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert too_long(lines) == {}


def test_no_modules_import_each_other():
    graph = {name: imports(name, path) & MODULES.keys() for name, path in MODULES.items()}
    assert [sorted(circle) for circle in circles(graph)] == []


def test_the_core_imports_nothing_of_the_application():
    found = {
        name: above
        for name, path in MODULES.items()
        if in_core(name)
        and (above := {other for other in imports(name, path) if other.split(".")[0] in ("roles", "portal")
                       and not in_core(other)})
    }  # fmt: skip
    assert found == {}


def test_tests_of_the_core_use_neither_django_nor_the_application():
    paths = sorted((ROOT / "tests" / "core").rglob("*.py"))
    found = {}
    for path in paths:
        beyond = {name for name in imports(name_of(path), path) if name.split(".")[0] in ("django", "portal", "roles")}
        if beyond := {name for name in beyond if not in_core(name)}:
            found[str(path.relative_to(ROOT))] = beyond
    assert len(paths) > 60
    assert found == {}


def test_the_limits_are_those_of_each_place():
    lines = {"roles.core.a": 300, "roles.core.b": 301, "roles.views.a": 400, "portal.a": 401}
    assert too_long(lines) == {"roles.core.b": 301, "portal.a": 401}


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, set()),
        ({"a": {"b"}, "b": {"a"}, "c": {"a"}}, {frozenset("ab")}),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}}, {frozenset("abc")}),
        ({"a": {"a"}}, {frozenset("a")}),
    ],
)
def test_a_circle_is_found_however_long(graph, found):
    assert circles(graph) == found


def test_imports_are_found_in_every_notation(tmp_path):
    path = tmp_path / "reading.py"
    path.write_text(
        "import roles.access\nfrom . import archive\nfrom .yaml_file import YamlFile\nfrom roles.core import codec\n"
        "def late():\n    from ..compose import brief, compose\n"
    )
    assert imports("roles.core.content.reading", path) == {
        *("roles.access", "roles.core.content.archive", "roles.core.content.yaml_file", "roles.core.codec"),
        *("roles.core.compose.brief", "roles.core.compose"),
    }


def test_the_names_of_tests_are_short():
    found = [
        name
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(found) > 1000
    assert [name for name in found if len(name) > 70] == []


# Words that were two things at once, or witty before they were clear: a name is what it returns, raises or holds.
LOOSE = re.compile(
    r"(?:.*_)?(?:told|tells?|says?|said|stands|stood|keep_draft|moving|utils|helpers)(?:_.*)?", re.IGNORECASE
)
STORED = {"roles.core.document": {"told"}}  # the key of a stored posting


def names_in(tree):
    """Yield each name that code defines: of functions, classes, parameters, variables and attributes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr


def loose(names):
    return sorted({name for name in names if LOOSE.fullmatch(name)})


def test_names_are_plain_technical_words():
    found = {}
    for name, path in MODULES.items():
        defined = {*names_in(ast.parse(path.read_text(encoding="utf-8"))), name.rpartition(".")[2]}
        if here := loose(defined - STORED.get(name, set())):
            found[name] = here
    assert found == {}


def test_the_names_of_tests_are_plain_words():
    paths = sorted((ROOT / "tests").rglob("test_*.py"))
    defined = {
        node.name
        for path in paths
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    assert len(defined) > 1000
    assert loose(defined) == []


def test_a_loose_name_is_found_wherever_it_is_defined():
    code = "def told(says_it):\n    said = self.moving_on = 1\nclass Utils: pass\nSTANDARD = understood = untold = 1\n"
    assert loose(names_in(ast.parse(code))) == ["Utils", "moving_on", "said", "says_it", "told"]
