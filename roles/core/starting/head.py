"""The head of an advert in the owner's words: which of its first lines state facts, and how the head prints them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from roles.core.compose.brief import Brief
from roles.core.document import Facts, Workplace
from roles.core.folding import fold
from roles.core.money import BaseSalary
from roles.core.money.words import SIGNS
from roles.core.reading import PostingRead

from .answers import Answered
from .hollow import is_empty
from .words import words_of

PAY, EMPLOYMENT, LOCATION, PATTERN, TRAVEL, REPORTS = (
    "Pay", "Employment", "Location", "Pattern", "Travel", "Reports to"
)  # fmt: skip
ANSWER_OF = {
    PAY: "base_salary",
    EMPLOYMENT: "employment_type",
    LOCATION: "workplace",
    PATTERN: "schedule",
    TRAVEL: "travel_pattern",
    REPORTS: "reports_to",
}
_LABELS = tuple(
    (label, re.compile(rf"(?:{words})(?:\s*:|\s+[-–—])\s*(?=\S)", re.IGNORECASE))
    for label, words in (
        (PAY, r"(?:annual |base )?(?:salary|pay|compensation|remuneration|wages?)(?: range)?|package"),
        (EMPLOYMENT, r"(?:job|employment|contract|position)(?: type)?|type|status|terms?"),
        (PATTERN, r"(?:working |work )?(?:hours|schedule|pattern)|shifts?|timings?"),
        (TRAVEL, r"travel"),
        (LOCATION, r"work ?place|work(?:ing)? (?:model|arrangement|setting)"),
    )
)
_TYPE = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|fixed[- ]term|maternity cover|temporary|contract|casual|seasonal)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:full|part)[- ]?time\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:remote|hybrid|on[- ]?site|site[- ]based|office[- ]based|in[- ]office|in person)\b", re.I)
_TIMES = re.compile(
    r"\b(?:mon(?:day)?s?|sun(?:day)?s?|tue(?:sday)?s?) ?(?:-|–|to|through|thru) ?(?:fri|sat|sun|thu)|"
    r"\b\d{2}(?:\.\d+)? ?(?:hours|hrs)\b",
    re.IGNORECASE,
)
# Between the facts of one line; "Mon - Fri" and "$90,000 - $99,000" are one.
_APART = re.compile(
    r"\s+[|·•]\s+|\s*\|\s*|\t+|\s{3,}|(?<!day)(?<!Mon)(?<!Tue)\s+[-–—]\s+(?=[A-Za-z])(?!(?i:mon|tue|wed|thu|fri|sat|sun))"
)
_WORDS, _PART_WORDS, _LONGEST = 26, 16, 150
_WORD = re.compile(r"\w+")

# What belongs to the amounts of the pay wherever they are: "a year plus super and vehicle", "OTE", "CTC".
_PERIOD = (
    r"(?:(?:per|a|an|/) ?(?:annum|year|yr|hour|hr|month|week|day)|p\.?a\.?|annually|yearly|gross|base|doe|ctc|ote|lpa|"
    r"cost to company|(?:depending|dependent|based) on experience|commensurate with experience|negotiable|"
    r"pro[- ]rata|fte|full[- ]time equivalent|package|inclusive of \w+|(?:incl\.?|including) super\w*)"
)
_GOOD = (
    r"(?:super(?:annuation)?|kiwisaver|bonus(?:es)?|commission|profit[- ]shar(?:e|ing)|ote|equity|shares?|options|"
    r"car(?: allowance)?|vehicle|van|ute|truck|phone|pension|benefits|perks|allowances?|overtime|tips|incentives?|"
    r"gratuity|provident fund|medical|accommodation|housing|flights)"
)
_BEHIND_PAY = re.compile(
    rf"(?:,? ?\(?{_PERIOD}\b\)?)*"
    rf"(?:,? ?(?:\+|&|plus\b|and\b|with\b|,) ?(?:(?:an?|the|up to|of|[{SIGNS}]?\d[\d.,]*k?%?|annual|quarterly|"
    rf"yearly|company|"
    rf"performance|discretionary|target|on[- ]target|fully|maintained|statutory|{_GOOD})\s?)*?{_GOOD}\b"
    rf"(?: (?:of |up to )*[{SIGNS}]?\d[\d.,]*k?%?)?(?: (?:based )?on [\w ]{{3,30}}?(?=[,.;!)]|$))?)*",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z]{4,}")
_BEFORE_PAY = re.compile(r"(?:\b(?:OTE|CTC|up to|from|circa|c\.|around|about)\s*:?\s*)+$", re.IGNORECASE)
# A given name alone: whoever reads it does not know who that is.
_GIVEN_NAME = re.compile(r"[A-Z][a-z'’]+")
_RANK = re.compile(
    r"(?:owner|founder|president|principal|director|chair\w*|partners?|board|head\w*|chief|manager|trustees|council)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A fact as the head prints it, by its label: her words, or "" where her text below states it."""

    label: str
    words: str


