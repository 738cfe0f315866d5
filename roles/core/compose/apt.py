"""Whether a statement speaks of what an owner named in an area, and not only of the area."""

from .repeating import weighty
from .scope import Answered
from .template import Statement
from .vocabulary import Area

# Of these words a statement may mean another thing than she does: the roll line, a line of the budget.
_UNSURE = frozenset(
    word
    for text in (
        "line time work job week month year number cost plan hours team staff order sale new second first site done",
        "turn",
    )
    for word in weighty(text)
)
_UNNAMED, _WORD, _CUE = 1, 2, 1


def aptness(text: str, item: Answered, area: Area | None, *, of_trade: bool) -> int:
    """Return how well a statement in a starred area answers what the owner named there, 0 where it speaks of
    another part of it.

    Each word of weight that the two share counts. Where she calls the area by one of its own cues, a statement written
    for her trade (`of_trade`) speaks of that. What she neither named nor measured can be about all of the area.
    """
    named = weighty(_joined(f"{item.name} {item.target.kpi}" if item.name else item.target.outcome))
    if not named:
        return _UNNAMED
    shared = len((weighty(_joined(text)) & named) - _UNSURE)
    cued = of_trade and area is not None and bool(weighty(" ".join((*area.cues, area.name))) & named - _UNSURE)
    return _WORD * shared + _CUE * cued


def of_trade(item: Statement) -> bool:
    """Return whether a statement asserts what is usual in a trade and nobody has confirmed."""
    return bool(item.industries) and not item.traits


def has_target(item: Answered) -> bool:
    """Return whether she gave a figure to reach, or an outcome."""
    return bool(item.target.outcome or item.target.goal)


def _joined(text: str) -> str:
    """Words with a hyphen as one: a call-back is a callback."""
    return text.replace("-", "")
