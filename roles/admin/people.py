"""Accounts: one that is deleted is closed, so that what was done with it stays in the log."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.db import transaction

from roles.models.closing import close_account, former_name, is_author

from .inviting import InvitationForm, invite

User = get_user_model()
admin.site.unregister(User)


@admin.register(User)
class PersonAdmin(UserAdmin):
    add_form = InvitationForm
    add_form_template = "admin/auth/user/invite.html"
    add_fieldsets = ((None, {"fields": ("email", "kind")}),)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            invite(request, form.instance)

    def get_deleted_objects(self, objs, request):
        lines = []
        for user in objs:
            goes = [f"{user.postings.count()} postings", "its addresses, its second factor and its rights"]
            if is_author(user):
                goes.append(f"What was done with it stays, as done by {former_name(user.pk)}")
            lines += [str(user), goes]
        return lines, {}, set(), []

    def delete_model(self, request, obj):
        close_account(obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        for user in queryset:
            close_account(user)
