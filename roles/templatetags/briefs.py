"""What an owner answered, shown back."""

from django import template

from roles.admin_returned import typed_words
from roles.forms import typed_answers

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
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
    labels = WORDS.get(match.url_name, {}) if match else {}
    return [(label, request.POST[name]) for name, label in labels.items() if request.POST.get(name)]
