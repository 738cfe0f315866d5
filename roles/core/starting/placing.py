"""Where a piece of an old text goes: an answer that is printed as typed, or a section of the posting."""

import re

from roles.core.limits import Purpose, SectionKey
from roles.core.reading import LineKind

from .pieces import Part, Piece, is_condition
from .words import words_of

# The answers that are printed as typed, and what the section is for in which they stand.
PRINTED = {
    "own_duties": Purpose.DUTIES,
    "own_required": Purpose.REQUIRED,
    "own_preferred": Purpose.PREFERRED,
    "about": Purpose.COMPANY,
    "why_now": Purpose.SUMMARY,
    "culture": Purpose.CULTURE,
    "benefits": Purpose.PAY,
    "conditions": Purpose.CONDITIONS,
    "hiring_steps": Purpose.STEPS,
    "equal_opportunity": Purpose.EQUAL_OPPORTUNITY,
}

# What a section of a text is for, by its key.
NATURAL = {
    SectionKey.OPENING: Purpose.SUMMARY,
    SectionKey.COMPANY: Purpose.COMPANY,
    SectionKey.SUMMARY: Purpose.SUMMARY,
    SectionKey.RESPONSIBILITIES: Purpose.DUTIES,
    SectionKey.SUCCESS: Purpose.MEASURES,
    SectionKey.REQUIRED: Purpose.REQUIRED,
    SectionKey.PREFERRED: Purpose.PREFERRED,
    SectionKey.SKILLS: Purpose.REQUIRED,
    SectionKey.PAY: Purpose.PAY,
    SectionKey.CONDITIONS: Purpose.CONDITIONS,
    SectionKey.APPLY: Purpose.APPLY,
    SectionKey.EQUAL_OPPORTUNITY: Purpose.EQUAL_OPPORTUNITY,
}
_BY_KIND = {
    LineKind.DUTY: ("own_duties", Purpose.DUTIES),
    LineKind.PREFERRED: ("own_preferred", Purpose.PREFERRED),
    LineKind.SUCCESS: ("", Purpose.MEASURES),
    LineKind.BENEFITS: ("benefits", Purpose.PAY),
    LineKind.CONDITIONS: ("conditions", Purpose.CONDITIONS),
    LineKind.FACT: ("conditions", Purpose.CONDITIONS),
    LineKind.EQUAL_OPPORTUNITY: ("equal_opportunity", Purpose.EQUAL_OPPORTUNITY),
}
_WHY_NOW = re.compile(
    r"\b(?:stepping (?:back|down|away)|retir(?:es?|ed|ing)|newly created|new(?:ly)? (?:role|position|post)|"
    r"has (?:left|moved on)|take the reins|first (?:operations|director)|handing over|wants? me out|right now)\b",
    re.I,
)
_US = re.compile(r"(?:we|our (?!new |next )|us|founded|established|since (?:18|19|20)\d\d|family[- ]owned)\b", re.I)
_CULTURE = re.compile(r"\b(?:values?|culture|how we work|way we work|principles|beliefs?)\b", re.I)
_PRACTICE = re.compile(
    r"\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bonce a (?:week|month|quarter) we\b", re.I
)
_GIVEN = re.compile(
    r"\b(?:weeks?'? (?:of )?(?:vacation|holiday|leave)|days'? (?:of )?(?:holiday|pto|leave|vacation)|"
    r"health (?:and|&|insurance)|dental|pension|401\(?k\)?|paid time off|medical)\b",
    re.I,
)
_TARGET = re.compile(
    r"(?:\bfrom\b.{0,20}\d.{0,20}\bto\b.{0,8}\d|\bwant\b.{0,30}\d|"
    r"\d+ (?:of|out of) \d+\b.{0,60}\d+ (?:of|out of) \d+|"
    r"\bready (?:for|by)\b.{0,30}20\d\d)",
    re.I,
)
_ASKS = re.compile(r"(?:experience|education|qualifications?|skills?|degree|licen[cs]e)\s*:", re.I)
_RUNS = re.compile(
    r"\b(?:reports? to|runs?|leads?|manage|looking (?:for|4)|the (?:director|role|position|post)|"
    r"you (?:will|are|would))\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")


def place_of(piece: Piece, company: str, *, notes: bool) -> tuple[str, Purpose]:
    """Return (answer, purpose) of the place for a piece; the answer is "" where none holds such words.

    `notes` is whether the text has no headings, so that each line says itself what it is.
    """
    text, kind = piece.text, piece.asked or piece.kind
    if kind in (LineKind.REQUIRED, LineKind.PREFERRED, LineKind.SKILL) and is_condition(text):
        return "conditions", Purpose.CONDITIONS
    if kind in (LineKind.REQUIRED, LineKind.SKILL):
        return "own_required", Purpose.REQUIRED
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if kind is LineKind.APPLY:
        return ("hiring_steps", Purpose.STEPS) if piece.bullet else ("", Purpose.APPLY)
    if kind is LineKind.ABOUT:
        return ("culture", Purpose.CULTURE) if _CULTURE.search(piece.heading) else ("about", Purpose.COMPANY)
    if kind is LineKind.OTHER and piece.heading:
        if _CULTURE.search(piece.heading):
            return "culture", Purpose.CULTURE
        return "", Purpose.OTHER
    return _by_its_words(piece, company, notes=notes)


def _by_its_words(piece: Piece, company: str, *, notes: bool) -> tuple[str, Purpose]:
    """Where a line goes that stands below no heading that tells."""
    text = piece.text
    if is_condition(text) or piece.part is Part.SEGMENT:
        return "conditions", Purpose.CONDITIONS
    if _PRACTICE.search(text):
        return "culture", Purpose.CULTURE
    if notes and _ASKS.match(text):
        return "own_required", Purpose.REQUIRED
    if notes and _TARGET.search(piece.whole):
        return "", Purpose.MEASURES
    if notes and _first_word(text) in words_of("verbs"):
        return "own_duties", Purpose.DUTIES
    if notes and _GIVEN.search(text):
        return "benefits", Purpose.PAY
    if _WHY_NOW.search(text) and not _RUNS.match(text):
        return "why_now", Purpose.SUMMARY
    if piece.section != SectionKey.OPENING:
        return "", Purpose.SUMMARY  # below a heading her paragraph stays whole
    named = bool(company) and text.casefold().startswith(company.casefold())
    if (named or _US.match(text)) and not _RUNS.search(text):
        return "about", Purpose.COMPANY
    if notes and _DIGIT.search(text) and not _RUNS.search(text):
        return "about", Purpose.COMPANY
    return "", Purpose.SUMMARY


def _first_word(text: str) -> str:
    match = _WORD.match(text.lower())
    return match[0] if match else ""
