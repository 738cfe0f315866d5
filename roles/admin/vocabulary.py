"""The words statements are matched by: needs and industries."""

from adminsortable2.admin import SortableAdminMixin
from django.contrib import admin

from roles.models import Industry, Need

from .locking import StaleSaveMixin
from .log import MovesRecordedMixin


class TakenOffMixin:
    """Deleted, a word is taken off the statements that carry it: they are named, not the rows between."""

    def get_deleted_objects(self, objs, request):
        _, counts, lacking, protected = super().get_deleted_objects(objs, request)
        lines = []
        for row in objs:
            lines += [str(row), [f"is taken off “{statement}”" for statement in row.statements.all()]]
        return lines, {name: count for name, count in counts.items() if " relationship" not in name}, lacking, protected


@admin.register(Need)
class NeedAdmin(TakenOffMixin, StaleSaveMixin, MovesRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["phrase", "focus", "key"]
    list_filter = ["focus"]
    search_fields = ["phrase", "key"]
    fields = ["key", "phrase", "focus"]


@admin.register(Industry)
class IndustryAdmin(TakenOffMixin, StaleSaveMixin, MovesRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["name", "phrase", "key"]
    search_fields = ["name", "key"]
    fields = ["key", "name", "phrase"]
