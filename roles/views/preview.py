from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from roles.access import get_posting
from roles.core.compose import preview
from roles.core.compose.preview import with_blanks
from roles.core.editing import carry_over, stock
from roles.forms import BriefForm
from roles.models import RoleVersion
from roles.models.review import preview_report

from .answers_back import answers_back
from .sent_again import TAKEN, read_keep


def so_far(version, form):
    """The posting the form's answers make so far; what is missing or wrong is blank or left out."""
    return preview(version.template, form.answers_so_far(), version=version.number)


def so_far_of(posting, form):
    """The posting as the form's answers would make it, the owner's own hand kept as in `Posting.answer`."""
    template, brief = with_blanks(posting.version.template, form.answers_so_far())
    new = stock(template, brief, version=posting.version.number)
    return carry_over(posting.stock.composed, posting.document, new.composed, offers=new.offers)


def form_page(request, form, *, document, status=200, **context):
    """The brief beside the posting it makes."""
    context |= {
        "form": form,
        "preview": document,
        "keep": read_keep(request.POST),
        "taken": request.session.get(TAKEN, []),
    }
    return render(request, "roles/posting_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_preview(request, slug):
    """The posting as it would be: the paper alone for a script, the whole page again without one. Writes nothing."""
    version = RoleVersion.objects.latest_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    if request.method != "POST":
        return redirect("posting_new", slug)
    form = BriefForm(request.POST, template=version.template)
    form.forgive_holes()
    # The ticket goes back as it came: whether it is ours is looked at when the form is sent to be kept.
    ticket = request.POST.get("ticket", "")
    return _shown(request, form, so_far(version, form), template=version.template, ticket=ticket)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_edit_preview(request, posting_id):
    """The same for a posting that exists. Writes nothing."""
    try:
        posting = get_posting(request, posting_id)
    except Http404:
        return answers_back(request)
    if request.method != "POST":
        return redirect("posting_edit", posting_id)
    form = BriefForm(request.POST, template=posting.version.template)
    form.forgive_holes()
    seen = request.POST.get("seen", posting.brief_mark)
    document = so_far_of(posting, form)
    return _shown(request, form, document, template=posting.version.template, posting=posting, seen=seen)


def _shown(request, form, document, **context):
    headcount_known = form.cleaned_data.get("headcount") is not None
    context["report"] = preview_report(document, form.brief if headcount_known else None)
    if request.headers.get("HX-Request"):
        return render(request, "roles/_preview.html", context | {"preview": document})
    return form_page(request, form, document=document, **context)
