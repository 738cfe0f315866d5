"""Age: words that limit who applies by years lived, and words that only sound like it."""

import re
from collections.abc import Iterator

from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from ..context import Context, ReviewedItem
from ..finding import Finding, Level
from ..rule import Rule
from ..words import Term, WordList

LAW = "29 CFR 1625.4(a); Age Discrimination in Employment Act, for employers with 20 people or more"
STUDY = (
    "Burn, Firoozi, Ladd and Neumark, “Help Really Wanted?” (NBER): advertisements with age-stereotyped "
    "wording drew fewer applicants over 40"
)
WHY_BLOCK = "A posting may not name an age or a stage of life that keeps older people from applying."
WHY_WARN = "Older applicants read this as “not you”, although the work asks for no age."
CAPS = "Kleber v. CareFusion (7th Cir. 2019) left such caps a legal risk elsewhere"

# Words before "young people" or "students" that make them those the business serves.
_HELPING = (
    *("help", "helps", "helping", "serve", "serves", "serving"),
    *("support", "supports", "supporting", "teach", "teaches", "teaching", "reach", "reaches", "reaching"),
)
_SERVING = ("for", "with", "of", "to", "among", *_HELPING)
# Words before them that make them those whom the post leads.
_LEADING = (
    *("lead", "leads", "leading", "mentor", "mentors", "mentoring", "train", "trains", "training", "coach", "coaches"),
    *("coaching", "supervise", "supervises", "supervising", "guide", "guides", "guiding", "develop", "develops"),
    *("developing", "manage", "manages", "managing", "induct", "onboard", "onboarding", "run", "runs", "running"),
)
_WHOSE = "(?:the |our |your |its )?"
_GRADUATES = "(?:recent|new|fresh)~(?:college |university |school |high school )?grad(?:uate)?s?"
_SERVED = (
    r"(?:young|college|university) (?:people|persons|adults|children|families|women|men|carers|learners|students?)"
)
_CUSTOMERS = (
    r"(?:customers?|clients?|guests?|visitors?|patients?|pupils?|readers?|users?|fans|players|residents?|tenants?|"
    r"shoppers|audiences?|viewers)"
)

