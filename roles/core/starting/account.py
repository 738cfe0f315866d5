"""The account of a text a posting was started from: what became of each of its words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from roles.core.codec import Schema
from roles.core.document import Document


class Became(StrEnum):
    """What became of some words of an old text."""

    KEPT = "kept"  # printed as typed, in the section it was in
    MOVED = "moved"  # printed as typed, in another section
    MERGED = "merged"  # a sentence of ours and hers say the same: one of them is printed, both are in the account
    ANSWER = "answer"  # read as an answer of the brief
    HEADING = "heading"  # one of our headings states it
    LEFT_OUT = "left_out"

    @property
    def phrase(self) -> str:
        """Return it as it heads a row of the account."""
        return _PHRASES[self]


_PHRASES = {
    Became.KEPT: "Kept",
    Became.MOVED: "Moved",
    Became.MERGED: "Merged",
    Became.ANSWER: "Read as an answer",
    Became.HEADING: "Heading",
    Became.LEFT_OUT: "Left out",
}

# How the summary of an account names the counts it gives, in order: of one, of several.
_COUNTED = {
    Became.KEPT: ("kept", "kept"),
    Became.MOVED: ("moved", "moved"),
    Became.MERGED: ("merged with a line of ours", "merged with lines of ours"),
    Became.ANSWER: ("read as an answer", "read as answers"),
    Became.LEFT_OUT: ("left out", "left out"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words of the old text, as they were there, and what became of them.

    `line` is the line of the text they begin in, from 1. `section` is the key of the section they are printed in, or,
    of words left out, would have been: "" for none. `place` is what the owner knows it by: a heading, or a question
    of the brief. `heading` is the one they were below, "" for none. `lines` are those printed of them, each as it
    was given to the posting; `ours` is the sentence of ours that states the same.
    """

    text: str
    line: int
    became: Became
    section: str = ""
    place: str = ""
    heading: str = ""
    reason: str = ""
    lines: tuple[str, ...] = ()
    ours: str = ""

    @property
    def can_come_back(self) -> bool:
        """Whether these words are not printed and could be."""
        lost = self.became is Became.LEFT_OUT or (self.became is Became.MERGED and not self.lines)
        return lost and bool(self.section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of a text, in its order: every word of it is in one entry."""

    schema: Schema = 1
    entries: tuple[Entry, ...] = ()

    def counts(self) -> Iterator[tuple[str, int]]:
        """Yield (words, number of entries) for what there is, headings aside: ("kept", 23)."""
        found = Counter(entry.became for entry in self.entries)
        for became, (one, several) in _COUNTED.items():
            if number := found[became]:
                yield one if number == 1 else several, number

    @property
    def summary(self) -> str:
        """Return the counts as a phrase: "23 kept, 4 moved, 2 left out"."""
        return ", ".join(f"{number} {word}" for word, number in self.counts())


def is_printed(entry: Entry, document: Document) -> bool:
    """Return whether the words of an entry are printed in the posting as it is now, as they were typed."""
    lines = entry.lines or (entry.text,)
    printed = [_plain(item.text) for item in document.items()]
    return all(any(_plain(line) in text for text in printed) for line in lines)


def still_there(account: Account, document: Document) -> list[tuple[Entry, bool]]:
    """Return each entry with whether its words are printed in the posting as it is now."""
    return [(entry, is_printed(entry, document)) for entry in account.entries]


def _plain(text: str) -> str:
    """The text without what a list adds to a line of its own: a capital at its head, a stop at its end."""
    return " ".join(text.split()).rstrip(".,;: ").casefold()
