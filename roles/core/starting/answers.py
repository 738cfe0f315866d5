"""What an old text answers of the brief, and the words of it that do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from roles.core.blanks import blank_in
from roles.core.compose.apply_to import is_address
from roles.core.compose.apply_to import way as way_in
from roles.core.compose.brief import TEXT_FIELDS, pay_problem, text_problem, tidy
from roles.core.limits import HEADCOUNT_MAX
from roles.core.money.words import SIGNS
from roles.core.places import PlaceReading, forms_at
from roles.core.reading import LineKind, Stated, StatedFacts, Way, on_day

from .calm import named
from .hollow import left_of
from .pieces import Piece
from .words import words_of

# What the owner knows an answer by.
QUESTIONS = {
    "title": "The title",
    "company": "Name of the business",
    "place": "Where the job is",
    "headcount": "How many people work there",
    "sites": "How many locations",
    "base_salary": "Pay",
    "employment_type": "Employment",
    "workplace": "Where the work is done",
    "valid_through": "Last day to apply",
    "apply_to": "Where people apply",
    "apply_with": "What they send",
    "reports_to": "Reports to",
    "leads": "Leads",
    "bonus": "Bonus",
    "travel_pattern": "Travel",
    "schedule": "Pattern of work",
    "start": "Start",
    "spending_limit": "Spending limit without approval",
}

_SHARE_OF_WEEK = re.compile(r"(?:full|part)[ _-]?time", re.I)
_TRAVELS = re.compile(r",? with (?:\w+ )?(?:travel|visits?)\b.*$", re.I)
_OF_WORKPLACE = re.compile(
    r"(?<=\w)\s*\((?=[^()]*\b(?:office|home|remote|hybrid|on[- ]?site|wfh|wfo)\b)[^()]*\)$", re.I
)
_ONESELF = re.compile(r"(?:me|myself|us|i)\b[ ,]*(?:\((?P<who>[^()]{2,60})\))?", re.I)
_THE_ROLE = re.compile(r"(?:this|the) (?:position|role|post|job|person)\b|(?:you|them|him|her|this)\b", re.I)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|immediately|asap|q[1-4]"
)
# Sentences that are an answer as a whole: the name of the answer, and what of them is its value.
_WHOLE = (
    (
        "leads",
        re.compile(
            r"(?P<value>(?!(?:you|this|it|he|she|they|the (?:role|position|post|job|director|operations))\b)"
            r".{3,150}?) (?:will )?(?:all )?(?:directly )?reports? (?:directly )?(?:in)?to (?:them|you|"
            r"(?:this|the) (?:position|role|post|job|person|director[\w ]{0,20}|operations director))\W*",
            re.I,
        ),
    ),
    (
        "reports_to",
        re.compile(
            r"(?:you(?:'d|’d|'ll|’ll| will| would)? )?(?:reports?|answer) to (?:me|us) \((?P<value>[^()]{2,60})\)[.]?",
            re.I,
        ),
    ),
    (
        "leads",
        re.compile(
            r"(?:direct reports|responsible for|reporting to you|supervises|leads|"
            r"manages)\s*:\s*(?P<value>.{1,140}?)[.]?",
            re.I,
        ),
    ),
    (
        "travel_pattern",
        re.compile(
            r"(?:(?:must|you will|you must|ability|able|willing(?:ness)?|is|be|to|will)\s+){0,5}"
            r"travel(?:s|ing)?(?:\s+is)?\s*(?::|\s)\s*(?P<value>(?!agen|trade|indus|expens|requir)\S.{2,190}?)[.]?",
            re.I,
        ),
    ),
    (
        "schedule",
        re.compile(
            r"(?:schedule|hours|working hours|work hours|shifts?|working pattern|work schedule)\s*[:–-]\s*"
            r"(?P<value>\S.{2,140}?)[.]?",
            re.I,
        ),
    ),
    ("schedule", re.compile(r"(?P<value>\d{2}(?:\.\d+)? ?(?:hrs?|hours) (?:a|per) week\b.{0,110}?)[.]?", re.I)),
    (
        "start",
        re.compile(
            rf"(?:planned )?start(?:s|ing)?(?: date)?\s*(?::|–|-|\s)\s*(?P<value>(?:in |on )?"
            rf"(?:(?:early|mid|late)[ -])?(?:\d{{1,2}} )?(?:{_MONTHS})\b.{{0,25}}?)[.]?",
            re.I,
        ),
    ),
    (
        "spending_limit",
        re.compile(
            r"(?:you |they )?(?:can |may )?(?:spend|spending)(?: of)? up to "
            rf"(?P<value>[{SIGNS}]?\d[\d,.]{{0,12}}(?: ?[km])?)\b"
            r"(?: (?:alone|without .{2,60}))?[.]?",
            re.I,
        ),
    ),
)
# One who reports to the post is not all that it leads: "The Safety Manager reports to you".
_ONE_OF_THEM = re.compile(r"(?:(?!\band\b|&|,|\d).)* reports (?:directly )?(?:in)?to (?:you|th(?:em|is|e))\b", re.I)
_WITH_PAY = re.compile(
    r"(?:\bplus|\band|\bwith|[+&,])\s+(?P<value>[^.!,;]{0,200}\b(?:bonus|commission)\b[^.!,;]{0,150})", re.I
)
_BONUS_LABEL = re.compile(r"bonus(?:es)?\s*:\s*(?P<value>\S.{1,240}?)[.]?", re.I)
# What is sent, and nothing else: "a CV and two references", "your resume and salary expectations".
_THING = (
    r"(?:(?:an?|your|the|one|two|three|\d|up to \w+|up[- ]to[- ]date|full|current|short|brief) )*"
    r"(?:resum[eé]s?|résumés?|cvs?|(?:cover(?:ing)? )?letters?|salary (?:expectations?|requirements?|history)|"
    r"references?|portfolio|examples?|one page|a page|pages?|results?)"
    r"(?: (?:of|on|about|from) [^,.;:]{2,80})?(?: \([^()]{2,40}\))?"
)
_THINGS = rf"(?P<value>{_THING}(?:(?:,| and| with| plus|, and| along with) {_THING}){{0,4}})"
_SEND = re.compile(
    rf"(?:to apply,? )?(?:please )?(?:send|submit|e-?mail|forward|apply (?:by|with))(?: us| me| in)? {_THINGS}"
    r" (?:to|at|via|by e-?mail to)\s+$",
    re.I,
)
# A sentence on applying of which ours states no more and no less.
_PLAIN_APPLY = re.compile(
    r"(?:to apply,? )?(?:please )?(?:write|(?:send|submit|e-?mail|forward) (?:an? |your |the )?applications?)"
    r"(?: to| at| via| by e-?mail to)?\s+$|(?:(?:e-?mail|apply|how to apply|applications|contact)\s*:\s*)?$",
    re.I,
)
_ONLY_RESUME = re.compile(r"(?:your |an? |the )?(?:resum[eé]|résumé|cv|application)s?(?: today| now)?", re.I)
_DAYS = re.compile(r"\bdays?\b", re.I)
_OUR = re.compile(r"our (?=\S)", re.I)
_YEAR = re.compile(r"\b20\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_AHEAD = 200
_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of the brief: its name, its value, and the words of the text that give it."""

    name: str
    value: Any
    words: str


