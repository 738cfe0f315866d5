from django import template
from django.template.defaultfilters import stringfilter

register = template.Library()


@register.filter(is_safe=True)
@stringfilter
def one_line(text):
    """Join lines with single spaces, so that a template may break a text that goes into an attribute or a title."""
    return " ".join(text.split())
