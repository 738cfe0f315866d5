"""One section on one page: its statements as compact rows, everything about one in its row."""

from adminsortable2.admin import SortableAdminBase
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from roles.core.compose.facts import PLACEHOLDERS
from roles.core.compose.mistakes import mistakes
from roles.core.review import Level
from roles.models import Role, Section, Statement
from roles.models.review import line_findings, template_rules

from .deleting import UndoneMixin, back_up_deleted
from .keys import lists_for, published_for
from .locking import StaleForm
from .log import IN_SECTION, UNCHANGED, record
from .revised import RevisedMixin
from .statement_rows import DrawnRows, StatementInline, raw, with_ties_read


class SectionForm(StaleForm):
    """Left empty, the key of a new section is made of its heading; a published one keeps its key."""

    fixed: frozenset[str] = frozenset()

    class Meta:
        labels = {"pick": "Takes"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = self.instance.pk is not None
            self.fields["key"].disabled = self.instance.pk is not None and self.instance.key in self.fixed

    def clean(self):
        data = super().clean()
        if not data.get("key") and "key" not in self.errors and data.get("heading") and data.get("role"):
            data["key"] = Section.free_key(data["role"], data["heading"])
        if "role" not in self.fields and (key := data.get("key")):
            # Django checks no key by a role that the page only shows.
            others = Section.objects.filter(role=self.instance.role_id).exclude(pk=self.instance.pk)
            if others.filter(key=key).exists():
                self.add_error("key", "Another section of this role has this key. Choose another.")
        return data


@admin.register(Section)
class SectionAdmin(UndoneMixin, RevisedMixin, SortableAdminBase, admin.ModelAdmin):
    form = SectionForm
    list_display = ["heading", "role", "kind", "takes", "statement_count"]
    list_filter = ["role"]
    list_select_related = ["role"]
    search_fields = ["heading", "key"]
    ordering = ["role__position", "position"]
    fields = ["role", ("heading", "key"), ("purpose", "kind", "pick", "locked")]
    inlines = [StatementInline]
    versions = "role__versions"
    change_form_template = "admin/roles/section/change_form.html"

    def get_urls(self):
        review = path("<int:pk>/review/", self.admin_site.admin_view(self.review_view), name="roles_section_review")
        return [review, *super().get_urls()]

    @method_decorator(require_POST)
    def review_view(self, request, pk):
        """What the review finds in a statement while it is written. Saves nothing."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        section = get_object_or_404(Section, pk=pk)
        text = request.POST.get("text", "").replace("\r\n", "\n")
        wrong = mistakes(text) if text.strip() else []
        context = {"mistakes": wrong, "findings": [] if wrong else line_findings(text, section.as_value(()))}
        return render(request, "admin/roles/section/_line_review.html", context)

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("role")
            .defer("role__loaded")
            .annotate(statement_total=Count("statements"))
        )

    @admin.display(description="statements", ordering="statement_total")
    def statement_count(self, section):
        return section.statement_total

    @admin.display(ordering="pick", empty_value="all")
    def takes(self, section):
        return section.pick

    def response_post_save_add(self, request, obj):
        return self.response_post_save_change(request, obj)

    def response_post_save_change(self, request, obj):
        self.state_what_is_public(request, obj)
        # To its top, where the messages are.
        return redirect("admin:roles_role_change", obj.role_id)

    def get_readonly_fields(self, request, obj=None):
        return ["role"] if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.fixed = published_for(request, obj and obj.role_id).sections
        return form

    def role_of(self, section):
        return section.role_id

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"placeholders": PLACEHOLDERS.values(), "lists": lists_for(request).items()}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        return list(map(DrawnRows.of, super().get_inline_formsets(request, formsets, inline_instances, obj)))

    def rows_now(self, saved):
        return with_ties_read(Statement.objects.filter(section=saved))

    def raw_of_row(self, row, name):
        return raw(row, name)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change or form.changed_data:
            # The role's page shows a section's own fields, too.
            Role.changed([obj.role_id])

    def log_change(self, request, obj, message):
        """What is done to statements is in the history of their role, too."""
        if message != UNCHANGED:
            record(request, obj.role, f"{IN_SECTION}{obj}”: {message}")
        return super().log_change(request, obj, message)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.reworded = []
        response = super().changeform_view(request, object_id, form_url, extra_context)
        _warn_of(request)  # the role is free again
        return response

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        reworded = [*formset.new_objects, *(row for row, names in formset.changed_objects if "text" in names)]
        request.reworded = [(statement, form.instance.as_value(())) for statement in reworded]

    @transaction.atomic
    def delete_model(self, request, obj):
        back_up_deleted(request, [obj])
        super().delete_model(request, obj)
        Role.changed([obj.role_id])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        roles = list(queryset.values_list("role_id", flat=True))
        back_up_deleted(request, queryset)
        super().delete_queryset(request, queryset)
        Role.changed(roles)


def _warn_of(request):
    """Name what was saved and would have to be fixed by every owner."""
    rules = template_rules() if request.reworded else None
    for statement, section in request.reworded:
        for finding in line_findings(statement.text, section, rules):
            if finding.level is Level.MUST_FIX:
                messages.warning(request, f"Saved. Owners would have to fix “{statement}”: {finding.message}")
