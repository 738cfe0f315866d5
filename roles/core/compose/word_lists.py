"""Word lists of composing: groups of words in a text file, each below its "== name"."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path


@cache
def words_of(name: str, group: str) -> frozenset[str]:
    """Return the words of a group of a list beside this module, apart by white space; "#" begins a comment."""
    return frozenset(word for line in _lines_of(name, group) for word in line.split())


@cache
def pairs_of(name: str, group: str) -> Mapping[str, str]:
    """Return the pairs of a group of a list beside this module, a line each: "recieve = receive"."""
    pairs = (line.partition(" = ") for line in _lines_of(name, group))
    return {typed: meant for typed, equals, meant in pairs if equals}


def _lines_of(name: str, group: str) -> Iterator[str]:
    current = ""
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("=="):
            current = text.strip("= ")
        elif current == group and not text.startswith("#"):
            yield text
