"""Age: words that limit who applies by years lived, and words that only sound like it."""

import re
from collections.abc import Iterator

from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from ..ages import ages_in
from ..context import Context
from ..finding import Finding, Level
from ..known_law import weighed
from ..reviewed import ReviewedItem, once_an_item
from ..rule import Rule
from ..words.lists import read

CAPS = "Kleber v. CareFusion (7th Cir. 2019) left such caps a legal risk elsewhere"

block = read("age_block")
warn = read("age_warn")

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_MAXIMUM = re.compile(
    r"\b(?:maximum|max\.?|no more than|not more than|at most|less than|under|up to) (?:of )?" + _NUMBER + r" "
    r"(?:years?|yrs)'?(?:(?: of)?(?: [a-z-]{1,20}){0,2} (?:experience|exp)\b|"
    r" (?:in|as|of|leading|managing|running|with) (?:an? |the |your |this |similar )?(?:operations|trade|industry|"
    r"sector|management|leadership|role|roles|business|field|job|post|director|manager|team|teams|people|leading|similar)\b|"
    r"(?= ?[.;!)]?$))|"
    r"\b(?:\d{1,2} ?(?:-|to) ?)?\d{1,2} ?(?:years?|yrs)'?(?:(?: of)? (?:experience|exp))?,? "
    r"(?:max(?:imum)?\b|at (?:the )?most\b|tops\b|no more\b)"
)
_OF_WORK = re.compile(r"(?:years?|yrs)'? (?:of |in |as |with |[a-z-]{0,20} ?exp|leading|managing|running)|exp")
_OF_THINGS = re.compile(
    r"\b(?:leases?|guarantees?|warrant(?:y|ies)|contracts?|loans?|tenanc(?:y|ies)|licen[cs]es?|"
    r"age of (?:the|our|your|each|every|all|any) (?!candidate|applicant|person|people|hire)[a-z]{1,20})\b[^.;]{0,20}$"
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


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that limit by age (in the title, too), sound like youth, or cap years of experience."""
    yield from block.findings(context.title)
    yield from (found for found in _numbers(context.title) if found.level is Level.MUST_FIX)
    for item in context.items:
        numbers = _numbers(item)
        named = [found for found in block.findings(item) if not any(_within(found, one) for one in numbers)]
        numbers = tuple(found for found in numbers if not any(_overlap(found, one) for one in named))
        yield from (weighed(context, found, item.folded) for found in (*named, *numbers))
        yield from warn.findings(item)


def _within(one: Finding, other: Finding) -> bool:
    """Whether a finding's words are a part of another's: "Age group" of "Age group: 30-40"."""
    return _overlap(one, other) and len(one.words) < len(other.words)


def _overlap(one: Finding, other: Finding) -> bool:
    """Whether two findings on one item are about the same words."""
    a, b = one.place, other.place
    return (a.start or 0) < (b.end or 0) and (b.start or 0) < (a.end or 0)


@once_an_item
def _numbers(item: ReviewedItem) -> Iterator[Finding]:
    if item.kind == SectionKey.EQUAL_OPPORTUNITY:
        return
    most = list(_most_years(item))
    if item.has_digits:
        yield from _ages(item)
        yield from (found for found in _caps(item) if not any(_overlap(found, one) for one in most))
    yield from most


def _most_years(item: ReviewedItem) -> Iterator[Finding]:
    if "year" not in item.folded and "yrs" not in item.folded:
        return
    for match in item.matches(_MAXIMUM):
        if not _OF_WORK.search(match[0]) and item.kind != SectionKey.REQUIRED and "experience" not in item.folded:
            continue
        if _OF_THINGS.search(item.folded, max(match.start() - 40, 0), match.start()):
            continue
        yield item.finding(
            "age.cap",
            Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” turns experienced people away.",
            why="An upper end tells people with more experience, who are mostly older, not to apply.",
            source=CAPS,
            span=match.span(),
        )


def _ages(item: ReviewedItem) -> Iterator[Finding]:
    for start, end in ages_in(item):
        yield item.finding(
            "age.block",
            Level.MUST_FIX,
            f"“{item.text[start:end]}” sets an age.",
            why=block.why,
            source=block.source,
            span=(start, end),
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
