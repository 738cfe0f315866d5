"""The workshop: an owner writes on the posting."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from roles.access import get_posting, lock_posting, postings_of
from roles.core import editing
from roles.core.compose.brief import tidy
from roles.core.editing import EditError, LockedError, MissingError

from .review import reason_problem
from .sheet import SheetForm, UnreadableFormError, lay_out, named, short

STALE = (
    "Not done: the posting had changed since this page was shown. "
    "Here is how it stands; press again if you still want that."
)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_workshop(request, posting_id):
    if request.method == "POST":
        try:
            return _save(request, posting_id)
        except Http404:
            return _words_back(request)
    posting = _with_history(request, posting_id)
    sheet = lay_out(posting, posting.stock, unlocked=set(request.GET.getlist("unlock")))
    return _page(request, posting, sheet, sure=request.GET.get("sure", ""))


def _with_history(request, posting_id):
    posting = postings_of(request).filter(pk=posting_id).with_version().with_history().defer(None)
    posting = posting.defer("version__role__loaded").first()
    if posting is None:
        raise Http404("There is no such posting here.")
    return posting


def _save(request, posting_id):
    get_posting(request, posting_id)
    try:
        form = SheetForm.read(request.POST)
    except UnreadableFormError:
        return HttpResponseBadRequest("This is not a form of ours.", content_type="text/plain")
    with transaction.atomic():
        saved = Saving(lock_posting(request, posting_id), form)
        saved.run()
    posting = saved.posting
    settled = not (saved.conflicts or saved.problems)
    if settled and request.headers.get("X-Part") != "sheet":
        if saved.note:
            messages.info(request, saved.note)
        if form.action.verb == "done" and not saved.refused:
            return redirect(posting)
        return redirect(_address(posting, saved))
    posting = _with_history(request, posting_id)
    sheet = lay_out(
        posting,
        saved.stock,
        unlocked=saved.unlocked,
        typed=form.typed,
        merged=saved.merged,
        begun=saved.begun,
        problems=saved.problems,
        note=saved.note,
        focus=saved.focus,
    )
    status = 409 if saved.conflicts else 422 if saved.problems else 200
    return _page(request, posting, sheet, status=status, sure=saved.sure)


def _address(posting, saved):
    asked = [("unlock", key) for key in sorted(saved.unlocked)] + ([("sure", saved.sure)] if saved.sure else [])
    query = f"?{urlencode(asked)}" if asked else ""
    fragment = f"#{saved.focus}" if saved.focus else ""
    return f"{reverse('posting_workshop', args=[posting.pk])}{query}{fragment}"


def _page(request, posting, sheet, *, status=200, sure=""):
    part = request.headers.get("X-Part") == "sheet"
    report = posting.report()
    sheet.hear(report)
    context = {
        "posting": posting,
        "document": posting.document,
        "sheet": sheet,
        "report": report,
        "sure": sure,
        "undo": named(posting.to_undo) if posting.earlier else None,
        "redo": named(posting.to_redo),
    }
    return render(
        request, "roles/_sheet_answer.html" if part else "roles/posting_workshop.html", context, status=status
    )


def _words_back(request):
    """Whoever may not (any more) open the posting gets nothing but their own words back, to copy."""
    words = [text for name, text in request.POST.items() if name.startswith(("text-", "new-")) and text.strip()]
    if not words or request.headers.get("X-Part") == "sheet":
        raise Http404("There is no such posting here.")
    return render(request, "roles/posting_workshop_lost.html", {"words": words}, status=404)


class Saving:
    """One form laid over the posting as it is now; `posting` comes locked."""

    def __init__(self, posting, form):
        self.posting, self.form = posting, form
        self.stock = posting.stock
        self.stale = form.revision != posting.revision
        self.unlocked = form.unlocked & {shelf.key for shelf in self.stock.shelves if shelf.locked}
        self.merged = None
        self.begun, self.problems = {}, {}
        self.note = self.focus = self.sure = ""
        self.refused = False

    @property
    def conflicts(self):
        return self.merged.conflicts

    def run(self):
        verb = self.form.action.verb
        # Which findings are meant is told by the lines as they were shown, before what was typed is taken.
        shown = self.posting.report() if verb == "ignore" or self.form.reasons else None
        self._take_words()
        if shown:
            self._ignore(shown)
        if verb == "heed":
            self._heed(self.form.action)
        if verb in ("ignore", "heed"):
            return
        if verb in ("save", "done", "add"):
            return
        try:
            if verb == "unlock":
                self._unlock()
            elif self.stale:
                self._refuse_twice()
            else:
                getattr(self, f"_{verb}")(self.form.action)
        except EditError as error:
            self.note, self.refused = str(error), True

    def _take_words(self):
        self.merged = editing.merge_typed(
            self.posting.document, self.form.typed, stock=self.stock, unlocked=self.unlocked
        )
        self.problems = dict(self.merged.problems)
        document, added = self.merged.document, []
        for key, text in self.form.begun.items():
            try:
                if not (self.stale and self._came_before(document, key, text)):
                    document = editing.add(document, key, text, stock=self.stock, unlocked=key in self.unlocked)
                    added.append(key)
            except MissingError:
                place = next(shelf.key for shelf in self.stock.shelves if not shelf.locked)
                self.begun[place] = f"{self.begun.get(place, '')} {text}".strip()
                self.problems[f"new-{place}"] = "The section you began this line in is gone. Put it here, or elsewhere."
            except EditError as error:
                self.begun[key] = text
                self.problems[f"new-{key}"] = str(error)
        taken = [*self.merged.taken, *added]
        if added:
            change = f"add:{added[0]}"
            self.note, self.focus = "Added.", f"new-{added[0]}"
        else:
            change = f"reword:{taken[0]}" if len(taken) == 1 else "reword"
        if taken:
            self.posting.save_revision(change, document=document)
        elif self.form.action.verb == "add" and not self.problems:
            self.note, self.focus = "Write the line first, then add it.", f"new-{self.form.action.key}"

    def _came_before(self, document, key, text):
        """Whether a line begun in this form was added when the form was sent the first time."""
        words = tidy(text)
        return any(
            item.text == words and editing.owners_words(item)
            for section in document.sections
            if section.key == key
            for item in section.items
        )

    def _refuse_twice(self):
        """What was asked of another revision is not done to this one; sent twice, it was done once."""
        action = self.form.action
        self.focus = f"item-{action.key}" if action.key and action.verb != "fix" else ""
        if not self.posting.has_done(action.change, since=self.form.revision):
            self.note, self.refused = STALE, True

    def _keep(self, document, note, focus):
        if self.posting.save_revision(self.form.action.change, document=document):
            self.note, self.focus = note, focus

    def _move(self, action):
        document = self.posting.document
        section, item = editing.find(document, action.key)
        document = editing.move(document, action.key, action.place, unlocked=section.key in self.unlocked)
        moved, _ = editing.find(document, action.key)
        place = moved.items.index(item) + 1
        self.focus, self.note = f"item-{action.key}", "It already stands there."
        self._keep(document, f"Moved to {place} of {len(moved.items)}: {short(item.text)}", self.focus)

    def _remove(self, action, *, confirmed=False):
        document = self.posting.document
        section, item = editing.find(document, action.key)
        unlocked = section.key in self.unlocked
        if section.locked and unlocked and not confirmed:
            self.sure, self.focus = action.key, f"item-{action.key}"
            self.note = "This is the posting’s promise of equal treatment. Remove it all the same?"
            return
        place = section.items.index(item)
        document = editing.remove(document, action.key, unlocked=unlocked, confirmed=confirmed)
        left = [other for other in section.items if other.key != action.key]
        focus = f"item-{left[min(place, len(left) - 1)].key}" if left else f"part-{section.key}"
        self._keep(document, f"Removed: {short(item.text)}", focus)

    def _remove_sure(self, action):
        self._remove(action, confirmed=True)

    def _reset(self, action):
        document = editing.reset(self.posting.document, action.key, stock=self.stock)
        self._keep(document, "Back to the words it came with.", f"item-{action.key}")

    def _bring(self, action):
        document = editing.bring_in(self.posting.document, action.key, stock=self.stock)
        self._keep(document, f"Brought in: {short(editing.find(document, action.key)[1].text)}", f"item-{action.key}")

    def _fix(self, action):
        remark = self.posting.report().by_token(action.key)
        if remark is None or remark.finding.fix is None:
            raise MissingError("Not done: the line has changed since, so that fix no longer fits it.")
        self.posting.fix(remark)
        self.note, self.focus = "Fixed. You can undo it.", f"item-{remark.item.key}"

    def _ignore(self, shown):
        """Ignore the finding of the button; a reason written beside another one, and sent, is meant as well."""
        action = self.form.action
        report = self.posting.report()
        standing = {remark.name: remark for remark in (*report.remarks, *report.ignored)}
        for token in {action.key: None, **self.form.reasons} if action.verb == "ignore" else self.form.reasons:
            meant = shown.by_token(token)
            remark = standing.get(meant.name) if meant else None
            reason = tidy(self.form.reasons.get(token, ""))
            if remark is None:
                self.note, self.refused = "Not ignored: what it spoke of has changed since.", True
            elif problem := reason_problem(reason):
                self.note, self.refused = f"Not ignored. {problem}", True
            else:
                self.posting.ignore(remark, reason)
                self.note = "Ignored here, with your reason. You find it below what the review says."
            if remark and remark.item:
                self.focus = f"item-{remark.item.key}"

    def _heed(self, action):
        remark = self.posting.report().by_token(action.key)
        if remark is None:
            self.note, self.refused = "Not done: what it spoke of has changed since.", True
            return
        self.posting.heed(remark)
        self.note = "The review speaks of it again."

    def _undo(self, action):
        change = self.posting.undo()
        self.note = "There is nothing to undo." if change is None else f"Undone: {named(change)}."
        self._restock()

    def _redo(self, action):
        change = self.posting.redo()
        self.note = "There is nothing to do again." if change is None else f"Done again: {named(change)}."
        self._restock()

    def _restock(self):
        """An undo may bring back another version, another title, other answers."""
        self.stock = self.posting.stock

    def _unlock(self):
        shelf = self.stock.shelf(self.form.action.key)
        if shelf is None or not shelf.locked:
            raise LockedError("There is nothing to unlock here.")
        self.unlocked = self.unlocked | {shelf.key}
        self.note = f"“{shelf.heading}” is open. Reword it with care: leaving it out costs you applicants."
        self.focus = f"part-{shelf.key}"
