"""Roles: each with its sections, its versions, its preview, and its files."""

from adminsortable2.admin import SortableTabularInline
from django.contrib import admin
from django.db.models import Count
from django.forms import Textarea, TextInput

from roles.models import Role, Section

from .copying import CopyingMixin
from .editions import EditionsMixin
from .import_export import ImportExportMixin
from .keys import published_for
from .locking import StaleForm
from .preview import PreviewMixin
from .releases import ReleasesMixin
from .reordering import PositionedFormSet, ReorderedListMixin
from .requests import RequestsMixin
from .revised import RevisedMixin
from .sections import SectionForm
from .statement_rows import LimitedRowsMixin
from .undoing import UndoingMixin
from .versions import VersionsMixin


class SectionInline(LimitedRowsMixin, SortableTabularInline):
    model = Section
    form = SectionForm
    formset = PositionedFormSet
    template = "admin/roles/role/sections.html"
    extra = 0
    fields = ["heading", "key", "purpose", "kind", "pick", "locked", "position"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(statement_total=Count("statements"))

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.fixed = published_for(request, obj and obj.pk).sections
        return formset


class RoleForm(StaleForm):
    class Meta:
        widgets = {
            "tagline": TextInput(attrs={"size": 100}),
            "description": Textarea(attrs={"rows": 3, "cols": 100, "data-grow": ""}),
        }
        labels = {"slug": "Address"}
        help_texts = {
            "slug": "The last part of its address, in small letters. Once the role is published it stays.",
            "balance_min": "At least this share of a posting’s strategic and operational lines has the title’s focus.",
            "balance_max": "At most this share has it: the rest is work that the titles have in common.",
        }


@admin.register(Role)
class RoleAdmin(
    CopyingMixin,
    RequestsMixin,
    ReleasesMixin,
    EditionsMixin,
    VersionsMixin,
    UndoingMixin,
    ImportExportMixin,
    PreviewMixin,
    RevisedMixin,
    ReorderedListMixin,
    admin.ModelAdmin,
):
    form = RoleForm
    list_display = ["title", "focus", "published"]
    ordering = ["position", "id"]
    fields = [("title", "slug"), "tagline", "description", ("focus", "balance_min", "balance_max")]
    inlines = [SectionInline]
    versions = "versions"
    change_form_template = "admin/roles/role/change_form.html"
    change_list_template = "admin/roles/role/change_list.html"

    def get_readonly_fields(self, request, obj=None):
        """A role that is published keeps its address: links and postings lead there."""
        return ["slug"] if self._is_published(obj) else []

    def view_on_site(self, role):
        return role.get_absolute_url() if self._is_published(role) and not role.retired else None

    def _is_published(self, role):
        """Takes no query of its own for a row of `get_queryset`."""
        return role is not None and (role.version_count if hasattr(role, "version_count") else role.versions.exists())

    def get_prepopulated_fields(self, request, obj=None):
        return {} if self.get_readonly_fields(request, obj) else {"slug": ["title"]}

    def get_queryset(self, request):
        return super().get_queryset(request).defer("loaded").annotate(version_count=Count("versions"))

    @admin.display(description="published", ordering="version_count")
    def published(self, role):
        retired = ", retired" if role.retired else ""
        return f"version {role.version_count}{retired}" if role.version_count else f"not yet{retired}"

    def role_of(self, role):
        return role.pk

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        # The sections' own pages show these fields, too.
        Section.changed(section.pk for section, _ in formset.changed_objects)
