"""Undo and redo follow exactly what was seen, against a model that keeps whole texts in a list."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roles.core.editing.history import ONE_STEP, Step, record, redone, undone
from tests.profiles import many_examples

START = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
CHANGES = st.sampled_from(["reword:one", "reword:two", "remove:one", "split:two", "reword", "brief"])
acts = st.lists(
    st.one_of(
        st.tuples(CHANGES, st.integers(0, 3), st.integers(0, 80)),
        st.sampled_from([("undo", 0, 1), ("redo", 0, 1)]),
    ),
    max_size=25,
)


@dataclass
class Kept:
    """A posting as rows keep it: texts by revision, and what `history` says of them."""

    texts: dict[int, int] = field(default_factory=dict)
    steps: dict[int, Step] = field(default_factory=dict)
    shown: int = 0
    present: int = 1
    latest: int = 1

    def change(self, name, text, at):
        if text == self.shown:
            return
        done = record(self.steps.values(), present=self.present, latest=self.latest, change=name, at=at)
        if done.keep_shown:
            self._put(self.present, "", self.shown, at)
        for revision in done.dropped:
            del self.steps[revision], self.texts[revision]
        self.latest += 1
        if done.onto is not None:
            made_at = self.steps.pop(done.onto).made_at
            del self.texts[done.onto]
            at = made_at
        self._put(self.latest, name, text, at)
        self.shown, self.present = text, self.latest

    def step(self, found):
        if found is None:
            return
        self.shown, self.present = self.texts[found.revision], found.revision
        self.latest += 1

    def _put(self, revision, name, text, at):
        self.texts[revision] = text
        self.steps[revision] = Step(revision=revision, change=name, made_at=at)


class Model:
    """What an owner expects: a list of all she has seen, and where she is in it."""

    def __init__(self):
        self.seen, self.at, self.typing = [0], 0, None

    def change(self, name, text, at):
        if text == self.seen[self.at]:
            return
        goes_on = self.typing is not None and self.typing[0] == name and at - self.typing[1] < timedelta(seconds=60)
        del self.seen[self.at + 1 :]
        if goes_on:
            self.seen[self.at] = text
            return
        self.seen.append(text)
        self.at += 1
        self.typing = (name, at) if name.startswith("reword:") else None

    def undo(self):
        if self.at:
            self.at, self.typing = self.at - 1, None

    def redo(self):
        if self.at + 1 < len(self.seen):
            self.at, self.typing = self.at + 1, None


@given(acts)
@many_examples
def test_undo_and_redo_show_exactly_what_was_seen(acts):
    kept, model, now = Kept(), Model(), START
    for name, text, seconds in acts:
        now += timedelta(seconds=seconds)
        if name == "undo":
            kept.step(undone(kept.steps.values(), kept.present))
            model.undo()
        elif name == "redo":
            kept.step(redone(kept.steps.values(), kept.present))
            model.redo()
        else:
            kept.change(name, text, now)
            model.change(name, text, now)
        assert kept.shown == model.seen[model.at]
        assert (undone(kept.steps.values(), kept.present) is not None) == (model.at > 0)
        assert (redone(kept.steps.values(), kept.present) is not None) == (model.at + 1 < len(model.seen))


def step(revision, change="", at=START):
    return Step(revision=revision, change=change, made_at=at)


def test_writing_on_goes_on_with_the_same_step():
    steps = [step(1), step(2, "reword:one")]
    soon = START + ONE_STEP - timedelta(seconds=1)
    assert record(steps, present=2, latest=2, change="reword:one", at=soon).onto == 2
    assert record(steps, present=2, latest=2, change="reword:one", at=START + ONE_STEP).onto is None
    assert record(steps, present=2, latest=2, change="reword:two", at=soon).onto is None


def test_writing_on_after_an_undo_is_a_step_of_its_own():
    steps = [step(1), step(2, "reword:one"), step(3, "add:skills")]
    done = record(steps, present=2, latest=4, change="reword:one", at=START)
    assert (done.onto, done.dropped, done.keep_shown) == (None, (3,), False)


def test_the_first_change_keeps_what_was_shown_before_it():
    assert record([], present=1, latest=1, change="reword:one", at=START).keep_shown
