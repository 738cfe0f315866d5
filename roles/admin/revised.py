"""Pages that carry a revision, a role's and a section's: their role is locked only while they are written.

A long section takes a second to check, and colleagues at the same role would wait for it. So a page is checked first,
the role locked then, and what was checked is saved if nobody saved in between; else the page is checked anew.
"""

from contextlib import suppress

from django.contrib import messages
from django.db.models import Max
from django.urls import reverse
from django.utils.html import format_html

from roles.models import Role

from .deleting import back_up_deleted
from .locking import StaleSaveMixin

READ_ANEW = ("_published_keys", "stale")  # what a request remembers of the role


class OvertakenError(Exception):
    """Somebody saved the page, or published the role, since it was read to be checked."""


class RevisedMixin(StaleSaveMixin):
    """For the admin of a model with a `revision`: a page that shows what other pages change, too.

    `role_of` names the role whose row to lock, and `versions` is the lookup of its versions.
    """

    makes_keys = True  # of new rows that come without one
    versions: str

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        sent = request.POST
        for request.locks_first in (False, False):
            with suppress(OvertakenError):
                return super().changeform_view(request, object_id, form_url, extra_context)
            request.POST = sent
            for name in READ_ANEW:
                request.__dict__.pop(name, None)
        request.locks_first = True  # its third time: now nobody comes before it
        return super().changeform_view(request, object_id, form_url, extra_context)

    def state_what_is_public(self, request, obj):
        role = obj if isinstance(obj, Role) else obj.role
        words = 'What you saved is a draft: owners get it once it is published. <a href="{}">Publish {}</a>'
        messages.info(request, format_html(words, reverse("admin:roles_role_publish", args=[role.pk]), role))

    def lock(self, request, saved):
        if request.locks_first:
            self._lock_role(saved)
        else:
            request.checked_at = self._standing(saved)

    def _lock_role(self, saved):
        Role.objects.select_for_update().filter(pk=self.role_of(saved)).values_list("pk").first()

    def _standing(self, saved):
        """What each save of the page, and each publication of its role, changes."""
        rows = self.model._default_manager.filter(pk=saved.pk)
        return rows.values_list("revision", Max(f"{self.versions}__number")).first()

    def _refuse_overtaken(self, request, saved):
        if not request.locks_first and self._standing(saved) != request.checked_at:
            raise OvertakenError

    def is_current(self, saved, sent, now):
        return sent.get("revision") == str(saved.revision)

    def _settled(self, sent, saved, rows, now, stale):
        data = super()._settled(sent, saved, rows, now, stale)
        data["revision"] = str(saved.revision)
        return data

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change and obj is not None:
            if request.method == "POST":
                self._refuse_overtaken(request, obj)
            revision = request.POST.get("revision") if request.method == "POST" else obj.revision
            context |= {"title": str(obj), "subtitle": None, "revision": revision}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if change:
            self._lock_role(obj)
            self._refuse_overtaken(request, obj)
            obj.revision += 1
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        if formset.deleted_forms:
            back_up_deleted(request, [row.instance for row in formset.deleted_forms if row.instance.pk])
        super().save_formset(request, form, formset, change)
