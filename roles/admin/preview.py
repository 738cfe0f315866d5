"""Preview: a role as an owner would get it, from the draft or from a version, for any business. Saves nothing."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from roles.admin_input import AdminMixin
from roles.core.compose import balance, compose
from roles.core.compose.coverage import coverage
from roles.core.compose.template_problems import template_problems
from roles.core.content import example_briefs
from roles.core.review import report, review
from roles.forms import BriefForm
from roles.models.review import current_rules
from roles.models.vocabulary import MODELS

from .problems import flaws_of

DRAFT = "draft"


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool


class PreviewMixin(AdminMixin):
    """For RoleAdmin: `<role>/preview/`."""

    def get_urls(self):
        preview = path(
            "<int:role_id>/preview/", self.admin_site.admin_view(self.preview_view), name="roles_role_preview"
        )
        counts = path(
            "<int:role_id>/counts/", self.admin_site.admin_view(self.coverage_view), name="roles_role_coverage"
        )
        return [preview, counts, *super().get_urls()]

    def coverage_view(self, request, role_id):
        """How many statements there are for each area, altitude and kind of business, section by section."""
        role = self._role_to_view(request, role_id)
        template = role.to_template()
        pks = {name: dict(MODELS[name].objects.values_list("key", "pk")) for name in ("areas", "industries")}

        def address(row):
            pk = pks.get(row.kind, {}).get(row.key)
            return reverse(f"admin:roles_{MODELS[row.kind]._meta.model_name}_statements", args=[pk]) if pk else ""

        context = {
            **self.admin_site.each_context(request),
            "role": role,
            "sections": template.sections,
            "rows": [(row, address(row)) for row in coverage(template)],
            "title": f"Counts of {role}",
        }
        return render(request, "admin/roles/role/coverage.html", context)

    def preview_view(self, request, role_id):
        role = self._role_to_view(request, role_id)
        asked = request.POST if request.method == "POST" else request.GET
        versions = list(role.versions.defer("snapshot"))
        version = next((item for item in versions if str(item.number) == asked.get("source")), None)
        template = version.template if version else role.to_template()
        form, brief, own = _form_and_brief(request, asked.get("example"), template)
        problems = list(template_problems(template))
        unreadable = any(problem.path[-1] == "text" for problem in problems)
        document = None
        if brief and not unreadable:
            document = compose(template, brief, version=version.number if version else len(versions) + 1)
        sections = {} if version else dict(role.sections.values_list("key", "pk"))
        context = {
            **self.admin_site.each_context(request),
            "role": role,
            "version": version,
            "from_draft": version is None,
            "own": own,
            "own_name": form["company"].value() if own else "",
            "sources": [
                Choice(DRAFT, "the draft", version is None),
                *(Choice(str(item.number), f"version {item.number}", item == version) for item in versions),
            ],
            "examples": [
                Choice(key, f"{item.company}, {item.place}: {item.headcount} people", not own and item == brief)
                for key, item in example_briefs().items()
            ],
            "form": form,
            "template": template,
            "problems": [(problem, sections.get(problem.path[0]), problem.path) for problem in problems],
            "document": document,
            "balance": balance(document) if document else None,
            "report": _as_its_owner_s(document, brief) if document else None,
            "flaws": [] if problems or version else list(flaws_of(role, template)),
            "title": f"Preview of {role}",
        }
        return render(request, "admin/roles/role/preview.html", context, status=422 if form.errors else 200)


def _form_and_brief(request, example, template):
    """The form, its answers (None while it has errors), and whether they are the consultant's own and no example's."""
    if request.method == "POST" and not example:
        form = BriefForm(request.POST, template=template)
        return form, form.brief if form.is_valid() else None, True
    examples = example_briefs()
    brief = examples.get(example) or next(iter(examples.values()))
    return BriefForm(initial=BriefForm.initial_from(brief), template=template), brief, False


def _as_its_owner_s(document, brief):
    """The report on a posting as its owner's: a blank that a consultant wrote is one there, too."""
    return report(document, review(document, brief, current_rules(), timezone.localdate()))
