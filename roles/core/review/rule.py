"""A rule of the review: an id to switch it off by, a title, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .context import Context
from .finding import Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields findings whose ids begin with the rule's id and a dot."""

    id: str
    title: str
    find: Callable[[Context], Iterator[Finding]]
