"""What an owner answered, shown back."""

from django import template

from roles.forms import StartFactsForm, typed_answers

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
TEXTS = {"start", "review"}


@register.simple_tag
def answers_sent(request):
    """The answers a page of the brief sent, as (label, text); none of any other page, which may hold a password."""
    match = request.resolver_match
    if match and match.url_name in TEXTS:
        return list(_text_sent(request.POST))
    return list(typed_answers(request.POST)) if match and match.url_name in BRIEFS else []


def _text_sent(data):
    if text := data.get("text", "").strip():
        yield "Your text", text
    for name, field in StartFactsForm.base_fields.items():
        known = dict(getattr(field, "choices", ()))
        if given := [known.get(value, value) for value in data.getlist(f"{StartFactsForm.prefix}-{name}") if value]:
            yield field.label, ", ".join(given)
