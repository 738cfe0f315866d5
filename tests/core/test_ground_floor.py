"""What several floors need is written down once, below them all: places, money, dates, limits.

A literal counts where it decides something. Docstrings and comments do not; nor does what a person
reads as an example: an amount ("$5,000"), words in “…” or after "such as". In a regular expression
"$" is the end of the text, unless it is escaped or in a class of characters.
"""

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from roles.core.limits import DUTIES, WORDS, SectionKey
from roles.core.money import Currency
from roles.core.places import COUNTRIES

ROOT = Path(__file__).parents[2]
CORE = ROOT / "roles" / "core"
DOCUMENT = "roles.core.document"
GROUND = ("dates", "folding", "limits", "money", "places", "spelling")


def on_the_ground(path: Path) -> bool:
    return path.is_relative_to(CORE) and path.relative_to(CORE).parts[0].removesuffix(".py") in GROUND


MODULES = [path for path in sorted((ROOT / "roles").rglob("*.py")) if "migrations" not in path.parts]
BELOW = [path for path in MODULES if on_the_ground(path)]
ABOVE = [path for path in MODULES if not on_the_ground(path)]

KEYS = {value for name, value in vars(SectionKey).items() if name.isupper()}
CODE = re.compile(rf"\b(?:{'|'.join(Currency)})\b")
EXAMPLE = re.compile(r"“[^”]*”|\bsuch as [^.;:]*", re.IGNORECASE)
AMOUNT = re.compile(r"[$£€]\d[\d.,]*")
EXPRESSION = re.compile(r"\\|\(\?|\[\S+\]|\||^\^|[)\w.][*+]")
SIGNS_IN_EXPRESSION = re.compile(r"\\\$|\[[^\]]*\$[^\]]*\]")
COUNTRY = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in COUNTRIES if len(name) > 3)})\b")
NAMES = {*COUNTRIES.values(), "UK", "USA", *(name for name in COUNTRIES if len(name) > 2)}
OF_DUTIES = re.compile(r"dut(?:y|ies)|responsib", re.IGNORECASE)
RANGES = [rf"\b{low} ?(?:to|-|–) ?{high}\b" for low, high in (DUTIES, WORDS)]
RANGE = re.compile("|".join([*RANGES, r"\bsix to eight\b"]), re.IGNORECASE)


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree))


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each string that is no docstring; of an f-string as a whole."""
    skipped = set()
    for node in nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            skipped.update(id(part) for part in parts)
            yield node.lineno, "".join(str(part.value) if part in parts else "\0" for part in node.values)
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


def money(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the literals with the sign of a currency or its code."""
    for line, text in texts(tree):
        bare = AMOUNT.sub("", EXAMPLE.sub("", text))
        signs = {char for char in bare if unicodedata.category(char) == "Sc"}
        if EXPRESSION.search(bare) and not SIGNS_IN_EXPRESSION.search(bare):
            signs.discard("$")
        if signs or CODE.search(bare) or bare.upper() in list(Currency):
            yield line, text


def countries(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the literals that name a country, or are the code of one."""
    for line, text in texts(tree):
        bare = EXAMPLE.sub("", text)
        if COUNTRY.search(bare.casefold()) or bare in NAMES:
            yield line, text


def duties(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield how many duties or words a posting has: a pair, a number beside the word, a phrase."""
    for node in nodes(tree):
        if isinstance(node, ast.Tuple | ast.List):
            values = tuple(part.value if isinstance(part, ast.Constant) else None for part in node.elts)
            if values in (DUTIES, WORDS):
                yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.Compare | ast.Assign | ast.AnnAssign | ast.keyword | ast.Return):
            numbers = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
            if numbers & set(DUTIES) and OF_DUTIES.search(written := ast.unparse(node)):
                yield node.lineno, written
    yield from ((line, text) for line, text in texts(tree) if RANGE.search(text))


