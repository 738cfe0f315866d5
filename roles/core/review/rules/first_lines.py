"""First lines: focus, reporting line and decision rights belong where the reading begins."""

import itertools
from collections.abc import Iterator

from roles.core.limits import SectionKey

from .. import expressions
from .. import text as texts
from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule

SOURCE = "24 real postings: a reporting line in 7; candidates read the duties, not the word order of the title"
WHY = "Both titles are used for both kinds of work: only the first lines tell which is meant."
WORDS = 200
FEWEST_WORDS = 50


def find(context: Context) -> Iterator[Finding]:
    """Yield which of focus, reporting line and decisions the first `WORDS` words leave open.

    A text of fewer than `FEWEST_WORDS` words has no first lines.
    """
    if context.words < FEWEST_WORDS:
        return
    first = list(_first(context))
    if not context.contains(expressions.FOCUSES, first):
        yield context.finding(
            "first_lines.focus",
            Level.CONSIDER,
            "Say in the first lines what the role is for: setting direction, or running the day.",
            why=WHY,
            source=SOURCE,
        )
    given = not context.pasted and context.document.facts.reports_to
    if not given and context.contains(expressions.REPORTS) and not context.contains(expressions.REPORTS, first):
        yield context.finding(
            "first_lines.reporting",
            Level.CONSIDER,
            "Move the reporting line up into the first lines.",
            why=WHY,
            source=SOURCE,
        )
    if not context.contains(expressions.DECIDES, first):
        yield context.finding(
            "first_lines.decisions",
            Level.CONSIDER,
            "Say in the first lines what the person decides without asking.",
            why=WHY,
            source=SOURCE,
        )


def _first(context: Context) -> Iterator[ReviewedItem]:
    """Yield the items before the duties, or of the first words where nothing is before them."""
    before = list(itertools.takewhile(lambda item: item.kind != SectionKey.RESPONSIBILITIES, context.items))
    if before and len(before) < len(context.items):
        yield from before
        return
    words = 0
    for item in context.items:
        if words >= WORDS:
            return
        words += texts.count_words(item.text)
        yield item


RULE = Rule("first_lines", "Focus, reporting line and decisions in the first lines", find)
