"""Where the work is, as a posting states it: behind a label, at its head, or in a sentence about the post."""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.places import Place, PlaceReading, places_of, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_large_town

from .labels import Labelled
from .passages import Passage
from .place_mentions import Weight, weightiest, works_remotely
from .place_of_firm import less_company, of_firm
from .place_sentences import SAYS_REMOTE, WAY, is_named, of_sentences
from .place_words import NAME, SITE, is_of_others
from .posting import Stated

HEADER_LINES = 8
_PART_LIMIT = 90

# Indeed's "Work Location: In person" is how one works, not where.
_ARRANGEMENT = re.compile(
    r"(?:in[ -]person|on[ -]?site|in[ -]office|(?:in )?the office|hybrid|office[ -]based|yes|no)\b.{0,30}"
)
# "Remote, US": of a place that is only far off, such as a remote site, nothing is read.
_REMOTE = re.compile(
    r"(?:(?:fully|100%|completely|entirely) )?(?:remote(?:ly)?|home[ -]based|"
    r"work(?:ing)? from home|wfh)\b(?! (?:sites?|locations?|camps?|mines?|areas?))"
)
_EITHER = re.compile(r"\bor\b(?! \w{2}\b\)?)|\bhybrid\b|\bon-?site\b")
# "Denver, CO (Hybrid)" and "Hybrid, London".
_PLACE_FIRST = re.compile(rf"(\S.*?)(?:\s*[,|/]\s*|\s+[–—-]\s+|\s*[(\[])({WAY})(?:, [^()]{{1,40}}\))?[)\]]?\.?")
_WAY_FIRST = re.compile(rf"({WAY})(?:\s*[:,|/]\s*|\s+[–—-]\s+|\s*\(|\s+in\s+)([A-Z][^\d(]*?)\)?\.?")
_ONLY_A_WAY = re.compile(rf"{WAY}(?i: work| working| position| role)?")
# Where another fact begins in a line: "Denver, CO | Full-time", "München · Vollzeit", a cell of a table.
_BETWEEN = re.compile(r"\s*[·•|\t]\s*|\s+[–—-]+\s+|\s{3,}")
_TOWN = re.compile(
    rf"({NAME}(?: (?:of |on |upon |am |la |le |de |del |du )?{NAME}){{0,3}}(?: \d{{1,2}})?"
    rf", (?:the )?{NAME}(?: {NAME}){{0,3}}"
    rf"(?:, {NAME}(?: {NAME}){{0,2}})?(?: \d{{5}}| [A-Z]\d[A-Z] ?\d[A-Z]\d)?)"
    rf"(?:,? ?[(\[–-]? ?({WAY})(?:[ ,;:][^()\[\]]{{1,40}})?[)\]]?)?"
)
# "Driffield and Malton, Yorkshire"
_TWO_TOWNS = re.compile(
    rf"{NAME}(?: {NAME}){{0,2}}(?:, {NAME}(?: {NAME}){{0,2}})? (?:and|"
    rf"&) {NAME}(?: {NAME}){{0,2}}(?:, {NAME}(?: {NAME}){{0,2}})?"
)
# "Sydney NSW", "Leeds": a part of a header that is a place without a comma.
_BARE = re.compile(
    rf"((?:Greater )?{NAME}(?: {NAME}){{0,3}}(?: \d{{4,5}})?)(?:\s*[(\[]({WAY})(?:[ ,;:][^()\[\]]{{1,40}})?[)\]])?"
)
# "Perth WA": a town with the code of its region, alone in a line; "Dublin 12"; and a second name, "Mumbai (Bhiwandi)".
_CODED = re.compile(rf"{NAME}(?: {NAME}){{0,3}} [A-Z]{{2,3}}(?: \d{{4,5}})?")
_DISTRICT = re.compile(r"(?<=[^\W\d]) \d{1,2}(?=,|$)")
_BRACKETS = re.compile(r"\(([^()]{3,60})\)")
_BEHIND_BRACKETS = re.compile(r"[\s!,]*\(([^()]{1,60})\)\s*[,–—-]*\s*(\S.*)")
_NOTED = re.compile(r"([^()]*\w[^()]*?)\s*\([^()]*\)")
_TITLE = re.compile(
    r".*\b(?i:director|operations|manager|officer|head|lead|leader|coordinator|coo|supervisor|president)\b\)?"
)
# Where a place may end before its line: "St. Louis, MO. On site, with travel …"
_STOP = re.compile(r"(?<!\bSt)(?<!\bMt)(?<!\bFt)\. (?=[A-Z])")
_OR_REMOTE = re.compile(r"(?: or |\s?/\s?)(?:fully )?(?:remote|anywhere)\b.{0,30}$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:[·•|]|\s[–—-]\s|\t|\s{3,}).*$|"
    r"[,.]? (?:with (?:(?:the|an?|some) )?(?:\w+ )?(?:travel|visits?|trips?)\b(?! (?:throughout|across|in|within)).*)$"
)
_IN_BRACKETS = re.compile(rf"{NAME}(?: {NAME}){{0,2}} \({NAME}(?: {NAME}){{0,2}}\)")
_CODED_LAST = re.compile(rf"(?:{NAME}(?: {NAME}){{0,3}}, )?{NAME}(?: {NAME}){{0,2}} [A-Z]{{2,3}}(?: \d{{4,5}})?")
# "Our Dundee hub", "Eugene office, Lane County": the town of a site.
_OF_A_SITE = re.compile(rf"(?:[Oo]ur |[Tt]he )?({NAME}(?: {NAME}){{0,2}}) {SITE}\b.*")
_SITE_LAST = re.compile(rf"^(?:at |in )?(?:our|the) | {SITE}$")
_LINES_OF_A_TOWN = 5
_LINE_OF_A_TOWN = re.compile(
    rf"{NAME}(?: (?:of |on |upon |am |la |le |de |del |"
    rf"du )?{NAME}){{0,3}}(?:,? (?:Co\.? )?{NAME}(?: {NAME}){{0,2}})?"
    rf"(?: \({NAME}(?: {NAME}){{0,2}}\))?"
)
_IN_TOWN = re.compile(rf"\w in ({_TOWN.pattern})$")


