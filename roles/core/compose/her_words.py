"""An owner's own lines that want a word of ours around them: each is still as she typed it."""

import re
from itertools import pairwise

from . import answers, apply_to, papers, superiors
from .note_as_sentence import with_subject
from .titles import without_plus

_ONESELF = re.compile(r"\b(?:I|I['’]\w+|i['’]\w+|my|My|myself|me)\b|^i\b")
_NAME = re.compile(r"([A-Z][^\W\d_]+) [A-Z][^\W\d_]*(?: [A-Z][^\W\d_]*)?")
_STYLE = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Rev|St)\b")
_PERSON = re.compile(
    r"[A-Z][^\W\d_]+|(?i:the (?:(?:co-)?(?:owner|founder|proprietor)|president|principal|ceo|md|gm|chair|"
    r"chief executive|"
    r"(?:(?:managing|executive|general|medical|clinical|artistic|site|plant|practice) )?(?:director|manager)))(?!\w)"
)
# How wide, in characters, the lines of a page are that breaks them.
_WIDTHS = (45, 90)
_NOTE_MOST = 90
_VACANCY = re.compile(
    r"\b(?:retir(?:es?|ed|ing)|leav(?:es|ing)|has left|left (?:us|in|last)|mov(?:es|ed|ing) (?:on|to|away)|"
    r"step(?:s|ping|ped) (?:back|down|away)|resign(?:s|ed|ing)|maternity|parental leave|"
    r"(?:is|was|been|gets?|got) promoted|new(?:ly created)? (?:role|post|position)|passed away|hands? over)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(r"In [^“]+’s words: “")
_TO_DO = re.compile(
    r"(?:please )?(?:no need|no |ring|call|phone|text|whatsapp|come|pop|walk|drop|ask|apply|tell|you )", re.IGNORECASE
)
# “resume, apply by Jan 15”
_LAST_DAY = re.compile(
    r"(?:[,;] | and | [-–—] )(?P<what>(?:please )?apply (?:by|before|no later)\b|(?:closing date|deadline|closes)\b)"
)
_ITSELF = re.compile(r"\bon (?:its|their|his or her) own\b")
_POWER = re.compile(r"(?:can|may) (?!be\b)", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"])")


def why_now(text: str, reports_to: str) -> str:
    """Return why the role is open, a paragraph a line, as it reads beside sentences on the role.

    Of a paragraph in the first person it is stated whose words it is, where `reports_to` is one person; any other
    is printed as typed.
    """
    return "\n".join(_framed(line, reports_to) for line in paragraphs(text).split("\n") if line)


def paragraphs(text: str) -> str:
    """Return a text as paragraphs of whole sentences, each begun with a capital.

    Notes, which have neither capitals nor stops, are a paragraph a line.
    """
    lines = text.split("\n")
    parts = lines if _are_notes(lines) else [text]
    found = (answers.sentences(part) for part in parts)
    return "\n".join(_with_subjects(answers.finished(line)) for part in found for line in part.split("\n") if line)


def _with_subjects(line: str) -> str:
    """The sentences of a line, those that leave out who does it with “We” or “The”."""
    return " ".join(map(with_subject, _BROKEN.split(line)))


def _are_notes(lines: list[str]) -> bool:
    """Whether lines end where their owner ended them, and not where a page did: the next word would have fitted."""
    widest = max(map(len, lines))
    if any(answers.goes_on(line) for line in lines[:-1]) or lines[-1].endswith("."):
        return False
    return not _WIDTHS[0] <= widest <= _WIDTHS[1] or any(
        len(line) + len(following.split(" ", 1)[0]) < widest for line, following in pairwise(lines)
    )


def is_framed(text: str) -> bool:
    """Return whether a paragraph of `why_now` has words of ours around it."""
    return bool(_FRAME.match(text))


def is_vacancy(text: str) -> bool:
    """Return whether a paragraph of `why_now` is a short note of who leaves the post, and no story of the business."""
    return len(text) <= _NOTE_MOST and bool(_VACANCY.search(text))


def _framed(line: str, reports_to: str) -> str:
    whose = _speaker(reports_to) if _ONESELF.search(line) else ""
    return f"In {whose}’s words: “{answers.finished(line).strip('“”')}”" if whose else line


def _speaker(reports_to: str) -> str:
    """Whose words those in the first person are: “Kerry” of “Kerry Hartnell, owner”, "" where it is not one person."""
    called = superiors.called(reports_to)
    if (name := _NAME.fullmatch(called)) and not _STYLE.match(called):
        return name[1]
    return called if _PERSON.match(called) and " and " not in called else ""


def _on_sending(text: str) -> list[str]:
    """The sentences of an answer on what to send, with the last day to apply as one of its own."""
    parted = _LAST_DAY.sub(lambda match: f". {match['what'][0].upper()}{match['what'][1:]}", answers.phrase(text))
    return _BROKEN.split(parted)


def to_send(text: str) -> str:
    """Return what to send as it reads after “send”: the first sentence, unless it states what else to do, or where."""
    first = _on_sending(text)[0]
    return "" if _TO_DO.match(first) or apply_to.address_in(first) else papers.sent(first)


def beside_sending(text: str, address: str) -> str:
    """Return what the answer on what to send states beyond it, as sentences, "" for nothing.

    Without an address no sentence of ours asks for it, and this one names it all.
    """
    if not (given := answers.phrase(text)):
        return ""
    asked = to_send(text)
    rest = _on_sending(text)[1:] if asked else [_with_verbs(given)]
    if asked and not address:
        rest = [f"Please send {asked}.", *rest]
    return " ".join(answers.finished(part) for part in rest)


def _with_verbs(text: str) -> str:
    """Where to write, and what to send with its verb where that is a sentence of its own: “CV and a page.”"""
    first, *rest = _BROKEN.split(text)
    if not apply_to.address_in(first):
        return text
    sentences = (f"Send {papers.sent(part)}" if papers.is_paper(part) else part for part in rest)
    return " ".join((first, *map(answers.finished, sentences)))


def in_person(text: str, reports_to: str) -> bool:
    """Return whether words are those of the one person whom the post reports to, speaking of herself."""
    return bool(_ONESELF.search(text) and _speaker(reports_to))


def powers(text: str) -> str:
    """Return as one line what her duties allow: "Can hire drivers" is "You can hire drivers."."""
    lines = (_ITSELF.sub("on your own", _begun_small(line)) for line in _lines(text) if _POWER.match(line))
    return " ".join(answers.finished(f"You {line}") for line in lines)


def duties(text: str, *, but_powers: bool = False) -> str:
    """Return her own duties, one a line as typed. `but_powers`: what they allow is elsewhere."""
    lines = (line for line in _lines(text) if not (but_powers and _POWER.match(line)))
    return answers.own_lines("\n".join(map(without_plus, lines)))


def _lines(text: str) -> list[str]:
    return [line for line in answers.entries(text).split("\n") if line]


def _begun_small(line: str) -> str:
    """The line with a small first letter, unless its first word is a name or an abbreviation."""
    return line if line.split(" ", 1)[0][1:].lower() != line.split(" ", 1)[0][1:] else line[0].lower() + line[1:]
