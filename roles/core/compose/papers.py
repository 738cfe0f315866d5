"""What an applicant sends: papers, in words of the owner's."""

import re

from .answers import begun_small, phrase

_PAPERS = re.compile(r"(?:cv|r[ée]sum[ée]|curriculum vitae|cover(?:ing)? (?:letter|note)|portfolio)\b", re.IGNORECASE)
_ONE_PAPER = re.compile(
    r"(?:(?:short|one-page|brief) )?(?:note|letter|page|paragraph|list|message|video)\b", re.IGNORECASE
)


def sent(text: str) -> str:
    """Return what to send as it reads after “send”: "CV and cover letter" is “your CV and cover letter”."""
    text = re.sub(r"^(?:please )?send (?:us )?", "", phrase(text), flags=re.IGNORECASE)
    if not _PAPERS.match(text):
        return f"a {text[0].lower()}{text[1:]}" if _ONE_PAPER.match(text) else begun_small(text)
    small = text if text[1:2].isupper() else text[0].lower() + text[1:]
    return f"your {small}"


def is_paper(text: str) -> bool:
    """Return whether words begin with what an applicant sends: “CV and the worst week you had”."""
    return bool(_PAPERS.match(text) or _ONE_PAPER.match(text))
