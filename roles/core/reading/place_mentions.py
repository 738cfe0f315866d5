"""Where the work is, weighed among all places that a text's sentences name.

Each mention is weighed by the words around it: those on the post ("you'll be at", "this job runs our … plant"), those
on the firm ("our shop just outside", "a family dairy in"), and those on others, whose place is not the post's
("customers in", "head office", "travel to"). The weightiest place counts where it is the only one of its weight.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import PlaceReading, read_place
from roles.core.places.country_keys import HOME_COUNTRIES
from roles.core.places.gazetteer import is_large_town, is_region, is_town

from .folded_lines import FoldedLine
from .place_sentences import is_named
from .place_value import read_near, small_before
from .place_words import (
    BEARING,
    FAR_FROM,
    FIRM_ALONE,
    FIRM_BEHIND,
    FIRM_DOES,
    FIRM_OF,
    FIRM_THEN,
    IN_BRACKETS_BEHIND_A_SITE,
    IS_HIRING,
    LIVES,
    MOVED_TO,
    NAME,
    NEEDED,
    NO_PLACE,
    NO_PLACE_IN_SMALL,
    OF_FIRM,
    OF_FIRM_SITE,
    OF_OTHERS,
    OF_POST,
    OF_POST_ONE,
    OF_POST_SITE,
    ONE_BEHIND,
    OWN_POST,
    RADIUS,
    REGION_IN_BRACKETS,
    REGION_OF,
    SITE_BEHIND,
    STREET,
    clause_at,
)


class Weight(IntEnum):
    """How far the words around a place make it the post's."""

    NONE = 0
    FIRM = 2
    POST = 4
    LIVES = 5


class Mention(NamedTuple):
    """A place that a sentence names, [start, end) of it, as read, and the weight of the words around it."""

    words: str
    read: PlaceReading
    weight: Weight
    address: bool = False


_JOINED = (
    r"(?:,? |, (?:mid|north|south|east|west) | (?:of|on|upon|am|la|le|de|del|du|and the) |"
    r"-(?:on|upon|under|by|le|la|in|the|de)-|-)"
)
_RUN = re.compile(rf"{NAME}(?:{_JOINED}{NAME}){{0,7}}")
_WORD = re.compile(r"[^\s,]+?(?=-based\b)|[^\s,]+")
_SMALL_NEAR = re.compile(r"\b(?:in|near|at|outside|around|of) (?=[a-z])")
_SMALL_WORD = re.compile(r"[a-z][a-z'.-]*[a-z]")
_SIDE_OF = re.compile(r"\b(?:north|south|east|west|mid|central)(?:ern)? $")
# "Dandenong South VIC": the side is the town's.
_SIDE_FIRST = re.compile(r"^(?:North|South|East|West|Central|Heights|Park|Beach),? (?=[A-Z])")
_PHONE_BEHIND = re.compile(r" \(?\d{3}\)? ?[\d-]{4}")
# A line that states what to do is a duty, whatever it is under.
_ORDERS = re.compile(
    r"\W{0,3}(?:Plan|Manage|Lead|Own|Run|Oversee|Keep|Host|Deal|Fly|Order|Move|Stabilise|Purchasing|Scheduling|"
    r"Liaise|Negotiate|"
    r"Coordinate|Supervise|Support|Deliver|Drive|Build|Prepare|MANAGE|DEAL|KEEP) "
)
# "in Stoneybatter (Dublin 7)": a quarter before its town.
_QUARTER = re.compile(r" (?:in|at|near|outside) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? \($")
_STREET_BEFORE = re.compile(rf"(?:{STREET})$")
_WORDS_OF_A_TOWN = _WORDS_OF_A_REGION = 4
_NEAR = 60


