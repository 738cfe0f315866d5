"""A place in a line of its own: what a label's value or a part of a header gives, and how one works there."""

import re
from dataclasses import replace

from roles.core.folding import fold
from roles.core.places import PlaceReading, places_of, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_there, is_town, may_be_somebody
from roles.core.places.line import less_note

from .company_words import GENERIC
from .leftovers import is_leftover
from .place_sentences import REMOTE_WORDS, WAY
from .place_words import BEARING, NAME, NO_PLACE, SITE

# Indeed's "Work Location: In person" is how one works, not where.
ARRANGEMENT = re.compile(
    r"(?:in[ -]person|on[ -]?site|in[ -]office|(?:in )?the office|hybrid|office[ -]based|yes|no)\b.{0,30}"
)
# "Remote, US": of a place that is only far off, such as a remote site, nothing is read.
REMOTE = re.compile(
    r"(?:(?:fully|100%|completely|entirely) )?(?:remote(?:ly)?|home[ -]based|"
    r"work(?:ing)? from home|wfh)\b(?! (?:sites?|locations?|camps?|mines?|areas?))"
)
EITHER = re.compile(r"\bor\b(?! \w{2}\b\)?)|\bhybrid\b|\bon-?site\b")
# "Denver, CO (Hybrid)" and "Hybrid, London".
_PLACE_FIRST = re.compile(rf"(\S.*?)(?:\s*[,|/]\s*|\s+[–—-]\s+|\s*[(\[])({WAY})(?:, [^()]{{1,40}}\))?[)\]]?\.?")
_WAY_FIRST = re.compile(rf"({WAY})(?:\s*[:,|/]\s*|\s+[–—-]\s+|\s*\(|\s+in\s+)([A-Z][^\d(]*?)\)?\.?")
# What is behind or before a place and none of its name: "Dublin 12", "Sydney CBD", "Leeds LS11", "20095 Hamburg".
DISTRICT = re.compile(
    r"(?<=[^\W\d]) (?:(?:(?:Sector|Phase|Zone|Block|Ward) )?\d{1,3}(?:er|[eè]re|[eè]me|e|nd)?"
    r"(?: arr(?:ondissement|\.)?| Bezirk)?|CBD|City|"
    r"[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?|(?i:metro(?:politan)?(?: area)?|"
    r"city cent(?:re|er)|(?:and )?surrounding areas?|area))(?=,|$)|"
    r",? [A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}$|, [A-Z]{1,2}\d{1,2}[A-Z]?$|^\d{4,5} (?=[A-Z])"
)
# Where a place may end before its line: "St. Louis, MO. On site, with travel …"
_STOP = re.compile(r"(?<!\bSt)(?<!\bCo)(?<!\bMt)(?<!\bFt)\. (?=[A-Z])")
_TAIL = re.compile(
    r"\s*(?:[·•|]|\s[–—-]\s|\t|\s{3,}).*$|"
    r"[,.]? (?:with (?:(?:the|an?|some) )?(?:\w+ )?(?:travel|visits?|trips?)\b(?! (?:throughout|across|in|within)).*)$"
)
# "Our Dundee hub", "Eugene office, Lane County": the town of a site.
_OF_A_SITE = re.compile(rf"(?:[Oo]ur |[Tt]he )?({NAME}(?: {NAME}){{0,2}}) {SITE}\b.*")

# "our shed in Rawene", "Our workshop, Bedminster, Bristol": the site before its place.
_SITE_FIRST = re.compile(
    r"(?:(?:at|in|from) )?(?:[Oo]ur|[Tt]he|[Aa]t our) [a-z][a-z' -]{2,30}?(?:,| in| at| near| on) (?=[A-Z\d])"
)
# "Blue Heron Kayaks of Tofino, British Columbia": a firm before its place, unlike the City of London.
_FIRM_OF = re.compile(
    r"(?!(?:The )?(?:City|Town|Village|County|Borough|Port|Isle|Bay|District|University|State|Province|Township) of )"
    r"[A-Z][^,;:]{3,60} of (?=[A-Z][^,]{2,40}, [A-Z])"
)
# "Delgado Citrus packing house, Lakeland FL", "Central team, Northampton": what the town is behind.
_SITE_OR_TEAM = re.compile(
    rf"[A-Z][^,;:()]{{2,50}} (?:{SITE}|packing house|packhouse|works|team|department|services), (?=[A-Z])"
)
# "Alder AG": the form of a firm, unless the town before it lies there.
_LEGAL_FORM = re.compile(r"[^,]*[^\W\d_] (?:AG|AS|SE|KG)[ .!]*")
# "JOB AD", "Ops MD": what is a code is here a word in short, unless there is such a town.
_SHORT_WORD = re.compile(r"([^,]*[^\W\d_]) (?:AD|MD|PA|ID|PR|IT|HR|AI|PC|PM|AM|TV|CV|BA|MA|MS|DM|SM|GM|CD)[ .!]*")
NOTED = re.compile(r"([^()]*\w[^()]*?)\s*\([^()]*\)")


