"""The posting made of an old text: her lines and ours together, and the account of hers settled against it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from roles.core import document as documents
from roles.core.compose.answers import finished
from roles.core.compose.brief import Brief
from roles.core.compose.composition import compose
from roles.core.compose.facts import PLACEHOLDERS, SUPERIORS
from roles.core.compose.placeholders import names
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Focus, Item, Provenance, SectionKind, Source
from roles.core.editing import EditError, Stock, add
from roles.core.editing.operations import DOCUMENT_ITEMS_LIMIT, DOCUMENT_LIMIT, ITEM_LIMIT, own_key
from roles.core.folding import fold
from roles.core.limits import Purpose, purpose_of_key

from .account import Account, Became, Entry
from .arranging import CHANGED, FILLED_IN_BY_OURS, YOURS_ALONE, arrange, with_title
from .beside_hers import beside_hers, with_few_duties
from .head import as_stated, changed, head_words
from .header import with_led, without_header
from .her_lines import states_the_post
from .sameness import is_same
from .shelves import section_for
from .start import Extra, Start
from .stated_once import at_the_head, stated_once

REASON = "From the text you started with."

# The placeholder that prints an answer, where it is not of the same name.
_PLACEHOLDERS = {"valid_through": "closing_date"}
# A sentence of hers of so many words states what the post is, whatever words it opens with.
_SENTENCE_WORDS = 12
_LATE = (Purpose.APPLY, Purpose.STEPS, Purpose.EQUAL_OPPORTUNITY)


def make(
    start: Start,
    template: RoleTemplate,
    brief: Brief,
    *,
    version: int,
    title: str = "",
    given: Collection[str] = (),
) -> tuple[Document, Account]:
    """Return the posting of a text with the answers of `brief`, and what became of the text.

    `title` is printed instead of the template's, `given` are the names of the answers that she typed beside the text.
    Of an advert her text keeps its order and ours fills what it lacks; of notes her lines come first in each section
    of ours. A statement of ours that states what a line of hers states is left out. Raises EditError where a posting
    cannot hold the text.
    """
    if start.order:
        printed = title or template.title
        document, account = arrange(start, template, brief, version=version, title=printed, given=given)
        _refuse_too_much(document)
        return document, account
    opening = section_for(template, Purpose.SUMMARY).key
    lines = [line for extra in start.extras if extra.section == opening for line in extra.lines]
    opens = any(states_the_post(line) or len(line.split()) >= _SENTENCE_WORDS for line in lines)
    start, brief = without_header(start, brief)
    if opens:
        start = with_led(start, opening)
    document = compose(beside_hers(template, start, brief, opens=opens, given=given), brief, version=version)
    document = with_few_duties(document, template, start, brief)
    for extra in start.extras:
        document = _with_lines(document, template, extra, opens=opens)
    _refuse_too_much(document)
    document, twice = _each_once(document, template, brief, start)
    facts = replace(
        document.facts, words=head_words(start.head, start.answers, brief, document.facts, given, start.near)
    )
    document = replace(document, title=title or document.title, facts=facts)
    document, moved = stated_once(document, start, unchanged=as_stated(start.answers, brief))
    entries = (
        _settled(entry, fields, start, brief, document, template, twice)
        for entry, fields in zip(start.entries, start.fields, strict=True)
    )
    return document, Account(entries=tuple(at_the_head(entries, moved)))


def bring_back(document: Document, entry: Entry, template: RoleTemplate, *, stock: Stock) -> Document:
    """Return the document with the words of an entry as lines of the owner's own. Raises EditError."""
    held = {section.key for section in document.sections}
    keys = [section.key for section in template.sections]
    key = entry.section if entry.section in (*held, *keys) else section_for(template, Purpose.SUMMARY).key
    text = entry.text
    while text:
        cut = len(text) if len(text) <= ITEM_LIMIT else text.rfind(" ", 0, ITEM_LIMIT) + 1 or ITEM_LIMIT
        document = add(document, key, text[:cut], stock=stock, unlocked=True)
        text = text[cut:].strip()
    return document


