"""Where the firm is, for a posting that gives no place of the post: the one town that its text names as its own."""

import re
from collections.abc import Iterator, Sequence

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import REGION_OF_CODE, Place, places_of, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_town

from .bare_title import OF_A_TITLE
from .folded_lines import FoldedLine
from .place_sentences import REMOTE_WORDS, is_named
from .place_value import small_before
from .place_words import NAME, NAME_BEGINS, NO_PLACE, SITE, is_of_others
from .wordlists import groups

_COMPANY = re.compile(
    r"\b(?:AS|AB|AG|BV|B\.V\.|Co|Corp|GmbH|Group|Inc|LLC|LLP|Ltd|Limited|NV|Oy|plc|PLC|Pte|Pty|SA|SE|SpA|Works|Bakery|"
    r"Company|Partners|Services|Solutions|Foods|Logistics|Foundation|Trust|Clinic|School|Hotel)\.?$"
)
_TRADES = frozenset(groups("company_words")["field of a post"]) | frozenset(
    groups("company_words")["trade in a domain"]
)
_NAMES = rf"{NAME}(?: (?:of |on |upon |am |la |le |de |del |du )?{NAME}){{0,3}}"
# "Alder Print, Dayton, Ohio", "Parma (Italy)": a town with its region or country behind it.
_WITH_REGION = re.compile(rf"{NAME_BEGINS}(?:{_NAMES}(?:, {_NAMES}){{1,3}}|{_NAMES} \({_NAMES}\))")
# "our shop in Reno", "here in Sligo", "our Dundee depot", "we bake in Reno".
_OWN = tuple(
    re.compile(expression)
    for expression in (
        rf"(?i:\bour (?:[\w'’-]+ ){{0,2}}?(?:{SITE}|unit) (?:in|at|on|near)) ({_NAMES}(?:, ?{_NAMES})?)",
        rf"(?i:\b(?:(?<!not )here in|we(?:'re|’re| are) in)) ({_NAMES}(?:, {_NAMES})?)",
        rf"(?i:\b(?:at|from|in) our) ({NAME}(?: {NAME}){{0,2}}) (?:{SITE}|unit)\b",
        rf"\bWe (?:[a-z]+ ){{1,3}}in ({_NAMES}(?:, {_NAMES})?)",
        # "Alder Joinery (Geelong) needs", "Alder Joinery, Geelong, is"
        rf"^(?:At )?{_NAMES} \(({_NAMES}(?:, ?{_NAMES})?)\),? [a-z]",
    )
)
_TOWN_ALONE = r"[A-Z][a-z'’-]{2,20}(?: (?:(?:on|upon|of|the|in) )?[A-Z][a-z'’-]{2,20}){0,2}"
_FIRST = 6
_SORTS = frozenset(groups("company_words")["sort of business"])
_NO_TOWN = re.compile(
    r"\b(?:Full|Part|Permanent|Contract|Remote|Hybrid|Interim|Temporary|Inc|Ltd|Limited|Corp|Group|January|February|"
    r"March|April|May|June|July|August|September|October|November|December|Monday|Friday|Spring|Summer|Autumn|Winter)\b"
)
# What is there may be a customer's, another firm's, or no longer the firm's.
_OF_OTHERS = re.compile(
    r"\b(?:customers?|clients|(?<!our )client|deliver\w*|suppl(?:y|ies|ied)|(?:ship|sell|export)\w* to|parent|"
    r"owned by|part of|"
    r"subsidiary|headquarter\w*|head office|hq|mov(?:ed?|ing)|former(?:ly)?|used to|began|started|founded|born|"
    r"opening|open(?:s|ed)?|travel\w*|trips?|visit\w*|acquired|bought|sister|interviews?|trained|projects?|"
    r"p\.?o\.? box|university|sede|siège|hauptsitz|closed|relocat\w*|competitors?|partners?|recruiters?)\b"
)


def behind_name(name: str, folded_lines: Sequence[FoldedLine]) -> str:
    """Return the words that only a town is, right behind the name of the firm in one of the first lines, "" for none.

    Of a town that no list has: "The Alder Hotel, Pitlochry", "runs Alder Joinery in Hebden Bridge".
    """
    town = re.compile(
        rf"{re.escape(name)}(?:, (?={_TOWN_ALONE}(?:$|\s*[|·•]))| in (?={_TOWN_ALONE}(?:$|[.,;!]|"
        rf" [a-z])))({_TOWN_ALONE})"
    )
    for folded_line in folded_lines[:_FIRST] if " " in name else ():
        if (match := town.search(folded_line.text)) and not _NO_TOWN.search(match[1]):
            words = set(fold(match[1]).split())
            if words.isdisjoint(_TRADES | _SORTS | NO_PLACE) and not OF_A_TITLE.search(match[1]):
                return match[1]
    return ""


