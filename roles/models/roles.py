"""Roles: the draft a consultant maintains as rows, and the template it is as a value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse

from roles.core import codec
from roles.core.compose import template as pure
from roles.core.compose.template_problems import template_problems
from roles.core.compose.vocabulary import VOCABULARY, Vocabulary
from roles.core.diff import compare
from roles.core.document import Focus

from .base import Legible
from .editions import LISTS, published_words
from .kinds import first_editions
from .public import PublicQuerySet
from .review import must_fix_in
from .vocabulary import FOCUS_CHOICES, SharedLists, shared_lists

Ties = Mapping[int, Mapping[str, tuple[str, ...]]]
TITLE_FOCUS_CHOICES = [choice for choice in FOCUS_CHOICES if choice[0] != Focus.SHARED]


def _refuse_planned(last) -> None:
    if last and last.is_planned:
        raise ValidationError(
            f"Version {last.number} is planned for {last.public_from:%-d %B %Y, %H:%M}. "
            "Withdraw its release first, or wait for it.",
            code="planned",
        )


def _statements() -> models.QuerySet:
    """All statements, unordered; their model is made of this one."""
    return apps.get_model("roles", "Statement")._default_manager.order_by()


def with_words(template: pure.RoleTemplate, words: Vocabulary) -> pure.RoleTemplate:
    """Return the template with these shared lists in the place of its own."""
    lists: dict[str, Any] = {name: getattr(words, name) for name in VOCABULARY}
    return pure.in_order(replace(template, **lists))


def own_fingerprint(draft: pure.RoleTemplate) -> str:
    """Return a short name of a draft's own words: the lists it shares are drafts of their own."""
    return codec.fingerprint(with_words(draft, Vocabulary()))


