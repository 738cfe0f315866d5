"""Disability: demands on the body that the work may not need, and words that wound in passing."""

import re
from collections.abc import Iterator

from .. import text as texts
from ..context import Context, ReviewedItem
from ..finding import Finding, Level
from ..rule import Rule
from ..words.lists import read

block = read("disability_block")
warn = read("disability_warn")
style = read("disability_style")

_LIFT = re.compile(
    r"\b(lift|carry|lifting|carrying)(?:,? ?(?:and|or|and/or|/)? ?(?:lift|carry|move|lifting|carrying|moving))? "
    r"(?:items |boxes |loads |weights |objects )?(?:of |weighing )?(up to |at least |over )?(1?\d{1,2}\+? ?"
    r"(?:lbs?|pounds|kgs?|kilos?))(?![^\W_])"
)
# What carries is no person.
_CARRIER = re.compile(
    r"\b(?:that|which|trucks?|vans?|lorr(?:y|ies)|forklifts?|shel(?:f|ves)|racks?|belts?|cranes?|machines?|bikes?|"
    r"robots?|drones?|vehicles?) (?:can |may |must )?$"
)
_ENDS = re.compile(r" ?(?:[.,;!)]|$)")


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that shut out disabled people (the worst in the title, too), and lifting without need."""
    yield from block.findings(context.title)
    for item in context.items:
        for words in (block, warn, style):
            yield from words.findings(item)
        if item.has_digits:
            yield from _lifting(item)


def _lifting(item: ReviewedItem) -> Iterator[Finding]:
    for match in item.matches(_LIFT):
        if _CARRIER.search(item.folded, max(match.start() - 24, 0), match.start()):
            continue
        if item.folded.startswith((" with or without", ", with or without"), match.end()):
            continue  # as it should be worded
        words = item.text[match.start() : match.end()]
        weight = item.text[match.start(3) : match.end(3)]
        verb = "moving" if match[1].endswith("ing") else "move"
        fits = match[2] == "up to " and _ENDS.match(item.folded, match.end())
        fix = texts.in_case_of(words, f"{verb} items up to {weight}, with or without accommodation")
        yield item.finding(
            "disability.warn",
            Level.SHOULD_FIX,
            f"“{words}”: a director almost never needs to. Leave it out, or say it so that aids count: "
            "“move items …, with or without accommodation”.",
            why="A weight that is no essential function shuts out people who could do the work.",
            source=warn.source,
            span=match.span(),
            replacement=fix if fits else None,
        )


RULE = Rule("disability", "Words that shut out disabled people", find)
