from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.core.finder import Verdict, find
from roles.models.editions import Kind, published

TITLES = {
    Verdict.OPERATIONS_DIRECTOR: "Operations Director",
    Verdict.DIRECTOR_OF_OPERATIONS: "Director of Operations",
}


@require_safe
def which_role(request: HttpRequest) -> HttpResponse:
    """The questions, and below its own link the result. The answers travel in the query: nothing is kept."""
    public = published(Kind.FINDER, Kind.NEEDS)
    finder = public[Kind.FINDER]
    questions = tuple(question for question in finder.questions if question.answers)
    given = {question.key: request.GET[question.key] for question in questions if question.key in request.GET}
    context: dict[str, Any] = {"questions": [(question, given.get(question.key, "")) for question in questions]}
    if given:
        result = find(questions, given)
        needs = {need.key: need for need in public[Kind.NEEDS]}
        verdicts = {passage.key: passage for passage in finder.passages if passage.kind == "verdict"}
        context |= {
            "result": result,
            "verdict": verdicts.get(result.verdict),
            "instead": verdicts.get(result.change.verdict) if result.change else None,
            "passages": finder.passages,
            "titles": [(slug, TITLES[slug]) for slug in result.titles],
            "needs": [(key, needs[key].phrase) for key in result.needs if key in needs],
        }
    return render(request, "roles/which_role.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    return render(request, "roles/compare.html", {"rows": published(Kind.COMPARISON)[Kind.COMPARISON]})