def _with_lines(document: Document, template: RoleTemplate, extra: Extra, *, opens: bool) -> Document:
    """The document with lines of hers in a section: behind hers that are there, before ours.

    `opens` is whether what she states of the post opens with what it does.
    """
    sections = {section.key: section for section in document.sections}
    section = sections.get(extra.section)
    if section is None:
        shelf = next((shelf for shelf in template.sections if shelf.key == extra.section), None)
        kind = shelf.kind if shelf else SectionKind.BULLETS if extra.bullets else SectionKind.LINES
        section = documents.Section(
            key=extra.section,
            heading=extra.heading,
            kind=kind,
            items=(),
            locked=shelf.locked if shelf else False,
            purpose=shelf.purpose if shelf else purpose_of_key(extra.section),
        )
    items = list(section.items)
    hers = _place(template, section, opens=opens)
    for line in extra.lines if _as_typed(template, section) else map(finished, extra.lines):
        item = Item(
            key=own_key(document),
            text=line,
            focus=Focus.SHARED,
            provenance=Provenance(source=Source.OWNER),
            reason=REASON,
        )
        items.insert(hers, item)
        hers += 1
        document = _in_order(document, template, replace(section, items=tuple(items)))
    return document


def _place(template: RoleTemplate, section: documents.Section, *, opens: bool) -> int:
    """Where lines of hers go among the items of a section: behind hers that begin it, before ours."""
    behind_all = {section_for(template, Purpose.APPLY).key}  # "No phone calls please" comes behind the address
    if not opens:
        # Of the sentences on the post one that does not state what it does opens nothing.
        behind_all.add(section_for(template, Purpose.SUMMARY).key)
    if section.key in behind_all:
        return len(section.items)
    sources = (item.provenance.source for item in section.items)
    return next((place for place, source in enumerate(sources) if source is Source.STATEMENT), len(section.items))


def _as_typed(template: RoleTemplate, section: documents.Section) -> bool:
    """Whether the lines of a section have no stop at their end: measures, benefits, steps, and lists of her own."""
    shelf = next((shelf for shelf in template.sections if shelf.key == section.key), None)
    if shelf is None:
        return section.kind is SectionKind.BULLETS
    return any(
        section_for(template, purpose).key == shelf.key for purpose in (Purpose.MEASURES, Purpose.PAY, Purpose.STEPS)
    )


def _in_order(document: Document, template: RoleTemplate, section: documents.Section) -> Document:
    """The document with a section in place of the one of its key, or where the template has it.

    One of her own comes before those on applying.
    """
    sections = {other.key: other for other in document.sections} | {section.key: section}
    late = {shelf.key for shelf in template.sections if shelf.purpose in _LATE}
    places = {shelf.key: place for place, shelf in enumerate(template.sections)}
    before_the_end = min((places[key] for key in late), default=len(places)) - 0.5
    keys = sorted(sections, key=lambda key: places.get(key, before_the_end))
    return replace(document, sections=tuple(sections[key] for key in keys))


def _each_once(
    document: Document, template: RoleTemplate, brief: Brief, start: Start
) -> tuple[Document, dict[str, str]]:
    """Return the document without statements that a line of hers makes needless, and those by the line's text."""
    twice: dict[str, str] = {}
    sources = {statement.key: statement.text for statement in template.statements()}
    covered = _covered_by_hers(document, template, brief, start)
    sections = []
    for section in document.sections:
        hers = [item for item in section.items if item.provenance.source is not Source.STATEMENT]
        kept = []
        for item in section.items:
            same = None
            if item.provenance.source is Source.STATEMENT:
                used = names(sources.get(item.provenance.name, ""))
                same = next((line for line in hers if is_same(line.text, item.text)), None)
                same = same or next((line for needed, only, line in covered if needed in used and used <= only), None)
            if same is None:
                kept.append(item)
            else:
                twice[same.text] = item.text
        if kept:
            sections.append(replace(section, items=tuple(kept)))
    return _without_also(replace(document, sections=tuple(sections)), sources), twice


def _without_also(document: Document, sources: dict[str, str]) -> Document:
    """The document without "You also answer for …" where no sentence before it states for what one answers."""
    used = {item.key: names(sources.get(item.provenance.name, "")) for item in document.items()}
    if any("owned" in found for found in used.values()):
        return document
    sections = (
        replace(section, items=tuple(item for item in section.items if "also" not in used[item.key]))
        for section in document.sections
    )
    return replace(document, sections=tuple(section for section in sections if section.items))


