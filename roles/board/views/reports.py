"""What a reader holds against a publication: a page like any other, with a session and a token for its form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from roles.board.forms import ReportForm
from roles.rate_limits import limited

from .public import fetch_open


def _typed(data):
    yield ReportForm.base_fields["words"].label, data.get("words", "")


@require_http_methods(["GET", "HEAD", "POST"])
@limited("report", typed=_typed)
def job_report(request: HttpRequest, short_id: str, slug: str) -> HttpResponse:
    publication = fetch_open(short_id, slug, "title", "company")
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        form.file(publication)
        messages.success(request, "Thank you. A consultant will look at it.")
        return redirect("home")
    context = {"form": form, "publication": publication}
    response = render(request, "board/report.html", context, status=422 if form.errors else 200)
    response["X-Robots-Tag"] = "noindex"
    return response