def weightiest(folded_lines: Sequence[FoldedLine], *, own_post: bool = False) -> tuple[str, Weight]:
    """Return the one place whose words weigh most, and its weight; ("", NONE) where there is none, or several do.

    With `own_post` only the sentences count in which the post itself is the subject: "the job is at our Hull depot".
    """
    found: dict[tuple[str, str], Mention] = {}
    addressed: set[tuple[str, str]] = set()  # towns of a street of theirs, which decide between those alike
    for folded_line in folded_lines:
        if folded_line.heading or (own_post and not OWN_POST.search(folded_line.folded)):
            continue
        duty = folded_line.kind == SectionKey.RESPONSIBILITIES
        for start, end in folded_line.sentences or ((0, len(folded_line.text)),):
            subject = OWN_POST.search(folded_line.folded, start, end) if own_post else None
            if own_post and not subject:
                continue
            for mention in _mentions(folded_line.text[start:end], folded_line.folded[start:end]):
                if subject and mention.words in folded_line.text[subject.end() : subject.end() + _NEAR]:
                    mention = mention._replace(weight=Weight.POST)  # "the director works from our Hull depot"
                if not duty or mention.weight >= Weight.POST:
                    key = _key(mention.read)
                    if mention.address:
                        addressed.add(key)
                    if key not in found or found[key].weight < mention.weight:
                        found[key] = mention
    towns = [mention for (town, _), mention in found.items() if town] or list(found.values())
    most = max((mention.weight for mention in towns), default=Weight.NONE)
    top = [mention for mention in towns if mention.weight is most]
    if len(top) > 1:
        top = [mention for mention in top if _key(mention.read) in addressed] or top
    if len(top) != 1:
        return "", Weight.NONE
    return top[0].words if top[0].read.places or own_post else _with_its_region(top[0], folded_lines), most


def _with_its_region(mention: Mention, folded_lines: Sequence[FoldedLine]) -> str:
    """The words that name the same town with its region, elsewhere in the text; else the mention's own."""
    for folded_line in folded_lines:
        for run in _RUN.finditer(folded_line.text) if mention.words in folded_line.text else ():
            for start, end in _places_in(run[0]):
                read = read_place(run[0][start:end])
                if read.sure and run[0].startswith(mention.words, start) and _key(read) == _key(mention.read):
                    return run[0][start:end]
    return mention.words


def _key(read: PlaceReading) -> tuple[str, str]:
    place = (read.places or read.choices)[0]
    return fold(place.town), "" if place.town else f"{place.country}{place.region}"


def _mentions(sentence: str, folded: str) -> Iterator[Mention]:
    if sentence[1:] == folded[1:]:
        yield from _small_mentions(sentence)
    yield from _large_towns_in_small(sentence, folded)
    known = 0  # where the last place ends
    for run in _RUN.finditer(sentence):
        for start, end in _places_in(run[0]):
            first, last = run.start() + start, run.start() + end
            if known and BEARING.fullmatch(folded, known, first):
                continue
            if (inside := REGION_IN_BRACKETS.match(sentence, last)) and is_region(inside[1]):
                last = inside.end()
            name = FIRM_BEHIND.match(sentence, last)
            weight = Weight.NONE if name and not is_town(name[1]) else _weight(sentence, folded, first, last)
            if weight is not Weight.NONE:
                words = sentence[_begins(sentence, folded, first, last) : last]
                read = read_near(words)
                alone = not any(place.town for place in read.places or read.choices)
                if _is_home(read, weight, words) and not (alone and not REGION_OF.search(folded, 0, first)):
                    known = last
                    yield Mention(words, read, weight, bool(_STREET_BEFORE.search(folded, 0, first)))


def _begins(sentence: str, folded: str, start: int, end: int) -> int:
    """Where a place begins with its side and how far around it: "north Canterbury", "within two hours of".

    So does one too small to be known, by the town behind it: "Pikesville, just outside Baltimore".
    """
    if (small := small_before(sentence, start)) is not None:
        return small
    if side := _SIDE_OF.search(folded, max(0, start - 12), start):
        start = side.start() if is_region(folded[side.start() : end]) else start
    radius = RADIUS.search(folded, max(0, start - 60), start)
    return radius.start() if radius else start


def _small_mentions(sentence: str) -> Iterator[Mention]:
    """The towns of a sentence in small letters, which need their region: "shop is in lubbock texas", "tulsa, ok"."""
    for near in _SMALL_NEAR.finditer(sentence):
        words = [match.span() for match in _SMALL_WORD.finditer(sentence, near.end(), near.end() + 60)]
        for town in range(min(3, len(words) - 1), 0, -1):
            for region in range(min(2, len(words) - town), 0, -1):
                start, end = words[0][0], words[town + region - 1][1]
                between = sentence[words[town - 1][1] : words[town][0]]
                behind = sentence[words[town][0] : end]
                code = len(behind) == 2
                if "," in sentence[start : words[town - 1][1]] or not is_town(sentence[start : words[town - 1][1]]):
                    continue
                if code and ("," not in between or sentence[end : end + 1].isalnum() or not is_region(behind.upper())):
                    continue  # "in": a code only behind a comma
                if not code and not is_region(behind):
                    continue
                read = read_place(sentence[start:end])
                if len(read.places) == 1 and is_named(read.places[0]):
                    weight = _weight(sentence, sentence, start, end)
                    if weight is not Weight.NONE:
                        yield Mention(sentence[start:end], read, weight)