def of_firm(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the only town that a text names with its region or country, or as its own; ("", "") for none or two.

    Of a text that mentions remote work nothing is returned: the firm's town need not be where the work is.
    """
    if any(REMOTE_WORDS.search(folded_line.folded) for folded_line in folded_lines):
        return "", ""
    for find in (_with_region, _own):
        found: dict[str, str] = {}
        for folded_line in folded_lines:
            if folded_line.kind == SectionKey.RESPONSIBILITIES:
                continue
            for start, end in folded_line.sentences or ((0, len(folded_line.text)),):
                if not _OF_OTHERS.search(folded_line.folded, start, end):
                    for words, town in find(folded_line.text[start:end]):
                        found.setdefault(town, words)
        if found:
            return (next(iter(found.values())) if len(found) == 1 else ""), ""
    return "", ""


def _with_region(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield each town with a region or country behind it, as written, and its name folded."""
    folded = fold(sentence)
    for match in _WITH_REGION.finditer(sentence):
        if sentence.startswith(" (", match.end()) or is_of_others(folded, match.start()):
            continue  # "Boise, Idaho (Nampa plant)": the post may be in either
        parts = [part.strip(" .)") for part in re.split(r", | \(", match[0])]
        for index in range(len(parts) - 1):
            words = _less_firm(", ".join(parts[index:]))
            parts[index] = words.partition(", ")[0]
            town = _town_of(words)
            if town and fold(town) == fold(parts[index]):
                small = small_before(sentence, match.start()) if words == match[0] else None
                yield (words if small is None else sentence[small : match.end()]), fold(town)
                break


def _less_firm(words: str) -> str:
    """Return "Tofino, British Columbia" of "Blue Heron Kayaks of Tofino, British Columbia"."""
    first, _, county = words.partition(", ")
    if county.startswith(("Co. ", "County ")) and first.count(" ") > 1 and not _town_of(first):
        return county  # "Doolin Sea Kayak, Co. Clare"
    firm, _, rest = words.partition(" of ")
    return rest if " " in firm and read_place(rest).places and not read_place(firm).places else words


def _own(sentence: str) -> Iterator[tuple[str, str]]:
    folded = fold(sentence)
    for expression in _OWN:
        for match in expression.finditer(sentence):
            if sentence.startswith(" (", match.end()) or is_of_others(folded, match.start(1)):
                continue
            parts = [part.strip(" .") for part in match[1].split(",")]
            for index in range(len(parts)):
                words = ", ".join(parts[index:])
                read = read_place(words)
                if any(place.country in HOME_COUNTRIES and _is_town(place) for place in read.places or read.choices):
                    yield words, fold(words)
                    break


def _town_of(words: str) -> str:
    """Return the town that words surely name, "" for none."""
    places = read_place(words).places
    return places[0].town if len(places) == 1 and _is_town(places[0]) else ""


def _is_town(place: Place) -> bool:
    return bool(place.town) and is_named(place)


def less_company(place: str) -> str:
    """Return "Bergen, Norway" of "Fjord Seafood AS, Bergen, Norway"; "Toronto, ON, Canada" stays."""
    first, _, rest = place.partition(", ")
    town, _, code = rest.partition(", ")
    of_its_own = code in REGION_OF_CODE and not places_of(town).regions
    read, of_first = read_place(rest), read_place(first)
    company = bool(_COMPANY.search(first) and rest and (read.places or read.choices))
    # "Alder Dairy, Ayrshire": what a firm is called, before a county.
    trade = " " in first and fold(first).split()[-1] in _TRADES and not is_town(first)
    company = company or bool(rest and trade and (read.places or read.choices))
    # Words that are no town, before a town that is known: "Moana Kayaks, Auckland".
    found = read.places or read.choices
    towns = bool(found) and all(
        place.town and (is_named(place) or is_town(place.town.rpartition(", ")[2])) for place in found
    )
    company = company or bool(rest and towns and " " in first and not (of_first.places or of_first.choices))
    return rest if of_its_own or company else place
