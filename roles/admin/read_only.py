"""What nobody changes by hand: the log, what was published, and who has a second factor (never its secret)."""

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from roles.models import RoleVersion, SecurityEvent

from .log import content_log

admin.site.unregister(Authenticator)


class ReadOnlyAdmin(admin.ModelAdmin):
    """Of rows that nobody adds, changes or deletes here; an admin names its exceptions, which then need their
    permission as usual."""

    may_add = may_change = may_delete = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.may_add and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return self.may_change and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return self.may_delete and super().has_delete_permission(request, obj)


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    list_display = ["action_time", "user", "content_type", "object_repr", "message"]
    list_display_links = None
    list_filter = ["action_time", "content_type", "user"]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr", "change_message"]
    fields = readonly_fields = ("action_time", "user", "content_type", "object_repr", "message")

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        """Who keeps the content reads what was done to it, and administrators the rest, too."""
        return request.user.has_perm("roles.view_role") or super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest):
        everything = super().get_queryset(request)
        if super().has_view_permission(request):
            return everything
        return everything.filter(pk__in=content_log().order_by().values("pk"))

    @admin.display(description="what changed")
    def message(self, entry: LogEntry) -> str:
        return entry.get_change_message() or f"{entry.get_action_flag_display()}: {entry.object_repr}"


@admin.register(SecurityEvent)
class SecurityEventAdmin(ReadOnlyAdmin):
    list_display = fields = readonly_fields = ("at", "kind", "actor", "subject", "address_hash", "details")
    list_display_links = None
    list_filter = ["at", "kind"]
    search_fields = ["=subject", "=actor", "=address_hash"]
    show_full_result_count = False


@admin.register(RoleVersion)
class RoleVersionAdmin(ReadOnlyAdmin):
    list_display = ["role", "number", "published_at", "published_by", "note", "posting_count"]
    list_filter = ["role"]
    list_select_related = ["role", "published_by"]
    ordering = ["-published_at"]
    fields = readonly_fields = ("role", "number", "published_at", "by", "note", "on_the_portal")

    def get_queryset(self, request):
        return super().get_queryset(request).defer("snapshot").annotate(posting_total=Count("postings"))

    @admin.display(description="postings", ordering="posting_total")
    def posting_count(self, version):
        return version.posting_total

    @admin.display(description="published by")
    def by(self, version: RoleVersion) -> str:
        """Their name alone: Django would lead to an account that consultants may not open."""
        return str(version.published_by or "-")

    @admin.display(description="on the portal")
    def on_the_portal(self, version: RoleVersion) -> str:
        if version.role.retired:
            return "retired: owners cannot choose it"
        return format_html('<a href="{}">{}</a>', reverse("role_detail", args=[version.role.slug]), version.role)


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnlyAdmin):
    may_delete = True  # a lost one is taken away

    list_display = fields = readonly_fields = ("user", "type", "created_at", "last_used_at")
    list_select_related = ["user"]
    search_fields = ["user__username", "user__email"]
