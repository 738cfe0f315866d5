"""Where the work is, as the lines at the head of a posting state it: the parts beside its title, a town below it."""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.places import Place, read_place
from roles.core.places.gazetteer import is_large_town, is_town

from .folded_lines import FoldedLine
from .place_of_firm import less_company
from .place_sentences import WAY, is_named
from .place_sites import of_sites
from .place_value import (
    BEARS,
    DISTRICT,
    EITHER,
    NOTED,
    REMOTE,
    is_no_place,
    is_sure,
    may_be,
    place_and_way,
    read_near,
)
from .place_words import ISLE, NAME, is_of_others

_ONLY_A_WAY = re.compile(rf"{WAY}(?i: work| working| position| role)?")
# Where another fact begins in a line: "Denver, CO | Full-time", "München · Vollzeit", a cell of a table.
_BETWEEN = re.compile(r"\s*[·•|\t]\s*|\s+/\s+|\s+[–—-]+\s+|\s{3,}")
_TOWN = re.compile(
    rf"({NAME}(?: (?:of |on |upon |am |la |le |de |del |du )?{NAME}){{0,3}}(?: \d{{1,2}})?"
    rf", (?:the )?{NAME}(?: {NAME}){{0,3}}"
    rf"(?:, {NAME}(?: {NAME}){{0,2}})?(?: \d{{5}}| [A-Z]\d[A-Z] ?\d[A-Z]\d)?)"
    rf"(?:,? ?[(\[–-]? ?({WAY})(?:[ ,;:][^()\[\]]{{1,40}})?[)\]]?)?"
)
# "Driffield and Malton, Yorkshire"
_TWO_TOWNS = re.compile(
    rf"{NAME}(?: {NAME}){{0,2}}(?:, {NAME}(?: {NAME}){{0,2}})?(?: (?:and|"
    rf"&|\+|or) | ?/ ?){NAME}(?: {NAME}){{0,2}}(?:, {NAME}(?: {NAME}){{0,2}})?"
)
# "Sydney NSW", "Leeds": a part of a header that is a place without a comma.
_BARE = re.compile(
    rf"((?:Greater )?{NAME}(?: {NAME}){{0,3}}(?: \d{{4,5}})?)(?:\s*[(\[]({WAY})(?:[ ,;:][^()\[\]]{{1,40}})?[)\]])?"
)
# "Perth WA": a town with the code of its region, alone in a line; "Dublin 12"; and a second name, "Mumbai (Bhiwandi)".
_CODED = re.compile(rf"{NAME}(?: {NAME}){{0,3}} [A-Z]{{2,3}}(?: \d{{4,5}})?")
_BRACKETS = re.compile(r"\(([^()]{3,60})\)")
_BEHIND_BRACKETS = re.compile(r"[\s!,]*\(([^()]{1,60})\)\s*[,–—-]*\s*(\S.*)")
_TITLE = re.compile(
    r".*\b(?i:director|operations|manager|officer|head|lead|leader|coordinator|coo|supervisor|president)\b\)?"
)
_BEFORE_TITLE = re.compile(r"[\[(]?([A-Z][^:\[\]()]{2,40})(?::|[\])]) ?(?=\w)")
_OR_REMOTE = re.compile(r"(?: or |\s?/\s?)(?:fully )?(?:remote|anywhere|(?:from |at )?home)\b.{0,30}$", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"{NAME}(?: {NAME}){{0,2}} \({NAME}(?: {NAME}){{0,2}}\)")
_CODED_LAST = re.compile(rf"(?:{NAME}(?: {NAME}){{0,3}}, )?{NAME}(?: {NAME}){{0,2}} [A-Z]{{2,3}}(?: \d{{4,5}})?")
_TOWN_LAST = re.compile(rf"(?!(?:Dr|Mrs?|Ms)\b)(?:{NAME} (?:& |and )?){{2,5}}({NAME})")
# "Theatr y Foryd, Caernarfon", "Alder Group, Kilkenny & Carlow": a firm of two words and more, and its town.
_NAME_THEN_TOWN = re.compile(
    rf"{NAME}(?: (?:(?:&|and|of|the|y|yr|de|la|le|du) )?{NAME}){{1,5}}, "
    rf"(?P<code>\d{{4,5}} )?(?P<town>{NAME}(?: (?:&|and|of|\+) {NAME}| {NAME}){{0,2}})"
)
# A shorter name alone in a line is as often a word of the page; of the countries this is read in it counts.
_SHORT_NAME = 5
_LINES_OF_A_TOWN = 5
_IN_SMALL = re.compile(r" \((?:[a-z]|\d)[^()]{3,60}\)$")  # "Leeds (with some home working)"
_LINE_OF_A_TOWN = re.compile(
    rf"{NAME}(?: (?:of |on |upon |am |la |le |de |del |"
    rf"du )?{NAME}){{0,3}}(?:,? (?:Co\.? )?{NAME}(?: {NAME}){{0,2}})?"
    rf"(?: \({NAME}(?: {NAME}){{0,2}}\)(?:, {NAME}(?: {NAME}){{0,2}})?)?"
)
# "Remote within Colorado, with one day a month at our workshop"
_WITH_VISITS = re.compile(r",? with [^,|]{3,80}$")
# "(Brisbane, 4 shops)"
_COUNTED = re.compile(r", (?:\d{1,3}|two|three|four|five|six|seven|eight|several) [a-z]{3,15}$")
_FIRM_IN_TOWN = re.compile(rf"({NAME}(?: (?:(?:&|and|of) )?{NAME}){{1,4}}) \(({NAME}(?: {NAME}){{0,2}})\)")
_IN_TOWN = re.compile(rf"\w in ({_TOWN.pattern})$")


