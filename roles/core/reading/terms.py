"""Where one works, as a posting states it of its own post: on site, hybrid or remote.

Words about customers, nurses or other people at work say nothing about the post: a term counts where a label, a part
of a line of its own, or the sentence's subject makes it the post's.
"""

import re
from collections.abc import Iterable, Sequence

from roles.core.document import Workplace
from roles.core.folding import fold

from .labels import Labelled
from .passages import Passage
from .posting import Stated
from .workplace_told import (
    ASKED,
    AT_A_PLACE,
    HOME_DAYS,
    HYBRID_ALONE,
    HYBRID_TOLD,
    MORE_ON_SITE,
    ON_SITE_TOLD,
    ON_THE_ROAD,
    REMOTE_TOLD,
    SITE_ALONE,
    SITE_BASED,
)

_POST = (
    r"(?:role|position|post|job|opportunity|vacancy|work|working|employment|schedule|"
    r"arrangement|policy|model|basis|contract|environment|team)"
)
_SITE = (
    r"(?:\w+ )?(?:offices?|plant|site|warehouse|bakery|clinic|practice|factory|store|shop|depot|school|theatre|theater|"
    r"studios?|restaurant|hotel|workshop|mill|kitchen|yard|brewery|museum|farm|building|premises|lab(?:oratory)?|"
    r"garage|"
    r"salon|cent(?:er|re)|base|facility|showroom|dealership|branch|nursery|winery|dairy|bakehouse|pottery|library)"
)
_FULLY = r"(?:working |fully |100 ?% |completely |entirely |mostly |primarily |permanently )?"
_REMOTE = (
    r"(?:remote(?:ly)?|work(?:ing)? from (?:home|anywhere|wherever)|home[ -]?based|telecommut\w*|telework\w*|wfh|"
    r"télétravail|teletrabajo|remoto|a distancia)"
)
_ON_SITE = (
    r"(?:on[ -]?site|on premises|on[ -]property|on[ -]campus|wfo|in[ -](?:the )?office|in[ -]person|"
    rf"{SITE_BASED}|"
    r"work(?:ing)? from (?:the |our )?(?:office|plant|site|factory|shop|warehouse)|"
    r"vor ort|sur site|(?:sur place|en présence|en présentiel)|presencial|in presenza|op locatie|på plats)"
)
_WAYS = (
    (Workplace.HYBRID, r"(?:hybride?|híbrid[oa])"),
    (Workplace.REMOTE, _REMOTE),
    (Workplace.ON_SITE, _ON_SITE),
)
# What a value, or a part of a line, is as a whole.
_WHOLE = tuple(
    (
        kind,
        re.compile(
            rf"(?:\d |t |(?:ft|pt|f/t|p/t|all|mode) )?(?:{_FULLY}{words})(?: {_POST})?(?: ?[,:(–-]+.{{0,80}}|"
            r" (?:in|at|on|from|within|across|throughout|anywhere|only|with|first|based|working|remote|most(?:ly)?|"
            r"every|all|\d|"
            r"one|two|three|four|five|six|obviously|of course|please|required|daily|always|role|mon|tue|wed|"
            r"[(+&]).{0,80})?"
        ),
    )
    for kind, words in _WAYS
)
_BESIDE = tuple(
    (
        kind,
        re.compile(
            # "a remote position"; "the role is hybrid", "you will work on site"; "three days a week in the office".
            rf"\b{_FULLY}{words},? (?:(?:full|part)[ -]time |permanent |contract |leadership |senior )?{_POST}\b|"
            rf"\b(?:role|position|post|job|work|this|vacancy|opportunity)(?: itself)? (?:is|will be|"
            rf"can be|may be|would be)(?: an?)?"
            rf" (?:(?:full|part)[ -]time,? (?:and )?)?{_FULLY}{words}\b|"
            rf"\byou(?:'ll| will| can| may| would)? (?:be )?(?:work(?:ing)? )?{_FULLY}{words}\b|"
            rf"\b(?:we|we're|team|company|everyone|everybody)(?: are| is)?(?: all)? (?:fully |100 ?% |completely |"
            rf"entirely ){words}\b|"
            rf"\bwork (?:is )?(?:done )?{_FULLY}{words}\b"
            + (
                r"|\b(?:one|two|three|four|\d)(?: ?(?:-|–|to|or) ?(?:two|three|four|\d))? days? (?:a|per|"
                r"each|every) week"
                r" (?:in|at|from) (?:the |our )?(?:\w+ )?(?:office|home|site)\b|"
                r"\b(?:one|two|three|four|a|\d) (?:day )?(?:days? )?(?:(?:a|per) week )?(?:of|from|"
                r"at) home(?: office)?\b|"
                r"\b(?:one|two|three|a|\d) (?:home|wfh|work[ -]from[ -]home|home[ -]?working|remote) days?\b|"
                r"\bhome[ -]office (?:possible|option|days?)\b|"
                r"\bat home (?:one|two|three|four|up to \w+|\d) days?\b|\b(?:partly|partially) (?:at|from) home\b|"
                rf"\b{_ON_SITE}[^.;]{{0,40}}\b\w+days? (?:is |are )?optional\b|"
                r"\b(?:deels|gedeeltelijk|teilweise|en partie|parcialmente) (?:thuis|zu ?hause|mobil|télétravail|"
                r"remoto)|"
                r"\bhybrid[ -](?:working|remote)|"
                r"\b(?:in|at) the office\b[^.;]{0,60}\bfrom home\b|\bfrom home\b[^.;]{0,60}\b(?:in|at) the office\b"
                if kind is Workplace.HYBRID
                else ""
            )
            + (
                r"|\bbased (?:at|in|out of|from) our (?!clients?\b|customers?\b)\w+|\bin person (?:monday|mon|"
                r"every|daily|five|each|full[ -]time)|"
                r"\b(?:you|he|she|they|director|manager)\b[^.;,]{0,60}\bon[ -]?site"
                r"(?= ?[.,;)]|$| (?:every|each|all|most|full|(?:four|five|six|[456]) days)\b)|"
                rf"\byou(?:'ll| will)? work\b[^.;,]{{0,30}}\bat (?:the|our) {_SITE}\b"
                r"|\bat our (?:office|plant|warehouse|store|clinic) (?:full[ -]time|every day|five days)"
                if kind is Workplace.ON_SITE
                else ""
            )
        ),
    )
    for kind, words in _WAYS
)
# "Télétravail : 2 jours par semaine".
_SOME_DAYS = re.compile(
    r"(?:up to |jusqu'à |bis zu |hasta )?(?:one|two|three|four|[1-4])(?: ?[-–] ?[1-4])? "
    r"(?:days?|jours?|tage?|días?|dagen|giorni)\b"
)
_NO = re.compile(r"\b(?:would consider|might consider|no|not|never|without|isn't|cannot|can't)\b[^.;]{0,30}$")
_NEGATED = re.compile(
    r"\b(?:not|no|isn't|never|cannot be|can't be) (?:a |an |offered |available |eligible for |be |open to )?(?:fully )?"
    r"(?:remote|work(?:ing)? from home|telecommut)|\bremote (?:work|working) is not\b|\bdoes not offer remote\b"
)
_OTHERS = re.compile(
    r"\b(?:customers?|clients?|patients?|guests?|pupils|students|children|members|residents|volunteers|nurses|carers|"
    r"engineers|drivers|people at home|car(?:e|es|ing) for|look(?:s|ing)? after people)\b(?![^.;]*\byou\b)"
)
_HYBRID_OTHER = re.compile(r"\bhybrid (?:vehicles?|cars?|cloud|fleet|trucks?|seeds?|engines?|events?)")
_REMOTE_OTHER = re.compile(
    r"\bremote (?:sites?|teams?|locations?|workers|staff|areas?|support|monitoring|access|controls?|employees|offices|"
    r"communities|sensing)"
)
_EITHER = re.compile(r"\bremote(?: \w+)? or (?!\w{2}\b)|\bor (?:fully )?remote\b")
BETWEEN = re.compile(
    r"(?<=time) and |\band (?=full|part|perm)|"
    r"[·•|\t;/()\[\]]|,(?!(?<=\d,)\d)(?! \w+ing\b)|\s[–—-]\s|\. |\s{2,}|:\s|\.$|!"
)

