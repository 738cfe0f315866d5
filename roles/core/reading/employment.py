"""How much of a week one works and on what contract, as a posting states it of its own post.

Words about staff, students or other people at work say nothing about the post.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from roles.core.document import EmploymentType
from roles.core.folding import fold
from roles.core.limits import SectionKey

from .bare_title import OF_A_TITLE
from .labels import Labelled
from .passages import Passage
from .posting import Stated
from .terms import BETWEEN

_FULL = r"(?:full[ -_]?time|f/t)"
_PART = r"(?:part[ -_]?time|p/t)"
# Words of other languages on the share of a week, and on the kind of contract.
_FULL_ABROAD = (
    r"vollzeit(?:stelle|beschäftigung|job)?|plein temps|tempo inteiro|pełny etat|temps plein|temps complet|"
    r"jornada completa|tiempo completo|tempo pieno|"
    r"tempo integral|voltijds?|fulltime|heltid"
)
_PART_ABROAD = (
    r"teilzeit(?:stelle|beschäftigung|job)?|temps partiel|media jornada|tiempo parcial|jornada parcial|part-time|"
    r"tempo parziale|tempo parcial|deeltijds?|parttime|deltid"
)
# Those who are full-time elsewhere, and what is asked of a day.
_OTHERS = (
    r"(?:availability|hours|staff|employees|team|teams|people|workers|colleagues|students?|nurses|drivers|bakers|"
    r"equivalents?|"
    r"workforce|fte|care|nursery|education|members?|crew|jobs|reports|volunteers|personnel|technicians|role experience)"
)
_EMPLOYMENT = (
    (
        EmploymentType.PART_TIME,
        re.compile(rf"(?<![\w-])(?<!time and )(?<!time & )(?:{_PART}|{_PART_ABROAD})\b(?! {_OTHERS}\b)"),
    ),
    (
        EmploymentType.FULL_TIME,
        re.compile(rf"(?<![\w-])(?:{_FULL}|{_FULL_ABROAD})\b(?! {_OTHERS}\b| (?:and|&) {_PART})"),
    ),
)
_OTHER_KINDS = (
    (
        EmploymentType.TEMPORARY,
        re.compile(
            r"\b(?:temporary|temp|interim|seasonal) (?:role|position|post|job|contract|assignment|"
            r"appointment|basis|vacancy|cover)\b|"
            r"\b(?:maternity|paternity|mat|parental|sick|adoption)(?: leave)? cover\b|\bthis (?:role|position|post|"
            r"job) is (?:temporary|seasonal)\b|\btemp(?:orary)?[ -]to[ -](?:perm\w*|hire)\b"
        ),
    ),
    (
        EmploymentType.CONTRACT,
        re.compile(
            r"\b(?:contract|freelance|consultancy) (?:role|position|post|job|basis|assignment|"
            r"opportunity|to hire)\b|\bcontract-to-|\bfixed[ -]term\b|\bftc\b|\b(?:day[ -]rate|w2|1099|c2c) contract\b|"
            r"\bcontract(?:,| for|:)? (?:an? )?(?:initial )?(?:\d{1,2}|three|six|nine|twelve|eighteen)[ -]months?\b|"
            r"\bcontract \((?:w-?2|1099|c2c|ftc|\d{1,2} months?)\)|"
            r"\b(?:\d{1,2}|one|two|three|six|nine|twelve|eighteen)[ -](?:months?|"
            r"years?)(?:'s?)? (?:\w+ )?(?:contract|term)\b|\bcdd\b|\bindependent contractor\b|"
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
    "interim": EmploymentType.TEMPORARY, "seasonal": EmploymentType.TEMPORARY, "ftc": EmploymentType.CONTRACT,
}  # fmt: skip
# Stated, but of no kind the portal has.
_NO_KIND = re.compile(r"\b(?:permanent|perm|unbefristet|cdi|indefinido|internship|per diem|zero[ -]hours|casual)\b")
_BEFORE_OTHERS = re.compile(
    r"\b(?:\d+|several|our|of|few|some|all|other|manage|managing|supervis\w+|hire|hiring|lead|leading)\b"
    r"(?:(?! - )[^.;,|•·()/\t:]){0,12}$"
)
# In a longer line it is said of whoever is named before it: "the bookkeeper (part-time) and the site manager".
_IN_BRACKETS = re.compile(r"\([^()]{4,20}\)")
_SHORT_LINE = 8


def employment_stated(
    passages: Sequence[Passage], labels: Iterable[Labelled]
) -> tuple[Stated[EmploymentType] | None, str]:
    """Return the kind of employment as the text states it, and words on it where no kind is meant: "permanent"."""
    labelled, permanent = _labelled(labels)
    if labelled:
        return labelled, ""
    found: dict[EmploymentType, str] = {}
    of_week: Stated[EmploymentType] | None = None  # where nothing else does: a season has full weeks, too
    for number, passage in enumerate(passages):
        folded = passage.folded
        of_title = passage.heading and OF_A_TITLE.search(passage.text)  # "OPERATIONS MANAGER – full-time, permanent"
        if (passage.heading and not of_title and not _WEEK_FIRST.match(folded)) or not _ANY_TERM.search(folded):
            continue
        kinds = list(_kinds_in(passage))
        if number == 0:
            if kind_of_title := _kind_of_title(folded):
                # "Interim Operations Director": its weeks may be full ones as well.
                return Stated(kind_of_title[0], passage.text[slice(*kind_of_title[1])]), ""
            kinds += _week_of_title(passage)
        terms = terms_of(folded)
        for kind, words in (*kinds, *_short_forms(passage, terms, number)):
            found.setdefault(kind, words)
        of_week = of_week or _week_alone(terms, folded, offered=passage.kind == SectionKey.PAY)
        if not permanent and (none := _NO_KIND.search(folded)):
            permanent = none[0]
    for kind in (EmploymentType.FULL_TIME, EmploymentType.PART_TIME, EmploymentType.TEMPORARY, EmploymentType.CONTRACT):
        if kind in found:
            return Stated(kind, found[kind]), ""
    return of_week, "" if of_week else permanent


def _labelled(labels: Iterable[Labelled]) -> tuple[Stated[EmploymentType] | None, str]:
    """The kind that a label gives: "Contract: 12 months"; else its words of no kind: "Type: permanent"."""
    permanent = ""
    for each in labels:
        if each.fact != "employment_type" or not each.value:
            continue
        if each.label.startswith("contract") and _MONTHS.match(fold(each.value)):
            return Stated(EmploymentType.CONTRACT, each.value), ""
        hours = " hours" if "hours" in each.label and each.value[-1].isdigit() else ""
        counted = [
            term for term in terms_of(fold(each.value)) if "hours" in each.label and _HOURS_ALONE.fullmatch(term)
        ]
        if kind := _kind_of_value(each.value + hours) or (_kind_of_value(counted[0]) if counted else None):
            return Stated(kind, each.value), ""
        if none := _NO_KIND.search(fold(each.value)):
            permanent = permanent or none[0]
    return None, permanent


def _kinds_in(passage: Passage) -> Iterator[tuple[EmploymentType, str]]:
    """Each kind that a passage names of the post, with the words."""
    folded = passage.folded
    for kind, words in _EMPLOYMENT:
        for match in words.finditer(folded):
            of_somebody = _IN_BRACKETS.match(folded, max(0, match.start() - 1)) and len(folded.split()) > _SHORT_LINE
            if not of_somebody and not _BEFORE_OTHERS.search(folded, max(0, match.start() - 30), match.start()):
                yield kind, passage.text[slice(*match.span())]
    for kind, words in _OTHER_KINDS:
        if other := words.search(folded):
            yield kind, passage.text[slice(*other.span())]
    for share in _SHARE.finditer(folded):
        if (kind_of_share := _kind_of_share(share)) and not _PERHAPS.search(
            folded, max(0, share.start() - 40), share.start()
        ):
            yield kind_of_share, passage.text[slice(*share.span())]


def _kind_of_share(share: re.Match[str]) -> EmploymentType | None:
    """Full time of 1.0 FTE, part time of what is clearly less; of 0.9 it is not known what the owner calls it."""
    written = share["behind"] or share["before"] or share["percent"]
    part = float(written.replace(",", ".")) / (100 if share["percent"] else 1)
    return EmploymentType.FULL_TIME if part == 1 else EmploymentType.PART_TIME if part < _ALMOST_FULL else None


def terms_of(folded: str) -> list[str]:
    """The parts of a short line between its commas, bars, slashes and stops: "Perm | 3 days/week" has two."""
    if len(folded) > _LINE_OF_TERMS:
        return []
    return [part.strip(" .!*_") for part in BETWEEN.split(_PER_WEEK.sub(" a week", folded))]


def _short_forms(passage: Passage, terms: Iterable[str], number: int) -> Iterator[tuple[EmploymentType, str]]:
    """Each short form that is a term of its own: "FT" and "PT" in capitals, "temp" and "contract" at the head."""
    for term in terms:
        at_head = term in _ALONE_AT_THE_HEAD and 0 < number < _HEAD and not passage.text.endswith(".")
        named = f"{term}:" in passage.folded or _NO_KIND.search(passage.folded)  # "Contract: permanent"
        if term in _ALONE or (at_head and not named):
            yield _CODES[term], term
    for match in _CAPITALS.finditer(passage.text):
        if number or match[1] == "FT":  # "Director of Operations, PT" may be of physiotherapy
            yield _CODES[match[1].lower()], match[1]


def _week_of_title(passage: Passage) -> list[tuple[EmploymentType, str]]:
    if of_title := _WEEK_OF_TITLE.search(passage.folded):
        kind = EmploymentType.FULL_TIME if of_title["most"] == "100" else EmploymentType.PART_TIME
        return [(kind, passage.text[slice(*of_title.span())].strip())]
    return []


def _week_alone(terms: Iterable[str], folded: str, *, offered: bool) -> Stated[EmploymentType] | None:
    """The kind that the hours of a week make, alone between other terms: "Permanent, 37.5 hours"."""
    hours_count = offered or _NO_KIND.search(folded) or _BY_THE_HOUR.search(folded)
    on_place = _DAYS_OF_A_PLACE.search(folded)
    for term in terms:
        bare = _OVER_DAYS.sub("", term)
        of_a_week = _HOURS_ALONE.fullmatch(bare) if hours_count or _OVER_SOME.search(term) else None
        if (_A_WEEK.fullmatch(bare) or of_a_week) and (kind := _kind_of_value(bare)):
            return Stated(kind, term)
        if (days := _DAYS_A_WEEK.fullmatch(term)) and (days["many"] or not on_place):
            return Stated(EmploymentType.FULL_TIME if days["many"] else EmploymentType.PART_TIME, term)
    if (few := _WORKS_DAYS.search(folded)) and not on_place:
        return Stated(EmploymentType.PART_TIME, few[0])
    return None


_WEEK_FIRST = re.compile(rf"(?:{_FULL}|{_PART})(?:\W|$)")
_ANY_TERM = re.compile(
    rf"{_FULL}|{_PART}|{_FULL_ABROAD}|{_PART_ABROAD}|contract|tempor|\btemp\b|interim|seasonal|freelance|fixed|"
    rf"\bftc\b|\bcd[di]\b|"
    r"cover\b|permanent|befristet|indefinido|internship|per diem|casual|consultancy|zero[ -]hours|"
    r"\bfte\b|\dfte\b|\bperm\b|\b[fp]/?t\b|\bdays?\b.{0,12}\b(?:week|wk|working)\b|\b[2-6][ -]day\b|\b(?:twenty|"
    r"thirty|forty) hours|\d ?(?:hours?|hrs)\b(?=,|\.| and| over)|"
    r"\d ?(?:hours?|hrs?|h) ?(?:per|a|each|/) ?(?:week|wk)|\d ?%\)?$"
)


# "0.6 FTE", "FTE: 1.0", "60% FTE"; "Operations Director 100 %", as Switzerland has it; "Hours: 22.5 per week".
_SHARE = re.compile(
    r"\bfte ?[:=]? ?(?P<behind>[01](?:[.,]\d\d?)?)(?![\d.,%]|\d)|(?<![\d.,])(?P<before>0?[.,]\d\d?|"
    r"1(?:[.,]00?)?) ?fte\b|"
    r"(?<![\d.,])(?P<percent>[1-9]\d|100) ?% (?:fte\b|of (?:a )?full[ -]time\b)"
)
_ALMOST_FULL = 0.9
# What may be agreed: "happy to talk about 0.8 FTE".
_PERHAPS = re.compile(r"\b(?:happy|open|consider\w*|could|would|possib\w+|discuss|talk|or|maybe|from)\b[^.;]{0,35}$")
# Terms of their own at the head of a posting only: a list of duties may have them as well.
_ALONE_AT_THE_HEAD = frozenset({"contract", "temp", "ftc"})
_HEAD = 10
_LINE_OF_TERMS = 200
_CAPITALS = re.compile(
    r"(?:^|[|,;·•/(–—\t] ?| - |: |[Pp]erm(?:anent)? )(FT|PT)(?=$| ?[|,;·•/)–—\t.]| - | (?:[Ee]xempt|[Ss]alar|"
    r"[Pp]erm|[Hh]ourly|&))"
)
_OVER_DAYS = re.compile(r" (?:over|across|spread|from|mon)\b.*$")
_OVER_SOME = re.compile(r"(?:over|across) (?:[3-6]|three|four|five|six) days")
_PER_WEEK = re.compile(r"(?<=[a-z\d]) ?/ ?(?:week|wk)\b")
# "3 days a week", "6 days working", "five-day week": how many days one works, where it is a term of its own.
_NUMBER_OF_DAYS = r"(?:(?P<many>five|six|[56])|two|three|four|[234])"
_DAYS_A_WEEK = re.compile(
    rf"{_NUMBER_OF_DAYS}[ -]days?(?:[ -](?:(?:a|per|each|in a) (?:week|wk)|working(?: week)?|week|weekly))"
)
_WORKS_DAYS = re.compile(
    r"\b(?:you(?:'ll|'d| will| would)? work|(?:role|post|job|position)(?: is| will be|:)|this is)(?: for)?(?: an?)? "
    r"(?:two|three|four|[234])[ -]days?(?:[ -](?:(?:a|per|each) )?week)(?=[.,;)]|$| (?:job|role|post|position))"
)
# Days that are those in an office or elsewhere are no share of a week.
_DAYS_OF_A_PLACE = re.compile(
    r"\b(?:home|office|on[ -]?site|remote(?:ly)?|hybrid|in[ -]person|wfh|here|there|travel\w*|road|wherever|"
    r"in (?:the|our))\b"
)
_WEEK_OF_TITLE = re.compile(r"(?<=[^\d\W]) \(?(?:[4-9]\d ?%?-)?(?P<most>100|[2-9]\d) ?%\)?$")
_OF_TITLE = re.compile(
    r"^(?P<temporary>temporary|interim|seasonal) (?!staff|labou?r|work|hous|accomm|event)|"
    r"[,(|–—-] ?(?:(?P<temporary2>temporary|interim|seasonal)|"
    r"(?P<contract>contract|freelance|fixed[ -]term|(?:\d{1,2}[ -]months? )?ftc))(?=$|[,)|]| [–—-] )"
)
_MONTHS = re.compile(r"(?:\d{1,2}|three|six|nine|twelve)[ -]months?\b")
# "Permanent, 37.5 hours": the hours alone between other terms are those of a week.
_HOURS_ALONE = re.compile(r"([1-4]\d(?:[.,]\d{1,2})?|twenty|thirty|forty) ?(?:hours?|hrs)")
_IN_WORDS = {"twenty": "20", "thirty": "30", "forty": "40"}
# "$31 an hour, 40 hours, paid holidays": beside pay by the hour, the hours alone are those of a week.
_BY_THE_HOUR = re.compile(r"\bdays over\b|\bmon(?:day)?s? ?(?:-|to) ?fri|\d ?(?:per|an|a|/) ?(?:hour|hr)\b")
_A_WEEK = re.compile(
    r"(\d{1,2}(?:[.,]\d{1,2})?) ?(?:hours?|hrs?|h|stunden)?,? ?(?:per|a|each|/|pro) ?(?:week|wk|woche)\b"
)
_PART_BELOW, _FULL_FROM = 30, 35
_ALONE = frozenset({"temporary", "seasonal", "freelance", "interim"})


def _kind_of_title(folded: str) -> tuple[EmploymentType, tuple[int, int]] | None:
    """The kind a title has in it, and where: "Interim Head of Operations", "Operations Director, contract"."""
    match = _OF_TITLE.search(folded)
    if not match or not match.lastgroup:
        return None
    kind = EmploymentType.CONTRACT if match["contract"] else EmploymentType.TEMPORARY
    return kind, match.span(match.lastgroup)


def _kind_of_value(value: str) -> EmploymentType | None:
    folded = fold(value).strip(" .")
    first = re.split(r"[,;/(|]|\s[–-]\s", folded)[0].strip()
    for key in (folded, first, first.replace("-", "_").replace(" ", "_"), folded.partition(" ")[0]):
        if key in _CODES:
            return _CODES[key]
    matches = [(match.start(), kind) for kind, words in _EMPLOYMENT if (match := words.search(folded))]
    if matches:
        return min(matches)[1]
    for kind, words in _OTHER_KINDS:
        if words.search(folded):
            return kind
    if (share := _SHARE.search(folded)) and (kind_of_share := _kind_of_share(share)):
        return kind_of_share
    if (days := _DAYS_A_WEEK.match(folded)) and not _DAYS_OF_A_PLACE.search(folded):
        return EmploymentType.FULL_TIME if days["many"] else EmploymentType.PART_TIME
    if hours := _A_WEEK.search(folded) or _HOURS_ALONE.fullmatch(folded):
        number = float(_IN_WORDS.get(hours[1], hours[1]).replace(",", "."))
        if number < _PART_BELOW or number >= _FULL_FROM:
            return EmploymentType.PART_TIME if number < _PART_BELOW else EmploymentType.FULL_TIME
    return None
