"""One name that a consultant's text may use, and the usual kinds of them."""

from collections.abc import Callable
from dataclasses import dataclass

from . import answers
from .subject import Subject

Value = str | int | bool


@dataclass(frozen=True)
class Placeholder:
    """A name a text may use. `fill` returns its value for a brief, "" or None when not given.

    `examples` are the values it is tried with; with `optional` it may also be missing. A
    text that consists of an `own_words` placeholder alone is the owner's answer itself.
    """

    name: str
    label: str
    fill: Callable[[Subject], Value | None]
    examples: tuple[Value, ...]
    optional: bool = False
    own_words: bool = False

    @property
    def example(self) -> str:
        value = self.examples[0]
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def an_answer(name: str, label: str, example: str) -> Placeholder:
    """An answer as a phrase within a sentence."""
    return Placeholder(name, label, lambda it: answers.phrase(getattr(it.brief, name)), (example,), optional=True)


def derived(name: str, label: str, example: str, *, optional: bool = True) -> Placeholder:
    """What follows from several answers."""
    return Placeholder(name, label, lambda it: str(getattr(it, name)), (example,), optional=optional)


def house_word(name: str, label: str, example: str) -> Placeholder:
    """One of the house words."""
    return Placeholder(name, label, lambda it: str(getattr(it.words, name)), (example,))


def own_lines(name: str, label: str, prepare: Callable[[str], str], example: str) -> Placeholder:
    """The owner's own lines."""
    return Placeholder(
        name, label, lambda it: prepare(getattr(it.brief, name)), (example,), optional=True, own_words=True
    )
