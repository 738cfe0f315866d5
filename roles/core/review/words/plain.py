"""Word lists that are not looked for by themselves: words and phrases that other code asks for."""

from functools import cache

from .files import plain_texts, read_file


@cache
def entries_by_group(name: str) -> dict[str, tuple[str, ...]]:
    """Return the texts below each heading of a list whose entries are written out. Raises WordListError."""
    found: dict[str, list[str]] = {}
    for entry, text in plain_texts(read_file(name)):
        found.setdefault(entry.group.name, []).append(text)
    return {group: tuple(words) for group, words in found.items()}


@cache
def alternatives(name: str) -> str:
    """Return a regular expression of a list's entries, to be part of a larger one. Raises WordListError."""
    return f"(?:{'|'.join(entry.expression.regex for entry in read_file(name).entries)})"
