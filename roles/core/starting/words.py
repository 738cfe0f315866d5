"""Word lists of this package: text files beside it, words apart by white space, "#" begins a comment."""

from functools import cache
from pathlib import Path


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a list; a line that begins "= " is a phrase, and none of them."""
    return frozenset(word for line in _lines(name) if not line.startswith("= ") for word in line.split())


@cache
def phrases_of(name: str) -> tuple[str, ...]:
    """Return the phrases of a list, the longest first."""
    found = (line.removeprefix("= ").strip() for line in _lines(name) if line.startswith("= "))
    return tuple(sorted(found, key=len, reverse=True))


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return [line.partition("#")[0].strip() for line in text.splitlines()]
