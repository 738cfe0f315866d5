"""The posting with what others say of it: comments on lines, answers, and what a consultant has checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from roles.access import get_posting, is_consultant, lock_posting, visitor_name
from roles.core.document import Item, Section
from roles.core.editing import mark_of
from roles.forms import CommentForm
from roles.models import Comment, Posting, PostingCheck
from roles.models.comments import COMMENTS_MAX
from roles.models.sharing import Right
from roles.rate_limits import limited

from .sent_again import names_browser, read_revision, read_ticket, words_back

WORDS = "Your comment"
# What the button of a comment asks for, and the right to it.
BUTTONS = {"resolve": Right.EDIT, "reopen": Right.EDIT, "delete": Right.OWN}
TOO_MANY = f"This posting has {COMMENTS_MAX} comments, and takes no more until its owner deletes some."
CHANGED = "This line was changed after you opened the page. Read it as it is now, and send your comment again."
GONE = "The line you commented on was removed after you opened the page. Send your comment again, on the whole posting."
CHECK_AGAIN = "Not noted: the posting has changed since you opened it. Read it again as it is now."


@dataclass
class Thread:
    """A comment and its answers; `now` is the line's text today, None where the line is gone."""

    comment: Comment
    now: str | None = None
    answers: list[Comment] = field(default_factory=list)

    @property
    def old_words(self):
        """The words it was about, where the line has others now."""
        return self.comment.about if self.comment.item_key and self.comment.about != self.now else ""


@dataclass
class Line:
    item: Item
    threads: list[Thread]


@dataclass
class Threads:
    """The comments of a posting by where they are shown."""

    parts: list[tuple[Section, list[Line]]]
    whole: list[Thread] = field(default_factory=list)
    gone: list[Thread] = field(default_factory=list)
    resolved: list[Thread] = field(default_factory=list)
    open: int = 0


@dataclass
class Writing:
    """The form that is open: on which line, or as the answer to which comment; both None on the whole posting."""

    form: CommentForm
    item: Item | None = None
    answers: UUID | None = None
    note: str = ""

    @property
    def seen(self):
        return mark_of(self.item.text) if self.item else ""


def typed(data: QueryDict) -> Iterator[tuple[str, str]]:
    yield WORDS, str(data.get("text", ""))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@names_browser
@words_back(text=WORDS)
@limited("comment", typed=typed)
def posting_comments(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id, Right.COMMENT)
    if request.method != "POST":
        return _page(request, posting, Writing(CommentForm(), _item(posting, request.GET.get("on", ""))))
    verb, _, key = request.POST.get("do", "").partition(":")
    if verb in BUTTONS:
        return _press(request, posting_id, verb, key)
    writing = Writing(CommentForm(request.POST))
    comment = answered = None
    with transaction.atomic():
        posting = lock_posting(request, posting_id, Right.COMMENT)
        if verb == "answer":
            answered = _find(posting, key)
            writing.answers = answered.pk
        elif verb != "add":
            raise Http404("There is no such button.")
        else:
            writing.item = _item(posting, request.POST.get("on", ""))
            writing.note = _stale(request.POST, writing)
        if writing.form.is_valid() and not writing.note:
            comment = _save(request, posting, writing)
        if comment and answered and answered.resolved_at:
            answered.reopen()  # resolved in another window meanwhile: there nobody would look for an answer
    if comment is None:
        posting = get_posting(request, posting_id, Right.COMMENT)
        return _page(request, posting, writing, status=409 if writing.note else 422)
    return redirect(f"{request.path}#comment-{comment.pk}")


def _item(posting: Posting, key: str) -> Item | None:
    return next((item for item in posting.document.items() if item.key == key), None) if key else None


def _stale(data: QueryDict, writing: Writing) -> str:
    """Why the comment is not about what its author saw; "" where it is."""
    if not data.get("on"):
        return ""
    if writing.item is None:
        return GONE
    return CHANGED if data.get("seen") != writing.seen else ""