def stated(facts: StatedFacts, today: date) -> Iterator[Answered]:
    """Yield what a text states of its post that a brief may hold. What is a guess, or has passed, is none of it."""
    facts = on_day(facts, today)
    if facts.company and fits("company", facts.company.value):
        yield Answered("company", facts.company.value, facts.company.words)
    if facts.place and (place := _place(facts.place)) and fits("place", place):
        where = _OF_WORKPLACE.sub("", _TRAVELS.sub("", facts.place.words))
        yield Answered("place", _in_small(where if where != facts.place.words else place), where)
    if facts.headcount and 1 <= facts.headcount.value <= HEADCOUNT_MAX:
        yield Answered("headcount", facts.headcount.value, facts.headcount.words)
    pay = facts.pay.value if facts.pay else None
    if facts.pay and pay and not pay.on_target and pay.actual is None and pay_problem(pay.salary) is None:
        yield Answered("base_salary", pay.salary, facts.pay.words)
    if facts.employment_type:
        words = facts.employment_type.words
        # Of "Permanent, full-time (37.5 hours per week)" the answer prints no more than this.
        share = _SHARE_OF_WEEK.search(words)
        yield Answered("employment_type", facts.employment_type.value, share[0] if share else words)
    if facts.workplace:
        yield Answered("workplace", facts.workplace.value, facts.workplace.words)
    if facts.closing_date and today <= facts.closing_date.value <= _latest(facts.closing_date.words, today):
        yield Answered("valid_through", facts.closing_date.value, facts.closing_date.words)
    if facts.reports_to and (whom := _superior(facts.reports_to.value)):
        yield Answered("reports_to", whom, facts.reports_to.words)
    for way in facts.apply_to:
        address = way.value.address
        if way.value.way is Way.WEB and "://" not in address:
            address = f"https://{address}"
        if way.value.way in (Way.EMAIL, Way.WEB) and is_address(address) and fits("apply_to", address):
            yield Answered("apply_to", address, way.words)
            return
    for way in facts.apply_to:
        number = way.value.address
        if way.value.way is Way.PHONE and not way.value.for_questions and way_in(number) and fits("apply_to", number):
            yield Answered("apply_to", number, way.words)
            return


