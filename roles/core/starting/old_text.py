"""An old text read: without the stamps of messages it was copied from, with the name and place of its first lines."""

import re
from dataclasses import dataclass, replace

from roles.core.compose.brief import TEXT_FIELDS, tidy
from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.reading import PostingRead, Stated, StatedFacts, plain_text, read_posting
from roles.core.reading.place_words import A_SITE

from .stated_better import stated_better

# When and by whom a message was sent, at the head of its line.
_STAMP = re.compile(
    r"^[ \t]*(?:\[(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}),? ?"
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?\]"
    # "Must:" behind a stamp is no sender.
    r"(?:[ \t]+(?!(?i:must|nice|need|required?|preferred|ideally|pay|salary|benefits|hours|place|location|title|duties|"
    r"apply|starts?|reports? to|leads|note|also|plus)\b)[A-Z][\w .'’-]{0,30}:)?|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)? [-–] [^:\n]{1,40}:|"
    # A line of its own over the message: "Sam Orr  10:41 AM".
    r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}[ \t]{1,4}(?:(?:Today|Yesterday) at )?\d{1,2}:\d\d ?[AaPp][Mm]"
    r"[ \t]*\n)[ \t]*",
    re.MULTILINE,
)
_STAMPS_LEAST = 2
_FIRST_LINES = 4
_BETWEEN = re.compile(r"\s+[|·•–—]\s+|\t+|[!?]+\s+")
_NAME = re.compile(r"(?:The )?[A-Z0-9][\w.'’&+-]*(?: (?:&|and|of|the|for|[A-Z0-9][\w.'’&+-]*)){0,6}")
_TOWNS = re.compile(
    r"(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:&|and) (?:[A-Z][\w'’-]+ ){1,3}(?P<region>[A-Z]{2,3})"
)
_FORM = re.compile(r",? (?:Inc|LLC|LLP|Ltd|Limited|Corp|Co|plc|PLC|GmbH|CLG|Pty Ltd|Pty)\.?")
_BUSINESS = re.compile(
    r"\b(?:Company|Group|Ltd|Limited|Inc|LLC|Co|Services|Partners|Brewing|Brewery|Bakery|Clinics?|Foods|Hotels?|Pubs?|"
    r"Restaurants?|Logistics|Transport|Trust|Studio|School|Electrical|Engineering|Solutions|Holdings)\.?$"
)
_OF_A_TITLE = re.compile(r"\b(?:director|manager|head|officer|coo|lead|operations|ops|chief|superintendent)\b", re.I)
_BEHIND_TITLE = re.compile(
    r"(?i:director|manager|operations|officer|lead)(?:,| [-–—]) (?P<name>[A-Z][\w.'’&+-]*"
    r"(?: (?:&|and|of|[A-Z][\w.'’&+-]*)){1,5})(?=,|$| [-–—|])"
)
_PLACE_WORDS = 6
_AND = re.compile(r" (?:and|&) |/")


@dataclass(frozen=True, slots=True)
class OldText:
    """What was read of a text, and the stamps of messages that were in it."""

    read: PostingRead
    stamps: tuple[str, ...] = ()


def read_old_text(text: str) -> OldText:
    """Return what an old posting, a description or notes say. Pure, and never raises."""
    text = plain_text(text)
    stamps = tuple(match[0].strip() for match in _STAMP.finditer(text))
    if len(stamps) >= _STAMPS_LEAST:
        # Each message is a line of its own, however it begins; the first is the head of the notes.
        text = _STAMP.sub(lambda match: "• " if match.start() else "", text)
    else:
        stamps = ()
    read = read_posting(text)
    read = replace(read, facts=_with_firm_of_title(_with_header(read), read))
    return OldText(replace(read, facts=_without_firm(stated_better(read))), stamps)


def _without_firm(facts: StatedFacts) -> StatedFacts:
    """The facts, of a place that begins with the firm no more than the place: "Penny Parcels, Bristol"."""
    firm, place = facts.company, facts.place
    town = place.words.removeprefix(f"{firm.words}, ") if firm and place else ""
    if place is None or town in ("", place.words):
        return facts
    places, choices = (
        tuple(replace(one, town=one.town.removeprefix(f"{place.words.removesuffix(town)}")) for one in read)
        for read in (place.value.places, place.value.choices)
    )
    return replace(facts, place=Stated(replace(place.value, places=places, choices=choices), town))