def _save(request: HttpRequest, posting: Posting, writing: Writing) -> Comment | None:
    """The new comment, or of a form sent again the one it made the first time; None with the error in the form."""
    comment_id, _ = read_ticket(request)
    text, key = writing.form.cleaned_data["text"], writing.item.key if writing.item else ""
    before = Comment.objects.filter(pk=comment_id).first()
    if before and (before.posting_id, before.text, before.item_key) == (posting.pk, text, key):
        return before
    if posting.comments.count() >= COMMENTS_MAX:
        writing.form.add_error(None, TOO_MANY)
        return None
    comment = Comment(
        pk=uuid4() if before else comment_id,
        posting=posting,
        answers_id=writing.answers,
        item_key=key,
        about=writing.item.text if writing.item else "",
        text=text,
        link_id=posting.through,
    )
    if posting.right is Right.OWN:
        comment.by = Comment.By.OWNER
    elif is_consultant(request):
        comment.by, comment.account = Comment.By.CONSULTANT, cast(User, request.user)
    else:
        comment.by, comment.name = Comment.By.GUEST, visitor_name(request)
    comment.save(force_insert=True)
    return comment


def _press(request: HttpRequest, posting_id: UUID, verb: str, key: str) -> HttpResponse:
    with transaction.atomic():
        posting = lock_posting(request, posting_id, BUTTONS[verb])
        comment = _find(posting, key)
        if verb == "delete":
            comment.delete()
            messages.success(request, "The comment is deleted, with its answers.")
            return redirect(request.path)
        if verb == "resolve" and comment.resolved_at is None:
            comment.resolve(posting.author)
            messages.success(request, "Resolved. You find it at the end of the page.")
        elif verb == "reopen":
            comment.reopen()
    return redirect(request.path if verb == "resolve" else f"{request.path}#comment-{comment.pk}")


def _find(posting: Posting, key: str) -> Comment:
    """The comment that begins a thread of the posting."""
    try:
        return posting.comments.get(pk=UUID(key), answers=None)
    except (Comment.DoesNotExist, ValueError):
        raise Http404("There is no such comment.") from None


def _page(request: HttpRequest, posting: Posting, writing: Writing, *, status: int = 200) -> HttpResponse:
    _, ticket = read_ticket(request)
    context = {
        "posting": posting,
        "document": posting.document,
        "threads": _threads(posting),
        "checks": checks_of(posting),
        "writing": writing,
        "ticket": ticket,
        "own": posting.right is Right.OWN,
        "may_edit": posting.right >= Right.EDIT,
        "name": visitor_name(request) if posting.through else "",
        "consultant": is_consultant(request),
    }
    return render(request, "roles/posting_comments.html", context, status=status)


def _threads(posting: Posting) -> Threads:
    words = {item.key: item.text for item in posting.document.items()}
    threads: dict[UUID, Thread] = {}
    for comment in posting.comments.in_order():
        if comment.answers_id is None:
            threads[comment.pk] = Thread(comment, words.get(comment.item_key))
        else:
            threads[comment.answers_id].answers.append(comment)
    found = Threads([])
    lines: dict[str, list[Thread]] = {}
    for thread in threads.values():
        key = thread.comment.item_key
        if thread.comment.resolved_at:
            found.resolved.append(thread)
        elif not key:
            found.whole.append(thread)
        elif key in words:
            lines.setdefault(key, []).append(thread)
        else:
            found.gone.append(thread)
    found.open = len(threads) - len(found.resolved)
    found.parts = [
        (section, [Line(item, lines.get(item.key, [])) for item in section.items])
        for section in posting.document.sections
    ]
    return found


def checks_of(posting: Posting) -> list[tuple[PostingCheck, int]]:
    """Each consultant's check of the posting, and how many sentences have changed since. One query."""
    checks = posting.checks.select_related("consultant")
    return [(check, check.sentences_changed(posting.document)) for check in checks]


@require_POST
@limited("comment")
def posting_check(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """A consultant has read the posting as it is shown, and records so: nobody else can."""
    if not is_consultant(request):
        raise Http404("Only a consultant checks a posting.")
    with transaction.atomic():
        posting = lock_posting(request, posting_id, Right.COMMENT)
        agreed = read_revision(request.POST) == posting.revision
        if agreed:
            PostingCheck.objects.put(posting, cast(User, request.user))
    if agreed:
        messages.success(request, "Noted: the posting shows that you have checked it.")
    else:
        messages.warning(request, CHECK_AGAIN)
    return redirect("posting_comments", posting_id)
