"""Word lists of composing: groups of words in a text file, each below its "== name"."""

from functools import cache
from pathlib import Path


@cache
def words_of(name: str, group: str) -> frozenset[str]:
    """Return the words of a group of a list beside this module, apart by white space; "#" begins a comment."""
    found: set[str] = set()
    current = ""
    for line in Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("=="):
            current = text.strip("= ")
        elif current == group and not text.startswith("#"):
            found.update(text.split())
    return frozenset(found)
