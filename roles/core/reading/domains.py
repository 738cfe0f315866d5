"""The name of a business, of the domain it is written to: "jobs@southsidepanels.example" is Southside Panels.

A domain has no spaces. It is taken apart only where the text has the word its last part is: "panel shop". What cannot
be taken apart is one word.
"""

import re
from collections.abc import Sequence

from roles.core.folding import fold

from .company_words import NAME_ALONE
from .passages import Passage

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
_JOINED = frozenset({"and", "the", "of", "north", "south", "east", "west", "side"})


def name_of_domain(folded: str, passages: Sequence[Passage]) -> str:
    """Return the name that the first e-mail address in a folded line has behind its "@", "" for none of a firm's."""
    for match in _HOST.finditer(folded):
        host = match["name"]
        if not _NOT_ITS_OWN.fullmatch(host):
            if written := _written(re.sub(r"[^a-z]", "", host), passages):
                return written
            words = {
                word for each in passages for word in _WORD.findall(re.sub(r"\S*@\S*|https?\S*", " ", each.folded))
            }
            return " ".join(part.title() for piece in host.split("-") for part in _apart(piece, words))
    return ""


def _written(letters: str, passages: Sequence[Passage]) -> str:
    """The name whose letters a domain has, as the text writes it: "Harrow & Finch Landscapes" of "harrowfinch"."""
    for passage in passages:
        for match in NAME_ALONE.finditer(passage.text if letters[:4] in passage.folded else ""):
            if " " in match[0] and re.sub(r"[^a-z]|\band\b", "", fold(match[0])).startswith(letters):
                return match[0].strip(" .,")
    return ""


def _apart(piece: str, words: set[str]) -> list[str]:
    """A piece of a domain in its words, as far as the text has the last ones, in the plural or not."""
    for at in range(3, len(piece) - 2):
        last = piece[at:]
        known = last in words or last.removesuffix("s") in words or f"{last}s" in words
        if known and last not in _JOINED:
            return [*_apart(piece[:at], words), last]
    first = next((at for at in range(len(piece) - 4, 4, -1) if piece[:at] in words - _JOINED), 0)
    return [piece[:first], piece[first:]] if first else [piece]
