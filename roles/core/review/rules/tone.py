"""Tone: words that tell readers off before they have done anything, or ask for a life instead of work."""

import re
from collections.abc import Iterator

from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

words = read("tone")

# "If you can't handle pressure, don't apply": a condition about the reader, and the door.
_DOOR = re.compile(
    r"\bif (?:you|that|this|it)\b[^.;!?\n]{0,100}?[ ,-](?P<door>(?:please )?(?:don't|do not|dont) (?:even )?"
    r"(?:apply|bother|waste)\b(?! again| by | via | through | on )|"
    r"(?:isn't|is not|isnt|not|aren't|are not|won't be|will not be) (?:really |probably |going to be )?"
    r"(?:(?:the |a |an )?(?:right )?(?:job|place|role|post|company|team|shop|fit|one|person) )?for (?:you|us)\b|"
    r"(?:isn't|is not|isnt) (?:it|you|the one)(?= ?(?:[.!]|$))|(?:we are|we're) not (?:for you|the (?:place|"
    r"company|team))\b|"
    r"look elsewhere|apply elsewhere|keep (?:scrolling|walking|looking)|move on\b|jog on\b|stay away|"
    r"(?:need|should) not apply)"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield words that scold or demand a life (in items alone), and each "if you …, don't apply"."""
    for item in context.items:
        listed = list(words.findings(item))
        doors = list(_doors(item)) if "if " in item.folded else []
        yield from doors
        yield from (found for found in listed if not any(_inside(found, door) for door in doors))


def _doors(item: ReviewedItem) -> Iterator[Finding]:
    for match in item.matches(_DOOR):
        yield item.finding(
            words.id,
            Level.SHOULD_FIX,
            f"“{item.text[slice(*match.span())]}” sends people away before they have asked. Say what the work is like.",
            why=words.why,
            source=words.source,
            span=match.span(),
        )


def _inside(found: Finding, other: Finding) -> bool:
    """Whether a finding's words are within another's on the same item."""
    return (other.place.start or 0) <= (found.place.start or 0) < (other.place.end or 0)


RULE = Rule("tone", "Words that put people off", find)
