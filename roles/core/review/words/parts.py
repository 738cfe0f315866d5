"""What an entry of a word list is made of: literal words, choices, and parts that match any words."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

SPACE = " {1,3}"


class Onward(Enum):
    """How a word goes on after its first letters: with the next part, not at all, with any letters."""

    NEXT = "next"
    ENDS = "ends"
    ANY = "any"


Start = tuple[str, Onward]
NOTHING: Start = ("", Onward.NEXT)
MARK: Start = ("", Onward.ENDS)


@dataclass(frozen=True, slots=True)
class Literal:
    """Words and marks as they are, in lower case; a space is one to three of them."""

    text: str

    @property
    def regex(self) -> str:
        return SPACE.join(re.escape(word) for word in self.text.split(" "))

    @property
    def starts(self) -> frozenset[Start]:
        letters = "".join(itertools.takewhile(str.isalnum, self.text))
        return frozenset({(letters, Onward.NEXT if letters == self.text else Onward.ENDS)})

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Wild:
    """A part that matches more than can be listed; `texts` are samples of it.

    `at_end` is the expression of one that includes the space beside it, where nothing follows;
    `exact` is whether `texts` are all there is.
    """

    regex: str
    starts: frozenset[Start]
    texts: tuple[str, ...]
    at_end: str = ""
    exact: bool = False


@dataclass(frozen=True)
class Choice:
    """One of several sequences, or none of them where it is optional."""

    options: tuple["Sequence", ...]
    optional: bool = False

    @property
    def regex(self) -> str:
        return f"(?:{'|'.join(regex_of(option) for option in self.options)}){'?' if self.optional else ''}"

    @cached_property
    def starts(self) -> frozenset[Start]:
        found = frozenset[Start]().union(*(starts_of(option) for option in self.options))
        return found | {NOTHING} if self.optional else found

    @property
    def texts(self) -> Iterator[str]:
        found = (text for option in self.options for text in texts_of(option))
        return itertools.chain(found, ("",) if self.optional else ())


Part = Literal | Wild | Choice
Sequence = tuple[Part, ...]
ANY_WORD = frozenset({("", Onward.ANY)})
JOINT = Wild("[- ]?", frozenset({NOTHING, MARK}), ("-", " ", ""), exact=True)
STAR = Wild("[a-z]{0,20}", ANY_WORD, ("", "ish"))
DIGIT = Wild("[0-9]", frozenset((str(digit), Onward.NEXT) for digit in range(10)), ("5",))
WORD = Wild("[a-z]+", ANY_WORD, ("some",))
LINE_END = Wild("[.,;!)]?$", frozenset({MARK}), ("",))


def regex_of(sequence: Sequence) -> str:
    """Return the regular expression of the parts in order."""
    return "".join(part.regex for part in sequence)


def starts_of(sequence: Sequence) -> frozenset[Start]:
    """Return the first words the parts can begin with."""
    found: set[Start] = set()
    reached = {""}
    for part in sequence:
        if not reached:
            break
        further = set()
        for (letters, onward), before in itertools.product(part.starts, reached):
            if onward is Onward.NEXT:
                further.add(before + letters)
            else:
                found.add((before + letters, onward))
        reached = further
    return frozenset(found | {(letters, Onward.NEXT) for letters in reached})


def texts_of(sequence: Sequence) -> Iterator[str]:
    """Yield the texts the parts match, with samples where they match more than can be listed.

    None is made before it is asked for: an entry of many parts matches more texts than memory holds.
    """
    if not sequence:
        yield ""
        return
    for text in sequence[0].texts:
        for rest in texts_of(sequence[1:]):
            yield text + rest


def is_written_out(sequence: Sequence) -> bool:
    """Return whether `texts_of` yields all texts the parts match."""
    return all(
        part.exact if isinstance(part, Wild) else not isinstance(part, Choice) or all(map(is_written_out, part.options))
        for part in sequence
    )
