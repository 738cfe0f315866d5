"""The forms owners fill in. They read what was typed; what is right is decided in one place, `brief.problems`."""

from .brand import BrandForm
from .brief import BriefForm, typed_answers
from .pasted import PASTED_LIMIT, CarryForm, ReviewForm
from .posting import EmailLinkForm, RenameForm
from .sent import typed_texts
from .sharing import CommentForm, ShareForm, StateNameForm, VisitorForm
from .start import StartFactsForm, StartForm

__all__ = [
    "PASTED_LIMIT",
    "BrandForm",
    "BriefForm",
    "CarryForm",
    "CommentForm",
    "EmailLinkForm",
    "RenameForm",
    "ReviewForm",
    "ShareForm",
    "StartFactsForm",
    "StartForm",
    "StateNameForm",
    "VisitorForm",
    "typed_answers",
    "typed_texts",
]
