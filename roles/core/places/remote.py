"""The word remote in a line that should name a place."""

import re

_REMOTE = re.compile(r"(?:(?:fully|100\s?%) )?remote(?:ly)?|anywhere|(?:work )?from (?:home|anywhere)|home|online")

_WORD = re.compile(r"\bremote(?:ly)?\b", re.IGNORECASE)


def is_only_remote(place: str) -> bool:
    """Return whether a place names none: “Remote”, “anywhere”."""
    return bool(_REMOTE.fullmatch(place.strip(" .").lower()))


def names_remote(place: str) -> bool:
    """Return whether a place states that the work is remote, wherever in it: “Anywhere (remote, EU time zones)”."""
    return place_beside_remote(place) is not None or bool(_WORD.search(place))


_BESIDE_REMOTE = re.compile(
    r"(?:(?:fully|100\s?%)\s+)?remote(?:\s*\((?P<within>[^()]+)\)|[\s,:;/|–—-]+(?:(?:in|from)\s+)?(?P<after>\w.*))\.?|"
    r"(?P<before>.*\w)(?:\s*[,;:/|–—-]\s*|\s+\(?|\s*\()(?:(?:fully|100\s?%)\s+)?remote\)?\.?",
    re.IGNORECASE,
)


def place_beside_remote(place: str) -> str | None:
    """Return “EU only” of “Remote, EU only”, "" of “Remote” alone, None where a place states nothing of the kind."""
    if is_only_remote(place):
        return ""
    match = _BESIDE_REMOTE.fullmatch(place)
    if match is None:
        return None
    beside = next(part for part in match.groups() if part is not None)
    return "" if is_only_remote(beside) else beside
