"""The employer's logo, colour and line, as the PDF, the Word file and the card show them."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from roles.access import get_posting, lock_posting
from roles.forms import BrandForm
from roles.models import PostingBrand
from roles.rate_limits import limited


@require_http_methods(["GET", "HEAD", "POST"])
@limited("save")
def posting_brand(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    try:
        posting = get_posting(request, posting_id)
    except Http404:
        if line := request.POST.get("company_text", "").strip():
            lost = {"answers": [(BrandForm.base_fields["company_text"].label, line)]}
            return render(request, "roles/posting_answers_lost.html", lost, status=404)
        raise
    present = posting.brand
    if request.method == "POST":
        form = BrandForm(request.POST, request.FILES, present=present)
        if form.is_valid():
            with transaction.atomic():
                PostingBrand.objects.put(lock_posting(request, posting_id), form.brand)
            messages.success(request, f"Saved. Your next posting for {posting.company} will look the same.")
            return redirect(f"{posting.get_absolute_url()}#take")
    else:
        form = BrandForm(present=present)
    context = {"posting": posting, "form": form, "present": present}
    return render(request, "roles/posting_brand.html", context, status=422 if form.errors else 200)


@require_safe
def posting_logo(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """The logo as it is kept, for the page that changes it."""
    logo = get_posting(request, posting_id).brand.logo
    if not logo:
        raise Http404("This posting has no logo.")
    return HttpResponse(logo, content_type="image/png")
