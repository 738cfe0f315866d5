"""Until when one can apply, as a posting states it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from roles.core.dates import days, figured_days
from roles.core.limits import SectionKey
from roles.core.places import DateForm, forms_of_country

from .labels import Labelled
from .passages import Passage
from .posting import Stated, StatedDay

# Words a closing day is beside, and those right before it: "by Friday, 30 January 2027".
_CLOSES = re.compile(
    r"\b(?:clos(?:es?|ing)\b|deadline|last (?:day|date) (?:to apply|for applications)|due (?:by|on|date)|"
    r"appl(?:y|ications?|ying)\b|(?:send|submit|e-?mail|write|forward|return)\b|resum[eé]s?\b|"
    r"cvs?\b|expires?|valid (?:through|until)|"
    r"bewerb\w*|candidatures?\b|postule[rz]?|enviar|solicitud\w*|plazo|fecha límite|"
    r"date limite|scadenza|inviare|sollicite\w*)"
)
_UNTIL = re.compile(
    r"\b(?:by|before|until|till|through|no later than|not later than|on or before|deadline|"
    r"closing(?: date)?|clos(?:es?|ing)(?: on)?|due|"
    r"is|are|bis(?: zum)?|spätestens|avant le|jusqu'au|au plus tard le|antes del?|hasta el|entro il|vóór|voor)"
    r"(?::? (?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?|noon|midday|midnight|close of business|cob|eod|"
    r"the end of|5pm),?)?(?: on)?"
    r"(?: on| is|:| at)?[ (*]*(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?(?:the )?$"
)
_OTHER_DAY = re.compile(
    r"\b(?:since|founded|established|opened|started|posted|published|updated|born|interviews?|"
    r"start(?:s|ing)? (?:date|on|in|by))\b"
)
_OPEN = re.compile(
    r"\b(?:open until filled|until (?:the (?:position|post|role|job|vacancy) is )?filled|"
    r"rolling (?:basis|applications?|recruitment|deadline)|"
    r"ongoing basis|no (?:closing date|deadline)|applications? (?:stay|remain|are)(?: always)? open)\b"
)
_BESIDE = 70


def closing_stated(
    passages: Sequence[Passage], labels: Iterable[Labelled]
) -> tuple[Stated[date] | None, Stated[StatedDay] | None, str]:
    """Return the last day to apply; or the two that a day in figures may be; and words that say there is none."""
    unsure: Stated[StatedDay] | None = None
    for each in labels:
        if each.fact == "valid_through" and each.value:
            folded = each.passage.folded
            if still_open := _OPEN.match(folded, each.start):
                return None, None, still_open[0]  # "Open until filled; first review December 14"
            day, open_day = _day_in(each.passage, folded, each.start, min(len(folded), each.start + _BESIDE))
            if day:
                return day, None, ""
            unsure = unsure or open_day
    for passage in passages:
        folded = passage.folded
        if not passage.has_digits or passage.heading:
            continue
        for start, end in passage.sentences:
            for match in _CLOSES.finditer(folded, start, end):
                day, open_day = _day_beside(passage, match.start(), match.end(), end)
                if day:
                    return day, None, ""
                unsure = unsure or open_day
        if passage.kind == SectionKey.APPLY:
            day, open_day = _day_beside(passage, 0, 0, len(folded))
            if day:
                return day, None, ""
            unsure = unsure or open_day
    stays = next((found[0] for passage in passages if (found := _OPEN.search(passage.folded))), "")
    return None, unsure, "" if unsure else stays


def by_order_of(unsure: Stated[StatedDay], country: str) -> Stated[date]:
    """Return the day of the two that the country's order makes: of 01/12/2026 in Ireland 1 December."""
    month_first = forms_of_country(country).date_form is DateForm.MONTH_FIRST
    return Stated(unsure.value.month_first if month_first else unsure.value.day_first, unsure.words)


def _day_in(
    passage: Passage, folded: str, start: int, end: int
) -> tuple[Stated[date] | None, Stated[StatedDay] | None]:
    part = folded[start:end]
    for day, first, last in days(part):
        return Stated(day, passage.text[start + first : start + last]), None
    for each in figured_days(part):
        if each.day_first and each.month_first:
            words = passage.text[start + each.start : start + each.end]
            return None, Stated(StatedDay(each.day_first, each.month_first), words)
    return None, None


def _day_beside(
    passage: Passage, start: int, behind: int, end: int
) -> tuple[Stated[date] | None, Stated[StatedDay] | None]:
    """The day behind words such as "apply", where "by" and the like are right before it and no other day is meant."""
    folded = passage.folded
    reach = min(end, behind + 2 * _BESIDE)
    part = folded[start:reach]
    found = [(first, last) for _, first, last in days(part)]
    found += [(each.start, each.end) for each in figured_days(part)]
    for first, last in sorted(set(found)):
        close = start == behind or _UNTIL.search(part, max(0, first - 60), first)
        if close and not _OTHER_DAY.search(part, behind - start, first):
            if start == behind and not _UNTIL.search(part, max(0, first - 60), first):
                continue
            return _day_in(passage, folded, start + first, min(end, start + last + 3))
    return None, None
