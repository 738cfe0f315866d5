"""How connections are shared: a worker that has more of them than another leaves the next one to it for a moment.

All workers wait at one socket, and whoever wakes first takes what has come. Sixteen connections of a proxy came to lie
three and thirteen, and kept alive they stay there: one worker idles, and the other's answers take four times as long.
"""

import mmap
import time

PLACES = 64  # more workers than this share places, and then leave each other less
# So long a connection is left, in seconds: as the other may wait for its interpreter (`sys.getswitchinterval`).
LEFT = 0.005
# Who finds one so long after it was left finds another one.
ANOTHER = 4 * LEFT


class Shares:
    """How many connections each worker has that takes any, in memory that all see. Made before the workers are."""

    def __init__(self, places: int = PLACES):
        self.counts = memoryview(mmap.mmap(-1, 4 * places)).cast("i")  # of a worker: one more than it has; 0 for none

    def place_of(self, number: int) -> int:
        return number % len(self.counts)

    def put(self, place: int, connections: int) -> None:
        """Record what the worker has that takes connections."""
        self.counts[place] = connections + 1

    def clear(self, place: int) -> None:
        """Record that the worker takes no connections: it starts, is full, ends or has died."""
        self.counts[place] = 0

    def has_most(self, place: int) -> bool:
        """Whether another worker has fewer."""
        return any(0 < count < self.counts[place] for count in self.counts)


class Leaving:
    """Whether a worker leaves the connection that waits, asked each time it sees one."""

    def __init__(self, shares: Shares, place: int, clock=time.monotonic):
        self.shares, self.place, self.clock = shares, place, clock
        self.since = float("-inf")

    def __call__(self) -> bool:
        if not self.shares.has_most(self.place):
            return False
        now = self.clock()
        if now - self.since > ANOTHER:
            self.since = now
        return now - self.since < LEFT
