from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.access import postings_of
from roles.addresses import NOT_FOR_SEARCH
from roles.core.compose import Brief, compose, placeholders
from roles.core.content import read_examples
from roles.core.document import Document
from roles.models import RoleVersion
from roles.models.editions import Kind, published
from roles.models.versions import once_a_version


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    versions = list(RoleVersion.objects.on_offer())
    context = {
        "roles": [version.template for version in versions],
        "example": next(filter(None, map(_example, versions)), None),
        "postings": postings_of(request).current().for_list()[:10],
    }
    if not request.user.is_authenticated:  # who has an account knows the difference; a link is enough
        context["comparison"] = [row for row in published(Kind.COMPARISON)[Kind.COMPARISON] if row.is_short]
    return render(request, "roles/home.html", context)


@require_safe
def role_detail(request: HttpRequest, slug: str) -> HttpResponse:
    version = RoleVersion.objects.offered_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    context = {"version": version, "template": version.template, "facts": placeholders.labels()}
    return render(request, "roles/role_detail.html", context)


@require_safe
def role_example(request: HttpRequest, slug: str) -> HttpResponse:
    """A whole posting of the role for a business that is made up."""
    version = RoleVersion.objects.offered_of(slug)
    document = version and _example(version)
    if version is None or document is None:
        raise Http404("There is no example of such a role.")
    return render(request, "roles/role_example.html", {"document": document, "template": version.template})


@cache
def _examples() -> dict[str, Brief]:
    return read_examples()


@once_a_version
def _example(version: RoleVersion) -> Document | None:
    brief = _examples().get(version.template.slug)
    return compose(version.template, brief, version=version.number) if brief else None


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep drafts out of search engines, and lead them to what is public."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_SEARCH)]
    lines += ["", *(f"Sitemap: {request.build_absolute_uri(reverse(name))}" for name in ("sitemap", "jobs_sitemap"))]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
