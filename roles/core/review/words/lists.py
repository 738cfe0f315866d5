"""Word lists that find their entries in a text.

An entry is tried only in a text that has the rarest word it needs, and where a word begins that it can begin with;
these words are looked up once for all lists, so a list that has none of a text's words costs next to nothing.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from roles.core.limits import SectionKey

from .. import text as texts
from ..finding import Finding, Level
from ..reviewed import ReviewedItem, Span
from .files import Content, Entry, WordListError, read_file
from .needles import needles_of
from .parts import Onward
from .shared import Shared, Words

# Of an entry that matches more texts than this the first ones are looked at.
_TEXTS_CHECKED = 200
_NO_WORDS = Words()
# The words of all lists that are read in this process.
_SHARED = Shared()


class WordList:
    """The entries of one file, indexed by first word, and the phrases that are no findings."""

    def __init__(self, content: Content, shared: Shared | None = None) -> None:
        shared = shared or Shared()
        self._shared = shared
        self.name = content.name
        self.id = content.finding
        self.why = content.why
        self.source = content.source
        self.entries = tuple(content.entries)
        self._promises = content.promises
        self._index = _Index(shared, (entry for entry in content.entries if not entry.group.others_first))
        self._second = _Index(shared, (entry for entry in content.entries if entry.group.others_first))
        self._exempt = _Index(shared, content.exempt)

    def check(self) -> None:
        """Raise WordListError for an entry that can never be found.

        It compiles and tries every entry, which takes longer than to read all lists: for whoever edits one, not for
        each process that reads it.
        """
        for entry in self.entries:
            self._check(entry)

    def _check(self, entry: Entry) -> None:
        """Raise WordListError where other entries take every text of this one, or leave it alone."""
        others: set[int] = set()
        expression = entry.expression
        # One by one: an entry of many parts matches millions of texts.
        pairs = ((text, after) for text in expression.texts() for after in expression.after_texts)
        for text, after in itertools.islice(pairs, _TEXTS_CHECKED):
            words = texts.word_starts(text + after)
            there = self._shared.there(words)
            index = self._second if entry.group.others_first else self._index
            found = next(index.find(text + after, words, there), None)
            exempt = [span for _, span in self._exempt.find(text + after, words, there, overlapping=True)]
            if found and found[0] is entry and _Outside(exempt).of(found[1]):
                return
            others |= {found[0].line} if found and found[0] is not entry else set()
        by = f"line {min(others)} is found in its place" if others else "what is left alone covers it"
        raise WordListError(f"{self.name}.txt, line {entry.line}: “{entry.text}” can never be found: {by}")

    def hits(self, item: ReviewedItem) -> tuple[tuple[Entry, Span], ...]:
        """Return the entries found in the item with their spans, in order, none overlapping."""
        return item.once(self, lambda item: tuple(self._hits(item)))

    def _hits(self, item: ReviewedItem) -> Iterator[tuple[Entry, Span]]:
        if not self._promises and item.kind == SectionKey.EQUAL_OPPORTUNITY:
            return
        there = item.once((self._shared, self._shared.number), lambda item: self._shared.there(item.word_starts))
        if not (self._index.number in there or self._second.number in there):
            return
        found = list(self._index.find(item.folded, item.word_starts, there))
        second = list(self._second.find(item.folded, item.word_starts, there))
        if not found and not second:
            return
        exempt = [span for _, span in self._exempt.find(item.folded, item.word_starts, there, overlapping=True)]
        exempt.extend(item.not_ours)
        if not self._promises:
            exempt.extend(item.protecting)
        found, second = (
            [hit for hit in hits if _counts(hit, item, clear)]
            for hits, clear in ((found, _Outside(exempt)), (second, _Outside(exempt)))
        )
        yield from _others_first(found, second) if second else found

    def findings(self, item: ReviewedItem) -> tuple[Finding, ...]:
        """Return a finding for each hit; in the title only for what must be fixed, or does not belong there."""
        return item.once((self, Finding), lambda item: tuple(self._findings(item))) if self.hits(item) else ()

    def _findings(self, item: ReviewedItem) -> Iterator[Finding]:
        for entry, span in self.hits(item):
            group = entry.group
            if item.is_title and group.level is not Level.MUST_FIX and not group.in_title:
                continue
            words = item.text[span[0] : span[1]]
            yield item.finding(
                self.id,
                group.level,
                f"{'In the title, ' if item.is_title else ''}{group.message(words)}",
                why=group.why,
                source=group.source,
                span=span,
                replacement=None if entry.replacement is None else texts.in_case_of(words, entry.replacement),
            )

    def found(self, folded: str) -> Iterator[tuple[Entry, Span]]:
        """Yield where entries match in folded text, whatever is around them."""
        words = texts.word_starts(folded)
        return self._index.find(folded, words, self._shared.there(words))

    def at(self, folded: str, start: int) -> Entry | None:
        """Return the entry that matches folded text where a word begins, or None."""
        match = self._index.match(folded, start)
        return match[0] if match else None


class _Index:
    """Entries by the rarest words they need, and those that need none by the first words they can begin with."""

    def __init__(self, shared: Shared, entries: Iterable[Entry]) -> None:
        tried = [_Tried(entry, number) for number, entry in enumerate(entries)]
        self._starts = _Starts(tried)
        self._needless = _Starts(each for each in tried if not each.needles.rarest)
        self._needed: dict[str, list[_Tried]] = {}
        for each in tried:
            for word in each.needles.rarest:
                self._needed.setdefault(word, []).append(each)
        self.number = shared.add(self._needed, *self._needless.letters)

    def find(
        self, folded: str, words: Mapping[str, list[int]], there: Mapping[int, Words], *, overlapping: bool = False
    ) -> Iterator[tuple[Entry, Span]]:
        """Yield (entry, span) in order; overlapping also looks inside what was found.

        `words` holds the offsets of each word of the folded text, `there` what all indexes have of them.
        """
        own = there.get(self.number, _NO_WORDS)
        places: dict[int, list[_Tried]] = {}
        for word in own.begins:
            bucket = self._needless.of_word(word)
            for start in words[word]:
                places[start] = list(bucket)
        for needed in own.needed:
            for tried in self._needed[needed]:
                if tried.needles.are_in(words.keys()):
                    for start in tried.starts_in(words):
                        places.setdefault(start, []).append(tried)
        if not places:
            return
        done = 0
        for start in sorted(places):
            if start < done and not overlapping:
                continue
            if match := _longest(places[start], folded, start):
                entry, span = match
                done = span[1]
                yield entry, span

    def match(self, folded: str, start: int) -> tuple[Entry, Span] | None:
        """Return the entry that matches where a word begins, and its span."""
        bucket = self._starts.of_word(texts.word_at(folded, start))
        return _longest(bucket, folded, start) if bucket else None


class _Starts:
    """Entries by the first words they can begin with."""

    def __init__(self, entries: Iterable["_Tried"]) -> None:
        self._words: dict[str, list[_Tried]] = {}
        beginnings: list[tuple[str, _Tried]] = []
        for tried in entries:
            for letters in tried.whole:
                self._words.setdefault(letters, []).append(tried)
            beginnings += ((letters, tried) for letters in tried.open)
        # Words that go on with any letters are found by as many letters as the shortest of them has.
        self._size = min((len(letters) for letters, _ in beginnings), default=0)
        self._beginnings: dict[str, list[_Tried]] = {}
        for letters, tried in beginnings:
            self._beginnings.setdefault(letters[: self._size], []).append(tried)
        for word, bucket in self._words.items():
            bucket.extend(self._beginnings.get(word[: self._size], ()) if self._size else ())

    @property
    def letters(self) -> tuple[Iterable[str], Iterable[str]]:
        """The whole words that entries can begin with, and the first letters of others."""
        return self._words, self._beginnings if self._size else ()

    def of_word(self, word: str) -> list["_Tried"]:
        return self._words.get(word) or (self._beginnings.get(word[: self._size], []) if self._size else [])


class _Tried:
    """An entry whose expression is compiled when it is first tried: most never are.

    Where the words it cannot do without are not in the text, it is not tried.
    """

    __slots__ = ("_match", "entry", "needles", "open", "rank", "whole")

    def __init__(self, entry: Entry, number: int) -> None:
        self.entry = entry
        self.needles = needles_of(entry.expression.sequence)
        self.rank = (entry.replacement is not None, -number)
        starts = sorted(entry.expression.starts, key=lambda start: start[0])
        self.whole = tuple(letters for letters, onward in starts if onward is Onward.ENDS)
        self.open = tuple(letters for letters, onward in starts if onward is not Onward.ENDS)
        self._match: Callable[[str, int], re.Match[str] | None] | None = None

    def starts_in(self, words: Mapping[str, list[int]]) -> Iterator[int]:
        """Yield where a word begins that the entry can begin with; `words` holds the offsets of each."""
        found = [offsets for letters in self.whole if (offsets := words.get(letters))]
        if self.open:
            found += [offsets for word, offsets in words.items() if word.startswith(self.open)]
        return itertools.chain.from_iterable(found)

    def match(self, folded: str, start: int) -> int:
        """Return the offset where the match that begins at `start` ends, or -1."""
        if self._match is None:
            self._match = re.compile(self.entry.expression.regex).match
        found = self._match(folded, start)
        return found.end() if found else -1


def _longest(bucket: list[_Tried], folded: str, start: int) -> tuple[Entry, Span] | None:
    best, best_end = None, -1
    for tried in bucket:
        end = tried.match(folded, start)
        if end > best_end or (best is not None and end == best_end and tried.rank > best.rank):
            best, best_end = tried, end
    return (best.entry, (start, best_end)) if best else None


def _counts(hit: tuple[Entry, Span], item: ReviewedItem, clear: "_Outside") -> bool:
    """Whether what was found is a finding: outside of what is left alone, of benefits and of names."""
    entry, span = hit
    if not clear.of(span) or (item.of_benefits and not entry.group.in_benefits):
        return False
    return not item.is_name(span)


def _others_first(found: list[tuple[Entry, Span]], second: list[tuple[Entry, Span]]) -> list[tuple[Entry, Span]]:
    """Return the first ones and, where none of these weighs as much, the second ones in their place; in order."""
    kept = list(found)
    for hit in second:
        beside = [one for one in found if one[1][0] < hit[1][1] and hit[1][0] < one[1][1]]
        if all(one[0].group.level.weight < hit[0].group.level.weight for one in beside):
            kept = [one for one in kept if one not in beside] + [hit]
    return sorted(kept, key=lambda hit: hit[1])


class _Outside:
    """Spans merged and in order, asked from left to right whether they touch another."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0
        self._reach = -1

    def of(self, span: Span) -> bool:
        """Return whether the span touches none of these. Spans are asked for in order of their starts."""
        start, end = span
        while self._at < len(self._spans) and self._spans[self._at][0] < end:
            self._reach = max(self._reach, self._spans[self._at][1])
            self._at += 1
        return self._reach <= start


@cache
def read(name: str) -> WordList:
    """Return the shipped list of this name, read once a process. Raises WordListError for mistakes in it."""
    return WordList(read_file(name), _SHARED)
