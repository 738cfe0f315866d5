"""Content as YAML, in one form only: what is read and written again is the same, byte for byte.

Keys are in their dataclass' order, and what is its default is left out. A
text is one line however long it is, so that a diff shows the sentence that changed; one of
several lines is a literal block. Lists of keys are in brackets.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import yaml

from roles.core.compose.template import RoleTemplate
from roles.core.compose.vocabulary import Area, Industry, Need, Trait
from roles.core.finder.comparison import ComparisonRow
from roles.core.finder.questions import TitleFinder
from roles.core.review.posting_rules import PostingRule

HEADINGS = {
    "needs": ("# What an owner's business lacks, in the owner's words. `focus` is the kind of work that answers it.\n"),
    "industries": """\
# The kinds of business (“another industry” is built in). `phrase` fills {{ industry }}: "in …"; `aliases` are what
# owners type to find it; `words` is how they speak. Traits, areas and kpis are offered first to their owners.
""",
    "areas": """\
# What a post may answer for. `phrase` reads after “own”; `kpis` are offered for a target; `cues` are words by which
# an older posting shows the area. Duties of one that is `where_usual` wait for an owner or a trade that has it.
""",
    "traits": "# What owners confirm of their business: a statement that asserts one of these waits for it.\n",
}
FINDER_HEADING = """\
# The title finder: what it asks, and what it says. A weight above 0 points to an Operations Director, below 0 to
# a Director of Operations; to be unsure is always offered and weighs 0. The weights are our own judgement. The
# totals run from -25 to +22; what a total means is said at the top of roles/core/finder/result.py.
"""
COMPARISON_HEADING = """\
# The two titles side by side: /compare/, and in short on the home page. Faithful to one rule: budgets, compliance,
# decisions and performance metrics are the Director of Operations' words; policies, key performance indicators, best
# practice, resources and cost the Operations Director's. Each line of a text is a paragraph. A note says whose word it
# is.
"""
POSTING_RULES_HEADING = """\
# Pay-transparency rules that touch a posting. Not legal advice.
#
# A row is shown to owners with its source and the day it was checked. `manage.py laws --check` and
# the consultants' first page name those nobody has read for six months; after a year the review
# says so to owners, too. To keep a row: open `source`, compare, set `checked_on`, and `seen: text` if you
# read the statute, the regulation or the agency's page itself rather than a summary. How each
# rule counts people differs, and is `counts`, in words, for the owner to judge. A row that carries
# and forbids nothing says that somebody has looked and knows of no duty; a place without a row is one
# where nobody has. Rules whose start was not found have no duty either.
#
# Void or not in force, and so without a row of duties: Westchester County (void by its own words since
# New York State's law of 2023-09-17), New Jersey's proposed limit on the width of a range (N.J.A.C.
# 12:74), Hawaii's bills of 2026, Ontario's Pay Transparency Act 2018.
"""
_ELSEWHERE = tuple(HEADINGS)  # of a role: they have their own files
_INDENT = "  "
# What does not show, or ends a line to some readers only: never written as it is.
_HIDDEN = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_ESCAPED = re.compile(f"[{_HIDDEN}]")
# No indicator first, and nothing that ends a value or starts a comment.
_PLAIN = re.compile(rf"""(?![-?:,\[\]{{}}#&*!|>'"%@`\s])(?:(?!:\s|:$|\s#)[^\n{_HIDDEN}])+(?<!\s)""")
_BLOCK = re.compile(rf"(?![ \n])[^{_HIDDEN}]+(?<!\n)")
_IN_BRACKETS = re.compile(r"\w[\w-]*(?: \w[\w-]*)*", re.ASCII)
_RESOLVER = yaml.resolver.Resolver()


def write_role(template: RoleTemplate) -> str:
    """Return a role's file: all but the lists it shares with the other roles."""
    return _text(_mapping(template, ""))


def write_list(name: str, entries: Iterable[Need | Industry | Area | Trait]) -> str:
    """Return the file of one of the lists the roles share, in its order."""
    return HEADINGS[name] + _text(_list(entries, ""))


def write_title_finder(finder: TitleFinder) -> str:
    """Return the file of what the title finder asks and answers."""
    return FINDER_HEADING + _text(_mapping(finder, ""))


def write_comparison(rows: Iterable[ComparisonRow]) -> str:
    """Return the file of the two titles side by side."""
    return COMPARISON_HEADING + _text(_list(rows, ""))


def write_posting_rules(rules: Iterable[PostingRule]) -> str:
    """Return the file of the posting law."""
    return POSTING_RULES_HEADING + _text(_list(rules, ""))


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines) or "[]\n"


def _mapping(value: Any, indent: str) -> Iterator[str]:
    for field in fields(value):
        entry = getattr(value, field.name)
        elsewhere = isinstance(value, RoleTemplate) and field.name in _ELSEWHERE
        if elsewhere or _needless(field, entry):
            continue
        if is_dataclass(entry):
            yield f"{indent}{field.name}:"
            yield from _mapping(entry, indent + _INDENT)
        elif not isinstance(entry, tuple):
            yield from _entry(field.name, entry, indent)
        elif entry and not isinstance(entry[0], str):
            yield f"{indent}{field.name}:"
            yield from _list(entry, indent + _INDENT, apart=field.name == "sections")
        else:
            yield f"{indent}{field.name}: [{', '.join(_key(key) for key in entry)}]"


def _list(values: Iterable[Any], indent: str, *, apart: bool = False) -> Iterator[str]:
    for number, value in enumerate(values):
        if apart and number:
            yield ""
        first, *rest = _mapping(value, indent + _INDENT)
        yield f"{indent}- {first.removeprefix(indent + _INDENT)}"
        yield from rest


def _needless(field: Field[Any], entry: object) -> bool:
    """Return whether the value is the default. The number of the format is always written."""
    return field.name != "schema" and bool(entry == field.default)


def _entry(name: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, date):
        yield f"{indent}{name}: {value.isoformat()}"
    elif not isinstance(value, str):
        yield f"{indent}{name}: {json.dumps(value)}"
    elif "\n" in value and _BLOCK.fullmatch(value):
        yield f"{indent}{name}: |-"
        for line in value.split("\n"):
            yield f"{indent}{_INDENT}{line}" if line else ""
    else:
        yield f"{indent}{name}: {_scalar(value)}"


def _key(text: str) -> str:
    return text if _IN_BRACKETS.fullmatch(text) and _is_text(text) else _quoted(text)


def _scalar(text: str) -> str:
    text = text.value if isinstance(text, Enum) else text
    return text if _PLAIN.fullmatch(text) and _is_text(text) else _quoted(text)


def _is_text(plain: str) -> bool:
    """Return whether YAML takes the bare words for text, and not for a number, a date, yes or no."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _quoted(text: str) -> str:
    """Return the text between double quotes: JSON's escapes are YAML's, too."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
