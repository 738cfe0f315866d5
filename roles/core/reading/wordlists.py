"""Word lists of the reading: groups of lines in a text file, each below its "== name"."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines below each name of a list beside this module; "#" begins a comment. A line is in one group."""
    found: dict[str, dict[str, None]] = {}
    group = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("=="):
            group = text.strip("= ")
            found.setdefault(group, {})
        elif text and not text.startswith("#"):
            found[group][text] = None
    return {name: tuple(lines) for name, lines in found.items()}
