"""A firm's own site as the way to apply, with or without its address: “through our website”, “via example.com”."""

import re

from .word_lists import words_of

WHICH = "The posting will say “our website”. Add its address, and people get there with one click."

_SITE = r"(?:web ?site|web ?page|(?:careers?|jobs?|vacanc(?:y|ies)) (?:page|site)|home ?page|site)"
_FORM = rf"(?:{_SITE}|contact form|web form|online form)"
_OWN = re.compile(
    rf"(?:please )?(?:apply )?(?:(?:on|through|thru|via|at|from|using|by) )?(?:(?:the|our|my) )?"
    rf"(?:(?:company|firm|own)['’]?s? )?(?:{_FORM}|online|on-line)"
    rf"(?: (?:form|only|please|careers? page))?(?: (?:on|of) (?:the|our) {_SITE})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.)?(?!(?:gmail|googlemail|hotmail|outlook|yahoo|icloud)\.)"
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?P<end>[a-z]{2,6})(?![\w@-]|\.\w)(?:/[^\s<>()\"]*)?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:on|online|on-line|through|thru|via|at|from|using|by)\b", re.IGNORECASE)


def is_own(text: str) -> bool:
    """Return whether a way to apply is the firm's own site without its address: “through our website”."""
    return bool(_OWN.fullmatch(text.strip(" .!")))


def named(text: str) -> str:
    """Return the one web address that words name as it was typed, "" where there is none, or more than one."""
    if "." not in text:
        return ""
    ends = words_of("sites", "ends")
    found = {match[0].rstrip(".,;:!?/") for match in _ADDRESS.finditer(text) if match["end"].lower() in ends}
    return found.pop() if len(found) == 1 else ""


def around(text: str, address: str) -> str:
    """Return what stands beside an address, without the marks between."""
    return " ".join(re.sub(r"[(),:;–—-]", " ", text.replace(address, " ")).split())


def sentence(text: str) -> str:
    """Return “through the website” as a sentence without its stop: “apply through our website”."""
    words = re.sub(r"^(?:please )?(?:apply )?", "", text.strip(" .!"), flags=re.IGNORECASE)
    if not _BY.match(words):
        words = f"through {words}"
    return f"apply {re.sub(rf'^([a-z]+ )(?:(?:the|my|our) )?(?={_FORM})', _ours, words, count=1, flags=re.IGNORECASE)}"


def _ours(match: re.Match[str]) -> str:
    return f"{match[1]}our "
