"""How pages show templates and documents. Pure: nothing here reads the database."""

import re
from dataclasses import dataclass, field

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.text import Truncator

from roles.core.compose import facts, placeholders
from roles.core.compose.preview import BLANKS
from roles.core.document import Source
from roles.core.editing import mark_of
from roles.core.limits import NEEDS_MAX

from .filled import filled

register = template.Library()
register.filter("mark", mark_of)

_LABELS = re.compile(
    "|".join(
        re.escape(conditional_escape(f"[{label}]"))
        for label in (*(item.label for item in facts.PLACEHOLDERS.values()), *BLANKS.values())
    )
)


SAMPLE = 12


@dataclass
class Group:
    """Statements of a section bound to the same industries and headcount; `heading` is empty for every business."""

    heading: str
    statements: list = field(default_factory=list)


@register.simple_tag
def needs_max():
    return NEEDS_MAX


@register.filter
def blanks(text):
    """Mark the labels in brackets that are placeholders of an owner's answers."""
    return mark_safe(_LABELS.sub(r'<span class="blank">\g<0></span>', conditional_escape(text)))  # noqa: S308


@register.filter
def words(item, limit=None):
    """An item's text, or its first words. The owner's own may run in another direction than the page."""
    text = Truncator(item.text).words(limit) if limit else item.text
    return text if item.provenance.source is Source.STATEMENT else format_html("<bdi>{}</bdi>", text)


@register.simple_tag
def source(item, from_draft=False):
    """Where an item comes from, and why it is there."""
    origin = item.provenance
    values = {
        "words": words(item, 8),
        "focus": item.focus.value,
        "reason": item.reason,
        "version": str(origin.version),
        "name": origin.name,
        "answer": answer_label(origin.name),
        "of_statement": origin.source is Source.STATEMENT,
        "of_answer": origin.source is Source.BRIEF,
        "has_reason": bool(item.reason),
        "is_draft": bool(from_draft),
    }
    return filled("roles/_source.html", values)


@register.simple_tag
def our_line(line, number, workshop):
    """A line of ours, to keep, to reword in the workshop of that address, or to drop."""
    values = {
        "words": line.item.text,
        "key": line.item.key,
        "token": line.token,
        "part": line.section.name,
        "part_key": line.section.key,
        "number": number,
        "workshop": workshop,
        "is_locked": line.section.locked,
    }
    return filled("roles/_our_line.html", values)


@register.filter
def answer_label(name):
    """What an answer of the brief is called; its name, if there is no such placeholder."""
    known = facts.PLACEHOLDERS.get(name)
    return known.label if known else name


@register.simple_tag
def groups(section, role_template, facts):
    """The section's statements whose text fills, by whom they are for: every business first.

    Of a template that has statements for each area and kind of business it is a sample: a page holds no thousand.
    """
    phrases = {industry.key: industry.phrase for industry in role_template.industries}
    found: dict[tuple, Group] = {(): Group("")}
    statements = section.statements
    if role_template.asks_for_areas:
        statements = [statement for statement in statements if _is_for_everybody(statement)][:SAMPLE]
    for statement in statements:
        if text := placeholders.fill(statement.text, facts):
            bound: tuple = (statement.industries, statement.headcount_min, statement.headcount_max)
            if bound == ((), None, None):
                bound = ()
            if bound not in found:
                found[bound] = Group(_heading(statement, phrases))
            found[bound].statements.append({"text": text, "focus": statement.focus})
    return [group for group in found.values() if group.statements]


def _is_for_everybody(statement):
    """Whether the statement is for every business, size and country, whoever is led."""
    bound = statement.industries or statement.traits or statement.leads or statement.countries
    return not bound and not statement.bound_to_headcount


def _heading(statement, phrases):
    parts = []
    if statement.industries:
        parts.append("in " + " or ".join(phrases.get(key, key) for key in statement.industries))
    if statement.bound_to_headcount:
        parts.append(f"with {_people(statement.headcount_min, statement.headcount_max)}")
    return f"Only {' '.join(parts)}"


def _people(low, high):
    if low is None or low <= 1:
        return f"up to {high} people" if high else "any number of people"
    return f"{low} people or more" if high is None else f"{low} to {high} people"
