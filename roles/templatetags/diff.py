"""How pages show what changed between two templates."""

from django import template

from roles.models import (
    Answer,
    Area,
    ComparisonRow,
    Industry,
    Need,
    Passage,
    PostingRule,
    Question,
    Role,
    Section,
    Statement,
    Trait,
)

register = template.Library()

SHARED = (PostingRule, ComparisonRow, Passage, Answer, Question, Area, Trait)
LABELS = {
    field.name: field.verbose_name
    for model in (*SHARED, Role, Need, Industry, Section, Statement)
    for field in (*model._meta.fields, *model._meta.many_to_many)
}


@register.filter
def label(name):
    """What the admin calls a field of a template."""
    return LABELS.get(name, name)


@register.filter
def heading_of(comparison, section):
    return comparison.heading(section)
