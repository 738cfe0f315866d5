"""What an owner answered, shown back."""

from django import template
from django.template.loader import render_to_string

from roles.admin_returned import typed_words
from roles.forms import StartFactsForm, kept_fields, typed_answers, typed_texts

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
TEXTS = {"review", "posting_workshop", "posting_review", "posting_rename", "posting_brand", "posting_email_link"}
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
    name = match.url_name if match else ""
    if name in BRIEFS:
        return list(typed_answers(request.POST))
    if name in TEXTS:
        return list(typed_texts(request.POST))
    if name == "start":
        return list(_text_sent(request.POST))
    return [(label, request.POST[field]) for field, label in WORDS.get(name, {}).items() if request.POST.get(field)]


@register.simple_tag
def plain_field(field):
    """A field with its label, its help and what is wrong in it."""
    return kept_fields.once(field, "plain", lambda bound: render_to_string("roles/_field.html", {"field": bound}))


@register.filter
def tick(box, field):
    """What a box of a field is filled with."""
    return {
        "name": field.html_name,
        "value": box.data["value"],
        "id": box.id_for_label,
        "label": box.choice_label,
        "is_chosen": bool(box.data["selected"]),
        "is_wrong": bool(field.errors),
    }


def _text_sent(data):
    if text := data.get("text", "").strip():
        yield "Your text", text
    for name, field in StartFactsForm.base_fields.items():
        known = dict(getattr(field, "choices", ()))
        if given := [known.get(value, value) for value in data.getlist(f"{StartFactsForm.prefix}-{name}") if value]:
            yield field.label, ", ".join(given)
