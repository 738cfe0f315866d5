"""Consultants look at what is published, and hold back what should not be."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html

from roles.admin.read_only import ReadOnlyAdmin
from roles.core.compose.brief import tidy

from .models import Publication, Report


class HoldForm(forms.ModelForm):
    held_reason = forms.CharField(
        label="Hidden because",
        required=False,
        max_length=300,
        help_text="With a reason nobody can read it, and its owner is shown the reason. Without one it is shown again.",
    )

    class Meta:
        model = Publication
        fields = ["held_reason"]

    def clean_held_reason(self):
        reason = tidy(self.cleaned_data["held_reason"])
        if self.cleaned_data["held_reason"] and not reason:
            raise ValidationError("Write the reason in words.")
        return reason


class ReportInline(admin.TabularInline):
    model = Report
    fields = readonly_fields = ("at", "kind", "words")
    extra = 0
    can_delete = False
    verbose_name_plural = "reports by readers"

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class ReportedFilter(admin.SimpleListFilter):
    title = "reports"
    parameter_name = "reported"

    def lookups(self, request, model_admin):
        return [("yes", "Reported by readers")]

    def queryset(self, request, queryset):
        reported = Report.objects.values("publication")
        return queryset.filter(pk__in=reported) if self.value() == "yes" else queryset


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    may_change = True

    form = HoldForm
    list_display = ["title", "company", "place", "listed", "last_day", "state", "held_reason"]
    list_filter = ["listed", ReportedFilter, "published_at"]
    search_fields = ["title", "company", "place", "=short_id"]
    ordering = ["-published_at"]
    show_full_result_count = False
    readonly_fields = ("title", "company", "place", "state", "page", "published_at", "updated_at", "last_day", "reason")
    fields = (*readonly_fields, "held_reason")
    inlines = [ReportInline]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("document_data", "page", "closed_page", "embed", "text", "logo")

    @admin.display(description="state")
    def state(self, publication: Publication) -> str:
        return publication.state

    @admin.display(description="its page")
    def page(self, publication: Publication) -> str:
        return format_html('<a href="{0}">{0}</a>', publication.get_absolute_url())

    def save_model(self, request, obj, form, change):
        """Save the hold alone: its owner may publish at the same moment."""
        with transaction.atomic():
            row = Publication.objects.select_for_update().only("held_at").get(pk=obj.pk)
            held_at = (row.held_at or timezone.now()) if obj.held_reason else None
            row.held_reason, row.held_at = obj.held_reason, held_at
            row.save(update_fields=["held_reason", "held_at", "changed_at"])
