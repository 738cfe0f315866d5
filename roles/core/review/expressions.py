"""What a text states, as the expressions that several rules look for, all in lower case."""

import re
from collections.abc import Iterator
from datetime import date

from roles.core.compose.apply_to import way
from roles.core.dates import IN_FIGURES, days
from roles.core.document import EmploymentType, Workplace
from roles.core.limits import SectionKey

from .context import Context
from .reviewed import ReviewedItem, once_an_item
from .words.plain import alternatives

# To report figures is a duty, and others may report to the role; whom the role itself reports to is meant.
REPORTS = re.compile(
    r"(?<!regular )(?<!regularly )(?<!monthly )(?<!weekly )(?<!financial )(?<!progress )(?<!timely )(?<!staff )"
    r"(?<!team )(?<!managers )(?<!people )(?<!leads )(?<!supervisors )(?<!of )(?<!with )(?<!for )(?<!all )"
    r"\breport(?:s|ing)? (?:directly |straight )?(?:in)?to\b|"
    r"\banswers? (?:directly )?to (?:the |our )?(?:\w+ ){0,2}?"
    r"(?:owners?|founders?|ceo|president|boards?|chair|directors?|partners?|trustees|chief \w+(?: officer)?)\b|"
    r"\breport(?:s|ing)?\b[^.;\n]{0,60} to (?:the |our )?(?:\w+ ){0,2}?"
    r"(?:owners?|founders?|ceo|president|managing directors?|chief \w+ officer)\b|"
    r"\b(?:accountable|answerable|responsible) (?:directly |solely )?to (?:the|our|a)\b|"
    r"\bunder the (?:\w+ ){0,2}(?:supervision|direction|guidance|leadership) of\b|"
    r"\breporting line\b|\bline manage[rd](?: is| by|:)|\bto whom (?:you|it|the \w+) (?:will )?reports?\b"
)
_REPORTED_AS_DUTY = re.compile(
    r"\b(?:regular|monthly|weekly|quarterly|annual|financial|board|timely) reporting to\b|"
    r"\breport(?:s|ing)? (?:the |on |regularly |monthly |weekly |all |any |figures|costs|progress|results|numbers)"
)
DECIDES = re.compile(
    r"\b(?:decid(?:e|es|ing)|decisions?|spend(?:s|ing)? up to|spending limit|sign(?:s|ing)? off|final say|"
    r"authori[sz](?:e|es|ing)|"
    r"authority|approv(?:e|es|ing|al)|without asking|budget of|own(?:s|ing)? the|full ownership|sets? the)\b"
)
FOCUSES = re.compile(
    r"\b(?:day[ -]to[ -]day|daily|every day|strateg(?:y|ic|ies)|long-term|multi-year|three-year|direction|goals?|"
    r"policies|policy|"
    r"runs? (?:the|our|day)|implement(?:s|ing|ation)?|oversees?|key performance|plans? into)\b"
)
_GROUP = (
    r"(?:(?:women|men|female|male|black|asian|trans|veterans|indigenous|aboriginal|disabled)\b|minorit(?:y|ies)|"
    r"people of colou?r|first nations|m[aā]ori|disabilit(?:y|ies)|lgbt|non-binary|all ages|older people|"
    r"under-?represented)"
)
EQUAL = re.compile(
    r"\b(?:equal[ -](?:employment[ -])?opportunit|without regard to|regardless of|(?:eeo|eoe)\b|"
    r"do(?:es)? not discriminate|non-?discrimination|all qualified applicants|welcome applications from (?:all|every)|"
    r"employment equity\b|disability confident\b|"
    # A group named as welcome: "We encourage applications from disabled people", "Women are encouraged to apply".
    rf"(?:welcom|encourag|invit)(?:es?|ing) applications from\b[^.\n]{{0,80}}\b{_GROUP}|"
    rf"encourag(?:e|es|ing)\b[^.\n]{{0,80}}\b{_GROUP}[^.\n]{{0,80}}\bto apply\b|"
    rf"{_GROUP}[^.\n]{{0,120}}\bencouraged to apply\b)"
)
APPLY = re.compile(
    r"[^\s@]@[^\s@]{1,64}\.[a-z]{2,}|https?://|www\.|"
    r"\b(?:apply (?:at|online|through|via|here|now|by|in person|on|with|using|to)|click (?:on |the )?[\"“]?apply|"
    r"send (?:us |your |a |an )|e-?mail (?:us|me|your|a)|(?:call|text|phone|ring|message) (?:or text )?(?:us|me)|"
    r"drop off|to apply|how to apply)\b|"
    r"\b(?:call|text|phone|ring|tel|telephone|contact)\b[^.!?\n]{0,40}?"
    r"[ :(](?:\d{2,5}[ ()./-]{1,3}\d{3}|\+\d[\d ()./-]{6})"
)
# An address to write to is a way to apply wherever it is: "jobs@alder.example", "jobs [at] alder [dot] example".
ADDRESS = re.compile(
    r"[^\s@]@[^\s@]{1,64}\.[a-z]{2,}|"
    r"\b[\w.+-]{1,64} ?[\[({<] ?(?:at|@) ?[\])}>] ?[\w-]{1,63}(?: ?[\[({<] ?(?:dot|\.) ?[\])}>] ?| dot |\.)[a-z]{2,}|"
    r"\b[\w.+-]{2,64} at [\w-]{2,63} dot [a-z]{2,10}\b"
)
WEB = re.compile(
    r"https?://\S{3}|\bwww\.\S{3}|\b[\w-]{2,63}\.(?:com|org|net|io|co\.uk|org\.uk|ca|ie|eu|example|jobs)\b"
)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ying|ications?|icants?)|send|submit|e-?mail|forward|mail|write to|cvs?|r[eé]sum[eé]s?|"
    r"call|text|phone|ring|tel|telephone|contact|msg|message|whatsapp|drop|hand|stop by|come (?:in|by)|walk[ -]?ins?)\b"
)
_TO_APPLY = re.compile(
    r"\b(?:appl(?:y|ying|ications?)|send|submit|e-?mail|forward|cvs?|r[eé]sum[eé]s?|cover letter|contact|form|"
    r"interested)\b"
)
_NUMBER_TO_RING = re.compile(
    r"\b(?:call|text|phone|ring|tel|telephone|contact|msg|message|whatsapp|speak to)\b[^.!?\n]{0,60}?"
    r"(?:\(?\d{2,5}\)?[ ./-]{1,3}\d{3}|\+\d[\d ()./-]{6}|\b0\d{8,})"
)
_DOOR = re.compile(
    r"\bwalk[ -]?ins? (?:are )?(?:welcome|accepted|at|from|any|on|every|between|to|during|mon|week)\w*\b|"
    r"\bapply in person\b|"
    r"\b(?:drop|hand) (?:it |them |your \w+ |an? \w+ )?(?:off|in|by) (?:at|to|behind|between)\b|"
    r"\b(?:come|stop|pop) (?:in|by) (?:to|and|our|the|at)\b|\bby post to\b|"
    r"\b(?:write|apply in writing) to [^.\n]{0,60}\d|"
    r"\b(?:bring|mail|post|deliver)(?: or (?:bring|mail|post|deliver))? (?:an?|your|the) [^.;:\n]{2,60}? to \d|"
    r"\bp\.?o\.? box \d|"
    r"^(?:easy apply|apply now|quick apply|apply on company (?:web)?site)[!.]?$"
)
# How one applies, not until when: "apply by email", "by sending …".
_MEANS = (
    r" (?:an? )?(?:e-?mail|mail|post|phone|telephone|letter|text|fax|message|whatsapp|linkedin|"
    r"(?:send|writ|click|us|visit|call|email|submitt|fill|complet|upload|reply|contact|go)ing)\b"
)
CLOSES = re.compile(
    r"\b(?:(?:applications?|application window|posting|vacancy|post|ad) (?:will )?closes?\b(?=[^.\n]{0,40}\d)|"
    rf"appl(?:y|ications?)(?: are| is)?(?: open| due| close[sd]?| accepted)?"
    rf"(?: by{_MEANS}[^.;\n]{{0,40}}?)?(?: by(?!{_MEANS})| before| until)|"
    r"clos(?:es|ing)(?: date| on)|"
    r"deadline(?=:| is| to| for| of)|application deadline|open until|until filled|rolling basis|ongoing basis|"
    r"rolling (?:applications?|recruitment|deadline)|applications? (?:stay|remain|are)(?: always)? open|"
    r"end(?:s|ing) (?:on )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|"
    r"apply no later than)\b"
)
BENEFITS = re.compile(rf"\b{alternatives('benefits', 'benefits')}")
NO_BENEFITS = re.compile(r"\bno benefits\b|\bwithout benefits\b")
OTHER_PAY = re.compile(rf"\b{alternatives('benefits', 'other pay')}")
VACANCY = re.compile(
    r"\b(?:existing|current|actual|genuine|immediate|open) vacancy\b|\bvacancy exists\b|\bno (?:\w+ )?vacancy\b|"
    r"\bvacancy is (?:open|current|real|immediate|available|existing|for)\b|\bvacancy(?: status)?:|"
    r"\b(?:this|the) (?:posting|ad|advertisement|job|role|post|position|opening) (?:is|fills)\b[^.\n]{0,40}\bvacanc|"
    r"\bfor an? vacancy\b|\bfor (?:an? |any )?(?:possible |potential )?future (?:vacanc|opening)|"
    r"\b(?:for|join) (?:our|a|the) talent pool\b"
)


