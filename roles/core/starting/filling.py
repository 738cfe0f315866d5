"""What an advert lacks: the few statements of ours that say what no line of hers does, and where each goes."""

import re
from dataclasses import replace

from roles.core.compose.brief import Brief
from roles.core.compose.placeholders import names, own_words
from roles.core.compose.template import RoleTemplate, Section, Statement
from roles.core.limits import Purpose

from .equality import is_bare
from .her_sections import on_equality
from .start import Start

# What an opening of ours may say beside hers, in one sentence: answers of hers that no line prints.
_OPENING = frozenset({"decides", "keeps", "spending_limit", "partner", "goal", "target", "budget", "reports_to"})
# Words of hers from which on she has said what the post does, under whatever heading; and what ours adds before.
_WORDS_ENOUGH = 150
_DUTIES_ADDED = 3
_REQUIRED_ADDED = 2
_REPORTS = re.compile(
    r"\breport(?:s|ing)?\b(?: \w+){0,3} to\b|"
    r"\b(?:answers?|accountable|responsible) (?:directly )?to (?:the|our|me|us)\b|"
    r"\breports? into\b|\bright hand\b|\breports? to\s*:",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byou(?:r|['’]\w+)?\b", re.IGNORECASE)
# Where a section of ours goes: behind the last of hers for the first of these purposes that she has.
_BEHIND = {
    Purpose.SUMMARY: (),
    Purpose.COMPANY: (Purpose.SUMMARY,),
    Purpose.DUTIES: (Purpose.SUMMARY, Purpose.COMPANY),
    Purpose.ALSO: (Purpose.DUTIES,),
    Purpose.MEASURES: (Purpose.DUTIES, Purpose.SUMMARY),
    Purpose.REQUIRED: (Purpose.MEASURES, Purpose.DUTIES, Purpose.SUMMARY),
    Purpose.PREFERRED: (Purpose.REQUIRED, Purpose.SKILLS, Purpose.DUTIES),
    Purpose.SKILLS: (Purpose.PREFERRED, Purpose.REQUIRED, Purpose.DUTIES),
    Purpose.CULTURE: (Purpose.PREFERRED, Purpose.SKILLS, Purpose.REQUIRED),
    Purpose.PAY: (Purpose.CULTURE, Purpose.PREFERRED, Purpose.SKILLS, Purpose.REQUIRED, Purpose.DUTIES),
    Purpose.CONDITIONS: (Purpose.PAY, Purpose.PREFERRED, Purpose.SKILLS, Purpose.REQUIRED, Purpose.DUTIES),
    Purpose.STEPS: (Purpose.APPLY,),
}


def filling(template: RoleTemplate, start: Start, brief: Brief) -> RoleTemplate:
    """Return the template with her own answers, and of ours only what an advert in its own order lacks.

    A statement that prints what a line of hers states is none; nor is one that speaks to "you" where she does not.
    """
    lines = [(line.purpose, section.purpose) for section in start.order for line in section.lines]
    texts = [entry.text for entry in start.entries if entry.lines]
    answered = {
        name for entry, names in zip(start.entries, start.fields, strict=True) if not entry.lines for name in names
    }
    words = sum(len(text.split()) for text in texts)
    said = {name for entry, names in zip(start.entries, start.fields, strict=True) if entry.lines for name in names}
    if "reports_to" in answered or any(map(_REPORTS.search, texts)):
        said |= {"superior"}
    if any(brief.apply_to and brief.apply_to in text for text in texts):
        said |= {"apply_to"}
    speaks = any(
        _YOU.search(start.entries[number].text)
        for section in start.order
        for line in section.lines
        if section.purpose in (Purpose.SUMMARY, Purpose.DUTIES) and not section.bullets
        for number in line.parts
    )
    told = words >= _WORDS_ENOUGH

    headed = any(section.heading and section.purpose is not Purpose.APPLY for section in start.order)
    equality = [start.entries[number].text for number in on_equality(start.order)]

    def has(purpose: Purpose) -> int:
        return sum(purpose in pair for pair in lines)

    def fitting(section: Section) -> Section:
        known = frozenset() if section.purpose is Purpose.EQUAL_OPPORTUNITY else said
        ours = [item for item in section.statements if not own_words(item.text) and not names(item.text) & known]
        match section.purpose:
            case Purpose.SUMMARY:
                kept = ours if not texts else [item for item in ours if speaks and _beside(item)]
            case Purpose.DUTIES:
                kept = [] if has(Purpose.DUTIES) or not headed or told else ours
                section = replace(section, pick=_DUTIES_ADDED)
            case Purpose.REQUIRED:
                kept = [] if has(Purpose.REQUIRED) or has(Purpose.SKILLS) or not headed or told or not speaks else ours
                section = replace(section, pick=_REQUIRED_ADDED)
            case Purpose.ALSO | Purpose.SKILLS | Purpose.PREFERRED:
                kept = []
            case Purpose.EQUAL_OPPORTUNITY:
                kept = ours if not equality or is_bare(equality) else []
            case _:
                kept = ours
        hers = [item for item in section.statements if own_words(item.text)]
        return replace(section, statements=(*hers, *kept))

    return replace(template, sections=tuple(map(fitting, template.sections)))


def _beside(statement: Statement) -> bool:
    used = names(statement.text)
    return used <= _OPENING or "superior" in used


def behind(purposes: list[Purpose], purpose: Purpose) -> int:
    """Return the place of a section of ours among hers, which have these purposes: what readers look for at the end
    goes there, all else behind what it follows from."""
    if purpose in (Purpose.APPLY, Purpose.EQUAL_OPPORTUNITY, Purpose.OTHER):
        last = len(purposes)
        while purpose is Purpose.APPLY and last and purposes[last - 1] is Purpose.EQUAL_OPPORTUNITY:
            last -= 1
        return last
    for before in _BEHIND[purpose]:
        if before in purposes:
            return len(purposes) - purposes[::-1].index(before)
    if purpose is Purpose.SUMMARY:
        return 1 if purposes[:1] == [Purpose.COMPANY] else 0
    ends = [place for place, each in enumerate(purposes) if each in (Purpose.APPLY, Purpose.EQUAL_OPPORTUNITY)]
    return min(ends, default=len(purposes))
