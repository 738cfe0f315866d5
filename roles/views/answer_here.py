"""One answer that a finding asks for, given on the posting's page: the others stay as they are."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from roles.access import get_posting, lock_posting
from roles.forms import BriefForm, typed_answers
from roles.rate_limits import limited
from roles.templatetags.findings import ANSWERED_HERE

from .brief import answers_back
from .postings import detail_page

MEANWHILE = "Not saved, because another window has answered this meanwhile: “{}”. You typed “{}”."


@require_POST
@answers_back
@limited("save", typed=typed_answers)
def posting_answer(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """`do` names the answer, a field of the brief of that name holds it, `seen` marks the answers that were shown."""
    get_posting(request, posting_id)
    name = request.POST.get("do", "")
    if name not in ANSWERED_HERE:
        raise Http404("There is no such answer.")
    typed = request.POST.get(name, "")
    with transaction.atomic():
        posting = lock_posting(request, posting_id)
        template = posting.version.template
        form = BriefForm({**BriefForm.initial_from(posting.brief), name: typed}, template=template)
        present = getattr(posting.brief, name)
        if present and request.POST.get("seen") != posting.brief_mark:
            if typed.strip() != str(present):  # else the form was sent twice
                messages.warning(request, MEANWHILE.format(present, typed))
            return redirect(posting.get_verdict_url())
        if not typed.strip():
            form.add_error(name, "Please fill this in.")
        if not form.errors:
            # A sentence on how to apply is printed by the other of these two.
            answers = {field: getattr(form.brief, field) for field in (name, "apply_with")}
            look = posting.answer(replace(posting.brief, **answers))
    if form.errors:
        if name not in form.errors:  # an older answer no longer passes: all of them are in the brief
            messages.warning(request, "Another answer has to be put right first.")
            return redirect("posting_edit", posting_id)
        posting = get_posting(request, posting_id)
        answering = {"name": name, "typed": typed, "errors": form.errors[name]}
        return detail_page(request, posting, answering=answering, status=422)
    messages.success(request, "Your answer is in the posting. You can undo it where you edit the text.")
    for item in look:
        messages.info(request, f"Check these words of yours, because an answer they rely on has changed: “{item.text}”")
    return redirect(posting.get_verdict_url())
