"""A rule of the review: an id to switch it off by, a title, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .context import Context
from .finding import Finding
from .words.lists import WordList


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields findings whose ids begin with the rule's id and a dot."""

    id: str
    title: str
    find: Callable[[Context], Iterator[Finding]]


def word_rule(id: str, title: str, *lists: WordList) -> Rule:
    """Return a rule that looks for these word lists in the title and every item."""

    def find(context: Context) -> Iterator[Finding]:
        for item in (context.title, *context.items):
            for words in lists:
                yield from words.findings(item)

    return Rule(id, title, find)