# Beside the hours of the post, as parts of a line: "Full-time, in store".
_AT_SITE = re.compile(
    rf"(?:all |based )?(?:(?:at|in|on|from) (?:the|our) {_SITE}(?: (?:in|on|at) .{{1,30}})?|in[ -]store)"
)
_HOURS = re.compile(r"\bhours: ?\d|\b(?:full|part)[ -]time\b|\bpermanent\b")


def workplace_stated(
    passages: Sequence[Passage], labels: Iterable[Labelled], beside_place: str
) -> Stated[Workplace] | None:
    """Return where the work is done as the text states it; `beside_place` are words found with the place."""
    for each in labels:
        if each.fact == "workplace" and each.value:
            answer = fold(each.value).strip(" .")
            if re.match(r"(?:no|none|not|false|n/a)\b", answer):
                if each.label not in ("on-site", "onsite", "hybrid"):
                    return Stated(Workplace.ON_SITE, each.value)
            elif re.match(r"(?:yes|true)\b", answer):
                if kind := _whole(each.label.rstrip("?")):
                    return Stated(kind, each.value)
            elif kind := _whole(answer):
                return Stated(kind, each.value)
            elif _SOME_DAYS.match(answer):
                return Stated(Workplace.HYBRID, each.value)
            elif SITE_ALONE.fullmatch(answer):
                return Stated(Workplace.ON_SITE, each.value)
    if beside_place and (kind := _whole(fold(beside_place)) or _at_a_site(beside_place)):
        beside = (each.folded for each in passages if fold(beside_place) in each.folded)
        if kind is not Workplace.REMOTE or not any(map(HYBRID_ALONE.search, beside)):
            return Stated(kind, beside_place)
    if any(ON_THE_ROAD.search(each.folded) and not HOME_DAYS.search(each.folded) for each in passages):
        return None
    found: dict[Workplace, str] = {}
    for passage in passages:
        folded = passage.folded
        if passage.heading or not _ANY_WAY.search(folded):
            continue
        for start, end in passage.sentences:
            if negated := _NEGATED.search(folded, start, end):
                return (found.get(Workplace.HYBRID) and Stated(Workplace.HYBRID, found[Workplace.HYBRID])) or Stated(
                    Workplace.ON_SITE, passage.text[slice(*negated.span())]
                )
            for kind, span in _in_sentence(folded, start, end):
                found.setdefault(kind, passage.text[slice(*span)])
    for kind in (Workplace.HYBRID, Workplace.REMOTE, Workplace.ON_SITE):
        if kind in found:
            return Stated(kind, found[kind])
    return _told(passages) or _of_a_site(labels)


