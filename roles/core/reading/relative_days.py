"""A closing day counted from the one it is read on: "closes in 12 days", "two weeks from today", "this Friday"."""

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roles.core.limits import SectionKey

from .folded_lines import FoldedLine
from .labels import Labelled
from .number_words import IN_WORDS, number_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)}|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
_FRIDAY, _FORTNIGHT, _WEEK, _MONTHS_OF_A_YEAR, _MOST_DAYS = 4, 14, 7, 12, 366
_COUNT = rf"(?P<count>\d{{1,3}}|{IN_WORDS}|an?)"
_UNIT = r"(?P<unit>days?|weeks?|wks?|months?|fortnight)"
# A time before a day: "5pm on Friday", "noon tomorrow", "the end of the day on Monday".
_TIME = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d{1,2}[:.]\d\d|noon|midday|midnight|cob|eod|(?:the )?(?:close|end) of "
    r"(?:business|play|(?:the )?day))(?: on|,)? )?"
)
_DAY = re.compile(
    rf"(?:(?:in|within|over)(?: about| the next| the coming)* {_COUNT} (?:more )?{_UNIT}(?: time)?\b|"
    rf"{_COUNT.replace('count', 'count2')} {_UNIT.replace('unit', 'unit2')}(?:' time| time)?"
    r"(?: from (?:today|now|this (?:post|posting|advert|ad|notice))| left\b| remaining\b| to go\b| today\b|(?<=time))|"
    r"(?:the )?end of (?P<which>this|next|the) (?P<whole>week|month)\b|"
    rf"(?P<week>a week on )?(?:(?P<that>this|this coming|next|the coming|coming|on) )?(?P<weekday>{_WEEKDAY})"
    rf"(?P<later> week\b)?(?! (?:morning|evening|night|afternoon|shifts?)\b| (?:to|and|or|through|-) {_WEEKDAY}\b)"
    r"(?!\w|(?: coming| next)?,? (?:the )?\d|,? (?:january|february|march|april|may|june|july|august|september|"
    r"october|november|"
    r"december)\b)|"
    r"(?P<soon>today|tonight|tomorrow)\b)"
)
# Nothing but days: "12 days", behind "Closes:".
_DAYS_ALONE = re.compile(rf"{_COUNT} {_UNIT}(?=[ .,;)]*$)")
# What is right before such a day, if it is the last to apply.
_POST = r"(?:applications?|adverts?|ads?|posting|vacancy|job|role|position|post|listing|window|this|it|entries)"
_SENT = r"(?:appl(?:y|ications?)|send|submit|e-?mail|get|write|reply|cvs?|resum[eé]s?|letters?)"
_CLOSING = re.compile(
    rf"\b(?:{_POST}(?: (?:will|is|are|window))? (?:clos(?:es?|ing)|shuts?|ends?|expires?|finish(?:es)?|comes? down)|"
    r"(?:deadline|closing date|cut-?off|last (?:day|date|chance)(?: (?:to apply|for applications|of applying))?)"
    r"(?: for applications)?(?: is|:)?|applications? (?:are |is )?(?:due|wanted|needed)|"
    r"(?:applications?|cvs?|resum[eé]s?|letters?|entries)(?: (?:must|should|need to|have to|to))?(?: be)?(?: with us|"
    r" in| received| sent| submitted| accepted)+)(?: date)?(?: by| before| until| till| on| at| in| for|,|:)* "
    rf"{_TIME}$|"
    rf"(?:^\W*|[.;,|·•–—-] ?)(?:clos(?:es|ing)|expires|ends)(?: on| at|:)* {_TIME}$|"
    rf"\b{_SENT}\b(?:[^.;!?]|\.(?=\w)){{0,70}}(?:\b(?:by|before|until|till|no later than|not later than)|:) "
    rf"{_TIME}(?:the )?$"
)
# "We close this Friday", unlike "we close on Fridays" and "we close at 5"; "apply within 2 weeks"; "you have 10 days".
_WE_CLOSE = re.compile(
    r"\bwe(?:'ll| will| are| shall)?(?: be)? clos(?:e|ing)(?: (?:it|this|the (?:advert|ad|post|vacancy|list|role)|"
    rf"applications?))? (?:on |at )?{_TIME}$"
)
_COUNTED = re.compile(
    rf"(?:\b{_SENT}\b(?:[^.;!?]|\.(?=\w)){{0,50}}|\byou(?:'ve| have)(?: got)?|\bopen(?: for applications)?(?: for)?) $"
)
_WITHIN = re.compile(r"within |(?:in|over) the ")
_OTHERS = re.compile(r"\b(?:shop|store|office|plant|site|yard|kitchen|bar|café|cafe|interviews?|start|reply to)\b")
# What the firm does by a day, or within days of a letter.
_ANSWERS = re.compile(
    r"\b(?:(?:we|i)(?:'ll| will| aim to| try to)? (?:reply|write|answer|respond|send|get|e-?mail|decide|call|contact)|"
    r"(?:you(?:'ll| will)? hear|hear back|interviews?|starts?))\b"
)
_SIGNS_OF_IT = ("day", "week", "month", "tomorrow", "tonight", "fortnight", " mon", " tue", " wed", " thu", " fri")
_LOOKED_BACK = 110


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A day by its distance from another: its weekday first, then days or months on, then the end of its month."""

    days: int = 0
    months: int = 0
    weekday: int | None = None
    next_week: bool = False
    month_end: bool = False

    def on_or_after(self, today: date) -> date:
        """Return the day that is meant on a day."""
        day = today
        if self.weekday is not None:
            monday = today - timedelta(today.weekday()) + timedelta(_WEEK)
            day = monday if self.next_week else today
            day += timedelta((self.weekday - day.weekday()) % _WEEK)
        day += timedelta(self.days)
        year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 + self.months, _MONTHS_OF_A_YEAR)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, last if self.month_end else min(day.day, last))


def relative_closing(folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled]) -> tuple[RelativeDay, str] | None:
    """Return the last day to apply where a text counts it from the one it is read on, and its words."""
    for each in labels:
        if each.fact == "valid_through" and each.value:
            line, start = each.folded_line, each.start
            match = _DAYS_ALONE.match(line.folded, start) or re.compile(_TIME).match(line.folded, start)
            if match and match.re is not _DAYS_ALONE:
                match = _DAY.match(line.folded, match.end())
            if match and (day := _day_of(match)):
                return day, line.text[slice(*match.span())]
    for line in folded_lines:
        if line.heading or not any(sign in line.folded for sign in _SIGNS_OF_IT):
            continue
        for match in _DAY.finditer(line.folded):
            start, _ = line.sentence_at(match.start())
            start = max(start, match.start() - _LOOKED_BACK)
            # "To apply:", and below it "fill in our form within two weeks"
            within = line.kind == SectionKey.APPLY and _WITHIN.match(match[0])
            applying = within and not _ANSWERS.search(line.folded, start, match.start())
            if (applying or _is_last(line.folded, start, match)) and (day := _day_of(match)):
                return day, line.text[slice(*match.span())]
    return None


def _is_last(folded: str, start: int, match: re.Match[str]) -> bool:
    """Whether the words before a day make it the last to apply."""
    before = folded[start : match.start()]
    if _ANSWERS.search(before):
        return False
    counted = match["count2"] or _WITHIN.match(match[0])
    found = _CLOSING.search(before)
    if not found and (match["that"] or match["week"] or match["later"] or match["count"] or match["soon"] or counted):
        found = _WE_CLOSE.search(before)
    if not found and counted:
        found = _COUNTED.search(before)
    return found is not None and not _OTHERS.search(before, found.start())


def _day_of(match: re.Match[str]) -> RelativeDay | None:
    found = match.groupdict()
    count, unit = found.get("count") or found.get("count2"), found.get("unit") or found.get("unit2")
    if count and unit:
        number = 1 if count in ("a", "an") else number_of(count)
        if unit.startswith("month"):
            return RelativeDay(months=number) if number <= _MONTHS_OF_A_YEAR else None
        days = number * (_FORTNIGHT if unit == "fortnight" else _WEEK if unit.startswith("w") else 1)
        return RelativeDay(days=days) if days <= _MOST_DAYS else None
    if found.get("soon"):
        return RelativeDay(days=int(found["soon"] == "tomorrow"))
    if found.get("whole") == "month":
        return RelativeDay(months=int(found["which"] == "next"), month_end=True)
    if found.get("whole"):
        return RelativeDay(weekday=_FRIDAY, next_week=found["which"] == "next")
    weekday = next(number for number, name in enumerate(_WEEKDAYS) if name.startswith(found["weekday"][:3]))
    later = _WEEK if found["week"] or found["later"] else 0
    return RelativeDay(days=later, weekday=weekday, next_week=found["that"] == "next")
