"""Facts of an old text that another line of it states better: a range of pay, the whole name of the business."""

import re
from dataclasses import replace

from roles.core.compose.brief import TEXT_FIELDS, tidy
from roles.core.compose.typed_pay import read_pay
from roles.core.folding import fold
from roles.core.money import PayPeriod
from roles.core.money.words import SIGNS
from roles.core.places import read_place
from roles.core.reading import LineKind, PostingLine, PostingRead, Stated, StatedFacts
from roles.core.reading.headings import is_known
from roles.core.reading.place_words import A_SITE

from .surroundings import without_surroundings

_RANGE = re.compile(rf"[{SIGNS}]\s?\d[\d,.]*k?\s?(?:-|–|—|to)\s?[{SIGNS}]?\s?\d[\d,.]*\d ?k?\b", re.IGNORECASE)
_LEAST = 10_000
_NAME_WORD = r"(?:[A-Z0-9][\w.'’&+-]*|&)"
_NAMED = rf"{_NAME_WORD}(?: (?:and |of |the |for )?{_NAME_WORD})*"
_WE_ARE = re.compile(rf"We(?: are|['’]re) (?P<name>{_NAMED})(?:, (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))?[.,]")
_RATING = re.compile(r" [1-5]\.\d$")  # what a board adds to a name
_SMALL = frozenset({"AND", "OF", "THE", "FOR"})
# "LLC" and what has no vowel, such as "PLC" or "JB".
_ABBREVIATED = re.compile(r"LLC|LLP|(?!LTD|PTY)[B-DF-HJ-NP-TV-XZ]{2,4}[.,]?")
_HEADER_LINES = 4
_HEADER_WORDS = 8
_NO_NAME = re.compile(
    r"\b(?:permanent|full|part|contract|temporary|remote|hybrid|salary|director|manager|head|operations|ops|"
    r"description|"
    r"posting|vacancy|job|role|position|reference|urgent|hiring|wanted)\b|[:?!@/|•·]|\d{3}|^(?:please|we|our|"
    r"the post|are|do)\b",
    re.IGNORECASE,
)
_FORM = re.compile(r",? (?:inc|llc|llp|ltd|limited|corp|co|plc|gmbh|clg|pty ltd|pty)\.?$", re.IGNORECASE)


def stated_better(read: PostingRead) -> StatedFacts:
    """Return the facts of a text with the pay and the name that it states best; its words are never changed."""
    facts = read.facts
    if facts.company and (_NO_NAME.search(facts.company.value) or _is_town(facts.company.value, read)):
        facts = replace(facts, company=None)
    return _with_range(_spelt(_with_name(facts, read), read), read)


def _spelt(facts: StatedFacts, read: PostingRead) -> StatedFacts:
    """The facts, a name in capitals as the text writes it elsewhere, else as one writes it."""
    firm = facts.company
    if firm is None or not firm.value.isupper() or " " not in firm.value:
        return facts
    written = (match[0] for match in re.finditer(re.escape(firm.value), read.text, re.IGNORECASE))
    elsewhere = next((name for name in written if not name.isupper() and name[:1].isupper()), "")
    return replace(facts, company=Stated(elsewhere or _in_small(firm.value), firm.words))


def _is_town(name: str, read: PostingRead) -> bool:
    """Whether what was read as the business is the one word behind a comma in the title, at which the work is."""
    title = read.title.text if read.title else ""
    behind = " " not in name and title.endswith(f", {name}")
    return behind and re.search(rf"\b(?:at|in|near|around) {re.escape(name)}\b", read.text) is not None


def _with_range(facts: StatedFacts, read: PostingRead) -> StatedFacts:
    """The facts; where one amount was taken for the pay and a line states a range, with that range."""
    pay = facts.pay
    if pay is None or pay.value.salary.min_value != pay.value.salary.max_value:
        return facts
    for line in read.lines:
        for match in _RANGE.finditer(line.text):
            found = read_pay(match[0])
            least = found.salary.min_value if found.salary else None
            if found.salary and least and least >= _LEAST:
                value = replace(
                    pay.value,
                    salary=replace(found.salary, unit_text=PayPeriod.YEAR),
                    currency_written=found.currency_written,
                    period_written=False,
                )
                return replace(facts, pay=Stated(value, match[0].strip()))
    single = pay.value.salary
    doubtful = single.unit_text is PayPeriod.YEAR and (single.min_value or 0) < _LEAST
    return replace(facts, pay=None) if doubtful and not pay.value.period_written else facts


def _with_name(facts: StatedFacts, read: PostingRead) -> StatedFacts:
    """The facts with the name of the business as its header has it, or a sentence that introduces it."""
    head = [line for line in read.text.splitlines() if line.strip()][:_HEADER_LINES]
    if facts.company:
        longer = re.compile(rf"{re.escape(facts.company.value)}(?: {_NAME_WORD})+")
        found = next((match[0] for line in head if (match := longer.search(line)) and not match[0].isupper()), "")
        found = _RATING.sub("", found)
        # "Tern Brewing Ltd" stays as it was read, and a place is no part of a name.
        if (
            found != facts.company.value
            and _is_name(found)
            and not read_place(found.removeprefix(facts.company.value).strip()).places
        ):
            return replace(facts, company=Stated(tidy(found), found))
        name = facts.company.value
        if " " in name and name.isupper():
            return replace(facts, company=Stated(_in_small(name), facts.company.words))
        return facts
    for line in read.lines:
        if match := _WE_ARE.match(line.text):
            facts = replace(facts, company=Stated(tidy(match["name"]), match["name"]))
            if match["place"] and facts.place is None and (place := read_place(match["place"])).places:
                facts = replace(facts, place=Stated(place, match["place"]))
            return facts
    lines = [line for section in without_surroundings(read).sections for line in section.items]
    # Of "Alder Care, LLC" above a form the first line is no title.
    for line in ((read.title,) if read.title else ()) + tuple(lines[:_HEADER_LINES]):
        if name := _in_header(line):
            return replace(facts, company=Stated(_in_small(tidy(name)), name))
    return facts


def _in_header(line: PostingLine) -> str:
    """The name of a business that a line of a header is, or begins with before its place; "" for none."""
    if line.kind not in (LineKind.SUMMARY, LineKind.TITLE) or line.bullet or is_known(line.text):
        return ""
    name = line.text
    before, comma, rest = name.partition(", ")
    if comma and not _FORM.fullmatch(f", {rest}"):
        if not (_FORM.search(before) or read_place(rest).places):
            return ""
        name = before
    return name if _is_name(name) else ""


def _is_name(name: str) -> bool:
    words = re.sub(r"\([^()]*\)", "", name).split()
    capital = all(
        word[:1].isupper() or word in ("&", "and", "of", "the", "for") or word[:1].isdigit() for word in words
    )
    sized = 1 < len(words) <= _HEADER_WORDS and len(name) <= TEXT_FIELDS["company"]["limit"]
    ended = name.endswith((".", "?", "!")) and not _FORM.search(name)
    return capital and sized and not (ended or _NO_NAME.search(name) or A_SITE.fullmatch(fold(name)))


def _in_small(name: str) -> str:
    """A name set in capitals as one writes it: "CEDAR HOME CARE, INC." is "Cedar Home Care, Inc."."""
    if not name.isupper():
        return name
    text = " ".join(
        word.lower()
        if word in _SMALL
        else word
        if _ABBREVIATED.fullmatch(word) or word[0] == "("
        else word[0] + word[1:].lower()
        for word in name.split(" ")
    )
    return text[:1].upper() + text[1:]
