"""Until when one can apply, as a posting states it."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from roles.core.dates import (
    MONTHS,
    NAMED_DAYS,
    YearlessDay,
    days,
    figured_days,
    month_ends,
    monthless_days,
    weekday_before,
    yearless_days,
)
from roles.core.limits import SectionKey
from roles.core.places import DateForm, forms_of_country

from .folded_lines import FoldedLine
from .labels import Labelled
from .posting import Stated, StatedDay, StatedFacts
from .relative_days import RelativeDay, relative_closing

# Words a closing day is beside, and those right before it: "by Friday, 30 January 2027".
_CLOSES = re.compile(
    r"\b(?:(?<!shop )(?<!store )(?<!office )(?<!plant )(?<!site )(?<!yard )(?<!we )clos(?:es?|"
    r"ing)\b(?! for (?:christmas|easter|the )| (?:(?:out|down) )?(?:the|our|each|every) "
    r"(?!ads?\b|adverts?\b|posting|vacancy|job|applications?\b|list|window|position|role|post))|deadline|cut-?off\b|"
    r"reach(?:es)? us\b|reading\b|last (?:day|date|chance|call) (?:to|"
    r"for|of)|due (?:by|on|date)|"
    r"(?<!shop )(?<!store )(?<!office )shuts?\b(?! (?:down|off|the|our))|lodge(?:d|s)?\b|reply\b|"
    r"(?:ad|advert|posting|listing|vacancy|notice|window|door|post) (?:comes down|goes down|ends|runs)\b|"
    r"(?:you have|you've got|you've|got)(?= (?:until|till)\b)|(?:apps?|letters?|forms?|packs?)(?: are)? due\b|"
    r"appl(?:y|ications?|ying)\b|(?:send|submit|e-?mail|write|forward|return)\b|resum[eé]s?\b|"
    r"cvs?\b|expires?|valid (?:through|until)|"
    r"(?:thru|through)(?=:)|(?<=[.;|] )thru\b|(?:advertised|posted)(?= (?:un)?till?\b)|let (?:us|me|him|her|"
    r"[a-z]{2,8}) know\b|"
    r"(?:drop|give|send) (?:us|me|him|her|[a-z]{2,8}) an? (?:line|note|call|ring|shout|buzz|message|text)\b|"
    r"einsendeschluss|clôture|fin de l'affichage|fecha de cierre|termine\b|"
    r"bewerb\w*|candidatures?\b|postul\w*|enviar|solicitud\w*|plazo|fecha límite|"
    r"date limite|scadenza|inviare|sollicite\w*|candidat\w*|reageer|reageren|"
    r"open (?:until|till)|(?:last|final) date|(?:be|get) in touch|get (?:in|it in|them in|yours in)|tell us|"
    r"hear from you|contact|cover letters?|"
    r"get (?:it|them|these|that) (?:in )?to us|(?:please|kindly) (?:do (?:it|so)|respond|reply|answer|call|ring|phone)|"
    r"(?:call|ring|phone|text|whats ?app|message|dm)(?= (?:(?:us|me|him|her) )?(?:before|by)\b)|read (?:everything|"
    r"every (?:letter|application))|"
    r"fill(?:ing)? (?:in|out)|"
    r"let us hear|(?:forms?|letters?|packs?|materials|documents|submissions|everything) (?:must|should|"
    r"to) be (?:returned|received|in)|"
    r"needs? (?:sorting|filling)|(?:stop|quit|finish|cease|end) (?:taking|reading|accepting|receiving|looking at) "
    r"(?:notes|names|letters|app(?:lication)?s|cvs|resum[eé]s|calls|forms)|"
    r"(?:we|i) (?:need|want|must have|should have) (?:your |all |the )?(?:forms?|letters?|cvs?|resum[eé]s?|"
    r"applications?|"
    r"answers?|yours)(?= (?:in |back |here |with us )?(?:by|before)\b)|"
    r"(?:letters?|forms?|entries|applications?|apps) in(?= (?:by|before)\b)|"
    r"names? until|(?:list|vacancy|posting|window|position|post|job) (?:on|until|through))"
)
_UNTIL = re.compile(
    r"\b(?:(?:last|final|closing) (?:date|day) (?:to apply|to submit|of applying|for applying|(?:for|of) (?:receipt "
    r"of )?"
    r"(?:applications?|submissions?))|between [^.;]{1,25} and|by|before|until|till|through|thru|no later than|not "
    r"later than|on or before|deadline|cut-?off(?: date)?(?: for applications)?|"
    r"clos(?:e|ing)(?: date| soon)?|(?:last|final) date|clos(?:es?|ing)(?: on)?|due|shuts?|ends|"
    r"is|are|on|ist|tot|al|app(?:lication)?s|resum[eé]s|runs to|expires?|closed?|bis(?: zum)?|spätestens|avant le|"
    r"jusqu'au|"
    r"au plus tard le|antes del?|hasta el|"
    r"entro il|vóór|voor|até|"
    r"uiterlijk|before the|close of (?:business|play)|say|"
    r"(?:closing date|deadline) for [a-z' ]{3,40}|(?:by|before|until) [a-z' ]{3,18},)"
    r"(?::?,? (?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?(?: [a-z]{2,4}t)?|end of day|close of play|(?:12 )?noon|midday|"
    r"midnight|(?:the )?close of business|cob|eod|"
    r"(?:the )?end of|5pm),?)?(?: on)?"
    r"(?: on| is|:| at)?[ (*]*(?:(?:(?:this|next|the|this coming|the coming) )?(?:mon|tue|tues|wed|wednes|thu|thur|"
    r"thurs|fri|sat|"
    r"satur|sun)(?:day)?(?: coming| next)?\.?,? )?(?:(?:the|der|dem|den|le|el|il) )?$"
)
_COUNTED_DAY = re.compile(r"\b(?:first|second|\w{3,7}th|twenty-\w+|thirty-first|end) of [a-z]")
# "by the end of January": its last day, of the year that comes; "on 12/20", where only one order makes it a day.
_COMMON_YEAR = 2027  # no leap year, as 29 February may not be there
_MONTH = "|".join((*MONTHS, *(name[:3] for name in MONTHS)))
_END_OF = re.compile(rf"\bend (?:of )?(?:the month of )?(?P<month>{_MONTH})\b(?!\.?,? 20\d\d)")
_MONTH_AND_DAY = re.compile(r"(?<![\d/.-])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/]|[.-]\d)")
_OTHER_DAY = re.compile(
    r"\b(?:since|founded|established|opened|started|posted|published|updated|born|interviews?|"
    r"start(?:s|ing)? (?:date|on|in|by))\b"
)
_OPEN = re.compile(
    r"\b(?:open (?:un)?till?:?(?: ?\.{3,60})? filled|"
    r"un(?:til|till) (?:(?:the (?:position|post|role|job|vacancy)|it)(?: is|'s) )?filled|till filled|"
    r"until we(?:'ve| have)? (?:found|find|hired|hire|filled)|(?:when|once) (?:it's|it is|we've) (?:filled|hired|"
    r"found)|"
    r"as (?:they|letters|applications|cvs) (?:come|arrive)(?: in)?|when we (?:meet|find) the (?:right )?(?:one|person)|"
    r"rolling(?=[,.;:]|$)|no (?:fixed|set|hard|firm) (?:closing date|deadline|end date|cut-?off)|"
    r"rolling (?:basis|applications?|recruitment|deadline)|"
    r"ongoing basis|no (?:closing date|deadline)|applications? (?:stay|remain|are)(?: always)? open)\b"
)
_FIRST_LOOK = re.compile(
    r"\b(?:priority|preference)\b|\b(?:start|begin)s?(?:ning|ing)? (?:to )?(?:read|review|look|interview)|"
    r"\bfirst (?:look|review|consideration|round|read)\b|\breview(?:ed|ing|s)? (?:of (?:all )?applications )?(?:will "
    r")?(?:from|"
    r"begin\w*|starts?)\b"
)
# "Deadline: priority given to applications received by December 14": named as the deadline it is one.
_RECEIVED_BY = re.compile(
    r"(?:priority|preference) [^.;]{0,30}\b(?:applications?|those|candidates|applying|applicants)\b[^.;]{0,30}\bby\b"
)
# "We start reading on January 12 and close on January 30"
_THEN_CLOSES = re.compile(r"(?:,| and| then) (?:we(?:'ll)? )?(?:will )?clos(?:e|es|ing)(?: on)?\b")
_BESIDE = 70
# Labels in languages that write the day first.
_DAY_FIRST = re.compile(
    r"bewerb|einsende|date (?:limite|de clôture)|clôture|candidature|fecha|plazo|cierre|scadenza|sluitings|reageren|"
    r"prazo"
)
# "1 December – 20 December 2026": of the days behind one label the last is the one it closes on.
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|through|thru)\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?")
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join(NAMED_DAYS)})\b")
# An address to write to: the day in its sentence is that of applying, where "by" and the like are before it.
_ADDRESS = re.compile(r"[\w.+-]@[\w-]{1,63}\.[a-z]|https?://|\bwww\.|(?<!\d)\(?\d{3,5}\)?[ .-]\d{3}[ .-]?\d{3,4}\b")


@dataclass(frozen=True, slots=True)
class Closing:
    """The last day to apply; or the two that a day in figures may be; or one without its year or counted from
    today; or words that there is none."""

    day: Stated[date] | None = None
    unsure: Stated[StatedDay] | None = None
    yearless: Stated[YearlessDay | RelativeDay] | None = None
    stays_open: str = ""


def closing_stated(folded_lines: Sequence[FoldedLine], labels: Sequence[Labelled]) -> Closing:
    """Return until when one can apply, as a text states it: the first full day, else the first of another kind."""
    vague = Closing()
    for each in labels:
        if each.fact == "valid_through" and each.value:
            folded = each.folded_line.folded
            if still_open := _OPEN.match(folded, each.start):
                return Closing(stays_open=still_open[0])  # "Open until filled; first review December 14"
            end = min(len(folded), each.start + _BESIDE)
            look = _FIRST_LOOK.search(folded, each.start, end)
            if look and not _RECEIVED_BY.match(folded, look.start()):
                end = look.start()  # "Review of applications begins December 7; open until filled"
            found = _day_in(each.folded_line, _last_of_range(folded, each.start, end), end)
            if found and found.unsure and _DAY_FIRST.match(each.label):
                found = Closing(day=Stated(found.unsure.value.day_first, found.unsure.words))
            if found and found.day:
                return found
            vague = _vague(vague, found)
    for folded_line in folded_lines:
        if folded_line.heading:
            continue
        found = _in_passage(folded_line)
        if found and found.day:
            return found
        vague = _vague(vague, found)
    if vague.unsure or vague.yearless:
        return vague
    if relative := relative_closing(folded_lines, labels):
        return Closing(yearless=Stated(*relative))
    return Closing(
        stays_open=next((stays[0] for folded_line in folded_lines if (stays := _OPEN.search(folded_line.folded))), "")
    )


def on_day(facts: StatedFacts, today: date) -> StatedFacts:
    """Return the facts with the next such day as the last to apply, where a text leaves out its year or counts it."""
    yearless = facts.closing_yearless
    day = yearless.value.on_or_after(today) if yearless and facts.closing_date is None else None
    return replace(facts, closing_date=Stated(day, yearless.words)) if yearless and day else facts


def by_order_of(unsure: Stated[StatedDay], country: str) -> Stated[date] | None:
    """Return the day of the two that the country's order makes: of 01/12/2026 in Ireland 1 December.

    None for a country that has both orders, as Canada has.
    """
    forms = forms_of_country(country)
    if forms.both_orders:
        return None
    month_first = forms.date_form is DateForm.MONTH_FIRST
    return Stated(unsure.value.month_first if month_first else unsure.value.day_first, unsure.words)


def _last_of_range(folded: str, start: int, end: int) -> int:
    """Where the second of two days begins that "to" or a dash joins, else the start: "Nov 30, 2026 to Jan 5, 2027"."""
    found = sorted((first, last) for _, first, last in (*days(folded[start:end]), *_yearless(folded[start:end])))
    for (_, last), (first, _) in pairwise(found):
        if _RANGE.fullmatch(folded, start + last, start + first):
            return start + first
    return start


def _vague(known: Closing, found: Closing | None) -> Closing:
    if found is None:
        return known
    return replace(known, unsure=known.unsure or found.unsure, yearless=known.yearless or found.yearless)


def _in_passage(folded_line: FoldedLine) -> Closing | None:
    folded, vague = folded_line.folded, Closing()
    if not (folded_line.has_digits or _COUNTED_DAY.search(folded) or _NAMED_DAY.search(folded)):
        return None
    for start, end in folded_line.sentences:
        if look := _FIRST_LOOK.search(folded, start, end):
            if then := _THEN_CLOSES.search(folded, look.end(), end):
                found = _day_beside(folded_line, then.start(), then.end(), end)
                if found and found.day:
                    return found
            end = look.start()  # when reading begins is no closing day
        for match in _CLOSES.finditer(folded, start, end):
            found = _day_beside(folded_line, match.start(), match.end(), end)
            if found and found.day:
                return found
            vague = _vague(vague, found)
        if _ADDRESS.search(folded, start, end):
            found = _day_beside(folded_line, start, start, end)
            if found and found.day:
                return found
            vague = _vague(vague, found)
    if folded_line.kind == SectionKey.APPLY:
        found = _day_beside(folded_line, 0, 0, len(folded))
        if found and found.day:
            return found
        vague = _vague(vague, found)
    return vague


def _day_in(folded_line: FoldedLine, start: int, end: int) -> Closing | None:
    part = folded_line.folded[start:end]

    def words(first: int, last: int) -> str:
        return folded_line.text[start + first : start + last]

    for day, first, last in (*days(part), *month_ends(part)):
        return Closing(Stated(day, words(first, last)))
    for each in figured_days(part):
        if each.day_first and each.month_first:
            return Closing(unsure=Stated(StatedDay(each.day_first, each.month_first), words(each.start, each.end)))
    for yearless, first, last in _yearless(folded_line.folded[max(0, start - 16) : end]):
        before = min(start, 16)
        if first >= before:
            return Closing(yearless=Stated(yearless, words(first - before, last - before)))
    return None


def _yearless(part: str) -> Iterator[tuple[YearlessDay, int, int]]:
    """Yield (day, start, end) for each day of folded text without its year; of figures those with only one order."""
    yield from yearless_days(part)
    yield from monthless_days(part)
    for match in _END_OF.finditer(part):
        month = next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(match["month"]))
        yield YearlessDay(month, monthrange(_COMMON_YEAR, month)[1]), match.start(), match.end()
    for match in _MONTH_AND_DAY.finditer(part):
        low, high = sorted((int(match[1]), int(match[2])))
        if 1 <= low <= len(MONTHS) < high <= monthrange(_COMMON_YEAR, low)[1]:
            yield YearlessDay(low, high, weekday_before(part, match.start())), match.start(), match.end()


def _day_beside(folded_line: FoldedLine, start: int, behind: int, end: int) -> Closing | None:
    """The day behind words such as "apply", where "by" and the like are right before it and no other day is meant."""
    folded = folded_line.folded
    reach = behind + 2 * _BESIDE - start
    part = folded[start : min(end, start + reach + 16)]  # a day at the end of the reach is read whole
    found = [(first, last) for _, first, last in (*days(part), *month_ends(part), *_yearless(part))]
    found += [(each.start, each.end) for each in figured_days(part)]
    for first, last in sorted(set(found)):
        until = _UNTIL.search(part, max(0, first - 90), first)
        if until and first < reach and not _OTHER_DAY.search(part, behind - start, first):
            return _day_in(folded_line, start + first, min(end, start + last + 3))
    return None
