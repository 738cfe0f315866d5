"""Another template under the same posting: the other title, or a newer version of its own."""

from collections.abc import Collection
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from roles.access import get_posting, lock_posting
from roles.core import editing
from roles.models import Posting, RoleVersion
from roles.rate_limits import limited

from .sent_again import came_before

NO_TITLE = "There is no such title to switch to."


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_switch(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    versions = list(RoleVersion.objects.latest_and(posting.version))
    asked = request.POST.get("to") or request.GET.get("to")
    if asked and asked not in {version.role.slug for version in versions}:
        raise Http404(NO_TITLE)
    others = [version for version in versions if version.role_id != posting.version.role_id]
    target = next((version for version in others if asked in (None, version.role.slug)), None)
    if request.method == "POST":
        return _switch_to(request, posting_id, target, versions, change=f"switch:{asked}")
    if target is None:
        raise Http404(NO_TITLE)
    return _switch_page(request, posting, target, versions)


def _switch_to(
    request: HttpRequest, posting_id: UUID, target: RoleVersion | None, versions: list[RoleVersion], *, change: str
) -> HttpResponse:
    keep = request.POST.getlist("keep")
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        if came_before(posting, change, request.POST):
            return redirect(posting.get_verdict_url())
        if target is None:
            raise Http404(NO_TITLE)
        if posting.version.role_id == target.role_id:
            return redirect(posting.get_verdict_url())
        agreed = _as_shown(request, posting, target)
        if agreed:
            switch = _switch(posting, posting.version, target, keep)
            posting.save_revision(change, document=switch.document, version=target)
    if not agreed:
        return _switch_page(request, posting, target, versions, keep=keep, stale=True)
    messages.success(
        request, f"This is now a posting for the {target.template.title}. You can undo it where you edit the text."
    )
    return redirect(posting.get_verdict_url())


def _switch_page(
    request: HttpRequest,
    posting: Posting,
    target: RoleVersion,
    versions: list[RoleVersion],
    *,
    keep: list[str] | None = None,
    stale: bool = False,
) -> HttpResponse:
    own = next((version for version in versions if version.pk == posting.version_id), posting.version)
    context = {
        "posting": posting,
        "target": target,
        "others": [version for version in versions if version.role_id != posting.version.role_id],
        "switch": _switch(posting, own, target, keep),
        "stale": stale,
    }
    return render(request, "roles/posting_switch.html", context, status=409 if stale else 200)


def _switch(posting: Posting, own: RoleVersion, target: RoleVersion, keep: list[str] | None) -> editing.Switch:
    return editing.switch(
        posting.document,
        posting.brief,
        own.template,
        target.template,
        own_version=own.number,
        target_version=target.number,
        keep=keep,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_updates(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    numbers = [posting.version.number, posting.newest]
    versions = {
        version.number: version
        for version in RoleVersion.objects.filter(role=posting.version.role_id, number__in=numbers)
    }
    own, target = (versions[number] for number in numbers)
    if request.method == "POST":
        return _update_to(request, posting_id, target)
    return _updates_page(request, posting, target, _changes(posting, own, target))


def _update_to(request: HttpRequest, posting_id: UUID, target: RoleVersion) -> HttpResponse:
    change = f"update:{target.number}"
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        if posting.version_id == target.pk or came_before(posting, change, request.POST):
            return redirect(posting.get_verdict_url())
        agreed = _as_shown(request, posting, target)
        changes = _changes(posting, posting.version, target)
        taken = _taken(request, changes)
        nothing_ticked = bool(changes) and request.POST.get("do") == "take" and not taken
        if agreed and not nothing_ticked:
            document = editing.take(
                posting.document, changes, taken, target.template, posting.brief, version=target.number
            )
            posting.save_revision(change, document=document, version=target)
    if not agreed:
        return _updates_page(request, posting, target, changes, status=409, stale=True)
    if nothing_ticked:
        return _updates_page(request, posting, target, changes, status=422, nothing_ticked=True)
    note = f"{len(taken)} of {len(changes)} changes taken." if changes else "Nothing in it changed."
    messages.success(request, f"The posting now uses version {target.number}. {note}")
    return redirect(posting.get_verdict_url())


def _updates_page(
    request: HttpRequest,
    posting: Posting,
    target: RoleVersion,
    changes: list[editing.UpstreamChange],
    *,
    status: int = 200,
    **marks: bool,
) -> HttpResponse:
    context = {
        "posting": posting,
        "target": target,
        "changes": changes,
        "current": posting.version_id == target.pk,
        "ticked": request.POST.getlist("take"),
        **marks,
    }
    return render(request, "roles/posting_updates.html", context, status=status)


def _changes(posting: Posting, own: RoleVersion, target: RoleVersion) -> list[editing.UpstreamChange]:
    """What the target changed since the posting's own version; nothing where that is the target."""
    if own.pk == target.pk:
        return []
    return editing.upstream_changes(own.template, target.template, posting.brief, posting.document)


def _taken(request: HttpRequest, changes: Collection[editing.UpstreamChange]) -> set[str]:
    """The keys of the changes to make: those ticked, all that touch no words of the owner's, or none."""
    answer = request.POST.get("do")
    if answer == "none":
        return set()
    ticked = set(request.POST.getlist("take"))
    return {change.key for change in changes if change.key in ticked or (answer == "all" and not change.mine)}


def _as_shown(request: HttpRequest, posting: Posting, target: RoleVersion) -> bool:
    """Whether what the owner agreed to is still what would be done."""
    return request.POST.get("revision") == str(posting.revision) and request.POST.get("version") == str(target.number)
