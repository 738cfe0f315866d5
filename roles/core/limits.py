"""How much a posting holds, and the keys of the sections that code depends on."""

import re
from enum import StrEnum
from typing import Final

# A line of an owner's own of so many letters is a paragraph by itself.
PARAGRAPH_LETTERS = 200

# Words of a whole posting, and its duties: what suits a senior post, in our judgement.
WORDS: Final = (400, 700)
DUTIES: Final = (6, 8)

# Statements of one title or the other from which on their share shows something; in our judgement.
LEANING_MIN: Final = 4

# People in the business, its locations, and the needs an owner may choose.
HEADCOUNT_MAX: Final = 500
SITES_MAX: Final = 10_000
NEEDS_MAX: Final = 3
# The areas a post may answer for, and those of them an owner may star.
AREAS_MAX: Final = 8
STARS_MAX: Final = 3
# Lines of the owner's own in one answer.
OWN_LINES_MAX: Final = 20


class Purpose(StrEnum):
    """What a section is for. Code asks for it, never for the spelling of a section's key."""

    COMPANY = "company"
    SUMMARY = "summary"
    DUTIES = "duties"
    ALSO = "also"
    MEASURES = "measures"
    REQUIRED = "required"
    PREFERRED = "preferred"
    SKILLS = "skills"
    CULTURE = "culture"
    PAY = "pay"
    CONDITIONS = "conditions"
    APPLY = "apply"
    STEPS = "steps"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    OTHER = "other"


class SectionKey:
    """The parts of a posting that code knows, as the reading of a text names them.

    The section of a template states what it is by its `Purpose`; its key may be any. Each statement of
    `RESPONSIBILITIES` is of one focus: they make a title what it is.
    """

    # What a pasted text has before its first heading.
    OPENING: Final = "opening"
    COMPANY: Final = "company"
    SUMMARY: Final = "summary"
    RESPONSIBILITIES: Final = "responsibilities"
    SUCCESS: Final = "success"
    REQUIRED: Final = "required"
    PREFERRED: Final = "preferred"
    SKILLS: Final = "skills"
    PAY: Final = "pay"
    CONDITIONS: Final = "conditions"
    APPLY: Final = "apply"
    EQUAL_OPPORTUNITY: Final = "equal-opportunity"


_PART_OF: Final = {purpose: purpose.value for purpose in Purpose} | {
    Purpose.DUTIES: SectionKey.RESPONSIBILITIES,
    Purpose.MEASURES: SectionKey.SUCCESS,
}
_PURPOSE_OF: Final = {part: purpose for purpose, part in _PART_OF.items()}
_NUMBERED = re.compile(r"-\d+$")


def purpose_of_key(key: str) -> Purpose:
    """Return the purpose that a key means where none is given: of what was read from a text, its parts' own names as
    keys, or published before sections had a purpose. A number at its end is that of a second section of a kind."""
    return _PURPOSE_OF.get(_NUMBERED.sub("", key), Purpose.OTHER)


def part_of(purpose: Purpose, key: str) -> str:
    """Return which part of a posting a section is: of a known purpose one of `SectionKey` or the purpose itself; else
    its key without a number, or "section" where that would be a part it is not."""
    if purpose is not Purpose.OTHER:
        return _PART_OF[purpose]
    plain = _NUMBERED.sub("", key)
    return "section" if plain in _PURPOSE_OF else plain
