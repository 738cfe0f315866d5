"""Sex, origin, religion, family and the rest of what a posting may not choose by."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.limits import SectionKey

from ..antecedent import is_somebody_else
from ..context import Context
from ..finding import Finding, Level
from ..job_nouns import of_the_firm
from ..known_law import is_photo, weighed
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

LISTS = tuple(read(f"protected_{name}") for name in ("sex", "origin", "religion", "family", "body", "other", "idiom"))
SEX = LISTS[0]

# What the job's holder does is promised or asked of one sex; a pronoun that only refers to somebody is less.
_PRONOUN = re.compile(
    r"\b(?:(?P<holder>s?he(?:'ll|'d| (?:will|must|should|shall|can|may|has to|needs to)\b)|"
    r"(?:his|her) (?:duties|responsibilities|team|direct reports|department)\b)|"
    r"(?:he|him|his|himself|she|her|hers|herself)(?:'s)?)(?!\w)(?! majesty)"
)
# A pronoun among others, "she/her" behind a name or "his or her", refers to one who is named, or to both sexes.
_BESIDE = re.compile(r"(?:[/(]| or |\bnot )$|^(?:[/)]| or (?:he|she|her|him|his|hers|himself|herself)\b)|^ who\b")
# In the middle of a sentence a capital makes it the title that a body gives its head: "report to the Chairman".
_CHAIR = re.compile(r"(?<=[a-z,] )Chair(?:wo)?man\b")
# Behind a pair of them a duty is the holder's, whoever is named before.
_PAIR = re.compile(r"/| or ")
_DUTY = re.compile(r" (?:will|must|shall|should)\b")
_BOTH = re.compile(r"(?:he|she|his|her|him|s)\b", re.IGNORECASE)
# A law that lets an employer ask, of which the sentence or the next one reminds.
_ALLOWED = re.compile(
    r"\boccupational (?:requirement|qualification)s?\b|\bschedule 9\b|\bbfoq\b|"
    r"\b(?:exempt(?:ed|ion)?|special measures?)\b[^.;]{0,80}\b(?:act|code|section)\b"
)
_OF_ALLOWANCE = ("occupational", "exempt", "special measure", "schedule 9", "bfoq")


# Behind duties a picture is work, unless the sentence is about applying.
_SENT = re.compile(
    r"(?:send|submit|attach|includ|enclos|bring|suppl|upload|provid|shar|forward|e-?mail|whatsapp|append|contain)"
)
_OF_APPLYING = re.compile(
    r"\b(?:recent|passport|selfie|head-?shot|cvs?|c\.v\.|r[eé]sum[eé]s?|appl\w{1,9}|letter|interview|yourself|candidates?)\b"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the words of the lists, and each pronoun of one sex that refers to whoever does the work."""
    for words in LISTS:
        yield from words.findings(context.title)
    for before, item, after in _with_neighbours(context.items):
        found = [
            _as_allowed((before, item.folded, after), weighed(context, finding, item.folded))
            for words in LISTS
            for finding in of_the_firm(item, words.findings(item))
            if not _is_of_another(item, finding, before)
        ]
        yield from found
        if item.kind != SectionKey.EQUAL_OPPORTUNITY:
            yield from _pronouns(item, found, before)


def _with_neighbours(items: tuple[ReviewedItem, ...]) -> Iterator[tuple[str, ReviewedItem, str]]:
    """Yield each item with the folded lines before and behind it in its section, "" where there is none."""
    for number, item in enumerate(items):
        beside = items[number - 1] if number else None, items[number + 1] if number + 1 < len(items) else None
        before, after = (each.folded if each and each.section.key == item.section.key else "" for each in beside)
        yield before, item, after


def _is_of_another(item: ReviewedItem, finding: Finding, before: str) -> bool:
    """Whether words of one sex are the title of a body's head, or for somebody who is not looked for."""
    start, words = finding.place.start or 0, finding.words.lower()
    if item.kind == SectionKey.RESPONSIBILITIES and is_photo(finding) and _SENT.match(words):
        return not _OF_APPLYING.search(item.folded, *item.sentence_at(start))
    if finding.words.startswith("Chair"):
        return bool(_CHAIR.match(item.text, start))
    if _BOTH.match(finding.words):
        if _PAIR.search(words) and _DUTY.match(item.folded, finding.place.end or 0):
            return False
        return is_somebody_else(item.folded, start, finding.place.end or 0, before=before)
    return False


def _as_allowed(lines: tuple[str, str, str], finding: Finding) -> Finding:
    """What an occupational requirement allows is no breach where its line or one beside names it."""
    if finding.level is not Level.MUST_FIX:
        return finding
    for line in lines:
        if any(words in line for words in _OF_ALLOWANCE) and _ALLOWED.search(line):
            return replace(finding, level=Level.CONSIDER)
    return finding


def _pronouns(item: ReviewedItem, found: list[Finding], before: str) -> Iterator[Finding]:
    taken = [(finding.place.start or 0, finding.place.end or 0) for finding in found]
    for match in item.matches(_PRONOUN):
        if item.kind == SectionKey.COMPANY and not match["holder"]:
            continue
        around = item.folded[max(match.start() - 6, 0) : match.start()], item.folded[match.end() : match.end() + 14]
        if _BESIDE.search(around[0]) or _BESIDE.search(around[1]):
            continue
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if is_somebody_else(item.folded, *match.span(), before=before):
            continue
        yield item.finding(
            SEX.id,
            Level.MUST_FIX if match["holder"] else Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” is for one sex. “You”, “they” or “the person” is for all.",
            why=SEX.why,
            source=SEX.source,
            span=match.span(),
        )


RULE = Rule("protected", "Words that choose by sex, origin, religion or family", find)
