from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.core.finder import Verdict, decided, find, first_questions
from roles.models import ComparisonRow, Need, Passage, Question

TITLES = {
    Verdict.OPERATIONS_DIRECTOR: "Operations Director",
    Verdict.DIRECTOR_OF_OPERATIONS: "Director of Operations",
}


@require_safe
def which_role(request: HttpRequest) -> HttpResponse:
    """The first questions, the others where those do not decide, and the result: by its own link, nothing is kept."""
    questions = Question.objects.with_answers().to_values()
    given = {question.key: request.GET[question.key] for question in questions if question.key in request.GET}
    first = first_questions(questions)
    early = request.GET.get("asked") == "first"
    goes_on = early and not decided(questions, given)
    asked = [(question, given.get(question.key, "")) for question in questions]
    context: dict[str, Any] = {
        "count": len(questions),
        "first": [pair for pair in asked if pair[0] in first],
        "others": [pair for pair in asked if pair[0] not in first],
        "goes_on": goes_on,
    }
    if given and not goes_on:
        result = find(questions, given)
        needs = Need.objects.in_bulk(result.needs, field_name="key")
        passages = list(Passage.objects.all())
        verdicts = {passage.key: passage for passage in passages if passage.kind == "verdict"}
        context |= {
            "result": result,
            "early": early and result.verdict is not Verdict.NEITHER,
            "verdict": verdicts.get(result.verdict),
            "instead": verdicts.get(result.change.verdict) if result.change else None,
            "passages": passages,
            "titles": [(slug, TITLES[slug]) for slug in result.titles],
            "needs": [(key, needs[key].phrase) for key in result.needs if key in needs],
        }
    return render(request, "roles/which_role.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    return render(request, "roles/compare.html", {"rows": list(ComparisonRow.objects.all())})
