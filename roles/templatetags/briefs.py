"""What an owner answered, shown back."""

from django import template

from roles.admin_returned import typed_words
from roles.forms import StartFactsForm, typed_answers

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
TEXTS = {"start", "review"}
# Of other pages the fields whose words are handed back, and what each is called.
WORDS = {
    "posting_comments": {"text": "Your comment"},
    "posting_share": {"label": "Who is it for?"},
    "posting_history": {"name": "Its name"},
}


@register.simple_tag
def answers_sent(request):
    """What a page with words to lose sent, as (label, text); nothing of any other page, which may hold a password."""
    match = request.resolver_match
    if match and match.namespace == "admin":
        return typed_words(request)
    if match and match.url_name in BRIEFS:
        return list(typed_answers(request.POST))
    if match and match.url_name in TEXTS:
        return list(_text_sent(request.POST))
    labels = WORDS.get(match.url_name, {}) if match else {}
    return [(label, request.POST[name]) for name, label in labels.items() if request.POST.get(name)]


def _text_sent(data):
    if text := data.get("text", "").strip():
        yield "Your text", text
    for name, field in StartFactsForm.base_fields.items():
        known = dict(getattr(field, "choices", ()))
        if given := [known.get(value, value) for value in data.getlist(f"{StartFactsForm.prefix}-{name}") if value]:
            yield field.label, ", ".join(given)
