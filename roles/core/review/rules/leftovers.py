"""Leftovers of the page a posting was copied from, and labels with nothing behind them."""

from collections.abc import Iterator

from roles.core.reading import is_leftover

from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule

SOURCE = "Our judgement"
WHY = "A reader sees that the text was copied and not read again."
_LONGEST = 120


def find(context: Context) -> Iterator[Finding]:
    """Yield each line of a pasted text that is a page's own, "Show less", and each label left empty, "Close date"."""
    if not context.pasted:
        return
    empty = set(context.stated.empty_labels)
    for item in context.items:
        if len(item.text) > _LONGEST:
            continue
        if is_leftover(item.text):
            yield _finding(item, "leftovers.page", f"“{item.text.strip()}” is of the page this was copied from.")
        elif item.text in empty:
            yield _finding(
                item, "leftovers.label", f"“{item.text.strip()}” has nothing after it.", "Fill it in, or leave it out."
            )


def _finding(item: ReviewedItem, id: str, message: str, advice: str = "Leave it out.") -> Finding:
    return item.finding(id, Level.SHOULD_FIX, f"{message} {advice}", why=WHY, source=SOURCE)


RULE = Rule("leftovers", "Leftovers of a page", find)
