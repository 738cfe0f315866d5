"""What an owner does with whole postings: list, name, copy, put away, delete and bring back."""

from smtplib import SMTPException
from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.mail import send_mail
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from roles.access import (
    NO_ROOM,
    drafts,
    get_posting,
    get_unowned_posting,
    lock_deleted_posting,
    lock_posting,
    remember_draft,
    room_for_draft,
)
from roles.accounts.mailboxes import mailbox_of
from roles.audit import Kind, posting_subject, record_event
from roles.core.merge import merge
from roles.forms import EmailLinkForm, RenameForm
from roles.models import Posting
from roles.models.posting_queryset import PURGE_AFTER
from roles.rate_limits import limited

ON_A_PAGE = 20
SHELVES = {
    "current": ("posting_list", "My postings", Posting.objects.current),
    "archived": ("posting_list_archived", "Archived", Posting.objects.archived),
    "deleted": ("posting_list_deleted", "Deleted", Posting.objects.deleted),
}


@require_safe
def posting_list(request: HttpRequest, shelf: str = "current") -> HttpResponse:
    _, title, postings = SHELVES[shelf]
    theirs = postings().belonging_to(request.user, drafts(request)).for_list()
    context = {
        "shelf": shelf,
        "shelf_title": title,
        "shelves": [(name, address, label) for name, (address, label, _) in SHELVES.items()],
        "days_kept": PURGE_AFTER.days,
        "page": Paginator(theirs, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "roles/posting_list.html", context)


@require_POST
@limited("draft")
def posting_duplicate(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    if not room_for_draft(request):
        get_posting(request, posting_id)
        messages.error(request, NO_ROOM)
        return redirect("posting_list")
    with transaction.atomic():
        copy = lock_posting(request, posting_id).duplicate()
    remember_draft(request, copy)
    messages.success(request, "This is the copy. The posting it was made from stays as it is.")
    return redirect(copy.get_verdict_url())


@require_http_methods(["GET", "HEAD", "POST"])
def posting_rename(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    form = RenameForm(request.POST if request.method == "POST" else None, initial={"name": posting.name})
    was, status = request.POST.get("was", posting.name), 200  # what it was called when the page was shown
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            posting = lock_posting(request, posting_id)
            merged = merge({"name": was}, {"name": posting.name}, {"name": form.cleaned_data["name"]})
            if not merged.conflicts:
                posting.rename(merged.value["name"])
        if not merged.conflicts:
            messages.success(request, f"It is called “{posting}” now.")
            return redirect("posting_list")
        was, status = posting.name, 409
        form.add_error(
            "name", f"It was called “{posting}” in another window meanwhile. Send this again to replace that."
        )
    elif form.errors:
        status = 422
    return render(request, "roles/posting_rename.html", {"form": form, "posting": posting, "was": was}, status=status)


@require_POST
def posting_claim(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """Move a draft that was opened by its private link into the account: it never moves by itself."""
    if not request.user.is_authenticated:
        get_posting(request, posting_id)
        return redirect_to_login(reverse("posting_detail", args=[posting_id]))
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        if posting.owner_id is None:
            posting.hand_to(request.user)
            record_event(Kind.POSTING_CLAIMED, posting_subject(posting.pk))
            messages.success(request, f"“{posting}” is in your account now.")
    return redirect(posting)


@require_POST
def posting_archive(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        posting.archive()
    _offer_undo(request, f"“{posting}” is among the archived ones now.", "posting_unarchive", posting)
    return redirect("posting_list")


@require_POST
def posting_unarchive(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        posting.unarchive()
    messages.success(request, f"“{posting}” is in your list again.")
    return redirect("posting_list")


@require_POST
def posting_delete(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        posting.discard()
    days = PURGE_AFTER.days
    text = f"“{posting}” is deleted; it can be brought back for {days} days."
    _offer_undo(request, text, "posting_restore", posting)
    return redirect("posting_list")


@require_POST
def posting_restore(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    with transaction.atomic():
        posting = lock_deleted_posting(request, posting_id)
        posting.restore()
    messages.success(request, f"“{posting}” is back.")
    return redirect("posting_list_archived" if posting.archived_at else "posting_list")


def _offer_undo(request: HttpRequest, text: str, undo: str, posting: Posting) -> None:
    """A message whose button posts to the address in its tags."""
    messages.add_message(request, settings.UNDO, text, extra_tags=reverse(undo, args=[posting.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
def posting_email_link(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """Send the private link to an address that is used once and not kept."""
    posting = get_unowned_posting(request, posting_id)
    form = EmailLinkForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            address = form.cleaned_data["email"]
            if not ratelimit.consume(request, action="private_link", key=mailbox_of(address)):
                form.add_error(None, "That is enough emails for now. Try again in an hour, or copy the link.")
                status = 429
            elif _send_link(request, posting, address):
                messages.success(request, f"The link is on its way to {address}. The address is not kept.")
                return redirect(posting)
            else:
                form.add_error(None, "The email could not be sent. Try again later, or copy the link.")
                status = 503
    context = {"form": form, "posting": posting}
    return render(request, "roles/posting_email_link.html", context, status=status)


def _send_link(request: HttpRequest, posting: Posting, address: str) -> bool:
    """Return whether the mail left. Nothing in it is of the visitor's wording: it cannot carry their message."""
    context = {
        "title": posting.title,
        "link": request.build_absolute_uri(posting.get_private_url()),
        "home": request.build_absolute_uri(reverse("home")),
    }
    body = render_to_string("roles/email/private_link.txt", context)
    try:
        send_mail(f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}The link to your draft posting", body, None, [address])
    except (OSError, SMTPException):
        return False
    return True
