"""What candidates are asked for that no employer may take, or that makes the offer less than it looks."""

import re
from collections.abc import Iterator

from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS
from roles.core.places.country_keys import ISO_OF_KEY

from ..context import Context
from ..finding import Finding, Level
from ..posting_place import country
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

words = read("terms")

# 28 days with the bank holidays in them are what the law gives anybody on five days a week.
_LEAST_LEAVE = re.compile(
    r"\b28 days'?(?: of)?(?: paid)?(?: holidays?| leave| annual leave| annual| off| vacation)*,? ?\(?"
    r"(?:incl(?:\.|uding|usive of|udes)?|which includes?) (?:the |all |\d )?(?:bank|public|statutory)\b"
)
# What candidates would pay, in figures: "There is a $25 fee to apply", "a charge of £50 for every application".
_PRICE = rf"(?:[{SIGNS}] ?\d[\d,.]*\d|[{SIGNS}] ?\d)"
_FEE = r"(?:non-refundable |small |one-off |refundable )*(?:application|registration|processing|admin|administration|"
_FEE += r"training|screening|vetting|joining|dbs|background check|interview)? ?(?:fee|charge|deposit)"
_TO_APPLY = (
    r"(?:to apply|for applying|(?:with|to|for|on|per) (?:every|each|your|the|an|all) applications?|to be considered|"
    r"per applicant|for (?:each|every) applicant|before (?:the|your) interview|for the interview|payable|is charged|"
    r"to process your)"
)
_ASKED_TO_PAY = re.compile(
    rf"\b{_FEE}(?: of)? {_PRICE}[^.;!?\n]{{0,30}}{_TO_APPLY}\b|{_PRICE} {_FEE}(?:[^.;!?\n]{{0,30}}{_TO_APPLY}\b|"
    rf"(?= ?(?:[.;!]|$)))|^{_FEE}(?: of|:) ?{_PRICE}|\bcosts? {_PRICE} to apply\b"
)
_NOBODY_PAYS = re.compile(
    r"\b(?:no|never|not|without|nor|don't|we (?:pay|cover|refund|meet)|customers?|clients?|members?|guests?|school|"
    r"tuition|planning|licen[cs]e)\b[^.;!?]{0,60}$"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield what of a text candidates should not be asked for, and the least the law gives sold as a benefit."""
    for item in context.items:
        if item.kind != SectionKey.RESPONSIBILITIES:
            yield from words.findings(item)
        if not item.has_digits:
            continue
        if "fee" in item.folded or "charge" in item.folded or "deposit" in item.folded or "to apply" in item.folded:
            yield from _fees(item)
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


def _fees(item: ReviewedItem) -> Iterator[Finding]:
    if item.kind == SectionKey.RESPONSIBILITIES:
        return
    listed = [found.place for found in words.findings(item)]
    for match in item.matches(_ASKED_TO_PAY):
        start = item.sentence_at(match.start())[0]
        if _NOBODY_PAYS.search(item.folded, max(start, match.start() - 80), match.start()):
            continue
        if any((place.start or 0) < match.end() and match.start() < (place.end or 0) for place in listed):
            continue
        yield item.finding(
            words.id,
            Level.MUST_FIX,
            f"“{item.text[slice(*match.span())]}” asks candidates to pay. An employer pays for hiring.",
            why=words.why,
            source=words.source,
            span=match.span(),
        )


RULE = Rule("terms", "What candidates are asked for", find)