def unpublished_words(draft: pure.RoleTemplate, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield what statements of a draft are tied to and `words`, which are public, do not hold: the name of the list,
    and a sentence."""
    for name, (_, kind) in VOCABULARY.items():
        used = {key for statement in draft.statements() for key in getattr(statement, name)} - words.keys(name)
        for entry in getattr(draft, name):
            if entry.key in used:
                called = getattr(entry, "name", "") or entry.phrase
                yield name, f"The {kind} “{called}” is not published yet. Publish it first, or both in one release."


class RoleQuerySet(PublicQuerySet):
    def with_drafts(self, lists: SharedLists | None = None) -> list[tuple["Role", pure.RoleTemplate]]:
        """Return (role, its draft as a value) for each. Five queries, whatever the number of roles."""
        lists, roles = lists or shared_lists(), list(self.prefetch_related("sections__statements"))
        ties = lists.ties(_statements().filter(section__role__in=[role.pk for role in roles]))
        return [(role, role.draft_of(role.sections.all(), lists.words, ties)) for role in roles]

    def lock_to_publish(
        self,
        role: "Role",
        *,
        after: int | None = None,
        draft: str | None = None,
        despite: str | None = None,
        words: Vocabulary | None = None,
    ):
        """Return what the role's draft would publish and its last version, or None, and lock the role until the
        transaction ends: two publishers get two numbers. `words` are the lists as they will be public, where they are
        published at the same time. Raises ValidationError as Role.publish does."""
        role = self.select_for_update().get(pk=role.pk)
        last = role.versions.without_snapshots().first()
        _refuse_planned(last)
        # Before anything is read: who comes second holds the lock for this question alone.
        if after is not None and after != (last.number if last else 0):
            raise ValidationError(
                f"Version {last.number} was published after you opened this page. Check it before you publish."
                if last
                else "This page was opened for another version.",
                code="stale",
            )
        first_editions(LISTS)
        own = role.to_template()
        template = with_words(own, words or published_words())
        if draft is not None and draft != own_fingerprint(own):
            raise ValidationError("The draft has changed meanwhile. Check it, then publish again.", code="stale")
        if after is not None and last and not compare(last.template, template):
            raise ValidationError(f"Nothing has changed since version {last.number}.", code="unchanged")
        if missing := [text for _, text in unpublished_words(own, template.vocabulary)]:
            raise ValidationError(missing, code="words")
        if problems := list(template_problems(template)):
            raise ValidationError([str(problem) for problem in problems])
        if despite == "" and must_fix_in(template):
            raise ValidationError(
                "The review finds what every owner would have to fix. Put it right, or say why it stays.", code="review"
            )
        return template, last


class Role(Legible):
    CALLED = "title"

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=80, unique=True)
    focus = models.CharField(max_length=20, choices=TITLE_FOCUS_CHOICES, help_text="What the title promises.")
    tagline = models.CharField(max_length=120, help_text="One line, for the home page.")
    description = models.TextField(max_length=1000, help_text="One paragraph, for the page of the role.")
    balance_min = models.PositiveSmallIntegerField(
        "share of own-focus lines: from, %",
        default=60,
        help_text="Per cent of a posting's strategic and operational statements that carry its own focus, at least.",
    )
    balance_max = models.PositiveSmallIntegerField(
        "share of own-focus lines: to, %",
        default=90,
        help_text="And at most: the two titles share work, there is no wall.",
    )
    # How statements are chosen: 1 by need, industry and headcount, 2 by what the post answers for.
    schema = models.PositiveSmallIntegerField(default=1, editable=False)
    position = models.PositiveIntegerField(default=0, db_index=True)
    # Owners cannot choose it, and the public pages do not show it; postings made of it go on.
    retired = models.BooleanField(default=False, editable=False)
    # Counts the saves: a form that was opened before the last one would overwrite it.
    revision = models.PositiveIntegerField(default=0, editable=False)
    # The template as load_content last left it: the draft was edited here when it differs.
    loaded = models.JSONField(null=True, editable=False)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focus__in=[Focus.STRATEGIC, Focus.OPERATIONAL]), name="role_focus_known"
            ),
            models.CheckConstraint(
                condition=models.Q(balance_min__lte=models.F("balance_max"), balance_max__lte=100),
                name="role_balance_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("role_detail", args=[self.slug])

    def clean(self):
        if None not in (self.balance_min, self.balance_max) and not self.balance_min <= self.balance_max <= 100:
            raise ValidationError({"balance_max": "Give a per cent from the first one to 100."})

    @staticmethod
    def changed(pks: Iterable[int]) -> None:
        """Count a save of the roles' own fields or sections: a form opened before is stale now."""
        Role.objects.filter(pk__in=set(pks)).update(revision=models.F("revision") + 1)

    def to_template(self) -> pure.RoleTemplate:
        """Return the draft as the value that publishing saves. Four queries, whatever the number of rows."""
        lists = shared_lists()
        ties = lists.ties(_statements().filter(section__role=self.pk))
        return self.draft_of(self.sections.prefetch_related("statements"), lists.words, ties)

    def to_publish(self, words: Vocabulary | None = None) -> pure.RoleTemplate:
        """Return the draft as publishing it now would save it: with the lists that are public."""
        return with_words(self.to_template(), words or published_words())

    def draft_of(self, sections, words: Vocabulary, ties: Ties) -> pure.RoleTemplate:
        """Return the draft as a value, given its sections as rows, the shared lists as values, and what its
        statements are tied to."""
        return pure.RoleTemplate(
            schema=self.schema,
            slug=self.slug,
            title=self.title,
            focus=Focus(self.focus),  # type: ignore[arg-type]  # the column takes no shared one
            tagline=self.tagline,
            description=self.description,
            balance_min=self.balance_min,
            balance_max=self.balance_max,
            needs=words.needs,
            industries=words.industries,
            areas=words.areas,
            traits=words.traits,
            sections=tuple(section.to_template(ties) for section in sections),
        )

    def publish(
        self,
        *,
        by=None,
        note: str = "",
        after: int | None = None,
        draft: str | None = None,
        despite: str | None = None,
        words: Vocabulary | None = None,
        **how: Any,
    ):
        """Save the draft as the next version. Raises ValidationError when it is incomplete.

        `after` is the number of the version the publisher compared the draft with, `draft` the
        fingerprint of the draft they saw: where either is another by now, that raises it, too.
        `despite` is why it is published with what the review requires to be fixed: with "" that
        raises it, with None the draft is not reviewed. `words` are as in `lock_to_publish`, and
        `how` are the other fields of the version, which a release fills.
        """
        if despite == "" and not any(template_problems(ahead := self.to_publish(words))):
            must_fix_in(ahead)  # remembered: colleagues wait for no review while the role is locked
        with transaction.atomic():
            template, _ = Role.objects.lock_to_publish(self, after=after, draft=draft, despite=despite, words=words)
            return self.publish_value(template, by=by, note=note, despite=despite, **how)

    def publish_value(self, template: pure.RoleTemplate, *, by, despite: str | None = None, **how: Any):
        """Save a template as the next version; the caller has locked the role. Raises ValidationError."""
        last = self.versions.without_snapshots().first()
        _refuse_planned(last)
        if problems := list(template_problems(template)):
            raise ValidationError([str(problem) for problem in problems])
        number = last.number + 1 if last else 1
        return self.versions.create(
            number=number, snapshot=codec.dump(template), published_by=by, despite=despite or "", **how
        )
