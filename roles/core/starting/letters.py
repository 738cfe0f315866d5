"""Adverts that their owner writes as a letter: whoever speaks in it is whom the post reports to."""

import re

_ONESELF = re.compile(r"\b(?:I(?:['’]\w+)?|me|my|myself)\b")
_LEAST = 2
_TO_ME = re.compile(r"\b(?:answer|report)(?:s|ing)? (?:directly |straight )?to me\b", re.IGNORECASE)
# Names, and no posts: "Jo Wye, owner", "Dwayne (owner)".
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+")
_POST = re.compile(
    r"(?:the|ceo|coo|cfo|md|gm|mr|ms|mrs|dr|(?:co-?)?(?:owner|founder|president|principal|director|chair\w*|partner|head|"
    r"chief|manager|executive|managing|operating|general|officer|board|trustee|grower|proprietor)s?)",
    re.IGNORECASE,
)


def speaks_as(text: str, superior: str) -> bool:
    """Return whether the one who speaks in a text is the `superior`, as an answer names them.

    It speaks in the first person, and has the first name of the superior, unless the answer has none: "the owner".
    """
    if _TO_ME.search(text):
        return True
    speaks = len(_ONESELF.findall(text))
    names = [name for name in _NAME.findall(superior) if not _POST.fullmatch(name)]
    return bool(speaks and re.search(rf"\b{names[0]}\b", text)) if names else speaks >= _LEAST
