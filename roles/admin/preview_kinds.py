"""Shared content as visitors see it, from its draft or from an edition. Saves nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from roles.core.compose import compose
from roles.core.content import example_briefs
from roles.core.review import Rules, laws_looked_at
from roles.forms import BriefForm
from roles.models import Edition, RoleVersion
from roles.models.editions import LISTS, Kind, published
from roles.models.kinds import draft_of, words_with
from roles.models.releases import still_used
from roles.models.roles import with_words
from roles.titles import of_titles
from roles.views.finder import finder_context


def preview_kind(request: HttpRequest, kind: Kind, value: Any, edition: Edition | None) -> HttpResponse:
    """Return the page of a visitor, with a line above it that states what it is."""
    context: dict[str, Any] = {"kind": kind, "edition": edition}
    if kind == Kind.FINDER:
        needs = published(Kind.NEEDS)[Kind.NEEDS] if edition else draft_of(Kind.NEEDS)
        context |= finder_context(value, needs, request.GET.dict())
        return render(request, "admin/roles/edition/preview_finder.html", context)
    if kind == Kind.COMPARISON:
        return render(request, "admin/roles/edition/preview_comparison.html", context | of_titles() | {"rows": value})
    if kind in LISTS:
        return render(request, "admin/roles/edition/preview_brief.html", context | _brief(request, kind, value))
    return render(request, "admin/roles/edition/preview_laws.html", context | _laws(request, value))


def _brief(request: HttpRequest, kind: Kind, value: Any) -> dict[str, Any]:
    """The form of the brief of one of the roles, with the list in the place of the public one."""
    versions = list(RoleVersion.objects.on_offer().select_related("role"))
    chosen = next((version for version in versions if version.role.slug == request.GET.get("role")), None)
    version = chosen or next(iter(versions), None)
    if version is None:
        return {"versions": [], "form": None}
    template = with_words(version.template, still_used(version.template, words_with({kind: value})))
    return {"versions": versions, "version": version, "template": template, "form": BriefForm(template=template)}


def _laws(request: HttpRequest, value: Any) -> dict[str, Any]:
    """The laws that the review of an example business's posting looks at."""
    examples, version = example_briefs(), RoleVersion.objects.on_offer().first()
    name = request.GET.get("example", "")
    brief = examples.get(name) or next(iter(examples.values()))
    laws = None
    if version:
        document = compose(version.template, brief, version=version.number)
        laws = laws_looked_at(document, brief, Rules(posting_rules=value), timezone.localdate())
    choices = [(key, f"{item.company}, {item.place}", item == brief) for key, item in examples.items()]
    return {"laws": laws, "examples": choices}