def _large_towns_in_small(sentence: str, folded: str) -> Iterator[Mention]:
    """The large towns that are written without their capital and without a region: "our office in leeds"."""
    for near in _SMALL_NEAR.finditer(sentence):
        words = [match.span() for match in _SMALL_WORD.finditer(sentence, near.end(), near.end() + 60)][:3]
        for end in (end for _, end in reversed(words) if words[0][0] == near.end()):
            name = sentence[near.end() : end]
            if (
                name not in NO_PLACE_IN_SMALL
                and is_large_town(name)
                and _is_home(read := read_place(name), Weight.NONE, "")
            ):
                if (weight := _weight(sentence, folded, near.end(), end)) is not Weight.NONE:
                    yield Mention(name, read, weight)
                break


def _is_home(read: PlaceReading, weight: Weight, words: str) -> bool:
    """Whether a reading may be where the work is: of a country this is read in, a large town, or stated of the post."""
    places = read.places or read.choices
    if not places or not all(is_named(place) for place in places):
        return False
    known = any(place.country in HOME_COUNTRIES for place in places) or weight >= Weight.POST or "," in words
    return known or "(" in words or is_large_town(words)


def _places_in(run: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each town of a run of names, with its region behind it, and of each region alone."""
    words = [match.span() for match in _WORD.finditer(run)]
    at = 0
    while at < len(words):
        for size in range(min(_WORDS_OF_A_TOWN, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + size - 1][1]
            name = run[start:end].rstrip(".")
            if "," in name or fold(name) in NO_PLACE:
                continue
            town = is_town(name)
            if town or is_region(name):
                more = _region_behind(run, words, at + size, start) if town else 0
                if more:
                    size, end = size + more, words[at + size + more - 1][1]
                yield start, start + len(run[start:end].rstrip("."))
                at += size - 1
                break
        at += 1


def _region_behind(run: str, words: list[tuple[int, int]], at: int, start: int) -> int:
    """How many of the words behind a town are its region, with the country perhaps."""
    for size in range(min(_WORDS_OF_A_REGION, len(words) - at), 0, -1):
        whole = run[start : words[at + size - 1][1]]
        behind = run[words[at][0] : words[at + size - 1][1]]
        if not all(is_region(part.strip(" .")) for part in _SIDE_FIRST.sub("", behind).split(",")):
            continue
        read = read_place(whole)
        if len(read.places) == 1 and is_named(read.places[0]) and read.places[0].town:
            return size
    return 0


def _weight(sentence: str, folded: str, start: int, end: int) -> Weight:
    """The weight that the words around [start, end) give it."""
    clause = clause_at(folded, start)
    before, behind = folded[clause:start], folded[end : end + 40]
    if quarter := _QUARTER.search(sentence, max(0, start - 5 * _NEAR), start):
        before = f"{folded[max(0, quarter.start() - _NEAR) : quarter.start()]} in "
    elif bracket := IN_BRACKETS_BEHIND_A_SITE.search(folded, max(0, start - 5 * _NEAR), start):
        before = f"{folded[max(0, bracket.end() - _NEAR) : bracket.end() - 2]} in "
    if _PHONE_BEHIND.match(behind) or (_ORDERS.match(sentence) and not OF_POST.search(before)):
        return Weight.NONE
    site = bool(
        SITE_BEHIND.match(folded if sentence.isupper() and " " in sentence[start:end] else sentence, end)
    )  # in a firm's name it has a capital: "The Berlin Bakery"
    if NEEDED.match(behind) or (ONE_BEHIND.match(behind) and OF_POST_ONE.search(before)):
        return Weight.POST
    if LIVES.search(before):
        return Weight.LIVES
    if MOVED_TO.search(before):
        return Weight.FIRM
    if (
        FAR_FROM.search(before)
        or OF_OTHERS.search(before)
        or re.match(r"(?:'s)? (?:head office|headquarters|hq|customers?|market)\b", behind)
    ):
        return Weight.NONE
    if OF_POST.search(before) or (site and OF_POST_SITE.search(before)):
        return Weight.POST
    own = sentence[clause:start]
    if OF_FIRM.search(before) or FIRM_OF.search(own) or FIRM_THEN.search(own) or FIRM_DOES.search(own):
        return Weight.FIRM
    if FIRM_ALONE.match(own) and IS_HIRING.match(behind):
        return Weight.FIRM  # "Hopewell Removals Swansea are hiring"
    if site and (not before.strip() or OF_FIRM_SITE.search(before)):
        return Weight.FIRM
    return Weight.NONE
