"""Which of the two titles a business needs: questions and answers in, a result with its reasons out."""

from .asking import decided, first_questions
from .comparison import ComparisonRow, RowKind
from .questions import Answer, Flag, Passage, PassageKind, Question, TitleFinder
from .result import Alternative, Chosen, Result, Verdict, find

__all__ = [
    "Alternative",
    "Answer",
    "Chosen",
    "ComparisonRow",
    "Flag",
    "Passage",
    "PassageKind",
    "Question",
    "Result",
    "RowKind",
    "TitleFinder",
    "Verdict",
    "decided",
    "find",
    "first_questions",
]
