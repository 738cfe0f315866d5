"""What a text states, as the expressions that several rules look for, all in lower case."""

import re
from datetime import date

from roles.core.dates import IN_FIGURES, days
from roles.core.document import EmploymentType, Workplace
from roles.core.limits import SectionKey

from .context import Context

REPORTS = re.compile(
    r"\b(?:report(?:s|ing)? (?:directly |straight )?(?:in)?to\b|answers? (?:directly )?to\b|"
    r"report(?:s|ing)?\b[^.;\n]{0,60} to (?:the |our )?(?:\w+ ){0,2}?"
    r"(?:owners?|founders?|ceo|president|board|managing directors?|chief \w+ officer)\b|"
    r"reporting line|to whom (?:you|it|the \w+) reports?\b)"
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
    r"apply no later than)\b"
)
BENEFITS = re.compile(
    r"\b(?:health|medical|dental|vision)(?:,? (?:and )?(?:dental|vision|medical)){0,3} (?:insurance|plan|cover|"
    r"coverage|benefits|allowance)|"
    r"\b(?:401 ?\(?k\)?|pension|retirement plan|paid (?:leave|time off|holidays?|vacation)|pto|vacation days|"
    r"annual leave|"
    r"days of (?:holiday|leave|paid|annual)|weeks of (?:paid |annual )?(?:leave|vacation|holiday)|sick (?:leave|"
    r"days)|parental leave|"
    r"life insurance|health (?:care|plan|allowance)|medical,? dental|dental)\b"
)
NO_BENEFITS = re.compile(r"\bno benefits\b|\bwithout benefits\b")
OTHER_PAY = re.compile(
    r"\b(?:bonus(?:es)?|commissions?|equity|stock|profit[ -]shar(?:e|ing)|incentives?|no other pay|overtime pay|tips)\b"
)
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
    """Whether the posting says what kind of employment it is, though perhaps of none the portal has: "permanent"."""
    return employment(context) is not None or bool(context.pasted and context.stated.employment_words)


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
    if context.pasted and (context.stated.closing_unsure or context.stated.stays_open):
        return True
    return closing_day(context) is not None or context.contains(CLOSES) or context.once(_day_of_figures)


def day_posted(context: Context) -> date | None:
    """Return the day a text gives as the one it was posted on."""
    return _day_beside(context, _POSTED)


_AI = re.compile(r"\bartificial intelligence\b|\bai\b|\ba\.i\.")
_APPLICANTS = re.compile(
    r"\b(?:applicants?|applications?|candidates?|r[eé]sum[eé]s?|cvs?|hiring|recruit(?:ing|ment)?|screening|interviews?)\b"
)
_CHOOSING = re.compile(
    r"\b(?:choos(?:e|es|ing)|select(?:s|ing|ion)?|assess(?:es|ing|ment)?|screens?|shortlist(?:s|ing)?|rank(?:s|ing)?)\b"
)
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
    for item in context.items:
        if item.has_digits and (item.kind == SectionKey.APPLY or APPLY.search(item.folded)):
            for day, start, _ in days(item.folded):
                if _UNTIL.search(item.folded, max(0, start - _BESIDE), start):
                    return day
    return None


def _day_of_figures(context: Context) -> bool:
    """Whether a line on how to apply gives a day in figures, whichever of two it is: "by 12/01/2027"."""
    return any(
        _UNTIL.search(item.folded, max(0, match.start() - _BESIDE), match.start())
        for item in context.items
        if item.has_digits and (item.kind == SectionKey.APPLY or APPLY.search(item.folded))
        for match in IN_FIGURES.finditer(item.folded)
    )


def _day_beside(context: Context, words: re.Pattern[str]) -> date | None:
    for item in context.items:
        if not item.has_digits:
            continue
        for match in words.finditer(item.folded):
            _, end = item.sentence_at(match.start())
            beside = item.folded[match.start() : min(end, match.end() + _BESIDE)]
            for day, start, _ in days(beside):
                if not _OTHER_DAY.search(beside, match.end() - match.start(), start):
                    return day
    return None