def workplace(context: Context) -> Workplace | None:
    """Return where the work is done: the fact, or what a pasted text states of its post; None for nothing."""
    if not context.pasted:
        return context.document.facts.workplace
    return context.stated.workplace.value if context.stated.workplace else None


def employment(context: Context) -> EmploymentType | None:
    """Return the kind of employment, likewise."""
    if not context.pasted:
        return context.document.facts.employment_type
    return context.stated.employment_type.value if context.stated.employment_type else None


def states_employment(context: Context) -> bool:
    """Whether the posting states what kind of employment it is, though perhaps of none the portal has: "permanent"."""
    return employment(context) is not None or bool(context.pasted and context.stated.employment_words)


def can_apply(context: Context) -> bool:
    """Whether the posting gives somewhere to go to apply: an address, a number, a door."""
    if context.pasted:
        return context.once(_somewhere_to_apply)
    return any(
        "@" in item.text
        or "://" in item.text
        or "www." in item.folded
        or (item.kind == SectionKey.APPLY and way(item.text))
        for item in context.items
    )


def names_superior(context: Context) -> bool:
    """Whether the posting names whom the role reports to, from either side; "regular reporting" does not."""
    if context.pasted:
        return context.once(_reports)
    return bool(context.document.facts.reports_to.strip()) or context.contains(REPORTS)


