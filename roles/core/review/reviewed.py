"""One line of a document as the rules look at it: its text prepared, and what they have found in it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar

from roles.core.document import Item, Section, SectionKind, Source
from roles.core.folding import fold
from roles.core.limits import SectionKey

from . import exempt
from . import text as texts
from .finding import Finding, Fix, Level, Place

_DIGIT = re.compile(r"\d")
Span = tuple[int, int]
T = TypeVar("T")

# In a process: of a posting that is written on, all lines but one are reviewed again as they were.
ITEMS_KEPT = 1_000
LETTERS_KEPT = 1_000  # of one of them

# In place of the title's section: no real one's key is a line break.
TITLE = Section(key="\n", heading="", kind=SectionKind.LINES, items=())


@dataclass(frozen=True)
class ReviewedItem:
    """One item of the document, with its place and what the word rules need to know of it.

    Nothing here depends on the items beside it, or on the day: its section may be without them.
    """

    section: Section
    index: int
    original: Item
    company: str

    @property
    def is_title(self) -> bool:
        return self.section.key == TITLE.key

    @property
    def text(self) -> str:
        """The item's text as it is seen: without invisible characters. Offsets here are into it."""
        return self._seen[0]

    @cached_property
    def _seen(self) -> tuple[str, tuple[int, ...] | None]:
        return texts.seen(self.original.text)

    @cached_property
    def kind(self) -> str:
        """Which part of a posting the section is: one of `SectionKey` where that is known."""
        return self.section.part

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def word_starts(self) -> dict[str, list[int]]:
        """The offsets of each word of the folded text."""
        return texts.word_starts(self.folded)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(texts.sentences(self.text))

    @cached_property
    def words(self) -> int:
        return texts.count_words(self.original.text)

    @cached_property
    def has_digits(self) -> bool:
        return _DIGIT.search(self.text) is not None

    @property
    def of_benefits(self) -> bool:
        """Whether the item is about what the employer gives rather than what it asks for."""
        provenance = self.original.provenance
        return self.kind == SectionKey.PAY or (provenance.source is Source.BRIEF and provenance.name == "benefits")

    @cached_property
    def not_ours(self) -> tuple[Span, ...]:
        """Spans no word rule looks into: quotations and the company's name."""
        spans = list(exempt.quotations(self.text, self.folded))
        if self.company:
            named = re.compile(rf"(?<![^\W_]){re.escape(self.company)}(?![^\W_])")
            spans.extend(match.span() for match in named.finditer(self.folded))
        return tuple(sorted(spans))

    @cached_property
    def protecting(self) -> tuple[Span, ...]:
        """Spans that name what a promise of equal treatment protects, what nobody needs, or groups side by side."""
        if self.section.heading and exempt.asks_nothing(fold(self.section.heading)):
            return ((0, len(self.text)),)
        return tuple(span for sentence in self.sentences for span in exempt.promises(self.folded, sentence))

    def is_name(self, span: Span) -> bool:
        """Whether the words are part of a name; never in the title, where capitals mean nothing."""
        return not self.is_title and exempt.is_name(self.text, span, self.sentence_at(span[0]))

    @cached_property
    def _answers(self) -> dict[Any, Any]:
        return {}

    def once(self, asked: Hashable, ask: Callable[["ReviewedItem"], T]) -> T:
        """Return what `ask` finds in this item, looked for once."""
        answers = self._answers
        if asked not in answers:
            answers[asked] = ask(self)
        answer: T = answers[asked]
        return answer

    def matches(self, expression: re.Pattern[str]) -> tuple[re.Match[str], ...]:
        """Return where the expression, in lower case, matches outside quotations and the company's name."""
        return self.once(expression, lambda item: tuple(item._matches(expression)))

    def _matches(self, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for match in expression.finditer(self.folded):
            if not any(start < match.end() and match.start() < end for start, end in self._near(match.start())):
                yield match

    def _near(self, offset: int) -> tuple[Span, ...]:
        at = bisect_right(self.not_ours, (offset, len(self.text)))
        return self.not_ours[max(at - 1, 0) : at + 1]

    def sentence_at(self, offset: int) -> Span:
        """Return the span of the sentence around the offset."""
        at = bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))

    def finding(
        self,
        id: str,
        level: Level,
        message: str,
        *,
        why: str,
        source: str,
        span: Span | None = None,
        replacement: str | None = None,
    ) -> Finding:
        """Return a finding on a span of the item, or on the whole item."""
        start, end = self._in_item(span) if span else (0, len(self.original.text))
        place = Place(section=self.section.key, item=self.index, start=start, end=end)
        if self.is_title:
            place, replacement = Place(), None  # a fix edits an item
        return Finding(
            id=id,
            level=level,
            message=message,
            place=place,
            words=self.original.text[start:end],
            why=why,
            source=source,
            fix=None if replacement is None else Fix(replacement=replacement),
        )

    def _in_item(self, span: Span) -> Span:
        """Return the span of the seen text as one of the item's own text."""
        offsets = self._seen[1]
        if offsets is None or span[0] >= span[1]:
            return span
        return offsets[span[0]], offsets[span[1] - 1] + 1


def once_an_item(find: Callable[[ReviewedItem], Iterator[T]]) -> Callable[[ReviewedItem], tuple[T, ...]]:
    """Look for what a rule finds in one item alone once, however often the item is reviewed."""

    @wraps(find)
    def found(item: ReviewedItem) -> tuple[T, ...]:
        return item.once(find, lambda item: tuple(find(item)))

    return found


def reviewed_item(section: Section, index: int, item: Item, company: str) -> ReviewedItem:
    """Return the item as the rules look at it, with what they have found in it already."""
    make = kept_item if len(item.text) <= LETTERS_KEPT else ReviewedItem
    return make(section, index, item, company)


kept_item = lru_cache(maxsize=ITEMS_KEPT)(ReviewedItem)
