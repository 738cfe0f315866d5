from .brands import PostingBrand
from .drafts import DraftBackup
from .finder import Answer, ComparisonRow, Passage, Question
from .last_runs import LastRun
from .posting_states import PostingState
from .postings import Posting
from .publishing import PublishRequest
from .review import PostingRule, ReviewRuleSwitch
from .roles import Role
from .sections import Section
from .security_events import SecurityEvent
from .statements import Statement
from .use import StatementUse
from .versions import RoleVersion
from .vocabulary import Area, Industry, Need, Trait

__all__ = [
    "Answer",
    "Area",
    "ComparisonRow",
    "DraftBackup",
    "Industry",
    "LastRun",
    "Need",
    "Passage",
    "Posting",
    "PostingBrand",
    "PostingRule",
    "PostingState",
    "PublishRequest",
    "Question",
    "ReviewRuleSwitch",
    "Role",
    "RoleVersion",
    "Section",
    "SecurityEvent",
    "Statement",
    "StatementUse",
    "Trait",
]
