from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.core.compose.vocabulary import Need
from roles.core.finder import TitleFinder, Verdict, find
from roles.models.editions import Kind, published
from roles.stored import stored

TITLES = {
    Verdict.OPERATIONS_DIRECTOR: "Operations Director",
    Verdict.DIRECTOR_OF_OPERATIONS: "Director of Operations",
}


@stored("roles/which_role.html")
def _questions() -> dict[str, Any]:
    return finder_context(published(Kind.FINDER)[Kind.FINDER], (), {})


@require_safe
def which_role(request: HttpRequest) -> HttpResponseBase:
    """The questions, and below its own link the result. The answers travel in the query: nothing is kept."""
    if not request.GET:
        return _questions(request)
    public = published(Kind.FINDER, Kind.NEEDS)
    context = finder_context(public[Kind.FINDER], public[Kind.NEEDS], request.GET)
    return render(request, "roles/which_role.html", context) if "result" in context else _questions(request)


which_role.early = lambda request: None if request.GET else _questions.early(request)  # type: ignore[attr-defined]


def finder_context(finder: TitleFinder, known: Iterable[Need], sent: Mapping[str, str]) -> dict[str, Any]:
    """What the page of the finder shows; `sent` are an owner's answers by the keys of their questions."""
    questions = tuple(question for question in finder.questions if question.answers)
    given = {question.key: sent[question.key] for question in questions if question.key in sent}
    context: dict[str, Any] = {"questions": [(question, given.get(question.key, "")) for question in questions]}
    if given:
        result = find(questions, given)
        needs = {need.key: need for need in known}
        verdicts = {passage.key: passage for passage in finder.passages if passage.kind == "verdict"}
        context |= {
            "result": result,
            "verdict": verdicts.get(result.verdict),
            "instead": verdicts.get(result.change.verdict) if result.change else None,
            "passages": finder.passages,
            "titles": [(slug, TITLES[slug]) for slug in result.titles],
            "needs": [(key, needs[key].phrase) for key in result.needs if key in needs],
        }
    return context


@stored("roles/compare.html")
def compare() -> dict[str, Any]:
    return {"rows": published(Kind.COMPARISON)[Kind.COMPARISON]}
