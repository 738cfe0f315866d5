"""A pasted posting carried over: a draft of a title the owner chooses, in the owner's own words."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from roles.core.compose.brief import Brief, tidy
from roles.core.compose.composition import posting_facts
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Focus, Item, Provenance, Section, SectionKind, Source
from roles.core.limits import Purpose, SectionKey, part_of

from .operations import DOCUMENT_ITEMS_LIMIT, ITEM_LIMIT, EditError

REASON = "From the text you pasted."
IN_SHORT = "In short"
BELOW_A_LIST = "Also"

_MARKS = re.compile(r"^[#*_=\s]+|[*_=:\s]+$")
_SENTENCE = re.compile(r"(?<=[.!?…。؟])\s+")


def carry_in(pasted: Document, brief: Brief, template: RoleTemplate, *, version: int) -> Document:
    """Return a posting of the template's title made of what was read from a pasted text.

    Every word of the text is in it, in order: a title of its own becomes the first line, a
    heading with nothing below it a line. A line longer than one item may be is cut between
    its sentences, and paragraphs below a list get a heading. Facts are the brief's. Raises
    EditError where a posting cannot hold it.
    """
    texts = list(_sections(pasted, template))
    if not texts:
        raise EditError("There is no text here to carry over.")
    if sum(len(lines) for _, lines in texts) > DOCUMENT_ITEMS_LIMIT:
        raise EditError(f"A posting holds at most {DOCUMENT_ITEMS_LIMIT} lines, and this text has more.")
    number = 0
    sections = []
    for section, lines in texts:
        items = []
        for line in lines:
            number += 1
            provenance = Provenance(source=Source.OWNER)
            items.append(Item(key=f"own-{number}", text=line, focus=Focus.SHARED, provenance=provenance, reason=REASON))
        sections.append(replace(section, items=tuple(items)))
    return Document(
        role=template.slug,
        version=version,
        title=template.title,
        promise=template.promise,
        facts=posting_facts(brief),
        sections=tuple(sections),
    )


def _sections(pasted: Document, template: RoleTemplate) -> Iterator[tuple[Section, list[str]]]:
    """Yield each section, its items still those of the reading, with the lines it will hold."""
    shelves = {part_of(section.purpose, section.key): section for section in reversed(template.sections)}
    taken = {section.key for section in template.sections}
    keys = {section.key for section in pasted.sections}
    title = [] if tidy(pasted.title).casefold() == template.title.casefold() else list(_pieces(pasted.title))
    own_opening = bool(pasted.sections) and pasted.sections[0].key == SectionKey.OPENING
    sections = list(pasted.sections)
    if title and not own_opening:
        sections.insert(0, Section(key=SectionKey.OPENING, heading="", kind=SectionKind.LINES, items=()))
    above = ""  # a heading right over another of its kind
    for section, following in zip_longest(sections, sections[1:]):
        lines = [piece for item in section.items for piece in _pieces(item.text)]
        key, heading = section.key, _MARKS.sub("", tidy(section.heading)) or tidy(section.heading)
        if key == SectionKey.OPENING:
            lines = [*title, *lines]
            if SectionKey.SUMMARY not in keys and SectionKey.SUMMARY in shelves:
                section = replace(section, purpose=Purpose.SUMMARY)
                key, heading = SectionKey.SUMMARY, shelves[SectionKey.SUMMARY].heading
            else:
                heading = IN_SHORT
        elif not heading:
            heading = BELOW_A_LIST
        if above:
            heading, above = f"{above} – {heading}", ""
        if not lines and _of_a_kind(section, following):
            above = heading
            continue
        if not lines:
            heading, lines = BELOW_A_LIST, list(_pieces(heading))
        if lines:
            shelf = shelves.get(key)
            if shelf is not None or key in taken:
                key = shelf.key if shelf is not None else f"own-{key}"
            yield replace(section, key=key, heading=heading, locked=shelf is not None and shelf.locked), lines


def _of_a_kind(section: Section, following: Section | None) -> bool:
    """Whether the next section is of the same kind: "Responsibilities", and right below it "Duties"."""
    return following is not None and section.part == following.part


def _pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces no longer than an item may be, cut between sentences, else between words."""
    text = tidy(text)
    if len(text) <= ITEM_LIMIT:
        if text:
            yield text
        return
    piece = ""
    for part in _short_parts(_SENTENCE.split(text)):
        joined = f"{piece} {part}".strip()
        if len(joined) > ITEM_LIMIT:
            yield piece
            joined = part
        piece = joined
    if piece:
        yield piece


def _short_parts(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        if len(sentence) <= ITEM_LIMIT:
            yield sentence
        else:
            yield from textwrap.wrap(sentence, ITEM_LIMIT, break_on_hyphens=False)
