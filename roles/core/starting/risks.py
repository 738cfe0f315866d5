"""Whom an old text turns away, as the review finds it."""

import re
from dataclasses import replace
from datetime import date

from roles.core import review
from roles.core.document import Focus, Item, Provenance, Section, SectionKind, Source
from roles.core.reading import LineKind, PostingRead
from roles.core.review.reading import document_of
from roles.core.review.rules import RULES

from .hollow import is_hollow
from .pieces import Piece

# Rules of the review that find who is turned away; of these what is against the law in most places is left out.
_RISKS = frozenset({"age", "protected", "disability"})
_ONLY_RISKS = review.Rules(switched_off=frozenset(rule.id for rule in RULES) - _RISKS)
_ONE_SEX = re.compile(r"\b(?:is|written) for one sex\b|\bmeans a (?:wo)?man\b")
_SEXES = frozenset(
    {"he", "she", "his", "her", "him", "himself", "herself", "man", "men", "woman", "women", "male", "female"}
)


def risks_of(read: PostingRead, pieces: list[Piece], today: date) -> dict[int, str]:
    """Return what must be put right by the review about whom a piece turns away, by the number of the piece."""
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
