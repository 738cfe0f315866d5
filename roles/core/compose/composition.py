"""Composing: one template and one brief make one Document, always the same."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import count

from roles.core import document
from roles.core.document import Document, Facts, Item, Provenance, Source
from roles.core.limits import Purpose
from roles.core.spelling import spelled

from . import answers, apply_to, her_words, placeholders, superiors
from .beside_pay import with_beside_pay, with_words_beside
from .brief import Brief
from .capitals import with_place_names
from .facts import PLACEHOLDERS, facts_of
from .given import is_denied
from .in_place import in_place
from .notes_to_writer import without_notes
from .selection import Choice, fits, select
from .slips import slips_in, without_slips
from .subject import Subject
from .tailoring import Offered, tailor
from .template import RoleTemplate, Section

OFFERED = "You brought it in."
ANSWERED = "Your own answer in the brief."

Offers = dict[str, dict[str, tuple[Item, ...]]]
"""Section key to statement key to the items the statement makes of a brief."""


def compose(template: RoleTemplate, brief: Brief, *, version: int) -> Document:
    """Return the posting the template makes of the brief; `version` numbers the template.

    The template must be without problems (`template_problems`). A section none of whose
    statements apply is left out.
    """
    printed = _printed(template, brief)
    return _chosen_of(template, printed, _offered(template, brief, printed, version=version), version=version)


def offers(template: RoleTemplate, brief: Brief, *, version: int) -> Offers:
    """Return the text of every statement that fits and can be filled, picked or not, in order.

    One item a statement, or one item a line of the owner's own answer. Keys are unique.
    """
    return _offered(template, brief, _printed(template, brief), version=version)


def _offered(
    template: RoleTemplate, typed: Brief, brief: Brief, *, version: int, names: Collection[str] = tuple(PLACEHOLDERS)
) -> Offers:
    """The offers of a template whose statements use placeholders of these `names` alone."""
    about = subject(template, brief)
    facts = facts_of(about, names=names)
    country = about.country if template.asks_for_areas else ""
    taken = {statement.key for statement in template.statements()}
    lines: Counter[str] = Counter()

    def items(key: str, source: str, focus: document.Focus, text: str) -> tuple[Item, ...]:
        answer = placeholders.own_words(source)
        if not answer:
            provenance = Provenance(source=Source.STATEMENT, name=key, version=version)
            return (Item(key=key, text=" ".join(text.split("\n")), focus=focus, provenance=provenance, reason=OFFERED),)
        found = []
        slips = slips_in(given) if typed is not brief and isinstance(given := getattr(typed, answer, ""), str) else {}
        for line in text.split("\n"):
            lines[answer] += 1
            while f"{answer}-{lines[answer]}" in taken:
                lines[answer] += 1
            provenance = Provenance(source=Source.BRIEF, name=answer)
            key = f"{answer}-{lines[answer]}"
            reason = _reason(slips, line)
            found.append(Item(key=key, text=line, focus=focus, provenance=provenance, reason=reason))
        return tuple(found)

    return {
        section.key: {
            statement.key: items(statement.key, statement.text, statement.focus, text)
            for statement in section.statements
            if fits(statement, brief) and (text := placeholders.fill(spelled(statement.text, country), facts))
        }
        for section in template.sections
    }


def _names_in(section: Section) -> frozenset[str]:
    """The placeholders that the statements of a section use."""
    used = (placeholders.names(item.text) for item in section.statements)
    return frozenset(name for names in used for name in names if name in PLACEHOLDERS)


def subject(template: RoleTemplate, brief: Brief) -> Subject:
    """Return what the statements of a template are filled from."""
    return Subject(
        brief=with_beside_pay(brief) if template.asks_for_areas else brief,
        schema=template.schema,
        industry=next((item for item in template.industries if item.key == brief.industry), None),
        areas={area.key: area for area in template.areas},
        opens_with=frozenset(
            name
            for section in template.sections
            if section.purpose is Purpose.SUMMARY
            for statement in section.statements
            for name in placeholders.names(statement.text)
        ),
    )


def choose(template: RoleTemplate, brief: Brief, offered: Offers, *, version: int) -> Document:
    """Return the posting made of the statements selection picks among those offered."""
    return _chosen_of(template, _printed(template, brief), offered, version=version)


def _chosen_of(template: RoleTemplate, brief: Brief, offered: Offers, *, version: int) -> Document:
    sections = []
    described = answers.described_led(brief.leads)
    described_in = _without_place_for_sentence(template) if described else None
    done: set[str] = set()  # areas that a chosen duty speaks of
    way = apply_to.way(brief.apply_to)
    way_in = next((part for part in template.sections if way and _mentions(part, "apply_to")), None)
    for section in template.sections:
        texts: Offered = offered[section.key]
        if section.purpose is Purpose.ALSO and done.intersection(_ticked(brief)):
            texts = _also_beside(template, section, brief, done, version=version)
        choices = _chosen(template, section, texts, brief)
        if section.purpose is Purpose.DUTIES:
            done.update(area for choice in choices for area in choice.statement.areas)
        items = tuple(
            replace(item, reason=choice.reason) if item.provenance.source is Source.STATEMENT else item
            for choice in choices
            for item in texts[choice.statement.key]
        )
        if section is described_in:
            items += (_own(template, "leads", described),)
        if section is way_in:
            items = (_own(template, "apply_to", way), *items)
        asks = section.purpose is Purpose.APPLY and _mentions(section, "apply_with")
        if asks and (more := her_words.beside_sending(brief.apply_with, "" if way else brief.apply_to)):
            items = _behind_asking(items, section, _own(template, "apply_with", more))
        if template.asks_for_areas and section.purpose is Purpose.SUMMARY:
            items = _in_order(items)
        if items:
            sections.append(
                document.Section(
                    key=section.key,
                    heading=section.heading,
                    kind=section.kind,
                    items=items,
                    locked=section.locked,
                    purpose=section.purpose,
                )
            )
    return Document(
        role=template.slug,
        version=version,
        title=template.title,
        promise=template.promise,
        facts=_facts_beside_pay(brief) if template.asks_for_areas else posting_facts(brief),
        sections=tuple(sections),
    )


def _ticked(brief: Brief) -> set[str]:
    return {item.area for item in brief.scope if not item.starred and not item.name}


def _also_beside(template: RoleTemplate, section: Section, brief: Brief, done: set[str], *, version: int) -> Offered:
    """What else the post answers for: of what she only ticked, all that no duty of ours speaks of."""
    kept = tuple(item for item in brief.scope if item.starred or item.name or item.area not in done)
    rest = replace(brief, scope=kept)
    alone = replace(template, sections=(section,))
    return _offered(alone, rest, rest, version=version, names=_names_in(section))[section.key]


def _printed(template: RoleTemplate, brief: Brief) -> Brief:
    """The answers as they are printed, each in its place; before there were areas they were printed as typed."""
    return in_place(without_slips(without_notes(brief))) if template.asks_for_areas else brief


def _reason(slips: dict[str, str], printed: str) -> str:
    """Why a line of hers is there, with the words in it that are no longer as she typed them."""
    found = [f"“{typed}” is now “{meant}”" for typed, meant in slips.items() if meant.lower() in printed.lower()]
    return f"{ANSWERED} Put right: {'; '.join(found)}." if found else ANSWERED


def _in_order(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The opening with her reason behind the sentences on the post where it is all there is of it and wants them."""
    story = [item for item in items if item.provenance == document.STORY]
    alone = len(story) == 1
    last = [item for item in story if her_words.is_framed(item.text) or (alone and her_words.is_vacancy(item.text))]
    return (*(item for item in items if item not in last), *last)


