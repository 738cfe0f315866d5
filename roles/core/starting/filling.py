"""What an advert lacks: the few statements of ours that say what no line of hers does, and where each goes."""

import re
from dataclasses import replace

from roles.core.compose.brief import Brief
from roles.core.compose.facts import SUPERIORS
from roles.core.compose.placeholders import names, own_words
from roles.core.compose.template import RoleTemplate, Section, Statement
from roles.core.limits import Purpose

from .equality import is_bare, is_of_equality
from .her_sections import on_equality
from .start import Start

# What an opening of ours may say beside hers, in one sentence: answers of hers that no line prints.
_OPENING = frozenset({"decides", "keeps", "spending_limit", "partner", "goal", "target", "budget", "reports_to"})
# Words of hers from which on she has said what the post does, under whatever heading; and what ours adds before.
_WORDS_ENOUGH = 150
ADDED = {Purpose.DUTIES: 3, Purpose.REQUIRED: 2}
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
    said = _said(start, brief)
    lacks = _lacking(start)

    def fitting(section: Section) -> Section:
        hers = tuple(item for item in section.statements if own_words(item.text))
        if section.purpose not in lacks:
            return replace(section, statements=hers)
        known = said if section.purpose is not Purpose.EQUAL_OPPORTUNITY else frozenset()
        ours = (item for item in section.statements if item not in hers and not names(item.text) & known)
        kept = filter(_is_beside, ours) if section.purpose is Purpose.SUMMARY else ours
        return replace(section, statements=(*hers, *kept), pick=ADDED.get(section.purpose, section.pick))

    return replace(template, sections=tuple(map(fitting, template.sections)))


def _said(start: Start, brief: Brief) -> frozenset[str]:
    """The placeholders that print what a line of hers states already."""
    texts = [entry.text for entry in start.entries if entry.lines]
    fields = list(zip(start.entries, start.fields, strict=True))
    said = {name for entry, names_of in fields if entry.lines for name in names_of}
    at_head = {name for entry, names_of in fields if not entry.lines for name in names_of}
    if "reports_to" in at_head or any(map(_REPORTS.search, texts)):
        said.update(SUPERIORS)
    if brief.apply_to and any(brief.apply_to in text for text in texts):
        said.add("apply_to")
    return frozenset(said)


def _lacking(start: Start) -> frozenset[Purpose]:
    """What her text has too little of, by what readers look for."""
    texts = [entry.text for entry in start.entries if entry.lines]
    has = {each for section in start.order for line in section.lines for each in (line.purpose, section.purpose)}
    headed = any(section.heading and section.purpose is not Purpose.APPLY for section in start.order)
    told = not headed or sum(len(text.split()) for text in texts) >= _WORDS_ENOUGH
    speaks = any(
        _YOU.search(start.entries[number].text)
        for section in start.order
        for line in section.lines
        if section.purpose in (Purpose.SUMMARY, Purpose.DUTIES) and not section.bullets
        for number in line.parts
    )
    equality = [start.entries[number].text for number in on_equality(start.order)]
    equality += [text for text in texts if text not in equality and is_of_equality(text)]
    enough = {
        Purpose.SUMMARY: not speaks,
        Purpose.DUTIES: told or Purpose.DUTIES in has,
        Purpose.REQUIRED: told or not speaks or bool(has & {Purpose.REQUIRED, Purpose.SKILLS}),
        Purpose.EQUAL_OPPORTUNITY: bool(equality) and not is_bare(equality),
        # Of these ours would only ask for more.
        **dict.fromkeys((Purpose.ALSO, Purpose.SKILLS, Purpose.PREFERRED), True),
    }
    return frozenset(purpose for purpose in Purpose if not enough.get(purpose))


def _is_beside(statement: Statement) -> bool:
    used = names(statement.text)
    return used <= _OPENING or bool(SUPERIORS & used)


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