block = WordList(
    "age.block",
    (
        Term("young", "names an age. Say what the work needs.", Level.MUST_FIX),
        Term("youthful", "names an age. Say what the work needs.", Level.MUST_FIX),
        Term(_GRADUATES, "keeps out everybody who graduated earlier.", Level.MUST_FIX),
        Term("class of 20[0-9][0-9]", "stands for an age.", Level.MUST_FIX),
        Term("college students?", "stands for an age.", Level.MUST_FIX),
        Term("university students?", "stands for an age.", Level.MUST_FIX),
        Term("digital~natives?", "stands for a year of birth. Name the software instead.", Level.MUST_FIX),
        Term("girls?", "names an age and a sex.", Level.MUST_FIX),
        Term("boys?", "names an age and a sex.", Level.MUST_FIX),
        Term(
            "mature,? (?:(?:and )?[a-z-]+,? ){0,2}?(?:person|individual|candidate|applicant|professional|attitude|"
            "outlook|manner|lady|gentleman|leader|worker|adult)",
            "is read as an age, in Britain too.",
            Level.MUST_FIX,
        ),
        Term("(?:you are|you're|must be|should be|someone|somebody) mature", "is read as an age.", Level.MUST_FIX),
        Term(
            "mature(?=,? (?:and )?(?:reliable|responsible|dependable|steady)[.,;]?$)",
            "is read as an age.",
            Level.MUST_FIX,
        ),
        Term("no older than", "sets an upper age.", Level.MUST_FIX),
        Term("under the age of (?:[2-6][0-9])", "sets an upper age.", Level.MUST_FIX),
        Term("under (?:[2-6][0-9]) (?:years old|years of age|preferred|only)", "sets an upper age.", Level.MUST_FIX),
        Term(
            "(?:candidates|applicants|anyone|someone|those) (?:aged )?under [2-6][0-9]",
            "sets an upper age.",
            Level.MUST_FIX,
        ),
        Term("under [2-6][0-9]s", "sets an upper age.", Level.MUST_FIX),
        Term("maximum age", "sets an upper age.", Level.MUST_FIX),
        Term("age limit", "sets an upper age.", Level.MUST_FIX),
        Term("over~qualified", "turns experienced people away.", Level.MUST_FIX),
        Term("(?:state|give|include) your (?:age|date of birth)", "asks for an age.", Level.SHOULD_FIX),
    ),
    why=WHY_BLOCK,
    source=LAW,
    protects=True,
    innocent=(
        *(f"{word} (?:[a-z]+ )?{_SERVED}" for word in _SERVING),
        *(f"{word} {_WHOSE}{_SERVED}" for word in _LEADING),
        *(f"{word} {_WHOSE}{_GRADUATES}" for word in (*_LEADING, *_HELPING)),
        f"{_GRADUATES} (?:mentoring|training|induction|onboarding|mentors?|trainers?)",
        *(
            f"{word} (?:[a-z]+ )?(?:girls|boys)(?: (?:and|or) (?:girls|boys))?"
            for word in _SERVING
            if word not in ("of", "to", "among")
        ),
        "young,? (?:(?:and )?[a-z-]+,? ){0,2}?(?:company|business|firm|brand|organi[sz]ation|startup|start-up|market|"
        "industry)",
        "young (?:plants?|trees?|animals?|cattle|stock|offenders?)",
        f"young {_CUSTOMERS}",
        "young (?:children|families|carers|learners|musicians|athletes|readers)",
        f"{_CUSTOMERS} (?:are|include) (?:[a-z]+,? ){{0,3}}?"
        "(?:young|college students?|university students?|boys|girls)",
        "brigham young",
        "young (?:men|women)'s christian association",
        "young professionals (?:network|group|board)",
        "(?:no|without an?|without any|not an?) (?:upper |maximum )?age limits?",
        "(?:no|without an?|not a) maximum age",
        "(?:not|never|nobody is|no one is) over~qualified",
        "young (?:&|and) (?:co|sons?|partners|company)",
        "ernst (?:&|and) young",
        "boys(?:'| &| and)? girls(?:'s)? club",
        "boys (?:&|and) girls club",
        "(?:girls|boys)'? (?:clothing|clothes|wear|fashion|shoes|toys|uniforms?|sports?|football|soccer|teams?)",
        "(?:girls'?|boys'?),? (?:and|&) (?:girls|boys|women|men|babies)'?s? (?:clothing|clothes|wear|fashion|shoes)",
        "girl (?:scouts?|guides?)",
        "girls'? (?:school|club|academy|team)",
        "boy scouts?",
        "boys'? (?:school|club|academy|team)",
        "at a young age",
    ),
)

warn = WordList(
    "age.warn",
    (
        Term("energetic", "is a stereotype of youth. Say what keeps the person busy.", Level.SHOULD_FIX),
        Term("high~energy", "is a stereotype of youth. Say what the days are like.", Level.SHOULD_FIX),
        Term(
            "hungry (?:for|to|and|individual|person|people|leader|team|manager|director|candidate|operator|"
            "professional|salesperson)",
            "is a stereotype of youth.",
            Level.SHOULD_FIX,
        ),
        Term("hungry(?=,)", "is a stereotype of youth.", Level.SHOULD_FIX),
        Term("up~and~coming", "is a stereotype of youth.", Level.SHOULD_FIX),
        Term("junior~minded", "is a stereotype of youth.", Level.SHOULD_FIX),
        Term("work hard,? (?:and )?play hard", "is a stereotype of youth.", Level.SHOULD_FIX),
        Term("fast~paced", "says little and puts older people off. Say how many orders, sites or visits."),
        Term(
            "fresh (?:perspectives?|ideas?|faces?|blood|thinking|talent|eyes)",
            "is often read as “young”. Say which change you want.",
        ),
        Term("vibrant", "is often read as “young”. Say what you mean."),
        Term("dynamic (?:young |and young )?team", "is often read as “young”. Say who is in the team."),
        Term("cultur(?:e|al)~fit", "lets a like-minded guess decide. Name two ways of working you need."),
        Term("tech~savvy", "is read as “young”. Name the software."),
        Term("technologically savvy", "is read as “young”. Name the software."),
    ),
    why=WHY_WARN,
    source=STUDY,
    innocent=(
        "hungry for (?:food|dinner|lunch)",
        "hungry to eat",
        "(?:feed|feeds|feeding|for|help|helps|helping|serve|serves|serving|to) "
        "hungry (?:people|families|children|guests)",
        "vibrant (?:colou?rs?|prints?|shades?|city|town|downtown|neighbou?rhoods?|communit(?:y|ies)|arts)",
        "fresh (?:food|fruit|produce|bread|fish|air)",
    ),
)

