"""Sex, origin, religion, family and the rest of what a posting may not choose by."""

from ..rule import word_rule
from ..words.lists import read

LISTS = ("sex", "origin", "religion", "family", "other", "idiom")

RULE = word_rule(
    "protected",
    "Words that choose by sex, origin, religion or family",
    *(read(f"protected_{name}") for name in LISTS),
)
