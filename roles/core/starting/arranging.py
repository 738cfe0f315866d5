"""The posting made of an advert: her text in its own order, and ours where it lacks something."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from roles.core import document as documents
from roles.core.compose.answers import begun, finished
from roles.core.compose.brief import OWN_LINES, Brief
from roles.core.compose.composition import compose
from roles.core.compose.template import RoleTemplate
from roles.core.document import Document, Focus, Item, Provenance, SectionKind, Source
from roles.core.editing.operations import own_key
from roles.core.folding import fold
from roles.core.limits import Purpose

from .account import Account, Became, Entry
from .answers import QUESTIONS
from .calm import calm
from .cells import without_cells
from .filling import DUTIES_ADDED, behind, filling
from .head import changed, head_words
from .her_head import behind_title, is_of_no_post, is_sentence_with, stated_elsewhere
from .her_sections import HerLine, HerSection, joined, shown
from .sameness import is_same
from .start import Start
from .titled_once import titled_once

NOTHING_BELOW = "What was below it is elsewhere in the posting, so this heading has nothing left under it."
REASON = "From the text you started with, in its old place."
CHANGED = "You have given another answer since."
YOURS_ALONE = "One of our sentences would have said the same, so only yours is there."
FILLED_IN_BY_OURS = "One of our sentences says it, with your words filled in."
_WORD = re.compile(r"\w+")
_ANNOUNCED = re.compile(
    r"\W*(?:(?:now |we are |we['’]re )?(?:hiring|recruiting)|(?:help |staff )?wanted|(?:job )?vacancy|job|"
    r"required)\b\W*"
)
_ANNOUNCES = re.compile(r"\b(?:an?|our|its|their|the|for|next|new|seeks?|seeking|hiring|appoint)$", re.IGNORECASE)


def arrange(
    start: Start, template: RoleTemplate, brief: Brief, *, version: int, title: str, given: Collection[str] = ()
) -> tuple[Document, Account]:
    """Return the posting of an advert, in her order, with the answers of `brief`, and what became of her text.

    `title` is the one it bears, `given` are the names of the answers typed beside it.
    """
    entries = [
        _settled(entry, fields, start, brief, title) for entry, fields in zip(start.entries, start.fields, strict=True)
    ]
    entries, order = _with_line_of_title(start, entries, title)
    entries = titled_once(entries, order, title)
    composed = compose(filling(template, start, brief), brief, version=version)
    hers = {
        (item.provenance.name, _plain(item.text)): item
        for item in composed.items()
        if item.provenance.source is Source.BRIEF
    }
    facts = replace(
        composed.facts, words=head_words(start.head, start.answers, brief, composed.facts, given, start.near)
    )
    document = replace(composed, title=title, facts=facts, sections=())
    taken: set[str] = set()
    for section in order:
        items: list[Item] = []
        for line in section.lines:
            for item in _item(document, line, entries, hers, taken):
                taken.add(item.key)
                if (
                    section.heading and section.purpose is Purpose.APPLY and not items
                ):  # what ran on behind its heading begins a line now
                    item = replace(item, text=begun(item.text))
                items.append(item)
                document = _with(document, section, template, items)
    facts = replace(document.facts, told=stated_elsewhere(document, start, brief, given))
    document = replace(document, facts=facts)
    entries = _with_headings(entries, document)
    document, twice = _with_ours(document, composed, start)
    for number, entry in enumerate(entries):
        ours = next(
            (sentence for text, sentence in twice.items() if entry.lines and fold(entry.text) in fold(text)), ""
        )
        if ours:
            entries[number] = replace(entry, became=Became.MERGED, reason=YOURS_ALONE, ours=ours)
    return document, Account(entries=tuple(entries))


def _item(
    document: Document, line: HerLine, entries: list[Entry], hers: dict[tuple[str, str], Item], taken: set[str]
) -> Iterator[Item]:
    """Yield what is printed of one line of hers, as typed: as the answer that holds it, else as a line of her own."""
    text = joined(text for number in line.parts for text in entries[number].lines).strip(" ·•|")
    text = f"{line.count} {without_cells(text, at_head=True)}".strip() if text else ""
    held = hers.get((line.field, _plain(text)))
    if not text:
        return
    if held and held.key not in taken:
        yield replace(held, text=text)
        return
    provenance = Provenance(source=Source.OWNER)
    yield Item(key=own_key(document), text=text, focus=Focus.SHARED, provenance=provenance, reason=REASON)


def _with(document: Document, section: HerSection, template: RoleTemplate, items: list[Item]) -> Document:
    """The document with a section of hers, and these items in it."""
    shelf = next((shelf for shelf in template.sections if shelf.key == section.key), None)
    made = documents.Section(
        key=section.key,
        heading=section.heading,
        kind=SectionKind.BULLETS if section.bullets else SectionKind.LINES,
        items=tuple(items),
        locked=shelf.locked if shelf else False,
        purpose=section.purpose,
        ordered=section.ordered,
    )
    others = tuple(other for other in document.sections if other.key != section.key)
    return replace(document, sections=(*others, made))


def _with_ours(document: Document, composed: Document, start: Start) -> tuple[Document, dict[str, str]]:
    """The document with each line of ours at its place, and those left out, by the line of hers that means the same."""
    twice: dict[str, str] = {}
    lines = [item.text for item in document.items()]
    plain = {_plain(line) for line in lines}
    for section in composed.sections:
        ours = []
        for item in section.items:
            # Of hers is also what composing put in another place or said otherwise: it is printed where she wrote it.
            of_hers = item.provenance.name in (*start.answers, *OWN_LINES) or _plain(item.text) in plain
            typed = item.provenance.source is Source.BRIEF and of_hers
            same = None if typed else next((line for line in lines if is_same(line, item.text)), None)
            if same:
                twice[same] = item.text
            elif not typed:
                ours.append(item)
        if ours:
            few = ours[:DUTIES_ADDED] if section.purpose is Purpose.DUTIES else ours
            document = _placed(document, replace(section, items=tuple(few)))
    return document, twice


def _placed(document: Document, ours: documents.Section) -> Document:
    sections = list(document.sections)
    same = [place for place, section in enumerate(sections) if section.purpose is ours.purpose]
    if ours.purpose is Purpose.SUMMARY and same:
        # Behind her first words on the post: those before the first list, where the opening goes on.
        last = next((place for place in same if place + 1 not in same), same[-1])
        same = [place for place in same if place <= last and sections[place].kind is not SectionKind.BULLETS] or same
    kept = [place for place in same if (sections[place].kind is SectionKind.BULLETS) == _is_list(ours)] or same
    if kept:
        place = kept[-1]
        hers = sections[place].items
        if _is_list(ours):  # the lines of a list end alike
            hers = tuple(replace(item, text=finished(item.text)) for item in hers)
        sections[place] = replace(sections[place], items=(*hers, *ours.items))
    else:
        taken = {section.key for section in sections}
        key = ours.key if ours.key not in taken else f"{ours.key}-2"
        sections.insert(behind([section.purpose for section in sections], ours.purpose), replace(ours, key=key))
    return replace(document, sections=tuple(sections))


def _is_list(section: documents.Section) -> bool:
    return section.kind is SectionKind.BULLETS


def _settled(entry: Entry, fields: tuple[str, ...], start: Start, brief: Brief, title: str) -> Entry:
    """The entry with the answers as they are now: a line that states another than she gave is left out."""
    if "title" in fields and not entry.lines:
        return with_title(entry, title)
    if fields and any(changed(getattr(brief, name, None), start.answers.get(name)) for name in fields):
        return replace(entry, became=Became.LEFT_OUT, lines=(), place="", reason=CHANGED)
    return entry


def _with_line_of_title(start: Start, entries: list[Entry], title: str) -> tuple[list[Entry], tuple[HerSection, ...]]:
    """The entries and the sections, what is behind her title as the first line of her head."""
    order = start.order
    head = order[0] if order and not order[0].heading and order[0].purpose is Purpose.OTHER else None
    number = next((number for number, fields in enumerate(start.fields) if "title" in fields), None)
    if number and entries[number - 1].lines and _ANNOUNCES.search(entries[number - 1].text):
        whole = f"{entries[number - 1].text} {entries[number].text}"  # "The board seeks a", and below it her title
        entries[number - 1] = replace(entries[number - 1], lines=(whole,))
    if number is None and head:  # a line of her head that was not known for the title: "*Ops Manager (part-time)*"
        return _with_title_taken(entries, head, title), order
    others = [" ".join(entries[part].text for part in line.parts) for line in head.lines] if head else []
    rest = behind_title(entries[number].text, title, others) if number is not None else ""
    if number is not None and not number and is_of_no_post(entries[number].text):
        rest = entries[number].text  # her first line, whatever it says, and no title
    if number is not None and is_sentence_with(entries[number].text, title):
        rest = entries[number].text
    if number is None or not rest:
        return entries, order
    line = HerLine((number,), Purpose.OTHER)
    first = replace(head, lines=(line, *head.lines)) if head and not head.bullets else None
    entries = [replace(entry, lines=(rest,)) if place == number else entry for place, entry in enumerate(entries)]
    if head and first:
        return entries, (first, *order[1:])
    return entries, (HerSection("yours-head", "", Purpose.OTHER, bullets=False, lines=(line,)), *order)


def _with_title_taken(entries: list[Entry], head: HerSection, title: str) -> list[Entry]:
    """The entries, those of a line of her head that begins with the title without it."""
    entries = list(entries)
    for number in (line.parts[0] for line in head.lines if len(line.parts) == 1):
        entry = entries[number]
        announced = _ANNOUNCED.sub("", fold(entry.text), count=1)
        if announced.startswith(fold(title)):
            rest = behind_title(entry.text, title)
            entries[number] = replace(entry, became=Became.ANSWER, place=QUESTIONS["title"], lines=(rest,) * bool(rest))
            break
    return entries


def with_title(entry: Entry, title: str) -> Entry:
    """Return the entry of the title of a text with the one its posting bears, where that is another."""
    same = set(_WORD.findall(fold(entry.text))) == set(_WORD.findall(fold(title)))
    return entry if same else replace(entry, reason=f"The title of this posting is “{title}”.")


def _with_headings(entries: list[Entry], document: Document) -> list[Entry]:
    """The entries, a heading of which nothing is printed with no place."""
    printed = {section.heading for section in document.sections}
    below = {entry.heading: entry.section for entry in reversed(entries) if entry.heading and entry.section}

    def settled(entry: Entry) -> Entry:
        if entry.became is not Became.HEADING or (entry.place and entry.place.rstrip(" :") in printed):
            return entry
        section = "" if entry.reason else below.get(calm(shown(entry.text), {}), below.get(shown(entry.text), ""))
        if section:  # what is below it is printed elsewhere, or not at all
            return replace(entry, became=Became.LEFT_OUT, place="", section=section, reason=NOTHING_BELOW)
        return replace(entry, place="")

    return [settled(entry) for entry in entries]


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".,;: ").casefold()
