"""A comparison in words: line by line for a terminal, and in one paragraph for the log."""

from collections.abc import Iterator
from typing import Any

from roles.core.compose.vocabulary import Need, Trait

from .comparison import Change, Comparison, FieldChange, StatementChange
from .spans import Op, Span

SUMMARY_LIMIT = 2_000
_MARKS = {Op.SAME: "{}", Op.REMOVED: "[-{}-]", Op.ADDED: "{{+{}+}}"}


def written(comparison: Comparison) -> Iterator[str]:
    """Yield lines that show every difference; removed words as `[-words-]`, added ones as `{+words+}`."""
    yield from _field_lines(comparison.fields, "")
    for section in comparison.sections:
        yield f"Section “{section.value.heading}”{_what(section)}"
        yield from _field_lines(section.fields, "  ")
        for statement in section.statements:
            yield f"  {statement.key}{_what(statement)}{_from(comparison, statement)}"
            if statement.added or statement.removed:
                yield f"    {_mark(Span(Op.ADDED if statement.added else Op.REMOVED, statement.value.text))}"
            yield from _field_lines(statement.fields, "    ")
    for change in comparison.shared:
        value = change.value
        name = value.phrase if isinstance(value, Need | Trait) else value.name
        yield f"{type(value).__name__} “{name}”{_what(change)}"
        yield from _field_lines(change.fields, "  ")


def summary(comparison: Comparison) -> str:
    """Return one paragraph that names each section, statement and entry of a shared list that differs.

    At most SUMMARY_LIMIT characters; what does not fit is counted.
    """
    parts = [f"Role: {', '.join(change.name for change in comparison.fields)}."] if comparison.fields else []
    for section in comparison.sections:
        rows = [f"{statement.key}{_what(statement)}" for statement in section.statements]
        inside = f" ({'; '.join(rows)})" if rows else ""
        parts.append(f"{section.value.heading}{_what(section)}{inside}.")
    parts += [f"{type(change.value).__name__} {change.key}{_what(change)}." for change in comparison.shared]
    text = " ".join(parts) or "Nothing differs."
    if len(text) <= SUMMARY_LIMIT:
        return text
    count = sum(1 for _ in comparison.statements())
    return f"{text[: SUMMARY_LIMIT - 60]}… and more; {count} statements in all."


def _what(change: Change[Any]) -> str:
    if change.added:
        return " added"
    if change.removed:
        return " removed"
    changes = []
    if change.moved:
        changes.append("moved")
    if isinstance(change, StatementChange) and change.reworded:
        changes.append("reworded")
    if others := [field.name for field in change.fields if field.name != "text"]:
        changes.append(f"{', '.join(others)} changed")
    return f" {', '.join(changes)}" if changes else ""


def _from(comparison: Comparison, change: StatementChange) -> str:
    if change.moved is None:
        return ""
    if change.moved.between_sections:
        return f" (from “{comparison.heading(change.moved.old_section)}”)"
    return f" (from place {change.moved.old_place} to {change.moved.new_place})"


def _field_lines(changes: tuple[FieldChange, ...], indent: str) -> Iterator[str]:
    for change in changes:
        words = "".join(_mark(span) for span in change.spans)
        yield f"{indent}{change.name}: {words}"


def _mark(span: Span) -> str:
    return _MARKS[span.op].format(span.words)
