"""What a postcode tells of where it is: the nation, province or state that those beginning so are in.

Royal Mail's areas, Canada Post's first letters, the first three digits of a ZIP code, An Post's routing keys. A code
of digits alone may be of any country: it is read as a ZIP code only where the caller knows that it is one.
"""

import re
from functools import cache
from pathlib import Path

from .regions import Meaning

# The last letters of a British one are none of those that are read for others; "1st" and "2nd" are no end of one.
_BRITISH = re.compile(r"(?P<area>[A-Z]{1,2})\d[A-Z\d]? ?\d(?!ST|ND|RD|TH|HR)[ABD-HJLNP-UW-Z]{2}")
_CANADIAN = re.compile(r"(?P<area>[A-CEGHJ-NPR-TVXY])\d[A-CEGHJ-NPR-TV-Z] ?\d[A-CEGHJ-NPR-TV-Z]\d")
_IRISH = re.compile(r"(?:[AC-FHKNPRTV-Y]\d\d|D6W) ?(?=[\dA-Z]{0,3}\d)(?=[\dA-Z]{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4}")
_IN_TEXT = re.compile(
    rf"(?<![\w@./-])(?:(?P<GB>{_BRITISH.pattern.replace('(?P<area>', '(?P<british>').replace(' ?', ' ')})|"
    rf"(?P<CA>{_CANADIAN.pattern.replace('(?P<area>', '(?P<canadian>')})|"
    rf"(?P<IE>{_IRISH.pattern.replace(' ?', ' ')}))(?![\w@-])"
)
_DIGITS = 3


def place_of_postcode(code: str) -> Meaning | None:
    """Return the country and region ("" where none is known) of a British, Canadian or Irish postcode, else None."""
    written = code.strip().upper()
    if (match := _BRITISH.fullmatch(written)) and (there := _regions().get(("GB", match["area"]))) is not None:
        return "GB", there
    if match := _CANADIAN.fullmatch(written):
        return "CA", _regions().get(("CA", match["area"]), "")
    return ("IE", "") if _IRISH.fullmatch(written) else None


def state_of_zip(code: str) -> str:
    """Return the state of a ZIP code by its first three digits, "" where that is not known."""
    return _regions().get(("US", code.strip()[:_DIGITS]), "")


def is_british_district(code: str) -> bool:
    """Whether letters and a digit are the first half of a British postcode: "LS11"."""
    match = re.fullmatch(r"([A-Z]{1,2})\d[A-Z\d]?", code.strip().upper())
    return bool(match) and ("GB", match[1]) in _regions() if match else False


def postcodes_in(text: str) -> set[str]:
    """Return the countries whose postcodes a text has, of those that no other word looks like."""
    found = set()
    for match in _IN_TEXT.finditer(text.upper()):
        if match.lastgroup != "GB" or ("GB", match["british"]) in _regions():
            found.add(match.lastgroup or "")
    return found


@cache
def _regions() -> dict[tuple[str, str], str]:
    """The region of each country and beginning of a postcode."""
    found: dict[tuple[str, str], str] = {}
    country = region = ""
    for line in Path(__file__).with_name("postcodes.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            country, _, region = line.strip("= ").partition(" ")
        elif line and not line.startswith("#"):
            for begin in line.split():
                first, _, last = begin.partition("-")
                each = [first] if not last else [f"{number:03}" for number in range(int(first), int(last) + 1)]
                found |= dict.fromkeys(((country, beginning) for beginning in each), region)
    return found
