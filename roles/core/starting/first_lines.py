"""The first lines of an advert: those that state its facts, or are a part of its head, and are kept as they are."""

from collections.abc import Iterable, Mapping, Sequence

from roles.core.limits import Purpose
from roles.core.reading.lines import BREAKS

from .answers import Answered
from .head import ANSWER_OF, HeadFact, is_labelled
from .her_sections import Draft
from .pieces import Piece

_HEADER_WORDS = 12


def names_of(whole: str, facts: Iterable[HeadFact], stated: Mapping[str, Answered]) -> list[str]:
    """Return the names of the answers that a line with these facts gives, "title" for the title again."""
    names = [ANSWER_OF[fact.label] for fact in facts if fact.label]
    known = [name for name in ("company", "place") if (one := stated.get(name)) and one.words in whole]
    return names or known or ["title"] * bool(facts)


def is_header(piece: Piece, drafts: Iterable[Draft]) -> bool:
    """Return whether a line above all paragraphs is of the head though it gives no answer: "Kent and the Weald"."""
    few = len(piece.whole.split()) <= _HEADER_WORDS and not piece.whole.endswith((".", "!", "?", ":", ","))
    return few and not piece.bullet and not any(draft.is_more for draft in drafts)


def goes_on(piece: Piece, drafts: Sequence[Draft]) -> bool:
    """Return whether a line is one more of the labelled facts right above it: "Direct reports: Head of Repairs"."""
    last = drafts[-1] if drafts else None
    facts = last is not None and last.number == piece.number * 2 and last.purpose is Purpose.OTHER and not last.is_more
    return facts and not piece.bullet and is_labelled(piece.whole)


def after_blank(text: str) -> frozenset[int]:
    """Return the numbers of the lines, from 1, that have a blank one before them."""
    return frozenset(number for number, line in enumerate(BREAKS.split(text), start=2) if not line.strip())
