"""How much a posting holds, and the keys of the sections that code depends on."""

from typing import Final

# Words of a whole posting, and its duties: what suits a senior post, in our judgement.
WORDS: Final = (400, 700)
DUTIES: Final = (6, 8)

# People in the business, its locations, and the needs an owner may choose.
HEADCOUNT_MAX: Final = 500
SITES_MAX: Final = 100
NEEDS_MAX: Final = 3
# The bands of headcount the field uses; statements may draw finer lines.
HEADCOUNT_BANDS: Final = ((1, 10), (11, 50), (51, 200), (201, HEADCOUNT_MAX))


class SectionKey:
    """The sections of a posting that code knows by their keys; a template may have others.

    Each statement of `RESPONSIBILITIES` is of one focus: they make a title what it is.
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
