"""A field of a crispy form, rendered once a process: it takes ten templates, and only the answer in it changes."""

from copy import copy
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

FIELDS_MOST = 2_000  # of some 700 bytes each
_ANSWER = "\ue000answer\ue001"  # where the typed one comes; these characters stand in nobody's words
_TYPED = (forms.TextInput, forms.NumberInput, forms.DateInput, forms.Textarea)
_made: dict[tuple[Any, ...], str] = {}


class Kept(Field):
    """As `Field`, of one name. What is kept holds no words of an owner: of a choice it is the chosen one, of a typed
    answer a mark in its place."""

    def render(self, form, context, template_pack=None, **kwargs) -> SafeString:
        (name,) = self.fields
        bound = form[name]
        options = ({"template_pack": template_pack} if template_pack else {}) | kwargs
        if bound.errors:
            return super().render(form, context, **options)
        widget = bound.field.widget
        typed = (widget.format_value(bound.value()) or "") if type(widget) in _TYPED else ""
        value = _ANSWER if typed else bound.value()
        key = (name, self.wrapper_class, repr(value), *_looks(bound))
        if (html := _made.get(key)) is None:
            if len(_made) >= FIELDS_MOST:
                _made.clear()
            html = _made[key] = str(_rendered(super().render, form, bound, value, context, options))
        form.rendered_fields.add(name)
        return mark_safe(html.replace(_ANSWER, escape(typed)))  # noqa: S308 - escaped


def _looks(bound: BoundField) -> tuple[Any, ...]:
    """What else a field is rendered from."""
    field = bound.field
    state = {name: list(value) if name == "choices" else value for name, value in vars(field.widget).items()}
    return (str(bound.label), str(bound.help_text), field.required, field.disabled, type(field.widget), repr(state))


def _rendered(render, form: forms.BaseForm, bound: BoundField, value: Any, context, options: dict[str, Any]) -> str:
    """The field with another value, which stands for any."""
    other = copy(bound)
    other.value = lambda: value  # type: ignore[method-assign]
    form._bound_fields_cache[bound.name] = other  # type: ignore[attr-defined]
    try:
        return render(form, context, **options)
    finally:
        form._bound_fields_cache[bound.name] = bound  # type: ignore[attr-defined]