def _of_a_site(labels: Iterable[Labelled]) -> Stated[Workplace] | None:
    """On site, where the place behind a label is a site and nothing else is stated: "Work site: Easton warehouse"."""
    found = (each.value for each in labels if each.fact == "job_location" and AT_A_PLACE.search(each.value))
    return next((Stated(Workplace.ON_SITE, value) for value in found), None)


# Each way with the words it is told in, likeliest first; all of a group have to be in one sentence.
_TOLD = (
    (Workplace.HYBRID, HYBRID_TOLD),
    (Workplace.HYBRID, (HYBRID_ALONE,)),
    (Workplace.ON_SITE, (ON_SITE_TOLD,)),
    (Workplace.ON_SITE, (MORE_ON_SITE,)),
    (Workplace.REMOTE, (REMOTE_TOLD,)),
)


def _told(passages: Sequence[Passage]) -> Stated[Workplace] | None:
    """The way of a sentence on the post's hours, work or days that has none of the terms; not other people's."""
    for passage in passages:
        if asked := ASKED.search(passage.folded):
            return Stated(Workplace.ON_SITE, passage.text[slice(*asked.span())])
    for kind, group in _TOLD:
        for passage in passages:
            for start, end in () if passage.heading else passage.sentences:
                if words := _in_one_sentence(passage, group, start, end):
                    return Stated(kind, words)
    return None


