"""Whether an answer gives anything: “none” is an empty field, “no bonus” is no bonus."""

import re

_NOTHING = re.compile(
    r"(?:n/?a|n\.a\.|nil|no|nothing|not applicable|0|zero|[-–—._*?…]+|"
    r"(?:none|nobody|no[ -]?one|0 people|"
    r"no (?:budget|reports?|direct reports?|team|staff|people|limit|spending|benefits?|bonus(?:es)?|commission|equity|"
    r"(?:bonus|commission|shares|equity)(?:,| or| and| nor) (?:no )?(?:bonus|commission|shares|options|equity)))"
    r"(?:,? (?:yet|so far|at first|at the start|at the moment|at present|at this stage|for now|now|currently|initially|"
    r"directly|offered|planned|paid))?"
    r")[.!]?",
    re.IGNORECASE,
)
# What begins so denies, unless it goes on to what there is instead, or from when.
_DENIED = re.compile(r"(?:no|none|not|nothing|never|without|we (?:do not|don['’]t)|there is no)\b", re.IGNORECASE)
_GRANTED = re.compile(
    r"\d ?%|\b(?:but|instead|then|until|unless|after|from|besides|except|less than|more than)\b", re.IGNORECASE
)


def is_given(text: str) -> bool:
    """Return whether an answer is more than “none” or “n/a”, which mean an empty field."""
    return bool(text) and not _NOTHING.fullmatch(text)


def is_denied(text: str) -> bool:
    """Return whether an answer states that there is none of what was asked for: "None, the pay is the whole of it"."""
    return not is_given(text) or bool(_DENIED.match(text) and not _GRANTED.search(text))
