"""Answers that could not be taken, handed back."""

from django.http import Http404
from django.shortcuts import render

from roles.forms import typed_answers


def answers_back(request):
    """Whoever may not (any more) open the posting gets nothing but their own answers back, to copy."""
    answers = list(typed_answers(request.POST))
    if not answers or request.headers.get("HX-Request"):
        raise Http404("There is no such posting here.")
    return render(request, "roles/posting_answers_lost.html", {"answers": answers}, status=404)
