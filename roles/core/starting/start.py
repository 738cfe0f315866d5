"""An old text as the start of a posting: answers for the brief, areas, lines kept as typed, and the account."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from roles.core.blanks import blank_in
from roles.core.compose.answers import begun
from roles.core.compose.brief import OWN_LINES, TEXT_FIELDS, text_problem, tidy
from roles.core.compose.leads import leads_in
from roles.core.compose.placeholders import own_words
from roles.core.compose.template import RoleTemplate, Section
from roles.core.editing.operations import ITEM_LIMIT
from roles.core.folding import fold
from roles.core.limits import OWN_LINES_MAX, Purpose
from roles.core.money import BaseSalary
from roles.core.money.words import DOLLARS, only_dollars
from roles.core.places import forms_at
from roles.core.reading import LineKind, PostingRead, StatedFacts

from .account import Became, Entry
from .advert import is_advert, rejoined
from .answers import QUESTIONS, Answered, stated
from .areas import Recognised, industry_named, recognised
from .bare_pay import bare_pay
from .counted import sites_in
from .deciding import LEFTOVER, Decision, decisions
from .head import PAY, HeadFact
from .her_order import take_in_order
from .her_pay import is_of_pay, pay_in_her_words
from .her_sections import HerSection
from .in_her_order import InHerOrder
from .listed import listed
from .near import near_the_place
from .old_text import OldText
from .pieces import Part
from .regrouped import regrouped
from .shelves import heading_above, section_for
from .signed import without_names
from .surroundings import as_letter
from .tails import printed, with_bracket

_WORD = re.compile(r"\w+")
# Answers of one thing a line: of a paragraph each sentence is one.
_APART = frozenset({"benefits", "own_required", "own_preferred"})


@dataclass(frozen=True, slots=True)
class Extra:
    """Lines of hers that no answer holds: they go into the section of that key, under `heading` where it is her own.

    `headed`: they were below a heading in her text.
    """

    section: str
    heading: str
    lines: tuple[str, ...]
    bullets: bool = False
    headed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What an old text gives a new posting.

    `answers` are those of a Brief that were understood; what is not in them is to be asked for. `areas` are what
    the post answers for, the most telling first. `fields` are, beside each of `entries`, the answers it gave.
    `order` is her text in its own order, where it is an advert, and `head` the facts at its head in her words;
    `extras` is what the answers do not hold of notes. `words` are those of an answer in the text, by its name,
    and `near` hers before the place.
    """

    answers: Mapping[str, Any]
    areas: tuple[Recognised, ...]
    entries: tuple[Entry, ...]
    fields: tuple[tuple[str, ...], ...]
    extras: tuple[Extra, ...] = ()
    order: tuple[HerSection, ...] = ()
    head: tuple[HeadFact, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    near: str = ""


def start(old: OldText, template: RoleTemplate, *, today: date, company: str = "") -> Start:
    """Return what a text that was read gives a posting of the template. Pure, and never raises.

    Every word of the text is in one entry, in order, the stamps of messages together in the first; her own lines
    are as she typed them. `company` is the name of the business where the text does not state it.
    """
    read = regrouped(old.read)
    known = list(stated(read.facts, today))
    known = [with_bracket(answer, read.lines) if answer.name == "place" else answer for answer in known]
    if company and all(answer.name != "company" for answer in known):
        known.append(Answered("company", company, company))
    place = next((str(answer.value) for answer in known if answer.name == "place"), "")
    if old.read.facts.pay is None and (pay := bare_pay((line.text for line in read.lines), forms_at(place).currency)):
        known.append(pay)
    titles = frozenset(_WORD.findall(fold(template.title)))
    ordered = not old.stamps and is_advert(read)
    read = without_names(as_letter(rejoined(read), old.read)) if ordered else read
    made: InHerOrder | _Made = InHerOrder(template, known, titles) if ordered else _Made(template)
    if old.stamps:
        made.entries.append(Entry(text=" ".join(old.stamps), line=1, became=Became.LEFT_OUT, reason=LEFTOVER))
        made.fields.append(())
    found = decisions(read, known, titles, today, ordered=ordered)
    if isinstance(made, InHerOrder):
        take_in_order(read, found, made)
    else:
        made.take(read, found)
    answers: dict[str, Any] = {answer.name: answer.value for answer in known} | made.given | made.texts()
    if salary := answers.get("base_salary"):
        answers["base_salary"] = _of_the_place(salary, read.facts, str(answers.get("place", "")))
    if leads := leads_in(str(answers.get("leads", ""))):
        answers["leads_kind"] = leads
    texts = [line.text for line in read.lines]
    if sites := sites_in(texts):
        answers["sites"] = sites
    head = " ".join((read.title.text if read.title else "", str(answers.get("company", ""))))
    if industry := industry_named(template.industries, head, texts):
        answers["industry"] = industry
    extras = made.extras if isinstance(made, _Made) else []
    return Start(
        answers=answers,
        areas=recognised(template.areas, made.duties),
        entries=tuple(made.entries),
        fields=tuple(made.fields),
        # What a heading states is about the role goes before what was only at the head of the text.
        extras=tuple(sorted(extras, key=lambda extra: not extra.headed)),
        order=tuple(made.order) if isinstance(made, InHerOrder) else (),
        head=_head(made.head if isinstance(made, InHerOrder) else (), read, known),
        words={answer.name: answer.words for answer in known},
        near=next((near_the_place(one.words, texts) for one in known if one.name == "place"), ""),
    )


def _head(stated: Iterable[HeadFact], read: PostingRead, known: list[Answered]) -> tuple[HeadFact, ...]:
    """The facts at the head of a text; the pay with what is beside it elsewhere, where the head does not have it."""
    pay = next((answer for answer in known if answer.name == "base_salary"), None)
    if pay is None or any(fact.label == PAY for fact in stated) or not (words := pay_in_her_words(read, pay)):
        return tuple(stated)
    return (*stated, HeadFact(PAY, words))


def _of_the_place(pay: BaseSalary, facts: StatedFacts, place: str) -> BaseSalary:
    """The pay in the dollars of its place, where the text has the sign alone."""
    local = forms_at(place).currency
    if facts.pay is None or local not in DOLLARS or not only_dollars(fold(facts.pay.words)):
        return pay
    return replace(pay, currency=local)


def _together(found: Iterator[Decision]) -> Iterator[list[Decision]]:
    """Yield decisions on sentences of one line that share their fate and place, as one."""
    group: list[Decision] = []
    length = 0
    for decision in found:
        length += len(decision.piece.text) + 1
        if group and (length > ITEM_LIMIT or not _alike(group[-1], decision)):
            yield group
            group, length = [], len(decision.piece.text) + 1
        group.append(decision)
    if group:
        yield group


def _alike(one: Decision, two: Decision) -> bool:
    def fate(decision: Decision) -> tuple[Any, ...]:
        piece = decision.piece
        return piece.item, piece.part, decision.became, decision.field, decision.purpose, decision.reason

    apart = one.field in _APART and not one.piece.bullet
    return fate(one) == fate(two) and one.became is not Became.ANSWER and not apart


@dataclass
class _Made:
    """What has been made of the decisions so far."""

    template: RoleTemplate
    held: dict[str, list[str]] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    fields: list[tuple[str, ...]] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    duties: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._printed = {own_words(statement.text) for statement in self.template.statements()}

    def texts(self) -> dict[str, str]:
        """Return the answers that are printed as typed."""
        return {name: "\n".join(lines) for name, lines in self.held.items()}

    def take(self, read: PostingRead, found: Iterator[Decision]) -> None:
        """Put what was decided on each piece where it belongs, and note it."""
        for group in _together(found):
            self._take(group)

    def _take(self, group: list[Decision]) -> None:
        first = group[0]
        text = " ".join(decision.piece.text for decision in group)
        line = " ".join(decision.piece.printed for decision in group)
        section = section_for(self.template, first.purpose)
        entry = Entry(
            text=text,
            line=first.piece.line,
            became=first.became,
            section=section.key,
            heading="" if first.piece.kind is LineKind.HEADING else first.piece.heading,
            reason=first.reason,
        )
        names: tuple[str, ...] = ()
        if first.became is Became.ANSWER:
            entry = replace(entry, place=first.question)
            names = first.answered
            for answer in first.answers:
                self.given.setdefault(answer.name, answer.value)
        elif first.piece.part is Part.TAIL and first.field == "benefits" and is_of_pay(text):
            names = ("base_salary",)
            entry = replace(entry, became=Became.ANSWER, section="", place=QUESTIONS["base_salary"])
        elif first.became in (Became.KEPT, Became.MOVED):
            if first.purpose in (Purpose.DUTIES, Purpose.MEASURES):
                self.duties.append(text)
            typed = printed(line) if first.piece.part is Part.TAIL else line.rstrip(" ·•|")
            if first.field == "benefits":
                entry = self._given(entry, first, section, typed)
            else:
                lines = (typed,)
                key, place = self._put(first, section, lines)
                entry = replace(entry, section=key, place=place, lines=lines)
        self.entries.append(entry)
        self.fields.append(names)

    def _given(self, entry: Entry, decision: Decision, section: Section, text: str) -> Entry:
        """Put what is given into the benefits, one a line, and what is about the hours into the conditions."""
        parts = list(listed(text))
        given = tuple(line for line, times in parts if not times)
        found = [line for line, times in parts if times]
        times = (text if not given else ", ".join(found),) if found else ()
        key, place = section.key, section.heading
        if times:
            terms = replace(decision, field="conditions", purpose=Purpose.CONDITIONS)
            key, place = self._put(terms, section_for(self.template, Purpose.CONDITIONS), times)
        if given:
            key, place = self._put(decision, section, given)
        return replace(entry, section=key, place=place, lines=(*given, *times))

    def _put(self, decision: Decision, section: Section, lines: tuple[str, ...]) -> tuple[str, str]:
        """Put lines into an answer that prints them, else into a section; return its key and what it is called."""
        if decision.field in self._printed and self._fit(decision.field, lines):
            # A line that goes on in small letters would be one with the line before it.
            held = map(begun, lines) if decision.field == "conditions" else lines
            self.held.setdefault(decision.field, []).extend(held)
            return section.key, heading_above(self.template, section)
        if decision.purpose is Purpose.OTHER:
            key, heading = f"yours-{decision.piece.number + 1}", decision.piece.heading
        else:
            key, heading = section.key, section.heading
        self.extras.append(
            Extra(key, heading, lines, bullets=decision.piece.bullet, headed=bool(decision.piece.heading))
        )
        return key, heading or heading_above(self.template, section)

    def _fit(self, name: str, lines: tuple[str, ...]) -> bool:
        """Whether the answer may hold these lines as well."""
        all_lines = [*self.held.get(name, []), *lines]
        if name in OWN_LINES and len(all_lines) > OWN_LINES_MAX:
            return False
        text = tidy("\n".join(all_lines), lines=True)
        return not blank_in(text) and text_problem(text, limit=TEXT_FIELDS[name]["limit"]) is None
