"""The facts a pasted text states in lines of their own: "Location: Denver, CO", and as job boards set them."""

import re

from roles.core.folding import fold
from roles.core.places import REGION_OF_CODE, places_of

from .headings import heading_of
from .lines import Line

HEADER_LINES = 6

_FACT = re.compile(r"\s*([A-Za-z][A-Za-z /-]{2,24}?)(?:\s{0,3}:|\s{1,3}[–—-])\s{1,5}(\S.{0,199})")
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
# Indeed's "Work Location: In person" is how one works, not where.
_ARRANGEMENT = re.compile(r"(?:in[ -]person|on[ -]?site|in[ -]office|(?:in )?the office|hybrid)\b.{0,30}")
# "Remote, US": of a place that is only far off, such as a remote site, nothing is read.
_REMOTE = re.compile(r"(?:(?:fully|100%|completely|entirely) )?remote\b(?! (?:sites?|locations?|camps?|mines?|areas?))")
_EITHER = re.compile(r"\bor\b|\bhybrid\b|\bon-?site\b")
_WAY = r"(?i:(?:fully |100% )?remote|hybrid|on-?site|in[ -]office)"
# "Denver, CO (Hybrid)" and "Hybrid, London".
_PLACE_FIRST = re.compile(rf"(\S.*?)(?:\s*[,|/]\s*|\s+[–—-]\s+|\s*[(\[])({_WAY})[)\]]?")
_WAY_FIRST = re.compile(rf"({_WAY})(?:\s*[:,|/]\s*|\s+[–—-]\s+|\s*\(|\s+in\s+)([A-Z][^\d(]*?)\)?")
_ONLY_A_WAY = re.compile(rf"{_WAY}(?i: work| position| role)?")
# Sentences that only give a place: "Based in Bristol", "Remote (UK)", "Work from home anywhere in the UK".
_NAMED = r"[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){0,4}"
_BASED = re.compile(
    rf"(?i:(?:(?:the |this )?(?:job|role|post|position)(?: is)? )?based (?:in|at) )({_NAMED}(?: \({_WAY}\))?)\.?"
)
_FROM_HOME = re.compile(
    r"(?i:(?:fully |100% )?(?:remote|work(?:ing)? from (?:home|anywhere)|home[ -]based))"
    rf"(?: \(|, | [–—-] | )(?i:(?:from )?(?:anywhere )?(?:with)?in )?(?i:the )?({_NAMED})(?: only)?\)?\.?"
)
# LinkedIn's line below the title: "Alder Bakery · Denver, CO (On-site)".
_BETWEEN = re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+")
_TOWN = re.compile(
    r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
    r"(?: \d{5})?)"
    r"(?:\s*\(((?i:on-?site|hybrid|remote))\))?"
)
# "Sydney NSW", "Leeds": a part of a header that is a place without a comma.
_BARE = re.compile(
    r"((?:Greater )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}(?: \d{4})?)(?:\s*\(((?i:on-?site|hybrid|remote))\))?"
)
_COMPANY = re.compile(
    r"\b(?:AS|AB|AG|BV|B\.V\.|Co|Corp|GmbH|Group|Inc|LLC|LLP|Ltd|Limited|NV|Oy|plc|PLC|Pte|Pty|SA|SE|SpA|Works)\.?$"
)
# Where a place may end before its line: "St. Louis, MO. On site, with travel …"
_STOP = re.compile(r"\. (?=[A-Z])")
_OR_REMOTE = re.compile(r"(?: or | / )(?:fully )?remote\b.{0,30}$", re.IGNORECASE)


def facts_of(lines: list[Line]) -> dict[str, str]:
    """Return the facts the lines state, as they word them: {"job_location": "Denver, CO"}."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        match = _FACT.fullmatch(line.text)
        label, value = (match[1], match[2].strip()) if match else (line.text.rstrip(": "), "")
        name = _NAMES.get(fold(label)) if len(label) <= 26 else None
        if name == "job_location" and not value and number + 1 < len(lines):
            value = _below(lines[number + 1])
        if name == "job_location":
            for fact, words in _place_and_way(value).items():
                found.setdefault(fact, words)
        elif name and value:
            found.setdefault(name, value)
    if "job_location" not in found:
        found = _of_header(lines[:HEADER_LINES]) | found
    if "job_location" not in found:
        found |= _of_sentences(lines)
    return found


def _place_and_way(value: str) -> dict[str, str]:
    """Return what the words after "Location:" give: where, how one works there, or both."""
    stops = (match.start() for match in _STOP.finditer(value))
    value = next((value[:stop] for stop in stops if _is_place(value[:stop])), value)
    folded = fold(value)
    if _REMOTE.match(folded) and not _EITHER.search(folded):
        return {"job_location": value, "workplace": value}
    if match := _PLACE_FIRST.fullmatch(value):
        return {"job_location": match[1], "workplace": match[2]}
    if match := _WAY_FIRST.fullmatch(value):
        return {"job_location": match[2], "workplace": match[1]}
    if _ARRANGEMENT.fullmatch(folded) and not _is_place(value):
        return {"workplace": value}
    return {"job_location": value} if value else {}


def _below(line: Line) -> str:
    """Return the line below a heading such as "Location" where it is an address, or a word on the arrangement."""
    text = line.text
    if line.bullet or len(text) > 120 or heading_of(text, alone=False):
        return ""
    folded = fold(text)
    way = _ARRANGEMENT.fullmatch(folded) or (_REMOTE.match(folded) and len(text) <= 40 and not text.endswith("."))
    return text if way or _is_place(text) else ""


def _of_header(lines: list[Line]) -> dict[str, str]:
    """Return the place, and the workplace beside it or alone, that a line at the head of a text is made of."""
    parts = [[part.strip() for part in _BETWEEN.split(line.text[:200])] for line in lines]
    way = next((part for line in parts for part in line if _ONLY_A_WAY.fullmatch(part)), "")
    found = {"workplace": way} if way else {}
    for expression in (_TOWN, _BARE):
        for line in parts:
            for part in line:
                match = expression.fullmatch(_OR_REMOTE.sub("", part))
                # A name without a comma may be anything where nothing is beside it.
                if match and (expression is _TOWN or match[2] or len(line) > 1) and _is_place(match[1]):
                    beside = {"workplace": match[2]} if match[2] else {}
                    return found | _place_and_way(_less_company(match[1])) | beside
    return found


def _of_sentences(lines: list[Line]) -> dict[str, str]:
    """Return the place that a line, or a part of one, gives and nothing else."""
    for line in lines:
        for part in (line.text, *_BETWEEN.split(line.text[:200])):
            if match := _BASED.fullmatch(part):
                return _place_and_way(match[1])
            if (match := _FROM_HOME.fullmatch(part)) and _is_place(match[1]):
                return {"job_location": match[1], "workplace": "Remote"}
    return {}


def _is_place(text: str) -> bool:
    return not places_of(text).unread


def _less_company(place: str) -> str:
    """Return "Bergen, Norway" of "Fjord Seafood AS, Bergen, Norway"; "Toronto, ON, Canada" stays."""
    first, _, rest = place.partition(", ")
    town, _, code = rest.partition(", ")
    of_its_own = code in REGION_OF_CODE and not places_of(town).regions
    return rest if of_its_own or (code and _COMPANY.search(first) and _is_place(rest)) else place
