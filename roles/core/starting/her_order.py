"""The lines of an advert in their own order: her headings, paragraphs and lists, and what is left out of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from roles.core.editing.operations import ITEM_LIMIT
from roles.core.folding import fold
from roles.core.limits import Purpose, SectionKey
from roles.core.reading import LineKind, PostingRead

from .account import Became
from .answers import fits
from .calm import named, spellings, with_calm_label
from .cells import without_cells
from .deciding import Decision
from .first_lines import after_blank, goes_on, is_header, names_of
from .head import ANSWER_OF, CLOSES, HOURS, PAY, TRAVEL, HeadFact, facts_of_line, is_labelled, label_of
from .her_lines import answers_alone, is_barred, purpose_of, reads_as_list, with_wishes_kept
from .her_sections import (
    LISTED,
    NAMED,
    Draft,
    HerLine,
    HerSection,
    blocks_of,
    ended,
    has_parts,
    joined,
    keys_of,
)
from .in_her_order import InHerOrder
from .pieces import Part, Piece
from .shelves import heading_above, section_for

_WORD = re.compile(r"\w+")
FIRST = "The first lines"
_OF_A_LABEL = {PAY: Purpose.PAY, CLOSES: Purpose.APPLY}
_DONE = (Purpose.DUTIES, Purpose.MEASURES)
_ASKED = (Purpose.REQUIRED, Purpose.PREFERRED)
_BEGINS_ITSELF = re.compile(r"\W*(?:to|how to|please) apply\b|\W*apply\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_a-z]")
_ENDS = (".", "!", "?")
_TITLE_WORDS = 3  # a line of so many words of the title is it, again


def take_in_order(read: PostingRead, found: Iterator[Decision], made: InHerOrder) -> None:
    """Note what was decided on each piece, and put all that is kept into sections in the order of the text."""
    made.names = spellings(read.text)
    made.look_at(section.heading.text for section in read.sections if section.heading)
    made.after_blank = after_blank(read.text)
    made.title = frozenset(_WORD.findall(fold(read.title.text))) if read.title else frozenset()
    decided = with_wishes_kept(list(found))
    drafts: list[Draft] = []
    for _, group in groupby(decided, key=lambda decision: decision.piece.item):
        _take(list(group), made, drafts)

    def begins_itself(line: HerLine) -> bool:
        return bool(_BEGINS_ITSELF.match(made.entries[line.parts[0]].text))

    blocks = [block for draft in list(ended(drafts, made.template, begins_itself)) for block in blocks_of(draft)]
    keys = keys_of(blocks, made.template)
    over = ""
    for block, key in zip(blocks, keys, strict=True):
        over = block.above or over
        lines = tuple(block.lines)
        made.order.append(HerSection(key, block.heading, block.purpose, block.bullets, lines, block.ordered))
        for number in (number for line in block.lines for number in line.parts):
            shelf = section_for(made.template, block.purpose)
            place = over or (FIRST if block.purpose is Purpose.OTHER else heading_above(made.template, shelf))
            made.entries[number] = replace(made.entries[number], section=key, place=place)
    below = {block.above: key for block, key in zip(blocks, keys, strict=True) if block.above}
    for number, entry in enumerate(made.entries):
        if entry.became is Became.LEFT_OUT:
            made.entries[number] = replace(entry, section=below.get(entry.heading, entry.section))
        elif entry.became is Became.HEADING and not entry.reason:
            made.entries[number] = replace(entry, place=name if (name := made.shown(entry.text)) in below else "")
    made.hold()


def _take(group: list[Decision], made: InHerOrder, drafts: list[Draft]) -> None:
    """Note what becomes of one line, and put what is kept of it behind all that was kept before it."""
    piece = group[0].piece
    _note_heading(piece, made)
    above = "" if piece.number in made.pages else piece.heading
    at_head = piece.number < 0 or (not above and not any(draft.heading for draft in drafts))
    at_head = at_head or (is_labelled(piece.whole) and not any(draft.is_more for draft in drafts))
    known = made.titles | made.title if len(_WORD.findall(piece.whole)) >= _TITLE_WORDS else made.titles
    facts = facts_of_line(piece.whole, made.stated, known) if at_head and piece.kind is not LineKind.TITLE else []
    names = names_of(piece.whole, facts, made.stated)
    alone = answers_alone(group) or is_header(piece, drafts) or goes_on(piece, drafts)
    if piece.kind in (LineKind.HEADING, LineKind.TITLE, LineKind.COLUMNS) or names == ["title"]:
        for decision in group:
            made.note(decision, decision.became, decision.answered)
            made.give(decision)
    elif at_head and (facts or (alone and not is_barred(group))):
        _note_facts(facts, made)
        _take_head(group, names, made, drafts)
    else:
        _take_words(group, above, made, drafts)


def _note_heading(piece: Piece, made: InHerOrder) -> None:
    """Note a heading that is one of the page, and one that is right below another."""
    if piece.kind is not LineKind.HEADING:
        return
    made.counts[piece.number] = piece.count
    if piece.section == SectionKey.OPENING and not any("title" in names for names in made.fields):
        made.pages.add(piece.number)  # "Job description" over all of a text, its title too, is a heading of the page
    last = made.entries[-1] if made.entries else None
    if last and last.became is Became.HEADING and not last.reason:
        # "Person specification", and "Essential" over a list.
        made.over[piece.number] = made.over.get(piece.number - 1, "") or last.text
        made.groups[piece.number] = piece.section
    elif over := made.over.get(piece.number - 1):
        # "Desirable" behind "Essential", and other groups below one heading: they have its kind, or it has capitals.
        alike = piece.section == made.groups[piece.number - 1] != "section"
        wished = piece.section == SectionKey.PREFERRED and len(piece.heading.split()) == 1
        if wished or alike or (over.isupper() and not piece.heading.isupper()):
            made.over[piece.number], made.groups[piece.number] = over, piece.section


def _take_words(group: list[Decision], above: str, made: InHerOrder, drafts: list[Draft]) -> None:
    """Keep what is kept of a line below the headings, in the draft of the section it belongs to."""
    piece = group[0].piece
    last = made.entries[-1] if made.entries else None
    if not above and group[0].became is Became.HEADING and last and last.became is Became.HEADING and not last.reason:
        above = last.text  # "Person specification", right over "Essential: a degree; …"
    stays = made.stays if drafts or any(one.became is not Became.LEFT_OUT for one in group) else set()
    kept = [decision for decision in group if decision.became is not Became.LEFT_OUT or decision.reason in stays]
    purpose = purpose_of(kept[0] if kept else group[0])
    behind = any(bullet for draft in drafts if draft.number == piece.number for _, bullet, _ in draft.lines)
    listed = reads_as_list(kept, purpose) and not behind  # a paragraph behind a list of hers is none
    parts = _keep(group, stays, made, listed=listed)
    if not parts:
        return
    own = purpose
    late = [decision for decision in kept if decision.purpose in NAMED]
    first = late[0] if late and len(late) * 2 >= len(kept) else kept[0]
    if first.purpose is Purpose.EQUAL_OPPORTUNITY and any(one.purpose is not first.purpose for one in kept):
        first = replace(first, purpose=Purpose.OTHER, field="")  # "You must be entitled to work here" is no such line
        own = Purpose.OTHER if own is Purpose.EQUAL_OPPORTUNITY else own
    labelled = "" if piece.bullet else label_of(piece.whole)
    if labelled and own in LISTED:
        first = replace(first, purpose=_OF_A_LABEL.get(labelled, Purpose.CONDITIONS), field="")
    draft = _draft_for(piece, own, above, made, drafts)
    label = () if listed or draft.lines else _label_in_line(piece, above, own, draft, made)
    for numbers in ((number,) for number in parts) if listed else _fitting([*label, *parts], made):
        line = HerLine(numbers, first.purpose, first.field, "" if listed else piece.count)
        draft.in_sentences = draft.in_sentences or (not listed and bool(_SENTENCES.search(piece.whole)))
        line = replace(line, apart=_is_apart(line, draft, made))
        draft.lines.append((line, piece.bullet or listed, sum(len(made.entries[part].text) for part in numbers)))


def _is_apart(line: HerLine, draft: Draft, made: InHerOrder) -> bool:
    """Whether a blank line of hers is between a line and the one before it, of which only one is a sentence or none
    is: sentences are paragraphs anyhow."""
    last = made.entries[draft.lines[-1][0].parts[-1]] if draft.lines else None
    first = made.entries[line.parts[0]]
    both = last is not None and last.text.endswith(_ENDS) and made.entries[line.parts[-1]].text.endswith(_ENDS)
    return last is not None and first.line in made.after_blank and not both


def _keep(group: list[Decision], stays: set[str], made: InHerOrder, *, listed: bool) -> list[int]:
    """Note what becomes of each part of a line; return the numbers of the entries that are kept."""
    parts: list[int] = []
    for decision in group:
        made.give(decision)
        became = Became.KEPT if decision.reason in stays else decision.became
        if became is not Became.LEFT_OUT:
            became = Became.KEPT
        if became is Became.KEPT:
            if decision.purpose in _DONE and decision.became not in (Became.ANSWER, Became.LEFT_OUT):
                made.duties.append(decision.piece.text)
            if (not listed or decision.piece.part is Part.WISH) and _goes_on(decision, became, parts, made):
                continue
            parts.append(len(made.entries))
        made.note(decision, became, decision.answered if decision.became is Became.ANSWER else ())
    return parts


def _draft_for(piece: Piece, own: Purpose, above: str, made: InHerOrder, drafts: list[Draft]) -> Draft:
    """The section that a line goes into: one that is there, or a new one below her heading or that of the template."""
    draft = drafts[-1] if drafts else None
    if draft and (draft.number, draft.purpose) == (piece.number, own):
        return draft
    if own is Purpose.APPLY and not above and _wants_heading(piece, own, drafts):
        heading = section_for(made.template, own).heading
    else:
        heading = made.shown(above)
    over = made.shown(made.over.get(piece.number, "")) if above else ""
    draft = Draft(piece.number, heading, own)
    if over and (kept := _heading_kept(above, made, made.counts.get(piece.number, ""))):
        # A heading below another is a line of it: "Essential:", "People", "To be successful you will have:".
        draft.heading = "" if any(one.heading == over for one in drafts) else over
        draft.lines.extend((HerLine((place,), own, heads=True), False, len(above)) for place in kept)
    drafts.append(draft)
    return draft


def _heading_kept(above: str, made: InHerOrder, count: str = "") -> tuple[int, ...]:
    """The number of the entry of a heading that is printed, with its `count`, as words of its section now, () where it
    has none."""
    found = [place for place, entry in enumerate(made.entries) if entry.text == above]
    if not found or made.entries[found[-1]].became is not Became.HEADING:
        return ()
    line = f"{count} {above}".strip()
    made.entries[found[-1]] = replace(made.entries[found[-1]], became=Became.KEPT, lines=(line,), place="")
    return (found[-1],)


def _label_in_line(piece: Piece, above: str, own: Purpose, draft: Draft, made: InHerOrder) -> tuple[int, ...]:
    """The entry of a heading within its line that stays there, "Nice to have: Spanish, a van licence", and heads no
    section then; () for none."""
    in_line = any(entry.text == above and entry.line == piece.line for entry in made.entries)
    label = _heading_kept(above, made) if own in _ASKED and in_line and above.rstrip().endswith(":") else ()
    draft.heading = "" if label else draft.heading
    return label


def _wants_heading(piece: Piece, own: Purpose, drafts: list[Draft]) -> bool:
    """Whether words on applying without a heading get ours: below none of that kind, and no heading of their own
    accord: "To apply, …"."""
    there = any(draft.heading and draft.purpose is own for draft in drafts)
    return has_parts(drafts) and not there and not _BEGINS_ITSELF.match(piece.whole)


def _take_head(group: list[Decision], names: Iterable[str], made: InHerOrder, drafts: list[Draft]) -> None:
    """Keep a line of her head where it is, as it is written, and note the answers (`names`) that it gives."""
    piece = group[0].piece
    for decision in group:
        made.give(decision)
    names = dict.fromkeys((*(name for one in group for name in one.answered), *names))
    names = [name for name in names if name in made.stated]
    line = " ".join(without_cells(piece.whole, at_head=True).split())
    line = with_calm_label(line, made.names)
    line = named(line) if {"company", "place"} >= set(names) and names else line
    entry = replace(made.entry(group[0], Became.KEPT), text=piece.whole, lines=(line,))
    made.entries.append(entry)
    made.fields.append(tuple(names))
    last = drafts[-1] if drafts else None
    number, below = piece.number * 2, bool(drafts) and drafts[-1].number == piece.number * 2
    if last is None or not below or last.purpose is not Purpose.OTHER:
        last = Draft(number, "" if below or piece.number in made.pages else made.shown(piece.heading), Purpose.OTHER)
        drafts.append(last)
    made_of = HerLine((len(made.entries) - 1,), Purpose.OTHER)
    last.lines.append((replace(made_of, apart=_is_apart(made_of, last, made)), piece.bullet, len(piece.whole)))


def _note_facts(facts: list[HeadFact], made: InHerOrder) -> None:
    for fact in facts:
        # "Mon - Sat (2nd Sat off)" without a label is known to be the hours by the head alone.
        if fact.label in (HOURS, TRAVEL) and fits(name := ANSWER_OF[fact.label], fact.words):
            made.given.setdefault(name, fact.words)
    made.head.extend(facts)


def _goes_on(decision: Decision, became: Became, parts: list[int], made: InHerOrder) -> bool:
    """Whether words are kept in one entry with those before them, and put them there."""
    last = made.entries[-1] if parts and parts[-1] == len(made.entries) - 1 else None
    if last is None or last.became is not became or made.fields[-1] or decision.became is Became.ANSWER:
        return False
    text = joined((last.text, decision.piece.text))
    if len(text) > ITEM_LIMIT:
        return False
    made.entries[-1] = replace(last, text=text, lines=(text,))
    return True


def _fitting(parts: list[int], made: InHerOrder) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of the entries of one line, in parts that one item of a posting may hold."""
    held: list[int] = []
    length = 0
    for number in parts:
        length += len(made.entries[number].text) + 1
        if held and length > ITEM_LIMIT:
            yield tuple(held)
            held, length = [], len(made.entries[number].text)
        held.append(number)
    yield tuple(held)
