"""Parts of pages that a process renders once: those that are repeated with other words in the same places, and those
that are shown again with the same."""

import re
import secrets
from collections.abc import Hashable, Mapping
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from roles.memory import Recent

register = template.Library()

LETTERS_MOST = 8_000_000  # of all that is kept, in each worker
_MARK = re.compile("\ue000([a-z_]+)\ue001")  # these characters are in no template
_TOKEN = mark_safe(f"token-{secrets.token_hex()}")  # noqa: S308 - ours, and nobody can write it into a text
_made: dict[tuple[Any, ...], list[str]] = {}
_parts: Recent[str] = Recent(LETTERS_MOST, len)


@register.simple_tag
def filled(name: str, values: Mapping[str, Any]) -> SafeString:
    """Render the template of that name with the values.

    A bool may decide what is in it. Texts and numbers only come where they stand, escaped: no filter and no condition
    of the template sees them.
    """
    return mark_safe(_once((name, _all_of(values)), lambda: _filled(name, values)))  # noqa: S308 - escaped


def _filled(name: str, values: Mapping[str, Any]) -> str:
    flags = tuple(item for item in values.items() if isinstance(item[1], bool))
    pieces = _made.get((name, flags))
    if pieces is None or settings.DEBUG:
        marks = {word: mark_safe(f"\ue000{word}\ue001") for word in values}  # noqa: S308 - ours
        pieces = _made[name, flags] = _MARK.split(render_to_string(name, marks | dict(flags)))
    # Every second piece is the name of a value.
    return "".join(conditional_escape(values[piece]) if place % 2 else piece for place, piece in enumerate(pieces))


@register.simple_tag(takes_context=True)
def kept(context: template.Context, name: str, **values: Any) -> SafeString:
    """Render the template of that name with the values: they are all it sees, and what it is kept under.

    So no visitor is shown what was made of another's words, and whoever forgets a value sees that it is missing. A
    token is put in anew. Raises TypeError for a value that is not named by all it holds, such as a row.
    """
    html = _once((name, _all_of(values)), lambda: render_to_string(name, {**values, "csrf_token": _TOKEN}))
    if _TOKEN in html:
        html = html.replace(_TOKEN, conditional_escape(context.get("csrf_token") or ""))
    return mark_safe(html)  # noqa: S308 - a template's


def _once(name: Hashable, render: Any) -> str:
    return render() if settings.DEBUG else _parts.get(name, render)


def _all_of(values: Mapping[str, Any]) -> Hashable:
    """Return all that the values hold, in an order: their types, too, for what is safe is no equal of what is not."""
    found = []
    for word, value in values.items():
        if isinstance(value, Model):
            raise TypeError(f"{word}: a row is named by its number alone.")
        found.append((word, type(value), _all_of(value) if isinstance(value, Mapping) else value))
    return tuple(found)
