"""The needs and industries by which statements are chosen."""

from adminsortable2.admin import SortableAdminMixin
from django.contrib import admin, messages
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from roles.admin_input import AdminMixin
from roles.models import Industry, Need, Role
from roles.models.drafts import back_up_draft

from .locking import StaleSaveMixin
from .log import record, short
from .reordering import ReorderRecordedMixin


class VocabularyMixin(AdminMixin):
    """For needs and industries. One that is deleted is taken off its statements: the page names those, not the rows
    between. The drafts of all roles, which share it, are backed up before."""

    def get_deleted_objects(self, objs, request):
        _, counts, lacking, protected = super().get_deleted_objects(objs, request)
        lines = []
        for row in objs:
            carriers = [*row.statements.all(), *(row.answers.all() if isinstance(row, Need) else ())]
            lines += [str(row), [f"is taken off “{carrier}”" for carrier in carriers]]
        return lines, {name: count for name, count in counts.items() if " relationship" not in name}, lacking, protected

    @transaction.atomic
    def delete_model(self, request, obj):
        self._back_up(request, [obj])
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        self._back_up(request, queryset)
        super().delete_queryset(request, queryset)

    def _back_up(self, request, rows):
        names = ", ".join(f"“{short(row)}”" for row in rows)
        what = f"the {self.opts.verbose_name if len(rows) == 1 else self.opts.verbose_name_plural} {names}"
        links = []
        for role, template in Role.objects.select_for_update().defer("loaded").with_drafts():
            backup = back_up_draft(role, by=request.user, reason=f"Deleting {what}", template=template)
            record(request, role, f"Deleted {what}.")
            links.append((reverse("admin:roles_role_undo", args=[role.pk, backup.pk]), role))
        if links:
            places = format_html_join(", ", '<a href="{}">{}</a>', links)
            messages.success(
                request, format_html("Deleted {}. To have it back, undo this in each role: {}", what, places)
            )


@admin.register(Need)
class NeedAdmin(VocabularyMixin, StaleSaveMixin, ReorderRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["phrase", "focus", "key"]
    list_filter = ["focus"]
    search_fields = ["phrase", "key"]
    fields = ["key", "phrase", "focus"]


@admin.register(Industry)
class IndustryAdmin(VocabularyMixin, StaleSaveMixin, ReorderRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["name", "phrase", "key"]
    search_fields = ["name", "key"]
    fields = ["key", "name", "phrase"]
