"""What an owner answered, shown back."""

from django import template

from roles.forms import typed_answers

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
TEXTS = {"start", "review"}


@register.simple_tag
def answers_sent(request):
    """The answers a page of the brief sent, as (label, text); none of any other page, which may hold a password."""
    match = request.resolver_match
    if match and match.url_name in TEXTS:
        return [("Your text", text)] if (text := request.POST.get("text", "").strip()) else []
    return list(typed_answers(request.POST)) if match and match.url_name in BRIEFS else []
