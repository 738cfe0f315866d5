"""Word lists: terms found as words, with what to say about each.

A pattern is written in lower case. In it a space stands for one to three spaces of any
kind, `~` for a hyphen, a space or nothing; otherwise it is a regular expression without
capturing groups that begins with two plain letters, or with a group whose branches do. Terms are tried only where
a word starts, so a list costs one dictionary look-up a word, whatever its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roles.core.limits import SectionKey

from . import text as texts
from .context import ReviewedItem, Span
from .finding import Finding, Level

_FIRST_GROUP = re.compile(r"\(\?:([^()]*)\)(?!\?)")
# Not inside a word: no letter, digit or combining mark follows.
_END = r"(?![^\W_]|[\u0300-\u036f])"


def pattern(source: str) -> str:
    """Return the regular expression a term's pattern stands for, to match folded text."""
    return f"(?:{source.replace(' ', ' {1,3}').replace('~', '[- ]?')}){_END}"


@dataclass(frozen=True, slots=True)
class Term:
    """Words to remark on. `swap` are words that can stand in their place as they are.

    `says` ends the sentence “…”: it is given after the words found. `in_benefits` is False
    for words that mean something else where the employer tells what it gives, `in_title` True
    for those that do not belong in a title either.
    """

    pattern: str
    says: str
    level: Level = Level.CONSIDER
    swap: str | None = None
    in_benefits: bool = True
    in_title: bool = False
    why: str = ""
    source: str = ""


class WordList:
    """Terms under one finding id, and the innocent phrases around them that are no hits."""

    def __init__(
        self,
        id: str,
        terms: tuple[Term, ...],
        *,
        why: str,
        source: str,
        innocent: tuple[str, ...] = (),
        protects: bool = False,
    ):
        """`protects`: leave out sentences that promise equal treatment, which name these words."""
        self.id = id
        self.terms = terms
        self.why = why
        self.source = source
        self.protects = protects
        self._terms = _Starts(tuple(term.pattern for term in terms), tuple(term.swap is None for term in terms))
        self._innocent = _Starts(innocent)

    def hits(self, passage: ReviewedItem) -> Iterator[tuple[Term, Span]]:
        """Yield the terms of the passage with their spans, in order, none overlapping."""
        if self.protects and passage.kind == SectionKey.EQUAL_OPPORTUNITY:
            return
        found = list(self._terms.find(passage))
        if not found:
            return
        exempt = [span for _, span in self._innocent.find(passage, overlapping=True)]
        exempt.extend(passage.not_ours)
        if self.protects:
            exempt.extend(passage.protecting)
        clear = _Outside(exempt)
        for number, span in found:
            term = self.terms[number]
            if not clear.of(span) or (passage.of_benefits and not term.in_benefits):
                continue
            if not passage.is_name(span):
                yield term, span

    def findings(self, passage: ReviewedItem) -> Iterator[Finding]:
        """Yield a finding for each hit; in the title only for what must be fixed, or does not belong there."""
        for term, span in self.hits(passage):
            if passage.is_title and term.level is not Level.MUST_FIX and not term.in_title:
                continue
            words = passage.text[span[0] : span[1]]
            yield passage.finding(
                self.id,
                term.level,
                f"{'In the title, ' if passage.is_title else ''}“{words}” {term.says}",
                why=term.why or self.why,
                source=term.source or self.source,
                span=span,
                replacement=None if term.swap is None else texts.in_case_of(words, term.swap),
            )


class _Starts:
    """Patterns by the two letters they begin with, one compiled expression for each pair."""

    def __init__(self, sources: tuple[str, ...], later: tuple[bool, ...] = ()):
        """Of two patterns that match, the one not `later` is taken, then the longer one."""
        buckets: dict[str, list[int]] = {}
        ranks = [(late, -len(source)) for source, late in zip(sources, later or (False,) * len(sources), strict=True)]
        for number in sorted(range(len(sources)), key=ranks.__getitem__):
            for start in _beginnings(sources[number]):
                buckets.setdefault(start, []).append(number)
        self._buckets = {
            start: (re.compile("|".join(f"({pattern(sources[number])})" for number in numbers)), numbers)
            for start, numbers in buckets.items()
        }

    def find(self, passage: ReviewedItem, *, overlapping: bool = False) -> Iterator[tuple[int, Span]]:
        """Yield (number of the pattern, span) in order; overlapping also looks inside what was found."""
        folded, beginnings = passage.folded, passage.beginnings
        starts = [(start, key) for key in self._buckets.keys() & beginnings.keys() for start in beginnings[key]]
        done = 0
        for start, key in sorted(starts):
            if start < done and not overlapping:
                continue
            expression, numbers = self._buckets[key]
            if match := expression.match(folded, start):
                done = match.end()
                yield numbers[(match.lastindex or 1) - 1], match.span()


def _beginnings(source: str) -> set[str]:
    """Return the two letters a pattern can begin with; a first group gives those of each branch."""
    group = _FIRST_GROUP.match(source)
    branches = group[1].split("|") if group else [source]
    return {branch.replace("\\", "")[:2] for branch in branches}


class _Outside:
    """Spans merged and in order, asked from left to right whether they touch another."""

    def __init__(self, spans: list[Span]):
        self._spans = sorted(spans)
        self._at = 0
        self._reach = -1

    def of(self, span: Span) -> bool:
        """Whether the span touches none of these. Spans are asked for in order of their starts."""
        start, end = span
        while self._at < len(self._spans) and self._spans[self._at][0] < end:
            self._reach = max(self._reach, self._spans[self._at][1])
            self._at += 1
        return self._reach <= start