def _covered_by_hers(
    document: Document, template: RoleTemplate, brief: Brief, start: Start
) -> list[tuple[str, frozenset[str], Item]]:
    """Return (placeholder, all that the sentence may print with it, the line of hers that states it already)."""
    found = []
    if (
        "reports_to" in start.answers
        and not brief.budget
        and (line := _line_naming_superior(document, brief.reports_to))
    ):
        found.append(("reports_to", frozenset({"reports_to", "budget"}), line))
    address = next((line for line in _hers(document) if brief.apply_to and brief.apply_to in line.text), None)
    # The facts print the last day, so that ours is not needed for it, unless hers gives another.
    if address and brief.valid_through in (None, start.answers.get("valid_through")):
        found.append(("apply_to", frozenset({"apply_to", "apply_with", "closing_date", "resume"}), address))
    summary = section_for(template, Purpose.SUMMARY).key
    opening = next((line for line in _hers(document, summary) if states_the_post(line.text)), None)
    if opening:
        found.append(("owned", frozenset(PLACEHOLDERS), opening))
    return found


def _line_naming_superior(document: Document, superior: str) -> Item | None:
    """The line of hers that states whom the post reports to."""
    reports = re.compile(rf"\breport(?:s|ing)?\b[^.]{{0,20}} to {re.escape(superior)}", re.IGNORECASE)
    return next((item for item in _hers(document) if reports.search(item.text)), None)


def _hers(document: Document, key: str = "") -> Iterator[Item]:
    """The lines of hers, of one section or of all."""
    for section in document.sections:
        if not key or section.key == key:
            yield from (item for item in section.items if item.provenance.source is not Source.STATEMENT)


def _settled(
    entry: Entry,
    fields: tuple[str, ...],
    start: Start,
    brief: Brief,
    document: Document,
    template: RoleTemplate,
    twice: dict[str, str],
) -> Entry:
    """The entry as it is once the posting is there: with the sentence of ours that states the same."""
    if entry.lines:
        for line in entry.lines:
            ours = next((sentence for text, sentence in twice.items() if fold(line).rstrip(".") in fold(text)), "")
            if ours:
                return replace(entry, became=Became.MERGED, reason=YOURS_ALONE, ours=ours)
        return entry
    if entry.became is Became.HEADING and not entry.reason:
        return replace(entry, place=_heading_now(entry, start, document))
    if entry.became is not Became.ANSWER:
        return entry
    if "title" in fields:
        return with_title(entry, document.title)
    if any(changed(getattr(brief, name), start.answers.get(name)) for name in fields):
        return replace(entry, became=Became.LEFT_OUT, place="", reason=CHANGED)
    ours = next(_sentences_with(fields, document, template), "")
    whole = ":" not in entry.text[:30] and len(entry.text.split()) > 3
    if ours and whole:
        return replace(entry, became=Became.MERGED, reason=FILLED_IN_BY_OURS, ours=ours)
    return replace(entry, ours=ours)


def _heading_now(entry: Entry, start: Start, document: Document) -> str:
    """The heading below which most of what was under hers is now, "" where nothing of it is."""
    headings = {section.key: section.heading for section in document.sections}
    places = [other.section for other in start.entries if other.heading == entry.text and other.lines]
    key = max(places, key=places.count, default="")
    return headings.get(key, "")


def _sentences_with(fields: tuple[str, ...], document: Document, template: RoleTemplate) -> Iterator[str]:
    """Yield the sentences of ours that print one of the answers."""
    wanted = {_PLACEHOLDERS.get(name, name) for name in fields} - {"place", "company", "headcount", "workplace"}
    sources = {statement.key: statement.text for statement in template.statements()}
    ours = [item for item in document.items() if item.provenance.source is Source.STATEMENT]
    used = {item.key: names(sources.get(item.provenance.name, "")) for item in ours}
    if "reports_to" in wanted:
        yield from (item.text for item in ours if SUPERIORS & used[item.key])
    yield from (item.text for item in ours if wanted & used[item.key])


def _refuse_too_much(document: Document) -> None:
    texts = [item.text for item in document.items()]
    if len(texts) > DOCUMENT_ITEMS_LIMIT or sum(map(len, texts)) > DOCUMENT_LIMIT:
        raise EditError(f"A posting holds at most {DOCUMENT_ITEMS_LIMIT} lines, and this text has more.")
