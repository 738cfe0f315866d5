"""What a rule is given: the document with its texts prepared, the brief, the day, the rules in force."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roles.compose.brief import Brief
from roles.document import Document, Item, Section, SectionKind, Source

from . import text as texts
from .finding import Finding, Fix, Level, Place
from .posting_rules import PostingRule

PASTED = "pasted"

_NUMBERED = re.compile(r"-\d+$")
_QUOTED = re.compile(r"“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|„[^„“”\n]{1,300}[“”]|«[^«»\n]{1,300}»")
# A sentence that promises equal treatment may name what it protects.
_PROTECTS = re.compile(
    r"equal[ -]opportunit|equal[ -]employment|without regard|regardless of|irrespective of|discriminat|"
    r"diversity|inclusive of|protected (?:by law|characteristic|class|status)|all backgrounds|"
    r"(?:encourage|welcome)s?\b[^.]{0,80}\b(?:appl|candidate)|accommodation|reasonable adjustment"
)

Span = tuple[int, int]


@dataclass(frozen=True)
class Rules:
    """What a review goes by: ids of rules or findings that are switched off, and the posting law."""

    switched_off: frozenset[str] = frozenset()
    posting_rules: tuple[PostingRule, ...] = ()


@dataclass(frozen=True)
class Passage:
    """One item of the document, with its place and what the word rules need to know of it."""

    section: Section
    index: int
    item: Item
    company: str

    @property
    def text(self) -> str:
        return self.item.text

    @cached_property
    def kind(self) -> str:
        """The section's key without the number a second section of the same kind carries."""
        return _NUMBERED.sub("", self.section.key)

    @cached_property
    def folded(self) -> str:
        return texts.fold(self.text)

    @cached_property
    def beginnings(self) -> dict[str, list[int]]:
        """The offsets of the words, by the two characters each begins with."""
        found: dict[str, list[int]] = {}
        for start in texts.word_starts(self.folded):
            found.setdefault(self.folded[start : start + 2], []).append(start)
        return found

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(texts.sentences(self.text))

    @property
    def of_benefits(self) -> bool:
        """Whether the item tells what the employer gives rather than what it asks for."""
        provenance = self.item.provenance
        return self.kind == "pay" or (provenance.source is Source.BRIEF and provenance.name == "benefits")

    @cached_property
    def not_ours(self) -> tuple[Span, ...]:
        """Spans no word rule looks into: quotations and the company's name."""
        spans = [match.span() for match in _QUOTED.finditer(self.text)]
        if self.company:
            named = re.compile(rf"(?<![^\W_]){re.escape(self.company)}(?![^\W_])")
            spans.extend(match.span() for match in named.finditer(self.folded))
        return tuple(sorted(spans))

    @cached_property
    def protecting(self) -> tuple[Span, ...]:
        """Spans of the sentences that promise equal treatment."""
        return tuple((start, end) for start, end in self.sentences if _PROTECTS.search(self.folded, start, end))

    def matches(self, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where the expression, in lower case, matches outside quotations and the company's name."""
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
        start, end = span or (0, len(self.text))
        return Finding(
            id=id,
            level=level,
            message=message,
            place=Place(section=self.section.key, item=self.index, start=start, end=end),
            words=self.text[start:end],
            why=why,
            source=source,
            fix=None if replacement is None else Fix(replacement=replacement),
        )


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at. `brief` is None for a text that was not composed here."""

    document: Document
    brief: Brief | None
    rules: Rules
    today: date

    @property
    def pasted(self) -> bool:
        return self.document.role == PASTED

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        name = texts.fold(self.document.facts.hiring_organization).strip()
        company = name if len(name) > 1 else ""
        return tuple(
            Passage(section=section, index=index, item=item, company=company)
            for section in self.document.sections
            for index, item in enumerate(section.items)
        )

    @cached_property
    def folded(self) -> str:
        """The whole text, headings too, folded, a line an item."""
        parts = [self.document.title]
        for section in self.document.sections:
            parts.append(section.heading)
            parts.extend(item.text for item in section.items)
        return "\n".join(texts.fold(part) for part in parts)

    @cached_property
    def words(self) -> int:
        """The words of the posting as it would be exported."""
        facts = [] if self.pasted else [f"{label} {value}" for label, value in self.document.facts.lines()]
        headings = [section.heading for section in self.document.sections]
        items = [item.text for item in self.document.items()]
        return sum(map(texts.count_words, [self.document.title, *facts, *headings, *items]))

    def of_kind(self, *kinds: str) -> Iterator[Passage]:
        """Yield the passages of the sections whose key, less its number, is one of these."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def sections(self, kind: str) -> Iterator[Section]:
        return (section for section in self.document.sections if _NUMBERED.sub("", section.key) == kind)

    def says(self, pattern: re.Pattern[str], passages: Iterable[Passage] | None = None) -> bool:
        """Whether the pattern, written in lower case, occurs in the text (or these passages)."""
        if passages is None:
            return bool(pattern.search(self.folded))
        return any(pattern.search(passage.folded) for passage in passages)

    def finding(
        self, id: str, level: Level, message: str, *, why: str, source: str, section: str | None = None
    ) -> Finding:
        """Return a finding on the whole document, or on a whole section."""
        return Finding(
            id=id,
            level=level,
            message=message,
            place=Place(section=section),
            words="",
            why=why,
            source=source,
        )


def paragraphs(context: Context) -> Iterator[tuple[Section, int | None, int]]:
    """Yield (section, item or None, words) of each paragraph as it stands on the page.

    The items of a paragraph section make one paragraph; elsewhere each item is its own.
    """
    for section in context.document.sections:
        counts = [texts.count_words(item.text) for item in section.items]
        if section.kind is SectionKind.PARAGRAPH:
            yield section, None, sum(counts)
        else:
            for index, count in enumerate(counts):
                yield section, index, count
