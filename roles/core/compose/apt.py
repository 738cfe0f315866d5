"""What a statement speaks of beside an owner's answers."""

from .scope import Answered
from .template import Statement


def of_trade(item: Statement) -> bool:
    """Return whether a statement asserts what is usual in a trade and nobody has confirmed."""
    return bool(item.industries) and not item.traits


def has_target(item: Answered) -> bool:
    """Return whether she gave a figure to reach, or an outcome."""
    return bool(item.target.outcome or item.target.goal)