def ai_statement(context: Context) -> bool:
    """Whether a text states if artificial intelligence is used to choose applicants; "You will use AI" does not."""
    for item in context.items:
        for match in _AI.finditer(item.folded):
            start, end = item.sentence_at(match.start())
            start, end = max(start, match.start() - _AROUND), min(end, match.end() + _AROUND)
            if _APPLICANTS.search(item.folded, start, end):
                return True
            if _CHOOSING.search(item.folded, start, end) and not _YOU.search(item.folded, start, end):
                return True
    return False


def closing_day(context: Context) -> date | None:
    """Return the last day to apply: the fact, or the day a text names beside “apply by” and the like."""
    if context.pasted:
        return context.stated.closing_date.value if context.stated.closing_date else None
    return context.document.facts.valid_through or context.once(_closing_day_written)


def closes(context: Context) -> bool:
    """Whether the posting states until when somebody can apply, or that there is no last day."""
    stated = context.stated if context.pasted else None
    if stated and (stated.closing_unsure or stated.closing_yearless or stated.stays_open):
        return True
    return closing_day(context) is not None or context.contains(CLOSES) or context.once(_day_of_figures)


def day_posted(context: Context) -> date | None:
    """Return the day a text gives as the one it was posted on."""
    return _day_beside(context, _POSTED)


def _somewhere_to_apply(context: Context) -> bool:
    """Whether a pasted text gives an address to write to, or asks to apply at, ring or come to one it names."""
    return any(item.once(_leads_somewhere, _leads_somewhere) for item in context.items)


