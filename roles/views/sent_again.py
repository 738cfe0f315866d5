"""A form sent twice, or from a page that has grown old: a double click, the back button, a second window."""

import re
import secrets
import uuid
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from roles.access import postings_of
from roles.models import Posting
from roles.sessions import SessionStore

TICKET_SALT = "roles.posting_new"
BROWSER = "browser"
ACCEPTED = "taken"
ACCEPTED_MAX = 20


def names_browser(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view whose form carries a ticket: leave the browser a name, unless it has one, until it is closed."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        known = request.COOKIES.get(BROWSER, "")
        name = known if re.fullmatch(r"[0-9a-f]{32}", known, re.ASCII) else secrets.token_hex(16)
        request.COOKIES[BROWSER] = name
        response = view(request, *args, **kwargs)
        if name != known:
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(BROWSER, name, secure=secure, httponly=True, samesite="Lax")
        return response

    return wrapped


def read_ticket(request: HttpRequest) -> tuple[uuid.UUID, str]:
    """The posting id that a ticket of this browser's holds, and the ticket; a new one for anything else.

    A form that makes a posting carries the id it will have, signed: sent twice, it makes one posting. The browser's
    name is part of what is signed, and is not in it: a ticket that a stranger has seen is nothing to theirs.
    """
    ticket = request.POST.get("ticket", "")
    salt = f"{TICKET_SALT}:{request.COOKIES[BROWSER]}"
    try:
        return uuid.UUID(signing.loads(ticket, salt=salt)), ticket
    except (signing.BadSignature, ValueError):
        posting_id = uuid.uuid4()
        return posting_id, signing.dumps(str(posting_id), salt=salt)


def insert_once(request: HttpRequest, posting: Posting, posting_id: uuid.UUID) -> Posting:
    """Save the new posting under the id of its form's ticket, and return it.

    Of a form sent again, return the posting it made the first time instead, to be locked and
    changed. Where that one is deleted or somebody else's by now, the new one gets another id:
    the browser that sends a ticket may open its posting, or has sent the first form this moment
    and has no session yet.
    """
    owner = request.user if request.user.is_authenticated else None
    posting.pk, posting.owner = posting_id, owner
    try:
        with transaction.atomic():
            posting.save(force_insert=True)
            return posting
    except IntegrityError:
        before = (postings_of(request) | Posting.objects.just_made()).filter(pk=posting_id).first()
        if before is not None:
            return before
        if not Posting.objects.filter(pk=posting_id).exists():
            posting.owner = None  # not sent again: the account was deleted in another window
        posting.pk = uuid.uuid4()
        posting.save(force_insert=True)
        return posting


def read_form_id(data: Mapping[str, str]) -> str:
    """The id under which the browser backs up what is typed into a form; a new one for a form not sent yet."""
    form_id = data.get("form_id", "")
    return form_id if re.fullmatch(r"[0-9a-f]{32}", form_id, re.ASCII) else uuid.uuid4().hex


def accepted_forms(request: HttpRequest) -> list[str]:
    """The ids of the forms whose words are saved here, so that the browser may delete its own copy of them."""
    return request.session.get(ACCEPTED, [])


def note_accepted(request: HttpRequest) -> None:
    """Remember that the form sent was accepted."""
    cast(SessionStore, request.session).put_first(ACCEPTED, read_form_id(request.POST), kept=ACCEPTED_MAX)


def read_revision(data: Mapping[str, str]) -> int | None:
    """The revision of a posting the form was shown with; None where it names none."""
    revision = data.get("revision", "")
    return int(revision) if re.fullmatch(r"\d{1,9}", revision, re.ASCII) else None


def came_before(posting: Posting, change: str, data: Mapping[str, str]) -> bool:
    """Whether the change the form asks for was made when it was sent the first time."""
    seen = read_revision(data)
    return seen is not None and posting.has_done(change, since=seen)


def words_back(**labels: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Hand back what was typed, to copy and nothing else, to whoever may not (any more) open the posting.

    The fields of the form by name, and what each is called.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except Http404:
                typed = [(label, request.POST.get(name, "")) for name, label in labels.items()]
                answers = [(label, text) for label, text in typed if text.strip()]
                if not answers:
                    raise
                return render(request, "roles/posting_words_lost.html", {"answers": answers}, status=404)

        return wrapped

    return decorate