def place_stated(passages: Sequence[Passage], labels: Sequence[Labelled]) -> tuple[Stated[PlaceReading] | None, str]:
    """Return where the work is, None where that is not stated, and the words beside it on how one works there."""
    # Indeed's "Work Location: In person" is how, not where.
    told = [each for each in labels if each.fact == "job_location" and _ARRANGEMENT.fullmatch(fold(each.value))]
    ways = [each.value for each in told]
    unread = ""
    for each in labels:
        if each.fact != "job_location" or not each.value or (each.passage.heading and not each.start):
            continue
        if each.bare and not _may_be(each.value):
            continue
        words, way = _place_and_way(each.value)
        ways.append(way)
        below = each.start == 0
        if words and not below and not _is_told(words):
            unread = unread or words  # "in the shop, Oak Street": the town may be over it
            ways.append(words)
        elif words and (not below or _is_address(words)):
            return _stated(words), way or next(filter(None, ways), "")
    for find in (_of_header, _of_a_line, _told):
        words, way = find(passages)
        if words:
            return _stated(words), next(filter(None, ways), "") or way
        ways.append(way)
    return _stated(unread) if unread else None, next(filter(None, ways), "")


def _told(passages: Sequence[Passage]) -> tuple[str, str]:
    """Return the place that sentences give: the post's, else its firm's, unless the post is done from home."""
    words, weight = weightiest(passages)
    if weight >= Weight.POST:
        return words, ""
    of_post, way = of_sentences(passages)
    if of_post or (words and not works_remotely(passages)):
        return of_post or words, way
    return of_firm(passages)


def _is_told(words: str) -> bool:
    """Whether what is behind a label names its place: "South End office" does not, "the Leeds office" does."""
    if not _may_be(words):
        return bool(_REMOTE.search(fold(words)))
    return bool("," in words or not _SITE_LAST.search(words) or is_large_town(_SITE_LAST.sub("", words)))


def _is_sure(name: str) -> bool:
    """Whether a name alone is a town of the countries this is read in, or one of several."""
    read = read_place(name)
    return bool(read.choices) or any(place.country in HOME_COUNTRIES for place in read.places)


def _stated(words: str) -> Stated[PlaceReading]:
    if (noted := _NOTED.fullmatch(words)) and read_place(noted[1]).sure and read_place(words).choices:
        words = noted[1]  # "Tampa, FL (Hyde Park office)"
    return Stated(read_place(_DISTRICT.sub("", words)), words)


def _place_and_way(value: str) -> tuple[str, str]:
    """Return what the words after "Location:" give: where, and how one works there; "" for either."""
    value = _cut(value)
    stops = (match.start() for match in _STOP.finditer(value))
    value = next((value[:stop] for stop in stops if _is_place(value[:stop])), value)
    if (site := _OF_A_SITE.fullmatch(value)) and _is_sure(site[1]) and not _is_place(value):
        return site[1], ""
    folded = fold(value)
    if _REMOTE.match(folded) and not _EITHER.search(folded):
        return value, value
    if match := _PLACE_FIRST.fullmatch(value):
        return match[1], match[2]
    if match := _WAY_FIRST.fullmatch(value):
        return match[2], match[1]
    if _ARRANGEMENT.fullmatch(folded) and not _is_place(value):
        return "", value
    return value, ""


def _cut(value: str) -> str:
    """Return a value without what another fact adds in the same line; of a remote post all of it stays."""
    if SAYS_REMOTE.search(fold(value)) and not re.search(r"[·•|\t]", value):
        return value.strip()
    return _TAIL.sub("", value).strip(" ,;|·•") or value.strip()


def _is_address(text: str) -> bool:
    """Whether a line below a heading such as "Location" is an address, or states that the work is remote."""
    if len(text) > 120:
        return False
    way = _REMOTE.match(fold(text)) and len(text) <= 40 and not text.endswith(".")
    return bool(way) or _may_be(text)