def _in_one_sentence(passage: Passage, group: Sequence[re.Pattern[str]], start: int, end: int) -> str:
    """What is said in a sentence that has a match of each expression, "" where one is missing or it is of others."""
    spans = []
    for words in group:
        match = next(
            (
                match
                for match in words.finditer(passage.folded, start, end)
                if not _OTHERS.search(passage.folded, max(start, match.start() - 60), match.end())
                and not (len(group) > 1 and _NO.search(passage.folded, max(start, match.start() - 40), match.start()))
            ),
            None,
        )
        if match is None:
            return ""
        spans.append(match.span())
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return passage.text[first:last].strip(" .,;")


_ANY_WAY = re.compile(
    rf"hybrid|\b{_REMOTE}|\b{_ON_SITE}|\bdays? (?:a|per|each|every) week|\bbased (?:at|in|out of|from) our\b|"
    rf"\bat our \w+ (?:full|every|five)|\bwork\b.{{0,30}}\bat (?:the|our)\b|"
    rf"\b(?:at|in|on|from) (?:the|our) {_SITE}|\bin[ -]store\b|\b(?:from|at|of) home\b|\bwfh\b|\bremote\b|"
    rf"\bhome (?:days?|office|on)\b|"
    r"\bthuis\b|\bzu ?hause\b|\bmobil\b"
)


def _at_a_site(place: str) -> Workplace | None:
    """On site, of what is behind a label such as "Place": "in the shop, Main Street"."""
    whole = fold(place)
    if _SOME_DAYS.search(whole):
        return Workplace.HYBRID if any(word in whole for word in ("rest", "home", "remote")) else None
    there = whole.partition(",")[0].partition(". ")[0].strip(" .")
    return Workplace.ON_SITE if _AT_SITE.fullmatch(there) or SITE_ALONE.fullmatch(there) else None


def _at_its_site(part: str, folded: str, at: int) -> Workplace | None:
    """On site, of "at our offices in Leeds" beside the hours: "Full-time, at our offices in Leeds"."""
    beside = _AT_SITE.fullmatch(part) and _HOURS.search(folded) and not _OTHERS.search(folded, max(0, at - 60), at)
    return Workplace.ON_SITE if beside else None


def _whole(folded: str) -> Workplace | None:
    if _HYBRID_OTHER.search(folded) or _REMOTE_OTHER.search(folded) or _EITHER.search(folded):
        return None
    kind = next((kind for kind, words in _WHOLE if words.fullmatch(folded)), None)
    return Workplace.HYBRID if kind and (HOME_DAYS.search(folded) or HYBRID_ALONE.search(folded)) else kind


def _in_sentence(folded: str, start: int, end: int) -> Iterable[tuple[Workplace, tuple[int, int]]]:
    """Yield the ways a sentence states: a part of it that is nothing else, or words beside the post."""
    at = start
    for between in (*BETWEEN.finditer(folded, start, end), None):
        stop = between.start() if between else end
        part = folded[at:stop].strip(" .!*_")
        if (
            part
            and len(part) <= 80
            and len(part.split()) <= 14
            and (kind := _whole(part) or _at_its_site(part, folded, at))
        ):
            offset = folded.index(part, at)
            yield kind, (offset, offset + len(part))
        at = between.end() if between else end
    for match in (*HOME_DAYS.finditer(folded, start, end), *HYBRID_ALONE.finditer(folded, start, end)):
        around = max(start, match.start() - 60)
        if not _OTHERS.search(folded, around, match.end()) and not _NO.search(folded, around, match.start()):
            yield Workplace.HYBRID, match.span()
    for kind, words in _BESIDE:
        for match in words.finditer(folded, start, end):
            if kind is Workplace.HYBRID and _HYBRID_OTHER.match(folded, match.start()):
                continue
            if kind is Workplace.REMOTE and _REMOTE_OTHER.search(folded, match.start(), min(end, match.end() + 12)):
                continue
            before = max(start, match.start() - 60)
            if kind is Workplace.HYBRID and _OTHERS.search(folded, before, match.start()):
                continue
            if not _NO.search(folded, max(start, match.start() - 40), match.start()):
                yield kind, match.span()
