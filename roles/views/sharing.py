"""Links to a posting for others: made, renewed and withdrawn by its owner, and opened by whoever has one."""

import re
from collections.abc import Iterator
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from roles.access import get_posting, holds_link, is_consultant, lock_posting, postings_of, remember_link, visitor_name
from roles.audit import Kind, record_link
from roles.forms import ShareForm, VisitorForm
from roles.models import Posting, SharedLink
from roles.models.sharing import LINKS_MAX
from roles.rate_limits import limited

from .sent_again import names_browser, read_ticket, words_back

BUTTON = r"(renew|revoke):([0-9a-f-]{36}):(\d{1,6})"
WORDS = {"label": "Who is it for?", "name": "Your name"}
TOO_MANY = f"This posting has {LINKS_MAX} links. Withdraw one that is not needed any more, then make this one."


def typed(data: QueryDict) -> Iterator[tuple[str, str]]:
    return ((label, str(data.get(name, ""))) for name, label in WORDS.items())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@names_browser
@words_back(label=WORDS["label"])
@limited("share", typed=typed)
def posting_share(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    link_id, ticket = read_ticket(request)
    do = request.POST.get("do", "")
    form = ShareForm(request.POST if do == "make" else None)
    status = 200
    if pressed := re.fullmatch(BUTTON, do, re.ASCII):
        return _press(request, posting_id, *pressed.groups())
    if request.method == "POST":
        if form.is_valid() and (link := _make(request, posting_id, link_id, form)):
            messages.success(request, f"The link for {link} is ready. Copy it and send it.")
            return redirect(f"{request.path}#link-{link.pk}")
        status = 422
    links = [
        (link, request.build_absolute_uri(link.get_absolute_url()) if link.token else "")
        for link in posting.links.not_withdrawn()
    ]
    context = {"posting": posting, "form": form, "links": links, "ticket": ticket, "links_max": LINKS_MAX}
    return render(request, "roles/posting_share.html", context, status=status)


def _make(request: HttpRequest, posting_id: UUID, link_id: UUID, form: ShareForm) -> SharedLink | None:
    """The new link, or of a form sent again the one it made the first time; None with the error in the form."""
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        before = SharedLink.objects.filter(pk=link_id).first()
        if before and (before.posting_id, before.label) == (posting.pk, form.cleaned_data["label"]):
            return before
        if posting.links.not_withdrawn().count() >= LINKS_MAX:
            form.add_error(None, TOO_MANY)
            return None
        link = SharedLink(pk=uuid4() if before else link_id, posting=posting, **form.cleaned_data)
        link.start()
        record_link(Kind.LINK_MADE, link)
        return link


def _press(request: HttpRequest, posting_id: UUID, verb: str, link_id: str, number: str) -> HttpResponse:
    """Renew or withdraw a link. What was renewed already when its button is pressed again stays as it is."""
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        link = _find(posting, link_id)
        if verb == "revoke":
            link.revoke()
            record_link(Kind.LINK_WITHDRAWN, link)
            messages.success(request, f"The link for {link} is withdrawn. It opens nothing any more.")
        elif link.number == int(number):
            link.renew()
            record_link(Kind.LINK_RENEWED, link)
            messages.success(request, f"This is the new link for {link}. The earlier one opens nothing any more.")
    return redirect(request.path if verb == "revoke" else f"{request.path}#link-{link.pk}")


def _find(posting: Posting, link_id: str) -> SharedLink:
    try:
        return posting.links.not_withdrawn().get(pk=UUID(link_id))
    except (SharedLink.DoesNotExist, ValueError):
        raise Http404("There is no such link.") from None


@require_http_methods(["GET", "HEAD", "POST"])
@limited("share", typed=typed)
def shared_open(request: HttpRequest, token: str) -> HttpResponse:
    """A shared link: it asks for a name first, so that a mail scanner's visit changes nothing."""
    link = SharedLink.objects.with_token(token).first()
    if link is None:
        return render(request, "roles/shared_dead.html", status=404)
    if postings_of(request).filter(pk=link.posting_id).exists():
        return redirect("posting_detail", link.posting_id)
    name, held = visitor_name(request), holds_link(request, link)
    if name and held:
        return redirect("posting_comments", link.posting_id)
    consultant = name if is_consultant(request) else ""
    form = VisitorForm(request.POST if request.method == "POST" and not consultant else None)
    if request.method == "POST" and (consultant or form.is_valid()):
        remember_link(request, link, consultant or form.cleaned_data["name"])
        if not held:  # a guest who comes again under another name is no new one
            record_link(Kind.LINK_OPENED, link)
        SharedLink.objects.filter(pk=link.pk).note_use()
        return redirect("posting_comments", link.posting_id)
    context = {"link": link, "form": form, "consultant": consultant}
    status = 422 if request.method == "POST" else 200
    return render(request, "roles/shared_open.html", context, status=status)
