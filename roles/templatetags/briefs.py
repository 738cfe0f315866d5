"""What an owner answered, shown back."""

from django import template

from roles.admin_returned import typed_words
from roles.forms import typed_answers

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}


@register.simple_tag
def answers_sent(request):
    """The answers a page of the brief or of the workshop sent, as (label, text); none of any other page, which may hold
    a password."""
    match = request.resolver_match
    if match and match.namespace == "admin":
        return typed_words(request)
    return list(typed_answers(request.POST)) if match and match.url_name in BRIEFS else []
