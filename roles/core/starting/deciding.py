"""What becomes of each piece of an old text, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from roles.core import review
from roles.core.document import Focus, Item, Provenance, Section, SectionKind, Source
from roles.core.folding import fold
from roles.core.limits import Purpose
from roles.core.reading import LineKind, PostingRead, ReadSection
from roles.core.review.reading import document_of
from roles.core.review.rules import RULES

from .account import Became
from .answers import QUESTIONS, Answered, answers_in
from .hollow import is_call, is_hollow, left_of
from .pieces import Part, Piece, pieces_of
from .placing import NATURAL, place_of, surely, whole_paragraphs
from .regrouped import LOOSE
from .tails import parted
from .words import words_of

HOLLOW = "Every posting says this; it has no fact about this one."
REPEATED = "It stands above already."
LEFTOVER = "It belongs to the message, the form or the page this was copied from."
HELD_BACK = "You wrote that it should stay out."
TO_ONESELF = "It reads as a note to yourself."
SIGNED = "It is your signature; a posting is signed by the firm."
NOTHING_BEHIND = "It has nothing behind it."
NOT_WANTED = "It says whom you do not want. Ask about it in the interview."
BELIEF = "Political belief is no matter of the work, and in some places the law says so. Say what the work needs."
PASSED = "That day has passed. Give a new one among the answers."
IN_HEADING = "The heading above it says so."
EACH_ROW = "It names the columns of a table; each row is a line of its own now."

# Rules of the review that find who is turned away; of these what is against the law in most places is left out.
_RISKS = frozenset({"age", "protected", "disability"})
_ONLY_RISKS = review.Rules(switched_off=frozenset(rule.id for rule in RULES) - _RISKS)
# Lines in these places are about the work: one word in them that is a risk does not make them one.
_WORK = frozenset({Purpose.DUTIES, Purpose.MEASURES, Purpose.PAY})
# "A driver's license with a clean record" asks for no record but that.
_ONE_SEX = re.compile(r"\b(?:is|written) for one sex\b|\bmeans a (?:wo)?man\b")
_SEXES = frozenset(
    {"he", "she", "his", "her", "him", "himself", "herself", "man", "men", "woman", "women", "male", "female"}
)
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
    company = next((str(answer.value) for answer in known if answer.name == "company"), "")
    names = titles | frozenset(_WORD.findall(fold(company))) | frozenset(_WORD.findall(fold(_title(read))))
    pieces = list(parted(pieces_of(read), known, names | words_of("labels")))
    whole = whole_paragraphs(pieces, company)
    risks = _risks(read, pieces, today)
    names -= words_of("labels") | words_of("small")  # of a title "(remote, US)"
    notes = not ordered and not any(_heads(section) for section in read.sections)
    pay, closing = read.facts.pay, read.facts.closing_date
    passed = closing.words if closing and closing.value < today else ""
    seen: set[tuple[str, ...]] = set()
    before: tuple[int, str, Purpose] | None = None
    held_back: tuple[int, str] | None = None
    applied = -_NEAR  # the last line on applying
    addresses = tuple(way.words for way in read.facts.apply_to)
    for number, piece in enumerate(pieces):
        loose = notes or (piece.section == LOOSE and not ordered)
        field, purpose = place_of(piece, company, notes=loose)
        if not loose and (field, purpose) in (("about", Purpose.COMPANY), ("", Purpose.SUMMARY)):
            field, purpose = whole.get(number, (field, purpose))
        at = any(words in piece.text for words in addresses)
        if at and (notes or purpose not in _WORK - {Purpose.PAY}):
            field, purpose = "", Purpose.APPLY
        elif pay and pay.words in piece.text and purpose in (Purpose.SUMMARY, Purpose.COMPANY, Purpose.CONDITIONS):
            field, purpose = "benefits", Purpose.PAY
        elif loose and before and before[0] == piece.item and piece.part is Part.WORDS and not surely(piece.text):
            field, purpose = before[1:]  # a second sentence of a note goes with its first
        decision = (
            (
                Decision(piece, Became.LEFT_OUT, reason=held_back[1])
                if held_back and held_back[0] == piece.item
                else None
            )
            or _of_the_page(piece, read, known, titles)
            or _of_its_part(piece, names)
            or _again(piece, seen)
            or _risky(piece, purpose, risks.get(number, ""))
            or _answered(piece, known, names, passed)
        )
        if decision is None and piece.text.endswith(":") and not left_of(piece.text, (), names):
            decision = Decision(piece, Became.HEADING, reason=IN_HEADING)  # "You will have:"
        below = number == len(pieces) - 1 and (applied > piece.item - _NEAR or _CLOSES.match(piece.text))
        listed = piece.bullet and number > 0 and pieces[number - 1].bullet
        if decision is None and below and not listed and _is_signature(piece.text):
            decision = Decision(piece, Became.LEFT_OUT, reason=SIGNED)
        calls = purpose is not Purpose.PAY and is_call(piece.text, names)
        if decision is None and _may_be_hollow(piece) and (calls or is_hollow(piece.text, names)):
            decision = Decision(piece, Became.LEFT_OUT, reason=HOLLOW)
        if decision is None:
            natural = Purpose.OTHER if piece.section == "section" else NATURAL.get(piece.section, Purpose.OTHER)
            # A text without headings has nothing to be moved from.
            moved = purpose is not natural and not loose and not (natural is Purpose.APPLY and purpose is Purpose.STEPS)
            decision = Decision(piece, Became.MOVED if moved else Became.KEPT)
        if decision.became in (Became.KEPT, Became.MOVED, Became.ANSWER):
            seen.add(_words(piece))
        applied = piece.item if purpose is Purpose.APPLY else applied
        if decision.became in (Became.KEPT, Became.MOVED):
            before = piece.item, field, purpose
        if notes and decision.reason in (TO_ONESELF, HELD_BACK):
            held_back = piece.item, decision.reason
        yield replace(decision, field=field, purpose=purpose)


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


def _may_be_hollow(piece: Piece) -> bool:
    return piece.kind is not LineKind.EQUAL_OPPORTUNITY and piece.part not in (Part.TAIL, Part.WISHED)


def _risks(read: PostingRead, pieces: list[Piece], today: date) -> dict[int, str]:
    """What must be put right by the review about whom a piece turns away, by the number of the piece."""
    by_section: dict[int, list[int]] = {}
    for number, piece in enumerate(pieces):
        if piece.number >= 0 and piece.kind is not LineKind.HEADING:
            by_section.setdefault(piece.number, []).append(number)
    owner = Provenance(source=Source.OWNER)
    sections = {read.sections[section].key: (section, numbers) for section, numbers in by_section.items()}
    document = replace(
        document_of(read),
        sections=tuple(
            Section(
                key=key,
                heading=read.sections[section].heading.text if read.sections[section].heading else "",  # type: ignore[union-attr]
                kind=SectionKind.LINES,
                items=tuple(
                    Item(
                        key=f"own-{number}",
                        text=pieces[number].text,
                        focus=Focus.SHARED,
                        provenance=owner,
                        reason="",
                    )
                    for number in numbers
                ),
            )
            for key, (section, numbers) in sections.items()
        ),
    )
    found: dict[int, str] = {}
    for finding in review.review(document, None, _ONLY_RISKS, today):
        place = finding.place
        if finding.rule not in _RISKS or finding.level is not review.Level.MUST_FIX:
            continue
        if place.section in sections and place.item is not None:
            number = sections[place.section][1][place.item]
            if not _has_more(pieces[number].text, finding):
                found.setdefault(number, finding.message)
    return found


def _has_more(text: str, finding: review.Finding) -> bool:
    """Whether a line names somebody in a word for one sex, and states something besides: "The foreman reports to
    you". The review has a better word for it."""
    return bool(_ONE_SEX.search(finding.message)) and not is_hollow(text.replace(finding.words, " "), _SEXES)
