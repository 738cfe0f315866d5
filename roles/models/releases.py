"""Publishing several drafts at one moment, now or planned. What is planned is kept as it was when it was planned, and
is public from its moment on by the clock: nothing has to run then."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from roles.core import codec
from roles.core.compose import template as pure
from roles.core.compose.vocabulary import VOCABULARY, Vocabulary

from .editions import LISTS, Edition, Kind, to_content
from .kinds import Drafted, checked, drafts_of, first_editions, lock_to_publish, words_with
from .public import SCHEDULES
from .roles import Role, with_words
from .versions import RoleVersion


@dataclass(frozen=True)
class Shown:
    """What a publisher was shown of a draft: the number of what is published, and the fingerprint of the draft.
    `despite` is why a role is published with what the review states must be fixed."""

    after: int | None = None
    draft: str | None = None
    despite: str | None = None


Template = tuple[pure.RoleTemplate, str]  # and why it is published despite the review


@dataclass(frozen=True)
class Released:
    """What was published at once; `carried` are versions of roles that changed in nothing but the lists they share."""

    editions: list[Edition] = field(default_factory=list)
    versions: list[RoleVersion] = field(default_factory=list)
    carried: list[RoleVersion] = field(default_factory=list)


class ReleaseQuerySet(models.QuerySet):
    def planned(self):
        return self.filter(withdrawn_at=None, public_from__gt=timezone.now())


class Release(models.Model):
    """Several drafts made public at one moment. `contents` names what it makes public, also once it is withdrawn."""

    note = models.CharField(max_length=300, blank=True)
    public_from = models.DateTimeField()
    contents = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        default_permissions = []

    def __str__(self):
        return self.note or ", ".join(self.contents)[:80] or "Release"

    @property
    def is_planned(self) -> bool:
        return self.withdrawn_at is None and self.public_from > timezone.now()

    @transaction.atomic
    def withdraw(self, *, by=None) -> None:
        """Take back what nobody has seen yet. Raises ValidationError when it is public or withdrawn already."""
        _lock_roles()
        release = Release.objects.select_for_update().get(pk=self.pk)
        if release.withdrawn_at:
            raise ValidationError("This release was withdrawn already.", code="stale")
        if not release.is_planned:
            raise ValidationError("This release is public by now. Restore what was there before.", code="public")
        release.editions.all().delete()
        release.versions.all().delete()
        release.withdrawn_at, release.withdrawn_by = timezone.now(), by
        release.save(update_fields=["withdrawn_at", "withdrawn_by"])
        self.refresh_from_db()


@transaction.atomic
def publish_drafts(
    kinds: Mapping[str, Shown] = {},
    roles: Mapping[Role, Shown] = {},
    *,
    by=None,
    note: str = "",
    public_from: datetime | None = None,
) -> Released:
    """Publish these drafts at one moment, now or `public_from`. Raises ValidationError, and then nothing is published.

    A list that is published reaches owners through the roles: each of the others gets a next version, which states what
    its last one states, with the list as it is now.
    """
    if not kinds and not roles:
        return Released()
    _lock_roles()
    first_editions(set(LISTS) - set(kinds))
    values = {kind: drafted.value for kind, drafted in drafts_of(kinds).items()}
    words = words_with(values, public_from)
    titles = titles_with(roles, public_from)
    drafts = [
        lock_to_publish(kind, words, titles, after=shown.after, draft=shown.draft) for kind, shown in kinds.items()
    ]
    release = make_release([*(Kind(kind).label for kind in kinds), *map(str, roles)], by, note, public_from)
    how: dict[str, Any] = {"release": release, "public_from": public_from, "note": note}
    released = Released()
    released.editions.extend(_editions(drafts, by, how))
    for role, shown in roles.items():
        asked: dict[str, Any] = {"after": shown.after, "draft": shown.draft, "despite": shown.despite}
        released.versions.append(role.publish(by=by, words=words, **asked, **how))
    released.carried.extend(_carry(words, drafts, roles, by, how))
    return released


@transaction.atomic
def publish_values(
    values: Mapping[str, Any],
    templates: Mapping[Role, Template],
    *,
    by=None,
    note: str = "",
    public_from: datetime | None = None,
) -> Released:
    """Publish values of kinds and templates of roles at one moment, as `publish_drafts` does drafts."""
    _lock_roles()
    words = words_with(values, public_from)
    titles = titles_with(templates, public_from)
    drafts = [checked(replace(draft, value=values[kind]), words, titles) for kind, draft in drafts_of(values).items()]
    release = make_release([*(Kind(kind).label for kind in values), *map(str, templates)], by, note, public_from)
    how: dict[str, Any] = {"release": release, "public_from": public_from, "note": note}
    released = Released(editions=list(_editions(drafts, by, how)))
    for role, (template, despite) in templates.items():
        template = with_words(template, words)
        released.versions.append(role.publish_value(template, by=by, despite=despite, **how))
    released.carried.extend(_carry(words, drafts, templates, by, how))
    return released


def titles_with(roles: Iterable[Role], at: datetime | None = None) -> frozenset[str]:
    """Return the slugs of the roles owners can choose at that moment, once these are published."""
    return RoleVersion.objects.slugs_on_offer(at) | {role.slug for role in roles if not role.retired}


def _editions(drafts: Iterable[Drafted], by, how: Mapping[str, Any]) -> Iterator[Edition]:
    for draft in drafts:
        content = to_content(draft.value)
        yield Edition.objects.create(kind=draft.kind, number=draft.number + 1, content=content, published_by=by, **how)


def make_release(contents: list[str], by, note: str, public_from: datetime | None) -> Release | None:
    """What is published alone and at once is its own record."""
    if public_from is None and len(contents) == 1:
        return None
    moment = public_from or timezone.now()
    return Release.objects.create(note=note, public_from=moment, contents=contents, made_by=by)


def _lock_roles() -> None:
    """One publisher at a time, whatever is published: two get two numbers."""
    list(Role.objects.select_for_update().order_by("pk").values_list("pk"))


def _carry(
    words: Vocabulary, drafts: Iterable[Drafted], but: Iterable[Role], by, how: Mapping[str, Any]
) -> Iterator[RoleVersion]:
    """Make the next version of each role with the lists that are published, of all but those."""
    named = " and ".join(Kind(draft.kind).label.lower() for draft in drafts if draft.kind in LISTS)
    how = {**how, "published_by": by, "note": f"With the {named} as published"}
    for role in Role.objects.exclude(pk__in=[role.pk for role in but]) if named else ():
        last = role.versions.first()
        if last is None:
            continue
        template = with_words(last.template, still_used(last.template, words))
        if template == pure.in_order(last.template):
            continue
        if last.is_planned:
            raise ValidationError(
                f"{role} is planned for {last.public_from:%-d %B %Y, %H:%M}. "
                "Withdraw that release first, or wait for it.",
                code="planned",
            )
        yield role.versions.create(number=last.number + 1, snapshot=codec.dump(template), **how)


def still_used(template: pure.RoleTemplate, words: Vocabulary) -> Vocabulary:
    """Return the lists with what they lack and statements of the template are tied to, after the others."""
    lists: dict[str, Any] = {}
    for name in VOCABULARY:
        used = {key for statement in template.statements() for key in getattr(statement, name)} - words.keys(name)
        kept = (entry for entry in getattr(template, name) if entry.key in used)
        lists[name] = (*getattr(words, name), *kept)
    return replace(words, **lists)


def next_public(now: datetime) -> datetime | None:
    """Return the first moment after `now` at which something planned is public."""
    firsts = (
        model._default_manager.filter(public_from__gt=now).order_by("public_from").values_list("public_from").first()
        for model in (Edition, RoleVersion)
    )
    return min((first for (first,) in filter(None, firsts)), default=None)


SCHEDULES.append(next_public)
