"""The brief: an owner's answers, beside the posting they make."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any
from uuid import UUID

from crispy_forms.utils import render_crispy_form
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.choices import flatten_choices
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from roles.access import NO_ROOM, get_posting, hand_on_brand, latest_brief, lock_posting, remember_draft, room_for_draft
from roles.core.compose import Brief, preview
from roles.core.compose.notes_to_writer import left_out, still_mentioned
from roles.core.compose.preview import with_blanks
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document
from roles.core.editing import carry_over, stock
from roles.core.merge import Conflict, merge
from roles.core.places.browser_region import region_of
from roles.forms import BriefForm, typed_answers
from roles.forms.brief_layout import summaries_of
from roles.forms.brief_query import initial_from_query
from roles.models import Posting, RoleVersion
from roles.models.review import current_rules, preview_report
from roles.models.versions import once_a_version
from roles.outages import Failed, kept_in, with_outage
from roles.rate_limits import asking_to_wait, limited, message, seconds_to_wait
from roles.today import today_where

from .sent_again import accepted_forms, insert_once, names_browser, note_accepted, read_form_id, read_ticket

BRIEFS_KEPT = 32  # in a process, of some 80 kB


@require_http_methods(["GET", "HEAD", "POST"])
@names_browser
def posting_new(request: HttpRequest, slug: str) -> HttpResponse:
    version = _latest_version(slug)
    posting_id, ticket = read_ticket(request)
    wait, failed = 0, Failed()
    if request.method == "POST":
        form = _sent(request, version.template)
        if form.is_valid() and not room_for_draft(request):
            form.add_error(None, NO_ROOM)
        if form.is_valid() and not (wait := seconds_to_wait(request, "draft")):
            with kept_in(form) as failed:
                new = Posting.composed(version, form.brief)
                posting = insert_once(request, new, posting_id)
                remember_draft(request, posting)
                if posting is new:
                    hand_on_brand(request, posting)
                else:
                    with transaction.atomic():
                        lock_posting(request, posting.pk).answer(form.brief)
                note_accepted(request)
                _name_notes(request, form)
                return redirect(posting.get_verdict_url())
        if wait:
            form.add_error(None, message(wait))
    else:
        last = None if "another" in request.GET else latest_brief(request)
        initial = BriefForm.remembered_from(last) if last else {}
        initial |= initial_from_query(request.GET, version.template)
        if not initial:
            return _empty_page(request, version, ticket)
        form = BriefForm(initial=initial, template=version.template)
    status = 422 if form.errors else 200
    page = _page(request, form, so_far(version, form), status=status, template=version.template, ticket=ticket)
    return with_outage(asking_to_wait(page, wait), failed)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("preview", typed=typed_answers)
def posting_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The posting as it would be: the paper alone for a script, the whole page again without one. Writes nothing."""
    version = _latest_version(slug)
    if request.method != "POST":
        return redirect("posting_new", slug)
    form = _sent(request, version.template)
    form.forgive_holes()
    # The ticket goes back as it came: whether it is ours is looked at when the form is sent to be saved.
    ticket = request.POST.get("ticket", "")
    return _preview(request, form, so_far(version, form), template=version.template, ticket=ticket)


def _latest_version(slug: str) -> RoleVersion:
    version = RoleVersion.objects.offered_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    return version


