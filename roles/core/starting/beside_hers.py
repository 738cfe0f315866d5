"""A template with fewer statements of ours where an old text states enough itself.

Whoever wrote a whole posting has stated what the work is and what it takes: ours complete it, they add no demands.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from roles.core.compose.brief import OWNER, Brief
from roles.core.compose.facts import SUPERIORS
from roles.core.compose.placeholders import names, own_words
from roles.core.compose.template import RoleTemplate, Section, Statement
from roles.core.document import Document, Source
from roles.core.limits import DUTIES, Purpose

from .only_hers import only_hers
from .shelves import section_for
from .start import Start

# Duties of hers from which on none of ours is beside them, and how many of ours are beside fewer.
DUTIES_ENOUGH = 3
DUTIES_ADDED = 2
# Words of hers on the role that state as much as a duty.
_WORDS_OF_A_DUTY = 20
# Requirements of hers from which on none of ours is beside them; beside fewer, one about the size of the business.
REQUIRED_ENOUGH = 2
# What ours in an opening may state beside hers: answers that hers do not print.
_BESIDE_OPENING = frozenset({"decides", "keeps", "spending_limit", "partner", "reports_to", "goal", "target", "budget"})
_REPORTS = re.compile(
    r"\b(?:you|role|position|post|director)(?:'ll|’ll| will|'d|’d| would)? report(?:s|ing)?\b[^.]{0,20} to\b",
    re.IGNORECASE,
)


def beside_hers(
    template: RoleTemplate, start: Start, brief: Brief, *, opens: bool, given: Collection[str] = ()
) -> RoleTemplate:
    """Return the template with as many statements of ours as her lines leave room for.

    `opens`: her own sentences say what the role does. `given` are the names of the answers she typed beside the text:
    whom the post reports to is stated where either has it.
    """

    def number(purpose: Purpose, answer: str) -> int:
        key = section_for(template, purpose).key
        extras = sum(len(extra.lines) for extra in start.extras if extra.section == key)
        return extras + len(getattr(brief, answer).splitlines())

    of_prose = _worth_of_prose(template, start)
    duties = number(Purpose.DUTIES, "own_duties") + of_prose
    required = number(Purpose.REQUIRED, "own_required") or of_prose // DUTIES_ENOUGH * REQUIRED_ENOUGH
    asks = required or number(Purpose.PREFERRED, "own_preferred")
    reports = not brief.leads and any(_REPORTS.search(line) for extra in start.extras for line in extra.lines)

    if brief.reports_to == OWNER and "reports_to" not in (*start.answers, *given):
        reports = True

    def fitting(section: Section) -> Section:
        match section.purpose:
            case Purpose.DUTIES if duties >= DUTIES_ENOUGH:
                return _without_ours(section)
            case Purpose.DUTIES if duties:
                return replace(section, pick=min(DUTIES[0], duties + DUTIES_ADDED))
            case Purpose.REQUIRED if required >= REQUIRED_ENOUGH:
                return _without_ours(section)
            case Purpose.REQUIRED if required:
                return replace(section, statements=tuple(filter(_is_of_the_size, section.statements)))
            case Purpose.PREFERRED if asks:
                return _without_ours(section)
            case Purpose.SKILLS if asks:
                return _without_ours(section)
            case Purpose.SUMMARY if opens or reports:
                kept = [item for item in section.statements if not (reports and SUPERIORS & names(item.text))]
                return replace(section, statements=tuple(filter(_is_beside_opening, kept) if opens else kept))
        return section

    return only_hers(replace(template, sections=tuple(map(fitting, template.sections))), start, brief)


def with_few_duties(document: Document, template: RoleTemplate, start: Start, brief: Brief) -> Document:
    """Return the document with no more than `DUTIES_ADDED` duties of ours, where her text states any duty at all."""
    if not (brief.own_duties or _worth_of_prose(template, start)):
        return document
    sections = []
    for section in document.sections:
        if section.purpose is Purpose.DUTIES:
            ours = [item for item in section.items if item.provenance.source is Source.STATEMENT][DUTIES_ADDED:]
            section = replace(section, items=tuple(item for item in section.items if item not in ours))
        sections.append(section)
    return replace(document, sections=tuple(section for section in sections if section.items))


def _worth_of_prose(template: RoleTemplate, start: Start) -> int:
    """How many duties her own prose on the role, and lists below headings of her own, are worth."""
    opening = section_for(template, Purpose.SUMMARY).key
    known = {section.key for section in template.sections}
    words = sum(len(line.split()) for extra in start.extras if extra.section == opening for line in extra.lines)
    return words // _WORDS_OF_A_DUTY + sum(len(extra.lines) for extra in start.extras if extra.section not in known)


def _without_ours(section: Section) -> Section:
    return replace(section, statements=tuple(item for item in section.statements if own_words(item.text)))


def _is_of_the_size(statement: Statement) -> bool:
    sized = not statement.areas and bool(statement.bound_to_headcount or statement.leads)
    return sized or bool(own_words(statement.text))


def _is_beside_opening(statement: Statement) -> bool:
    return bool(own_words(statement.text)) or names(statement.text) <= _BESIDE_OPENING
