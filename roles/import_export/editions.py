"""The rows of a kind of shared content replaced as a whole, and kept before so that it can be undone."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from roles.core.finder import TitleFinder
from roles.models import Act, Need, Role
from roles.models.drafts import UNDOING
from roles.models.editions import LISTS, Kind, of_content, to_content
from roles.models.kinds import ROWS, draft_of
from roles.models.vocabulary import MODELS

from .drafts import in_use, replace_drafts, undo_act
from .importing import lock_shared_rows, replace_rows


def rows_after_restoring(kind: str, value: Any) -> Any:
    """Return the draft of a kind as restoring `value` would leave it: a list keeps what something else uses."""
    if kind in LISTS:
        return (*value, *(row.to_value() for row in in_use(MODELS[kind], value, [])))
    return value


@transaction.atomic
def restore_rows(kind: str, value: Any, *, by=None, reason: str) -> Act:
    """Make the rows of a kind hold what a value holds; return the act that undoes it. Raises ValidationError, and then
    nothing has changed."""
    lock_shared_rows()
    act = Act.objects.make(reason, by=by, rows={kind: to_content(draft_of(kind))})
    if kind in LISTS:
        replace_drafts([], lists={kind: value}, by=by, reason=reason)
    elif kind == Kind.FINDER:
        _refuse_missing_needs(value)
        for model, values in zip(ROWS[kind], (value.questions, value.passages), strict=True):
            replace_rows(model, values)
    else:
        replace_rows(ROWS[kind][0], value)
    return act


@transaction.atomic
def undo(act: Act, *, by=None) -> list[Role]:
    """Undo what was done at once, once: to the rows of kinds and to drafts; return the roles it concerned. Raises
    ValidationError, and then nothing has changed."""
    if not act.rows:
        return undo_act(act, by=by)
    if Act.objects.select_for_update().get(pk=act.pk).undone_at:
        raise ValidationError("This was undone already. Nothing has changed.", code="undone")
    for kind, content in act.rows.items():
        restore_rows(kind, of_content(kind, content), by=by, reason=f"{UNDOING}{act.what}")
    act.settle()
    return []


def _refuse_missing_needs(finder: TitleFinder) -> None:
    named = {need for question in finder.questions for answer in question.answers for need in answer.needs}
    missing = sorted(named - set(Need.objects.values_list("key", flat=True)))
    if missing:
        raise ValidationError(
            [f"An answer shows the need “{key}”, which is there no more. Restore the needs first." for key in missing]
        )
