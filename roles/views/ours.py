"""The pass over our lines: keep all, keep one, drop one; each with its undo."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from roles.access import lock_posting
from roles.core.editing import EditError, ours, remove
from roles.core.editing.saving import short
from roles.models import Posting
from roles.rate_limits import limited

STALE = "Not done: that line has changed since this page was shown. Here is how it reads now."


@require_POST
@limited("save")
def posting_ours(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """`do` is "keep" with the tokens of all lines shown in `lines`, "keep:<token>" or "drop:<token>"."""
    verb, _, token = request.POST.get("do", "").partition(":")
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        if undo := request.GET.get("undo"):
            _undo(request, posting, undo)
        elif verb == "keep":
            _keep(request, posting, [token] if token else request.POST.get("lines", "").split())
        elif verb == "drop":
            _drop(request, posting, token)
    return redirect(f"{posting.get_absolute_url()}?ours=open#ours")


def _keep(request: HttpRequest, posting: Posting, tokens: list[str]) -> None:
    kept = ours.keep(posting.document, posting.kept, tokens)
    count = len(ours.unread(posting.document, posting.kept)) - len(ours.unread(posting.document, kept))
    if not count:
        return
    posting.keep_lines(kept)
    _offer_undo(request, posting, "Kept: 1 line." if count == 1 else f"Kept: {count} lines.", "keep")


def _drop(request: HttpRequest, posting: Posting, token: str) -> None:
    line = ours.line_of(posting.document, token)
    if line is None:
        if any(item.key == token.partition("/")[0] for item in posting.document.items()):
            messages.warning(request, STALE)
        return
    try:
        document = remove(posting.document, line.item.key)
    except EditError:
        messages.warning(request, f"Not dropped: “{line.section.name}” is locked. Unlock it where you edit the text.")
        return
    posting.save_revision(f"remove:{line.item.key}", document=document)
    _offer_undo(request, posting, f"Dropped: {short(line.item.text)}", f"drop:{posting.revision}")


def _undo(request: HttpRequest, posting: Posting, undo: str) -> None:
    if undo == "keep":
        posting.keep_lines(ours.unkeep(posting.kept))
        messages.info(request, "Undone: those lines are to be looked at again.")
    elif undo == f"drop:{posting.revision}":
        posting.undo()
        messages.info(request, "Undone: the line is back.")
    else:
        messages.warning(request, "Not undone: the posting has changed since. Undo it where you edit the text.")


def _offer_undo(request: HttpRequest, posting: Posting, text: str, undo: str) -> None:
    address = f"{reverse('posting_ours', args=[posting.pk])}?undo={undo}"
    messages.add_message(request, settings.UNDO, text, extra_tags=address)
