"""A posting as those read it who came through a shared link."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from roles.access import get_posting
from roles.models.sharing import Right


@never_cache
@require_safe
def posting_comments(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id, Right.COMMENT)
    return render(request, "roles/posting_comments.html", {"posting": posting, "document": posting.document})
