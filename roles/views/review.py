"""A posting somebody already has, reviewed; and carried over into a draft of this portal."""

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from roles.access import NO_ROOM, hand_on_brand, lock_posting, remember_draft, room_for_draft
from roles.core import editing, review
from roles.core.compose import Brief
from roles.core.compose.brief import text_problem, tidy
from roles.core.document import Document
from roles.core.reading import PostingRead, StatedFacts, read_posting
from roles.core.review import reading
from roles.forms import CarryForm, ReviewForm
from roles.models import Posting, RoleVersion
from roles.models.review import current_rules
from roles.rate_limits import asking_to_wait, limited, message, seconds_to_wait
from roles.today import today_where

from .sent_again import came_before, insert_once, names_browser, read_revision, read_ticket

REASON_LIMIT = 200
BUTTON = r"(fix|ignore|heed):([0-9a-f]{16})"
STALE = "Not done: the posting has changed since this page was shown. Here it is as it is now, with its review."


@require_http_methods(["GET", "HEAD", "POST"])
@names_browser
def review_pasted(request: HttpRequest) -> HttpResponse:
    versions = list(RoleVersion.objects.on_offer().select_related("role").defer("role__loaded"))
    template = versions[0].template if versions else None
    if request.method != "POST":
        return _page(request, ReviewForm(template=template))
    posting_id, ticket = read_ticket(request)
    do, typed = request.POST.get("do", ""), CarryForm.typed(request.POST)
    form = ReviewForm(request.POST, template=template)
    carry = CarryForm(request.POST, versions=versions) if do == "carry" else None
    wait = (
        seconds_to_wait(request, "draft" if carry and carry.is_valid() else "pasted_review") if form.is_valid() else 0
    )
    if wait:
        form.add_error(None, message(wait))
    if form.errors:
        if carry is None and typed:
            carry = CarryForm(versions=versions, initial=typed)
        page = _page(request, form, status=422, carry=carry if versions else None, ticket=ticket)
        return asking_to_wait(page, wait)
    data = form.cleaned_data
    text, note = data["text"], ""
    if carry and carry.is_valid() and (posting := _carry(request, posting_id, text, carry)):
        return redirect(posting.get_verdict_url())
    if do.startswith("fix:"):
        text, note = _fix_pasted(text, data["headcount"], do.removeprefix("fix:"))
        form = ReviewForm({**request.POST.dict(), "text": text}, template=template)
    read = read_posting(text)
    if carry is None:
        carry = CarryForm(versions=versions, initial=_initial(data, read.facts) | typed)
    return _page(
        request,
        form,
        status=422 if carry.errors else 200,
        carry=carry if versions else None,
        ticket=ticket,
        note=note,
        **_reviewed(text, read, data["headcount"]),
    )


def _reviewed(text: str, read: PostingRead, headcount: int | None) -> dict[str, Any]:
    """What the page shows of a text: its document, what the review finds in it, and what can be fixed by a press."""
    document = reading.document_of(read)
    report, laws = _review(document, headcount)
    places = reading.positions_of(read)
    return {
        "document": document,
        "report": report,
        "laws": laws,
        "fixable": {
            one.token
            for one in report.remarks
            if one.shown and one.finding.fix and reading.span_in(text, one.finding, places)
        },
        "leaning": review.leaning(document),
    }


def _page(request: HttpRequest, form: ReviewForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "roles/review.html", {"form": form, **context}, status=status)


def _review(document: Document, headcount: int | None) -> tuple[review.Report, review.Laws]:
    """The report on a pasted text, and the posting laws the review looked at. One query."""
    brief = None
    if headcount:
        # Of a brief the review of a pasted text only asks how many people there are.
        brief = Brief(company="", industry="", place=document.facts.job_location, headcount=headcount)
    asked = document, brief, current_rules(), today_where(document.facts.job_location)
    return review.report(document, review.review(*asked)), review.laws_looked_at(*asked)


def _fix_pasted(text: str, headcount: int | None, token: str) -> tuple[str, str]:
    """The text with a finding's fix made in it, and a note; the text as it is where the fix no longer fits."""
    report, _ = _review(reading.read_text(text), headcount)
    remark = report.by_token(token)
    mended = reading.fixed(text, remark.finding) if remark else None
    if mended is None:
        return text, "Not done: the text has changed since that was found. Here is its review now."
    return mended, "Fixed in the text above."


def _initial(data: dict[str, Any], facts: StatedFacts) -> dict[str, Any]:
    """What the draft's fields begin with: what was answered above, and what the text states. Nothing is a default."""
    stated = {
        "headcount": facts.headcount and facts.headcount.value,
        "company": facts.company and facts.company.value,
        "place": facts.place and facts.place.words,
        "reports_to": facts.reports_to and facts.reports_to.value,
        "workplace": facts.workplace and facts.workplace.value.value,
        "employment_type": facts.employment_type and facts.employment_type.value.value,
    }
    answered = {name: data[name] for name in ("headcount", "industry") if data.get(name)}
    return {name: value for name, value in stated.items() if value} | answered


def _carry(request: HttpRequest, posting_id: UUID, text: str, form: CarryForm) -> Posting | None:
    """The posting the text has become, or None with the error in the form."""
    pasted = reading.read_text(text)
    version, brief = form.version, form.brief
    try:
        document = editing.carry_in(pasted, brief, version.template, version=version.number)
    except editing.EditError as error:
        form.add_error(None, str(error))
        return None
    if not room_for_draft(request):
        form.add_error(None, NO_ROOM)
        return None
    new = Posting.carried_in(version, brief, document)
    posting = insert_once(request, new, posting_id)
    remember_draft(request, posting)
    if posting is new:
        hand_on_brand(request, posting)
    else:
        with transaction.atomic():
            again = lock_posting(request, posting.pk)
            again.save_revision("carry", document=document, brief=brief, version=version)
    return posting


@require_POST
@limited("save")
def posting_review(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """A button beside a finding: apply its fix, ignore it for a reason, or report it again."""
    pressed = re.fullmatch(BUTTON, request.POST.get("do", ""))
    verb, token = pressed.groups() if pressed else ("", "")
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        report = posting.report()
        remark = report.by_token(token)
        if verb == "fix":
            _fix(request, posting, remark, token)
        elif verb == "ignore" and remark:
            _ignore(request, posting, remark)
        elif verb == "heed" and remark:
            posting.heed(remark)
            messages.info(request, "The review shows it again.")
        else:
            messages.warning(request, STALE)
    return redirect(f"{posting.get_absolute_url()}?review=open#review-heading")


def _fix(request: HttpRequest, posting: Posting, remark: review.Remark | None, token: str) -> None:
    if read_revision(request.POST) != posting.revision or remark is None or not remark.finding.can_be_fixed:
        if not came_before(posting, f"fix:{token}", request.POST):
            messages.warning(request, STALE)
        return
    try:
        posting.fix(remark)
    except editing.EditError as error:
        messages.warning(request, f"Not done. {error}")
    else:
        messages.success(request, "Fixed. You can undo it where you edit the text.")


def _ignore(request: HttpRequest, posting: Posting, remark: review.Remark) -> None:
    reason = tidy(request.POST.get("reason", ""))
    if problem := reason_problem(reason):
        messages.warning(request, f"Not ignored. {problem}")
        return
    posting.ignore(remark, reason)
    messages.info(request, "Ignored here, with your reason. It comes back only if those words change.")


def reason_problem(reason: str) -> str | None:
    """What is wrong with a reason to ignore a finding, None where it will do."""
    return text_problem(reason, limit=REASON_LIMIT) if reason else "Say why, in a few words."