def _of_header(passages: Sequence[Passage]) -> tuple[str, str]:
    """Return the place, and the workplace beside it or alone, that a line at the head of a text is made of."""
    for passage in passages[:HEADER_LINES]:
        if len(passage.text) <= _PART_LIMIT and not passage.heading and (words := _remote_place(passage.text)):
            return words, words
    lines = [_parts(passage) for passage in passages[:HEADER_LINES] if len(passage.text) <= 200]
    way = next((part for line in lines for part in line if _ONLY_A_WAY.fullmatch(part)), "")
    for expression in (_TOWN, _BARE):
        for line in lines:
            for part in line:
                if len(part) > _PART_LIMIT:
                    continue
                if words := _remote_place(part):
                    return words, words
                if _TWO_TOWNS.fullmatch(part) and _is_two_towns(part):
                    return part, way
                match = expression.fullmatch(_OR_REMOTE.sub("", part))
                if match is None and expression is _TOWN and (behind := _behind_a_name(part)):
                    return behind, way
                # A name without a comma may be anything where nothing is beside it.
                if match is None and len(line) > 1:
                    match = expression.fullmatch(_BRACKETS.sub("", part).strip())
                beside_it = match and (expression is _TOWN or match[2] or len(line) > 1 or _is_coded(match[1]))
                if match and beside_it and _may_be(_DISTRICT.sub("", match[1])):
                    words, beside = _place_and_way(less_company(match[1]))
                    return words, match[2] or beside or way
    return "", way


def _is_two_towns(part: str) -> bool:
    """Whether a part of a header names two towns: "Asheville, NC and Greenville, SC", "Northampton & Telford"."""
    towns = [read_place(each) for each in re.split(r" (?:and|&) ", part)]
    return all(any(map(_is_a_town, read.places or read.choices)) for read in towns)


def _behind_a_name(part: str) -> str:
    """Return "Dayton, Ohio" of "Alder Print & Mail, Dayton, Ohio": the town of a line that begins with other words."""
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
    folded = fold(part)
    if not _REMOTE.match(folded) or folded.startswith("work") or part.endswith(".") or _EITHER.search(folded):
        return ""
    read = read_place(part)
    return part if read.remote and (read.places or read.choices) else ""


_SIGNS_AROUND = re.compile(r"^[^\w\s(.,\"'’&]+\s+|\s+[^\w\s).,\"'’&!]+$")


def _parts(passage: Passage) -> list[str]:
    """The parts of a line of a header; of one with the title in it only what is behind that."""
    parts = []
    for part in _BETWEEN.split(passage.text[:200]):
        rest = _SIGNS_AROUND.sub("", part.strip(" *_"))
        # "Back Bay Bikes (Boston, MA)", of a title as well
        bracketed = [match[1] for match in _BRACKETS.finditer(rest) if "," in match[1]]
        if bracketed and rest not in (f"({bracketed[0]})",) and not rest.endswith("."):
            parts += bracketed
        if title := _TITLE.match(rest):
            if rest.endswith(".") and is_of_others(fold(rest), len(rest)):
                continue  # "The head office is in Leeds."
            rest = rest[title.end() :]
            if inside := _IN_TOWN.search(rest):
                parts.append(inside[1])  # "… for a trucking company in Tulsa, OK"
            if behind := _BEHIND_BRACKETS.match(rest):
                parts.append(behind[1])
                rest = behind[2]
            if noted := _NOTED.fullmatch(rest):
                rest = noted[1]  # "…, Walla Walla, WA (a small winery)"
            rest = rest.lstrip(" ,:–—-(!").rstrip(")!")
            rest = re.sub(r"^(?:in|at|for)\s+", "", rest)
            parts.append("")  # something was beside it
        parts.append(rest.strip())
    return parts


def _of_a_line(passages: Sequence[Passage]) -> tuple[str, str]:
    """Return the town that is all of a line below the title: "Bristol", "Naas, Co. Kildare", "Sherbrooke (Québec)"."""
    for passage in passages[1:_LINES_OF_A_TOWN]:
        text = passage.text.strip(" .*_")
        if passage.heading or len(text) > _PART_LIMIT or not _LINE_OF_A_TOWN.fullmatch(text):
            continue
        read = read_place(text)
        if (read.places and any(map(_is_a_town, read.places))) or any(map(_is_a_town, read.choices)):
            return text, ""
    return "", ""


def _is_a_town(place: Place) -> bool:
    return bool(place.town) and is_named(place)


def _may_be(text: str) -> bool:
    """Whether a text is a place, though perhaps one of several."""
    read = read_place(text)
    return bool(read.places or read.choices)


def _is_coded(part: str) -> bool:
    """Whether a part is a town and its region's code, not a line in capitals."""
    return bool(_CODED.fullmatch(part)) and not part.isupper() and bool(read_place(part).places)


def _is_place(text: str) -> bool:
    return not places_of(text).unread
