"""What candidates are asked for that no employer may take, or that makes the offer less than it looks."""

import re
from collections.abc import Iterator

from roles.core.limits import SectionKey
from roles.core.places.country_keys import ISO_OF_KEY

from ..context import Context
from ..finding import Finding, Level
from ..posting_place import country
from ..rule import Rule
from ..words.lists import read

words = read("terms")

# 28 days with the bank holidays in them are what the law gives anybody on five days a week.
_LEAST_LEAVE = re.compile(
    r"\b28 days'?(?: of)?(?: paid)?(?: holidays?| leave| annual leave| annual| off| vacation)*,? ?\(?"
    r"(?:incl(?:\.|uding|usive of|udes)?|which includes?) (?:the |all |\d )?(?:bank|public|statutory)\b"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield what of a text candidates should not be asked for, and the least the law gives sold as a benefit."""
    for item in context.items:
        if item.kind != SectionKey.RESPONSIBILITIES:
            yield from words.findings(item)
        if not item.has_digits:
            continue
        for match in item.matches(_LEAST_LEAVE):
            if country(context) in (ISO_OF_KEY["uk"], ""):
                yield item.finding(
                    "terms.least_leave",
                    Level.CONSIDER,
                    f"“{item.text[slice(*match.span())]}” is the least the law gives in the UK. Do not sell it as a "
                    "benefit.",
                    why="Candidates know it, and wonder what else is only what it has to be.",
                    source="Working Time Regulations 1998, regulations 13 and 13A",
                    span=match.span(),
                )


RULE = Rule("terms", "What candidates are asked for", find)