def answers_in(piece: Piece, known: list[Answered], names: frozenset[str]) -> list[Answered]:
    """Return the answers a piece gives if it is nothing but answers, [] if it states more.

    `known` are those stated anywhere in the text, `names` the words of the title and of the business.
    """
    text = piece.text
    if piece.kind not in (LineKind.ABOUT, LineKind.EQUAL_OPPORTUNITY):
        for name, expression in _WHOLE[: 1 if piece.kind is LineKind.DUTY else None]:
            match = expression.fullmatch(text)
            if match and fits(name, match["value"]) and not _ONE_OF_THEM.match(text):
                return [Answered(name, match["value"], match["value"])]
    here = [answer for answer in known if answer.words in text]
    if any(has_more_words(answer) for answer in here):
        return []
    more = list(_beside(text, here))
    if not (here or more) or _is_more_than_an_address(text, here):
        return []
    words = tuple(answer.words for answer in (*here, *more))
    rest = left_of(text, words, names | words_of("labels"))
    # "Competitive salary DOE ($80-95K)" states no more than its figures.
    return (
        [] if rest and not (rest == "doe" and text.casefold().index("doe") < text.index(words[0])) else [*here, *more]
    )


def has_more_words(answer: Answered) -> bool:
    """Return whether the words of an answer hold what it does not print: the days of "on site 3 days a week"."""
    return answer.name == "workplace" and bool(_DAYS.search(answer.words))


def _is_more_than_an_address(text: str, here: list[Answered]) -> bool:
    """Whether a sentence that gives the address is none that ours could replace."""
    before = next((text[: text.index(answer.words)] for answer in here if answer.name == "apply_to"), None)
    return before is not None and not (_SEND.fullmatch(before) or _PLAIN_APPLY.fullmatch(before))


def _beside(text: str, here: list[Answered]) -> Iterator[Answered]:
    """Yield what is in one sentence with an answer: a bonus behind the pay, what to send before the address."""
    for answer in here:
        at = text.index(answer.words)
        if answer.name == "base_salary" and (match := _WITH_PAY.search(text, at + len(answer.words))):
            value = match["value"].strip()
            if len(value.split()) > 2 and fits("bonus", value):
                yield Answered("bonus", value, value)
        if answer.name == "apply_to" and (match := _SEND.fullmatch(text[:at])):
            value = match["value"].strip()
            if not _ONLY_RESUME.fullmatch(value) and fits("apply_with", value):
                yield Answered("apply_with", value, value)
    if not here and (match := _BONUS_LABEL.fullmatch(text)) and fits("bonus", match["value"]):
        yield Answered("bonus", match["value"], match["value"])


def _place(stated: Stated[PlaceReading]) -> str:
    """The place as written; where it is only read with a comma put in, as an address has it: "Hamilton, Ontario"."""
    full = stated.value.places[0].in_full if stated.value.places else ""
    country = stated.value.places[0].country if full else ""
    if country and forms_at(stated.words).country not in ("", country):
        return full  # "Perth" of a text on Scotland
    if full and re.match(r"(?:our|the|at)\b", stated.words, re.I):
        return full  # "Our Dundee hub"
    return full if full.replace(",", "") == stated.words.replace(",", "") else stated.words


def _in_small(place: str) -> str:
    """A place set in capitals as one writes it: "CO. DONEGAL", "BOISE, ID" are "Co. Donegal", "Boise, ID"."""
    if not place.isupper() or len(place) <= _ABBREVIATION:
        return place
    return " ".join(word if len(word) < _ABBREVIATION else word.capitalize() for word in place.split(" "))


def _superior(text: str) -> str:
    """Whom the post reports to: of "me (Executive Director)" what strangers know the owner by, "" for me alone."""
    if _THE_ROLE.match(text):
        return ""  # "… report to this position"
    match = _ONESELF.fullmatch(text.strip())
    whom = text if match is None else match["who"] or ""
    whom = named(_OUR.sub("the ", whom))
    return whom if whom and fits("reports_to", whom) else ""


def _latest(words: str, today: date) -> date:
    """The last day that a closing date may mean: one without a year that has just passed is not the next year's."""
    return date.max if _YEAR.search(words) else today + timedelta(days=_AHEAD)


def fits(name: str, text: str) -> bool:
    """Return whether a brief may hold the text as that answer."""
    text = tidy(text)
    return bool(text) and not blank_in(text) and text_problem(text, limit=TEXT_FIELDS[name]["limit"]) is None
