"""Marks between the cells of a line, which stand for what a table shows and are printed as words are."""

import re

_TABS = re.compile(r"\s*\t\s*")
_PIPES = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
# Of a line alone: what it states, and its value behind a tab or the only pipe.
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\t:|]{1,28}(?<![:\s]))(?:[ ]*\t|\s+\|(?![^|]*\|))\s*")


def without_cells(text: str) -> str:
    """Return a line of cells as one of words: "Hours: 37" of a label with a tab or a lone pipe behind it."""
    if "\t" not in text and "|" not in text:
        return text
    text = _LABEL.sub(r"\g<label>: ", text, count=1) if _LABEL.match(text) else text
    return _TABS.sub(" ", text)


def without_pipes(text: str) -> str:
    """Return a line with points for the pipes between its parts."""
    return _PIPES.sub("·", text)
