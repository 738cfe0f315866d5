"""Where and how one works, as a posting states it of its own post: on site or remote, full-time or part-time.

Words about customers, nurses or other people at work say nothing about the post: a term counts where a label, a part
of a line of its own, or the sentence's subject makes it the post's.
"""

import re
from collections.abc import Iterable, Sequence

from roles.core.document import EmploymentType, Workplace
from roles.core.folding import fold

from .labels import Labelled
from .passages import Passage
from .posting import Stated

_POST = (
    r"(?:role|position|post|job|opportunity|vacancy|work|working|employment|schedule|"
    r"arrangement|policy|model|basis|contract|environment|team)"
)
_FULLY = r"(?:fully |100 ?% |completely |entirely |mostly |primarily |permanently )?"
_REMOTE = r"(?:remote(?:ly)?|work(?:ing)? from (?:home|anywhere)|home[ -]?based|telecommut\w*|telework\w*|wfh)"
_ON_SITE = r"(?:on[ -]?site|in[ -](?:the )?office|in[ -]person|office[ -]based|work(?:ing)? from (?:the )?office)"
_WAYS = (
    (Workplace.HYBRID, r"hybrid"),
    (Workplace.REMOTE, _REMOTE),
    (Workplace.ON_SITE, _ON_SITE),
)
# What a value, or a part of a line, is as a whole.
_WHOLE = tuple(
    (
        kind,
        re.compile(
            rf"(?:{_FULLY}{words})(?: {_POST})?(?: ?[,:(–-]+.{{0,80}}|"
            r" (?:in|from|within|across|throughout|anywhere|only|with|first|based|working|remote|\d).{0,80})?"
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
            rf"\bwork (?:is )?{_FULLY}{words}\b"
            + (
                r"|\b(?:one|two|three|four|\d)(?: ?(?:-|–|to|or) ?(?:two|three|four|\d))? days? (?:a|per|"
                r"each|every) week"
                r" (?:in|at|from) (?:the |our )?(?:\w+ )?(?:office|home|site)\b|"
                r"\b(?:one|two|three|four|\d) days? (?:a week )?(?:from|at) home\b|\bhybrid[ -](?:working|remote)"
                if kind is Workplace.HYBRID
                else ""
            )
            + (
                r"|\bbased at our \w+|\bin person (?:monday|mon|every|daily|five|each|full[ -]time)|"
                r"\b(?:you|he|she|they|director|manager)\b[^.;,]{0,60}\bon[ -]?site(?= ?[.,;)]|$)"
                r"|\bat our (?:office|plant|warehouse|store|clinic) (?:full[ -]time|every day|five days)"
                if kind is Workplace.ON_SITE
                else ""
            )
        ),
    )
    for kind, words in _WAYS
)
_NO = re.compile(r"\b(?:no|not|never|without|isn't|cannot|can't)\b[^.;]{0,30}$")
_NEGATED = re.compile(
    r"\b(?:not|no|isn't|never|cannot be|can't be) (?:a |an |offered |available |eligible for |be |open to )?(?:fully )?"
    r"(?:remote|work(?:ing)? from home|telecommut)|\bremote (?:work|working) is not\b|\bdoes not offer remote\b"
)
_HYBRID_OTHER = re.compile(r"\bhybrid (?:vehicles?|cars?|cloud|fleet|trucks?|seeds?|engines?|events?)")
_REMOTE_OTHER = re.compile(
    r"\bremote (?:sites?|teams?|locations?|workers|staff|areas?|support|monitoring|access|controls?|employees|offices|"
    r"communities|sensing)"
)
_EITHER = re.compile(r"\bremote(?: \w+)? or (?!\w{2}\b)|\bor (?:fully )?remote\b")
_BETWEEN = re.compile(
    r"(?<=time) and |\band (?=full|part|perm)|[·•|\t;/()\[\]]|,(?! \w+ing\b)|\s[–—-]\s|\. |\s{3,}|:\s|\.$|!"
)

