"""The published versions of a role, each with its template as one value."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from roles.core import codec
from roles.core.compose import Brief
from roles.core.compose import template as pure
from roles.core.editing import Stock, stock

from .once import forget_versions as forget_versions  # read where versions are
from .once import is_planned, public
from .once import once_a_version as once_a_version
from .roles import Role
from .written import Written

STOCKS_KEPT = 32  # in a process, of some 300 kB


@dataclass(frozen=True)
class PublishedKeys:
    """The keys that the last version of a role has made known."""

    sections: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()


def _newest_of_role() -> models.Subquery:
    """The id of the newest public version of the role of the outer query's row."""
    newest = RoleVersion.objects.public().filter(role=models.OuterRef("role")).order_by("-number")
    return models.Subquery(newest.values("pk")[:1])


class RoleVersionQuerySet(models.QuerySet):
    def public(self, at: datetime | None = None):
        """Those owners may have: a planned one only from its moment on."""
        return self.filter(public(at))

    def latest_of_each(self):
        """The newest version of each role, in the roles' order; the templates only when they are asked for."""
        return self.without_snapshots().filter(pk=_newest_of_role()).order_by("role__position", "role__pk")

    def on_offer(self):
        """The newest version of each role that owners can choose, in the roles' order."""
        return self.latest_of_each().filter(role__retired=False)

    def slugs_on_offer(self, at: datetime | None = None) -> frozenset[str]:
        """The slugs of the roles that owners can choose now, or will be able to at that moment. One query."""
        return frozenset(self.public(at).filter(role__retired=False).order_by().values_list("role__slug", flat=True))

    def offered_of(self, slug: str) -> "RoleVersion | None":
        """The newest version of a role, if owners can choose it."""
        return _OFFERED.first(slug=slug, now=timezone.now())

    def latest_and(self, version: "RoleVersion"):
        """The newest version of each role that is on offer and of this one's, and this one, with their roles."""
        newest = models.Q(pk=_newest_of_role()) & (models.Q(role__retired=False) | models.Q(role=version.role_id))
        return (
            self.without_snapshots()
            .filter(newest | models.Q(pk=version.pk))
            .select_related("role")
            .order_by("role__position", "role__pk", "number")
        )

    def for_history(self):
        """With the number of postings of each, who published and who requested it; without the snapshots."""
        hidden = ("snapshot", "request__snapshot")
        return (
            self.defer(*hidden)
            .select_related("published_by", "request__requested_by")
            .annotate(posting_total=models.Count("postings"))
            .order_by("-number")
        )

    def latest_of(self, slug: str) -> "RoleVersion | None":
        return self.public().without_snapshots().filter(role__slug=slug).order_by("-number").first()

    def without_snapshots(self):
        """What a version is but its template, which a process reads once: see `RoleVersion.template`."""
        return self.defer("snapshot")

    def published_keys(self, role_id: int) -> PublishedKeys:
        """The keys of the role's last version: postings and counts of use refer to them, so they stay."""
        snapshot = self.filter(role=role_id).order_by("-number").values_list("snapshot", flat=True).first()
        if snapshot is None:
            return PublishedKeys()
        sections = snapshot["sections"]
        keys = frozenset(statement["key"] for section in sections for statement in section["statements"])
        return PublishedKeys(frozenset(section["key"] for section in sections), keys)

    def update(self, **kwargs):
        raise TypeError("A published version does not change. Publish another.")


class RoleVersion(models.Model):
    """A template as it was published. Never changed: postings refer to it."""

    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    # Why it was published with what the review requires to be fixed.
    despite = models.CharField("published despite the review", max_length=300, blank=True)
    published_at = models.DateTimeField(auto_now_add=True)
    # Owners have it from this moment on, of one that was planned; else from its publication on.
    public_from = models.DateTimeField(null=True, blank=True)
    release = models.ForeignKey("Release", null=True, blank=True, on_delete=models.PROTECT, related_name="versions")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)

    objects = RoleVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["role", "number"], name="version_number_once_a_role"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number_from_one"),
        ]

    def __str__(self):
        return f"Version {self.number}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A published version does not change. Publish another.")
        super().save(*args, **kwargs)

    @property
    def is_planned(self) -> bool:
        return is_planned(self)

    @cached_property
    def template(self) -> pure.RoleTemplate:
        """The template as a value, which a process reads once: a published version never changes."""
        return _template(self)

    def stock(self, brief: Brief) -> Stock:
        """Return what the template has for a whole brief, the composed document first."""
        return _stock(self.template, brief, self.number)


@once_a_version
def _template(version: RoleVersion) -> pure.RoleTemplate:
    return codec.load(pure.RoleTemplate, version.snapshot)


@lru_cache(maxsize=STOCKS_KEPT)
def _stock(template: pure.RoleTemplate, brief: Brief, number: int) -> Stock:
    """Each page of a posting needs it, and it changes with an answer alone."""
    return stock(template, brief, version=number)


_OFFERED = Written(
    lambda slug, now: (
        RoleVersion.objects.public(now)
        .without_snapshots()
        .filter(role__slug=slug, role__retired=False)
        .order_by("-number")[:1]
    ),
    slug="…",
    now=datetime(1970, 1, 1, tzinfo=UTC),
)
