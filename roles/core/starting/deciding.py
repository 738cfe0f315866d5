"""What becomes of each piece of an old text, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from roles.core.folding import fold
from roles.core.limits import Purpose
from roles.core.reading import LineKind, PostingRead, ReadSection

from .account import Became
from .answers import QUESTIONS, Answered, answers_in
from .hollow import is_call, is_hollow, left_of
from .pieces import Part, Piece, pieces_of
from .placing import NATURAL, place_of, surely, whole_paragraphs
from .regrouped import LOOSE
from .risks import risks_of
from .tails import parted
from .words import words_of

HOLLOW = "Every posting says this; it tells nothing about your job."
REPEATED = "It is in the posting already, further up."
LEFTOVER = "It belongs to the message, the form or the page this was copied from."
HELD_BACK = "You wrote that it should stay out."
TO_ONESELF = "It reads as a note to yourself."
SIGNED = "It is your signature; a posting is signed by the firm."
NOTHING_BEHIND = "Nothing comes after it."
NOT_WANTED = "It says whom you do not want. Ask about it in the interview."
BELIEF = (
    "Political belief has nothing to do with the work, and in some places the law says so. Say what the work needs."
)
PASSED = "That day has passed. Change the answers to give a new one."
IN_HEADING = "The heading above it says so."
EACH_ROW = "It names the columns of a table; each row is a line of its own now."

# Lines in these places are about the work: one word in them that is a risk does not make them one.
_NOT_OF_PAY = (Purpose.SUMMARY, Purpose.COMPANY, Purpose.CONDITIONS, Purpose.REQUIRED)
_WORK = frozenset({Purpose.DUTIES, Purpose.MEASURES, Purpose.PAY})
# "A driver's license with a clean record" asks for no record but that.
_LICENCE = re.compile(r"\bdriv(?:er|ing|er['’]?s|ers['’]?) licen[cs]e\b.{0,30}\brecord\b", re.I)
_OUT = re.compile(
    r"\b(?:don'?t|do not|please don'?t) (?:put|mention|write|include|print|say) (?:that|this|it)\b|"
    r"\bnot for the (?:ad|advert|posting|job ad)\b|"
    r"\b(?:keep|stays?) (?:this |that |it )?(?:private|between us|confidential)\b",
    re.I,
)
_NOTE = re.compile(r"\?\?|^(?:todo|note to self|ask|check with|remember to)\b.*(?:\?|:)|^(?:todo|note to self)\b", re.I)
_NOT_WANTED = re.compile(r"(?:not (?:some|an?|the|another)\b|no (?:corporate|time ?wasters|divas|egos))", re.I)
_BELIEF = re.compile(
    r"\bpolitical(?:ly)? (?:views?|beliefs?|left|right|conservative|progressive)|\bon the (?:left|right) politically\b|"
    r"\b(?:left|right)[- ]wing\b",
    re.I,
)
_TITLE_LABEL = re.compile(r"(?:job posting|posting|job|position|vacancy|role|(?:job |position )?title)\s*:\s*", re.I)
_SIGNATURE = re.compile(
    r"\W*(?:(?i:cheers|thanks|thank you|best|regards|best wishes|kind regards)\W+)?"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:,? (?:&|and) [A-Z][\w'’-]+)?[.!]?"
)
_CLOSES = re.compile(r"\W*(?:cheers|thanks|thank you|regards|best wishes|kind regards)\b|\s*[-–—]\s*[A-Z]", re.I)
_NEAR = 3
# What introduces a message rather than a post: "Hi all, putting this here and on Seek."
_SENT = re.compile(
    r"(?:hi|hello|hey|dear)(?: (?:all|everyone|everybody|folks|team|there))?[,!]? .{0,20}\b(?:putting|posting|sharing|"
    r"passing)\b.{0,50}[.!]",
    re.I,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a piece. `field` is the answer that prints it, "" where a section is to hold it."""

    piece: Piece
    became: Became
    field: str = ""
    purpose: Purpose = Purpose.OTHER
    reason: str = ""
    answers: tuple[Answered, ...] = ()

    @property
    def question(self) -> str:
        """What the owner knows the answers by."""
        return ", ".join(QUESTIONS[name] for name in self.answered)

    @property
    def answered(self) -> tuple[str, ...]:
        """The names of the answers it gave, "title" for the title of the text."""
        title = ("title",) if self.piece.kind is LineKind.TITLE else ()
        return tuple(dict.fromkeys((*title, *(answer.name for answer in self.answers))))


def decisions(
    read: PostingRead, known: list[Answered], titles: frozenset[str], today: date, *, ordered: bool = False
) -> Iterator[Decision]:
    """Yield what becomes of each piece of a text, in its order.

    `known` are the answers the text states anywhere, `titles` the words of the titles, in small letters. `ordered` is
    whether the text is no notes, whatever headings it has.
    """
    course = _Course(read, known, titles, today, ordered=ordered)
    for number, piece in enumerate(course.pieces):
        field, purpose = course.place(number, piece)
        decision = course.decide(number, piece, purpose)
        course.note(decision, field, purpose)
        yield replace(decision, field=field, purpose=purpose)


