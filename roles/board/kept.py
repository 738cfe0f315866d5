"""Bytes that a worker keeps in its memory under the name of all that they are made of: after a change that is another.

Nothing is thrown away by hand, and no process has to hear of another one's change: each asks the database what there is
now, and makes the bytes only of what it has not seen yet.
"""

import gzip
import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime

from roles.memory import Recent
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


class Memory(Recent[Kept]):
    """What was asked for last, up to so many bytes."""

    def __init__(self, bytes_most: int = BYTES_MOST) -> None:
        super().__init__(bytes_most, lambda kept: len(kept.packed))

    def get(self, parts: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what `make` makes of these parts, made once.

        What it makes may be newer than the parts: then they are not found again, for no change takes another back.
        """
        return super().get(hashlib.sha256(repr((release(), parts)).encode()).digest(), make)


memory = Memory()
