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
# Columns whose short name is too little beside a text.
LABELS |= {
    "region": "state, province or country",
    "cure_until": "can be put right until",
    "enforced_from": "fines from",
}
KINDS = {
    model.__name__.lower(): model._meta.verbose_name for model in (*SHARED, Role, Need, Industry, Section, Statement)
} | {"role": "the role itself", "passage": "result or note"}


@register.filter
def kind_of(key):
    """What people call an entry whose key begins with its kind: “statement:do-plan” is a statement."""
    return KINDS.get(key.partition(":")[0], "")


@register.filter
def beside(entry):
    """The fields of an entry that is new or gone, but for what is before them already."""
    return [(name, words) for name, words in entry.fields if name != "key" and words != entry.name]


@register.filter
def label(name):
    """What the admin calls a field of a template."""
    return LABELS.get(name, name)


@register.filter
def heading_of(comparison, section):
    return comparison.heading(section)