def _without_place_for_sentence(template: RoleTemplate) -> Section | None:
    """The section that names whom the role leads, where the template has a place for a phrase only."""
    uses = [(section, placeholders.names(item.text)) for section in template.sections for item in section.statements]
    if any("leads_told" in names for _, names in uses):
        return None
    return next((section for section, names in uses if "leads" in names), None)


def _behind_asking(items: tuple[Item, ...], section: Section, hers: Item) -> tuple[Item, ...]:
    """The items with hers on how to apply behind the statement that asks for it, before when one hears and begins."""
    asking = {item.key for item in section.statements if "apply_with" in placeholders.names(item.text)}
    place = next((place for place, item in enumerate(items, start=1) if item.key in asking), 0)
    place = max(place, sum(item.provenance.name == "apply_to" for item in items))
    return (*items[:place], hers, *items[place:])


def _mentions(section: Section, name: str) -> bool:
    return any(name in placeholders.names(item.text) for item in section.statements)


def _own(template: RoleTemplate, answer: str, text: str) -> Item:
    """A sentence of the owner's in an answer that the statements hold as a phrase, as a line of its own."""
    taken = {statement.key for statement in template.statements()}
    key = next(key for number in count(1) if (key := f"{answer}-{number}") not in taken)
    provenance = Provenance(source=Source.BRIEF, name=answer)
    return Item(key=key, text=text, focus=document.Focus.SHARED, provenance=provenance, reason=ANSWERED)


def _chosen(template: RoleTemplate, section: Section, texts: Offered, brief: Brief) -> list[Choice]:
    if template.asks_for_areas:
        return tailor(template, section, texts, brief)
    candidates = [statement for statement in section.statements if statement.key in texts]
    return select(template, section, candidates, brief)


def _facts_beside_pay(brief: Brief) -> Facts:
    return with_words_beside(posting_facts(with_beside_pay(brief)), brief)


def posting_facts(brief: Brief) -> Facts:
    """Return the facts of a posting as its answers give them; whom it reports to as a sentence has it."""
    return Facts(
        hiring_organization=brief.company,
        job_location=with_place_names(brief.place),
        workplace=brief.workplace,
        employment_type=brief.employment_type,
        reports_to=superiors.superior(brief.reports_to),
        base_salary=brief.base_salary,
        valid_through=brief.valid_through,
        has_bonus=not is_denied(brief.bonus),
        schedule=answers.phrase(brief.schedule),
        travel=answers.phrase(brief.travel_pattern),
    )
