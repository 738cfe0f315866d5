"""Starting from what an owner has: an old posting, a description or notes, and what became of every word of it.

`read_old_text` reads, `start(old, template, today=…)` places each part, `make(…)` composes and settles the account,
`bring_back` puts words left out into the posting. Pure; her words are never reworded.
"""

from .account import Account, Became, Entry, is_printed, still_there
from .areas import Recognised, as_scope
from .making import bring_back, make
from .old_text import OldText, read_old_text
from .start import Start, start
from .title import title_for, title_in

__all__ = [
    "Account",
    "Became",
    "Entry",
    "OldText",
    "Recognised",
    "Start",
    "as_scope",
    "bring_back",
    "is_printed",
    "make",
    "read_old_text",
    "start",
    "still_there",
    "title_for",
    "title_in",
]
