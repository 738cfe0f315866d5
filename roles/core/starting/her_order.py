"""The lines of an advert in their own order: her headings, paragraphs and lists, and what is left out of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import InitVar, dataclass, field, replace
from itertools import groupby
from typing import Any

from roles.core.blanks import blank_in
from roles.core.compose.brief import OWN_LINES, TEXT_FIELDS, text_problem, tidy
from roles.core.compose.placeholders import own_words
from roles.core.compose.template import RoleTemplate
from roles.core.editing.operations import ITEM_LIMIT
from roles.core.folding import fold
from roles.core.limits import OWN_LINES_MAX, Purpose, SectionKey
from roles.core.reading import LineKind, PostingRead

from .account import Became, Entry
from .answers import Answered, fits
from .calm import calm, named, spellings
from .cells import without_cells
from .deciding import HOLLOW, SIGNED, Decision
from .first_lines import goes_on, is_header, names_of
from .head import ANSWER_OF, CLOSES, HOURS, PAY, TRAVEL, HeadFact, facts_of_line, is_labelled, label_of
from .her_lines import answers_alone, is_barred, is_wish, purpose_of, reads_as_list, with_wishes_kept
from .her_sections import (
    LISTED,
    NAMED,
    OVER,
    Draft,
    HerLine,
    HerSection,
    blocks_of,
    ended,
    joined,
    keys_of,
    shown,
    with_wishes,
)
from .pieces import Part
from .shelves import heading_above, section_for

# Answers that hold lines of an advert as well, so that whoever changes the answers finds them there.
_HELD = frozenset(
    {"own_duties", "own_required", "own_preferred", "about", "culture", "benefits", "equal_opportunity", "hiring_steps"}
)
_WORD = re.compile(r"\w+")
FIRST = "The first lines"
_OF_A_LABEL = {PAY: Purpose.PAY, CLOSES: Purpose.APPLY}
_DONE = (Purpose.DUTIES, Purpose.MEASURES)
_TITLE_WORDS = 3  # a line of so many words of the title is it, again


@dataclass
class InHerOrder:
    """What is made of an advert: its account, its sections, and the answers it gives."""

    template: RoleTemplate
    known: InitVar[Iterable[Answered]] = ()
    titles: frozenset[str] = frozenset()
    entries: list[Entry] = field(default_factory=list)
    fields: list[tuple[str, ...]] = field(default_factory=list)
    order: list[HerSection] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)
    held: dict[str, list[str]] = field(default_factory=dict)
    duties: list[str] = field(default_factory=list)
    over: dict[int, str] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)
    head: list[HeadFact] = field(default_factory=list)

    def __post_init__(self, known: Iterable[Answered]) -> None:
        self.stated = {answer.name: answer for answer in known}
        self.names: dict[str, str] = {}
        self.title: frozenset[str] = frozenset()
        self.stays = {HOLLOW}  # hype is pointed at, not cut

    def shown(self, heading: str) -> str:
        """Return a heading as it is printed."""
        text = calm(shown(heading), self.names)
        firm = str(self.stated["company"].value) if "company" in self.stated else ""
        return re.sub(re.escape(firm), firm, text, flags=re.IGNORECASE) if firm and heading.isupper() else text

    def texts(self) -> dict[str, str]:
        """Return the answers that are printed as typed."""
        return {name: "\n".join(lines) for name, lines in self.held.items()}

    def hold(self) -> None:
        """Put the lines into the answers that print them, as far as these have room."""
        printed = {own_words(statement.text) for statement in self.template.statements()} & _HELD
        for line in (line for section in self.order for line in section.lines):
            if line.field not in printed:
                continue
            texts = (text for number in line.parts for text in self.entries[number].lines)
            lines = [*self.held.get(line.field, []), joined(texts)]
            text = tidy("\n".join(lines), lines=True)
            few = line.field not in OWN_LINES or len(lines) <= OWN_LINES_MAX
            if few and not blank_in(text) and text_problem(text, limit=TEXT_FIELDS[line.field]["limit"]) is None:
                self.held[line.field] = lines

    def take(self, read: PostingRead, found: Iterator[Decision]) -> None:
        """Note what was decided on each piece, and put all that is kept into sections in the order of the text."""
        _in_her_order(read, found, self)


def _in_her_order(read: PostingRead, found: Iterator[Decision], made: InHerOrder) -> None:
    made.names = spellings(read.text)
    made.stays = {HOLLOW} if any(section.heading for section in read.sections) else {HOLLOW, SIGNED}
    made.title = frozenset(_WORD.findall(fold(read.title.text))) if read.title else frozenset()
    splits = any(section.key.startswith("preferred") for section in read.sections)
    decided = with_wishes_kept(list(found), splits=splits)
    drafts: list[Draft] = []
    for _, group in groupby(decided, key=lambda decision: decision.piece.item):
        _take(list(group), made, drafts, splits=splits)
    drafts = with_wishes(drafts)
    blocks = [block for draft in list(ended(drafts, made.template)) for block in blocks_of(draft)]
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
    above = [(part, key) for block, key in zip(blocks, keys, strict=True) for part in block.above.split(OVER)]
    below = {part: key for part, key in above if part}
    for number, entry in enumerate(made.entries):
        if entry.became is Became.LEFT_OUT:
            made.entries[number] = replace(entry, section=below.get(entry.heading, entry.section))
        elif entry.became is Became.HEADING and not entry.reason:
            made.entries[number] = replace(entry, place=name if (name := made.shown(entry.text)) in below else "")
    made.hold()


def _take(group: list[Decision], made: InHerOrder, drafts: list[Draft], *, splits: bool) -> None:
    """Note what becomes of one line, and put what is kept of it behind all that was kept before it."""
    piece = group[0].piece
    over_all = piece.section == SectionKey.OPENING and not any("title" in names for names in made.fields)
    if over_all and piece.kind is LineKind.HEADING:
        made.pages.add(piece.number)  # "Job description" over all of a text, its title too, is a heading of the page
    above = "" if piece.number in made.pages else piece.heading
    at_head = piece.number < 0 or (not above and not any(draft.heading for draft in drafts))
    at_head = at_head or (is_labelled(piece.whole) and not any(draft.is_more for draft in drafts))
    last = made.entries[-1] if made.entries else None
    if piece.kind is LineKind.HEADING and last and last.became is Became.HEADING and not last.reason:
        # Right below another heading: "Person specification", and "Essential" over a list.
        made.over[piece.number] = f"{made.over.get(piece.number - 1, '')}{made.shown(last.text)}{OVER}"
    known = made.titles | made.title if len(_WORD.findall(piece.whole)) >= _TITLE_WORDS else made.titles
    facts = facts_of_line(piece.whole, made.stated, known) if at_head and piece.kind is not LineKind.TITLE else []
    names = names_of(piece.whole, facts, made.stated)
    headed = piece.kind in (LineKind.HEADING, LineKind.TITLE, LineKind.COLUMNS) or names == ["title"]
    alone = answers_alone(group) or is_header(piece, drafts) or goes_on(piece, drafts)
    alone = alone and not is_barred(group)
    if at_head and not headed and (facts or alone):
        _note_facts(facts, made)
        _take_head(group, names, made, drafts)
        return
    if headed:
        for decision in group:
            made.entries.append(_entry(decision, decision.became, made))
            made.fields.append(decision.answered)
            _give(decision, made)
        return
    stays = made.stays if drafts or any(one.became is not Became.LEFT_OUT for one in group) else set()
    kept = [decision for decision in group if decision.became is not Became.LEFT_OUT or decision.reason in stays]
    purpose = purpose_of(kept[0] if kept else group[0])
    wished = purpose is Purpose.REQUIRED and bool(kept) and all(is_wish(one, splits=splits) for one in kept)
    behind = any(bullet for draft in drafts if draft.number // 2 == piece.number for _, bullet, _ in draft.lines)
    listed = reads_as_list(kept, purpose) and not behind  # a paragraph behind a list of hers is none
    parts: list[int] = []
    for decision in group:
        _give(decision, made)
        became = decision.became
        if decision.reason in stays:
            became = Became.KEPT
        if became is not Became.LEFT_OUT:
            stated = wished and decision.piece.part in (Part.WISH, Part.NICE)
            became = Became.HEADING if stated else Became.MOVED if wished else Became.KEPT
        if became in (Became.KEPT, Became.MOVED):
            if decision.purpose in (Purpose.DUTIES, Purpose.MEASURES) and decision.became not in (
                Became.ANSWER,
                Became.LEFT_OUT,
            ):
                made.duties.append(decision.piece.text)
            if (not listed or decision.piece.part is Part.WISH) and _goes_on(decision, became, parts, made):
                continue
            parts.append(len(made.entries))
        made.entries.append(_entry(decision, became, made))
        made.fields.append(decision.answered if decision.became is Became.ANSWER else ())
    if not parts:
        return
    own = Purpose.PREFERRED if wished else purpose
    late = [decision for decision in kept if decision.purpose in NAMED]
    first = late[0] if late and len(late) * 2 >= len(kept) else kept[0]
    labelled = "" if piece.bullet else label_of(piece.whole)
    if labelled and own in LISTED:
        first = replace(first, purpose=_OF_A_LABEL.get(labelled, Purpose.CONDITIONS), field="")
    named = wished or (own in NAMED and not above and any(draft.heading for draft in drafts))
    heading = (
        section_for(made.template, own).heading
        if named
        else made.over.get(piece.number, "") * bool(above) + made.shown(above)
    )
    number = piece.number * 2 + wished
    draft = next((one for one in reversed(drafts) if (one.number, one.purpose) == (number, own)), None)
    if draft is None or (draft is not drafts[-1] and not (wished or drafts[-1].purpose is Purpose.PREFERRED)):
        draft = Draft(number, heading, own)
        # What she asks for comes before what she only wishes for, whichever line of hers is first.
        wishes = next(
            (place for place, one in enumerate(drafts) if one.number == number + 1 and not wished), len(drafts)
        )
        drafts.insert(wishes, draft)
    apart = listed or (wished and all(is_wish(one, splits=True) for one in kept))
    for numbers in ((number,) for number in parts) if apart else _fitting(parts, made):
        kind, answer = (own, "own_preferred") if wished else (first.purpose, first.field)
        line = HerLine(numbers, kind, answer, "" if wished or listed else piece.count)
        draft.lines.append((line, piece.bullet or listed, sum(len(made.entries[part].text) for part in numbers)))


def _take_head(group: list[Decision], names: Iterable[str], made: InHerOrder, drafts: list[Draft]) -> None:
    """Keep a line of her head where it is, as it is written, and note the answers (`names`) that it gives."""
    piece = group[0].piece
    for decision in group:
        _give(decision, made)
    names = dict.fromkeys((*(name for one in group for name in one.answered), *names))
    names = [name for name in names if name in made.stated]
    line = without_cells(piece.whole)
    line = named(line) if {"company", "place"} >= set(names) and names else line
    entry = replace(_entry(group[0], Became.KEPT, made), text=piece.whole, lines=(line,))
    made.entries.append(entry)
    made.fields.append(tuple(names))
    last = drafts[-1] if drafts else None
    number, below = piece.number * 2, bool(drafts) and drafts[-1].number == piece.number * 2
    if last is None or not below or last.purpose is not Purpose.OTHER:
        last = Draft(number, "" if below or piece.number in made.pages else made.shown(piece.heading), Purpose.OTHER)
        drafts.append(last)
    last.lines.append((HerLine((len(made.entries) - 1,), Purpose.OTHER), piece.bullet, len(piece.whole)))


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


def _entry(decision: Decision, became: Became, made: InHerOrder) -> Entry:
    piece = decision.piece
    place = decision.question if became is Became.ANSWER else ""
    reason = "" if became is Became.KEPT and decision.reason != HOLLOW else decision.reason
    lines = (piece.printed,) if became in (Became.KEPT, Became.MOVED) else ()
    heading = "" if piece.kind is LineKind.HEADING else made.shown(piece.heading)
    return Entry(
        text=piece.text,
        line=piece.line,
        became=became,
        section=section_for(made.template, decision.purpose).key,
        place=place,
        heading=heading,
        reason=reason,
        lines=lines,
    )


def _give(decision: Decision, made: InHerOrder) -> None:
    for answer in decision.answers:
        made.given.setdefault(answer.name, answer.value)
