"""Where a posting excludes its work from being done: "excluding Colorado", "cannot hire in CA or NY"."""

import re
from collections.abc import Iterable

from roles.core.folding import fold
from roles.core.places import COUNTRY_OF, REGION_OF_CODE

_WORDS = re.compile(
    r"\b(?:excluding|except(?: in| for)?|other than|with the exception of|outside(?: of)?|"
    r"(?:not|cannot|unable to|can't|don't|not able to) "
    r"(?:available|open|possible|hire|hiring|employ|considered|considering|consider|accepting|accept)"
    r"(?: (?:people|candidates|applicants|applications|residents|anyone|somebody|remote workers))?"
    r" (?:in|to|from|living in|based in)(?: (?:residents of|people in|those in|applicants in|candidates in))?)\b"
)
_REACH = 120
_SENTENCE_ENDS = re.compile(r"[a-z]{3}\. |\.$|\n")
# Whole names from where they begin: West Virginia is not Virginia, nor the capital the state of its name.
_NAME = re.compile(
    r"\b(?:(?P<district>washington,? d\.? ?c\b|d\. ?c\.)|(?P<city>new york city|nyc)\b|(?P<region>"
    + "|".join(map(re.escape, COUNTRY_OF))
    + r")\b)"
)
_CODE = re.compile(r"(?<![\w.])[A-Z]{2}(?!\w)")


def excluded_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the regions and cities that texts leave out, in lower case; a state holds its cities."""
    found: set[str] = set()
    for text in texts:
        folded = fold(text)
        for words in _WORDS.finditer(folded):
            start = words.end()
            end = min(len(folded), start + _REACH)
            if stop := _SENTENCE_ENDS.search(folded, start, end):
                end = stop.end()
            found.update(_names(folded[start:end]))
            codes = (match[0] for match in _CODE.finditer(text, start, end))
            found.update(REGION_OF_CODE[code] for code in codes if code in REGION_OF_CODE)
    return frozenset(found)


def _names(folded: str) -> set[str]:
    found = set()
    for match in _NAME.finditer(folded):
        if match["district"]:
            found.add("district of columbia")
        else:
            found.add("new york city" if match["city"] else match["region"])
    return found
