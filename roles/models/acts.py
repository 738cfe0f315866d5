"""What was done at once to several drafts or to the lists they share, kept so that it can be undone at once."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from roles.core import codec

from .finder import Answer
from .statements import Statement
from .vocabulary import MODELS, Need

LIST_OF = {model._meta.model_name: name for name, model in MODELS.items()}
ACTS_KEPT = 500


class ActQuerySet(models.QuerySet):
    def make(
        self,
        what: str,
        *,
        by=None,
        taken: list[dict[str, Any]] = [],  # noqa: B006 - only read
        rows: Mapping[str, Any] = {},
    ) -> "Act":
        """Save an act; forget the oldest of all."""
        act = self.create(what=what[:200], made_by=by, taken=list(taken), rows=dict(rows))
        old = self.order_by("-pk").values_list("pk", flat=True)[ACTS_KEPT:]
        self.filter(pk__in=list(old)).delete()
        return act


class Act(models.Model):
    """`taken` are rows of the shared lists that it deleted, each with all it was tied to. `rows` is what the draft of
    each kind held whose rows it replaced as a whole."""

    what = models.CharField(max_length=200)
    taken = models.JSONField(default=list)
    rows = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        default_permissions = []

    def __str__(self):
        return self.what

    @staticmethod
    def of_row(row) -> dict[str, Any]:
        """What deleting a row of a shared list takes: the row, and what it is tied to."""
        answers = row.answers.values_list("question__key", "key") if isinstance(row, Need) else []
        return {
            "list": LIST_OF[row._meta.model_name],
            "value": codec.dump(row.to_value()),
            "position": row.position,
            "loaded": row.loaded,
            "statements": list(row.statements.values_list("key", flat=True)),
            "answers": [list(keys) for keys in answers],
        }

    @transaction.atomic
    def give_back(self) -> None:
        """Put the rows it took back, at their places, tied to what they were tied to and what is still there.

        Raises ValidationError where it was done already, or where another row has the name of one by now.
        """
        act = Act.objects.select_for_update().get(pk=self.pk)
        if act.undone_at:
            raise ValidationError("This was undone already. Nothing has changed.", code="undone")
        for taken in act.taken:
            _give_back(taken)
        self.settle()

    def settle(self) -> None:
        """Remember that it is undone."""
        self.undone_at = timezone.now()
        self.save(update_fields=["undone_at"])


def _give_back(taken: dict[str, Any]) -> None:
    model: Any = MODELS[taken["list"]]
    key = taken["value"]["key"]
    row = model.objects.filter(key=key).first()
    if row is None:
        row = model(position=taken["position"], loaded=taken["loaded"])
        for field, content in taken["value"].items():
            setattr(row, field, content)
        try:
            row.validate_unique()
        except ValidationError as error:
            raise ValidationError([f"“{row}”: {message}" for message in error.messages]) from error
        model.objects.filter(position__gte=row.position).update(position=models.F("position") + 1)
        row.save()
    row.statements.add(*Statement.objects.filter(key__in=taken["statements"]))
    for question, answer in taken["answers"]:
        for found in Answer.objects.filter(question__key=question, key=answer):
            found.needs.add(row)
