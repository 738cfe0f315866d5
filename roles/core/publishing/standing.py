"""Whether a publication is open, by the clock at the moment it is read: no task has to have run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

# How long a closed publication has a page that states it.
SHOWN_CLOSED: Final = timedelta(days=30)
# How long a copy of an answer may be used: seconds; and how long beyond, while a fresh one is fetched.
_FRESH: Final = 300
_STALE: Final = 60


class State(StrEnum):
    """What a visitor finds: nothing yet (waiting, held), the page, a page that it is closed, nothing any more."""

    WAITING = "waiting"
    HELD = "held"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"

    @property
    def is_over(self) -> bool:
        """Whether there was a page, and will be none unless its owner publishes it again."""
        return self in (State.WITHDRAWN, State.GONE)

    @property
    def is_hidden(self) -> bool:
        """Whether there is nothing to see for now."""
        return self in (State.WAITING, State.HELD)


@dataclass(frozen=True, slots=True)
class Freshness:
    """For how many seconds a shared cache may answer with a copy, and for how many more while it asks again."""

    max_age: int
    stale: int = 0

    @property
    def header(self) -> str:
        """The value of Cache-Control."""
        stale = f", stale-while-revalidate={self.stale}" if self.stale else ""
        return f"public, max-age={self.max_age}{stale}"

    @classmethod
    def within(cls, left: timedelta | None) -> "Freshness":
        """Return how long an answer may be kept that is another one after so long; None for no end that is known."""
        if left is None:
            return cls(_FRESH, _STALE)
        # Caches count whole seconds, and some keep a copy to the end of its last one.
        seconds = max(int(left.total_seconds()) - 1, 0)
        max_age = min(_FRESH, seconds)
        return cls(max_age, min(_STALE, seconds - max_age))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides the state. `closes_at` is the moment its last day has ended at its place, `closed_at` that of its
    owner closing it; both are aware times."""

    closes_at: datetime
    closed_at: datetime | None = None
    withdrawn: bool = False
    waiting: bool = False
    held: bool = False

    @property
    def ends_at(self) -> datetime:
        """The first moment it is no longer open."""
        return self.closes_at if self.closed_at is None else min(self.closed_at, self.closes_at)

    def state(self, now: datetime) -> State:
        """Return the state at an aware time. What is withdrawn stays so, whatever else was decided about it."""
        if self.withdrawn:
            return State.WITHDRAWN
        if self.held:
            return State.HELD
        if self.waiting:
            return State.WAITING
        if now < self.ends_at:
            return State.OPEN
        return State.CLOSED if now < self.ends_at + SHOWN_CLOSED else State.GONE

    def freshness(self, now: datetime) -> Freshness:
        """Return how long an answer of now may be kept: no copy, fresh or stale, outlasts the state it shows."""
        state = self.state(now)
        if state is State.OPEN:
            left = self.ends_at - now
        elif state is State.CLOSED:
            left = self.ends_at + SHOWN_CLOSED - now
        else:
            return Freshness(_FRESH)
        return Freshness.within(left)
