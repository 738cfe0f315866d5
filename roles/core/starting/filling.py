"""What an advert lacks: the few statements of ours that state what no line of hers does, and where each goes."""

from dataclasses import replace

from roles.core.compose.brief import Brief
from roles.core.compose.placeholders import names, own_words
from roles.core.compose.template import RoleTemplate, Section
from roles.core.limits import Purpose

from .her_lines import states_a_duty, states_the_post
from .only_hers import only_hers
from .start import Start

# Words of hers from which on she has stated what the post does, under whatever heading; and what ours adds before.
_WORDS_ENOUGH = 150
DUTIES_ADDED = 2  # where she states nothing of the work
_ON_WORK = (Purpose.SUMMARY, Purpose.DUTIES, Purpose.MEASURES, Purpose.OTHER)
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

    A statement that prints what a line of hers states is none.
    """
    printed = _printed_by_hers(start, brief)
    lacks = _lacking(start)

    def fitting(section: Section) -> Section:
        hers = tuple(item for item in section.statements if own_words(item.text))
        if section.purpose not in lacks:
            return replace(section, statements=hers)
        ours = (item for item in section.statements if item not in hers and not names(item.text) & printed)
        if section.purpose is Purpose.DUTIES:
            return replace(section, statements=(*hers, *ours), pick=len(brief.own_duties.splitlines()) + DUTIES_ADDED)
        return replace(section, statements=(*hers, *ours))

    return only_hers(replace(template, sections=tuple(map(fitting, template.sections))), start, brief)


def _printed_by_hers(start: Start, brief: Brief) -> frozenset[str]:
    """The placeholders that print what a line of hers states already."""
    texts = [entry.text for entry in start.entries if entry.lines]
    fields = zip(start.entries, start.fields, strict=True)
    printed = {name for entry, names_of in fields if entry.lines for name in names_of}
    address = brief.apply_to.removeprefix("https://").rstrip("/")  # as she wrote it, without what completes it
    if address and any(address in text for text in texts):
        printed.add("apply_to")
    day = start.words.get("valid_through", "")
    if day and brief.valid_through == start.answers.get("valid_through") and any(day in text for text in texts):
        printed.add("closing_date")
    return frozenset(printed)


def _lacking(start: Start) -> frozenset[Purpose]:
    """What her text has too little of, by what readers look for. All else would be another voice beside hers."""
    texts = [entry.text for entry in start.entries if entry.lines]
    headed = any(section.heading and section.purpose is not Purpose.APPLY for section in start.order)
    enough = not headed or sum(len(text.split()) for text in texts) >= _WORDS_ENOUGH
    work = [section for section in start.order if section.purpose in _ON_WORK]
    lines = [start.entries[number].text for section in work for line in section.lines for number in line.parts]
    enough = enough or any(section.purpose is Purpose.DUTIES for section in work)
    enough = enough or any(states_a_duty(line) or states_the_post(line) for line in lines)
    return frozenset({Purpose.APPLY} if enough else {Purpose.APPLY, Purpose.DUTIES})


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
