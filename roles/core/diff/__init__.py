"""Two templates in, what differs between them out: pure, deterministic, word by word.

`compare(x, x)` is empty. A moved row is one move however many rows it passed.
"""

from .comparison import Comparison, FieldChange, Move, SectionChange, StatementChange, WordChange, compare
from .spans import Op, Span
from .written import summary, written

__all__ = [
    "Comparison",
    "FieldChange",
    "Move",
    "Op",
    "SectionChange",
    "Span",
    "StatementChange",
    "WordChange",
    "compare",
    "summary",
    "written",
]
