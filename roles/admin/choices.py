"""Ticks for many-to-many fields of inline rows: the choices read once for a page, and only those taken."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join

from roles.admin_input import AdminMixin, KnownChoicesField


class ChoicesReadOnceMixin(AdminMixin):
    """For an inline: without this, each of its rows reads the same choices from the database."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, form_class=KnownChoicesField, **kwargs)
        read = request.__dict__.setdefault("_choices_read", {})
        if db_field not in read:
            choices: Any = field.choices
            read[db_field] = list(iter(choices))  # without iter() Python also runs a COUNT
        field.choices = read[db_field]
        return field


class TicksWidget(forms.CheckboxSelectMultiple):
    """Tick boxes, written in one go: a long section holds two thousand of them."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(item) for item in value or ()}
        return format_html(
            '<div class="ticks">{}</div>',
            format_html_join(
                "",
                '<label><input type="checkbox" name="{}" value="{}"{}> {}</label>',
                ((name, key, " checked" if str(key) in chosen else "", label) for key, label in self.choices),
            ),
        )


class PlainTicksMixin(ChoicesReadOnceMixin):
    """For an inline: without the admin's wrapper, which links to a page of its own."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.many_to_many:
            return self.formfield_for_manytomany(db_field, request, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.help_text = ""
        return field
