from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.core.compose import compose
from roles.core.compose.vocabulary import Need
from roles.core.document import Focus
from roles.core.finder import PassageKind, TitleFinder, Verdict, decided, find, first_questions
from roles.core.limits import Purpose
from roles.models import RoleVersion
from roles.models.editions import Kind, published
from roles.stored import stored
from roles.titles import front_door, of_titles, questions_in_words, titles_on_offer

from .pages import example_brief

FOCUS_OF = {
    Verdict.OPERATIONS_DIRECTOR: Focus.STRATEGIC,
    Verdict.DIRECTOR_OF_OPERATIONS: Focus.OPERATIONAL,
}


@stored("roles/which_role.html")
def _questions() -> dict[str, Any]:
    return finder_context(published(Kind.FINDER)[Kind.FINDER], (), {})


@require_safe
def which_role(request: HttpRequest) -> HttpResponseBase:
    """The first questions, the others where those do not decide, and the result: by its own link, nothing is kept."""
    if not request.GET:
        return _questions(request)
    public = published(Kind.FINDER, Kind.NEEDS)
    context = finder_context(public[Kind.FINDER], public[Kind.NEEDS], request.GET)
    shown = "result" in context or context["goes_on"]
    return render(request, "roles/which_role.html", context) if shown else _questions(request)


which_role.early = lambda request: None if request.GET else _questions.early(request)  # type: ignore[attr-defined]


def finder_context(finder: TitleFinder, known: Iterable[Need], sent: Mapping[str, str]) -> dict[str, Any]:
    """What the page of the finder shows; `sent` are an owner's answers by the keys of their questions."""
    questions = tuple(question for question in finder.questions if question.answers)
    given = {question.key: sent[question.key] for question in questions if question.key in sent}
    first = first_questions(questions)
    early = sent.get("asked") == "first"
    goes_on = early and bool(questions) and not decided(questions, given)
    asked = [(question, given.get(question.key, "")) for question in questions]
    context: dict[str, Any] = {
        "total": len(questions),
        "first": [pair for pair in asked if pair[0] in first],
        "rest": [pair for pair in asked if pair[0] not in first],
        "goes_on": goes_on,
        "count": questions_in_words(first),
    }
    if given and not goes_on:
        result, offered = find(questions, given), titles_on_offer()
        front = front_door(offered)
        front_choices = [title for one in result.titles if (title := front[FOCUS_OF[one]])]
        needs = {need.key: need for need in known}
        verdicts = {passage.key: passage for passage in finder.passages if passage.kind == PassageKind.VERDICT}
        verdict, by_slug = verdicts.get(result.verdict), {title.slug: title for title in offered}
        # A role that was retired since is named no more: the two titles of the front door are left.
        named = by_slug.get(verdict.role) if verdict else None
        choices = [*([named] if named else ()), *(title for title in front_choices if title != named)]
        context |= {
            "result": result,
            "early": early and result.verdict is not Verdict.NEITHER,
            "verdict": verdict,
            "instead": verdicts.get(result.change.verdict) if result.change else None,
            "caveats": [passage for passage in finder.passages if passage.kind == PassageKind.CAVEAT],
            "other_roles": [
                (passage, by_slug.get(passage.role)) for passage in finder.passages if passage.kind == PassageKind.OTHER
            ],
            **of_titles(offered),
            "named": named,
            "choices": choices,
            "is_recommended": named or (result.leaning and result.verdict is not Verdict.OPEN),
            "is_titled": named or result.verdict in FOCUS_OF,
            "beside": [title for title in front_choices if named not in (None, *front_choices)],
            "others": [title for title in offered if title not in choices],
            "needs": [(key, needs[key].phrase) for key in result.needs if key in needs],
        }
    return context


@stored("roles/compare.html")
def compare() -> dict[str, Any]:
    """The two titles of the front door, in the consultants' words, and the way to any other two."""
    titles = titles_on_offer()
    front = list(front_door(titles).values())
    pairs = [pair for pair in combinations(titles, 2) if set(pair) != set(front)]
    return {**of_titles(titles), "rows": published(Kind.COMPARISON)[Kind.COMPARISON], "pairs": pairs}


@stored("roles/compare_two.html")
def compare_two(first: str, second: str) -> dict[str, Any]:
    """Any two titles, by what each of their templates makes of the same business."""
    found = {version.template.slug: version for version in RoleVersion.objects.on_offer()}
    if first == second or not {first, second} <= found.keys():
        raise Http404("There are no two such roles.")
    versions = [found[first], found[second]]
    brief = example_brief(versions[0])
    documents = [compose(one.template, brief, version=one.number) for one in versions] if brief else []
    rows = [
        ("What the title promises", *_apart([(one.template.tagline, one.template.description) for one in versions]))
    ]
    for purpose in (Purpose.SUMMARY, Purpose.DUTIES, Purpose.MEASURES, Purpose.REQUIRED, Purpose.PREFERRED):
        parts = [next((part for part in one.sections if part.purpose is purpose), None) for one in documents]
        if any(parts):
            texts = [tuple(item.text for item in part.items) if part else () for part in parts]
            rows.append((next(part.name for part in parts if part), *_apart(texts)))
    return {"templates": [one.template for one in versions], "rows": rows, "company": brief.company if brief else ""}


def _apart(sides: list[tuple[str, ...]]) -> tuple[list[list[str]], list[str]]:
    """Return what each of two sides has alone, and what both have, in the order of the first."""
    first, second = sides
    same = [text for text in first if text in second]
    return [[text for text in side if text not in same] for side in sides], same