class _Course:
    """What is known of a text, and what was decided on its pieces so far."""

    def __init__(
        self, read: PostingRead, known: list[Answered], titles: frozenset[str], today: date, *, ordered: bool
    ) -> None:
        self.read, self.known, self.titles, self.ordered = read, known, titles, ordered
        self.company = next((str(answer.value) for answer in known if answer.name == "company"), "")
        names = titles | frozenset(_WORD.findall(fold(self.company))) | frozenset(_WORD.findall(fold(_title(read))))
        self.pieces = list(parted(pieces_of(read), known, names | words_of("labels")))
        self.whole = whole_paragraphs(self.pieces, self.company)
        self.risks = risks_of(read, self.pieces, today)
        self.names = names - (words_of("labels") | words_of("small"))  # of a title "(remote, US)"
        self.notes = not ordered and not any(_heads(section) for section in read.sections)
        closing = read.facts.closing_date
        self.passed = closing.words if closing and closing.value < today else ""
        self.addresses = tuple(way.words for way in read.facts.apply_to)
        self.seen: set[tuple[str, ...]] = set()
        self.before: tuple[int, str, Purpose] | None = None
        self.held_back: tuple[int, str] | None = None
        self.applied = -_NEAR  # the last line on applying

    def _is_loose(self, piece: Piece) -> bool:
        return self.notes or (piece.section == LOOSE and not self.ordered)

    def place(self, number: int, piece: Piece) -> tuple[str, Purpose]:
        """Return (answer, purpose) of a piece: where its words, and those around it, have it go."""
        loose, pay = self._is_loose(piece), self.read.facts.pay
        field, purpose = place_of(piece, self.company, notes=loose)
        if not loose and (field, purpose) in (("about", Purpose.COMPANY), ("", Purpose.SUMMARY)):
            field, purpose = self.whole.get(number, (field, purpose))
        at = any(words in piece.text for words in self.addresses)
        if at and (self.notes or purpose not in _WORK - {Purpose.PAY}):
            return "", Purpose.APPLY
        if pay and pay.words in piece.text and purpose in _NOT_OF_PAY:
            return "benefits", Purpose.PAY
        before = self.before
        if loose and before and before[0] == piece.item and piece.part is Part.WORDS and not surely(piece.text):
            return before[1:]  # a second sentence of a note goes with its first
        return field, purpose

    def decide(self, number: int, piece: Piece, purpose: Purpose) -> Decision:
        """Return what becomes of a piece: the first of these that knows."""
        return (
            self._still_held_back(piece)
            or _of_the_page(piece, self.read, self.known, self.titles)
            or _of_its_part(piece, self.names)
            or _again(piece, self.seen)
            or _risky(piece, purpose, self.risks.get(number, ""))
            or _answered(piece, self.known, self.names, self.passed)
            or _opening_list(piece, self.names)
            or self._signed(number, piece)
            or _hollow(piece, purpose, self.names)
            or self._kept(piece, purpose)
        )

    def note(self, decision: Decision, field: str, purpose: Purpose) -> None:
        """Keep of a decision what those after it go by."""
        piece = decision.piece
        if decision.became in (Became.KEPT, Became.MOVED, Became.ANSWER):
            self.seen.add(_words(piece))
        self.applied = piece.item if purpose is Purpose.APPLY else self.applied
        if decision.became in (Became.KEPT, Became.MOVED):
            self.before = piece.item, field, purpose
        if self.notes and decision.reason in (TO_ONESELF, HELD_BACK):
            self.held_back = piece.item, decision.reason

    def _still_held_back(self, piece: Piece) -> Decision | None:
        held = self.held_back
        return Decision(piece, Became.LEFT_OUT, reason=held[1]) if held and held[0] == piece.item else None

    def _signed(self, number: int, piece: Piece) -> Decision | None:
        near = self.applied > piece.item - _NEAR or _CLOSES.match(piece.text)
        listed = piece.bullet and number > 0 and self.pieces[number - 1].bullet
        if number == len(self.pieces) - 1 and near and not listed and _is_signature(piece.text):
            return Decision(piece, Became.LEFT_OUT, reason=SIGNED)
        return None

    def _kept(self, piece: Piece, purpose: Purpose) -> Decision:
        natural = Purpose.OTHER if piece.section == "section" else NATURAL.get(piece.section, Purpose.OTHER)
        loose = self._is_loose(piece)  # a text without headings has nothing to be moved from
        moved = purpose is not natural and not loose and not (natural is Purpose.APPLY and purpose is Purpose.STEPS)
        return Decision(piece, Became.MOVED if moved else Became.KEPT)


