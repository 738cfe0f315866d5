"""Ours: lines that are in the posting as the template wrote them, until its owner has been through them."""

from collections.abc import Iterator

from ..context import Context
from ..finding import Finding, Level
from ..rule import Rule


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for all the lines of ours that nobody has looked at."""
    if not context.unread:
        return
    lines = "1 line is from the template: keep it, reword it or drop it." if context.unread == 1 else (
        f"{context.unread} lines are from the template: keep, reword or drop each."
    )  # fmt: skip
    yield context.finding(
        "ours.unread",
        Level.CONSIDER,
        lines,
        why="They describe a routine that only you can confirm. A posting is yours when you have been through them.",
        source="Our judgement",
    )


RULE = Rule("ours", "Lines nobody has been through", find)
