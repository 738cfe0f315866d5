"""The marks that people and word processors put before the lines of a list."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from roles.core.money.words import SIGNS

# Arrows, geometric shapes, dingbats, emoji, and Word's own of the Symbol font.
_SIGN = (
    "•‣⁃⁌⁍∙⋅‧・»›▹\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\uf020-\uf0ff"
)
_MODIFIER = "\ufe0f\u200d\U0001f3fb-\U0001f3ff"
# Signs that represent a label, so that they stay: a place, pay, hours, a day, a way to write or ring.
LABEL_SIGNS = {
    "job_location": "📍📌🌍🌎🌏🗺🏢🏙🏠",
    "base_salary": "💰💵💲💷💶💸🤑",
    "employment_type": "⏰🕒🕘🕐⏱⌚💼🧑‍💼",
    "valid_through": "📅🗓⏳📆⌛",
    "apply_to": "📩📧📨✉📬📞☎📱📲",
}
# Of these a place or a firm's name may be behind one.
OF_A_BUILDING = frozenset("🏢🏙🏠")
_LABELS = "".join(LABEL_SIGNS.values()).replace("\u200d", "")
_SYMBOL = re.compile(rf"\s*(?![{_LABELS}])(?P<mark>[{_SIGN}])[{_SIGN}{_MODIFIER}]*\s*(?=\S)")
_ANY_SYMBOL = re.compile(rf"\s*(?P<mark>[{_SIGN}])[{_SIGN}{_MODIFIER}]*\s*(?=\S)")
_ASCII = re.compile(r"\s*(?P<mark>[-*+·>~–—])\s+(?=\S)")
_CHECKBOX = re.compile(r"\s*(?P<mark>\[[ xX]\])\s+(?=\S)")
# "1.1 Lead the yard" below "1.0 Yard" or "1. Yard".
_PART = re.compile(r"\s*(?P<number>\d{1,2})\.(?P<part>\d{1,2})\.?\s+(?=[A-Z])")
_COUNT = re.compile(
    r"\s*\(?(?:(?P<number>\d{1,2})(?:[.)](?=\s)|\)|\.(?=[A-Z][a-z]))|(?P<roman>[ivx]{1,5})[.)](?=\s)|"
    r"(?P<letter>[a-z])[.)](?=\s))\s*(?=\S)"
)
# What Word's round, square and pointed bullets become where their font is lost.
_LETTER = re.compile(r"\s*(?P<mark>[§ØüþÞ¨olnqvumwpx])(?P<space>\t|\s\s+|\s)(?=\S)")
# A letter is as often a word in short: of these only a wide gap or a tab makes a mark.
_WORDS = frozenset("ump")
_OFTEN = 3  # lines that begin with a letter and a space, so that it is a mark wherever it is
_GLUED = re.compile(rf"\s*(?P<mark>[-–—*+](?=[^\W\d_])|[-–—*](?=[\d({SIGNS}]))")
_SLIP = 2  # by so much the numbers of a list may jump
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Mark:
    """A mark at the head of a line: its `sign`, where the words begin, and how a number or a letter is written."""

    __slots__ = ("count", "end", "sign")

    def __init__(self, sign: str, end: int, *, count: str = "") -> None:
        self.sign = sign
        self.end = end
        self.count = count

    @property
    def is_dash(self) -> bool:
        """Whether it is one of the keyboard's marks, which only ever begin an item."""
        return self.sign in "-*+·>~–—"


def marks(raws: list[str]) -> Iterator[Mark | None]:
    """Yield the mark of each line of a text, None for a line without."""
    last: dict[str, list[int]] = {"number": [0], "roman": [0], "letter": [0]}
    parts = [(int(match["number"]), int(match["part"])) for raw in raws if (match := _PART.match(raw))]
    parted = len(parts) >= _OFTEN and all(two > one for one, two in itertools.pairwise(parts))
    letters = Counter(match["mark"] for raw in raws if (match := _LETTER.match(raw)))
    often = frozenset(letter for letter, times in letters.items() if times >= _OFTEN) - _WORDS
    listed = _signs_of_items(raws)
    for index, raw in enumerate(raws):
        if index in listed and (match := _ANY_SYMBOL.match(raw)):
            yield Mark(match["mark"], match.end())
        elif parted and (match := _PART.match(raw)):
            yield Mark("1", match.end(), count="" if int(match["part"]) else f"{match['number']}.")
        else:
            yield _mark(raws, index, raw, last, often)


def _signs_of_items(raws: list[str]) -> frozenset[int]:
    """The places of lines that begin with the sign of a label and are items of a list: "💰 £50k" over "🌴 30 days".

    A list has a sign before each of its lines, with a line over it that heads it, and not all are those of labels.
    """
    found: set[int] = set()
    for filled, group in itertools.groupby(enumerate(raws), key=lambda one: bool(one[1].strip())):
        block = list(group)
        signs = [place for place, raw in block if _ANY_SYMBOL.match(raw)]
        labels = [place for place in signs if not _SYMBOL.match(raws[place])]
        if filled and block[0][0] not in labels and len(signs) >= len(block) - 1 and len(signs) > len(labels):
            found.update(labels)
    return frozenset(found)


def _mark(raws: list[str], index: int, raw: str, last: dict[str, list[int]], often: frozenset[str]) -> Mark | None:
    for expression in (_SYMBOL, _ASCII, _CHECKBOX):
        if match := expression.match(raw):
            return Mark(match["mark"], match.end())
    if match := _LETTER.match(raw):
        letter = match["mark"]
        sure = match["space"] != " " or letter in often
        beside = letter not in _WORDS and _beside(raws, index, rf"{letter}\s")
        if sure or (beside and not raw[match.end()].isdigit()):
            return Mark(letter, match.end())
    if (match := _GLUED.match(raw)) and not (match["mark"] == "*" and "*" in raw[match.end() :]):
        if _beside(raws, index, re.escape(match["mark"])):
            return Mark(match["mark"], match.end())
        return None
    if match := _COUNT.match(raw):
        for kind in ("number", "roman", "letter"):
            if match[kind] and _counts(kind, match[kind], last):
                return Mark("1", match.end(), count=match[0].strip())
            if kind == "roman" and match[kind] and len(match[kind]) == 1 and _counts("letter", match[kind], last):
                return Mark("1", match.end(), count=match[0].strip())
    return None


def _counts(kind: str, written: str, last: dict[str, list[int]]) -> bool:
    """Whether a number or letter goes on a count, of numbers also one around it: not in "12. March", "40. birthday"."""
    if kind == "number":
        value = int(written)
    elif kind == "roman":
        value = _ROMAN.index(written) + 1 if written in _ROMAN else 0
    else:
        value = ord(written) - ord("a") + 1
    counts = last[kind]
    if value and 0 <= value - counts[-1] <= _SLIP and counts[-1]:  # "4." twice is a slip, as is "6." behind it
        counts[-1] = value
        return True
    around = [place for place, count in enumerate(counts) if value == count + 1 and kind == "number"]
    if value == 1:  # anew, in a list within one or in the next
        counts.append(value)
    elif around:
        counts[around[-1] :] = [value]
    return value == 1 or bool(around)


def _beside(raws: list[str], index: int, mark: str) -> bool:
    """Whether the line before or behind, blank ones aside, begins with the same mark, an expression."""
    for step in (-1, 1):
        other = index + step
        if 0 <= other < len(raws) and not raws[other].strip():
            other += step
        if 0 <= other < len(raws) and re.match(mark, raws[other].lstrip()):
            return True
    return False
