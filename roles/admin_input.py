"""What no browser sends to the admin, refused on every model's pages: Django's own answer is a server error."""

import re
from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.options import IncorrectLookupParameters, InlineModelAdmin
from django.contrib.admin.views.main import PAGE_VAR, SEARCH_VAR, ChangeListSearchForm
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError
from django.db.models import SlugField

SEARCH_LIMIT = 200
DIGITS_LIMIT = 20


def is_key(model, given):
    """Whether a query may hold this key: a number too large for the column is an error of the database."""
    try:
        model._meta.pk.clean(given, None)
    except ValidationError:
        return False
    return True


class KnownChoicesField(forms.ModelMultipleChoiceField):
    """Refuses what can be no choice before it gets into a query."""

    def clean(self, value):
        for given in value or ():
            if not is_key(self.queryset.model, given):
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(given)[:40]}
                )
        return super().clean(value)


class LimitedSearchForm(ChangeListSearchForm):
    """A thousand words are more than one query can hold."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[SEARCH_VAR] = forms.CharField(
            required=False,
            strip=False,
            max_length=SEARCH_LIMIT,
            error_messages={"max_length": f"Search for less: at most {SEARCH_LIMIT} characters. All rows are shown."},
        )


if TYPE_CHECKING:
    AdminMixin = admin.ModelAdmin
    InlineMixin = InlineModelAdmin
else:
    # What a mixin of an admin's page is mixed into; a type only, so that it is once in the order of inheritance.
    AdminMixin = object
    InlineMixin = object


class CarefulMixin(AdminMixin):
    """For every ModelAdmin of the site, which puts it before each."""

    def get_changelist(self, request, **kwargs):
        base = super().get_changelist(request, **kwargs)
        return type(base.__name__, (base,), {"search_form_class": LimitedSearchForm})

    def get_changelist_instance(self, request):
        """Django refuses a bad lookup where it reads the query string, but not where only the database finds it."""
        page = request.GET.get(PAGE_VAR, "1")
        if not page.removeprefix("-").isdecimal() or len(page) > DIGITS_LIMIT:
            raise IncorrectLookupParameters(f"{page[:DIGITS_LIMIT]} is no page.")
        try:
            return super().get_changelist_instance(request)
        except (DatabaseError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            if not request.GET:
                raise
            raise IncorrectLookupParameters(str(error)) from error

    def changelist_view(self, request, extra_context=None):
        from .models.kinds import kind_of  # models are not loaded yet when this module is

        extra_context = {"published_kind": kind_of(self.model)} | (extra_context or {})
        if request.method == "POST" and ACTION_CHECKBOX_NAME in request.POST:
            request.POST = request.POST.copy()
            chosen = [key for key in request.POST.getlist(ACTION_CHECKBOX_NAME) if is_key(self.model, key)]
            request.POST.setlist(ACTION_CHECKBOX_NAME, chosen)
        return super().changelist_view(request, extra_context)

    def _get_edited_object_pks(self, request, prefix):
        return [key for key in super()._get_edited_object_pks(request, prefix) if is_key(self.model, key)]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Two people can choose one key at once: it was free when each form was checked. The second save is checked
        again, and refused at the field. Nor is there a page that saves a row as a new one."""
        if "_saveasnew" in request.POST and not self.save_as:
            request.POST = request.POST.copy()
            del request.POST["_saveasnew"]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        """A browser keeps what is typed until it hears that it was saved."""
        from .views.sent_again import accepted_forms, read_form_id  # models are not loaded yet when this module is

        context |= {"form_id": read_form_id(request.POST), "accepted": accepted_forms(request)}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request, obj, *args, **kwargs):
        _note_accepted(request)
        return super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request, obj):
        _note_accepted(request)
        return super().response_change(request, obj)

    def log_deletions(self, request, queryset):
        """The log holds what was deleted, with all its words."""
        from .admin.log import deletion_message

        for row in queryset:
            LogEntry.objects.log_actions(
                request.user.pk, [row], DELETION, change_message=deletion_message(row), single_object=True
            )

    def get_deleted_objects(self, objs, request):
        """Without the rows that only tie two others: nobody knows them."""
        lines, counts, lacking, protected = super().get_deleted_objects(objs, request)
        counts = {name: count for name, count in counts.items() if not str(name).endswith(" relationships")}
        return list(_without_ties(lines)), counts, lacking, protected

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, SlugField):
            kwargs.setdefault("error_messages", {})["invalid"] = "Small letters, digits and hyphens only."
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, **{"form_class": KnownChoicesField, **kwargs})


def _note_accepted(request):
    from .views.sent_again import note_accepted  # as above

    note_accepted(request)


_TIE = re.compile(r"[\w -]+ relationship: .+ object \(\d+\)")


def _without_ties(lines):
    for line in lines:
        if isinstance(line, list):
            if inner := list(_without_ties(line)):
                yield inner
        elif not _TIE.fullmatch(str(line)):
            yield line
