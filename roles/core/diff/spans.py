"""Two texts as spans: the words both have, those only the old one has, those only the new one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A placeholder is one word: half of one means nothing to a reader.
_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\s+|\w+|.", re.DOTALL)


class Op(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    op: Op
    words: str


def text_spans(old: str, new: str) -> tuple[Span, ...]:
    """Return the spans that lead from one text to the other, word by word.

    The words that are not ADDED, joined, are the old text; those not REMOVED the new one.
    """
    return spans(_WORDS.findall(old), _WORDS.findall(new))


def spans(old: Sequence[str], new: Sequence[str]) -> tuple[Span, ...]:
    """Return the same for two texts that are cut into words already."""
    result: list[Span] = []
    removed = added = ""
    pieces = list(_pieces(old, new))
    for place, (gone, same, come) in enumerate(pieces):
        # Between two changed words a blank that stayed is no island worth standing on.
        if same and (not same.isspace() or place in (0, len(pieces) - 1)):
            result += _changed(removed, added)
            result.append(Span(Op.SAME, same))
            removed = added = ""
        else:
            removed += same + gone
            added += same + come
    return (*result, *_changed(removed, added))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (removed, same, added) runs, in reading order; a run is either same or changed."""
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        yield ("", gone, "") if tag == "equal" else (gone, "", come)


def _changed(removed: str, added: str) -> Iterator[Span]:
    if removed:
        yield Span(Op.REMOVED, removed)
    if added:
        yield Span(Op.ADDED, added)
