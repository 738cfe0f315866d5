"""The title finder and the comparison of the titles, as rows."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction

from roles.core import finder as pure
from roles.core.finder.comparison import row_problems
from roles.core.finder.questions import UNSURE, WEIGHT_MAX, role_problem

from .base import Legible, Shipped, ShippedQuerySet
from .vocabulary import Need


def _choices(enum):
    return [(member.value, member.value.replace("_", " ").capitalize()) for member in enum]


class Question(Shipped):
    CALLED = "text"
    RELATED = ("answers__needs",)

    key = models.SlugField(unique=True, help_text="A short name that stays: links to results hold it.")
    text = models.CharField(max_length=200)
    why = models.CharField("why we ask", max_length=300)
    tie_breaker = models.BooleanField(default=False, help_text="Says which title comes first when the score does not.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = "title finder question"

    def __str__(self):
        return self.text

    def to_value(self) -> pure.Question:
        return pure.Question(
            key=self.key,
            text=self.text,
            why=self.why,
            tie_breaker=self.tie_breaker,
            answers=tuple(answer.to_value() for answer in self.answers.all()),
        )

    @transaction.atomic
    def save_value(self, value) -> None:
        """Save the row and its answers with the fields of a value; answers whose keys stay keep their ids."""
        for field in ("key", "text", "why", "tie_breaker"):
            setattr(self, field, getattr(value, field))
        self.save()
        self.answers.exclude(key__in=[answer.key for answer in value.answers]).delete()
        for position, answer in enumerate(value.answers, start=1):
            fields = {"text": answer.text, "weight": answer.weight, "flag": answer.flag or "", "position": position}
            row, _ = self.answers.update_or_create(key=answer.key, defaults=fields)
            row.needs.set(Need.objects.filter(key__in=answer.needs))


class Answer(Legible):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    key = models.SlugField(help_text="A short name that stays: links to results hold it.")
    text = models.CharField(max_length=120)
    weight = models.SmallIntegerField(
        default=0,
        validators=[MinValueValidator(-WEIGHT_MAX), MaxValueValidator(WEIGHT_MAX)],
        help_text=f"-{WEIGHT_MAX} to {WEIGHT_MAX}. Above 0: the strategic title. Below 0: the operational one.",
    )
    flag = models.CharField(max_length=20, blank=True, choices=_choices(pure.Flag), help_text="Takes a branch.")
    needs = models.ManyToManyField(
        Need, blank=True, related_name="answers", help_text="What the answer shows is lacking."
    )
    position = models.PositiveIntegerField(default=0, db_index=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="answer_key_once_a_question"),
            models.CheckConstraint(condition=~models.Q(key=UNSURE), name="answer_is_not_unsure"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=-WEIGHT_MAX, weight__lte=WEIGHT_MAX), name="answer_weight_in_range"
            ),
            models.CheckConstraint(condition=models.Q(flag__in=["", *pure.Flag]), name="answer_flag_known"),
        ]

    def __str__(self):
        return self.text

    def to_value(self) -> pure.Answer:
        return pure.Answer(
            key=self.key,
            text=self.text,
            weight=self.weight,
            needs=tuple(need.key for need in self.needs.all()),
            flag=pure.Flag(self.flag) if self.flag else None,
        )


class Passage(Shipped):
    key = models.SlugField(unique=True, help_text="For a verdict: the name of the verdict it explains.")
    kind = models.CharField(max_length=20, choices=_choices(pure.PassageKind))
    heading = models.CharField(max_length=120)
    text = models.TextField(max_length=1000)
    # A slug, as the key of no row: roles are retired and come back, and an edition names them, too.
    role = models.SlugField(
        "title it names",
        blank=True,
        db_index=False,
        help_text="Owners are offered this title first. Empty: as the score has it.",
    )

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = "title finder result or note"
        verbose_name_plural = "title finder results and notes"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=list(pure.PassageKind)), name="passage_kind_known")
        ]

    def __str__(self):
        return self.heading

    def clean(self):
        if self.kind == pure.PassageKind.VERDICT and self.key not in list(pure.Verdict):
            raise ValidationError({"key": f"The key of a result is one of: {', '.join(pure.Verdict)}."})
        if message := role_problem(self.kind, self.key, self.role):
            raise ValidationError({"role": f"This {message}."})

    def to_value(self) -> pure.Passage:
        kind = pure.PassageKind(self.kind)
        return pure.Passage(key=self.key, kind=kind, heading=self.heading, text=self.text, role=self.role)


class ComparisonRow(Shipped):
    key = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=_choices(pure.RowKind), default=pure.RowKind.PAIR.value)
    label = models.CharField(max_length=80)
    strategic = models.TextField("strategic title", max_length=1500, blank=True, help_text="Each line a paragraph.")
    operational = models.TextField("operational title", max_length=1500, blank=True)
    text = models.TextField("text for both titles", max_length=2000, blank=True, help_text="Of all but a pair.")
    short_strategic = models.CharField("strategic title, in short", max_length=200, blank=True)
    short_operational = models.CharField("operational title, in short", max_length=200, blank=True)
    short_text = models.CharField(
        "text in short", max_length=300, blank=True, help_text="The short forms stand on the home page."
    )
    note = models.CharField(max_length=300, blank=True, help_text="Whose word it is, where it is not the article's.")

    objects = ShippedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=list(pure.RowKind)), name="row_kind_known")]

    def __str__(self):
        return self.label

    def clean(self):
        if self.kind in list(pure.RowKind) and (found := dict(row_problems(self.to_value()))):
            raise ValidationError({field: f"This {message}." for field, message in found.items()})

    def to_value(self) -> pure.ComparisonRow:
        fields = pure.ComparisonRow.__dataclass_fields__
        return pure.ComparisonRow(**{name: getattr(self, name) for name in fields} | {"kind": pure.RowKind(self.kind)})
