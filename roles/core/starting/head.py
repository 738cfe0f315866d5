"""The head of an advert in the owner's words: which of its first lines state facts, and how the head prints them."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from roles.core.compose.brief import OWNER, Brief
from roles.core.document import EmploymentType, Facts, Workplace
from roles.core.folding import fold
from roles.core.money import BaseSalary

from .answers import Answered
from .calm import quiet
from .her_pay import in_a_row
from .hollow import is_empty
from .near import without_near
from .words import words_of

COMPANY, PAY, EMPLOYMENT, LOCATION, HOURS, TRAVEL, REPORTS, CLOSES = (
    "Company", "Pay", "Employment", "Location", "Hours", "Travel", "Reports to", "Apply by"
)  # fmt: skip
ANSWER_OF = {
    COMPANY: "company",
    PAY: "base_salary",
    EMPLOYMENT: "employment_type",
    LOCATION: "workplace",
    HOURS: "schedule",
    TRAVEL: "travel_pattern",
    REPORTS: "reports_to",
    CLOSES: "valid_through",
}
# Answers that the head of a posting prints: a line above all headings that gives nothing else is read as them.
AT_HEAD = frozenset(
    {
        *("title", "company", "place", "workplace", "employment_type", "base_salary", "schedule"),
        *("reports_to", "valid_through", "travel_pattern"),
    }
)
_LABELS = tuple(
    (label, re.compile(rf"(?:{words})(?:\s*:|\s+[-–—])\s*(?=\S)", re.IGNORECASE))
    for label, words in (
        (
            PAY,
            r"(?:(?:annual|base|gross|monthly|yearly) )*(?:salary|pay|compensation|remuneration|wages?)(?: range)?|"
            r"package|how much",
        ),
        (EMPLOYMENT, r"(?:job|employment|contract|position|flsa)(?: (?:type|status))?|type|status|terms?"),
        (HOURS, r"(?:working |work )?(?:hours|schedule|pattern|days|week)|shifts?|timings?"),
        (TRAVEL, r"travel"),
        (LOCATION, r"work ?place|work(?:ing)? (?:model|arrangement|setting|mode)"),
        (
            CLOSES,
            r"(?:apply|applications?) by|(?:closing|last|end) (?:date|day)(?: (?:to apply|for applications?))?|"
            r"(?:application )?deadline|clos(?:es|ing)(?: on)?",
        ),
    )
)
_TYPE = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|fixed[- ]term|maternity cover|temporary|contract|casual|seasonal)\b",
    re.IGNORECASE,
)
_IN_LETTERS = re.compile(r"[^\W\d_]{3}")  # a month; a day in figures is read two ways
_EXEMPT = re.compile(r"(?:non-?)?exempt", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:full|part)[- ]?time\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:remote|hybrid|on[- ]?site|site[- ]based|office[- ]based|in[- ]office|in person)\b", re.I)
# How the work is done, behind where it is: "Mumbai (work from office)".
_BEHIND_PLACE = re.compile(
    r"\s*[(,–—-]\s*(?P<where>[^(),]*\b(?:remote|hybrid|on[- ]?site|office|home|in person|wfh|wfo)\b[^()]*)\)?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:mon(?:day)?s?|sun(?:day)?s?|tue(?:sday)?s?) ?(?:-|–|to|through|thru) ?(?:fri|sat|sun|thu)|"
    r"\b\d{2}(?:\.\d+)? ?(?:hours|hrs)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^\W\d][^:\n]{1,28}:\s")
_TABS = re.compile(r"(?<=:)\s*\t\s*")
# Between the facts of one line; "Mon - Fri" and "$90,000 - $99,000" are one.
_APART = re.compile(
    r"\s+[|·•]\s+|\s*\|\s*|\t+|\s{3,}|(?<!day)(?<!Mon)(?<!Tue)\s+[-–—]\s+(?=[A-Za-z])(?!(?i:mon|tue|wed|thu|fri|sat|sun))"
)
# Facts with a stop behind each, none of them a sentence: "Full-time, permanent. $84,000 - $92,000 per year."
_STOP = re.compile(r"\.(?:\s+|$)")
_STOPPED = re.compile(r"[^.!?]{4,60}(?:\.\d+[^.!?]{0,60})?(?:\. (?=[A-Z\d\W])[^.!?]{4,60}){1,3}\.")
_SENTENCE = re.compile(r"\b(?:we|you|i|our|is|are|will|this|it)\b", re.IGNORECASE)
_PLACE_LABEL = re.compile(
    r"(?:(?:job |work )?location|place of work|work ?place|base|based(?: (?:in|at))?|where)\s*:\s*", re.I
)
# Behind a place, of what one does from there: "Ludlow, with site visits across Powys", "Leeds plus travel to York".
_WITH = re.compile(r"\W*(?:with|plus|and|but)\b.*\b(?:visits?|travel\w*|trips?|days?|covering|sites)\b", re.IGNORECASE)
_WORDS, _PART_WORDS, _LONGEST, _NAME_WORDS = 26, 16, 150, 9
_WORD = re.compile(r"\w+")
_PICTURES = frozenset({"So", "Sk", "Mn", "Cf", "Zs"})  # Unicode's classes of what is drawn, and what it is drawn with

# A given name alone: whoever reads it does not know who that is.
_GIVEN_NAME = re.compile(r"[A-Z][a-z'’]+")
_RANK = re.compile(
    r"(?:owner|founder|president|principal|director|chair\w*|partners?|board|head\w*|chief|manager|trustees|council)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A fact of the first lines, by its label, in her words; "" for a fact that has none of its own."""

    label: str
    words: str


