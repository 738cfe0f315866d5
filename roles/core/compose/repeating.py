"""Whether a duty of ours is about what a line of the owner's is about, whatever words the two use for it."""

import re
from functools import lru_cache

_FILLED = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_WORD = re.compile(r"[a-z]{3,}")
_ENDING = re.compile(r"(?:ings?|ers?|ed|es|ly|s|e)$")
_STEM, _SHORTEST = 6, 4
# Words for one thing: the first of a line is what all of them mean.
_FAMILIES = (
    "fleet vehicle van truck lorry",
    "stock inventory",
    "plan schedule rota roster timetable",
    "price quote quotation rate fee tariff",
    "supplier vendor",
    "client customer account guest patient member tenant buyer shopper",
    "hire recruit staff crew team vacancy",
    "train induct onboard coach teach",
    "machine equipment plant kit tool",
    "premises building site",
    "software system platform",
    "safety safe hazard injury",
    "audit inspect inspector",
    "complaint complain",
    "contractor subcontractor",
    "budget spend spending cost",
    "profit margin",
    "meeting meet",
    "report reporting figures numbers",
    "week weekly",
)
# What every duty may speak of, so that it distinguishes no two.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """the and for with from that this what which whom whose who where when then than them they their there has
        have been each every all both any our ours own owns more most less least other same only also about
        after before into onto over under until while will would can are was were not but one two three its
        his her him she you your make makes made take takes keep keeps give gives find finds hold holds get
        gets set sets see sees put puts let lets run runs work works day days people person month year years
        time good first next right way ways part full per""",
    )
)
_ALIKE, _ALIKE_IN_SHORT = 3, 2


def repeats(ours: str, hers: str) -> bool:
    """Return whether a duty of ours is about what another line is about: three words of weight alike, by their stems
    and families, or two that are most of a short line."""
    first, second = weighty(ours), weighty(hers)
    alike = len((first & second) - _LIGHT)
    if alike >= _ALIKE:
        return True
    return alike > 0 and len(first & second) >= _ALIKE_IN_SHORT and 2 * len(first & second) > len(second)


@lru_cache(maxsize=4096)
def weighty(text: str) -> frozenset[str]:
    """Return the words of a text that tell it from others, by their stems and families."""
    words = _WORD.findall(_FILLED.sub(" ", text).lower())
    return frozenset(_MEANT.get(stem, stem) for word in words if word not in _COMMON and (stem := _stem(word)))


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return (stem if len(stem) >= _SHORTEST - 1 else word)[:_STEM]


_MEANT = {_stem(word): _stem(family.split(" ", 1)[0]) for family in _FAMILIES for word in family.split()}
# Counted beside a word of weight alone.
_LIGHT = frozenset(_MEANT[_stem(word)] for word in ("week", "team", "client"))
