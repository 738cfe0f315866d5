"""The name of a business, of the domain it is written to: "jobs@southsidepanels.example" is Southside Panels.

A domain has no spaces. It is taken apart only where the text has the word its last part is: "panel shop". What cannot
be taken apart is one word.
"""

import re
from collections.abc import Sequence

from roles.core.places.spelling import plain

from .company_words import NAME_ALONE
from .folded_lines import FoldedLine
from .wordlists import groups

_HOST = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.)*?(?P<name>[a-z][a-z\d-]{3,40})\.(?:[a-z]{2,3}\.)?[a-z]{2,10}\b")
# Whose addresses anybody may have, and those of agencies and boards.
_NOT_ITS_OWN = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|proton(?:mail)?|"
    r"btinternet|sky|"
    r"virginmedia|talktalk|bigpond|optusnet|xtra|telkomsa|mweb|rediffmail|comcast|att|verizon|example|email|mail|zoho|"
    r"fastmail|t-online|iinet|shaw|rogers|sympatico|bell|eircom|indeed|linkedin|seek|workable|greenhouse|lever|"
    r"bamboohr)|"
    r".*(?:recruit|staffing|talent|search|resourc|personnel|jobs|careers|hiring|apply)\w*"
)
_WORD = re.compile(r"[a-z]{3,}")
# A word that begins a domain by chance is shorter; what a domain adds, as a town's letters, is not longer.
_FIRST, _REST = 4, 2
_SHORT = 8
_LEAST = 3  # "Ash & Sons"
# What a firm is, behind its name in a domain: "quillanfoods".
_TRADES = frozenset(groups("company_words")["trade in a domain"])
_JOINED = frozenset({"and", "the", "of", "north", "south", "east", "west", "side"})


def name_of_domain(folded: str, folded_lines: Sequence[FoldedLine]) -> str:
    """Return the name that the first e-mail address in a folded line has behind its "@", "" for none of a firm's."""
    for match in _HOST.finditer(folded):
        host = match["name"]
        if not _NOT_ITS_OWN.fullmatch(host):
            if written := _written(re.sub(r"[^a-z]", "", host), folded_lines):
                return written
            if _is_shortened(host, folded_lines):
                return ""
            words = {
                word for each in folded_lines for word in _WORD.findall(re.sub(r"\S*@\S*|https?\S*", " ", each.folded))
            }
            return " ".join(part.title() for piece in host.split("-") for part in _apart(piece, words))
    return ""


def _is_shortened(host: str, folded_lines: Sequence[FoldedLine]) -> bool:
    """Whether a short host may begin with a part of a word of the text, so that it is no name: "munpict"."""
    if len(host) > _SHORT or "-" in host:
        return False
    begin = re.compile(rf"\b{host[:_LEAST]}[a-z]{{3,}}")
    found = {
        match[0]
        for folded_line in folded_lines
        for match in begin.finditer(re.sub(r"\S*@\S*", " ", folded_line.folded))
    }
    return bool(found) and not any(host.startswith(word) for word in found)


def _written(letters: str, folded_lines: Sequence[FoldedLine]) -> str:
    """The name of which a domain has the words, as the text writes it: "Casco Bay Ice & Fuel" of "cascobayfuel"."""
    names = (
        " ".join(words[first:])
        for folded_line in folded_lines
        if any(part in plain(folded_line.text).replace(" ", "") for part in (letters[:_LEAST], letters[-_FIRST:]))
        for match in NAME_ALONE.finditer(folded_line.text)
        for words in [match[0].split()]
        for first in range(len(words) - 1)
    )
    return next((name.strip(" .,") for name in names if _spells(name, letters)), "")


def _spells(name: str, letters: str) -> bool:
    """Whether a domain begins with the first word of a name, goes on with others of it, and ends but for a few letters.

    In the plural or not: "cranes" for Crane Hire.
    """
    words = [re.sub(r"[^a-z]", "", "and" if word in "&+" else word) for word in plain(name).split()]
    if any(letters == "".join(word[:1] for word in words[:at]) + "".join(words[at:]) for at in range(2, len(words))):
        return True  # "ddcoldfreight" is Darling Downs Cold Freight
    first, *others = words
    if len(first) < (_LEAST if "and" in others[:1] else _FIRST) or not letters.startswith(first):
        return False
    left = letters.removeprefix(first)
    initials = "".join(word[0] for word in others if word and word not in _JOINED)
    if len(initials) > 1 and left == initials:
        return True  # "sunflowerchc"
    for word in others:
        if word and left.startswith(word):
            left = left.removeprefix(word).removeprefix("s" if left == f"{word}s" else "")
    shortened = len(left) > _REST and any(word.startswith(left) for word in others)  # "vet" for Veterinary
    return len(left) <= _REST or shortened


def _apart(piece: str, words: set[str]) -> list[str]:
    """A piece of a domain in its words, as far as the text has the last ones, in the plural or not."""
    for at in range(3, len(piece) - 2):
        last = piece[at:]
        known = last in words or last.removesuffix("s") in words or f"{last}s" in words
        known = known or (last in _TRADES and at >= _FIRST)
        if known and last not in _JOINED:
            return [*_apart(piece[:at], words), last]
    first = next((at for at in range(len(piece) - 4, 4, -1) if piece[:at] in words - _JOINED), 0)
    return [piece[:first], piece[first:]] if first else [piece]
