"""Labels before a fact: "Location: Denver, CO", "Standort – München", "Where .... Ocala", "📍 Leeds"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roles.core.folding import fold

from .company_words import FORM
from .folded_lines import FoldedLine, Words
from .headings import is_known
from .marks import LABEL_SIGNS
from .wordlists import groups

_FACTS = ("title", "company", "job_location", "base_salary", "employment_type", "workplace", "valid_through")
_NAMES = {label: fact for fact in (*_FACTS, "apply_to", "reports_to", "headcount") for label in groups("labels")[fact]}
_LABEL = re.compile(
    r"\W{0,4}(?P<label>[^\W\d_][^:\t|\n]{1,34}?)(?:\s{0,3}(?::|\?:?)\s{0,5}|\s?\.{4,60}\s?|\t+\s*|\s*\|\s*|\s{2,5}|"
    r"\s{1,3}[–—·•-]\s{1,3})(?P<value>\S.{0,299})"
)
_SIGNS = {sign: fact for fact, signs in LABEL_SIGNS.items() for sign in signs if sign not in "\u200d"}
_LONGEST = max(len(label.split()) for label in _NAMES)
# Labels that a value may follow with nothing between them, and how such a value begins; others are as often the
# first word of a sentence.
_AMOUNT_OR_DAY = re.compile(r".{0,30}?\d")
_TERM = re.compile(r"(?:full|part)[ _-]?time|permanent|contract|temporary|fixed|seasonal", re.IGNORECASE)
_HOURS = re.compile(r"[1-4]\d(?:[.,]\d{1,2})?(?: (?:hours?|hrs?))? (?:per|a|each) week\b")
_NAMED = re.compile(r"[A-Z][\w.'’-]+")
_WHOM = re.compile(r"(?:the|our|a|an) \w|[A-Z]")
_NAME_WITH_FORM = re.compile(rf"[A-Z\d].{{2,60}} {FORM}$")
_BARE = {
    **dict.fromkeys(("employer", "company name", "employer name", "organisation name", "organization name"), _NAMED),
    "company": _NAME_WITH_FORM,
    **dict.fromkeys(("city", "location", "job location", "work location"), _NAMED),
    **dict.fromkeys(("salary", "salary range", "pay", "pay range", "pay rate", "pay rate range"), _AMOUNT_OR_DAY),
    **dict.fromkeys(("compensation", "hiring range", "hourly rate", "wage", "rate of pay"), _AMOUNT_OR_DAY),
    **dict.fromkeys(("closing date", "close date", "application deadline", "deadline", "closes"), _AMOUNT_OR_DAY),
    **dict.fromkeys(("apply by", "posting end date", "posting expires", "expires", "ad closes"), _AMOUNT_OR_DAY),
    **dict.fromkeys(("advert closes", "advert close date", "job closes", "vacancy closes"), _AMOUNT_OR_DAY),
    **dict.fromkeys(("job type", "employment type", "position type", "work schedule", "schedule type"), _TERM),
    "full time or part time": _TERM,
    **dict.fromkeys(("hours", "working hours", "weekly hours"), _HOURS),
    **dict.fromkeys(("reports to", "reporting to"), _WHOM),
}


class Labelled(NamedTuple):
    """A fact's name, the words behind its label, where they begin, and in which line; `bare`: no mark between."""

    fact: str
    value: str
    start: int
    folded_line: FoldedLine
    label: str
    bare: bool = False


def labelled(folded_lines: Sequence[FoldedLine]) -> Iterator[Labelled]:
    """Yield what follows each label, in a line with it or right below it; no value for a label left empty."""
    for index, folded_line in enumerate(folded_lines):
        text = folded_line.text
        if not text or len(text) > 400:
            continue
        if fact := _SIGNS.get(text[0]):
            start = len(text) - len(text[1:].lstrip("\ufe0f\u200d \t:"))
            yield Labelled(fact, text[start:].strip(), start, folded_line, text[0])
            text = text[start:]
        found = False
        for name, start, label in _labels(folded_line, text):
            found = True
            yield Labelled(name, folded_line.text[start:].strip(), start, folded_line, label)
        if found:
            continue
        below = folded_lines[index + 1] if index + 1 < len(folded_lines) else None
        label = _folded_label(folded_line.text)
        if (alone := _NAMES.get(label)) and (folded_line.heading or len(label) > 3):
            if below and not below.heading and not _labels_list(below.text):
                yield Labelled(alone, below.text, 0, below, label)
            else:
                yield Labelled(alone, "", len(text), folded_line, label)
        elif bare := _bare(folded_line):
            yield bare


def states_a_fact(line: str) -> bool:
    """Whether a line is a label with its fact behind it, or begins with the sign of one."""
    if line[0] in _SIGNS:
        return True
    match = _LABEL.match(line)
    if match and _folded_label(match["label"]) in _NAMES:
        return True
    return bool(_bare(FoldedLine(Words(line, ""))))


def _labels(folded_line: FoldedLine, text: str) -> Iterator[tuple[str, int, str]]:
    match = _LABEL.match(text)
    if match:
        label = _folded_label(match["label"])
        if name := _named(label):
            yield name, match.start("value") + len(folded_line.text) - len(text), label


def _named(label: str) -> str:
    """The fact of a label, "" for other words; of one in two languages that of either: "dyddiad cau / closing date"."""
    return _NAMES.get(label) or next((_NAMES[half] for half in label.split(" / ") if half in _NAMES), "")


def _labels_list(text: str) -> bool:
    match = _LABEL.match(text)
    alone = _NAMES.get(_folded_label(text), "workplace") != "workplace"  # "Remote" is an answer as well
    return bool(match and _folded_label(match["label"]) in _NAMES) or alone or is_known(text)


def _bare(folded_line: FoldedLine) -> Labelled | None:
    """A label with nothing but a space behind it, in a short line: "City Salt Lake City, UT"."""
    text = folded_line.text
    if len(text) > 120 or text[-1] in ".!?" or folded_line.heading:
        return None
    words = text.split(" ")
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        label = _folded_label(" ".join(words[:size]))
        if label in _BARE and words[0][:1].isupper():
            start = len(" ".join(words[:size])) + 1
            value = text[start:].strip()
            if value and _BARE[label].match(value):
                return Labelled(_NAMES[label], value, start, folded_line, label, bare=True)
    return None


def _folded_label(text: str) -> str:
    return " ".join(fold(text[:60]).strip(" *_:?.-–—•|\t").split())
