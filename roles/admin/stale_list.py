"""Two people at one list whose rows are changed in it: what locking.py does for a page, row by row."""

from django.core import signing
from django.db import transaction

from roles.admin_input import AdminMixin
from roles.core.merge import merge

from .locking import ROWS_READ, Stale, as_number, as_read, last_entry, put, shown


class StaleListMixin(AdminMixin):
    """For a list whose rows are changed in it, each in a StaleForm: a row both changed comes back with both texts,
    and what only a colleague changed stays changed."""

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST" and "_save" in request.POST and self.has_change_permission(request):
            with transaction.atomic():
                self.settle_list(request, list(self.model._default_manager.select_for_update()))
                response = super().changelist_view(request, extra_context)
        else:
            response = super().changelist_view(request, extra_context)
        if cl := getattr(response, "context_data", {}).get("cl"):
            # Rows that were sent hold what was typed; what is saved was signed before.
            opened = request.POST.get("opened") or self.sign_list(self.state_of_list(cl.result_list))
            response.context_data |= {"opened": opened, "stale": getattr(request, "stale_list", None)}
        return response

    def get_changelist_form(self, request, **kwargs):
        form = super().get_changelist_form(request, **kwargs)
        form.stale_rows = getattr(request, "stale_rows", frozenset())
        return form

    def state_of_list(self, rows):
        return {str(row.pk): {name: self.raw(row, name) for name in self.list_editable} for row in rows}

    @property
    def list_salt(self):
        return f"{self.opts.label}:list"

    def sign_list(self, state):
        return signing.dumps(state, salt=self.list_salt, compress=True)

    def settle_list(self, request, rows):
        data, now, rows = request.POST.copy(), self.state_of_list(rows), {str(row.pk): row for row in rows}
        try:
            opened = signing.loads(data.get("opened", ""), salt=self.list_salt)
        except signing.BadSignature:
            opened = {}
        stale, in_conflict = Stale(None), set()
        for number in range(min(as_number(data.get("form-TOTAL_FORMS", "")), ROWS_READ)):
            pk = data.get(f"form-{number}-id", "")
            if pk not in now:
                continue
            yours = {name: as_read(data, f"form-{number}-{name}", value) for name, value in now[pk].items()}
            merged = merge(opened.get(pk, {}), now[pk], yours)
            for name, value in merged.value.items():
                put(data, f"form-{number}-{name}", value)
            if merged.conflicts:
                in_conflict.add(rows[pk].pk)
                stale.conflicts += [shown(rows[pk], conflict, str(rows[pk])) for conflict in merged.conflicts]
        if in_conflict:
            stale.entry = last_entry(self.model, in_conflict)
            request.stale_list, request.stale_rows = stale, in_conflict
        data["opened"] = self.sign_list(now)
        request.POST = data
