"""What a consultant typed into a page that could not be saved, to be shown back."""

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError

_ROW = re.compile(r"[a-z_]+-(\d+)-(\w+)")
_NO_WORDS = frozenset(
    ["csrfmiddlewaretoken", "form_id", "opened", "revision", "draft", "after", "action", "next", "carried", "post"]
)


def typed_words(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed, as (label, text): what differs from what the page was made of, where it proves that, and
    all there is otherwise. Never a password."""
    try:
        return list(_words(request))
    except (SuspiciousOperation, UnreadablePostError):  # too large to be read, or gone
        return []


def _words(request: HttpRequest) -> Iterator[tuple[str, str]]:
    sent, opened = request.POST, _opened(request)
    for name in sent:
        if name in _NO_WORDS or name.startswith("_") or "password" in name:
            continue
        row = _ROW.fullmatch(name)
        field = row[2] if row else name
        if (row and field in ("id", "position", "DELETE")) or field.endswith("_FORMS"):
            continue
        text = ", ".join(sent.getlist(name)).replace("\r\n", "\n")
        pk = sent.get(name.removesuffix(field) + "id", "") if row else ""
        before = opened.get(pk, {})
        if text.strip() and text != _as_text(before.get(field)):
            place = f"{before.get('key') or 'new row'}, " if row else ""
            yield f"{place}{field.replace('_', ' ')}".capitalize(), text


def _as_text(value: Any) -> str | None:
    return ", ".join(value) if isinstance(value, list) else value


def _opened(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """What the page was made of, by the ids of its rows; its own fields have none."""
    match = request.resolver_match
    name = match.url_name or "" if match else ""
    model, pk = name.removesuffix("_change").replace("_", ".", 1), (match.kwargs if match else {}).get("object_id", "")
    try:
        opened = signing.loads(request.POST.get("opened", ""), salt=f"{_label(model)}:{pk}")
    except signing.BadSignature:
        return {}
    return opened if isinstance(opened, dict) else {}


def _label(name: str) -> str:
    """A model's label as the pages sign it: “roles.Section”."""
    try:
        return apps.get_model(name)._meta.label
    except (LookupError, ValueError):
        return name