# "Te Karaka, 25 mins from Gisborne": a place too small to be known, by one that is.
BEARS = re.compile(rf"({NAME}(?: {NAME}){{0,2}})(?i:{BEARING.pattern})({NAME}(?:,? {NAME}){{0,4}})")


_SMALL_BEFORE = re.compile(rf"(?:\(|\b(?:in|at) )({NAME}(?: {NAME}){{0,2}})(?i:{BEARING.pattern})$")


def small_before(sentence: str, start: int) -> int | None:
    """Return where a place too small to be known begins before the one at `start`: "(Pikesville, just outside …"."""
    small = _SMALL_BEFORE.search(sentence, max(0, start - 80), start)
    return small.start(1) if small else None


def read_near(words: str, home: str = "") -> PlaceReading:
    """Return the place that words name, of one that is not known by the town it is near; `home` as of `read_place`."""
    read = read_place(words, home=home)
    match = None if read.places or read.choices else BEARS.fullmatch(words)
    if not match:
        return read
    near = read_place(match[2], home=home)
    if not near.places and not near.choices:
        return read_place(match[1], home=home)
    places, choices = (
        tuple(dict.fromkeys(replace(each, town=match[1], area="") for each in found))
        for found in (near.places, near.choices)
    )
    return replace(near, places=places, choices=choices)


def place_and_way(value: str) -> tuple[str, str]:
    """Return what the words after "Location:" give: where, and how one works there; "" for either."""
    value = less_site(less_note(_cut(value)))
    stops = (match.start() for match in _STOP.finditer(value))
    value = next((value[:stop] for stop in stops if is_place(value[:stop])), value)
    if (site := _OF_A_SITE.fullmatch(value)) and is_sure(site[1]) and not is_place(value):
        return site[1], ""
    folded = fold(value)
    if REMOTE.match(folded) and not EITHER.search(folded):
        return value, value
    if match := _PLACE_FIRST.fullmatch(value):
        return match[1], match[2]
    if match := _WAY_FIRST.fullmatch(value):
        return match[2], match[1]
    if ARRANGEMENT.fullmatch(folded) and not is_place(value):
        return "", value
    return value, ""


def less_site(words: str) -> str:
    """Return a place without the site or the firm before it, where what is left is a place."""
    first, _, rest = words.partition(", ")
    if rest and (fold(first) in GENERIC or re.fullmatch(SITE, fold(first))) and not is_town(first) and may_be(rest):
        return rest  # "JOB, Andorra", "Warehouse, Dublin"
    if site := _SITE_OR_TEAM.match(words):
        behind = read_place(words[site.end() :])
        if any(place.town for place in behind.places or behind.choices):
            return words[site.end() :]
    before = _SITE_FIRST.match(words) or _FIRM_OF.match(words)
    return words[before.end() :] if before and may_be(words[before.end() :]) else words


def _cut(value: str) -> str:
    """Return a value without what another fact adds in the same line; of a remote post all of it stays."""
    if REMOTE_WORDS.search(fold(value)) and not re.search(r"[·•|\t]", value):
        return value.strip()
    return _TAIL.sub("", value).strip(" ,;|·•") or value.strip()


def is_sure(name: str) -> bool:
    """Whether a name alone is a town of the countries this is read in, or one of several."""
    read = read_place(name)
    return bool(read.choices) or any(place.country in HOME_COUNTRIES for place in read.places)


def may_be(text: str) -> bool:
    """Whether a text is a place, though perhaps one of several."""
    read = read_place(text)
    places = read.places or read.choices
    return bool(places) and not all(map(may_be_somebody, places)) and not is_no_place(text)


def is_no_place(text: str) -> bool:
    """Whether a whole line or part is a word of the page or a day, though a town has that name: "Save"."""
    if fold(text).strip(" .!") in NO_PLACE or is_leftover(text):
        return True
    if _LEGAL_FORM.fullmatch(text) and not any(map(is_there, (*(read := read_place(text)).places, *read.choices))):
        return True
    short = _SHORT_WORD.fullmatch(text)
    before = read_place(short[1]) if short and (" " not in short[1] or short[1].isupper()) else None
    return before is not None and not (before.places or before.choices)


def is_place(text: str) -> bool:
    """Whether a text surely names a region or a country."""
    return not places_of(text).unread
