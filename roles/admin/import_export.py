"""Drafts exported as files and imported from them: pages of the role's admin."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from roles.admin_input import AdminMixin
from roles.audit import Kind, record_event
from roles.core.content import ContentError
from roles.core.content.archive import TOTAL_LIMIT, read_zip, write_zip
from roles.core.content.yaml_file import SIZE_LIMIT
from roles.core.diff import summary
from roles.import_export.exporting import export_contents
from roles.import_export.importing import NotAsShownError, import_contents

from .log import record

ALL = "content.zip"
CARRIED_LIMIT = 900_000
CARRIED_SECONDS = 60 * 60
SALT = "roles.admin.import_export"


class ImportForm(forms.Form):
    file = forms.FileField(
        label="A YAML file, or a zip of files", widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.zip"})
    )

    def clean_file(self):
        """Return the files by name."""
        upload = self.cleaned_data["file"]
        packed = upload.name.lower().endswith(".zip")
        limit = TOTAL_LIMIT if packed else SIZE_LIMIT
        if upload.size > limit:
            raise forms.ValidationError(f"{upload.name}: is larger than {limit:,} bytes.")
        raw = upload.read()
        try:
            return read_zip(upload.name, raw) if packed else {upload.name: raw}
        except ContentError as error:
            raise forms.ValidationError(error.problems) from error


class CarriedForm(forms.Form):
    """The files again, and the fingerprint of what the preview showed: signed, so that nothing else can be sent."""

    carried = forms.CharField(max_length=CARRIED_LIMIT, strip=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_carried(self):
        try:
            files, shown, user = signing.loads(self.cleaned_data["carried"], salt=SALT, max_age=CARRIED_SECONDS)
        except (signing.BadSignature, ValueError) as error:
            raise forms.ValidationError("The preview is too old. Choose the file again.") from error
        if user != self.user.pk:
            raise forms.ValidationError("The preview is another person's. Choose the file again.")
        return {name: raw.encode("latin-1") for name, raw in files.items()}, shown


def carry(files, shown, user):
    """Return the files, and the fingerprint of what was shown, as a text for the preview's form."""
    plain = {name: raw.decode("latin-1") for name, raw in files.items()}  # JSON has no bytes
    return signing.dumps([plain, shown, user.pk], salt=SALT, compress=True)


class ImportExportMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("export/", view(self.export_all_view), name="roles_role_export_all"),
            path("import/", view(self.import_view), name="roles_role_import"),
            path("<int:role_id>/export/", view(self.export_view), name="roles_role_export"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def export_view(self, request, role_id):
        """Download the draft of a role as its YAML file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        role = get_object_or_404(self.model.objects.defer("loaded"), pk=role_id)
        name = f"{role.slug}.yaml"
        return self._download(
            request, self.model.objects.filter(pk=role.pk), name, "application/yaml", lambda files: files[name].encode()
        )

    @method_decorator(require_safe)
    def export_all_view(self, request):
        """Download every draft, and what belongs to no role, as a zip."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._download(request, self.model.objects.all(), ALL, "application/zip", write_zip)

    def _download(self, request, roles, name, kind, packed):
        try:
            raw = packed(export_contents(roles))
        except ContentError as error:
            messages.error(request, str(error))
            return redirect("admin:roles_role_changelist")
        record_event(Kind.EXPORTED, f"role {name.removesuffix('.yaml')}" if name != ALL else "all content")
        disposition = content_disposition_header(as_attachment=True, filename=name)
        return HttpResponse(raw, content_type=kind, headers={"Content-Disposition": disposition})

    def import_view(self, request):
        """Choose files, see what they would change, and only then import them."""
        if not (self.has_change_permission(request) and self.has_add_permission(request)):
            raise PermissionDenied
        context: dict[str, Any] = {"form": ImportForm()}
        if "carried" in request.POST:
            carried = CarriedForm(request.POST, user=request.user)
            if carried.is_valid():
                return self._import(request, *carried.cleaned_data["carried"])
            context["errors"] = carried.errors["carried"]
        elif request.method == "POST":
            form = context["form"] = ImportForm(request.POST, request.FILES)
            if form.is_valid():
                context |= self._preview(request, form.cleaned_data["file"])
            else:
                context["errors"] = form.errors["file"]
        return self._import_page(request, context)

    def _import_page(self, request, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": "Import files"}
        return render(request, "admin/roles/role/import.html", context)

    def _preview(self, request, files):
        try:
            imported = import_contents(files, by=request.user, dry_run=True)
        except ContentError as error:
            return {"errors": error.problems}
        carried = carry(files, imported.fingerprint, request.user)
        if len(carried) > CARRIED_LIMIT:
            return {"errors": ["These files are too large for this page. Use manage.py import_content."]}
        return {"imported": imported, "carried": carried}

    def _import(self, request, files, shown):
        try:
            imported = import_contents(files, by=request.user, shown=shown)
        except NotAsShownError:
            changed = {
                "form": ImportForm(),
                "errors": ["The content has changed meanwhile. Check it, then import again."],
            }
            return self._import_page(request, changed | self._preview(request, files))
        except ContentError as error:
            return self._import_page(request, {"form": ImportForm(), "errors": error.problems})
        for item in imported.changed_roles:
            message = f"Imported. {summary(item.comparison)}"
            record_event(Kind.IMPORTED, f"role {item.role.slug}")
            (self.log_addition if item.new else self.log_change)(request, item.role, message)
        for file in imported.files:
            record_event(Kind.IMPORTED, file.name)
            for row in file.rows:
                record(request, row, f"Imported with {file.name}.")
        done = [*(str(item.role) for item in imported.changed_roles), *(file.name for file in imported.files)]
        names = ", ".join(done) or "nothing, it was all there"
        ending = " The drafts are not published yet." if imported.changed_roles else ""
        messages.success(request, f"Imported: {names}.{ending}")
        return redirect("admin:roles_role_changelist")
