"""All statements in one list: to search, to see what owners make of them, to copy and to move."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from roles.models import Section, Statement
from roles.models.statements import NEEDS_QUESTION

from . import locking
from .deleting import UndoneMixin, back_up_deleted, back_up_moved
from .log import record


class SectionFilter(admin.SimpleListFilter):
    title = "section"
    parameter_name = "section"

    def lookups(self, request, model_admin):
        role = request.GET.get("section__role__id__exact")
        sections = Section.objects.select_related("role").defer("role__loaded").order_by("role__position", "position")
        return [
            (str(section.pk), f"{section.role}: {section}")
            for section in sections.only("heading", "purpose", "role__title")
            if role in (None, str(section.role_id))
        ]

    def queryset(self, request, queryset):
        section = self.value()
        if section is None:
            return queryset
        return queryset.filter(section=int(section)) if section in dict(self.lookup_choices) else queryset.none()


class UseFilter(admin.SimpleListFilter):
    title = "use"
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("never", "never used"), ("reworded", "reworded by owners"), ("removed", "removed by owners")]

    def queryset(self, request, queryset):
        if self.value() == "never":
            return queryset.filter(offered=0)
        if self.value() in ("reworded", "removed"):
            return queryset.filter(**{f"{self.value()}__gt": 0})
        return queryset


class QuestionFilter(admin.SimpleListFilter):
    title = "interview question"
    parameter_name = "question"

    def lookups(self, request, model_admin):
        return [("none", "responsibilities without one"), ("some", "with a question")]

    def queryset(self, request, queryset):
        if self.value() == "none":
            return queryset.filter(NEEDS_QUESTION)
        return queryset.exclude(question="") if self.value() == "some" else queryset


class MoveForm(forms.Form):
    section = forms.ModelChoiceField(
        Section.objects.select_related("role").defer("role__loaded").order_by("role__position", "position"),
        empty_label="Choose a section",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].label_from_instance = lambda section: f"{section.role}: {section}"


SORTED_BY = ("offered", "kept", "reworded", "removed")


@admin.register(Statement)
class StatementAdmin(UndoneMixin, admin.ModelAdmin):
    """A list only: each row links to its section, where a statement is edited."""

    list_display = ["wording", "place", "focus", "offered", "kept", "reworded", "removed"]
    list_display_links = None
    list_filter = [
        ("section__role", admin.RelatedOnlyFieldListFilter),
        SectionFilter,
        "focus",
        "industries",
        "needs",
        UseFilter,
        QuestionFilter,
    ]
    list_select_related = ["section__role"]
    list_per_page = 50
    search_fields = ["text", "key", "question", "evidence"]
    ordering = ["section__role__position", "section__position", "position"]
    actions = ["duplicate", "move"]
    change_list_template = "admin/roles/statement/change_list.html"

    def get_queryset(self, request):
        return super().get_queryset(request).with_use()

    @admin.display(description="statement", ordering="text")
    def wording(self, statement):
        url = reverse("admin:roles_section_change", args=[statement.section_id])
        return format_html('<a href="{}#statement-{}">{}</a>', url, statement.key, statement.text)

    @admin.display(description="section", ordering="section__position")
    def place(self, statement):
        return f"{statement.section.role}: {statement.section}"

    @admin.display(ordering="offered")
    def offered(self, statement):
        return statement.offered

    @admin.display(ordering="kept")
    def kept(self, statement):
        return statement.kept

    @admin.display(ordering="reworded")
    def reworded(self, statement):
        return statement.reworded

    @admin.display(ordering="removed")
    def removed(self, statement):
        return statement.removed

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        if cl := getattr(response, "context_data", {}).get("cl"):
            columns = [("most " + name, f"-{cl.list_display.index(name)}") for name in SORTED_BY]
            response.context_data["sorts"] = [
                ("as in the roles", cl.get_query_string(remove=["o", "p"])),
                *((label, cl.get_query_string({"o": order}, remove=["p"])) for label, order in columns),
            ]
        return response

    def get_urls(self):
        def page(verb, view):
            return path(f"<int:pk>/{verb}/", self.admin_site.admin_view(view), name=f"roles_statement_{verb}")

        return [page("move", self.move_view), page("duplicate", self.duplicate_view), *super().get_urls()]

    @method_decorator(require_safe)
    def move_view(self, request, pk):
        return self.move(request, [self._to_change(request, pk)])

    @method_decorator(require_safe)
    def duplicate_view(self, request, pk):
        statement = self._to_change(request, pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Duplicate a statement",
            "statement": statement,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/roles/statement/duplicate.html", context)

    def _to_change(self, request, pk):
        if not self.has_change_permission(request):
            raise PermissionDenied
        return get_object_or_404(Statement.objects.select_related("section"), pk=pk)

    def has_add_permission(self, request):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        statement = self.get_object(request, object_id)
        if statement is None or not self.has_view_permission(request, statement):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        url = reverse("admin:roles_section_change", args=[statement.section_id])
        return redirect(f"{url}#statement-{statement.key}")

    @admin.action(description="Duplicate, each at the end of its section", permissions=["change"])
    def duplicate(self, request, queryset):
        for section, inside in _by_section(
            self._plain(queryset).select_related("section__role").defer("section__role__loaded")
        ):
            if room := no_room(section, inside):
                self.message_user(request, f"Nothing is duplicated. {room}", messages.ERROR)
                return
        copies = self._plain(queryset).duplicate()
        for copy in copies:
            self.log_addition(request, copy, "Duplicated.")
        for section, inside in _by_section(copies):
            self._log(request, section, f"Duplicated in “{section}”: {_keys(inside)}.")
        self.message_user(request, f"{len(copies)} duplicated, at the end of their sections.", messages.SUCCESS)

    @admin.action(description="Move to another section …", permissions=["change"])
    def move(self, request, queryset):
        statements = self._plain(queryset).select_related("section__role").defer("section__role__loaded")
        form = MoveForm(request.POST if "section" in request.POST else None)
        if form.is_valid():
            there = form.cleaned_data["section"]
            if room := no_room(there, [row for row in statements if row.section_id != there.pk]):
                form.add_error("section", room)
            else:
                self._move(request, list(statements), there)
                return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Move to another section",
            "opts": self.opts,
            "form": form,
            "statements": statements,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/roles/statement/move.html", context)

    @transaction.atomic
    def _move(self, request, chosen, there):
        leaving = [statement for statement in chosen if statement.section_id != there.pk]
        homes = list(_by_section(leaving))
        undo = back_up_moved(request, leaving, there)
        self._plain(leaving).move_to(there)
        for section, inside in homes:
            line = f"Moved from “{section}” to “{there}”"
            line += f" of {there.role}" if there.role_id != section.role_id else ""
            for statement in inside:
                self.log_change(request, statement, f"{line}.")
            self._log(request, section, f"{line}: {_keys(inside)}.", there)
        stayed = len(chosen) - len(leaving)
        self.message_user(
            request,
            format_html(
                "{} moved to the end of “{}” of {}.{} {}",
                len(leaving),
                there,
                there.role,
                f" {stayed} stood there already." if stayed else "",
                undo,
            ),
            messages.SUCCESS,
        )

    def _log(self, request, section, message, there=None):
        """Add a line to the history of the section, of its role, and of the section moved to and its role."""
        for place in dict.fromkeys([section, section.role, *([there, there.role] if there else [])]):
            record(request, place, message)

    @transaction.atomic
    def delete_model(self, request, obj):
        back_up_deleted(request, [obj])
        self._log_deleted(request, [obj])
        super().delete_model(request, obj)
        Section.changed([obj.section_id])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        gone = list(self._plain(queryset).select_related("section__role").defer("section__role__loaded"))
        back_up_deleted(request, gone)
        self._log_deleted(request, gone)
        self._plain(gone).delete()
        Section.changed(statement.section_id for statement in gone)

    def _log_deleted(self, request, statements):
        for section, inside in _by_section(statements):
            record(request, section, f"Deleted {_keys(inside)}.")

    def _plain(self, rows):
        """The same rows without the list's ordering and counts."""
        return Statement.objects.filter(pk__in=[row.pk for row in rows])


def no_room(section, statements):
    """Why so many more statements cannot come into a section, or None."""
    number = section.statements.count() + len(statements)
    if number <= locking.ROWS_LIMIT:
        return None
    return f"“{section}” would hold {number} statements, and its page can keep {locking.ROWS_LIMIT}. Take fewer."


def _by_section(statements):
    homes = {}
    for statement in statements:
        homes.setdefault(statement.section, []).append(statement)
    return homes.items()


def _keys(statements):
    return ", ".join(statement.key for statement in statements)