def facts_of_line(text: str, known: Mapping[str, Answered], titles: frozenset[str]) -> list[HeadFact]:
    """Return the facts of one of the first lines, [] for a line that states anything else.

    A fact that the head prints in its own words (the business, the place, the title) has none of hers.
    """
    if len(text.split()) > _WORDS or text.endswith((".", "!", "?", ":")):
        return []
    found: list[HeadFact] = []
    for part in (part.strip(" ,;") for part in _APART.split(text)):
        if not part:
            continue
        fact = _fact(part, known, titles)
        if fact is None:
            return []
        found.append(fact)
    return found


def _fact(part: str, known: Mapping[str, Answered], titles: frozenset[str]) -> HeadFact | None:
    for label, expression in _LABELS:
        if match := expression.match(part):
            value = part[match.end() :]
            pays = "base_salary" in known and known["base_salary"].words in value
            fits = pays if label == PAY else bool(_TYPE.search(value)) if label == EMPLOYMENT else True
            return HeadFact(label, value) if fits and len(value) <= _LONGEST else None
    if (pay := known.get("base_salary")) and pay.words in part:
        return HeadFact(PAY, part)
    for name in ("company", "place"):
        if (answer := known.get(name)) and answer.words in part:
            rest = set(_WORD.findall(fold(part.replace(answer.words, " "))))
            if all(word in words_of("labels") or is_empty(word) or word in titles for word in rest):
                return HeadFact("", "")
    if set(_WORD.findall(fold(part))) <= titles:
        return HeadFact("", "")
    if len(part.split()) > _PART_WORDS:
        return None
    for label, expression in ((EMPLOYMENT, _TYPE), (LOCATION, _WHERE), (PATTERN, _TIMES)):
        if expression.search(part):
            return HeadFact(label, part)
    return None


def is_of_pay(text: str) -> bool:
    """Return whether words behind the pay only tell how it is set: "DOE", "depending on experience"."""
    return bool(re.fullmatch(rf"\W*{_PERIOD}\W*", text, re.IGNORECASE))


def label_of(text: str) -> str:
    """Return which fact a line is labelled as, "" for none: "SALARY: …", "Hours - …"."""
    return next((label for label, expression in _LABELS if expression.match(text)), "")


def pay_in_her_words(read: PostingRead, pay: Answered) -> str:
    """Return the pay with what she wrote beside it: "$150,000 - $170,000 plus super and vehicle"; "" for nothing."""
    for line in read.lines:
        if pay.words not in line.text:
            continue
        start = line.text.index(pay.words)
        end = start + len(pay.words)
        before = _BEFORE_PAY.search(line.text[:start])
        behind = _BEHIND_PAY.match(line.text, end)
        stop = behind.end() if behind else end
        words = line.text[before.start() if before else start : stop].strip(" ,")
        if words != pay.words:
            return words
    return ""


def changed(now: Any, read: Any) -> bool:
    """Return whether an answer is another one than the text gave; in the dollars of another place it is the same."""
    if isinstance(now, BaseSalary) and isinstance(read, BaseSalary):
        return replace(now, currency=read.currency) != read
    return bool(now != read)


def head_words(
    head: Iterable[HeadFact], answers: Mapping[str, Any], brief: Brief, facts: Facts
) -> tuple[tuple[str, str], ...]:
    """Return what the head prints in her words, by label: of facts that are as her text gives them.

    Where the work is done is printed where she stated it; a given name alone is left to her text.
    """
    words: dict[str, list[str]] = {}
    for fact in head:
        name = ANSWER_OF.get(fact.label, "")
        if fact.label and (name not in answers or not changed(getattr(brief, name), answers[name])):
            words.setdefault(fact.label, []).append(fact.words)
    plain = dict(facts.plain_lines())
    printed = {label: ", ".join(filter(None, dict.fromkeys(parts))) for label, parts in words.items()}
    if (where := printed.get(LOCATION)) is not None:
        printed[LOCATION] = f"{facts.job_location} · {where}"
    elif "workplace" not in answers and brief.workplace is Workplace.ON_SITE:
        printed[LOCATION] = facts.job_location
    if (kind := printed.get(EMPLOYMENT)) and not _SHARE.search(kind):
        share = plain[EMPLOYMENT]
        printed[EMPLOYMENT] = kind if share.casefold() in kind.casefold() else f"{share}, {kind[0].lower()}{kind[1:]}"
    for label in (EMPLOYMENT, PAY):
        if (shown := printed.get(label, "")).isupper():
            shown = _CAPITALS.sub(lambda match: match[0].lower(), shown)
            printed[label] = shown[:1].upper() + shown[1:]
    same = brief.reports_to == answers.get("reports_to")
    if same and _GIVEN_NAME.fullmatch(brief.reports_to) and not _RANK.search(brief.reports_to):
        printed[REPORTS] = ""
    return tuple((label, text) for label, text in printed.items() if label in plain and plain[label] != text)
