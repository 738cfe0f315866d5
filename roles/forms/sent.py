"""What a form of an owner's was sent with, whatever the form: to be handed back where it could not be taken."""

from collections.abc import Iterator

from django.http import QueryDict

from .pasted import CarryForm, ReviewForm
from .posting import EmailLinkForm, RenameForm

# What a page sends of itself, and nobody typed.
_OF_THE_PAGE = {
    "csrfmiddlewaretoken",
    "do",
    "ticket",
    "seen",
    "revision",
    "unlocked",
    "form_id",
    "lines",
    "keep",
    "take",
}
_LABELS = {
    **{
        name: field.label
        for form in (ReviewForm, RenameForm, EmailLinkForm)
        for name, field in form.base_fields.items()
    },
    **{f"{CarryForm.prefix}-{name}": field.label for name, field in CarryForm.base_fields.items()},
    "reason": "Your reason",
}
_BEGINNINGS = {"text-": "A line", "new-": "A line you began", "reason-": "Your reason"}


def typed_texts(data: QueryDict) -> Iterator[tuple[str, str]]:
    """Yield (label, text) for each text somebody typed or chose."""
    for name, texts in data.lists():
        if name in _OF_THE_PAGE or name.startswith("choice-"):
            continue
        beginning = next((label for start, label in _BEGINNINGS.items() if name.startswith(start)), name)
        for text in texts:
            if isinstance(text, str) and text.strip():
                yield str(_LABELS.get(name, beginning)), text