def answers_back(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand back the answers, to copy and nothing else, to whoever may not (any more) open the posting."""

    @wraps(view)
    def wrapped(request: HttpRequest, posting_id: UUID) -> HttpResponse:
        try:
            return view(request, posting_id)
        except Http404:
            answers = list(typed_answers(request.POST))
            if not answers or request.headers.get("HX-Request"):
                raise
            return render(request, "roles/posting_answers_lost.html", {"answers": answers}, status=404)

    return wrapped


@require_http_methods(["GET", "HEAD", "POST"])
@answers_back
def posting_edit(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    context = {"posting": posting, "template": posting.version.template, "seen": posting.brief_mark}
    if request.method != "POST":
        shown = _shown(context["template"], posting.brief)
        context |= {"fields": shown.fields, "stronger": shown.stronger}
        return _page(request, shown.form, posting.document, **context)
    form = _changing(request, posting)
    wait = seconds_to_wait(request, "save") if form.is_valid() else 0
    if wait:
        form.add_error(None, message(wait))
    with kept_in(form) as failed:
        if form.is_valid():
            with transaction.atomic():
                saved = lock_posting(request, posting_id)
                clash = _clash(saved, form, request.POST.get("seen"))
                look = [] if clash else saved.answer(form.brief)
            posting = saved
    if form.errors:
        context["seen"] = request.POST.get("seen", posting.brief_mark)
        page = _page(request, form, _edited(posting, form), status=422, **context)
        return with_outage(asking_to_wait(page, wait), failed)
    if clash:
        context |= {"posting": posting, "seen": posting.brief_mark, "clash": clash}  # both answers are in view now
        return _page(request, form, _edited(posting, form), status=409, **context)
    note_accepted(request)
    messages.success(request, "The posting now uses your new answers. What you wrote yourself is kept.")
    for item in look:
        messages.info(request, f"Check these words of yours, because an answer they rely on has changed: “{item.text}”")
    _name_notes(request, form)
    return redirect(posting.get_verdict_url())


@require_http_methods(["GET", "HEAD", "POST"])
@answers_back
@limited("preview", typed=typed_answers)
def posting_edit_preview(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """The same as `posting_preview` for a posting that exists. Writes nothing."""
    posting = get_posting(request, posting_id)
    if request.method != "POST":
        return redirect("posting_edit", posting_id)
    template = posting.version.template
    form = _changing(request, posting)
    form.forgive_holes()
    seen = request.POST.get("seen", posting.brief_mark)
    return _preview(request, form, _edited(posting, form), template=template, posting=posting, seen=seen)


def so_far(version: RoleVersion, form: BriefForm) -> Document:
    """The posting the form's answers make so far; what is missing or wrong is blank or left out."""
    return preview(version.template, form.answers_so_far(), version=version.number)


def _changing(request: HttpRequest, posting: Posting) -> BriefForm:
    """The form that was sent, which knows the answers it changes."""
    return _sent(request, posting.version.template, initial=BriefForm.initial_from(posting.brief))


def _sent(request: HttpRequest, template: RoleTemplate, **more: Any) -> BriefForm:
    region = region_of(request.headers.get("Accept-Language", ""))
    return BriefForm(request.POST, template=template, region=region, **more)


def _edited(posting: Posting, form: BriefForm) -> Document:
    """The posting as the form's answers would make it, the owner's own hand kept as in `Posting.answer`."""
    template, brief = with_blanks(posting.version.template, form.answers_so_far())
    new = stock(template, brief, version=posting.version.number)
    return carry_over(posting.stock.composed, posting.document, new.composed, offers=new.offers)


def _clash(posting: Posting, form: BriefForm, seen: str | None) -> list[Conflict]:
    """The answers typed here that differ from those another window saved meanwhile, as an owner reads both."""
    saved, typed = (
        {name: initial.get(name) for name in form.fields}
        for initial in (BriefForm.initial_from(posting.brief), BriefForm.initial_from(form.brief))
    )
    # Of older answers a form only carries a mark: they are known where it is that of the saved ones.
    base = saved if seen in (None, posting.brief_mark) else {}
    return [
        Conflict(form[name], _readable(form, name, saved[name]), _readable(form, name, typed[name]))
        for name in (conflict.of for conflict in merge(base, saved, typed).conflicts)
    ]


def _readable(form: BriefForm, name: str, value: Any) -> str:
    values = value if isinstance(value, (list, tuple)) else [value]
    choices = dict(flatten_choices(getattr(form.fields[name], "choices", ())))
    return ", ".join(str(choices.get(item, item)) for item in values if item not in (None, "")) or "nothing"


def _notes(form: BriefForm) -> dict[str, list[str]]:
    """What of the answers is meant for whoever writes the posting, and is not in it."""
    answers = form.answers_so_far() if form.template.asks_for_areas else {}
    return {"notes_left_out": left_out(answers), "still_mentioned": still_mentioned(answers)}


def _name_notes(request: HttpRequest, form: BriefForm) -> None:
    notes = _notes(form)
    for words in notes["notes_left_out"]:
        messages.info(request, f"Left out of the posting, because it reads as a note to its writer: “{words}”")
    for notice in notes["still_mentioned"]:
        messages.info(request, notice)


def _page(
    request: HttpRequest, form: BriefForm, document: Document, *, status: int = 200, **context: Any
) -> HttpResponse:
    """The brief beside the posting it makes."""
    if "stronger" not in context:
        context["stronger"] = form.open_answers()
    context |= _notes(form) | {
        "form": form,
        "preview": document,
        "form_id": read_form_id(request.POST),
        "accepted": accepted_forms(request),
    }
    return render(request, "roles/posting_form.html", context, status=status)


@dataclass(frozen=True)
class Shown:
    """A brief that nobody has sent yet, with its fields as they are shown and what would make its posting stronger."""

    form: BriefForm
    fields: SafeString
    stronger: list[tuple[Any, str]]

    @classmethod
    def of(cls, template: RoleTemplate, **more: Any) -> "Shown":
        """A hundred fields take a hundred templates: whoever shows them again keeps them."""
        form = BriefForm(template=template, **more)
        return cls(form, render_crispy_form(form), form.open_answers())


@lru_cache(maxsize=BRIEFS_KEPT)
def _shown(template: RoleTemplate, brief: Brief) -> Shown:
    """The answers of a posting, which are shown again until there are others: they are their own key."""
    return Shown.of(template, initial=BriefForm.initial_from(brief))


@once_a_version
def _empty_brief(version: RoleVersion) -> tuple[Shown, SafeString]:
    """The brief as whoever begins finds it, and the posting it begins with."""
    shown = Shown.of(version.template)
    context = {"preview": so_far(version, shown.form), "stronger": shown.stronger}
    return shown, render_to_string("roles/_preview.html", context)


def _empty_page(request: HttpRequest, version: RoleVersion, ticket: str) -> HttpResponse:
    shown, paper = _empty_brief(version)
    context = {
        "form": shown.form,
        "fields": shown.fields,
        "paper": paper,
        "template": version.template,
        "ticket": ticket,
        "form_id": read_form_id(request.POST),
        "accepted": accepted_forms(request),
    }
    return render(request, "roles/posting_form.html", context)


def _preview(request: HttpRequest, form: BriefForm, document: Document, **context: Any) -> HttpResponse:
    headcount_known = form.cleaned_data.get("headcount") is not None
    rules = current_rules()
    form.ask_laws(rules.posting_rules, today_where(form.brief.place))
    context["report"] = preview_report(document, form.brief if headcount_known else None, rules)
    if request.headers.get("HX-Request"):
        # What is asked of a kind of business follows when another one is chosen.
        another = form.template.asks_for_areas and request.POST.get("industry_shown") != form.kind.key
        context |= _notes(form) | {
            "form": form,
            "preview": document,
            "stronger": form.open_answers(),
            "another_industry": another,
            "summaries": summaries_of(form),
            "follows": True,
        }
        return render(request, "roles/_preview.html", context)
    return _page(request, form, document, **context)
