"""Success measures with a number and a date."""

import re
from collections.abc import Iterator

from roles.core.dates import MONTHS
from roles.core.folding import fold
from roles.core.limits import SectionKey

from ..context import Context
from ..finding import Finding, Level
from ..rule import Rule
from ..words.plain import alternatives

SOURCE = "24 real postings: a success measure in 6; LinkedIn: 33% look for performance goals first"
WHY = "A measure without a number or a date is a wish, and good people like to know what they are judged by."

_NUMBER = re.compile(rf"\d|\b{alternatives('success_numbers', 'a number')}")
_DATE = re.compile(
    rf"\b(?:{alternatives('success_numbers', 'a date')}|(?:{'|'.join(month for month in MONTHS if month != 'may')}|"
    r"20\d\d|q[1-4]|"
    # The month, not the verb.
    r"may (?=\d)|\d (?:of )?may|(?:by|in|until|before|during|of|this|next|each|every|early|late|mid) may)\b)"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield that success is nowhere described, or each measure of it without a number or a date."""
    sections = list(context.sections(SectionKey.SUCCESS))
    if not sections and any(context.sections(SectionKey.RESPONSIBILITIES)):
        yield context.finding(
            "success_numbers.missing",
            Level.CONSIDER,
            "Say what success looks like after three and twelve months, with a number and a date.",
            why="It is what postings lack most, and what tells two similar roles apart.",
            source=SOURCE,
        )
    if context.pasted:
        yield from _of_a_pasted_text(context)
        return
    for item in context.of_kind(SectionKey.SUCCESS):
        number, day = _NUMBER.search(item.folded), _DATE.search(item.folded)
        if (number and day) or not item.word_starts:
            continue
        missing = "a date" if number else "a number" if day else "a number and a date"
        yield item.finding(
            "success_numbers.vague",
            Level.CONSIDER if number or day else Level.SHOULD_FIX,
            f"Give this measure {missing}.",
            why=WHY,
            source=SOURCE,
        )


def _of_a_pasted_text(context: Context) -> Iterator[Finding]:
    """Yield each measure with neither number nor date where its heading has none either, "In the first year"."""
    for item in context.of_kind(SectionKey.SUCCESS):
        measured = _NUMBER.search(item.folded) or _DATE.search(item.folded) or _DATE.search(fold(item.section.heading))
        if not measured and item.word_starts:
            yield item.finding(
                "success_numbers.vague",
                Level.CONSIDER,
                "Give this measure a number and a date.",
                why=WHY,
                source=SOURCE,
            )


RULE = Rule("success_numbers", "Success measures with numbers and dates", find)
