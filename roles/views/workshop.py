"""The workshop: an owner writes on the posting."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from roles.access import check_posting, get_posting_to_edit, lock_posting
from roles.core.compose.brief import tidy
from roles.core.editing import (
    Action,
    EditError,
    Saved,
    SheetForm,
    Typed,
    UnreadableFormError,
    press,
    refuse,
    refuse_stale,
    save_words,
    take_back,
)
from roles.core.review import Report
from roles.models import Posting
from roles.models.sharing import Right
from roles.rate_limits import limited

from .review import reason_problem
from .sheet import lay_out, named, read_form


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_workshop(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    if request.method == "POST":
        try:
            return _save(request, posting_id)
        except Http404:
            return _words_back(request)
    posting = get_posting_to_edit(request, posting_id)
    asked = request.GET
    saved = Saved(
        document=posting.document,
        stock=posting.stock,
        unlocked=frozenset(asked.getlist("unlock")),
        placing=asked.get("place", ""),
        sure=asked.get("sure", ""),
    )
    return _page(request, posting, saved, more=asked.get("more", ""))


def _save(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    check_posting(request, posting_id, Right.EDIT)
    try:
        form = read_form(request.POST)
    except UnreadableFormError:
        return HttpResponseBadRequest("This is not a form of ours.", content_type="text/plain")
    with transaction.atomic():
        posting = lock_posting(request, posting_id, Right.EDIT)
        saved = _saved(posting, form)
    if saved.settled and request.headers.get("X-Part") != "sheet":
        if saved.note:
            messages.info(request, saved.note)
        if form.action.verb == "done" and not saved.refused:
            return redirect(posting.get_verdict_url())
        return redirect(_address(posting, saved))
    posting = get_posting_to_edit(request, posting_id)
    status = 409 if saved.conflicts else 422 if saved.problems else 200
    return _page(request, posting, saved, typed=form.typed, status=status)


def _address(posting: Posting, saved: Saved) -> str:
    asked = [("unlock", key) for key in sorted(saved.unlocked)] + ([("sure", saved.sure)] if saved.sure else [])
    asked += [("place", saved.placing)] if saved.placing else []
    query = f"?{urlencode(asked)}" if asked else ""
    fragment = f"#{saved.focus}" if saved.focus else ""
    return f"{reverse('posting_workshop', args=[posting.pk])}{query}{fragment}"


def _page(
    request: HttpRequest,
    posting: Posting,
    saved: Saved,
    *,
    typed: Iterable[Typed] = (),
    more: str = "",
    status: int = 200,
) -> HttpResponse:
    part = request.headers.get("X-Part") == "sheet"
    report = posting.report()
    context = {
        "posting": posting,
        "document": posting.document,
        "sheet": lay_out(posting, saved, report, typed=typed, more=more),
        "report": report,
        "sure": saved.sure,
        "undo": named(posting.to_undo) if posting.earlier else None,
        "redo": named(posting.to_redo),
    }
    return render(
        request, "roles/_sheet_answer.html" if part else "roles/posting_workshop.html", context, status=status
    )


def _words_back(request: HttpRequest) -> HttpResponse:
    """Whoever may not (any more) open the posting gets nothing but their own words back, to copy."""
    words = [str(text) for name, text in request.POST.items() if name.startswith(("text-", "new-"))]
    words = [text for text in words if text.strip()]
    if not words or request.headers.get("X-Part") == "sheet":
        raise Http404("There is no such posting here.")
    return render(request, "roles/posting_workshop_lost.html", {"words": words}, status=404)


def _saved(posting: Posting, form: SheetForm) -> Saved:
    """Save one form on the locked posting: its words first, then its reasons, then what its button asks for."""
    action, stale = form.action, form.revision != posting.revision
    # Which findings are meant is read from the lines as they were shown, before what was typed is taken.
    shown = posting.report() if action.verb == "ignore" or form.reasons else None
    saved = save_words(posting.document, posting.stock, form, stale=stale)
    _save_step(posting, saved)
    if shown is not None:
        saved = _ignore(posting, saved, form, shown)
    if action.verb in ("save", "done", "add", "ignore"):
        return saved
    if action.verb == "heed":
        return _heed(posting, saved, action)
    if action.verb == "undo" and not saved.settled:
        return take_back(saved)
    if stale and action.verb != "unlock":
        return refuse_stale(saved, action, repeated=posting.has_done(action.change, since=form.revision))
    if action.verb in _OF_THE_POSTING:
        return _OF_THE_POSTING[action.verb](posting, saved, action)
    saved = press(saved, action)
    _save_step(posting, saved)
    return saved


def _save_step(posting: Posting, saved: Saved) -> None:
    if saved.change:
        posting.save_revision(saved.change, document=saved.document)


def _ignore(posting: Posting, saved: Saved, form: SheetForm, shown: Report) -> Saved:
    """Ignore the finding of the button; a reason written beside another one, and sent, is meant as well."""
    report = posting.report()
    present = {remark.name: remark for remark in (*report.remarks, *report.ignored)}
    pressed = [form.action.key] if form.action.verb == "ignore" else []
    for token in dict.fromkeys([*pressed, *form.reasons]):
        meant = shown.by_token(token)
        remark = present.get(meant.name) if meant else None
        reason = tidy(form.reasons.get(token, ""))
        if remark is None:
            saved = refuse(saved, "Not ignored: what it spoke of has changed since.")
        elif problem := reason_problem(reason):
            saved = refuse(saved, f"Not ignored. {problem}")
        else:
            posting.ignore(remark, reason)
            saved = replace(saved, note="Ignored here, with your reason. It is listed below the review results.")
        if remark and remark.item:
            saved = replace(saved, focus=f"item-{remark.item.key}")
    return saved


def _heed(posting: Posting, saved: Saved, action: Action) -> Saved:
    remark = posting.report().by_token(action.key)
    if remark is None:
        return refuse(saved, "Not done: what it spoke of has changed since.")
    posting.heed(remark)
    return replace(saved, note="The review shows it again.")


def _fix(posting: Posting, saved: Saved, action: Action) -> Saved:
    remark = posting.report().by_token(action.key)
    if remark is None or not remark.finding.can_be_fixed:
        return refuse(saved, "Not done: the line has changed since, so that fix no longer fits it.")
    if remark.item is None and posting.right < Right.OWN:
        return refuse(saved, "Not done: that would change one of the owner’s answers, which only the owner can do.")
    try:
        posting.fix(remark)
    except EditError as error:
        return refuse(saved, str(error))
    if remark.item is None:  # an answer has changed, and with it what the posting is composed of
        return replace(saved, stock=posting.stock, note="Changed in your answers. You can undo it.")
    return replace(saved, note="Fixed. You can undo it.", focus=f"item-{remark.item.key}")


OF_THE_OWNER = "Not done: that would change the owner’s answers, which only the owner can do."


def _undo(posting: Posting, saved: Saved, action: Action) -> Saved:
    state = posting.states.before(posting.present)
    if state and not posting.may_return_to(state):
        return refuse(saved, OF_THE_OWNER)
    change = posting.undo()
    note = "There is nothing to undo." if change is None else f"Undone: {named(change)}."
    # An undo may bring back another version, another title, other answers.
    return replace(saved, stock=posting.stock, note=note)


def _redo(posting: Posting, saved: Saved, action: Action) -> Saved:
    state = posting.states.after(posting.present)
    if state and not posting.may_return_to(state):
        return refuse(saved, OF_THE_OWNER)
    change = posting.redo()
    note = "There is nothing to do again." if change is None else f"Done again: {named(change)}."
    return replace(saved, stock=posting.stock, note=note)


# What needs the posting's review or its history, not its document alone.
_OF_THE_POSTING = {"fix": _fix, "undo": _undo, "redo": _redo}
