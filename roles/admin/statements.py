"""All statements in one list: to search, to see what owners make of them, to copy and to move."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from roles.models import Section, Statement


class SectionFilter(admin.SimpleListFilter):
    title = "section"
    parameter_name = "section"

    def lookups(self, request, model_admin):
        role = request.GET.get("section__role__id__exact")
        sections = Section.objects.select_related("role").order_by("role__position", "position")
        return [
            (str(section.pk), f"{section.role}: {section.heading}")
            for section in sections.only("heading", "role__title")
            if role in (None, str(section.role_id))
        ]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        known = self.value() in dict(self.lookup_choices)
        return queryset.filter(section=int(self.value())) if known else queryset.none()


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
        return [("none", "no question yet"), ("some", "with a question")]

    def queryset(self, request, queryset):
        missing = Q(question="")
        return {"none": queryset.filter(missing), "some": queryset.exclude(missing)}.get(self.value(), queryset)


class MoveForm(forms.Form):
    section = forms.ModelChoiceField(
        Section.objects.select_related("role").order_by("role__position", "position"), empty_label="Choose a section"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].label_from_instance = lambda section: f"{section.role}: {section.heading}"


@admin.register(Statement)
class StatementAdmin(admin.ModelAdmin):
    """A list only: a statement is written in its section, which is where each row leads."""

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
        return super().changelist_view(request, {"title": "Statements", **(extra_context or {})})

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
        copies = self._plain(queryset).duplicate()
        for copy in copies:
            self.log_addition(request, copy, "Duplicated.")
        self.message_user(request, f"{len(copies)} duplicated, at the end of their sections.", messages.SUCCESS)

    @admin.action(description="Move to another section …", permissions=["change"])
    def move(self, request, queryset):
        statements = self._plain(queryset)
        form = MoveForm(request.POST if "section" in request.POST else None)
        if form.is_valid():
            section = form.cleaned_data["section"]
            chosen = list(statements)
            moved = statements.move_to(section)
            for statement in chosen:
                self.log_change(request, statement, f"Moved to {section.role}: {section}.")
            self.message_user(request, f"{moved} moved to the end of “{section}”.", messages.SUCCESS)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Move to another section",
            "opts": self.opts,
            "form": form,
            "statements": statements.select_related("section"),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/roles/statement/move.html", context)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        Section.changed([obj.section_id])

    def delete_queryset(self, request, queryset):
        sections = list(queryset.values_list("section_id", flat=True))
        super().delete_queryset(request, queryset)
        Section.changed(sections)

    def _plain(self, queryset):
        """The same rows without the list's ordering and counts."""
        return Statement.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
