"""Empty phrases: words every posting uses and no reader learns from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..context import Context
from ..finding import Finding, Level
from ..pay_in_text import all_written
from ..rule import Rule
from ..words.lists import read

phrases = read("empty_phrases")
pay_words = read("empty_phrases_pay")

_OTHER_DUTIES = re.compile(
    r"\b(?:any |all |such )*other (?:reasonable )?(?:duties|tasks) (?:as|that|which)(?: [a-z]+){0,5}? "
    r"(?:assigned|required?|needed|directed|requested|arise)\b"
)
_DOE = re.compile(
    r"\b(?:salary|pay|compensation|wages?|remuneration|package)(?: is| will be|:| range:)? ?"
    r"(?:doe\b|(?:at )?(?:the )?market rates?\b|negotiable\b|depend(?:s|ing|ent) (?:on|upon) experience|"
    r"commensurate with experience|based on experience)"
)
# The abbreviation alone, in capitals: a deer and Jane Doe are not meant.
_DOE_ALONE = re.compile(r"^(?:(?:salary|pay|rate|compensation)[: -]{1,3})?doe(?=[.;!]?$)")


def find(context: Context) -> Iterator[Finding]:
    """Yield empty words (in the title costumes only), “other duties” from the second time on, pay "by experience"."""
    yield from phrases.findings(context.title)
    seen = 0
    with_figure = {id(pay.item) for pay in all_written(context)}
    for item in context.items:
        found = list(phrases.findings(item))
        hiding = list(pay_words.findings(item))
        figure = id(item) in with_figure
        yield from found
        yield from map(_beside_the_figure, hiding) if figure else hiding
        for match in item.matches(_OTHER_DUTIES):
            seen += 1
            if seen > 1:
                yield item.finding(
                    "empty_phrases.other_duties",
                    Level.CONSIDER,
                    "“Other duties” is here again. Once is enough.",
                    why="It reads as “everything else, too”.",
                    source=phrases.source,
                    span=match.span(),
                )
        for match in item.matches(_DOE_ALONE if "DOE" in item.text else _DOE):
            if not (found or hiding or figure):
                yield item.finding(
                    "empty_phrases.phrase",
                    Level.SHOULD_FIX,
                    f"“{item.text[match.start() : match.end()]}” hides the figure. State the range.",
                    why="Pay is what readers look for first.",
                    source=pay_words.source,
                    span=match.span(),
                )


def _beside_the_figure(finding: Finding) -> Finding:
    """Return the finding on a word for pay as it is in a line that states the pay, where nothing is hidden."""
    message = f"“{finding.words}” says nothing that the figure beside it does not. Drop the word."
    return replace(finding, level=Level.CONSIDER, message=message, why="Every employer calls its own pay competitive.")


RULE = Rule("empty_phrases", "Empty phrases", find)
