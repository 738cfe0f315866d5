"""A posting as its owner reads it, takes it away, and opens it from its private link."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from roles.access import (
    NO_ROOM,
    OPENED,
    get_posting,
    get_posting_by_secret,
    postings_of,
    remember_opened,
    room_for_draft,
)
from roles.core.compose import balance
from roles.core.document import Document
from roles.core.editing import ours
from roles.core.exports import FORMATS, unseen
from roles.models import Posting
from roles.models.review import current_rules
from roles.models.sharing import Right
from roles.rate_limits import limited

from .comments import checks_of


@dataclass(frozen=True)
class Mended:
    """What the findings of a posting need to know of it, to be put right there: as a value, so that they are kept."""

    pk: UUID
    revision: int
    brief_mark: str
    document: Document
    right: Right

    def get_absolute_url(self) -> str:
        return reverse("posting_detail", args=[self.pk])


# The files most owners want, which every posting can be written as, and the other forms.
FILES = [FORMATS[extension] for extension in ("pdf", "docx", "txt")]
MORE_FILES = [form for form in FORMATS.values() if form not in FILES]


@require_safe
def posting_detail(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id, Right.COMMENT)
    if posting.right < Right.OWN:
        return redirect("posting_comments", posting_id)
    return detail_page(request, posting)


def detail_page(
    request: HttpRequest, posting: Posting, *, answering: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page of a posting; `answering` is an answer given there that was refused: its name, typed text and errors."""
    rules = current_rules()
    report = posting.report(rules)
    context = {
        "posting": posting,
        "account": posting.account,
        "document": posting.document,
        "report": report,
        "above": None if report.ready else report.remarks[0].number,
        "laws": posting.laws(rules),
        "checks": checks_of(posting) if posting.checked else [],
        "ours": ours.unread(posting.document, posting.kept),
        "ours_open": request.GET.get("ours") == "open",
        "show_sources": request.GET.get("sources") == "on",
        "review_open": request.GET.get("review") == "open",
        "balance": balance(posting.document),
        "files": FILES,
        "more_files": [(form, form.can_write(posting.document)) for form in MORE_FILES],
        "text": FORMATS["txt"].write(posting.document, posting.listing),
        "unseen": unseen(posting.document),
        "private_url": request.build_absolute_uri(posting.get_private_url()),
        "answering": answering,
        "mended": Mended(posting.pk, posting.revision, posting.brief_mark, posting.document, posting.right),
    }
    return render(request, "roles/posting_detail.html", context, status=status)


@require_safe
def posting_export(request: HttpRequest, posting_id: UUID, extension: str) -> HttpResponse:
    if extension not in FORMATS:
        raise Http404("There is no such format.")
    posting = get_posting(request, posting_id)
    form = FORMATS[extension]
    if not form.can_write(posting.document):
        raise Http404(f"This posting lacks {form.needs}.")
    name = f"{slugify(posting.title)}-{slugify(posting.company) or 'posting'}.{extension}"
    listing = replace(posting.listing, brand=posting.brand) if form.branded else posting.listing
    written = form.write(posting.document, listing)
    charset = "; charset=utf-8" if isinstance(written, str) else ""
    response = HttpResponse(written, content_type=f"{form.content_type}{charset}")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_open(request: HttpRequest, secret: str) -> HttpResponse:
    """A private link, opened elsewhere: it asks first, so that a mail scanner's visit changes nothing."""
    posting = get_posting_by_secret(request, secret)
    if postings_of(request).filter(pk=posting.pk).exists():
        return redirect(posting)
    if request.method == "POST":
        if not room_for_draft(request, OPENED):
            messages.error(request, NO_ROOM)
            return redirect("posting_list")
        remember_opened(request, posting)
        return redirect(posting.get_verdict_url())
    return render(request, "roles/posting_open.html", {"posting": posting})
