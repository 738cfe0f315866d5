"""The pay and the last day of a posting that was started from a text: each in one place, as its owner wrote it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from roles.core.document import Document, Item, Source
from roles.core.folding import fold

from .account import Became, Entry
from .answers import QUESTIONS
from .calm import quiet
from .head import CLOSES, PAY, without_label
from .her_pay import and_beside_it, without_how_set
from .start import Start
from .words import words_of

_WORD = re.compile(r"\w+")
# Beside the pay these are pay; of a van or a week off more is read below.
_MONEY = frozenset({"plus", "bonus", "commission", "super", "superannuation", "ote"})
# A day with its month in letters, as it is behind "Apply by": figures alone are read two ways.
_DAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Za-z]{3,9}\.?|"
    r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?",
    re.IGNORECASE,
)


def stated_once(
    document: Document, start: Start, *, unchanged: Iterable[str]
) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """Return the document with each of these facts once, and the lines that its head prints now: (section, text).

    A line of hers with nothing but the pay goes to the head; where a sentence or a list has it with more, that stays
    and the head is without. So is it for the last day, which the head prints as she wrote it. `unchanged` are the names
    of the answers that are as her text has them.
    """
    unchanged = frozenset(unchanged)
    words = dict(document.facts.words)
    moved: tuple[tuple[str, str], ...] = ()
    pay, day = (start.words.get(name, "") if name in unchanged else "" for name in ("base_salary", "valid_through"))
    if pay and (stating := _stating(document, pay)):
        alone = [item for item in stating if _is_only_pay(item.text, pay)]
        if len(alone) == len(stating) == 1:
            words[PAY] = quiet(and_beside_it(alone[0].text, pay))
            document, moved = _without(document, alone[0])
        else:
            words[PAY] = ""
    if day and CLOSES not in words:  # else a line at the head of her text gives it
        written = _DAY.search(day)
        if _stating(document, day):
            words[CLOSES] = ""
        elif written:
            words[CLOSES] = written[0]
    plain = dict(document.facts.plain_lines())
    facts = replace(
        document.facts, words=tuple((label, text) for label, text in words.items() if plain.get(label, text) != text)
    )
    return replace(document, facts=facts), moved


def at_the_head(entries: Iterable[Entry], moved: Collection[tuple[str, str]]) -> list[Entry]:
    """Return the entries, those of lines that the head prints now as answers."""
    place = QUESTIONS["base_salary"]
    return [
        replace(entry, became=Became.ANSWER, section="", place=place, reason="", lines=())
        if entry.lines and any(entry.section == key and fold(entry.text) in fold(text) for key, text in moved)
        else entry
        for entry in entries
    ]


def _stating(document: Document, words: str) -> list[Item]:
    return [item for item in document.items() if item.provenance.source is not Source.STATEMENT and words in item.text]


def _is_only_pay(text: str, pay: str) -> bool:
    rest = without_how_set(without_label(text).replace(pay, " "))
    return set(_WORD.findall(fold(rest))) <= words_of("labels") | words_of("small") | _MONEY


def _without(document: Document, gone: Item) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """The document without an item, and without its section where that held nothing else; and where it was."""
    place = next(section.key for section in document.sections if gone in section.items)
    sections = (
        replace(section, items=tuple(item for item in section.items if item is not gone))
        for section in document.sections
    )
    return replace(document, sections=tuple(section for section in sections if section.items)), ((place, gone.text),)
