from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.access import postings_of
from roles.addresses import NOT_FOR_SEARCH
from roles.core.compose import placeholders
from roles.models import ComparisonRow, RoleVersion


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    roles = RoleVersion.objects.latest_of_each().values(
        "role__slug", "snapshot__title", "snapshot__focus", "snapshot__tagline", "snapshot__description"
    )
    context = {"roles": roles, "postings": postings_of(request).current().for_list()[:10]}
    if not request.user.is_authenticated:  # who has an account knows the difference; a link is enough
        context["comparison"] = ComparisonRow.objects.short()
    return render(request, "roles/home.html", context)


@require_safe
def role_detail(request: HttpRequest, slug: str) -> HttpResponse:
    version = RoleVersion.objects.latest_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    context = {"version": version, "template": version.template, "facts": placeholders.labels()}
    return render(request, "roles/role_detail.html", context)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep drafts out of search engines, and lead them to what is public."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_SEARCH)]
    lines += ["", *(f"Sitemap: {request.build_absolute_uri(reverse(name))}" for name in ("sitemap", "jobs_sitemap"))]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
