"""Several sites in one line at the head of a posting: "Leeds (HQ) and Hull", "3 sites (Leeds, Hull, York)"."""

import re
from collections.abc import Iterator, Sequence

from roles.core.places import read_place

from .bare_title import OF_A_TITLE
from .folded_lines import FoldedLine
from .place_sentences import is_named
from .place_words import NAME, SITE

_LONGEST = 120
_TOWN = rf"{NAME}(?: (?:of |on |upon |le |la )?{NAME}){{0,2}}"
# What a site is to the others: "Leeds (HQ)", "Bath (main depot)".
_NOTE = (
    rf"(?: \((?i:(?:our |the )?(?:(?:main|head|second|new|small|big|sub|satellite|regional|registered|central)[ -]?)?"
    rf"(?:{SITE}|works|headquarters|showroom|quarry|dairy|hq|\d{{1,3}} (?:staff|people)))\))"
)
_NOTED_SITES = re.compile(rf"(?=.*{_NOTE}){_TOWN}{_NOTE}?(?:(?:, | and |, and | & | \+ | / ){_TOWN}{_NOTE}?){{1,6}}")
_COUNTED_SITES = re.compile(
    rf"(?i:(?:[2-8]|two|three|four|five|six|seven|eight) (?:[a-z-]+ ){{0,2}}(?:[a-z]+(?:s|es))(?: in| across|:)? ?)"
    rf"[(\[:]? ?{_TOWN}(?:(?:, | and |, and | & | \+ | / ){_TOWN}){{1,7}}[)\]]?"
)
_BETWEEN = re.compile(r"\s*[·•|\t]\s*|\s+[–—-]+\s+|\s{3,}")


def of_sites(folded_lines: Sequence[FoldedLine]) -> str:
    """Return the first part of some lines that is the towns of several sites, "" for none."""
    for folded_line in folded_lines:
        text = folded_line.text
        if len(text) <= _LONGEST and ("(" in text or folded_line.has_digits or ":" in text) and not text.endswith("."):
            for part in _parts(text):
                if (_NOTED_SITES.fullmatch(part) or _COUNTED_SITES.fullmatch(part)) and _are_towns(part):
                    return part
    return ""


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a line, and each behind a comma that other words are before: of "Alder Ltd, Leeds (HQ) …"."""
    for part in _BETWEEN.split(text):
        part = part.strip(" *_")
        while True:
            if not OF_A_TITLE.search(part):
                yield part
            _, comma, part = part.partition(", ")
            if not comma:
                break
            part = part.strip()


def _are_towns(part: str) -> bool:
    places = read_place(part).places
    return len(places) > 1 and all(place.town and is_named(place) for place in places)
