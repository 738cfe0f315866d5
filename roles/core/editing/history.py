"""Undo and redo: which of a posting's states comes before the one shown, which after, and what a change does to them.

Only the names and times of the states are looked at, never their texts: whoever keeps the states
does with them what these functions return. What is undone goes back to exactly what was shown
before, so a change goes on with the one before it only while nothing came between the two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Rewording one line is one step to undo while its saves follow its first one this closely.
ONE_STEP = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One state: the revision it was saved as, the change that made it ("" for the first state), when, and by whom.

    `by` is anything that is equal for one hand; a `named` state stays as it was named.
    """

    revision: int
    change: str
    made_at: datetime
    by: object = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a change does to the states.

    `keep_shown` is whether the state shown has to be saved before it, as nothing was so far;
    `dropped` are the revisions that can no longer be redone; `onto` is the revision whose
    state the change goes on with and replaces, None where it makes a state of its own.
    """

    keep_shown: bool
    dropped: tuple[int, ...]
    onto: int | None


def undone(steps: Iterable[Step], present: int) -> Step | None:
    """Return the state to show after an undo, None where there is nothing to undo."""
    return max((step for step in steps if step.revision < present), key=_number, default=None)


def redone(steps: Iterable[Step], present: int) -> Step | None:
    """Return the state to show after a redo, None where nothing was undone."""
    return min((step for step in steps if step.revision > present), key=_number, default=None)


def record(
    steps: Iterable[Step], *, present: int, latest: int, change: str, at: datetime, by: object = None
) -> Recorded:
    """Return what a change made now does to the states.

    `present` is the revision of the state shown, `latest` the number of the last save of any
    kind: the two differ after an undo or a redo, and then the change is a step of its own.
    """
    held = {step.revision: step for step in steps}
    shown = held.get(present)
    goes_on = (
        shown is not None
        and present == latest
        and change.startswith("reword:")
        and (shown.change, shown.by, shown.named) == (change, by, False)
        and at - shown.made_at < ONE_STEP
    )
    return Recorded(
        keep_shown=shown is None,
        dropped=tuple(sorted(revision for revision in held if revision > present)),
        onto=present if goes_on else None,
    )


def _number(step: Step) -> int:
    return step.revision
