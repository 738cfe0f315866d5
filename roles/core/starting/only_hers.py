"""Ours beside a text of hers assert only what she stated: no crews, vans or shelves where she speaks of none."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from roles.core.compose.brief import TEXT_FIELDS, Brief
from roles.core.compose.placeholders import own_words
from roles.core.compose.template import RoleTemplate, Section, Statement
from roles.core.content import read_asserting_words
from roles.core.content.asserting import AssertingWords, asserted
from roles.core.limits import Purpose

from .start import Start

_ON_WORK = (Purpose.DUTIES, Purpose.ALSO, Purpose.REQUIRED, Purpose.PREFERRED, Purpose.SKILLS)


def only_hers(template: RoleTemplate, start: Start, brief: Brief) -> RoleTemplate:
    """Return the template without statements that assert a thing which neither her text nor her answers have.

    An area that was recognised in a text, or her kind of business, tells what a posting is about, not what she has.
    """
    texts = [entry.text for entry in start.entries] + [str(getattr(brief, name)) for name in TEXT_FIELDS]
    words = " ".join(texts).lower()

    def fitting(section: Section) -> Section:
        if section.purpose not in _ON_WORK:
            return section
        kept = (one for one in section.statements if own_words(one.text) or _is_stated(one, words, brief.traits))
        return replace(section, statements=tuple(kept))

    return replace(template, sections=tuple(map(fitting, template.sections)))


def _is_stated(statement: Statement, words: str, traits: Sequence[str]) -> bool:
    found = (entry for _, entry in asserted(statement.text, _asserting()))
    return all(not set(entry.traits).isdisjoint(traits) or _names(entry, words) for entry in found)


def _names(entry: AssertingWords, words: str) -> bool:
    """Whether a text names such a thing, as one or as many."""
    return any(re.search(rf"\b{re.escape(word)}(?:e?s)?\b", words) for word in entry.words)


@cache
def _asserting() -> tuple[AssertingWords, ...]:
    return tuple(read_asserting_words())
