"""Accounts and groups: an account that is deleted is closed, so that what was done with it stays in the log."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.forms import CheckboxSelectMultiple
from django.shortcuts import redirect

from roles.models.closing import close_account, former_name, is_author

from .inviting import InvitationForm, invite
from .locking import StaleForm, StaleSaveMixin

User = get_user_model()
admin.site.unregister([User, Group])

# Django's two boxes with a filter lose a choice to one click without a script, and axe finds fault with their labels.
TICKED: dict[type[models.Field], dict] = {models.ManyToManyField: {"widget": CheckboxSelectMultiple}}


@admin.register(Group)
class GroupsAdmin(GroupAdmin):
    filter_horizontal = ()
    formfield_overrides = TICKED


class PersonForm(StaleForm, UserChangeForm):
    pass


@admin.register(User)
class PersonAdmin(StaleSaveMixin, UserAdmin):
    form = PersonForm
    add_form = InvitationForm
    add_form_template = "admin/auth/user/invite.html"
    add_fieldsets = ((None, {"fields": ("email", "kind")}),)
    change_form_template = "admin/roles/change_form.html"
    list_display = ("username", "email", "is_staff", "signed_in")
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ()
    formfield_overrides = TICKED

    @admin.display(description="last sign-in", ordering="last_login", empty_value="not yet")
    def signed_in(self, user):
        return user.last_login

    def fields_of(self, obj):
        return [name for name in super().fields_of(obj) if name != "password"]  # that has a page of its own

    def construct_change_message(self, request, form, formsets, add=False):
        # The names of what changed alone: the texts are a person's, and would outlive the account in the log.
        return UserAdmin.construct_change_message(self, request, form, formsets, add)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            invite(request, form.instance)

    def response_add(self, request, obj, post_url_continue=None):
        """Back to the list: an account that was invited has nothing to fill in."""
        return redirect("admin:auth_user_changelist")

    def get_deleted_objects(self, objs, request):
        lines = []
        for user in objs:
            goes = [f"{user.postings.count()} postings", "its addresses, its second factor and its rights"]
            if is_author(user):
                goes.append(f"What was done with it stays, as done by {former_name(user.pk)}")
            lines += [f"{user} goes", goes]
        return lines, {}, set(), []

    def delete_model(self, request, obj):
        close_account(obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        for user in queryset:
            close_account(user)
