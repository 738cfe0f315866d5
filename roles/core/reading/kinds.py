"""What a line of a posting is for where its own words tell more than the heading above it."""

import re

from roles.core.folding import fold

from .labels import states_a_fact
from .leftovers import is_leftover
from .posting import LineKind

_EQUAL = re.compile(
    r"\bequal[ -](?:employment[ -])?opportunit|\bwithout regard to\b|\b(?:eeo|eoe)\b|\bdo(?:es)? not discriminate|"
    r"\ball qualified applicants\b|\bregardless of (?:age|race|gender|sex|background)|"
    r"\breasonable (?:accommodations?|adjustments?)\b"
)
_APPLY = re.compile(
    r"^(?:to apply|please (?:apply|send|e-?mail|submit)|apply (?:by|at|via|now|to|with|online|"
    r"through|today)|send (?:(?:us|your|an?|resum[eé]s?|cvs?|applications?|covering|letters?) )|"
    r"e-?mail (?:us|your|a|me)|applications? (?:close|to|by|are|must|should|will)|how to apply|"
    r"interested\?|submit (?:your|a)|"
    r"write to|contact|call|ring|text|closing date|deadline|the closing date|"
    r"we look forward to|bewerbung|candidature|enviar|"
    r"dm me|message)\b"
)
_WAY = re.compile(r"@|\bwww\.|https?://|\bapply\b|\bresum|\bcvs?\b|\d{3}[ .-]\d{3}|\bclos|\bapplications?\b")
# Where a line on applying or equality below a list is none of it.
_LISTS = (LineKind.DUTY, LineKind.REQUIRED, LineKind.PREFERRED, LineKind.SKILL, LineKind.SUCCESS, LineKind.BENEFITS)
_LOOSE = (LineKind.SUMMARY, LineKind.OTHER, LineKind.ABOUT, LineKind.CONDITIONS)


def kind_of_line(text: str, kind: LineKind) -> LineKind:
    """Return what a line below a heading of some kind is for; most often that kind."""
    if is_leftover(text):
        return LineKind.LEFTOVER
    if kind not in _LISTS and kind not in _LOOSE:
        return kind
    folded = fold(text[:600])
    if _EQUAL.search(folded) and not folded.startswith(("lead", "manage", "ensure", "promote")):
        return LineKind.EQUAL_OPPORTUNITY
    if _APPLY.match(folded) and _WAY.search(folded):
        return LineKind.APPLY
    return LineKind.FACT if kind in _LOOSE and states_a_fact(text) else kind
