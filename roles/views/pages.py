from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.access import newest_of
from roles.addresses import NOT_FOR_SEARCH
from roles.core.compose import Brief, compose, placeholders
from roles.core.content import read_examples
from roles.core.document import Document
from roles.core.finder import first_questions
from roles.forms import BriefForm
from roles.models import RoleVersion
from roles.models.editions import Kind, published
from roles.models.versions import once_a_version
from roles.stored import stored
from roles.titles import counted, questions_in_words


def _own_postings(request: HttpRequest) -> dict[str, Any]:
    return {"postings": newest_of(request)}


@stored("roles/home.html", {"postings": ("roles/_home_postings.html", _own_postings)})
def home() -> dict[str, Any]:
    versions = list(RoleVersion.objects.on_offer())
    public = published(Kind.COMPARISON, Kind.FINDER)
    return {
        "roles": [version.template for version in versions],
        "count": questions_in_words(first_questions([item for item in public[Kind.FINDER].questions if item.answers])),
        "needed": counted(len(BriefForm.facts_needed()), "fact"),
        "example": next(filter(None, map(_example, versions)), None),
        "comparison": [row for row in public[Kind.COMPARISON] if row.is_short],
    }


@stored("roles/role_detail.html")
def role_detail(slug: str) -> dict[str, Any]:
    version = RoleVersion.objects.offered_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    return {"version": version, "template": version.template, "facts": placeholders.labels()}


@stored("roles/role_example.html")
def role_example(slug: str) -> dict[str, Any]:
    """A whole posting of the role for a business that is made up."""
    version = RoleVersion.objects.offered_of(slug)
    document = version and _example(version)
    if version is None or document is None:
        raise Http404("There is no example of such a role.")
    return {"document": document, "template": version.template}


@cache
def _examples() -> dict[str, Brief]:
    return read_examples()


def example_brief(version: RoleVersion) -> Brief | None:
    """Return the answers of a made-up business: the role's own, or those of another role for one that has none."""
    return _examples().get(version.template.slug) or next(iter(_examples().values()), None)


@once_a_version
def _example(version: RoleVersion) -> Document | None:
    brief = example_brief(version)
    return compose(version.template, brief, version=version.number) if brief else None


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep drafts out of search engines, and lead them to what is public."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_SEARCH)]
    lines += ["", *(f"Sitemap: {request.build_absolute_uri(reverse(name))}" for name in ("sitemap", "jobs_sitemap"))]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
