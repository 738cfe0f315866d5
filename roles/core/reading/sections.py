"""The lines of a posting put below their headings: which of them opens a section, and which go on in the next."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from .drafts import LISTS, Draft, apart, numbered
from .headings import (
    HEADING_LIMIT,
    OTHER,
    about_what,
    bracketed,
    cell_heading,
    heading_of,
    heads_a_paragraph,
    inline_heading,
    is_known,
    is_labelled,
    is_notice,
    is_shouted,
    is_titled,
    is_weak,
    may_head,
)
from .labels import states_a_fact
from .lines import Line, opens_a_section
from .manner import WRAPPED_AT, Manner, goes_on_below, manner_of

_SENTENCE_WORDS = 6
_ROW_WORDS = 8  # of a row of a table of facts
_HEADER = 3  # lines below the title that names may be in

_ENDS = (".", "!", "?", ":", ";", "…", "。", "؟")
# Lists whose section decides what each line is: a paragraph below one is neither a duty nor a requirement.
_GOES_ON = re.compile(
    r"(?:,|\b(?!(?<=, )(?-i:IN|ON|OR)$)(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|our|that|the|to|which|who|"
    r"with|your))$",
    re.IGNORECASE,
)


def sections_of(read_lines: Sequence[Line], *, above: int = 0) -> list[Draft]:
    """Return the sections that the lines of a text make, the second of a kind with a number to its key.

    The first `above` lines are over the title, and no headings.
    """
    drafts = list(_sections(read_lines, above))
    if not any(draft.key == SectionKey.RESPONSIBILITIES for draft in drafts):
        # "About the role", and below it what one does there, item by item.
        drafts = [replace(draft, key=SectionKey.RESPONSIBILITIES) if _is_a_list(draft) else draft for draft in drafts]
    return numbered(part for draft in drafts for part in apart(draft))


def _is_a_list(draft: Draft) -> bool:
    """Whether the words on the post are a list of three or more."""
    bullets = sum(item[0].bullet for item in draft.items)
    return draft.key == SectionKey.SUMMARY and draft.heading is not None and bullets >= 3


def _sections(read_lines: Sequence[Line], above: int) -> Iterator[Draft]:
    """Yield the sections by their headings, each under the key of its kind."""
    manner = manner_of(read_lines)
    current = Draft(SectionKey.OPENING)
    below_heading = inline_at = False
    signs: set[str] = set()  # that headings begin with
    for number, line in enumerate(read_lines):
        before = read_lines[number - 1] if number else None
        following = read_lines[number + 1] if number + 1 < len(read_lines) else None
        last = read_lines[number + 2] if number + 2 < len(read_lines) else None
        kind = None if number < above or line.row else _heading(before, line, following, last, manner, current)
        twice = kind == current.key and below_heading and not current.items and line.number not in manner.heads
        if kind and twice and not line.after_blank:
            kind = None  # "EEO", and below it "Equal opportunity employer"
        if kind is None and line.row and line.row.corner and line.after_blank and current.items:
            kind = heading_of(line.row.corner) or about_what(line.row.corner)
        if kind is None and line.bullet and line.sign in signs and line.after_blank and may_head(line.text):
            kind = about_what(line.text) or OTHER  # marked as the headings before it are: "🐾 What you won't own"
        heading, rest = line, None
        listed = any(item[0].bullet for item in current.items[-1:]) and line.after_blank
        if kind is not None and (cut := bracketed(line.text)) and len(line.text) > HEADING_LIMIT:
            heading, rest = line.part(0, cut[1]), line.part(cut[1])
        if kind is not None and line.row:
            heading, rest = line.part(0, len(line.row.corner), row=None), line.part(len(line.row.corner), bullet=True)
        if kind is None and not line.bullet:
            inline = bracketed(line.text) or inline_heading(line.text, shouted=listed)
            cell = None if inline else cell_heading(line.text)
            few = cell is not None and cell[0] not in LISTS and len(line.text.split()) <= _ROW_WORDS
            inline = inline or cell
            if inline and (few or is_weak(line.text[: inline[1]])) and _among_facts(before, line, following):
                inline = None  # "Experience: 10 years" between "Location: …" and "Reports to: …"
            if inline:
                kind, length = inline
                heading, rest = line.part(0, length), line.part(length)
        if kind is not None:
            if current.items or current.heading:
                yield current
            current, below_heading = Draft(kind, heading), True
            signs |= {line.sign} if line.bullet and line.sign else set()
            inline_at = bool(rest and rest.text)
            if rest and rest.text:
                current.items.append([rest])
        elif inline_at and line.after_blank and not line.bullet and before and not before.bullet:
            yield current  # "Nice to have: Welsh", and a paragraph behind it
            current, inline_at = Draft(OTHER, items=[[line]]), False
        elif current.items and _continues(current.items[-1], line, manner):
            current.items[-1].append(line)
        else:
            current.items.append([line])
    if current.items or current.heading:
        yield current


def _among_facts(before: Line | None, line: Line, following: Line | None) -> bool:
    near = [before if not line.after_blank else None, following if following and not following.after_blank else None]
    row = "\t" in line.text
    return any(
        other and not other.bullet and (states_a_fact(other.text) or (row and "\t" in other.text)) for other in near
    )


def _heading(
    before: Line | None, line: Line, following: Line | None, last: Line | None, manner: Manner, current: Draft
) -> str | None:
    """Return the key of the section the line opens, by its words and what is around it."""
    if is_notice(line.text):
        return None
    if line.number in manner.heads:
        about = heading_of(line.text, alone=True, marked=True) or about_what(line.text) or OTHER
        parts = following is not None and following.bullet and not is_shouted(line.text)
        return _inherited(about, current, listed=parts)
    if line.bullet and not opens_a_section(before, line, following):
        return None
    if goes_on_below(line, following) or (line.text[0].islower() and _ends_an_item(before, line)):
        return None
    listed = bool(following and following.bullet and (not line.bullet or line.sign != following.sign))
    listed = listed and following is not None and following.number not in manner.heads
    above = line.after_blank or before is None
    if line.text[0].islower() and not (above or listed or line.text.endswith(":")):
        return None
    if _MONEY.fullmatch(line.text) and line.after_blank and following and not following.after_blank:
        return SectionKey.PAY
    over = following is not None and _over_a_paragraph(line, following, last, manner, current)
    if states_a_fact(line.text) and not is_known(line.text) and not (over and line.text.isalpha()):
        return None  # "Hybrid" over a paragraph is none
    if following is None:
        return heading_of(line.text, caps=manner.caps) if is_known(line.text) and above else None
    kind = heading_of(
        line.text,
        alone=above or (listed and not (before and before.bullet and not line.after_blank and line.indented)),
        marked=line.marked,
        listed=listed,
        caps=manner.caps,
    )
    behind = before and (before.bullet or (line.before_blank and before.text.endswith(".") and not following.bullet))
    if kind is None and line.after_blank and behind and heads_a_paragraph(line.text, following.text):
        return about_what(line.text) or OTHER
    if over and (kind is None or (kind == OTHER and not listed)):
        return _inherited(about_what(line.text) or OTHER, current, listed)
    if kind is None or is_known(line.text) or line.marked or line.text.endswith(":") or line.sign:
        return _inherited(kind, current, listed)
    if not listed and not is_shouted(line.text) and _looks_alike(line, following, manner):
        return None
    if following.text[0].islower() and not following.after_blank and not following.bullet:
        return None  # it goes on there
    if kind == OTHER and not listed and (current.key == SectionKey.OPENING and len(current.items) < _HEADER):
        return None  # a name below the title
    if kind == OTHER and not listed and current.key in LISTS and (not line.before_blank or _is_a_name(before)):
        return None  # a line of the list that is a name: "Excel"
    return _inherited(kind, current, listed)


def _ends_an_item(before: Line | None, line: Line) -> bool:
    """Whether a line in small letters is the rest of a long item of a list, which it is right below."""
    wrapped = before is not None and len(before.text) >= WRAPPED_AT - 10 and not before.text.endswith(_ENDS)
    return wrapped and not line.after_blank


def _over_a_paragraph(line: Line, following: Line, last: Line | None, manner: Manner, current: Draft) -> bool:
    """Whether a line in small letters is set as a heading: alone above, and right below it sentences."""
    if not line.after_blank or line.bullet or following.after_blank or line.marked or not may_head(line.text):
        return False
    if current.key == SectionKey.OPENING and len(current.items) < _HEADER and current.heading is None:
        return False
    if manner.width and len(line.text) + 1 + len(following.text.split()[0]) > manner.width:
        return False
    if _GOES_ON.search(line.text) or line.number in manner.notes or states_a_fact(following.text):
        return False
    sentence = following.text.endswith(_ENDS) and len(following.text.split()) >= _SENTENCE_WORDS
    first = following.text.lstrip("\"'“‘„«").strip()[:1]
    begins = first.isupper() or first.isdigit() or first in SIGNS
    return begins and (sentence or (following.bullet and bool(last and last.bullet)))


def _inherited(kind: str | None, current: Draft, listed: bool) -> str | None:
    """A heading of which nothing is known, above a list within a list's section, is one of its groups."""
    base = current.key
    return base if kind == OTHER and listed and base in LISTS and base != SectionKey.OPENING else kind


