from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from roles.compose import preview
from roles.forms import BriefForm
from roles.models import RoleVersion
from roles.models.review import preview_report


def so_far(version, form):
    """The posting the form's answers make so far; what is missing or wrong is blank or left out."""
    return preview(version.template, form.answers_so_far(), version=version.number)


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def posting_preview(request, slug):
    """The posting as it would be: the paper alone for a script, the whole page again without one. Writes nothing."""
    version = RoleVersion.objects.latest_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    if request.method != "POST":
        return redirect("posting_new", slug)
    form = BriefForm(request.POST, template=version.template)
    form.forgive_holes()
    document = so_far(version, form)
    context = {"form": form, "template": version.template, "preview": document}
    headcount_known = form.cleaned_data.get("headcount") is not None
    context["report"] = preview_report(document, form.brief if headcount_known else None)
    if request.headers.get("HX-Request"):
        return render(request, "roles/_preview.html", context)
    # The ticket goes back as it came: whether it is ours is looked at when the form is sent to be kept.
    context["ticket"] = request.POST.get("ticket", "")
    return render(request, "roles/posting_form.html", context)
