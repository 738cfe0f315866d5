"""What an owner answered, shown back."""

from django import template

from roles.forms import typed_answers, typed_texts

register = template.Library()

BRIEFS = {"posting_new", "posting_preview", "posting_edit", "posting_edit_preview"}
OTHERS = {"review", "posting_workshop", "posting_review", "posting_rename", "posting_brand", "posting_email_link"}


@register.simple_tag
def answers_sent(request):
    """What an owner's form sent, as (label, text); nothing of any other page, which may hold a password."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if name in BRIEFS:
        return list(typed_answers(request.POST))
    return list(typed_texts(request.POST)) if name in OTHERS else []
