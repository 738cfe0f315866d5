"""A field of a crispy form, rendered once a process: it takes ten templates, and only the answer in it changes."""

from collections.abc import Callable
from copy import copy
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

FIELDS_MOST = 2_000  # of some 700 bytes each
_ANSWER = "\ue000answer\ue001"  # where the typed one comes; these characters are in nobody's words
_TYPED = (forms.TextInput, forms.NumberInput, forms.DateInput, forms.Textarea)
_made: dict[tuple[Any, ...], str] = {}


class Kept(Field):
    """As `Field`, of one name. What is kept holds no words of an owner: of a choice it is the chosen one, of a typed
    answer a mark in its place."""

    def render(self, form, context, template_pack=None, **kwargs) -> SafeString:
        (name,) = self.fields
        options = ({"template_pack": template_pack} if template_pack else {}) | kwargs

        def anew(bound: BoundField) -> SafeString:
            """Of another value than the form's, which means any."""
            its, form._bound_fields_cache[name] = form[name], bound
            try:
                return super(Kept, self).render(form, context, **options)
            finally:
                form._bound_fields_cache[name] = its

        html = once(form[name], str(self.wrapper_class), anew)
        form.rendered_fields.add(name)
        return html


def once(bound: BoundField, way: str, render: Callable[[BoundField], str]) -> SafeString:
    """Return the field rendered in that way, by `render` the first time; anew where something in it is wrong."""
    if bound.errors:
        return mark_safe(render(bound))  # noqa: S308 - a template's
    widget = bound.field.widget
    typed = (widget.format_value(bound.value()) or "") if type(widget) in _TYPED else ""
    value = _ANSWER if typed else bound.value()
    key = (way, bound.html_name, repr(value), *_looks(bound))
    if (html := _made.get(key)) is None:
        if len(_made) >= FIELDS_MOST:
            _made.clear()
        other = copy(bound)
        other.value = lambda: value  # type: ignore[method-assign]
        html = _made[key] = str(render(other))
    return mark_safe(html.replace(_ANSWER, escape(typed)))  # noqa: S308 - escaped


def _looks(bound: BoundField) -> tuple[Any, ...]:
    """What else a field is rendered from."""
    field = bound.field
    state = {name: list(value) if name == "choices" else value for name, value in vars(field.widget).items()}
    return (str(bound.label), str(bound.help_text), field.required, field.disabled, type(field.widget), repr(state))
