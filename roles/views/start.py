"""Starting from what an owner has: a text becomes a posting, and what became of each of its words can be seen."""

import re
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from roles.access import NO_ROOM, get_posting, hand_on_brand, lock_posting, remember_draft, room_for_draft
from roles.core import editing, starting
from roles.core.compose import Brief
from roles.core.compose.brief import problems
from roles.core.starting import Became
from roles.forms import StartFactsForm, StartForm
from roles.forms.answers import choice_field
from roles.models import Posting, RoleVersion
from roles.rate_limits import asking_to_wait, limited, message, seconds_to_wait
from roles.today import today_where

from .sent_again import insert_once, names_browser, read_ticket

BACK = "Not done: this text has no such line to bring back."


@require_http_methods(["GET", "HEAD", "POST"])
@names_browser
def start(request: HttpRequest) -> HttpResponse:
    versions = list(RoleVersion.objects.latest_of_each().select_related("role").defer("role__loaded"))
    if request.method != "POST":
        return _page(request, StartForm(versions=versions), versions=versions)
    posting_id, ticket = read_ticket(request)
    # Reading a file costs, also where it fails: it is counted before.
    wait = seconds_to_wait(request, "pasted_review") if request.FILES else 0
    form = StartForm(request.POST, request.FILES, versions=versions, reads_file=not wait)
    typed = StartFactsForm.typed(request.POST)
    facts = StartFactsForm(request.POST, versions=versions) if request.POST.get("do") == "make" else None
    if form.is_valid() and not wait:
        makes = facts is not None and facts.is_valid()
        wait = seconds_to_wait(request, "draft" if makes else "pasted_review") if makes or not request.FILES else 0
    if wait:
        form.add_error(None, message(wait))
    if form.errors or not versions:
        facts = facts or (StartFactsForm(versions=versions, initial=typed) if typed else None)
        page = _page(request, form, status=422, facts=facts, areas=_areas(facts), ticket=ticket, versions=versions)
        return asking_to_wait(page, wait)
    text = form.cleaned_data["text"]
    old = starting.read_old_text(text)
    chosen, why = _title(old, form, facts, versions)
    version = next((each for each in versions if each.template.slug == chosen), versions[0])
    company = (facts["company"].value() or "") if facts else ""
    began = starting.start(old, version.template, today=today_where(""), company=company)
    if facts and facts.is_valid() and (posting := _make(request, posting_id, began, facts)):
        return redirect("posting_text", posting.pk)
    if facts is None:
        pay = old.read.facts.pay
        named = starting.title_in(old.read, version.template.title)
        initial = StartFactsForm.initial_from(began, pay) | {"role": chosen, "printed_title": named} | typed
        facts = StartFactsForm(versions=versions, initial=initial)
    if why:
        facts.fields["role"].help_text = f"{why} You can choose the other."
    return _page(
        request,
        # What came from a file goes on as the text of the box, so that nothing has to be kept here.
        StartForm({**request.POST.dict(), "text": text}, versions=versions),
        status=422 if facts.errors else 200,
        facts=facts,
        areas=_areas(facts, began),
        account=starting.Account(entries=began.entries),
        missing=[field for field in facts if field.field.required and not field.value()],
        ticket=ticket,
        versions=versions,
    )


def _page(request: HttpRequest, form: StartForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "roles/start.html", {"form": form, **context}, status=status)


def _title(
    old: starting.OldText, form: StartForm, facts: StartFactsForm | None, versions: list[RoleVersion]
) -> tuple[str, str]:
    """The slug of the title chosen in either form, else the one the text is for with the reason; "" for neither."""
    chosen = (facts["role"].value() if facts else "") or form.cleaned_data["title"]
    return (chosen, "") if chosen else starting.title_for(old.read, [version.template for version in versions])


def _areas(facts: StartFactsForm | None, began: starting.Start | None = None) -> list[dict[str, Any]]:
    """The areas that were recognised or ticked, each with the words that show it."""
    if facts is None:
        return []
    names = dict(choice_field(facts, "areas").choices)  # type: ignore[arg-type]
    cues = {one.area: one.cues for one in began.areas} if began else {}
    ticked = facts["areas"].value() or []
    keys = [key for key in dict.fromkeys((*cues, *ticked)) if key in names]
    return [{"key": key, "name": names[key], "cues": cues.get(key, ()), "ticked": key in ticked} for key in keys]


def _make(request: HttpRequest, posting_id: UUID, began: starting.Start, facts: StartFactsForm) -> Posting | None:
    """The posting the text has become, or None with the error in the form."""
    version = facts.version
    order = [one.area for one in began.areas if one.area in facts.cleaned_data["areas"]]
    scope = starting.as_scope(dict.fromkeys((*order, *facts.cleaned_data["areas"])))
    brief = Brief(**{**began.answers, **facts.answers, "scope": scope})
    if found := problems(brief, today=today_where(brief.place)):
        facts.add_problems(found)
        return None
    try:
        title = facts.cleaned_data["printed_title"]
        given = facts.given
        document, account = starting.make(
            began, version.template, brief, version=version.number, title=title, given=given
        )
    except editing.EditError as error:
        facts.add_error(None, str(error))
        return None
    if not room_for_draft(request):
        facts.add_error(None, NO_ROOM)
        return None
    new = Posting.started(version, brief, document, account)
    posting = insert_once(request, new, posting_id)
    remember_draft(request, posting)
    if posting is new:
        hand_on_brand(request, posting)
    else:
        with transaction.atomic():
            lock_posting(request, posting.pk).start_again(version, brief, document, account)
    return posting


class _Row(NamedTuple):
    """An entry of the account, and whether its words are printed in the posting as it is now."""

    number: int
    entry: starting.Entry
    there: bool


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_text(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """What became of the text a posting was started from; a line that was left out comes back with one press."""
    if request.method == "POST":
        return _bring_back(request, posting_id)
    posting = get_posting(request, posting_id)
    account = posting.account
    rows: list[_Row] = []
    if account:
        there = starting.still_there(account, posting.document)
        rows = [_Row(number, entry, here) for number, (entry, here) in enumerate(there, start=1)]
    context = {
        "posting": posting,
        "account": account,
        "left": [row for row in rows if row.entry.became is Became.LEFT_OUT],
        "used": [row for row in rows if row.entry.became is not Became.LEFT_OUT],
    }
    return render(request, "roles/posting_text.html", context)


def _bring_back(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    here = reverse("posting_text", args=[posting_id])
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        if undone := request.GET.get("undo"):
            if undone == str(posting.revision) and posting.undo() is not None:
                messages.success(request, "Undone.")
            return redirect(here)
        pressed = re.fullmatch(r"bring:(\d{1,4})", request.POST.get("do", ""), re.ASCII)
        entries = posting.account.entries if posting.account else ()
        number = int(pressed[1]) if pressed else 0
        if not 1 <= number <= len(entries) or not entries[number - 1].can_come_back:
            messages.warning(request, BACK)
            return redirect(here)
        entry = entries[number - 1]
        if not starting.is_printed(entry, posting.document):
            try:
                posting.bring_back(entry, number)
            except editing.EditError as error:
                messages.warning(request, f"Not done. {error}")
            else:
                messages.add_message(
                    request, settings.UNDO, "It is back, as you wrote it.", extra_tags=f"{here}?undo={posting.revision}"
                )
    return redirect(f"{here}#line-{number}")
