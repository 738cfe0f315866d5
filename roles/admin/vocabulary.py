"""The words statements are matched by: needs and industries."""

from adminsortable2.admin import SortableAdminMixin
from django.contrib import admin

from roles.models import Industry, Need


@admin.register(Need)
class NeedAdmin(SortableAdminMixin, admin.ModelAdmin):
    list_display = ["phrase", "focus", "key"]
    list_filter = ["focus"]
    search_fields = ["phrase", "key"]


@admin.register(Industry)
class IndustryAdmin(SortableAdminMixin, admin.ModelAdmin):
    list_display = ["name", "phrase", "key"]
    search_fields = ["name", "key"]
