"""What is made of an advert while its lines are taken in their order."""

import re
from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field
from typing import Any

from roles.core.blanks import blank_in
from roles.core.compose.brief import OWN_LINES, TEXT_FIELDS, text_problem, tidy
from roles.core.compose.placeholders import own_words
from roles.core.compose.template import RoleTemplate
from roles.core.limits import OWN_LINES_MAX
from roles.core.reading import LineKind

from .account import Became, Entry
from .answers import Answered
from .calm import calm
from .deciding import HOLLOW, SIGNED, Decision
from .head import HeadFact
from .her_sections import HerSection, joined, shown
from .shelves import section_for

# Answers that hold lines of an advert as well, so that whoever changes the answers finds them there.
_HELD = frozenset(
    {"own_duties", "own_required", "own_preferred", "about", "culture", "benefits", "equal_opportunity", "hiring_steps"}
)


# A heading that is the beginning of a sentence: "Applicants must have:" goes on below.
_CLAUSE = re.compile(
    r"^(?!\W*(?:nice|good|great) to have\b)(?=\s*(?:\S+ ){2})(?:.*\b)?"
    r"(?:are|is|will|have|has|must|should|need|needs|be|include|includes|to|following|can|do)\b"
    r"(?: the following)?:\s*$",
    re.IGNORECASE,
)


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
    # The heading over that of a part, and the kind of that part, by its number.
    over: dict[int, str] = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    counts: dict[int, str] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)
    after_blank: frozenset[int] = frozenset()
    head: list[HeadFact] = field(default_factory=list)

    def __post_init__(self, known: Iterable[Answered]) -> None:
        self.stated = {answer.name: answer for answer in known}
        self.names: dict[str, str] = {}
        self.has_colons = False  # all headings keep theirs where one cannot do without
        self.title: frozenset[str] = frozenset()
        self.stays = {HOLLOW, SIGNED}  # hype is pointed at, not cut

    def look_at(self, headings: Iterable[str]) -> None:
        """Note whether one of her headings goes on below it, as a sentence."""
        self.has_colons = any(map(_CLAUSE.search, headings))

    def shown(self, heading: str) -> str:
        """Return a heading as it is printed."""
        text = calm(shown(heading), self.names)
        text = f"{text}:" if self.has_colons and heading.rstrip().endswith(":") else text
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

    def entry(self, decision: Decision, became: Became) -> Entry:
        """Return the entry of the account for a piece."""
        piece = decision.piece
        place = decision.question if became is Became.ANSWER else ""
        reason = "" if became is Became.KEPT and decision.reason != HOLLOW else decision.reason
        lines = (piece.printed,) if became in (Became.KEPT, Became.MOVED) else ()
        heading = "" if piece.kind is LineKind.HEADING else self.shown(piece.heading)
        return Entry(
            text=piece.text,
            line=piece.line,
            became=became,
            section=section_for(self.template, decision.purpose).key,
            place=place,
            heading=heading,
            reason=reason,
            lines=lines,
        )

    def note(self, decision: Decision, became: Became, fields: tuple[str, ...]) -> None:
        """Put the entry of a piece behind the others; `fields` are the answers that its words gave."""
        self.entries.append(self.entry(decision, became))
        self.fields.append(fields)

    def give(self, decision: Decision) -> None:
        """Keep the answers that a piece gives, unless an earlier one gave them."""
        for answer in decision.answers:
            self.given.setdefault(answer.name, answer.value)