def facts_of_line(text: str, known: Mapping[str, Answered], titles: frozenset[str]) -> list[HeadFact]:
    """Return the facts of one of the first lines, [] for a line that states anything else.

    A fact that the head prints in its own words (the business, the place, the title) has none of hers.
    """
    if _STOPPED.fullmatch(text):
        parts = [part.strip() for part in _STOP.split(text) if part.strip()]
        stopped = [_fact(part, known, titles) for part in parts if not _SENTENCE.search(part)]
        facts = [fact for fact in stopped if fact and fact.words]
        return facts if len(facts) == len(parts) else []
    if len(text.split()) > _WORDS or text.endswith((".", "!", "?", ":")):
        return []
    found: list[HeadFact] = []
    for part in (_without_pictures(part).strip(" ,;") for part in _APART.split(_TABS.sub(" ", text))):
        if not part:
            continue
        fact = _fact(part, known, titles)
        if fact is None:
            return []
        found.append(fact)
    return found


def _without_pictures(text: str) -> str:
    """A part of a line without the emoji and other signs that are before its words."""
    begin = next((place for place, char in enumerate(text) if unicodedata.category(char) not in _PICTURES), len(text))
    return text[begin:]


def _fact(part: str, known: Mapping[str, Answered], titles: frozenset[str]) -> HeadFact | None:
    for label, expression in _LABELS:
        if match := expression.match(part):
            value = part[match.end() :]
            pays = "base_salary" in known and known["base_salary"].words in value
            fits = (
                pays
                if label == PAY
                else bool(_TYPE.search(value) or _EXEMPT.fullmatch(value))
                if label == EMPLOYMENT
                else bool(_IN_LETTERS.search(value) and "valid_through" in known)
                if label == CLOSES
                else True
            )
            value = in_a_row(value) if label == PAY else value
            return HeadFact(label, value) if fits and len(value) <= _LONGEST else None
    if (pay := known.get("base_salary")) and pay.words in part:
        return HeadFact(PAY, in_a_row(part))
    if (fact := _of_business_and_place(part, known, titles)) is not None:
        return fact
    if set(_WORD.findall(fold(part))) <= titles:
        return HeadFact("", "")
    if len(part.split()) > _PART_WORDS:
        return None
    for label, expression in ((EMPLOYMENT, _TYPE), (LOCATION, _WHERE), (HOURS, _TIMES)):
        if expression.search(part):
            return HeadFact(label, part)
    return None


def _of_business_and_place(part: str, known: Mapping[str, Answered], titles: frozenset[str]) -> HeadFact | None:
    """The fact of words that name the business or the place and nothing else: how the work is done there, or none."""
    named = {name: known[name].words for name in ("company", "place") if name in known and known[name].words in part}
    if not named:
        return None
    if (
        (label := _PLACE_LABEL.match(part))
        and len(part) <= _LONGEST
        and (fact := _with_more(part[label.end() :], named))
    ):
        return fact
    rest, where = part, None
    if place := named.get("place"):
        before, _, behind = part.partition(place)
        where = _BEHIND_PLACE.fullmatch(behind)
        rest = without_near(before) + ("" if where else f" {behind}")
    words = set(_WORD.findall(fold(rest.replace(named.get("company", place or ""), " "))))
    if not all(word in words_of("labels") or is_empty(word) or word in titles for word in words):
        name = named.get("company")
        described = name and not place and part.startswith(f"{name},") and len(part.split()) <= _NAME_WORDS
        return HeadFact(COMPANY, part) if described else None  # "Alcock & Daughters, Independent Funeral Directors"
    if where:
        return HeadFact(LOCATION, where["where"].strip())
    several = "place" in named and "," in str(known["place"].value) and str(known["place"].value) not in named["place"]
    return HeadFact(LOCATION, named["place"]) if several else HeadFact("", "")