def _is_a_name(line: Line | None) -> bool:
    """Whether a line alone between blank ones is a name, such as that of a program."""
    return bool(line and line.after_blank and line.before_blank and is_titled(line.text) and not is_known(line.text))


def _looks_alike(line: Line, following: Line, manner: Manner) -> bool:
    """Whether what follows would be a heading as well, so that neither is: names below one another."""
    if following.bullet or is_known(following.text):
        return False
    if not (line.before_blank or line.after_blank):
        return True
    alike = heading_of(following.text, alone=following.after_blank, caps=manner.caps) is not None
    return alike and len(following.text) < WRAPPED_AT


# Instead of a heading: "$$$" over what is paid.
_MONEY = re.compile(rf"([{SIGNS}])\1+")
_CELLED = re.compile(r"\s[|•·]\s")
_HEADER_LINE = 90
_HEADER_LINES, _SHORTER = 6, 20
_STOP = re.compile(r"[.!?](?:\s+(?![–—|·-])|$)")  # not that of "Rowan Inc. – Truro, NS"


def _continues(item: list[Line], line: Line, manner: Manner) -> bool:
    """Whether the line is the rest of a wrapped one rather than a new item."""
    before = item[-1]
    if line.bullet or line.after_blank or before.text.endswith(_ENDS) or line.number == before.number:
        return False
    if not before.bullet and is_labelled(before.text) and is_labelled(line.text):
        return False  # "Salary: …" and below it "Hours: …"
    if _CELLED.search(before.text) and len(before.text) <= _HEADER_LINE:
        return False  # "Alder Bakery | Bend, OR"
    if goes_on_below(before, line):
        return True
    short = max(len(before.text), len(line.text)) < WRAPPED_AT - _SHORTER
    ends = _GOES_ON.search(before.text) or _STOP.search(f"{before.text} {line.text}")
    if before.number <= _HEADER_LINES and short and not ends:
        return False  # of a head: "Cardiff Bay / hybrid", and below it "up to 65k"
    first = line.text.split(maxsplit=1)[0]
    if unicodedata.category(first[0]) == "Sc" and not _GOES_ON.search(before.text):
        return False  # "£40k" below a line that asks for nothing more
    if line.text[0].islower():
        by_itself = before.number in manner.notes or (not before.bullet and manner.had_room(before.text, first))
        if by_itself and not line.indented and not _GOES_ON.search(before.text):
            return False
        # Of lines that all begin small and end short each is one: a list without bullets.
        return not item[0].text[0].islower() or item[0].bullet or len(before.text) >= WRAPPED_AT
    if _GOES_ON.search(before.text) and len(before.text) >= WRAPPED_AT - 20:
        return True
    # A capital begins a line of a wrapped text only where its word did not fit in the line before.
    if before.number in manner.notes:
        return False
    return bool(manner.width) and len(before.text) + 1 + len(first) > manner.width and not before.bullet
