from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.core.finder import Verdict, find
from roles.models import ComparisonRow, Need, Passage, Question
from roles.stored import stored

TITLES = {
    Verdict.OPERATIONS_DIRECTOR: "Operations Director",
    Verdict.DIRECTOR_OF_OPERATIONS: "Director of Operations",
}


@stored("roles/which_role.html")
def _questions() -> dict[str, Any]:
    return {"questions": [(question, "") for question in Question.objects.with_answers().to_values()]}


@require_safe
def which_role(request: HttpRequest) -> HttpResponseBase:
    """The questions, and below its own link the result. The answers travel in the query: nothing is kept."""
    if not request.GET:
        return _questions(request)
    questions = Question.objects.with_answers().to_values()
    given = {question.key: request.GET[question.key] for question in questions if question.key in request.GET}
    if not given:
        return _questions(request)
    result = find(questions, given)
    needs = Need.objects.in_bulk(result.needs, field_name="key")
    passages = list(Passage.objects.all())
    verdicts = {passage.key: passage for passage in passages if passage.kind == "verdict"}
    context = {
        "questions": [(question, given.get(question.key, "")) for question in questions],
        "result": result,
        "verdict": verdicts.get(result.verdict),
        "instead": verdicts.get(result.change.verdict) if result.change else None,
        "passages": passages,
        "titles": [(slug, TITLES[slug]) for slug in result.titles],
        "needs": [(key, needs[key].phrase) for key in result.needs if key in needs],
    }
    return render(request, "roles/which_role.html", context)


which_role.early = lambda request: None if request.GET else _questions.early(request)  # type: ignore[attr-defined]


@stored("roles/compare.html")
def compare() -> dict[str, Any]:
    return {"rows": list(ComparisonRow.objects.all())}
