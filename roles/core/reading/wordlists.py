"""Word lists of the reading: groups of lines in a text file, each below its "== name"."""

import re
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


def at_words(expression: str) -> re.Pattern[str]:
    """Compile an expression whose matches begin a word, or with a mark or a space behind one, and try it only there.

    Of a long list of alternatives that is three times as quick: most letters of a text begin none.
    """
    return re.compile(rf"(?:(?<!\w)|(?=[^\w\s]))(?:{expression})")
