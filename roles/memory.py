"""What a worker keeps of what it has made: what was asked for last, up to a size."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """Things under the name of all that they are made of: after a change that is another, and they are made anew.

    Nothing is thrown away by hand, and no process has to hear of another one's change.
    """

    def __init__(self, most: int, size: Callable[[T], int]) -> None:
        self._most, self._size, self._total = most, size, 0
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes, made once for each name."""
        with self._lock:
            if (found := self._kept.get(name)) is not None:
                self._kept.move_to_end(name)
                return found
        made = make()
        with self._lock:
            if name not in self._kept:
                self._kept[name] = made
                self._total += self._size(made)
            while self._total > self._most:
                self._total -= self._size(self._kept.popitem(last=False)[1])
        return made

    def forget(self) -> None:
        """Make all anew, as a new process would."""
        with self._lock:
            self._kept.clear()
            self._total = 0
