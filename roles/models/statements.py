"""The statements of a section, as rows."""

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from roles.core.compose import placeholders
from roles.core.compose import template as pure
from roles.core.compose.leads import Leads
from roles.core.compose.mistakes import mistakes
from roles.core.document import Focus
from roles.core.limits import HEADCOUNT_MAX, Purpose

from .base import Legible
from .roles import Role
from .sections import Section, first_free
from .use import COUNTS, StatementUse
from .vocabulary import FOCUS_CHOICES, MODELS, Area, Industry, Need, Trait

# The content gaps count the same: interviews are about the responsibilities.
_DUTIES = models.Q(section__purpose=Purpose.DUTIES)
NEEDS_QUESTION = _DUTIES & models.Q(question="") & ~models.Q(text__startswith="{{ own_")
_TAGS = re.compile(r"\{%.*?%\}", re.DOTALL)


def validate_text(text: str) -> None:
    """Refuse a text whose placeholders cannot be filled, with line, column and the nearest name known."""
    if found := mistakes(text):
        raise ValidationError([str(mistake) for mistake in found])


class StatementQuerySet(models.QuerySet):
    def with_use(self):
        """With how often owners were offered each, reworded, removed and kept it, and whether it needs a question."""
        use = StatementUse.objects.filter(key=models.OuterRef("key"))
        found: dict[str, models.Expression] = {
            name: Coalesce(models.Subquery(use.values(name)[:1]), 0) for name in COUNTS
        }
        found["needs_question"] = models.ExpressionWrapper(NEEDS_QUESTION, output_field=models.BooleanField())
        return self.annotate(**found).annotate(kept=models.F("offered") - models.F("reworded") - models.F("removed"))

    def in_order(self):
        """As their roles, sections and rows are ordered."""
        return self.order_by("section__role__position", "section__position", "position", "pk")

    def free_key(self, role: Role, text: str) -> str:
        """A key no statement has: the role's initials and the first words of the text."""
        initials = "".join(word[0] for word in role.slug.split("-") if len(word) > 2)
        words = slugify(_TAGS.sub(" ", text)).split("-")[:6]
        stem = "-".join([initials, *words])[:70].strip("-") or "statement"
        taken = set(self.model.objects.filter(key__startswith=stem).values_list("key", flat=True))
        return first_free(stem, taken)

    @transaction.atomic
    def duplicate(self) -> list["Statement"]:
        """Add a copy of each at the end of its section; return the copies."""
        copies = []
        for statement in self.select_related("section__role").prefetch_related(*MODELS):
            copies.append(statement.copy_to(statement.section))
        Section.changed(copy.section_id for copy in copies)
        return copies

    @transaction.atomic
    def move_to(self, section: Section) -> int:
        """Put each at the end of the section, in the order they have; return how many moved."""
        statements = [*self.exclude(section=section).in_order()]
        left = {statement.section_id for statement in statements}
        for position, statement in enumerate(statements, start=section.next_position()):
            statement.section, statement.position = section, position
            statement.save(update_fields=["section", "position"])
        Section.changed([*left, section.pk] if left else [])
        return len(statements)


class Statement(Legible):
    # The fields a row and its value have in common.
    COPIED = (
        "text",
        "focus",
        "required",
        "headcount_min",
        "headcount_max",
        "leads",
        "countries",
        "question",
        "evidence",
        "evidence_weak",
        "milestone",
        "milestone_day",
    )

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="statements")
    key = models.SlugField(
        max_length=80, unique=True, help_text="A name that stays: postings show by it where a sentence comes from."
    )
    text = models.TextField(max_length=placeholders.SOURCE_LIMIT, validators=[validate_text])
    focus = models.CharField(max_length=20, choices=FOCUS_CHOICES)
    required = models.BooleanField(default=False, help_text="In every posting whose facts are known.")
    needs = models.ManyToManyField(Need, blank=True, related_name="statements")
    industries = models.ManyToManyField(
        Industry, blank=True, related_name="statements", help_text="Only for these. None chosen: for every industry."
    )
    headcount_min = models.PositiveSmallIntegerField("from people", null=True, blank=True)
    headcount_max = models.PositiveSmallIntegerField("to people", null=True, blank=True)
    areas = models.ManyToManyField(
        Area, blank=True, related_name="statements", help_text="What it is about: preferred where an owner stars it."
    )
    traits = models.ManyToManyField(
        Trait, blank=True, related_name="statements", help_text="What it asserts: only where an owner confirms it."
    )
    leads = models.JSONField(default=list, blank=True, help_text="Whom the post must lead. None: whoever it leads.")
    countries = models.JSONField(default=list, blank=True, help_text="Only in these. None: in every country.")
    question = models.TextField("interview question", max_length=500, blank=True)
    evidence = models.TextField("evidence to look for", max_length=500, blank=True)
    evidence_weak = models.TextField("sign of a weak answer", max_length=500, blank=True)
    milestone = models.CharField(max_length=300, blank=True, help_text="What is in place by the day beside it.")
    milestone_day = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=[(day, f"Day {day}") for day in pure.MILESTONE_DAYS]
    )
    position = models.PositiveIntegerField(default=0, db_index=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(focus__in=list(Focus)), name="statement_focus_known"),
            models.CheckConstraint(
                condition=models.Q(headcount_min__isnull=True)
                | models.Q(headcount_max__isnull=True)
                | models.Q(headcount_min__lte=models.F("headcount_max")),
                name="statement_headcount_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(milestone="", milestone_day__isnull=True)
                | models.Q(~models.Q(milestone=""), milestone_day__isnull=False, milestone_day__in=pure.MILESTONE_DAYS),
                name="statement_milestone_has_its_day",
            ),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def clean(self):
        errors = {}
        low, high = self.headcount_min, self.headcount_max
        if low is not None and high is not None and low > high:
            errors["headcount_max"] = "Give a number that is not below the first."
        for field in ("headcount_min", "headcount_max"):
            if (getattr(self, field) or 1) not in range(1, HEADCOUNT_MAX + 1):
                errors[field] = f"Give a number of people from 1 to {HEADCOUNT_MAX}, or leave it empty."
        if bool(self.milestone) != bool(self.milestone_day):
            field = "milestone_day" if self.milestone else "milestone"
            errors[field] = "A milestone and its day belong together."
        if errors:
            raise ValidationError(errors)

    def validate_constraints(self, exclude=None):
        """The choices of a field, or `clean`, have refused what each forbids: asking the database takes nine queries a
        row, and a page saves five hundred."""

    def copy_to(self, section: Section) -> "Statement":
        """Save a copy with a key of its own at the end of the section."""
        copy = Statement(
            section=section,
            key=Statement.objects.free_key(section.role, self.text),
            position=section.next_position(),
            **{field: getattr(self, field) for field in self.COPIED},
        )
        copy.save()
        for name in MODELS:
            getattr(copy, name).set(getattr(self, name).all())
        return copy

    def to_template(self, ties: Mapping[str, tuple[str, ...]] | None = None) -> pure.Statement:
        """The statement as a value; `ties` are the keys it is tied to, by their lists, where they were read already."""
        if ties is None:
            ties = {name: tuple(row.key for row in getattr(self, name).all()) for name in MODELS}
        values: dict[str, Any] = {field: getattr(self, field) for field in self.COPIED}
        values |= {name: ties.get(name, ()) for name in MODELS}
        values |= {"focus": Focus(self.focus), "leads": tuple(map(Leads, self.leads))}
        return pure.Statement(key=self.key, **values | {"countries": tuple(self.countries)})