def _with_more(value: str, named: Mapping[str, str]) -> HeadFact | None:
    """The fact of a place with which more is stated: "Leeds, with site visits across Yorkshire" as it is written."""
    before, place, behind = value.partition(named.get("place", "\n"))
    more = _WITH.match(behind)
    return HeadFact(LOCATION, value) if place and more and not without_near(before) else None


def label_of(text: str) -> str:
    """Return which fact a line is labelled as, "" for none: "SALARY: …", "Hours - …"."""
    return next((label for label, expression in _LABELS if expression.match(text)), "")


def is_labelled(text: str) -> bool:
    """Return whether a line is one of a table: "Hours: 36", "Base:  Millbrook Depot"."""
    return bool(_LABELLED.match(text))


def without_label(text: str) -> str:
    """Return a line without what labels it: "Salary: …"."""
    match = next((found for _, expression in _LABELS if (found := expression.match(text))), None)
    return text[match.end() :] if match else text


def changed(now: Any, read: Any) -> bool:
    """Return whether an answer is another one than the text gave; in the dollars of another place it is the same.

    So is a place to which its country was added: "Bristol, UK" of "Bristol".
    """
    if isinstance(now, BaseSalary) and isinstance(read, BaseSalary):
        return replace(now, currency=read.currency) != read
    completed = isinstance(now, str) and isinstance(read, str) and bool(read) and now.startswith(f"{read}, ")
    return bool(now != read) and not completed


def as_stated(answers: Mapping[str, Any], brief: Brief) -> frozenset[str]:
    """Return the names of the answers of a text that are as it gives them."""
    return frozenset(name for name, read in answers.items() if not changed(getattr(brief, name, None), read))


def head_words(
    head: Iterable[HeadFact],
    answers: Mapping[str, Any],
    brief: Brief,
    facts: Facts,
    given: Collection[str] = (),
    near: str = "",
) -> tuple[tuple[str, str], ...]:
    """Return what the head prints in her words, by label: of facts that are as her text gives them.

    Where the work is done is printed where she stated it; a given name alone is left to her text. Whom the post
    reports to is not printed where neither her text nor she (`given`, the names of the answers she typed) stated it.
    `near` are her words before the place: "just outside".
    """
    printed = _by_label(head, answers, brief)
    plain = dict(facts.plain_lines())
    if where := _where(printed.get(LOCATION), answers, brief, facts, near):
        printed[LOCATION] = where
    if (kind := quiet(printed.get(EMPLOYMENT, ""))) and not _SHARE.search(kind):
        share = plain[EMPLOYMENT]
        printed[EMPLOYMENT] = kind if share.casefold() in kind.casefold() else f"{share}, {kind[0].lower()}{kind[1:]}"
    for label in (EMPLOYMENT, PAY):
        if label in printed:
            printed[label] = quiet(printed[label])
    known = {*answers, *given}
    full_time = brief.employment_type is EmploymentType.FULL_TIME
    if EMPLOYMENT not in printed and "employment_type" not in known and full_time:
        printed[EMPLOYMENT] = ""
    same = brief.reports_to == answers.get("reports_to")
    given_name = same and _GIVEN_NAME.fullmatch(brief.reports_to) and not _RANK.search(brief.reports_to)
    if given_name or (brief.reports_to == OWNER and "reports_to" not in known):
        printed[REPORTS] = ""
    return tuple((label, text) for label, text in printed.items() if label in plain and plain[label] != text)


def _by_label(head: Iterable[HeadFact], answers: Mapping[str, Any], brief: Brief) -> dict[str, str]:
    """The words of each fact of the head that is as her text gives it."""
    words: dict[str, list[str]] = {}
    for fact in head:
        name = ANSWER_OF.get(fact.label, "")
        if fact.label and (name not in answers or not changed(getattr(brief, name), answers[name])):
            words.setdefault(fact.label, []).append(fact.words)
    return {label: ", ".join(filter(None, dict.fromkeys(parts))) for label, parts in words.items()}


def _where(where: str | None, answers: Mapping[str, Any], brief: Brief, facts: Facts, near: str) -> str:
    """Where the work is done, in her words (`where`) and those before the place (`near`); "" for as in the brief."""
    same = brief.place == answers.get("place")
    printed = ""
    if where is not None:
        whole = brief.place.partition(",")[0] in where and same  # all that her line has behind its label
        printed = f"{where[0].upper()}{where[1:]}" if whole else f"{facts.job_location} · {where}"
        near = "" if whole else near
        if whole and brief.workplace is not Workplace.ON_SITE and not _WHERE.search(where):
            printed += f" ({brief.workplace.phrase})"
    elif brief.workplace is not Workplace.REMOTE and brief.workplace is answers.get("workplace", Workplace.ON_SITE):
        printed = facts.job_location  # what her text states of it has its conditions there
    if near and same:
        printed = f"{near[0].upper()}{near[1:]} {printed or dict(facts.plain_lines())[LOCATION]}"
    return printed
