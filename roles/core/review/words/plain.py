"""Word lists that are not looked for by themselves: words and phrases that other code asks for."""

from functools import cache

from .files import WordListError, plain_texts, read_file


@cache
def entries_by_group(name: str) -> dict[str, tuple[str, ...]]:
    """Return the texts below each heading of a list whose entries are written out. Raises WordListError."""
    found: dict[str, list[str]] = {}
    for entry, text in plain_texts(read_file(name)):
        found.setdefault(entry.group.name, []).append(text)
    return {group: tuple(words) for group, words in found.items()}


@cache
def alternatives(name: str, group: str = "") -> str:
    """Return a regular expression of a list's entries, or of one heading's, to be part of a larger one.

    It ends where a word ends, but may begin within one. Raises WordListError.
    """
    entries = read_file(name).entries
    chosen = [entry.expression.regex for entry in entries if entry.group.name == (group or entry.group.name)]
    if not chosen:
        raise WordListError(f"{name}.txt has no heading “{group}”")
    return f"(?:{'|'.join(chosen)})"
