"""How pages show what changed between two templates."""

from django import template

from roles.models import Industry, Need, Role, Section, Statement

register = template.Library()

LABELS = {
    field.name: field.verbose_name
    for model in (Role, Need, Industry, Section, Statement)
    for field in (*model._meta.fields, *model._meta.many_to_many)
}


@register.filter
def label(name):
    """What the admin calls a field of a template."""
    return LABELS.get(name, name)


@register.filter
def heading_of(comparison, section):
    return comparison.heading(section)