# "Unit 4, Halesfield 9, Telford": what is in a town, by its number.
_UNIT_FIRST = re.compile(
    r"^(?:(?:units?|suite|floor|block|plot|building) (?=\S*\d|\w,)[\w/&-]{1,8}, )"
    r"(?:[^,\d]{3,25} \d{1,3}[a-z]?, )*(?=[A-Z])",
    re.I,
)
_SIGNS_AROUND = re.compile(r"^[^\w\s(.,\"'’&]+\s+|\s+[^\w\s).,\"'’&!]+$")


HEADER_LINES = 8
# "(remote US, must live in …)", "remote (UK only, quarterly meet-ups in …)"
_FAR = re.compile(r"(?i:\b(?:fully )?remote)(?: ?\(|, | )(?:(?i:in|within) )?(?:the )?[A-Z][^(),.]{1,30}(?=, [a-z])")
_PART_LIMIT = 90


def of_header(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the place, and the workplace beside it or alone, that a line at the head of a text is made of."""
    for folded_line in folded_lines[:HEADER_LINES]:
        if (
            len(folded_line.text) <= _PART_LIMIT
            and not folded_line.heading
            and (words := _remote_place(folded_line.text))
        ):
            return words, words
    if far := _from_far(folded_lines[:HEADER_LINES]):
        return far, far
    lines = [_parts(folded_line) for folded_line in folded_lines[:HEADER_LINES] if len(folded_line.text) <= 200]
    way = next((part for line in lines for part in line if _ONLY_A_WAY.fullmatch(part)), "")
    if several := next(filter(None, map(_several, lines)), "") or of_sites(folded_lines[:HEADER_LINES]):
        return several, way
    for expression in (_TOWN, _BARE):
        for line in lines:
            for part in line:
                if len(part) > _PART_LIMIT:
                    continue
                if words := _remote_place(part):
                    return words, words
                if (_TWO_TOWNS.fullmatch(part) and _is_two_towns(part)) or _is_near(part):
                    return part, way
                bare = DISTRICT.sub("", part)
                match = expression.fullmatch(_OR_REMOTE.sub("", part if may_be(part) else bare))
                match = match or expression.fullmatch(bare)
                if match is None and expression is _TOWN and (behind := _behind_a_name(part)):
                    return behind, way
                # A name without a comma may be anything where nothing is beside it.
                if match is None and len(line) > 1:
                    match = expression.fullmatch(_BRACKETS.sub("", part).strip())
                beside_it = match and (expression is _TOWN or match[2] or len(line) > 1 or _is_coded(match[1]))
                if match and beside_it and may_be(DISTRICT.sub("", match[1])) and not _is_shouted(match[1]):
                    words, beside = place_and_way(less_company(match[1]))
                    return words, match[2] or beside or way
    return "", way


def _from_far(folded_lines: Sequence[FoldedLine]) -> str:
    """Return what a line has of remote work and its country, with more behind it: "remote (UK only, meet-ups in …)"."""
    for folded_line in folded_lines:
        sentence = folded_line.heading or folded_line.text.endswith(".")
        match = None if sentence else _FAR.search(folded_line.text[:200])
        if match and not EITHER.search(folded_line.folded, 0, match.start()):
            places = read_place(match[0]).places
            if places and not any(place.town for place in places):
                return match[0]
    return ""


def _several(parts: Sequence[str]) -> str:
    """Return a line that is nothing but towns with their regions: "Reno, Nevada | Sparks, Nevada"."""
    towns = [part for part in parts if _TOWN.fullmatch(part)]
    if len(towns) < 2 or len(towns) != len(parts):
        return ""
    places = [read_place(part).places for part in parts]
    return "; ".join(parts) if all(len(each) == 1 and _is_a_town(each[0]) for each in places) else ""


def _is_shouted(part: str) -> bool:
    """Whether a part is words in capitals, of which the last looks like a code: "JOB AD"."""
    read = read_place(part)
    return part.isupper() and "," not in part and not any(is_town(place.town) for place in read.places or read.choices)


def _is_two_towns(part: str) -> bool:
    """Whether a part of a header names two towns: "Asheville, NC and Greenville, SC", "Northampton & Telford"."""
    towns = [read_place(each) for each in re.split(r" (?:and|&|\+|or) | ?/ ?", part)]
    return all(any(map(_is_a_town, read.places or read.choices)) for read in towns)


def _is_near(part: str) -> bool:
    """Whether a part is a place too small to be known, by the town it is near: "Te Karaka, 25 mins from Gisborne"."""
    return bool(BEARS.fullmatch(part)) and bool((read := read_near(part)).places or read.choices)


def _behind_a_name(part: str) -> str:
    """Return "Dayton, Ohio" of "Alder Print & Mail, Dayton, Ohio": the town of a line that begins with other words."""
    if named := _NAME_THEN_TOWN.fullmatch(part):
        town = named["town"]
        if ISLE.fullmatch(town) or (_TWO_TOWNS.fullmatch(town) and _is_two_towns(town)):
            return town
        known = is_town(town) and (named["code"] or is_sure(town)) and not is_no_place(town)
        if known and not is_town(part.partition(",")[0]):
            return town
    if (last := _TOWN_LAST.fullmatch(part)) and is_large_town(last[1]) and is_sure(last[1]):
        return "" if is_no_place(last[1]) else last[1]  # "Alder Kitchens Leeds"
    first = part.partition(", ")[0]
    if part.count(", ") > 2 and is_town(first) and (whole := read_place(part)).sure and fold(whole.town) == fold(first):
        return part  # "Spalding, Lincolnshire, England, United Kingdom"
    rest = part
    while ", " in rest:
        rest = rest.partition(", ")[2]
        match = _TOWN.fullmatch(rest) or _CODED_LAST.fullmatch(rest) or _IN_BRACKETS.fullmatch(rest)
        if match:
            places = read_place(rest).places
            if places and all(place.town for place in places):
                return match[0]
    return ""


def _remote_place(part: str) -> str:
    """Return a part that states the work is remote and from where: "Remote - US only (not CO or WA)"; else ""."""
    part = _WITH_VISITS.sub("", part)
    folded = fold(part)
    if not REMOTE.match(folded) or folded.startswith("work") or part.endswith(".") or EITHER.search(folded):
        return ""
    read = read_place(part)
    return part if read.remote and (read.places or read.choices) else ""


def _parts(folded_line: FoldedLine) -> list[str]:
    """The parts of a line of a header; of one with the title in it only what is behind that."""
    parts = []
    for part in _BETWEEN.split(folded_line.text[:200]):
        rest = _UNIT_FIRST.sub("", _SIGNS_AROUND.sub("", part.strip(" *_")))
        # "Back Bay Bikes (Boston, MA)", of a title as well
        bracketed = [_COUNTED.sub("", match[1]) for match in _BRACKETS.finditer(rest) if "," in match[1]]
        if bracketed and rest not in (f"({bracketed[0]})",) and not rest.endswith("."):
            parts += bracketed
        if title := _TITLE.match(rest):
            if (first := _BEFORE_TITLE.match(rest)) and may_be(DISTRICT.sub("", first[1])):
                parts.append(first[1])  # "Galway: Head of Operations", "[Leeds] Operations Manager"
            if rest.endswith(".") and is_of_others(fold(rest), len(rest)):
                continue  # "The head office is in Leeds."
            rest = rest[title.end() :]
            if inside := _IN_TOWN.search(rest):
                parts.append(inside[1])  # "… for a trucking company in Tulsa, OK"
            if behind := _BEHIND_BRACKETS.match(rest):
                parts.append(behind[1])
                rest = behind[2]
            if noted := NOTED.fullmatch(rest):
                rest = noted[1]  # "…, Walla Walla, WA (a small winery)"
            rest = rest.lstrip(" ,:–—-(!").rstrip(")!")
            rest = re.sub(r"^(?:in|at|for)\s+", "", rest)
            parts.append("")  # something was beside it
        parts.append(rest.strip())
    return parts


# "21 Bukit Batok Crescent, Singapore 658065": a street with its number before its town, with a postcode behind.
_STREET_LINE = re.compile(
    r"^\d{1,5}[A-Za-z]? [^,\d]{2,40} (?:street|road|avenue|lane|drive|crescent|boulevard|terrace|way|place), (?=[A-Z])|"
    r"(?<=[a-z]) \d{6}$",
    re.IGNORECASE,
)


def of_a_line(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the town that is all of a line below the title: "Bristol", "Naas, Co. Kildare", "Sherbrooke (Québec)"."""
    for folded_line in folded_lines[1:_LINES_OF_A_TOWN]:
        text = _IN_SMALL.sub("", _STREET_LINE.sub("", folded_line.text.strip(" .*_")))
        text = text if may_be(text) and _LINE_OF_A_TOWN.fullmatch(text) else DISTRICT.sub("", text)
        if (firm := _FIRM_IN_TOWN.fullmatch(text)) and not may_be(firm[1]):
            text = firm[2]  # "Alder Foods (Ludlow)"
        if folded_line.heading or len(text) > _PART_LIMIT or not _LINE_OF_A_TOWN.fullmatch(text) or is_no_place(text):
            continue
        read = read_place(text)
        towns = any(map(_is_a_town, read.places or read.choices)) and (
            "," in text or " " in text or is_sure(text) or len(text) > _SHORT_NAME
        )
        city_state = (
            is_large_town(_BRACKETS.sub("", text).strip())
            and read.places
            and not any(place.region for place in read.places)
        )
        # "Berlin-Mitte": a quarter and its city; "Co. Antrim": a region whose name nobody has.
        quarter = read.sure and "-" in text and bool(read.town)
        region = read.sure and not read.town and " " in text and not text.isupper() and is_sure(text)
        if towns or city_state or quarter or region:
            return text, ""
    return "", ""


def _is_a_town(place: Place) -> bool:
    return bool(place.town) and (is_named(place))


def _is_coded(part: str) -> bool:
    """Whether a part is a town and its region's code, not a line in capitals."""
    return bool(_CODED.fullmatch(part)) and not part.isupper() and bool(read_place(part).places)
