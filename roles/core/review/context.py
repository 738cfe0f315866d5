"""What a rule is given: the document with its texts prepared, the brief, the day, the rules in force."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from roles.core.compose.brief import Brief
from roles.core.document import Document, Focus, Item, Provenance, Section, SectionKind, Source
from roles.core.folding import fold
from roles.core.reading import PASTED, StatedFacts, facts_of_document, language_of, on_day

from . import text as texts
from .finding import Finding, Level, Place
from .posting_rules import PostingRule
from .reviewed import TITLE, ReviewedItem, reviewed_item

T = TypeVar("T")
_NO_ITEM = Item(key="", text="", focus=Focus.SHARED, provenance=Provenance(source=Source.OWNER), reason="")


@dataclass(frozen=True)
class Rules:
    """What a review goes by: ids of rules or findings that are switched off, and the posting law."""

    switched_off: frozenset[str] = frozenset()
    posting_rules: tuple[PostingRule, ...] = ()

    @cached_property
    def _hash(self) -> int:
        return hash((self.switched_off, self.posting_rules))

    def __hash__(self) -> int:
        return self._hash  # to go through all laws takes a tenth of a review


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at. `brief` is None for a text that was not composed here.

    `unread` is the number of lines of ours that the posting's owner has not been through.
    """

    document: Document
    brief: Brief | None
    rules: Rules
    today: date
    unread: int = 0

    @property
    def pasted(self) -> bool:
        return self.document.role == PASTED

    @cached_property
    def stated(self) -> StatedFacts:
        """What the text of the document states of the post, with its words; what it leaves open is None."""
        return on_day(facts_of_document(self.document), self.today)

    @cached_property
    def language(self) -> str:
        """The language of the text (ISO 639-1), "" where it is too short to tell."""
        return language_of(self.folded)

    @property
    def foreign(self) -> bool:
        """Whether a pasted text is in another language than the rules' own."""
        return self.pasted and self.language not in ("", "en")

    @cached_property
    def items(self) -> tuple[ReviewedItem, ...]:
        return tuple(
            reviewed_item(bare, index, item, self._company)
            for section in self.document.sections
            for bare in (replace(section, items=()),)
            for index, item in enumerate(section.items)
        )

    @cached_property
    def _company(self) -> str:
        name = fold(texts.seen(self.document.facts.hiring_organization)[0]).strip()
        return name if len(name) > 1 else ""

    @cached_property
    def title(self) -> ReviewedItem:
        """The title, for the rules that look into it; its findings are on the whole document."""
        item = replace(_NO_ITEM, text=self.document.title)
        return ReviewedItem(section=TITLE, index=0, original=item, company=self._company)

    @cached_property
    def folded(self) -> str:
        """The whole text, headings too, folded, a line each."""
        headings = [self.document.title, *(section.heading for section in self.document.sections)]
        folded = [fold(texts.seen(heading)[0]) for heading in headings]
        return "\n".join([*folded, *(item.folded for item in self.items)])

    @cached_property
    def words(self) -> int:
        """The words of the posting as it would be exported."""
        facts = [] if self.pasted else [f"{label} {value}" for label, value in self.document.facts.lines()]
        headings = [section.heading for section in self.document.sections]
        return sum(map(texts.count_words, [self.document.title, *facts, *headings])) + sum(
            item.words for item in self.items
        )

    @cached_property
    def _answers(self) -> dict[Callable[["Context"], Any], Any]:
        return {}

    def once(self, ask: Callable[["Context"], T]) -> T:
        """Return what `ask` finds in this context; several rules ask the same, and it looks once."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        answer: T = self._answers[ask]
        return answer

    @cached_property
    def _found(self) -> dict[re.Pattern[str], bool]:
        return {}

    def of_kind(self, *kinds: str) -> Iterator[ReviewedItem]:
        """Yield the items of the sections whose key, less its number, is one of these."""
        return (item for item in self.items if item.kind in kinds)

    def sections(self, kind: str) -> Iterator[Section]:
        return (section for section in self.document.sections if section.part == kind)

    def contains(self, pattern: re.Pattern[str], items: Iterable[ReviewedItem] | None = None) -> bool:
        """Whether the pattern, written in lower case, occurs in the text (or these items)."""
        if items is None:
            if pattern not in self._found:
                self._found[pattern] = pattern.search(self.folded) is not None
            return self._found[pattern]
        return any(pattern.search(item.folded) for item in items)

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
    """Yield (section, item or None, words) of each paragraph as the page shows it.

    The items of a paragraph section make paragraphs; elsewhere each item is its own.
    """
    for section in context.document.sections:
        counts = [texts.count_words(item.text) for item in section.items]
        if section.kind is SectionKind.PARAGRAPH:
            at = 0
            for items in section.paragraphs:
                alone = len(items) == 1 < len(section.items)
                yield section, at if alone else None, sum(counts[at : at + len(items)])
                at += len(items)
        else:
            for index, count in enumerate(counts):
                yield section, index, count
