"""What an owner does with the publication of her posting: publish it, change its terms, take it back."""

from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from roles.access import get_posting, lock_posting
from roles.board.feeds import DIALECTS
from roles.board.forms import LastDayForm, PublishForm
from roles.board.models import DailyCount, Publication
from roles.board.rendering import can_be_counted, preview
from roles.core.exports.blocks import apply_address
from roles.core.publishing import State, Terms, breaches, changes, for_the_world, lacking, poster
from roles.rate_limits import limited

SUGGESTED = timedelta(days=30)
DAYS_SHOWN = 14


@require_http_methods(["GET", "HEAD", "POST"])
@limited("publish")
def posting_publish(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    try:
        posting = get_posting(request, posting_id)
    except Http404:
        if reason := request.POST.get("reason", "").strip():
            lost = {"answers": [(PublishForm.base_fields["reason"].label, reason)]}
            return render(request, "roles/posting_answers_lost.html", lost, status=404)
        raise
    if request.method != "POST":
        return _page(request, posting)
    do = request.POST.get("do", "publish")
    if do == "publish":
        return _publish(request, posting_id)
    if do not in DONE:
        raise Http404("There is nothing of that name to do.")
    return _change(request, posting_id, do)


def _publish(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        form = _form(posting, request.POST)
        stale = request.POST.get("revision") != str(posting.revision)
        allowed = posting.owner_id is not None and not breaches(posting.document)
        publication = None
        if form.is_valid() and allowed and not stale:
            publication = Publication.publish(posting, form.terms, origin=_origin(request))
    if publication:
        messages.success(request, _saved_message(publication))
        return redirect("posting_publish", posting_id)
    status = 409 if stale and allowed and not form.errors else 422
    return _page(request, get_posting(request, posting_id), form=form, stale=stale, status=status)


def _saved_message(publication: Publication) -> str:
    if publication.waiting:
        return "Saved. It is published as soon as you have verified your email address."
    if publication.held_at:
        return "Saved. It stays hidden until a consultant has looked at it."
    return "Published. This is what the world sees from now on."


def _change(request: HttpRequest, posting_id: UUID, do: str) -> HttpResponse:
    form = None
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        publication = Publication.objects.lock(posting)
        if publication is None or (publication.withdrawn_at and do != "withdraw"):
            raise Http404("This posting is not published.")
        if do == "until":
            form = _day_form(publication, request.POST)
            if form.is_valid():
                publication.open_until(form.cleaned_data["last_day"])
        elif do == "close":
            publication.close()
        elif do == "withdraw":
            publication.withdraw()
        elif do in ("count", "uncount"):
            publication.set_counts_applies(do == "count")
        else:
            publication.set_listed(do == "list")
        if form is None or form.is_valid():
            publication.save()
    if form is not None and form.errors:
        return _page(request, get_posting(request, posting_id), day_form=form, status=422)
    messages.success(request, DONE[do])
    return redirect("posting_publish", posting_id)


DONE = {
    "until": "Saved. The page names the new day.",
    "close": "Closed. The page says so for 30 days.",
    "withdraw": "Taken off the web. You can publish it again, at the same address.",
    "list": "It is in the list of open roles now.",
    "count": "From now on its page counts how often somebody applies.",
    "uncount": "Nobody who applies is counted any more.",
    "unlist": "It is no longer in the list; whoever has the link still finds it.",
}


def _form(posting, data=None, publication=None, *, ready=None) -> PublishForm:
    named = publication.last_day if publication else posting.document.facts.valid_through
    today = posting.today
    initial = {
        "last_day": named if named and named >= today else today + SUGGESTED,
        "listed": publication.listed if publication else False,
        "reason": publication.reason if publication else "",
    }
    ready = posting.report().ready if ready is None else ready
    return PublishForm(data, document=posting.document, today=today, needs_reason=not ready, initial=initial)


def _day_form(publication: Publication, data=None) -> LastDayForm:
    today = publication.today
    return LastDayForm(
        data,
        document=publication.document,
        today=today,
        auto_id="until_%s",
        initial={"last_day": max(publication.last_day, today)},
    )


def _page(request: HttpRequest, posting, *, form=None, day_form=None, stale=False, status=200) -> HttpResponse:
    publication = Publication.objects.of(posting)
    state = publication.state if publication else None
    is_out = publication is not None and state is not State.WITHDRAWN
    report = posting.report()
    context = {
        "posting": posting,
        "publication": publication,
        "state": state,
        "is_out": is_out,
        "form": form or _form(posting, publication=publication, ready=report.ready),
        "day_form": day_form or (_day_form(publication) if is_out else None),
        "stale": stale,
        "report": report,
        "breaches": breaches(posting.document),
        "dialects": [(one, one.lacks(publication.document)) for one in DIALECTS.values()] if publication else (),
        "lacking": lacking(posting.document),
        "changes": _changes(publication, posting) if is_out else (),
        "counts": _counts(publication) if publication else None,
    }
    return render(request, "board/publish.html", context, status=status)


def _changes(publication: Publication, posting):
    """What publishing again would change, its last day apart: that is asked for by itself."""
    new = for_the_world(posting.document, publication.last_day)
    found = changes(publication.document, new)
    if publication.brand != posting.brand:
        return (*found, BRAND_CHANGED)
    return found


def _counts(publication: Publication) -> dict[str, Any]:
    """How often it was read: the latest days, and all of them together."""
    days = publication.counts.by_day()
    return {
        "days": list(islice(days.items(), DAYS_SHOWN)),
        "total": {kind: sum(day[kind] for day in days.values()) for kind in DailyCount.Kind.values},
        "can_count_applies": can_be_counted(apply_address(publication.document)),
    }


BRAND_CHANGED = {"place": "Logo and colour", "spans": [{"op": "same", "words": "They look different now."}]}


@require_safe
def posting_publish_preview(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """The page as the world would see it, were it published now."""
    posting = get_posting(request, posting_id)
    publication = Publication.objects.of(posting)
    day = posting.document.facts.valid_through
    if publication:
        day = publication.last_day
    shown = Publication.would_be(
        posting,
        Terms(last_day=day or posting.today + SUGGESTED, listed=bool(publication and publication.listed)),
        origin=_origin(request),
    )
    return HttpResponse(preview(shown, f"{posting.get_absolute_url()}brand/logo.png"))


@require_safe
def posting_poster(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """A poster of what is published, for its owner: setting it costs more than the world may ask for."""
    publication = Publication.objects.of(get_posting(request, posting_id))
    if publication is None or publication.state.is_over:
        raise Http404("This posting is not published.")
    made = poster.write(publication.document, publication.listing, publication.address)
    response = HttpResponse(made, content_type="application/pdf")
    name = f"{publication.slug}-poster.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


def _origin(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"
