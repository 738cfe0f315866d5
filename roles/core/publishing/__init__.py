"""What a posting is to the world: whether it is open, what may be published, what its page marks up.

Pure: the rows, pages and feeds that use it are the board's.
"""

from . import poster
from .changes import LineChange, changes
from .conditions import LAST_DAY_MOST, Terms, day_problem, for_the_world
from .markup import lacking, markup
from .rules import Breach, breaches
from .standing import SHOWN_CLOSED, Freshness, Standing, State
from .words import WORDS_MOST, words_of

__all__ = [
    "LAST_DAY_MOST",
    "SHOWN_CLOSED",
    "WORDS_MOST",
    "Breach",
    "Freshness",
    "LineChange",
    "Standing",
    "State",
    "Terms",
    "breaches",
    "changes",
    "day_problem",
    "for_the_world",
    "lacking",
    "markup",
    "poster",
    "words_of",
]
