"""Each kind of shared content: its draft as rows, and what keeps the draft from being published."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import product
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from roles.core import codec
from roles.core.compose.vocabulary import VOCABULARY, Vocabulary
from roles.core.finder import TitleFinder
from roles.core.finder.comparison import comparison_problems
from roles.core.finder.questions import finder_problems

from .editions import LISTS, Edition, Kind, published_words, to_content
from .finder import ComparisonRow, Passage, Question
from .review import PostingRule
from .vocabulary import MODELS, vocabulary

# The models of each kind's rows, the one whose page and rights are the kind's own first.
ROWS: Mapping[str, tuple[type[models.Model], ...]] = {
    **{kind: (MODELS[kind],) for kind in LISTS},
    Kind.FINDER: (Question, Passage),
    Kind.COMPARISON: (ComparisonRow,),
    Kind.LAWS: (PostingRule,),
}


@dataclass(frozen=True)
class Drafted:
    """The draft of a kind beside its newest edition, planned ones too, which is None where there is none."""

    kind: Kind
    value: Any
    last: Edition | None

    @property
    def number(self) -> int:
        return self.last.number if self.last else 0

    @property
    def fingerprint(self) -> str:
        return codec.fingerprint([to_content(self.value)])

    @property
    def has_changes(self) -> bool:
        return self.last is None or self.value != self.last.value


def kind_of(model: type[models.Model]) -> Kind | None:
    """Return the kind that the rows of a model are the draft of."""
    return next((Kind(kind) for kind, found in ROWS.items() if model in found), None)


def draft_of(kind: str) -> Any:
    """Return what the rows of a kind hold, as a value."""
    if kind in LISTS:
        return getattr(vocabulary(), kind)
    if kind == Kind.FINDER:
        return TitleFinder(questions=Question.objects.to_values(), passages=Passage.objects.to_values())
    return ROWS[kind][0]._default_manager.to_values()  # type: ignore[attr-defined]


def drafts_of(kinds: Iterable[str], words: Vocabulary | None = None) -> dict[str, Drafted]:
    """Return the draft of each kind beside its newest edition. `words` are the lists as they are, where known."""
    kinds = list(kinds)
    newest = Edition.objects.filter(kind=models.OuterRef("kind")).order_by("-number")
    rows = Edition.objects.defer("content").filter(kind__in=kinds, pk=models.Subquery(newest.values("pk")[:1]))
    last = {edition.kind: edition for edition in rows.select_related("published_by")}
    if words is None and set(kinds) & set(LISTS):
        words = vocabulary()
    return {
        kind: Drafted(Kind(kind), getattr(words, kind) if kind in LISTS else draft_of(kind), last.get(kind))
        for kind in kinds
    }


def draft_problems(kind: str, value: Any, words: Vocabulary, titles: Collection[str]) -> Iterator[str]:
    """Yield what keeps the draft of a kind from being published. `words` are the lists as they will be public, `titles`
    the slugs of the roles that owners can choose then."""
    if kind == Kind.COMPARISON:
        yield from _placed(value, comparison_problems(value))
    elif kind == Kind.FINDER:
        for problem in finder_problems(value, set(words.keys("needs")), titles):
            yield _in_finder(value, problem)
    elif kind == Kind.INDUSTRIES:
        for industry, name in product(value, ("traits", "areas")):
            for key in getattr(industry, name):
                if key not in words.keys(name):
                    yield f"{industry.name} offers the {VOCABULARY[name][1]} “{key}”, which is not published."


def _in_finder(finder: TitleFinder, problem: codec.Problem) -> str:
    name, *inner = problem.path
    place = f"The list of {name}"
    if inner:
        number = int(inner[0])
        asks = name == "questions"
        place = f"Question “{finder.questions[number].text}”" if asks else f"“{finder.passages[number].heading}”"
    return f"{place}: {inner[-1] if len(inner) > 1 else ''} {problem.message}".replace(":  ", ": ")


def _placed(rows, problems) -> Iterator[str]:
    for problem in problems:
        number, field = problem.path
        yield f"{rows[number].label}: {field} {problem.message}"


def first_editions(kinds: Iterable[str] = Kind.values, *, note: str = "", by=None) -> list[Edition]:
    """Publish the draft of each kind of which nothing was published yet; return the new editions."""
    known = set(Edition.objects.filter(kind__in=(kinds := list(kinds))).values_list("kind", flat=True))
    missing = [kind for kind in kinds if kind not in known]
    return [
        Edition.objects.create(kind=kind, number=1, content=to_content(draft.value), note=note, published_by=by)
        for kind, draft in drafts_of(missing).items()
    ]


def words_with(values: Mapping[str, Any], at: datetime | None = None) -> Vocabulary:
    """Return the lists as they are public, but for those given."""
    words = published_words(at)
    return Vocabulary(**{field.name: values.get(field.name, getattr(words, field.name)) for field in fields(words)})


def lock_to_publish(
    kind: str, words: Vocabulary, titles: Collection[str], *, after: int | None = None, draft: str | None = None
) -> Drafted:
    """Return the draft of a kind and its last edition; the caller has locked the roles, so that two publishers get two
    numbers. `words` and `titles` are as in `draft_problems`. Raises ValidationError as `publish` does."""
    drafted = drafts_of([kind])[kind]
    if after is not None and after != drafted.number:
        raise ValidationError(
            f"Edition {drafted.number} was published after you opened this page. Check it before you publish.",
            code="stale",
        )
    if draft is not None and draft != drafted.fingerprint:
        raise ValidationError("The draft has changed meanwhile. Check it, then publish again.", code="stale")
    return checked(drafted, words, titles)


def checked(drafted: Drafted, words: Vocabulary, titles: Collection[str]) -> Drafted:
    """Return it, if it can be the next edition. Raises ValidationError."""
    if drafted.last and drafted.last.is_planned:
        raise ValidationError(
            f"Edition {drafted.number} is planned for {drafted.last.public_from:%-d %B %Y, %H:%M}. "
            "Withdraw its release first, or wait for it.",
            code="planned",
        )
    if not drafted.has_changes:
        raise ValidationError(f"Nothing has changed since edition {drafted.number}.", code="unchanged")
    if problems := list(draft_problems(drafted.kind, drafted.value, words, titles)):
        raise ValidationError(problems)
    return drafted
