"""The history of a posting: who changed what and when, word by word; any state can be named, and gone back to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from roles.access import get_posting, lock_posting
from roles.core.diff import LineChange, document_changes
from roles.forms import StateNameForm
from roles.models import NamedState, Posting, PostingState, PostingStep
from roles.models.posting_states import NAMED_STATES_MAX
from roles.models.sharing import Right
from roles.rate_limits import limited

from .sent_again import came_before, read_revision, words_back
from .sheet import named

ON_A_PAGE = 10
WORDS = "Name of this state"
TOO_MANY = f"This posting has {NAMED_STATES_MAX} named states. Take the name from one that is not needed any more."
STALE = "Not done: the posting has changed since you opened this page. Here is its history now."
OF_THE_OWNER = "Not done: the owner’s answers were others then, and only the owner can change them."
State = PostingState | NamedState


@dataclass
class Entry:
    """One state as the page shows it, or one undo or redo: `changes` lead to it from the one before.

    `aside` is a state that only its name has kept: it was undone, and another change took its place.
    """

    state: State | PostingStep
    made_at: datetime
    name: str = ""
    present: bool = False
    undone: bool = False
    aside: bool = False
    first: bool = False
    changes: tuple[LineChange, ...] = ()
    form: StateNameForm | None = None

    @property
    def is_step(self):
        return isinstance(self.state, PostingStep)

    @property
    def what(self):
        if not self.state.change:
            return None
        what = named(self.state.change)
        if isinstance(self.state, PostingStep):
            return f"{'undid' if self.state.undone else 'did again'}: {what}"
        return what


def typed(data: QueryDict) -> Iterator[tuple[str, str]]:
    yield WORDS, str(data.get("name", ""))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@words_back(name=WORDS)
@limited("save", typed=typed)
def posting_history(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id, Right.EDIT)
    if request.method != "POST":
        return _page(request, posting)
    verb, _, number = request.POST.get("do", "").partition(":")
    if verb not in BUTTONS or not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise Http404("There is no such button.")
    right, press = BUTTONS[verb]
    form = StateNameForm(request.POST if verb == "name" else None)
    with transaction.atomic():
        posting = lock_posting(request, posting_id, right)
        refused = press(request, posting, _state(posting, int(number)), form)
    if refused:
        posting = get_posting(request, posting_id, Right.EDIT)
        return _page(request, posting, refused=int(number), form=form, note=refused)
    return redirect(f"{request.path}?page={request.GET.get('page', 1)}" if request.GET.get("page") else request.path)


def _state(posting: Posting, revision: int) -> State:
    """The state of that revision, also where it is the present one and nothing was changed yet."""
    state = posting.states.filter(revision=revision).first() or posting.named_states.filter(revision=revision).first()
    if state is None and revision == posting.present:
        state = _as_made(posting)
    if state is None:
        raise Http404("There is no such state.")
    return state


def _as_made(posting: Posting) -> PostingState:
    return PostingState.of(posting, revision=posting.present, made_at=posting.created_at)


def _restore(request: HttpRequest, posting: Posting, state: State, form: StateNameForm) -> str:
    if came_before(posting, f"restore:{state.revision}", request.POST):
        return ""
    if read_revision(request.POST) != posting.revision:
        return STALE
    if not posting.may_return_to(state):
        return OF_THE_OWNER
    if posting.go_back_to(state):
        messages.success(request, "The posting is as it was then. You can undo it where you edit the text.")
    else:
        messages.info(request, "The posting is as it was then already.")
    return ""


def _name(request: HttpRequest, posting: Posting, state: State, form: StateNameForm) -> str:
    known = posting.named_states.filter(revision=state.revision).exists()
    if form.is_valid() and not known and posting.named_states.count() >= NAMED_STATES_MAX:
        form.add_error("name", TOO_MANY)
    if form.errors:
        return "Not named yet."
    name = form.cleaned_data["name"]
    NamedState.objects.put(posting, state, name)
    messages.success(request, f"It is called “{name}” now, and is kept whatever changes later.")
    return ""


def _unname(request: HttpRequest, posting: Posting, state: State, form: StateNameForm) -> str:
    posting.named_states.filter(revision=state.revision).delete()
    messages.success(request, "The name is gone.")
    return ""


BUTTONS = {"restore": (Right.EDIT, _restore), "name": (Right.OWN, _name), "unname": (Right.OWN, _unname)}


def _page(
    request: HttpRequest,
    posting: Posting,
    *,
    refused: int | None = None,
    form: StateNameForm | None = None,
    note: str = "",
) -> HttpResponse:
    entries = _entries(posting)
    if refused is None:
        number: str | int | None = request.GET.get("page")
    else:  # the page the refused button is on
        place = next((place for place, entry in enumerate(entries) if entry.state.revision == refused), 0)
        number = place // ON_A_PAGE + 1
    page = Paginator(entries, ON_A_PAGE).get_page(number)
    _fill(posting, page, [entry.state.revision for entry in entries if not entry.aside and not entry.is_step])
    for entry in page:
        is_refused = form is not None and form.is_bound and entry.state.revision == refused
        entry.form = form if is_refused else StateNameForm(initial={"name": entry.name})
    context = {
        "posting": posting,
        "page": page,
        "own": posting.right is Right.OWN,
        "note": note,
        "refused": refused if form is not None and form.is_bound else None,
    }
    status = 200 if refused is None else 409 if note == STALE else 422
    return render(request, "roles/posting_history.html", context, status=status)


def _entries(posting: Posting) -> list[Entry]:
    """All states and steps, the newest first, without what states hold: three queries."""
    rows = posting.states.defer("data", "brief_data", "document_data").select_related("link")
    states: dict[int, State] = {state.revision: state for state in rows}
    names = {state.revision: state for state in posting.named_states.defer("data").select_related("link")}
    everything = {**names, **states}
    everything.setdefault(posting.present, _as_made(posting))
    first, oldest = min(everything), min(states, default=posting.present)
    steps = posting.steps.filter(revision__gt=first).select_related("link")
    entries = [Entry(state=step, made_at=step.made_at) for step in steps]
    entries += [
        Entry(
            state=state,
            name=names[revision].name if revision in names else "",
            # The state before the first change is saved with that change.
            made_at=state.made_at if state.change else posting.created_at,
            present=revision == posting.present,
            undone=revision > posting.present,
            aside=revision > oldest and revision not in states and revision != posting.present,
            first=revision == first,
        )
        for revision, state in everything.items()
    ]
    return sorted(entries, key=lambda entry: entry.state.revision, reverse=True)


def _fill(posting: Posting, page: Page, line: list[int]) -> None:
    """Give the entries of the page what changed since the state before, of those on the `line`: two queries."""
    shown = [entry for entry in page if not entry.is_step]
    before = {
        entry.state.revision: max(earlier)
        for entry in shown
        if (earlier := [revision for revision in line if revision < entry.state.revision])
    }
    wanted = {*(entry.state.revision for entry in shown), *before.values()}
    documents: Mapping[int, State] = {
        **{state.revision: state for state in posting.named_states.filter(revision__in=wanted)},
        **{state.revision: state for state in posting.states.filter(revision__in=wanted)},
    }
    read = {revision: state.document for revision, state in documents.items()}
    read.setdefault(posting.present, posting.document)
    for entry in page:
        if entry.is_step:
            entry.changes = entry.state.changes
        elif entry.state.revision in before:
            entry.changes = document_changes(read[before[entry.state.revision]], read[entry.state.revision])
