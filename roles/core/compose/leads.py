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


# Those who lead others, where an answer names several of a kind, and where it names one.
_SEVERAL = re.compile(
    r"(?:\d+ )?(?P<kind>[a-z]+ )?(?P<leaders>supervisors|foremen|forepersons|team leaders|team leads|leads|leaders|"
    r"chargehands|charge hands|coordinators|co-ordinators|superintendents)\b"
)
_ONE = re.compile(r"\b(?:supervisor|foreman|lead|leader|manager|coordinator|superintendent|head)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ )?$")
ANYBODY = "those you lead"


def leaders_in(text: str) -> str:
    """Return what an owner calls those who lead others under the post, "" where her words do not tell.

    "2 field supervisors" are "field supervisors", "snow and yard supervisors" are "supervisors"; where she names each
    by a title of its own, they are those one leads.
    """
    if best := _SEVERAL.search(text):
        if _COUNTED.fullmatch(best["kind"] or ""):
            return best["leaders"]
        counted = best["kind"] and _COUNTED.search(text[: best.start("leaders")])
        return f"{best['kind'] or ''}{best['leaders']}" if counted else best["leaders"]
    return ANYBODY if len(_ONE.findall(text)) > 1 else ""
