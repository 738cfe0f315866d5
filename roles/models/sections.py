"""The sections of a role's draft, as rows."""

import itertools
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from roles.core.compose import template as pure
from roles.core.document import SectionKind
from roles.core.limits import Purpose

from .base import Legible
from .roles import Role, Ties

KIND_CHOICES = [
    (SectionKind.PARAGRAPH.value, "Paragraph"),
    (SectionKind.BULLETS.value, "Bullets"),
    (SectionKind.LINES.value, "Lines"),
]


PURPOSE_CHOICES = [(purpose.value, purpose.value.replace("-", " ").capitalize()) for purpose in Purpose]


def first_free(stem: str, taken: set[str]) -> str:
    """Return the stem, or the stem with the lowest number that makes a key nobody has taken."""
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
    return next(key for key in numbered if key not in taken)


class Section(Legible):
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="sections")
    key = models.SlugField()
    heading = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=20, choices=KIND_CHOICES, default=SectionKind.BULLETS.value)
    purpose = models.CharField(
        max_length=20,
        choices=PURPOSE_CHOICES,
        default=Purpose.OTHER.value,
        help_text="What the section is for: it decides how statements are chosen.",
    )
    pick = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many statements a posting takes. Empty: all that apply."
    )
    locked = models.BooleanField(default=False, help_text="Owners cannot drop it by accident.")
    position = models.PositiveIntegerField(default=0, db_index=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["role", "key"], name="section_key_once_a_role"),
            models.CheckConstraint(
                condition=models.Q(pick__isnull=True) | models.Q(pick__gte=1), name="section_picks_one_or_more"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=list(SectionKind)), name="section_kind_known"),
        ]

    def __str__(self):
        return self.heading or self.get_purpose_display()

    def clean(self):
        if not self.heading and self.purpose not in pure.UNHEADED:
            raise ValidationError({"heading": "Give it a heading; only a section that goes on has none."})
        if self.pick == 0:
            raise ValidationError({"pick": "Give 1 or more, or leave it empty."})

    @staticmethod
    def changed(pks: Iterable[int]) -> None:
        """Count a save of the sections' statements: a form opened before is stale now."""
        Section.objects.filter(pk__in=set(pks)).update(revision=models.F("revision") + 1)

    @staticmethod
    def free_key(role: Role, heading: str) -> str:
        """A key no section of the role has: the words of the heading."""
        stem = slugify(heading)[:45].strip("-") or "section"
        taken = set(role.sections.values_list("key", flat=True)) if role.pk else set()
        return first_free(stem, taken)

    def next_position(self) -> int:
        return (self.statements.aggregate(last=models.Max("position"))["last"] or 0) + 1

    def to_template(self, ties: Ties | None = None) -> pure.Section:
        """The section as a value; `ties` are what its statements are tied to, by their ids, where that was read."""
        rows = self.statements.all()
        return self.as_value(tuple(row.to_template(None if ties is None else ties.get(row.pk, {})) for row in rows))

    def as_value(self, statements: tuple[pure.Statement, ...]) -> pure.Section:
        """The section as a value, with these statements in place of its own."""
        return pure.Section(
            key=self.key,
            heading=self.heading,
            kind=SectionKind(self.kind),
            purpose=Purpose(self.purpose),
            pick=self.pick,
            locked=self.locked,
            statements=statements,
        )
