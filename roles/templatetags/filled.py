"""A part of a page that is repeated with other words in the same places: rendered once a process, then filled."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_MARK = re.compile("\ue000([a-z_]+)\ue001")  # these characters stand in no template
_made: dict[tuple[Any, ...], list[str]] = {}


@register.simple_tag
def filled(name: str, values: Mapping[str, Any]) -> SafeString:
    """Render the template of that name with the values.

    A bool may decide what is in it. Texts and numbers only come where they stand, escaped: no filter and no condition
    of the template sees them.
    """
    flags = tuple(item for item in values.items() if isinstance(item[1], bool))
    pieces = _made.get((name, flags))
    if pieces is None or settings.DEBUG:
        marks = {word: mark_safe(f"\ue000{word}\ue001") for word in values}  # noqa: S308 - ours
        pieces = _made[name, flags] = _MARK.split(render_to_string(name, marks | dict(flags)))
    # Every second piece is the name of a value.
    found = (conditional_escape(values[piece]) if place % 2 else piece for place, piece in enumerate(pieces))
    return mark_safe("".join(found))  # noqa: S308 - escaped
