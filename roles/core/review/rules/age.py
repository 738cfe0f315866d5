"""Age: words that limit who applies by years lived, and words that only sound like it."""

import re
from collections.abc import Iterator

from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

CAPS = "Kleber v. CareFusion (7th Cir. 2019) left such caps a legal risk elsewhere"

block = read("age_block")
warn = read("age_warn")

_THINGS = re.compile(
    r"\b(?:machin\w{1,4}|buildings?|equipment|trucks?|vans?|vehicles?|boilers?|systems?|hous(?:e|es|ing)|homes?|trees?|"
    r"presses|lines?|plants?|roofs?|pipes?|lifts?|ships?|boats?|cars?|wines?|firms?|contracts?|it|leases?)"
    r" (?:are |is |of |that are |which are )?$"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_RANGE = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(?:aged? |ages |between )?(?:1[89]|[2-6][0-9]) ?(?:-|to|and) ?[2-7][0-9] "
    r"(?:years? old|years of age|yrs old|year olds?)\b"
)
_AGED = re.compile(
    r"\b(?:de|entre|von|zwischen) (?:1[89]|[2-6][0-9]) (?:a|y|à|et|bis|und) [2-7][0-9] (?:años|ans|jahren?)\b|"
    r"\b(?:aged?|ages)(?: range)?:? (?:between )?(?:1[89]|[2-6][0-9]) ?(?:-|to|and) ?[2-7][0-9]\b|"
    r"(?<=you are )between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:[.,;)]|$|years old|years of age))|"
    r"\b(?:people|candidates|applicants|someone|anyone|must be|should be|preferably|ideally) "
    r"between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:[.,;)]|$|years old|years of age))|"
    r"^between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:\.?$|years old|years of age))"
)
_UNDER = re.compile(
    r"(?:(?<=you )|(?<=candidates )|(?<=applicants )|(?<=[.:;,(] )|^)(?:must|should) be (?:aged )?under [2-6][0-9]"
    rf"(?! ?[\w%{SIGNS}°])|^under [2-6][0-9](?= ?[.!]?$)"
)
_MAXIMUM = re.compile(
    r"\b(?:maximum|max\.?|no more than|not more than|at most|less than|under|up to) (?:of )?" + _NUMBER + r" "
    r"(?:years?|yrs)'?(?: of)?(?: [a-z-]{1,20}){0,2} (?:experience|exp)\b|"
    r"(?:(?<=experience: )|^)(?:\d{1,2} ?(?:-|to) ?)?\d{1,2} (?:years?|yrs) max(?:imum)?\b"
)
_CAP = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(\d{{1,2}}) ?(?:-|to) ?(\d{{1,2}}) ?(?:years?|yrs)'?"
    r"(?=\)? (?:of )?(?:[a-z&,-]{1,20} ){0,4}?(?:experience|exp|background|leading|managing|running|management|"
    r"operations|in(?! (?:advance|a row|total|all)))\b)"
)
# "Experience: 10-15 years", the label first.
_CAP_OF_LABEL = re.compile(
    r"(?:(?<=experience: )|^)(\d{1,2}) ?(?:-|to) ?(\d{1,2}) ?(?:years?|yrs)(?=[.;,]?(?:$|\n| \|))"
)
# A header of a job board: "8-15 years | 25-35 Lacs P.A. | Mumbai".
_IN_HEADER = re.compile(r"^\d{1,2} ?(?:-|to) ?\d{1,2} ?(?:years?|yrs) \|")
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|min\.?|over|more than) $")


_NOT_OVER = re.compile(
    r"\b(?:not|no) (?:be )?(?:more than|over|above|older than|exceed(?:ing)?) [2-6][0-9] ?(?:years?|yrs)"
    r"(?: old| of age)\b|"
    r"\b(?:max(?:imum)?\.?|upper) age(?: limit)?(?: is|:| of)? ?[2-7][0-9]\b|"
    r"\bage (?:limit|max(?:imum)?)\b[ :]{1,3}[2-7][0-9]\b|"
    r"\b(?:below|under|up to) (?:the age of )?[2-6][0-9] ?(?:years old|yrs old|years of age)\b|"
    r"\b(?:fe)?males?(?: only)?,? (?:and )?(?:aged? )?(?:below|under|up to) [2-6][0-9]\b|"
    r"\bage (?:is |must be |should be )?(?:below|under|up to|less than) [2-6][0-9]\b|"
    r"\bmoins de [2-6][0-9] ans\b|\bunter [2-6][0-9](?: jahren?)?(?= ?(?:[.,;)]|$))|"
    r"\bmenor(?:es)? de [2-6][0-9] años\b|\bmeno di [2-6][0-9] anni\b|"
    r"(?<!under )(?<!over )\b[2-6][0-9] years(?: old)? (?:or|and) (?:younger|below|under)\b"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that limit by age (in the title, too), sound like youth, or cap years of experience."""
    yield from block.findings(context.title)
    yield from (found for found in _numbers(context.title) if found.level is Level.MUST_FIX)
    for item in context.items:
        named = list(block.findings(item))
        yield from named
        yield from warn.findings(item)
        yield from (found for found in _numbers(item) if not any(_overlap(found, one) for one in named))


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether two findings on one item are about the same words."""
    a, b = one.place, other.place
    return (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)


def _numbers(item: ReviewedItem) -> Iterator[Finding]:
    if item.kind == SectionKey.EQUAL_OPPORTUNITY:
        return
    most = list(_most_years(item))
    if item.has_digits:
        yield from _ages(item)
        yield from (found for found in _caps(item) if not any(_overlap(found, one) for one in most))
    yield from most


def _most_years(item: ReviewedItem) -> Iterator[Finding]:
    if "exp" not in item.folded and item.kind != SectionKey.REQUIRED:
        return
    for match in item.matches(_MAXIMUM):
        yield item.finding(
            "age.cap",
            Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” turns experienced people away.",
            why="An upper end tells people with more experience, who are mostly older, not to apply.",
            source=CAPS,
            span=match.span(),
        )


def _ages(item: ReviewedItem) -> Iterator[Finding]:
    reach = -1
    for expression in (_RANGE, _AGED, _NOT_OVER, _UNDER):
        for match in item.matches(expression):
            if match.start() < reach or _THINGS.search(item.folded, max(match.start() - 40, 0), match.start()):
                continue
            reach = match.end()
            yield item.finding(
                "age.block",
                Level.MUST_FIX,
                f"“{item.text[match.start() : match.end()]}” sets an age.",
                why=block.why,
                source=block.source,
                span=match.span(),
            )


def _labels_years(item: ReviewedItem) -> bool:
    return "experience:" in item.folded or bool(_IN_HEADER.match(item.folded))


def _caps(item: ReviewedItem) -> Iterator[Finding]:
    labelled = item.matches(_CAP_OF_LABEL) if item.kind == SectionKey.REQUIRED or _labels_years(item) else ()
    for match in (*item.matches(_CAP), *labelled):
        if int(match[1]) < int(match[2]):
            words = item.text[match.start() : match.end()]
            floor = _AT_LEAST.search(item.folded, max(match.start() - 16, 0), match.start())
            apostrophe = words[-1] if words[-1] in "'’" else ""
            yield item.finding(
                "age.cap",
                Level.CONSIDER,
                f"“{words}” has an upper end. Give the least you need.",
                why="An upper end tells people with more experience, who are mostly older, not to apply.",
                source=CAPS,
                span=match.span(),
                replacement=None if floor or match[1] == "0" else f"{match[1]} or more years{apostrophe}",
            )


RULE = Rule("age", "Words that limit or deter by age", find)
