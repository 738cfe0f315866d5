"""Whom a post leads, as far as it decides which statements suit it."""

import re
from enum import StrEnum


class Leads(StrEnum):
    """Who reports to the post: the altitude its duties are written at."""

    NOBODY = "nobody"
    SUPERVISORS = "supervisors"
    MANAGERS = "managers"
    SITE_MANAGERS = "site_managers"
    CONTRACTORS = "contractors"

    @property
    def phrase(self) -> str:
        """Return it as an owner chooses it."""
        return _PHRASES[self]


_PHRASES = {
    Leads.NOBODY: "nobody directly",
    Leads.SUPERVISORS: "supervisors, team leads or staff",
    Leads.MANAGERS: "managers or heads of department",
    Leads.SITE_MANAGERS: "managers of sites or branches",
    Leads.CONTRACTORS: "contractors or partner firms",
}

# In the order they are tried: "two site managers and the heads of quality" leads site managers.
_WORDS = (
    (
        Leads.SITE_MANAGERS,
        r"(?:site|branch|store|shop|plant|office|practice|restaurant|general|area|regional|cent(?:re|er)|depot|hotel|"
        r"home|school|clinic)[ -]managers",
    ),
    (Leads.MANAGERS, r"managers?|heads? of|directors?|department heads|controller"),
    (Leads.SUPERVISORS, r"supervisors?|leads?|leaders?|foremen|foreperson|coordinators?|chefs?|dispatchers?"),
    (Leads.CONTRACTORS, r"contractors?|partner firms?|agencies|freelancers"),
)


def leads_in(text: str) -> Leads | None:
    """Return whom an owner's words name as led, None where they do not tell."""
    for kind, words in _WORDS:
        if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE):
            return kind
    return None
