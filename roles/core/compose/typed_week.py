"""How much of a week a pattern of work is, as an owner types it: "30 hrs a week", "3 days a week", "Mon to Wed"."""

import re
from collections.abc import Callable, Iterable, Iterator

from roles.core.document import EmploymentType
from roles.core.folding import fold
from roles.core.reading.employment import kind_of_share
from roles.core.reading.employment_words import CLOCK, DAYS_OF_A_PLACE, EMPLOYMENT, OTHERS_WEEK, SHARE
from roles.core.reading.number_words import IN_WORDS, number_of

LENGTH = 400  # of a line that is read, in characters

_HOURS_MIN, _HOURS_MAX = 4, 60
_LEAST_ALONE = 12  # fewer are as often those of a day
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# So many days may be a whole week, of ten hours each.
_MAYBE_WHOLE = 4
_USUAL_DAY = 8
_LEAST_HALVES = 3  # fewer mornings are as often part of a whole week
# Half an hour of break a day, which some count into the week and others do not.
_BREAKS = 2.5

_TERMS = re.compile(r"[;|()\n]|,(?!\d)|\.(?!\d)|(?<=\s)[-–—](?=\s)")
_NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d{{1,2}}|½)?|{IN_WORDS})"
_UNIT = r"(?:hours?|hrs?|h)"
_A_WEEK = r"(?: ?(?:a|an|per|each|every|/|in a|p\.?) ?(?:week|wk|w\b)\.?| ?weekly|[ -]week\b)"
_HEAD = re.compile(
    r"(?:(?:about|around|approx(?:imately)?\.?|roughly|circa|ca?\.?|~|some|up to|at least|usually|hours:?|"
    r"working hours:?|week:?|days:?|work(?:s|ing)?|you(?:'ll)?|the|role|post|job|position|is|it's|this|will|be|we need|"
    r"permanent|flexible|for|min(?:imum)?\.?|max(?:imum)?\.?|just|only|a|an|initially|to start|mornings|"
    r"afternoons|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)? ?(?:-|to) ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?) ?)*"
)
_HOURS = re.compile(
    rf"(?P<words>(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))?(?: ?|-){_UNIT}\b(?P<week>{_A_WEEK})?)"
    r"(?! ?(?:a|an|per|each|every|/)? ?(?:day|shift|night|month|year|notice))"
)
# "Hours: 30", "Weekly hours 30-32": the number of hours behind the word.
_HOURS_BEHIND = re.compile(
    rf"(?P<words>(?:(?:working|weekly|contract(?:ed)?|total) )?(?:hours|hrs)(?P<week>{_A_WEEK})?(?: ?[:=] ?| )"
    r"(?P<low>(?:1[2-9]|[2-5]\d)(?:[.,]\d{1,2}|½)?)(?: ?(?:-|to|or) ?(?P<high>\d{2}(?:[.,]\d{1,2}|½)?))?"
    rf"(?:{_A_WEEK})?)"
)
_DAYS = re.compile(
    rf"(?P<words>(?:(?P<low>[1-7]|{IN_WORDS}) ?(?:-|to|or) ?)?(?P<high>[1-7]|one|two|three|four|five|six|seven)"
    rf"[ -](?:(?P<half>mornings?|afternoons?|evenings?|half[ -]days?)|days?)\b(?P<week>{_A_WEEK})?)"
)
_A_DAY = re.compile(rf"(?P<hours>{_NUMBER})(?: ?|-){_UNIT}[ -](?:a |per |each )?(?:days?|shifts?)\b")
_DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"s?"
)
_FROM_TO = re.compile(rf"(?P<first>{_DAY}) ?(?:-|to|till|until|through|thru) ?(?P<last>{_DAY})\b")
_NAMED = re.compile(rf"{_DAY}\b(?:(?:,? (?:and|&) |, ?| ?[/+&] ?){_DAY}\b)+")
# What else may have hours or days of its own.
_NOT_THE_WEEK = re.compile(
    r"\b(?:travel\w*|driv\w+|overtime|on[ -]call|notice|off|holiday\w*|leave|on the (?:road|tools|phone)|sick|paid|"
    r"extra|in (?:four|five|six|\d)|rota|weekend|month|year|every other|alternate|training|induction)\b"
)