def _is_signature(text: str) -> bool:
    return bool(_SIGNATURE.fullmatch(text)) and not text.isupper()  # "EOE." is none


def _heads(section: ReadSection) -> bool:
    """Whether a section has a heading that sorts what is below it: in notes one in small letters is a lead-in."""
    return section.heading is not None and not section.heading.text[:1].islower()


def _title(read: PostingRead) -> str:
    return read.title.text if read.title else ""


def _words(piece: Piece) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(piece.text)))


def _of_the_page(piece: Piece, read: PostingRead, known: list[Answered], titles: frozenset[str]) -> Decision | None:
    """A title, a heading, a leftover, or what its writer stated is not to be printed."""
    if match := _TITLE_LABEL.match(piece.text):
        named = set(_WORD.findall(fold(piece.text[match.end() :])))
        if named and named <= titles:
            piece = replace(piece, kind=LineKind.TITLE)
    if piece.item < _NEAR and len(titles) > 1 and set(_words(piece)) == titles:
        piece = replace(piece, kind=LineKind.TITLE)  # once more, below the name of a form
    if piece.kind is LineKind.TITLE:
        return Decision(piece, Became.ANSWER, answers=tuple(each for each in known if each.words in piece.text))
    if piece.kind is LineKind.HEADING:
        return Decision(piece, Became.HEADING)
    if piece.kind is LineKind.COLUMNS:
        return Decision(piece, Became.HEADING, reason=EACH_ROW)
    if piece.kind is LineKind.LEFTOVER:
        return Decision(piece, Became.LEFT_OUT, reason=LEFTOVER)
    if piece.item < _NEAR and _SENT.fullmatch(piece.text):
        return Decision(piece, Became.LEFT_OUT, reason=LEFTOVER)
    if piece.text in read.facts.empty_labels:
        return Decision(piece, Became.LEFT_OUT, reason=NOTHING_BEHIND)
    if _OUT.search(piece.text.replace("’", "'")):
        return Decision(piece, Became.LEFT_OUT, reason=HELD_BACK)
    if _NOTE.search(piece.text):
        return Decision(piece, Became.LEFT_OUT, reason=TO_ONESELF)
    if _NOT_WANTED.match(piece.text) and piece.kind is LineKind.SUMMARY:
        return Decision(piece, Became.LEFT_OUT, reason=NOT_WANTED)
    if _BELIEF.search(piece.text) and piece.kind is not LineKind.EQUAL_OPPORTUNITY:
        return Decision(piece, Became.LEFT_OUT, reason=BELIEF)
    return None


def _of_its_part(piece: Piece, names: frozenset[str]) -> Decision | None:
    """Words that a heading of ours states: "Must have", "a plus", "We offer"."""
    if piece.part in (Part.MUST, Part.NICE, Part.WISH):
        return Decision(piece, Became.HEADING, reason=IN_HEADING)
    if piece.part is Part.LEAD_IN and is_hollow(piece.text, names):
        return Decision(piece, Became.HEADING, reason=IN_HEADING)
    return None


def _again(piece: Piece, seen: set[tuple[str, ...]]) -> Decision | None:
    words = _words(piece)
    behind = piece.whole.partition(piece.text)[2].lstrip()
    if behind.startswith(",") or behind[:1].islower():
        return None  # "€60,000, and a bonus": what goes on needs its beginning
    return Decision(piece, Became.LEFT_OUT, reason=REPEATED) if len(words) > 2 and words in seen else None


def _risky(piece: Piece, purpose: Purpose, risk: str) -> Decision | None:
    if not risk or purpose in _WORK or piece.kind is LineKind.EQUAL_OPPORTUNITY or _LICENCE.search(piece.text):
        return None
    return Decision(piece, Became.LEFT_OUT, reason=risk)


def _answered(piece: Piece, known: list[Answered], names: frozenset[str], passed: str) -> Decision | None:
    answers = answers_in(piece, known, names)
    if answers:
        return Decision(piece, Became.ANSWER, answers=tuple(answers))
    if passed and passed in piece.text and not left_of(piece.text, (passed,), names | words_of("labels")):
        return Decision(piece, Became.LEFT_OUT, reason=PASSED)
    return None


def _opening_list(piece: Piece, names: frozenset[str]) -> Decision | None:
    """Words over a list of which nothing is hers: "You will have:"."""
    opens = piece.text.endswith(":") and not left_of(piece.text, (), names)
    return Decision(piece, Became.HEADING, reason=IN_HEADING) if opens else None


def _hollow(piece: Piece, purpose: Purpose, names: frozenset[str]) -> Decision | None:
    if piece.kind is LineKind.EQUAL_OPPORTUNITY or piece.part in (Part.TAIL, Part.WISHED):
        return None
    calls = purpose is not Purpose.PAY and is_call(piece.text, names)
    return Decision(piece, Became.LEFT_OUT, reason=HOLLOW) if calls or is_hollow(piece.text, names) else None