def _leads_somewhere(item: ReviewedItem) -> bool:
    if ADDRESS.search(item.folded):
        return True
    if not (item.kind == SectionKey.APPLY or _APPLYING.search(item.folded) or "interested" in item.folded):
        return False
    to_apply = item.kind == SectionKey.APPLY or _TO_APPLY.search(item.folded)
    if (to_apply and WEB.search(item.folded)) or _DOOR.search(item.folded):
        return True
    return bool(item.has_digits and _NUMBER_TO_RING.search(item.folded))


def _reports(context: Context) -> bool:
    if context.stated.reports_to:
        return True
    for item in context.items:
        for match in REPORTS.finditer(item.folded):
            start, end = item.sentence_at(match.start())
            if not _REPORTED_AS_DUTY.search(item.folded, max(start, match.start() - 20), min(end, match.end())):
                return True
    return False


_AI = re.compile(r"\bartificial intelligence\b|\bai\b|\ba\.i\.")
_APPLICANTS = re.compile(rf"\b{alternatives('choosing_applicants', 'applicants')}")
_CHOOSING = re.compile(rf"\b{alternatives('choosing_applicants', 'choosing')}")
_YOU = re.compile(r"\byou(?:'ll)?\b")
_POSTED = re.compile(r"\b(?:date posted|posted(?: on)?|published(?: on)?)\b")
# CLOSES less what states that there is no such day.
_LAST_DAY = re.compile(rf"(?!until filled|rolling|ongoing|open until filled){CLOSES.pattern}")
# The day is right behind these: "by Friday, 30 January 2027".
_UNTIL = re.compile(
    r"\b(?:by|before|until|till|through|no later than|deadline|closing(?: date)?|clos(?:es|ing) on|due)"
    r"(?: (?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?|noon|midday|midnight|close of business),?)?"
    r"(?: on| is|:)?[ (]*(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?(?:the )?$"
)
# What a day further off would rather be the day of.
_OTHER_DAY = re.compile(r"\b(?:since|founded|established|opened|started|posted|published|updated|born)\b")
_BESIDE = 60
_AROUND = 200


def _closing_day_written(context: Context) -> date | None:
    return _day_beside(context, _LAST_DAY) or _day_to_apply(context)


def _day_to_apply(context: Context) -> date | None:
    """Return the last day in a line on how to apply: "Write to … by 30 January 2027"."""
    return next((day for item in context.items for day in _days_to_apply(item)), None)


@once_an_item
def _days_to_apply(item: ReviewedItem) -> Iterator[date]:
    if _on_applying(item):
        for day, start, _ in days(item.folded):
            if _UNTIL.search(item.folded, max(0, start - _BESIDE), start):
                yield day


def _on_applying(item: ReviewedItem) -> bool:
    return item.has_digits and bool(item.kind == SectionKey.APPLY or APPLY.search(item.folded))


def _day_of_figures(context: Context) -> bool:
    """Whether a line on how to apply gives a day in figures, whichever of two it is: "by 12/01/2027"."""
    return any(_in_figures(item) for item in context.items)


@once_an_item
def _in_figures(item: ReviewedItem) -> Iterator[str]:
    if _on_applying(item):
        for match in IN_FIGURES.finditer(item.folded):
            if _UNTIL.search(item.folded, max(0, match.start() - _BESIDE), match.start()):
                yield match[0]


def _day_beside(context: Context, words: re.Pattern[str]) -> date | None:
    asked = _day_beside, words
    found = (item.once(asked, lambda item: next(_days_beside(item, words), None)) for item in context.items)
    return next((day for day in found if day), None)


def _days_beside(item: ReviewedItem, words: re.Pattern[str]) -> Iterator[date]:
    if not item.has_digits:
        return
    for match in words.finditer(item.folded):
        _, end = item.sentence_at(match.start())
        beside = item.folded[match.start() : min(end, match.end() + _BESIDE)]
        for day, start, _ in days(beside):
            if not _OTHER_DAY.search(beside, match.end() - match.start(), start):
                yield day
