"""The place in an answer that says more than where: "Dayton OH, shop on Troy St. No home working"."""

import re
from functools import lru_cache

from .gazetteer import is_town
from .reading import read_place

# Behind one of these another thought begins: "Spalding, Lincs. Schools within 25 min", "Leeds - our new depot".
_THOUGHT = re.compile(r"(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\bCo)\.\s+|\s*[;\n(|]\s*|\s+[-–—]\s+|\.$")
_SITE = re.compile(
    r"\s+(?:(?:head|main|support|home|our|new|central) )*(?:office|hq|ho|shop|depot|yard|site|plant|factory|works|"
    r"warehouse|workshop|branch|clinic|practice|school|hotel|studio|base|area)\b.*",
    re.IGNORECASE,
)
_WORDS_MAX, _NAME_WORDS = 40, 3


@lru_cache(maxsize=256)
def take_out_place(written: str) -> tuple[str, str]:
    """Return the place in an answer, and what else is written around it; never raises.

    An answer that is read as it stands, or in which no place is found, is all place: ("Leeds, UK", ""). Where the
    place begins the answer, the rest is what follows; where it stands in the middle of a sentence the rest is the
    whole answer, for a sentence is not cut.
    """
    text = " ".join(written.split())
    if not text or _is_sure(text) or len(text.split()) > _WORDS_MAX or read_place(text).remote:
        return written, ""
    for end in _ends(text):
        for head in (text[:end].strip(" ,"), _SITE.sub("", text[:end]).strip(" ,")):
            if head and (_is_sure(head) or (_is_asked(head) and not _is_asked(text))):
                return head, text[len(head) :].strip(" ,.;|-–—")
    if _is_asked(text) and not _THOUGHT.search(text):
        return written, ""
    for name in _names(text):
        if is_town(name) and (_is_sure(name) or _is_asked(name)):
            return name, text
    return written, ""


def _ends(text: str) -> list[int]:
    """Where the place may end that begins the text, the latest in its first thought first."""
    first = next((match.start() for match in _THOUGHT.finditer(text)), len(text))
    commas = [match.start() for match in re.finditer(",", text[:first])]
    return [first, *reversed(commas)]


def _names(text: str) -> list[str]:
    """Names that may be a town's: runs of capitalised words, longer ones first where they overlap."""
    found: list[str] = []
    for run in re.finditer(r"(?:\b[A-ZÀ-Þ][\w’'-]*)(?:[ -](?:[A-ZÀ-Þ][\w’'-]*))*", text):
        words = run[0].split(" ")
        for size in range(min(len(words), _NAME_WORDS), 0, -1):
            found += (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    return found


def _is_sure(text: str) -> bool:
    reading = read_place(text)
    return bool(reading.places) and not reading.choices


def _is_asked(text: str) -> bool:
    reading = read_place(text)
    return bool(reading.choices) and not reading.places
