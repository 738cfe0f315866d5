from .acts import Act
from .brands import PostingBrand
from .comments import Comment, PostingCheck
from .drafts import DraftBackup
from .editions import Edition
from .finder import Answer, ComparisonRow, Passage, Question
from .last_runs import LastRun
from .posting_states import NamedState, PostingState
from .posting_steps import PostingStep
from .postings import Posting
from .public import PublicChange, PublicPage, content_changed
from .publishing import LineComment, PublishRequest, RequestLine
from .releases import Release
from .review import PostingRule, ReviewRuleSwitch
from .roles import Role
from .sections import Section
from .security_events import SecurityEvent
from .sharing import SharedLink
from .statements import Statement
from .use import StatementUse
from .versions import RoleVersion
from .vocabulary import Area, Industry, Need, Trait

__all__ = [
    "Act",
    "Answer",
    "Area",
    "Comment",
    "ComparisonRow",
    "DraftBackup",
    "Edition",
    "Industry",
    "LastRun",
    "LineComment",
    "NamedState",
    "Need",
    "Passage",
    "Posting",
    "PostingBrand",
    "PostingCheck",
    "PostingRule",
    "PostingState",
    "PostingStep",
    "PublicChange",
    "PublicPage",
    "PublishRequest",
    "Question",
    "Release",
    "RequestLine",
    "ReviewRuleSwitch",
    "Role",
    "RoleVersion",
    "Section",
    "SecurityEvent",
    "SharedLink",
    "Statement",
    "StatementUse",
    "Trait",
    "content_changed",
]
