"""Sex, origin, religion, family and the rest of what a posting may not choose by."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.places.country_keys import HOME_COUNTRIES

from ..context import Context
from ..finding import Finding, Level
from ..posting_place import country
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

LISTS = tuple(read(f"protected_{name}") for name in ("sex", "origin", "religion", "family", "other", "idiom"))
SEX = LISTS[0]

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)(?:'s|'ll)?\b(?! majesty)")
# A pronoun among others, "she/her" behind a name or "his or her", refers to one who is named, or to both sexes.
_BESIDE = re.compile(r"(?:[/(]| or |\bnot )$|^(?:[/)]| or (?:he|she|her|him|his|hers|himself|herself)\b)")
# One who is no applicant, before the pronoun in its line: the founder, a contact, a customer.
_SOMEBODY = re.compile(
    r"\b(?:owners?|founders?|co-founders?|president|ceo|chief executive|predecessor|chair(?:wo)?m[ae]n|mayor|"
    r"(?:grand)?(?:father|mother)|sons?|daughters?|wife|husband|brothers?|sisters?|founded|opened|retir(?:es?|ed|ing)|"
    r"customers?|clients?|patients?|guests?|child|pupils?|mrs?|ms|dr|contact|ask for)\b"
)


_PHOTO = re.compile(r"photo|foto|picture|headshot|lichtbild")


def find(context: Context) -> Iterator[Finding]:
    """Yield the words of the lists, and each pronoun of one sex that refers to whoever does the work."""
    for words in LISTS:
        yield from words.findings(context.title)
    for item in context.items:
        found = [_by_country(context, finding) for words in LISTS for finding in words.findings(item)]
        yield from found
        if item.kind not in (SectionKey.EQUAL_OPPORTUNITY, SectionKey.COMPANY):
            yield from _pronouns(item, found)


def _by_country(context: Context, finding: Finding) -> Finding:
    """A photo is a habit, and no breach, in countries where applications have one; elsewhere it is never asked for."""
    if finding.level is not Level.MUST_FIX or not _PHOTO.search(finding.words.lower()):
        return finding
    where = country(context)
    return finding if where in HOME_COUNTRIES or not where else replace(finding, level=Level.SHOULD_FIX)


def _pronouns(item: ReviewedItem, found: list[Finding]) -> Iterator[Finding]:
    taken = [(finding.place.start or 0, finding.place.end or 0) for finding in found]
    somebody: int | None = None
    for match in item.matches(_PRONOUN):
        if somebody is None:
            named = _SOMEBODY.search(item.folded)
            somebody = named.start() if named else len(item.folded)
        around = item.folded[max(match.start() - 6, 0) : match.start()], item.folded[match.end() : match.end() + 14]
        if match.start() > somebody or _BESIDE.search(around[0]) or _BESIDE.search(around[1]):
            continue
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        yield item.finding(
            SEX.id,
            Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” is for one sex. “You”, “they” or “the person” is for all.",
            why=SEX.why,
            source=SEX.source,
            span=match.span(),
        )


RULE = Rule("protected", "Words that choose by sex, origin, religion or family", find)