_THINGS = re.compile(
    r"\b(?:machin\w{1,4}|buildings?|equipment|trucks?|vans?|vehicles?|boilers?|systems?|hous(?:e|es|ing)|homes?|trees?|"
    r"presses|lines?|plants?|roofs?|pipes?|lifts?|ships?|boats?|cars?|wines?|firms?|contracts?|it|leases?)"
    r" (?:are |is |of |that are |which are )?$"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_RANGE = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(?:aged? |ages |between )?(?:1[89]|[2-6][0-9]) ?(?:-|to|and) ?[2-7][0-9] "
    r"(?:years? old|years of age|yrs old|year olds?)\b"
)
_AGED = re.compile(
    r"\b(?:aged?|ages)(?: range)?:? (?:between )?(?:1[89]|[2-6][0-9]) ?(?:-|to|and) ?[2-7][0-9]\b|"
    r"(?<=you are )between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:[.,;)]|$|years old|years of age))|"
    r"\b(?:people|candidates|applicants|someone|anyone|must be|should be|preferably|ideally) "
    r"between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:[.,;)]|$|years old|years of age))|"
    r"^between (?:1[89]|[2-6][0-9]) and [2-7][0-9](?= ?(?:\.?$|years old|years of age))"
)
_UNDER = re.compile(
    r"(?:(?<=you )|(?<=candidates )|(?<=applicants )|(?<=[.:;,(] )|^)(?:must|should) be (?:aged )?under [2-6][0-9]"
    rf"(?! ?[\w%{SIGNS}°])|^under [2-6][0-9](?= ?[.!]?$)"
)
_MAXIMUM = re.compile(
    r"\b(?:maximum|max\.?|no more than|not more than|at most|less than|under|up to) (?:of )?" + _NUMBER + r" "
    r"(?:years?|yrs)'?(?: of)?(?: [a-z-]{1,20}){0,2} experience\b"
)
_CAP = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(\d{{1,2}}) ?(?:-|to) ?(\d{{1,2}})\+? (?:years?|yrs)'?"
    r"(?= (?:of )?(?:[a-z&,-]{1,20} ){0,4}?(?:experience|background|leading|managing|running|"
    r"in(?! (?:advance|a row|total|all)))\b)"
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|min\.?|over|more than) $")


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that limit by age (in the title, too), sound like youth, or cap years of experience."""
    yield from block.findings(context.title)
    yield from (found for found in _numbers(context.title) if found.level is Level.MUST_FIX)
    for passage in context.passages:
        yield from block.findings(passage)
        yield from warn.findings(passage)
        yield from _numbers(passage)


def _numbers(passage: ReviewedItem) -> Iterator[Finding]:
    if passage.kind == SectionKey.EQUAL_OPPORTUNITY:
        return
    if passage.has_digits:
        yield from _ages(passage)
        yield from _caps(passage)
    if "experience" not in passage.folded:
        return
    for match in passage.matches(_MAXIMUM):
        yield passage.finding(
            "age.block",
            Level.MUST_FIX,
            f"“{passage.text[match.start() : match.end()]}” turns experienced people away.",
            why=WHY_BLOCK,
            source=LAW,
            span=match.span(),
        )


def _ages(passage: ReviewedItem) -> Iterator[Finding]:
    reach = -1
    for expression in (_RANGE, _AGED, _UNDER):
        for match in passage.matches(expression):
            if match.start() < reach or _THINGS.search(passage.folded, max(match.start() - 40, 0), match.start()):
                continue
            reach = match.end()
            yield passage.finding(
                "age.block",
                Level.MUST_FIX,
                f"“{passage.text[match.start() : match.end()]}” sets an age.",
                why=WHY_BLOCK,
                source=LAW,
                span=match.span(),
            )


def _caps(passage: ReviewedItem) -> Iterator[Finding]:
    for match in passage.matches(_CAP):
        if int(match[1]) < int(match[2]):
            words = passage.text[match.start() : match.end()]
            floor = _AT_LEAST.search(passage.folded, max(match.start() - 16, 0), match.start())
            apostrophe = words[-1] if words[-1] in "'’" else ""
            yield passage.finding(
                "age.cap",
                Level.CONSIDER,
                f"“{words}” has an upper end. Give the least you need.",
                why="An upper end tells people with more experience, who are mostly older, not to apply.",
                source=CAPS,
                span=match.span(),
                replacement=None if floor or match[1] == "0" else f"{match[1]} or more years{apostrophe}",
            )


RULE = Rule("age", "Words that limit or deter by age", find)
