"""The name of the business in the line of the title, and that name as the text has it in full."""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.places.spelling import plain

from .bare_title import OF_A_TITLE
from .company_words import FORM, GENERIC, NAME_ALONE
from .folded_lines import FoldedLine

_BETWEEN = re.compile(r"\s*[|·•:]\s*|\s+[–—-]+\s+|\s*[–—]\s*")
_HOST = re.compile(r"(?:@|\bwww\.|://)([\w.-]+)|\b([\w-]{4,63}\.(?:[a-z]{2,4}\.)?[a-z]{2,8})(?=/|\b)")
_PARTS = re.compile(rf"{_BETWEEN.pattern}|,")
_HEAD, _END = 5, 8
# How many of the words behind a name may be more of it.
_MORE = 5


def parts_beside_the_title(line: str) -> tuple[list[str], list[str]]:
    """Return the names before and behind the title in a line that has it: "Ridgeway Timber | Operations Manager"."""
    parts = [part.strip(" *_,") for part in _BETWEEN.split(line[:200])]
    title = next((number for number, part in enumerate(parts) if OF_A_TITLE.search(part)), None)
    if title is None:
        return [], []
    before, behind = parts[:title], [part for part in parts[title + 1 :] if not OF_A_TITLE.search(part)]
    behind = [_without_place(part) for part in behind]
    return [part for part in before if NAME_ALONE.fullmatch(part)], [
        part for part in behind if NAME_ALONE.fullmatch(part)
    ]


def _without_place(part: str) -> str:
    """A part of the line of a title without the place behind a comma: "THE CORN EXCHANGE, HULL"."""
    name, comma, town = part.partition(", ")
    place = read_place(town)
    return name if comma and len(name.split()) > 1 and (place.places or place.choices) else part


def hosts_of(folded_lines: Sequence[FoldedLine]) -> str:
    """Return the letters of all addresses of a text, a space between them."""
    found = (match[1] or match[2] for folded_line in folded_lines for match in _HOST.finditer(folded_line.folded))
    return " ".join(re.sub(r"[^a-z]", "", host) for host in found)


def is_spoken_of(name: str, text: str, hosts: str) -> bool:
    """Whether a text speaks of a name beyond one line: its first word recurs as a name, or is in an address.

    A word that the text has in small letters as well is what the post is over: "Food Manufacturing".
    """
    described = re.escape(name[0]) + re.escape(fold(name[1:]))
    if " " in name and re.search(rf"\b[Aa]n? {described}\b", text):
        return False  # "English Language School", of a text with "an English language school"
    if " " in name and text.count(name) > 1:
        return True
    first = next(word for word in name.split() if fold(word) not in ("the", "a"))
    letters = re.sub(r"[^a-z]", "", plain(first))
    if len(letters) < _LEAST or fold(first) in GENERIC:
        return False
    if re.search(rf"(?<![\w@./-]){re.escape(fold(first))}(?:s|es)?\b(?!\.\w|[@-])", text):
        return False
    if re.search(rf"(?:^| ){letters}", hosts):
        return True
    found = re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text, re.IGNORECASE if name.isupper() else 0)
    # In "Cloverdale Cheese" the second word begins no name.
    return sum(not _CAPITAL_BEFORE.search(text, max(0, match.start() - 30), match.start()) for match in found) > 1


_LEAST = 4
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’-]* (?:& )?$")


def in_full(name: str, folded_lines: Sequence[FoldedLine]) -> str:
    """Return the name as the text has it in full: not in capitals, with its legal form, as a line of the head."""
    if name.isupper() and " " in name:
        as_written = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        others = (match[0] for folded_line in folded_lines for match in as_written.finditer(folded_line.text))
        name = next((other for other in others if not other.isupper() and not other.islower()), name)
    # "J. R. Alder & Sons Ltd"
    initials = re.compile(rf"(?<![^\W_])(?:[A-Z]\. ?){{1,3}}{re.escape(name)}(?!\w)")
    if "&" in name or re.search(rf" {FORM}\Z", name):
        name = next((match[0] for each in folded_lines if (match := initials.search(each.text))), name)
    # "Alder Kayak, Co. Clare" has a county behind it.
    longer = re.compile(rf"\b{re.escape(name)}(?!, Co\.? [A-Z]),? {FORM}")
    if found := next((match for folded_line in folded_lines if (match := longer.search(folded_line.text))), None):
        return found[0]
    head = [part.strip(" *_") for each in folded_lines[:_HEAD] for part in re.split(_PARTS, each.text[:200])]
    if f"The {name}" in head:
        return f"The {name}"
    owned = re.compile(
        rf"(?:©|\(c\)|copyright) ?(?:\d{{4}} )?({re.escape(name)}(?: [A-Z][\w&'’-]*){{0,3}},? {FORM})", re.IGNORECASE
    )
    if found := next(
        (match for folded_line in folded_lines[-_END:] if (match := owned.search(folded_line.text))), None
    ):
        return found[1]
    for folded_line in (*folded_lines[:_HEAD], *folded_lines[-_END:]):
        for part in re.split(_PARTS, folded_line.text[:200]):
            part = part.strip(" *_")
            bare = part.removeprefix("The ")
            more = bare.removeprefix(name).split() if bare.startswith(f"{name} ") else []
            if 0 < len(more) <= _MORE and NAME_ALONE.fullmatch(part) and _is_more(" ".join(more)):
                return part
    return name


def _is_more(words: str) -> bool:
    words = re.sub(r"^(?:of|in|at|for|and) ", "", words)
    return not (OF_A_TITLE.search(words) or read_place(words).places or read_place(words).choices)