_FULL = r"full[ -_]?time"
_PART = r"part[ -_]?time"
# Words of other languages on the share of a week, and on the kind of contract.
_FULL_ABROAD = (
    r"vollzeit|temps plein|temps complet|jornada completa|tiempo completo|tempo pieno|"
    r"tempo integral|voltijds?|fulltime|heltid"
)
_PART_ABROAD = (
    r"teilzeit|temps partiel|media jornada|tiempo parcial|jornada parcial|part-time|"
    r"tempo parziale|tempo parcial|deeltijds?|parttime|deltid"
)
# Those who are full-time elsewhere, and what is asked of a day.
_OTHERS = (
    r"(?:availability|hours|staff|employees?|team|teams|people|workers|colleagues|students?|nurses|drivers|bakers|equivalents?|"
    r"workforce|fte|care|nursery|education|members?|crew|jobs|reports|volunteers|personnel|technicians|role experience)"
)
_EMPLOYMENT = (
    (EmploymentType.PART_TIME, re.compile(rf"(?<![\w-])(?:{_PART}|{_PART_ABROAD})\b(?! {_OTHERS}\b)")),
    (EmploymentType.FULL_TIME, re.compile(rf"(?<![\w-])(?:{_FULL}|{_FULL_ABROAD})\b(?! {_OTHERS}\b)")),
)
_OTHER_KINDS = (
    (
        EmploymentType.TEMPORARY,
        re.compile(
            r"\b(?:temporary|temp|interim|seasonal) (?:role|position|post|job|contract|assignment|"
            r"appointment|basis|vacancy|cover)\b|"
            r"\b(?:maternity|paternity|parental leave|sick leave) cover\b|\bthis (?:role|position|post|"
            r"job) is (?:temporary|seasonal)\b"
        ),
    ),
    (
        EmploymentType.CONTRACT,
        re.compile(
            r"\b(?:contract|freelance|consultancy) (?:role|position|post|job|basis|assignment|"
            r"opportunity|to hire)\b|\bfixed[ -]term\b|\bftc\b|"
            r"\b\d{1,2}[ -]months?(?:'s?)? (?:\w+ )?contract\b|\bcdd\b|\bindependent contractor\b|"
            r"\bbefristet\b"
        ),
    ),
)
_CODES = {
    "full_time": EmploymentType.FULL_TIME, "fulltime": EmploymentType.FULL_TIME, "full": EmploymentType.FULL_TIME,
    "ft": EmploymentType.FULL_TIME, "part_time": EmploymentType.PART_TIME, "parttime": EmploymentType.PART_TIME,
    "part": EmploymentType.PART_TIME, "pt": EmploymentType.PART_TIME, "contractor": EmploymentType.CONTRACT,
    "contract": EmploymentType.CONTRACT, "freelance": EmploymentType.CONTRACT, "fixed term": EmploymentType.CONTRACT,
    "fixed-term": EmploymentType.CONTRACT, "temporary": EmploymentType.TEMPORARY, "temp": EmploymentType.TEMPORARY,
    "interim": EmploymentType.TEMPORARY, "seasonal": EmploymentType.TEMPORARY,
}  # fmt: skip
# Stated, but of no kind the portal has.
_NO_KIND = re.compile(r"\b(?:permanent|unbefristet|cdi|indefinido|internship|per diem|zero[ -]hours|casual)\b")
_BEFORE_OTHERS = re.compile(
    r"\b(?:\d+|several|our|of|few|some|all|other|manage|managing|supervis\w+|hire|hiring|lead|leading)\b[^.;,]{0,12}$"
)


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
    if beside_place and (kind := _whole(fold(beside_place))):
        return Stated(kind, beside_place)
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
    return None


_ANY_WAY = re.compile(
    rf"hybrid|\b{_REMOTE}|\b{_ON_SITE}|\bdays? (?:a|per|each|every) week|\bbased at our\b|"
    rf"\bat our \w+ (?:full|every|five)"
)


def _whole(folded: str) -> Workplace | None:
    if _HYBRID_OTHER.search(folded) or _REMOTE_OTHER.search(folded) or _EITHER.search(folded):
        return None
    return next((kind for kind, words in _WHOLE if words.fullmatch(folded)), None)


def _in_sentence(folded: str, start: int, end: int) -> Iterable[tuple[Workplace, tuple[int, int]]]:
    """Yield the ways a sentence states: a part of it that is nothing else, or words beside the post."""
    at = start
    for between in (*_BETWEEN.finditer(folded, start, end), None):
        stop = between.start() if between else end
        part = folded[at:stop].strip(" .!*_")
        if part and len(part) <= 40 and len(part.split()) <= 6 and (kind := _whole(part)):
            offset = folded.index(part, at)
            yield kind, (offset, offset + len(part))
        at = between.end() if between else end
    for kind, words in _BESIDE:
        for match in words.finditer(folded, start, end):
            if kind is Workplace.HYBRID and _HYBRID_OTHER.match(folded, match.start()):
                continue
            if kind is Workplace.REMOTE and _REMOTE_OTHER.search(folded, match.start(), min(end, match.end() + 12)):
                continue
            if not _NO.search(folded, max(start, match.start() - 40), match.start()):
                yield kind, match.span()


def employment_stated(
    passages: Sequence[Passage], labels: Iterable[Labelled]
) -> tuple[Stated[EmploymentType] | None, str]:
    """Return the kind of employment as the text states it, and words on it where no kind is meant: "permanent"."""
    permanent = ""
    for each in labels:
        if each.fact != "employment_type" or not each.value:
            continue
        if kind := _kind_of_value(each.value):
            return Stated(kind, each.value), ""
        if none := _NO_KIND.search(fold(each.value)):
            permanent = permanent or none[0]
    found: dict[EmploymentType, str] = {}
    for passage in passages:
        if passage.heading:
            continue
        folded = passage.folded
        if not _ANY_TERM.search(folded):
            continue
        for kind, words in _EMPLOYMENT:
            for match in words.finditer(folded):
                if not _BEFORE_OTHERS.search(folded, max(0, match.start() - 30), match.start()):
                    found.setdefault(kind, passage.text[slice(*match.span())])
        for kind, words in _OTHER_KINDS:
            if other := words.search(folded):
                found.setdefault(kind, passage.text[slice(*other.span())])
        if not permanent and (none := _NO_KIND.search(folded)):
            permanent = none[0]
    for kind in (EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.TEMPORARY, EmploymentType.CONTRACT):
        if kind in found:
            return Stated(kind, found[kind]), ""
    return None, permanent


_ANY_TERM = re.compile(
    rf"{_FULL}|{_PART}|{_FULL_ABROAD}|{_PART_ABROAD}|contract|tempor|\btemp\b|interim|seasonal|freelance|fixed|\bftc\b|\bcd[di]\b|"
    r"cover\b|permanent|befristet|indefinido|internship|per diem|casual|consultancy|zero[ -]hours"
)


def _kind_of_value(value: str) -> EmploymentType | None:
    folded = fold(value).strip(" .")
    first = re.split(r"[,;/(|]|\s[–-]\s", folded)[0].strip()
    for key in (folded, first, first.replace("-", "_").replace(" ", "_")):
        if key in _CODES:
            return _CODES[key]
    matches = [(match.start(), kind) for kind, words in _EMPLOYMENT if (match := words.search(folded))]
    if matches:
        return min(matches)[1]
    for kind, words in _OTHER_KINDS:
        if words.search(folded):
            return kind
    return None
