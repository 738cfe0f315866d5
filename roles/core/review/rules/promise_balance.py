"""Promise: the duties keep the balance of strategic and operational work that the title promises."""

from collections.abc import Iterator

from roles.core.compose.balance import balance

from ..context import Context
from ..finding import Finding, Level
from ..rule import Rule

SOURCE = "The distinction this portal teaches; many firms use both titles for the same job"


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding where the share of strategic duties, in per cent, is not what the title promises."""
    if context.pasted:
        return  # nobody has marked what each line of it is about
    counts = balance(context.document)
    if not counts.measurable or counts.kept:
        return
    promise = counts.promise
    yield context.finding(
        "promise_balance.share",
        Level.SHOULD_FIX,
        f"{counts.share(promise.focus)}% of what is either strategic or operational here is {promise.focus}; "
        f"{context.document.title} promises {promise.least} to {promise.most}%. "
        "Change some duties, or look at the other title.",
        why="People read the duties and judge by them what the title means.",
        source=SOURCE,
    )


RULE = Rule("promise_balance", "The duties keep what the title promises", find)
