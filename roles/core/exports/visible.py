"""The characters of a posting that nobody sees, taken out in this one place before any form is written.

A no-break space, a soft hyphen or a zero-width space comes along when text is pasted. In a job board's box it
breaks searches, links and line breaks. Joiners and direction marks stay: Arabic, Persian and emoji need them.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from roles.core.document import Document

_NAMES = {"\u00a0": "no-break space", "\u200b": "zero-width space", "\u00ad": "soft hyphen"}
_OTHER = "invisible character"
_SPACES = "\u00a0\u2007\u202f"
_LEFT_OUT = "\u00ad\u180e\u200b\u2060-\u2064\ufeff"
_ANY = re.compile(f"[{_SPACES}{_LEFT_OUT}]")
_NO_SPACE = re.compile(f"[{_LEFT_OUT}]")
_SPACE = re.compile(f" *[{_SPACES}][ {_SPACES}]*")


def visible(document: Document) -> Document:
    """Return the document with plain spaces, and without characters that leave no ink and join nothing."""
    return document if not any(map(_ANY.search, _texts(document))) else _changed(document, visible_text)


def visible_text(text: str) -> str:
    """Return one text likewise. One of nothing else stays as it is, so that no line becomes empty."""
    if not _ANY.search(text):
        return text
    return _SPACE.sub(" ", _NO_SPACE.sub("", text)).strip(" ") or text


def unseen(document: Document) -> str:
    """Return what `visible` takes out, in words: "2 no-break spaces, 1 soft hyphen"; "" for nothing."""
    counts = Counter(_NAMES.get(char, _OTHER) for text in _texts(document) for char in _ANY.findall(text))
    return ", ".join(f"{number} {name}{'s' * (number != 1)}" for name, number in counts.most_common())


@lru_cache(maxsize=8)  # the page of a posting and each of its forms ask for it
def _texts(document: Document) -> tuple[str, ...]:
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _changed(document, note)
    return tuple(found)


def _changed(document: Document, change: Callable[[str], str]) -> Document:
    sections = tuple(
        replace(
            section,
            heading=change(section.heading),
            items=tuple(replace(item, text=change(item.text)) for item in section.items),
        )
        for section in document.sections
    )
    facts = document.facts
    # Whatever facts there are: those in words, none that is one of a list or a number.
    words: dict[str, Any] = {
        field.name: change(value) for field in fields(facts) if type(value := getattr(facts, field.name)) is str
    }
    words["words"] = tuple((label, change(value)) for label, value in facts.words)
    return replace(document, title=change(document.title), facts=replace(facts, **words), sections=sections)
