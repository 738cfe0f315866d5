"""The facts a pasted text states in lines of their own: "Location: Denver, CO", and as job boards set them."""

import re
from collections.abc import Iterable

from .headings import heading_of
from .lines import Line
from .places import places_of
from .text import fold

HEADER_LINES = 6

_FACT = re.compile(r"\s*([A-Za-z][A-Za-z /-]{2,24}?)\s{0,3}:\s{1,5}(\S.{0,199})")
_NAMES = {
    "company": "hiring_organization",
    "employer": "hiring_organization",
    "organization": "hiring_organization",
    "organisation": "hiring_organization",
    "company name": "hiring_organization",
    "location": "job_location",
    "job location": "job_location",
    "work location": "job_location",
    "place": "job_location",
    "reports to": "reports_to",
    "reporting to": "reports_to",
    "employment": "employment_type",
    "employment type": "employment_type",
    "job type": "employment_type",
    "type": "employment_type",
    "workplace": "workplace",
    "work arrangement": "workplace",
    "workplace type": "workplace",
}
# Indeed's "Work Location: In person" tells how one works, not where.
_ARRANGEMENT = re.compile(r"(?:in[ -]person|on[ -]?site|in[ -]office|(?:in )?the office|hybrid)\b.{0,30}")
# LinkedIn's line below the title: "Alder Bakery · Denver, CO (On-site)".
_BETWEEN = re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+")
_TOWN = re.compile(
    r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
    r"(?: \d{5})?)"
    r"(?:\s*\(((?i:on-?site|hybrid|remote))\))?"
)
_BRITISH = re.compile(r", (?:uk|u\.k\.|united kingdom|england|scotland|wales|northern ireland|ireland)$")


def facts_stated(lines: list[Line]) -> dict[str, str]:
    """Return the facts the lines state, as they word them: {"job_location": "Denver, CO"}."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = _FACT.fullmatch(line.text)
        label, value = (match[1], match[2].strip()) if match else (line.text.rstrip(": "), "")
        name = _NAMES.get(fold(label)) if len(label) <= 26 else None
        if name == "job_location" and not value and number + 1 < len(lines):
            value = _below(lines[number + 1])
        if name == "job_location" and _ARRANGEMENT.fullmatch(fold(value)) and not _is_place(value):
            name = "workplace"
        if name and value:
            found.setdefault(name, value)
    if "job_location" not in found:
        found = _of_header(lines[:HEADER_LINES]) | found
    return found


def _below(line: Line) -> str:
    """Return the line below a heading such as "Location" where it is an address, or a word on the arrangement."""
    text = line.text
    if line.bullet or len(text) > 120 or heading_of(text, alone=False):
        return ""
    return text if _is_place(text) or _ARRANGEMENT.fullmatch(fold(text)) else ""


def _of_header(lines: Iterable[Line]) -> dict[str, str]:
    """Return the place, and the workplace beside it, that a line at the head of a text is made of."""
    for line in lines:
        for part in _BETWEEN.split(line.text[:200]):
            match = _TOWN.fullmatch(part.strip())
            if match and _is_place(match[1]):
                return {"job_location": match[1]} | ({"workplace": match[2]} if match[2] else {})
    return {}


def _is_place(text: str) -> bool:
    places = places_of(text)
    return bool(places.regions or places.countries or _BRITISH.search(fold(text)))
