"""Another template under the same posting: the other title, or a newer version of its own."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from roles.access import get_posting, lock_posting
from roles.core import editing
from roles.models import RoleVersion

from .sent_again import came_before


@require_http_methods(["GET", "HEAD", "POST"])
def posting_switch(request, posting_id):
    posting = get_posting(request, posting_id)
    versions = list(RoleVersion.objects.latest_and(posting.version))
    others = [version for version in versions if version.role_id != posting.version.role_id]
    asked = request.POST.get("to") or request.GET.get("to")
    if asked and asked not in {version.role.slug for version in versions}:
        raise Http404("There is no such title to switch to.")
    target = next((version for version in others if asked in (None, version.role.slug)), None)
    if request.method == "POST":
        with transaction.atomic():
            posting = lock_posting(request, posting_id)
            change = f"switch:{asked}"
            if came_before(posting, change, request.POST):
                return redirect(posting)
            if target and posting.version.role_id == target.role_id:
                return redirect(posting)
            if target and _as_shown(request, posting, target):
                switch = _switch(posting, posting.version, target, request.POST.getlist("keep"))
                posting.save_revision(change, document=switch.document, version=target)
                messages.success(
                    request,
                    f"This is now a posting for the {target.template.title}. You can undo it where you edit the text.",
                )
                return redirect(posting)
    if target is None:
        raise Http404("There is no such title to switch to.")
    own = next((version for version in versions if version.pk == posting.version_id), posting.version)
    keep = request.POST.getlist("keep") if request.method == "POST" else None
    context = {
        "posting": posting,
        "target": target,
        "others": others,
        "switch": _switch(posting, own, target, keep),
        "stale": request.method == "POST",
    }
    return render(request, "roles/posting_switch.html", context, status=409 if context["stale"] else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_updates(request, posting_id):
    posting = get_posting(request, posting_id)
    numbers = [posting.version.number, posting.newest]
    versions = {
        version.number: version
        for version in RoleVersion.objects.filter(role=posting.version.role_id, number__in=numbers)
    }
    own, target = (versions[number] for number in numbers)
    stale = nothing_ticked = False
    if request.method == "POST":
        with transaction.atomic():
            posting = lock_posting(request, posting_id)
            change = f"update:{target.number}"
            if posting.version_id == target.pk or came_before(posting, change, request.POST):
                return redirect(posting)
            own, stale = posting.version, not _as_shown(request, posting, target)
            changes = _changes(posting, own, target)
            taken = _taken(request, changes)
            nothing_ticked = bool(changes) and request.POST.get("do") == "take" and not taken
            if not (stale or nothing_ticked):
                document = editing.take(
                    posting.document, changes, taken, target.template, posting.brief, version=target.number
                )
                posting.save_revision(change, document=document, version=target)
                note = f"{len(taken)} of {len(changes)} changes taken." if changes else "Nothing in it changed."
                messages.success(request, f"The posting now stands on version {target.number}. {note}")
                return redirect(posting)
    context = {
        "posting": posting,
        "target": target,
        "changes": _changes(posting, own, target) if own.pk != target.pk else [],
        "current": own.pk == target.pk,
        "ticked": request.POST.getlist("take"),
        "stale": stale,
        "nothing_ticked": nothing_ticked and not stale,
    }
    status = 409 if stale else 422 if nothing_ticked else 200
    return render(request, "roles/posting_updates.html", context, status=status)


def _changes(posting, own, target):
    return editing.upstream_changes(own.template, target.template, posting.brief, posting.document)


def _taken(request, changes):
    """The keys of the changes to make: those ticked, all that touch no words of the owner's, or none."""
    answer = request.POST.get("do")
    if answer == "none":
        return set()
    ticked = set(request.POST.getlist("take"))
    return {change.key for change in changes if change.key in ticked or (answer == "all" and not change.mine)}


def _as_shown(request, posting, target):
    """Whether what the owner agreed to is still what would be done."""
    return request.POST.get("revision") == str(posting.revision) and request.POST.get("version") == str(target.number)


def _switch(posting, own, target, keep=None):
    return editing.switch(
        posting.document,
        posting.brief,
        own.template,
        target.template,
        own_version=own.number,
        target_version=target.number,
        keep=keep,
    )
