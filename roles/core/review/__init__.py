"""The review: what would make a posting better, in the words of a colleague, with the reason.

Document in, findings out: pure, deterministic, offline. A hint, not a grade, and about
posting law no legal advice.
"""

from .context import Rules
from .engine import review
from .finding import AnswerFix, Finding, Fix, Level, Place, StaleFindingError, answered, apply_fix
from .leaning import Leaning, leaning
from .posting_rules import Application, PostingRule, Status, applicable
from .report import Ignored, Remark, Report, report
from .rules import RULES
from .rules.posting_law import Laws, Looked, laws_looked_at

__all__ = [
    "RULES",
    "AnswerFix",
    "Application",
    "Finding",
    "Fix",
    "Ignored",
    "Laws",
    "Leaning",
    "Level",
    "Looked",
    "Place",
    "PostingRule",
    "Remark",
    "Report",
    "Rules",
    "StaleFindingError",
    "Status",
    "answered",
    "applicable",
    "apply_fix",
    "laws_looked_at",
    "leaning",
    "report",
    "review",
]