def _with_header(read: PostingRead) -> StatedFacts:
    """The facts, with the name and the place that the first lines give side by side: "Baker & Co., Leeds, UK"."""
    facts = read.facts
    if facts.company:
        # "Norvale Transport Inc." alone in a line, of which a sentence states "Norvale Transport is …".
        for line in read.lines[:_FIRST_LINES]:
            rest = line.text.removeprefix(facts.company.value)
            if rest != line.text and _FORM.fullmatch(rest):
                facts = replace(facts, company=Stated(line.text, line.text))
    for line in read.lines[:_FIRST_LINES]:
        # "Geelong & Surf Coast VIC": of several towns the first, and all of it as she wrote it.
        match = _TOWNS.fullmatch(line.text)
        if match and _is_place(town := f"{match['town']}, {match['region']}"):
            return replace(facts, place=Stated(read_place(town), line.text))
        for part in _BETWEEN.split(line.text):
            name, comma, rest = part.strip(" .!").partition(", ")
            place = _place_in(rest) if comma else ""
            if not place or name.count("(") != name.count(")"):
                continue
            known = facts.company.value if facts.company else ""
            of_land = " " not in name and bool(read_place(rest).places) and not read_place(rest).places[0].town
            named = _NAME.fullmatch(name) and not (of_land or _OF_A_TITLE.search(name) or A_SITE.fullmatch(fold(name)))
            if named and (not known or name.startswith(known)) and len(name) <= TEXT_FIELDS["company"]["limit"]:
                facts = replace(facts, company=Stated(tidy(name), name))
            elif not _OF_A_TITLE.search(name):
                continue
            more = facts.place and _AND.search(rest) and facts.place.words in rest  # one of two towns
            if facts.place is None or more or facts.place.words.startswith(f"{name}, "):
                facts = replace(facts, place=Stated(read_place(place), rest))
            return facts
        for part in _BETWEEN.split(line.text):
            name = part.rpartition(", ")[0]
            if facts.place and part == f"{name}, {facts.place.words}" and _BUSINESS.search(name):
                return replace(facts, company=facts.company or Stated(tidy(name), name))
            # Of "Driffield and Malton, Yorkshire" all is the place.
            before = part.removesuffix(f", {facts.place.words}") if facts.place else part
            towns = before != part and (_AND.search(before) or read_place(before).places)
            if facts.place and towns and len(part.split()) <= _PLACE_WORDS:
                facts = replace(facts, place=Stated(facts.place.value, part))
    return facts


def _with_firm_of_title(facts: StatedFacts, read: PostingRead) -> StatedFacts:
    """The facts with the firm that is behind the title: "Operations Director, Harbour Cross Veterinary Group"."""
    match = _BEHIND_TITLE.search(read.title.text) if read.title and not facts.company else None
    if match is None or read.title is None or (facts.title and match["name"] in facts.title.value):
        return facts
    name, first = match["name"], " ".join(match["name"].split()[:2])
    again = first in read.text.replace(read.title.text, "", 1) and len(first.split()) > 1
    known = _BUSINESS.search(name) or again
    if not known or _OF_A_TITLE.search(name) or len(name) > TEXT_FIELDS["company"]["limit"]:
        return facts
    return replace(facts, company=Stated(tidy(name), name))


def _place_in(text: str) -> str:
    """The text as a place, a comma put before the region where there is none; "" where it is no place."""
    words = text.split()
    if not 0 < len(words) <= _PLACE_WORDS:
        return ""
    for cut in range(len(words), 0, -1):
        place = ", ".join(" ".join(part) for part in (words[:cut], words[cut:]) if part)
        if _is_place(place):
            return place
    return ""


def _is_place(text: str) -> bool:
    places = read_place(text).places
    return bool(places) and all(place.town and (place.region or place.country) for place in places)