def keys(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the key "responsibilities" anywhere, and any key that a section is looked up by."""
    yield from ((line, text) for line, text in texts(tree) if text == SectionKey.RESPONSIBILITIES)
    for node in nodes(tree):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if not any(isinstance(side, ast.Attribute) and side.attr in ("kind", "key") for side in sides):
                continue
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr not in ("sections", "of_kind"):
                continue
            sides = node.args
        found = [part.value for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)]
        yield from ((node.lineno, key) for key in found if key in KEYS)


@cache
def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", [money, countries, duties, keys])
def test_above_the_ground_floor_nothing_holds_what_it_holds(rule):
    assert [f"{path.relative_to(ROOT)}:{line} {text}" for path in ABOVE for line, text in rule(parsed(path))] == []


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (money, 'SIGNS = "us$ dollars"'),
        (money, 'SIGN = "$"'),
        (money, 'is_pound = text[0] == "£"'),
        (money, r'SIGN = re.compile(r"[$£€] ?\d+")'),
        (money, r'SIGN = re.compile(r"\b(?:us\$|ca\$)")'),
        (money, 'message = f"Pay is in {amount} GBP."'),
        (money, 'currency = "eur"'),
        (countries, 'END = re.compile(", (?:uk|united kingdom)$")'),
        (countries, 'if country in ("US", "CA"): pass'),
        (countries, 'LETTER = {"canada"}'),
        (duties, "RESPONSIBILITIES = (6, 8)"),
        (duties, "enough = 6 <= len(duties)"),
        (duties, 'message = "6 to 8 give a picture of the role."'),
        (keys, 'KEY = "responsibilities"'),
        (keys, 'found = passage.kind == "apply"'),
        (keys, 'found = passage.kind in ("pay", "success")'),
        (keys, 'sections = context.sections("required")'),
    ],
)
def test_a_literal_that_belongs_there_is_found(rule, code):
    assert list(rule(ast.parse(code)))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (money, '"""Pay in $, or USD."""'),
        (money, 'help_text = "Such as $5,000. Good people look for this."'),
        (money, r'END = re.compile(r"[,.](?=\s|$)|\w+$")'),
        (money, "currency = Currency.USD"),
        (countries, 'help_text = "City and region, such as Leeds, United Kingdom."'),
        (countries, 'message = "Give us a place, and in it a street."'),
        (duties, "HEADING_WORDS = 8"),
        (duties, "low, high = DUTIES"),
        (keys, 'label = {"required": "Please fill this in."}'),
        (keys, 'HEADINGS = "responsibilities|key responsibilities"'),
    ],
)
def test_other_literals_are_let_be(rule, code):
    assert not list(rule(ast.parse(code)))


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted names a module imports, relative ones made absolute."""
    package = path.relative_to(ROOT).parent.parts
    for node in nodes(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            within = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*within, *([node.module] if node.module else [])])
            yield from (f"{module}.{name.name}" for name in node.names)


def test_the_ground_floor_imports_from_no_other():
    named = {name for path in BELOW for name in imported(path) if name.partition(".")[0] in ("roles", "portal")}
    assert named
    assert {name.split(".")[2] for name in named} <= set(GROUND), named


def test_exports_read_places_without_the_review():
    exports = {name for path in ABOVE if path.is_relative_to(CORE / "exports") for name in imported(path)}
    assert "roles.core.places.postal" in exports
    assert not {name for name in exports if name.startswith("roles.core.review")}


def test_whatever_is_imported_from_the_document_is_defined_there():
    tree = parsed(CORE / "document.py")
    own = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    takers = [path for path in [*MODULES, *(ROOT / "tests").rglob("*.py")] if DOCUMENT in path.read_text("utf-8")]
    taken = {name for path in takers for name in imported(path) if name.startswith(f"{DOCUMENT}.")}
    assert taken
    assert {name.rpartition(".")[2] for name in taken} <= own


@pytest.mark.parametrize("path", [CORE / "document.py", *BELOW], ids=lambda path: str(path.relative_to(CORE)))
def test_it_stays_within_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
