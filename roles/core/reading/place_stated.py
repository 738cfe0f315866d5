"""Where the work is, as a posting states it: behind a label, at its head, or in a sentence about the post."""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.places import PlaceReading, read_place
from roles.core.places.gazetteer import is_large_town, is_town
from roles.core.places.line import less_note

from .folded_lines import FoldedLine, Words
from .labels import Labelled
from .marks import OF_A_BUILDING
from .place_fragments import of_fragments
from .place_header import of_a_line, of_header
from .place_mentions import Weight, weightiest
from .place_of_firm import of_firm
from .place_sentences import of_sentences, works_remotely
from .place_value import ARRANGEMENT, DISTRICT, NOTED, REMOTE, less_site, may_be, place_and_way, read_near
from .place_words import SITE
from .posting import Stated
from .workplace_phrases import ON_THE_ROAD

# "This position can be based in Lincoln or Omaha, Nebraska, with two days a week in the office"
_SENTENCE = re.compile(r"(?:this|the|your) (?:position|role|post|job)\b|you\b|we\b")
_TOWN = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_BETWEEN_TWO = re.compile(
    rf"(?i:\b(?:we(?:'re|’re| are)|sits?|lies|is|are|based|located|situated|{SITE})\b)"
    rf"(?:(?!\b(?:travel|drive|driving|routes?|runs?|split|divided?|move|days?|time|link|deliver\w*)\b)[^.;:]){{0,40}}?"
    rf"(?i:\bbetween) ({_TOWN}) and ({_TOWN})(?=[.,;]|$| [a-z])"
)
# Where a page breaks a word over two lines: "Saskatch- ewan".
_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_SITE_LAST = re.compile(rf"^(?:at |in )?(?:our|the) | {SITE}$")


def place_stated(
    folded_lines: Sequence[FoldedLine], labels: Sequence[Labelled]
) -> tuple[Stated[PlaceReading] | None, str]:
    """Return where the work is, None where that is not stated, and the words beside it on how one works there."""
    # Indeed's "Work Location: In person" is how, not where.
    arrangements = [each for each in labels if each.fact == "job_location" and ARRANGEMENT.fullmatch(fold(each.value))]
    ways = [each.value for each in arrangements]
    unread = ""
    for each in labels:
        if each.fact != "job_location" or not each.value or (each.folded_line.heading and not each.start):
            continue
        if (each.bare or each.label in OF_A_BUILDING) and not may_be(each.value):
            continue  # "🏢 Alder Foods Pte Ltd"
        if _SENTENCE.match(fold(each.value)) and (of_it := of_sentences([FoldedLine(Words(each.value, ""))]))[0]:
            return _stated(of_it[0]), of_it[1] or next(filter(None, ways), "")
        words, way = place_and_way(each.value)
        ways.append(way)
        below = each.start == 0
        if words and not below and not _names_place(words):
            unread = unread or words  # "in the shop, Oak Street": the town may be over it
            ways.append(words)
        elif words and (not below or _is_address(words)):
            return _stated(words), way or next(filter(None, ways), "")
    for find in (of_header, of_a_line, _of_all_sentences):
        words, way = find(folded_lines)
        if words:
            place = _stated(words)
            own = _of_the_post(place, folded_lines) if find is not _of_all_sentences else None
            return own or place, next(filter(None, ways), "") or way
        ways.append(way)
    words = unread or _behind_the_firm(labels)
    if not words and not works_remotely(folded_lines):
        words = of_fragments(folded_lines)[0]
    return _stated(words) if words else None, next(filter(None, ways), "")


def _of_the_post(header: Stated[PlaceReading], folded_lines: Sequence[FoldedLine]) -> Stated[PlaceReading] | None:
    """The one place that sentences give as the post's, where the header has another of its country: the firm's."""
    words, weight = weightiest(folded_lines, own_post=True)
    if weight is not Weight.POST or header.value.remote:
        return None
    read = read_place(words)
    known = header.value.places or header.value.choices
    near = [each for each in read.places or read.choices if any(each.country == place.country for place in known)]
    same = [each for each in near if any(each.region == place.region for place in known)] or near
    if len(same) != 1 or any(fold(same[0].town) == fold(place.town) for place in known):
        return None
    return Stated(PlaceReading(places=(same[0],)), words)


def _behind_the_firm(labels: Sequence[Labelled]) -> str:
    """Return the town behind the firm's name where that has a label: "Company: Alder Foods, Indore"."""
    for each in labels:
        town = each.value.rpartition(", ")[2] if each.fact == "company" else ""
        if town and read_place(town).town:
            return town
    return ""


def _of_all_sentences(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the place that sentences give: the post's, else its firm's, unless the post is done from home."""
    words, weight = weightiest(folded_lines)
    if weight >= Weight.POST or any(ON_THE_ROAD.search(folded_line.folded) for folded_line in folded_lines):
        return words if weight >= Weight.POST else "", ""
    if not words and (between := _between(folded_lines)):
        return between, ""
    of_post, way = of_sentences(folded_lines)
    if of_post or (words and not works_remotely(folded_lines)):
        return of_post or words, way
    return of_firm(folded_lines)


def _between(folded_lines: Sequence[FoldedLine]) -> str:
    """The two towns that the firm is between: "sits on a hill between Glastonbury and Wells"."""
    for folded_line in folded_lines:
        match = None if folded_line.heading else _BETWEEN_TWO.search(folded_line.text)
        if match and is_town(match[1]) and is_town(match[2]):
            return f"{match[1]} and {match[2]}"
    return ""


def _names_place(words: str) -> bool:
    """Whether what is behind a label names its place: "South End office" does not, "the Leeds office" does."""
    if not may_be(words):
        return bool(REMOTE.search(fold(words)))
    return bool("," in words or not _SITE_LAST.search(words) or is_large_town(_SITE_LAST.sub("", words)))


def _stated(words: str) -> Stated[PlaceReading]:
    words = less_site(less_note(words))
    if _BROKEN.search(words) and not (read_place(words).places or read_place(words).choices):
        return Stated(read_near(_BROKEN.sub("", words)), words)
    if (noted := NOTED.fullmatch(words)) and (alone := read_place(noted[1])).sure:
        whole = read_place(words)
        if whole.choices or {place.country for place in whole.places} != {place.country for place in alone.places}:
            words = noted[1]  # "Tampa, FL (Hyde Park office)", "Durban (Westmead)"
    read = read_near(words)
    towns = [place for place in read.places or read.choices if place.town]  # "Salt Lake City" is none in Salt Lake
    return Stated(read if towns else read_place(DISTRICT.sub("", words)), words)


def _is_address(text: str) -> bool:
    """Whether a line below a heading such as "Location" is an address, or states that the work is remote."""
    if len(text) > 120:
        return False
    way = REMOTE.match(fold(text)) and len(text) <= 40 and not text.endswith(".")
    return bool(way) or may_be(text)
