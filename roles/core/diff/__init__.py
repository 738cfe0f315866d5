"""Two templates or two states of a posting in, what differs between them out: pure, deterministic, word by word.

`compare(x, x)` is empty. A moved row is one move however many rows it passed.
"""

from .comparison import Comparison, FieldChange, Move, SectionChange, StatementChange, WordChange, compare
from .documents import LineChange, What, document_changes, sentences_changed
from .entries import Entry, EntryChange, entries_of, entry_changes, summary_of
from .spans import Op, Span
from .written import summary, written

__all__ = [
    "Comparison",
    "Entry",
    "EntryChange",
    "FieldChange",
    "LineChange",
    "Move",
    "Op",
    "SectionChange",
    "Span",
    "StatementChange",
    "What",
    "WordChange",
    "compare",
    "document_changes",
    "entries_of",
    "entry_changes",
    "sentences_changed",
    "summary",
    "summary_of",
    "written",
]
