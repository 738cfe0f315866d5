"""Requirements that ask for more than the work: degrees, years, certificates as must-haves."""

import re
from collections.abc import Iterator

from roles.core.document import Focus
from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem, Span
from ..rule import Rule
from ..words.plain import alternatives

SOURCE = "24 real postings: a degree in 16, years of experience in 16, clustered at 3–5 and 10+; our judgement"
CERTIFICATES = "24 real postings: PMP in 1, APICS in none, Lean or Six Sigma in 2; our judgement"

# More than these is more than the market asks, by the focus of the role.
MOST_YEARS = {Focus.OPERATIONAL: 10, Focus.STRATEGIC: 12}
LEAST_YEARS = {Focus.OPERATIONAL: 5, Focus.STRATEGIC: 8}
_OPERATIONAL_TITLE = "director of operations"

_DEGREE = re.compile(
    r"\b(?:bachelor'?s?'?|master'?s?'?|(?:under|post)?graduate|good|strong|university|college|associate'?s?|"
    r"four-year|4-year|advanced|"
    r"business|engineering|related|relevant)(?: [a-z]{2,20}){0,1} degree\b|"
    r"\b(?:must|should) have a degree\b|\ba degree(?= is (?:required|needed|essential|a must))|"
    r"\b(?:bachelor|master) of (?:science|arts|business|engineering|commerce)\b|"
    r"\bdegree(?= (?:in|from|or higher|required|level|educated))|"
    r"\b(?:bachelor'?s'?|master'?s'?)(?= ?[:(-]? ?(?:in|of|required|essential)\b)|"
    r"\b(?:be|b\.e\.?|b\.?tech|m\.?tech|b\.?com)(?![\w.])(?=[^;,\n]{0,40}\b(?:mandatory|required|essential|"
    r"a must|only)\b)|"
    r"\b(?:ba|bs|bsc|b\.a\.?|b\.s\.?|b\.sc\.?|mba|ma|msc)(?:(?: ?/ ?| or )(?:ba|bs|bsc|b\.a\.?|b\.s\.?|b\.sc\.?|"
    r"ma|msc|ms|mba))+(?![\w])|"
    r"\b(?:ba|bs|bsc|b\.a\.|b\.s\.|b\.sc\.)(?= (?:required|essential|is required|mandatory|a must|needed))|"
    r"\bdegree[ -](?:educated|qualified)\b|\beducated to (?:a )?degree\b|\b(?:of )?graduate (?:calib(?:re|er)|"
    r"level|status)\b|"
    r"\b(?:university|college|engineering|business) graduates?\b(?= ?(?:[.,;!)]|$| with| required| only|"
    r" preferred| in\b))|"
    r"\b(?:honou?rs?|first-class|upper second|2[:.]1|2[:.]2) degree\b|\bpost-?graduate (?:qualification|diploma|"
    r"degree)\b|"
    r"\b(?:education|qualifications?|degree): ?(?:bachelor'?s?|master'?s?|degree|graduate|university)\b(?! or)|"
    r"\bany graduate\b|\bgraduate (?:in )?any\b|\bgraduates? only\b|"
    r"\b(?:titulación (?:universitaria|superior|en)|licenciatura|abgeschlossenes studium|hochschulabschluss|laurea|"
    r"diplôme (?:universitaire|d'ingénieur|en)|hbo-diploma|licenciado en)\b|"
    r"\b(?:must|should|need to|has to|have to) be (?:an? )?(?:university |college )?graduates?\b(?! of (?:our|the))|"
    r"\b(?:2[:.][12]|first|upper second)(?: or (?:better|above|higher)| minimum| honours)\b|\bfirst[- ]class degree\b|"
    r"(?<!sponsor an )(?<!fund an )(?<!offer an )\bmba\b|\b(?:b\.?a\.?|b\.?s\.?c?\.?)(?=[ /](?:degree|in|or))"
)
_EQUIVALENT = re.compile(
    rf"\b(?:{alternatives('requirements', 'instead of a degree')}|or (?:[a-z0-9'+-]+ ){{0,6}}experience|"
    rf"or (?:[a-z0-9'+-]+ ){{0,3}}(?:years|yrs) (?:of|in) )"
)
# "Bachelor's degree required, MBA preferred": the words right behind it count.
_SURELY = re.compile(r"[^,;.()]{0,60}?(?<!not) (?:required|essential|mandatory|a must)\b")
LONGEST_FIXED = 14  # words: at the end of a longer sentence, or behind a clause, more of them read badly
_CLAUSE = re.compile(r"\b(?:is|are|and|plus|who|which|that|required|needed|essential|must be)\b|[,;:(]")
_SOFT = re.compile(rf"\b{alternatives('requirements', 'softened')}")
_YEARS = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(?:(\d{{1,2}})|("
    + "|".join(["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "eighteen", "twenty"])
    + r"))(?: \(\d{1,2}\))?(?: ?\+| or more| plus)?(?: ?(?:-|to) ?\d{1,2}\+?)? (?:years?|yrs)\b\.?(?: ?\+)?|"
    r"\b(two|three|four) decades\b"
)
_NUMBERS = {
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "twenty": 20, "two": 20, "three": 30, "four": 40,
}  # fmt: skip
_FEW = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_FEW_YEARS = re.compile(
    rf"(?<![\w{SIGNS}.,/-])(?:(\d{{1,2}})|(" + "|".join(_FEW) + r"))(?: \(\d{1,2}\))?(?: ?\+| or more| plus)?"
    r"(?P<cap> ?(?:-|to) ?(?:\d{1,2}|\w{3,5}))?(?P<open>\+)? ?(?:years?|yrs)\b\.?(?: ?\+)?"
)
# What states nothing about the person: "in the first two years", "two years ago", "a three-year plan".
_OTHER_YEARS = re.compile(
    r"\b(?:first|last|next|past|every|each|within|over the|in the|for the|after|coming|these|or|instead of) $"
)
# "You don't need ten years": nobody is asked for them.
_NOT_ASKED = re.compile(
    r"\b(?:don't|do not|doesn't|does not|needn't|need not|no need|nobody needs|not (?:need|ask|require|look|count)\w*|"
    r"never|rather than|instead of|(?:matters?|counts?|says?|tells?|worth)(?: \w+){0,3} (?:less|more)|whether|"
    r"without|nor)"
    r"\b[^.;]{0,40}$"
)
BETTER = "What must they already have done? “Has run the whole of a team of about this size” says more."
EVIDENCE = (
    "Sackett and others 2022 (years of experience: validity .07); Van Iddekinge and others 2019 (81 samples: .06)"
)
_CAPPED = re.compile(r"\b(?:maximum|max\.?|no more than|not more than|at most|less than|under|up to) (?:of )?$")
_EXPERIENCE = re.compile(rf"\b{alternatives('requirements', 'experience')}")
# Years the business has behind it.
_OURS = re.compile(
    r"(?: of| experience| in business| now|,){0,3} (?:we|our|the (?:company|firm|business|shop|family))\b"
)
# Behind the years: of experience, of a kind of work, or in a trade.
_EXPERIENCE_ASKED = re.compile(
    r"['’]?(?: [\w-]+){0,6}? (?:experience|exp|background|leading|leadership|management|managing|running|supervising|"
    r"in|as|of|with|at)\b"
)
_ASKS = re.compile(rf"\b{alternatives('requirements', 'asked for')}")
# What the line is about, before the years it begins with: "Experience: 5 years", "You have ten years in retail".
_LEADS = re.compile(
    r"^(?:(?:you (?:have|bring|will have|'ll have|should have)|you've|ideally|brings?|has|have|having|over|about|"
    r"more than|experience(?: required)?:?|work experience:?|candidates? with|someone with|"
    r"somebody with)[ :-]{1,3}){0,3}$"
)
_IN_A_TRADE = re.compile(
    r"['’]? (?:minimum|min)\b| in (?:a |the )?(?!same\b|a row\b|advance\b|business\b|total\b|all\b|which\b)[a-z]"
)
_LABEL = re.compile(r"\bexperience(?: required| needed)?:[^.;]{0,20}$")
# Years by another count: a decade, or months enough to be years.
_OTHER_COUNTS = re.compile(
    r"\b(?:(?:a|one|at least a|over a|half a) decade|(?:2[4-9]|[3-9]\d|1[0-9]{2}) ?(?:\+ ?)?months'?)"
    r"(?= (?:or more )?(?:of |in |as |leading |running |managing )[^.;\n]{0,60}?\b(?:experience|leading|running|"
    r"managing|"
    r"leadership|management|in a )|'? experience)"
)
_NEAR = 300  # characters: a sentence is looked through as far as this from its years
_CERTIFICATE = re.compile(rf"\b{alternatives('requirements', 'certificates')}(?: certifi(?:ed|cation|cate)\b)?")


def find(context: Context) -> Iterator[Finding]:
    """Yield, of the must-haves, degrees without an equivalent, too many years, and certificates."""
    for item in _must_haves(context):
        yield from _degree(item)
        yield from _years(context, item)
        yield from _certificates(item)


def _must_haves(context: Context) -> Iterator[ReviewedItem]:
    """Yield what the posting asks for: its requirements, or whatever reads like one."""
    if any(context.sections(SectionKey.REQUIRED)):
        yield from context.of_kind(SectionKey.REQUIRED)
        return
    for item in context.items:
        if item.kind not in (
            SectionKey.PREFERRED,
            SectionKey.PAY,
            SectionKey.COMPANY,
            SectionKey.EQUAL_OPPORTUNITY,
            SectionKey.APPLY,
            SectionKey.SUCCESS,
        ):
            yield item


def _around(item: ReviewedItem, at: int) -> Span:
    """Return the span of the sentence around an offset, of an endless one what is near."""
    start, end = item.sentence_at(at)
    return max(start, at - _NEAR), min(end, at + _NEAR)


def _soft(item: ReviewedItem, at: int) -> bool:
    start, end = _around(item, at)
    start = item.text.rfind(";", start, at) + 1 or start
    end = item.text.find(";", at, end) + 1 or end
    return bool(_SOFT.search(item.folded, start, end))


def _degree(item: ReviewedItem) -> Iterator[Finding]:
    done = -1
    for match in item.matches(_DEGREE):
        start, end = item.sentence_at(match.start())
        asked = _SURELY.match(item.folded, match.end(), end)
        if start < done or (_soft(item, match.start()) and not asked):
            continue
        done = end
        if _EQUIVALENT.search(item.folded, start, end):
            continue
        stop = end
        while stop > match.end() and item.text[stop - 1] in " .!;,\n\t":
            stop -= 1
        sentence = item.folded[start:stop]
        fits = len(sentence.split()) <= LONGEST_FIXED and not _CLAUSE.search(sentence)
        yield item.finding(
            "requirements.degree",
            Level.SHOULD_FIX,
            "A degree is asked for without “or equivalent experience”.",
            why="Good operations people came up through the work; a bare degree turns them away.",
            source=SOURCE,
            span=(match.start(), stop),
            replacement=f"{item.text[match.start() : stop]}, or equivalent experience" if fits else None,
        )


def _years(context: Context, item: ReviewedItem) -> Iterator[Finding]:
    done: set[int] = set()
    yield from _too_many_years(context, item, done)
    yield from _years_asked(item, done)


def _years_asked(item: ReviewedItem, done: set[int]) -> Iterator[Finding]:
    """Yield each line that asks for years at all, once, with the better question."""
    if "year" not in item.folded and "yrs" not in item.folded:
        return
    for match in item.matches(_FEW_YEARS):
        start, end = _around(item, match.start())
        near = (max(start, match.start() - 80), min(end, match.end() + 80))
        if match.start() in done or (match["cap"] and not match["open"]) or _soft(item, match.start()):
            continue
        if _CAPPED.search(item.folded, max(start, match.start() - 24), match.start()):
            continue
        if _OURS.match(item.folded, match.end()) or _OTHER_YEARS.search(item.folded, start, match.start()):
            continue
        if _NOT_ASKED.search(item.folded, start, match.start()):
            continue
        if _DEGREE.search(item.folded, start, end) and _EQUIVALENT.search(item.folded, start, end):
            continue  # the years replace a degree
        labelled = _LABEL.search(item.folded, start, match.start())
        asked = item.kind == SectionKey.REQUIRED or _leads(item, match.start()) or _ASKS.search(item.folded, *near)
        if not labelled and not (asked and _EXPERIENCE_ASKED.match(item.folded, match.end(), end)):
            continue
        yield _better(item, match)
        return
    for match in item.matches(_OTHER_COUNTS):
        start, _ = _around(item, match.start())
        if _soft(item, match.start()) or _NOT_ASKED.search(item.folded, start, match.start()):
            continue
        if item.kind == SectionKey.REQUIRED or _leads(item, match.start()):
            yield _better(item, match)
            return


def _better(item: ReviewedItem, match: re.Match[str]) -> Finding:
    return item.finding(
        "requirements.asks_years",
        Level.CONSIDER,
        f"“{item.text[match.start() : match.end()]}”: {BETTER}",
        why="Years tell how long somebody has sat there, and hardly how well the work will go.",
        source=EVIDENCE,
        span=match.span(),
    )


def _leads(item: ReviewedItem, at: int) -> bool:
    """Whether a line of a list begins with what is at an offset, or with having it."""
    return at < 60 and _LEADS.match(item.folded, 0, at) is not None


def _focus(context: Context) -> Focus:
    """Return a role's focus; of a pasted text only the title shows, and one that leaves that open is strategic."""
    if not context.pasted:
        return context.document.promise.focus
    return Focus.OPERATIONAL if _OPERATIONAL_TITLE in context.document.title.lower() else Focus.STRATEGIC


def _too_many_years(context: Context, item: ReviewedItem, done: set[int]) -> Iterator[Finding]:
    focus = _focus(context)
    for match in _YEARS.finditer(item.folded):
        years = int(match[1]) if match[1] else _NUMBERS[match[2] or match[3]]
        start, end = item.sentence_at(match.start())
        if _CAPPED.search(item.folded, max(start, match.start() - 24), match.start()):
            continue  # an upper end, which the rule on age finds
        if _OURS.match(item.folded, match.end()):
            continue
        near = (max(start, match.start() - 80), min(end, match.end() + 80))
        asked = _EXPERIENCE.search(item.folded, *near) or _IN_A_TRADE.match(item.folded, match.end())
        if years <= MOST_YEARS[focus] or not asked or _soft(item, match.start()):
            continue
        leads = _leads(item, match.start())
        if item.kind != SectionKey.REQUIRED and not leads and not _ASKS.search(item.folded, *near):
            continue
        done.add(match.start())
        yield item.finding(
            "requirements.years",
            Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” is more than the market asks; "
            f"{LEAST_YEARS[focus]} or more is a usual floor for a small business.",
            why="Years are a poor stand-in for skill, and each one turns good people away.",
            source=SOURCE,
            span=match.span(),
        )


def _certificates(item: ReviewedItem) -> Iterator[Finding]:
    done = -1
    for match in _CERTIFICATE.finditer(item.folded):
        start, end = item.sentence_at(match.start())
        if start < done or _soft(item, match.start()):
            continue
        done = end
        if _EQUIVALENT.search(item.folded, start, end):
            continue
        if item.kind != SectionKey.REQUIRED and not _ASKS.search(item.folded, start, end):
            continue
        yield item.finding(
            "requirements.certificate",
            Level.SHOULD_FIX,
            f"“{item.text[match.start() : match.end()]}” is a must-have here. Unless the law asks for it, "
            "put it under what is good to have.",
            why="Hardly any posting for this work asks for one, so it mostly shrinks the field.",
            source=CERTIFICATES,
            span=match.span(),
        )


RULE = Rule("requirements", "Inflated requirements", find)
