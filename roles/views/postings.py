from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from roles.access import get_posting, get_posting_by_secret, latest_brief, lock_posting, postings_of, remember_draft
from roles.core.compose import balance
from roles.core.exports import FORMATS, text
from roles.forms import BriefForm
from roles.models import Posting, RoleVersion
from roles.models.review import current_rules

from .answers_back import answers_back
from .preview import form_page, so_far, so_far_of
from .sent_again import note_taken, read_ticket, save_once


@require_http_methods(["GET", "HEAD", "POST"])
def posting_new(request, slug):
    version = RoleVersion.objects.latest_of(slug)
    if version is None:
        raise Http404("There is no such role.")
    if request.method == "POST":
        posting_id, ticket = read_ticket(request.POST.get("ticket", ""))
        form = BriefForm(request.POST, template=version.template)
        if form.is_valid():
            posting = save_once(
                request,
                posting_id,
                make=partial(Posting.objects.compose, version, form.brief),
                change=lambda posting: posting.answer(form.brief),
            )
            remember_draft(request, posting)
            note_taken(request)
            return redirect(posting)
    else:
        posting_id, ticket = read_ticket("")
        last = latest_brief(request)
        initial = BriefForm.remembered_from(last) if last else {}
        initial |= BriefForm.initial_from_query(request.GET, version.template)
        form = BriefForm(initial=initial, template=version.template)
    context = {"template": version.template, "ticket": ticket}
    return form_page(request, form, document=so_far(version, form), status=422 if form.errors else 200, **context)


@require_safe
def posting_detail(request, posting_id):
    posting = get_posting(request, posting_id)
    rules = current_rules()
    context = {
        "posting": posting,
        "document": posting.document,
        "report": posting.report(rules),
        "laws": posting.laws(rules),
        "review_open": request.GET.get("review") == "open",
        "balance": balance(posting.document),
        "formats": FORMATS.values(),
        "text": text.write(posting.document),
        "private_url": request.build_absolute_uri(posting.get_private_url()),
    }
    return render(request, "roles/posting_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def posting_edit(request, posting_id):
    try:
        return _edit(request, posting_id)
    except Http404:
        return answers_back(request)


def _edit(request, posting_id):
    posting = get_posting(request, posting_id)
    template = posting.version.template
    clash = []
    seen = posting.brief_mark
    if request.method == "POST":
        form = BriefForm(request.POST, template=template)
        if form.is_valid():
            with transaction.atomic():
                posting = lock_posting(request, posting_id)
                clash = _clash(request, posting, form)
                look = [] if clash else posting.answer(form.brief)
            if not clash:
                note_taken(request)
                messages.success(request, "The posting follows your new answers. What you wrote yourself is kept.")
                for item in look:
                    messages.info(request, f"Look again: an answer behind your own words has changed: “{item.text}”")
                return redirect(posting)
            seen = posting.brief_mark  # both answers are in view now
        else:
            seen = request.POST.get("seen", seen)
        document = so_far_of(posting, form)
    else:
        form = BriefForm(initial=BriefForm.initial_from(posting.brief), template=template)
        document = posting.document
    context = {"posting": posting, "template": template, "clash": clash, "seen": seen}
    status = 409 if clash else 422 if form.errors else 200
    return form_page(request, form, document=document, status=status, **context)


def _clash(request, posting, form):
    """Where the answers typed here and those another window saved meanwhile differ."""
    if request.POST.get("seen", posting.brief_mark) == posting.brief_mark:
        return []
    saved, typed = BriefForm.initial_from(posting.brief), BriefForm.initial_from(form.brief)
    names = [name for name in form.fields if saved.get(name) != typed.get(name)]
    return [
        {"field": form[name], "saved": _said(form, name, saved), "typed": _said(form, name, typed)} for name in names
    ]


def _said(form, name, answers):
    """An answer as an owner reads it."""
    value = answers.get(name)
    values = value if isinstance(value, (list, tuple)) else [value]
    choices = dict(getattr(form.fields[name], "choices", ()))
    return ", ".join(str(choices.get(item, item)) for item in values if item not in (None, "")) or "nothing"


@require_safe
def posting_export(request, posting_id, extension):
    if extension not in FORMATS:
        raise Http404("There is no such format.")
    posting = get_posting(request, posting_id)
    form = FORMATS[extension]
    name = f"{slugify(posting.title)}-{slugify(posting.company) or 'posting'}.{extension}"
    written = form.write(posting.document, posting.listing)
    charset = "; charset=utf-8" if isinstance(written, str) else ""
    response = HttpResponse(written, content_type=f"{form.content_type}{charset}")
    # It has none only without a name.
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def posting_open(request, secret):
    """A private link, opened elsewhere: it asks first, so that a mail scanner's visit changes nothing."""
    posting = get_posting_by_secret(request, secret)
    if postings_of(request).filter(pk=posting.pk).exists():
        return redirect(posting)
    if request.method == "POST":
        remember_draft(request, posting)
        return redirect(posting)
    return render(request, "roles/posting_open.html", {"posting": posting})
