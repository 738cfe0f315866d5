"""What is public beside the roles: the newest edition of each kind. The rows are its draft, which no visitor reads."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from roles.core import codec
from roles.core.compose import vocabulary as words
from roles.core.compose.vocabulary import Vocabulary
from roles.core.finder import ComparisonRow, TitleFinder
from roles.core.review.posting_rules import PostingRule

from .once import is_planned, once_a_version, public
from .written import Written


class Kind(models.TextChoices):
    """What is published as a whole. The first four are the lists the roles share, by their names."""

    NEEDS = "needs", "Needs"
    INDUSTRIES = "industries", "Industries"
    AREAS = "areas", "Areas"
    TRAITS = "traits", "Traits"
    FINDER = "finder", "Title finder"
    COMPARISON = "comparison", "Comparison"
    LAWS = "laws", "Posting laws"


LISTS = (Kind.NEEDS, Kind.INDUSTRIES, Kind.AREAS, Kind.TRAITS)
NO_FINDER = TitleFinder(questions=(), passages=())
TYPES: Mapping[str, Any] = {
    Kind.NEEDS: tuple[words.Need, ...],
    Kind.INDUSTRIES: tuple[words.Industry, ...],
    Kind.AREAS: tuple[words.Area, ...],
    Kind.TRAITS: tuple[words.Trait, ...],
    Kind.FINDER: TitleFinder,
    Kind.COMPARISON: tuple[ComparisonRow, ...],
    Kind.LAWS: tuple[PostingRule, ...],
}


def to_content(value: Any) -> Any:
    """Return the value of a kind as JSON, in one form only."""
    return [codec.dump(entry) for entry in value] if isinstance(value, tuple) else codec.dump(value)


def of_content(kind: str, content: Any) -> Any:
    """Return the value of a kind that its JSON holds."""
    return codec.load(TYPES[kind], content)


def nothing_of(kind: str) -> Any:
    return NO_FINDER if kind == Kind.FINDER else ()


class EditionQuerySet(models.QuerySet):
    def newest(self, at: datetime | None = None):
        """The newest one of each kind that is public, or will be at that moment; its content when it is asked for."""
        newest = Edition.objects.filter(public(at), kind=models.OuterRef("kind")).order_by("-number")
        return self.defer("content").filter(pk=models.Subquery(newest.values("pk")[:1]))

    def for_history(self):
        return self.defer("content").select_related("published_by").order_by("-number")

    def update(self, **kwargs):
        raise TypeError("An edition does not change. Publish another.")


class Edition(models.Model):
    """A kind of content as it was published. Never changed."""

    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.PositiveIntegerField()
    content = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Visitors have it from this moment on, of one that was planned; else from its publication on.
    public_from = models.DateTimeField(null=True, blank=True)
    release = models.ForeignKey("Release", null=True, blank=True, on_delete=models.PROTECT, related_name="editions")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-number"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="edition_number_once_a_kind"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="edition_number_from_one"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, edition {self.number}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("An edition does not change. Publish another.")
        super().save(*args, **kwargs)

    @property
    def is_planned(self) -> bool:
        return is_planned(self)

    @property
    def value(self) -> Any:
        """The content as a value of the core, which a process reads once."""
        return _value(self)


@once_a_version
def _value(edition: Edition) -> Any:
    return of_content(edition.kind, edition.content)


def published(*kinds: str, at: datetime | None = None) -> dict[str, Any]:
    """Return the value of each kind as visitors have it now, or will have it at that moment.

    One query, and one more for each that this process has not read yet.
    """
    found = {edition.kind: edition.value for edition in _newest(kinds).rows(at=at or timezone.now())}
    return {kind: found.get(kind, nothing_of(kind)) for kind in kinds}


@cache
def _newest(kinds: tuple[str, ...]) -> Written:
    return Written(lambda at: Edition.objects.newest(at).filter(kind__in=kinds), at=datetime(1970, 1, 1, tzinfo=UTC))


def published_words(at: datetime | None = None) -> Vocabulary:
    """Return the lists the roles share, as they are public."""
    return Vocabulary(**published(*LISTS, at=at))


def keys_in_editions(name: str) -> frozenset[str]:
    """Return the keys that any edition of one of the shared lists holds, a planned one too. One query."""
    return frozenset(
        entry["key"]
        for content in Edition.objects.filter(kind=name).order_by().values_list("content", flat=True)
        for entry in content
    )
