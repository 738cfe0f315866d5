"""Bytes that a worker keeps in its memory under the name of all that they are made of: after a change that is another.

Nothing is thrown away by hand, and no process has to hear of another one's change: each asks the database what there is
now, and makes the bytes only of what it has not seen yet.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from roles.stored import release

from .rendering import pack

# Of all bytes together, in each worker: the feeds of five hundred roles take some 20 kB to 600 kB.
BYTES_MOST = 16_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A text as it is sent, compressed with gzip; its name for caches; when what it shows was last changed."""

    packed: bytes
    etag: str
    changed_at: datetime | None = None

    @classmethod
    def of(cls, text: str, changed_at: datetime | None = None) -> "Kept":
        return cls(pack(text), hashlib.sha256(text.encode()).hexdigest()[:20], changed_at)

    @property
    def text(self) -> str:
        return gzip.decompress(self.packed).decode()


class Memory:
    """What was asked for last, up to so many bytes."""

    def __init__(self, bytes_most: int = BYTES_MOST) -> None:
        self._most, self._size = bytes_most, 0
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, parts: tuple[object, ...], make: Callable[[], Kept]) -> Kept:
        """Return what `make` makes of these parts, made once.

        What it makes may be newer than the parts: then they are not found again, for no change takes another back.
        """
        name = hashlib.sha256(repr((release(), parts)).encode()).digest()
        with self._lock:
            if found := self._kept.get(name):
                self._kept.move_to_end(name)
                return found
        made = make()
        with self._lock:
            if name not in self._kept:
                self._kept[name] = made
                self._size += len(made.packed)
            while self._size > self._most:
                self._size -= len(self._kept.popitem(last=False)[1].packed)
        return made

    def forget(self) -> None:
        """Make all anew, as a new process would."""
        with self._lock:
            self._kept.clear()
            self._size = 0


memory = Memory()
