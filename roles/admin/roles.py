"""Where consultants keep the templates: a role with its sections, a section with its statements."""

from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django.contrib import admin
from django.db.models import Count, Max
from django.forms import Textarea, TextInput
from django.urls import reverse
from django.utils.html import format_html

from roles.models import Role, RoleVersion, Section

from .import_export import ImportExportMixin
from .locking import RevisedMixin, StaleForm
from .positions import PositionedFormSet
from .preview import PreviewMixin
from .sections import LimitedRowsMixin, SectionForm
from .versions import VersionsMixin


class SectionInline(LimitedRowsMixin, SortableTabularInline):
    model = Section
    form = SectionForm
    formset = PositionedFormSet
    template = "admin/roles/role/sections.html"
    extra = 0
    fields = ["heading", "key", "kind", "pick", "locked", "position"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(statement_total=Count("statements"))


class RoleForm(StaleForm):
    class Meta:
        widgets = {
            "tagline": TextInput(attrs={"size": 100}),
            "description": Textarea(attrs={"rows": 3, "cols": 100, "data-grow": ""}),
        }


@admin.register(Role)
class RoleAdmin(VersionsMixin, ImportExportMixin, PreviewMixin, RevisedMixin, SortableAdminBase, admin.ModelAdmin):
    form = RoleForm
    list_display = ["title", "focus", "published"]
    fields = [("title", "slug"), "tagline", "description", ("focus", "balance_min", "balance_max")]
    inlines = [SectionInline]
    change_form_template = "admin/roles/role/change_form.html"
    change_list_template = "admin/roles/role/change_list.html"

    def get_readonly_fields(self, request, obj=None):
        """Once it is published a role keeps its address: links and postings lead there."""
        return ["slug"] if self._is_published(obj) else []

    def view_on_site(self, role):
        return role.get_absolute_url() if self._is_published(role) else None

    def _is_published(self, role):
        """Of a row of `get_queryset` without another query."""
        return role is not None and (role.version_count if hasattr(role, "version_count") else role.versions.exists())

    def get_prepopulated_fields(self, request, obj=None):
        return {} if self.get_readonly_fields(request, obj) else {"slug": ["title"]}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.position = (Role.objects.aggregate(last=Max("position"))["last"] or 0) + 1
        super().save_model(request, obj, form, change)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("loaded").annotate(version_count=Count("versions"))

    @admin.display(description="published", ordering="version_count")
    def published(self, role):
        return f"version {role.version_count}" if role.version_count else "not yet"

    def role_of(self, role):
        return role.pk

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        # The sections' own pages show these fields, too.
        Section.changed(section.pk for section, _ in formset.changed_objects)


@admin.register(RoleVersion)
class RoleVersionAdmin(admin.ModelAdmin):
    """What was published, to read. Nothing here can be changed."""

    list_display = ["role", "number", "published_at", "published_by", "note", "posting_count"]
    list_filter = ["role"]
    list_select_related = ["role", "published_by"]
    ordering = ["-published_at"]
    fields = ["role", "number", "published_at", "published_by", "note", "on_the_portal"]
    readonly_fields = fields

    def get_queryset(self, request):
        return super().get_queryset(request).defer("snapshot").annotate(posting_total=Count("postings"))

    @admin.display(description="postings", ordering="posting_total")
    def posting_count(self, version):
        return version.posting_total

    @admin.display(description="on the portal")
    def on_the_portal(self, version):
        return format_html('<a href="{}">{}</a>', reverse("role_detail", args=[version.role.slug]), version.role)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