def unlike(employment: EmploymentType, texts: Iterable[str], full_time: tuple[float, float]) -> str:
    """Return the words that make a week shorter than full time where a post is full-time, or as long where it is
    part-time; "" where there are none.

    `full_time` are the hours of a usual week in the country of the place, least and most (`CountryForms`).
    """
    lines = [line for text in texts for line in text.splitlines() if len(line) <= LENGTH]
    named = dict(_kinds(lines))
    if EmploymentType.FULL_TIME in named or employment not in (EmploymentType.FULL_TIME, EmploymentType.PART_TIME):
        return ""
    full = employment is EmploymentType.FULL_TIME
    if full and (words := named.get(EmploymentType.PART_TIME)):
        return words
    weeks = _weeks(lines, _hours_in) or (_weeks(lines, _days_in) if full else [])
    hours, words = max(weeks, default=(0, ""))
    least = full_time[0] - (_BREAKS if full_time[0] == full_time[1] else 0)
    return "" if (hours >= least) is full else words


def _kinds(lines: list[str]) -> Iterator[tuple[EmploymentType, str]]:
    """What the lines call the post, with the words: "part-time", "0.6 FTE"."""
    for line in lines:
        folded = fold(line)
        found = [(kind, match) for kind, words in EMPLOYMENT if (match := words.search(folded))]
        if (share := SHARE.search(folded)) and (kind := kind_of_share(share)):
            found.append((kind, share))
        for kind, match in found:
            yield kind, line[slice(*match.span())]


def _weeks(lines: list[str], read: Callable[[str], Iterator[tuple[float, tuple[int, int]]]]) -> list[tuple[float, str]]:
    """The hours of each week that the lines state, with the words."""
    return [(hours, line[slice(*span)].strip()) for line in lines for hours, span in read(fold(line))]


def _terms(folded: str) -> Iterator[tuple[int, str]]:
    """Each part of a line between its commas, stops and brackets that may be of the week, and where it begins."""
    start = 0
    for match in (*_TERMS.finditer(folded), None):
        end = match.start() if match else len(folded)
        term = folded[start:end]
        if not _is_not_its_week(term):
            yield start + len(term) - len(term.lstrip()), term.strip()
        start = match.end() if match else end


def _hours_in(folded: str) -> Iterator[tuple[float, tuple[int, int]]]:
    for at, term in _terms(folded):
        match = _HOURS_BEHIND.fullmatch(term) or _HOURS.search(term)
        if not match or not _HEAD.fullmatch(term[: match.start()]):
            continue
        hours = max(_value(match[name]) for name in ("low", "high") if match[name])
        # Without “a week” the hours are those of a week where they are all there is to read.
        if _HOURS_MIN <= hours <= _HOURS_MAX and (match["week"] or hours >= _LEAST_ALONE):
            yield hours, (at + match.start("words"), at + match.end("words"))


def _days_in(folded: str) -> Iterator[tuple[float, tuple[int, int]]]:
    each = _value(a_day["hours"]) if (a_day := _A_DAY.search(folded)) else _USUAL_DAY
    for at, term in _terms(folded):
        match = _DAYS.search(term)
        if match and _HEAD.fullmatch(term[: match.start()]) and (match["week"] or match.end() == len(term)):
            days = _value(match["high"])
            whole = days == _MAYBE_WHOLE and CLOCK.search(folded)
            if days >= _LEAST_HALVES if match["half"] else not whole:
                yield days * (each / 2 if match["half"] else each), (at + match.start("words"), at + match.end("words"))
    named = _FROM_TO.match(folded) or _NAMED.match(folded)
    alone = named and not _is_not_its_week(folded) and not re.search(rf"\b{_DAY}\b", folded[named.end() :])
    if named and alone and (days := _days_of(named)) != _MAYBE_WHOLE:
        yield days * each, named.span()


def _days_of(match: re.Match[str]) -> int:
    """How many days of a week are named."""
    if "last" in match.re.groupindex:
        first, last = (_WEEK.index(match[name][:3]) for name in ("first", "last"))
        return (last - first) % len(_WEEK) + 1
    return len({day[:3] for day in re.findall(_DAY, match[0])})


def _is_not_its_week(folded: str) -> bool:
    return any(words.search(folded) for words in (_NOT_THE_WEEK, DAYS_OF_A_PLACE, OTHERS_WEEK))


def _value(written: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", ".").replace("½", ".5"))
    return number_of(written)
