"""The title, the business and how many people it has, as a posting states them."""

import re
from collections.abc import Iterable, Sequence

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import read_place

from .bare_title import NO_TITLE, OF_A_TITLE, bare_title, title_in_text
from .headings import is_known, is_title
from .labels import Labelled
from .leftovers import is_leftover
from .lines import Line
from .passages import Passage
from .posting import Stated
from .title_field import with_its_field

_LOOKED_AT = 4
_AT = re.compile(
    r"(?:\bat|@|\bwith|\bfor) (?P<name>(?:the )?[A-Z][\w'’&.-]*(?: (?:(?:&|and|of|"
    r"the) )?[A-Z][\w'’&.-]*){0,4})\s*(?:$|[,(|–—-])"
)
_NAME = (
    r"(?P<name>(?:The )?[A-Z][\w'’&.-]*(?: (?:(?:&|and|of|"
    r"the) )?[A-Z][\w'’&.-]*){0,5}(?:,? (?:Inc|LLC|Ltd|GmbH|Limited|Co)\.?)?)"
)
_SENTENCES = (
    re.compile(
        rf"^(?:At )?{_NAME},? (?:is|are) (?:hiring|looking|seeking|recruiting|searching|an equal|"
        rf"proud|committed|a |an |the |one of|family)"
    ),
    re.compile(rf"\b(?:[Jj]oin|[Aa]t|[Aa]bout) {_NAME}(?:,| (?:is|are|we|as|team)\b|!|$)"),
    re.compile(
        rf"^{_NAME} (?:bakes?|makes?|builds?|runs?|provides?|serves?|operates?|sells?|delivers?|"
        rf"designs?|manufactures?|helps?|has been|was founded|was established|offers?|does not discriminate|invites)\b"
    ),
)
# What begins a sentence with a capital and is no name.
_NO_NAME = frozenset(
    {
        *("we", "our", "this", "the", "you", "it", "there", "that", "these", "what", "who", "as", "in"),
        *("if", "all", "a", "an", "company", "us", "the company", "the role", "the position", "the post"),
        *("the job", "applicants", "candidates", "women", "the team", "our team", "experience"),
        *("the successful candidate", "applications", "work", "position", "role", "job", "i", "least"),
        *("minimum", "once", "home", "times", "all levels", "present", "the owner", "operations"),
        *("the candidate", "reporting"),
    }
)
_NO_NAME_BEGINS = frozenset(
    {
        *("this", "our", "your", "these", "we", "you", "as", "it", "if", "what", "who", "they", "he", "she", "i"),
        *("that", "let"),
    }
)
_ABOUT_HEADING = re.compile(
    rf"^(?i:about|who (?:is|are)|why (?:join|work (?:at|for|with))|life at|working at|benefits (?:at|of)) {_NAME}$"
)
_PEOPLE = (
    r"(?:people|employees|staff(?: members)?|team members|colleagues|persons?|workers|associates|professionals|"
    r"crew members|souls)"
)
_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_IN_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_WORDS[:9])}))?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
)
_COUNT = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})?|\d{{4}}|{_IN_WORDS})"
_ABOUT = r"(?: about| around| over| some| only| just| now| currently| roughly)?"
_HEADCOUNT = (
    re.compile(
        rf"\b(?:we|there)(?: are|'re)(?: now| currently)?(?: an?| about| around| just| some|"
        rf" only)?(?: (?:team|company|business|family) of)?(?: about| around|"
        rf" over)? {_COUNT}(?:[ -](?:strong )?(?:{_PEOPLE}))?\b(?!-year| (?:years|sites|miles|hours|minutes|%))"
    ),
    re.compile(rf"(?:^|[.;(|•·-] ?|\bthe ){_COUNT} of us\b(?! (?:will|lead|report))"),
    re.compile(
        rf"\b(?:company|business|firm|team|bakery|practice|organi[sz]ation|charity|family|crew|"
        rf"workforce|school|clinic) (?:of|with){_ABOUT} {_COUNT}\b(?! (?:years|sites|miles|hours|%))"
    ),
    re.compile(
        rf"\b(?:our|we have|we employ|employs?|employing|with)(?: about| around| over| some|"
        rf" a team of| a staff of)? {_COUNT} (?:[\w-]+ )?{_PEOPLE}\b"
    ),
    re.compile(
        rf"\b{_COUNT}(?:[ -](?:person|people|employee|man)|-strong)[ -](?:\w+ )?(?:company|business|firm|bakery|team"
        r"(?! of)|organi[sz]ation|practice|agency|shop|plant|studio|charity|startup|manufacturer|family|group)\b"
    ),
    # Alone between stops, or what those people do: "47 employees.", "34 people work in our Duluth building".
    re.compile(
        rf"(?:^|[.;,:(|•·] ?|[,.] | - ){_ABOUT} ?{_COUNT} (?:permanent |full-time )?{_PEOPLE}(?= ?(?:[.,;:)|•·]|$|"
        rf" (?:in|across|at|"
        r"on|out of|make|work|all|and|year|plus|with|who|between)\b))"
    ),
    # "Wir sind 42 Mitarbeitende", "Nous sommes 29 employés", "Somos 96 personas", "67 collega's".
    re.compile(
        r"\b(?P<count>\d{1,3}(?:[.,]\d{3})?) (?:mitarbeiter\w*|mitarbeitende\w*|beschäftigte\w*|employés|"
        r"collaborateurs|salariés|personas|empleados|trabajadores|pessoas|colaboradores|collega's|medewerkers|"
        r"dipendenti|persone|anställda|ansatte)"
    ),
)
_LEADING = re.compile(
    r"\b(?:lead|leads|leading|manag\w+|supervis\w+|oversee\w*|direct\w*|hire|hiring|train\w*|"
    r"sort|run|grow|build\w*|coach\w*|responsible for|customers|clients)\b[^.;]{0,40}$"
)


_ALL_THERE = re.compile(
    r"\b(?:people|employees|staff|of us|colleagues)\b[^.;]{0,20}? all (?:of (?:them|us|whom) )?"
    r"(?:here |living |based |working |employed )?(?:in|at|on|from|here)\b(?! (?:our|the) (?:\w+ )?(?:sites|"
    r"locations|road)\b)|"
    r"\b(?:people|employees|staff|of us|colleagues)\b[^.;]{0,30} (?:in one (?:building|place|plant|site|office)|"
    r"under one roof|"
    r"(?:work )?(?:in|at) (?:our|the) (?!(?:\w+ ){0,2}(?:sites|locations|offices|stores|shops|depots|"
    r"branches))[\w' -]{2,30}?"
    r"(?:building|plant|shop|office|warehouse|site|store|works|factory|mill|yard|lab))\b|"
    r"\bno other (?:office|site|location|branch)\b|\bour only (?:site|office|location)\b"
)
# A cry over the title, and no name.
_CALL = re.compile(
    r"\W*(?:we(?:'re|’re| are)|now|currently|urgently)? ?(?:hiring|recruiting)\W*$|\W*join (?:us|our)\b", re.IGNORECASE
)


def name_above(line: str) -> str:
    """Return the name of a business over the title, "" where what is there is none."""
    bare = line.strip(" *_|·•-–—")
    return "" if is_leftover(line) or _CALL.match(line) or bare.endswith(("!", "?", ":")) else bare


def title_line(lines: Sequence[Line]) -> int | None:
    """Return which of the first lines of a text is the title, None where none is.

    It is the first, unless that is of the page, or a name with the title below it, as LinkedIn has it.
    """
    first = None
    if lines and lines[0].symbol and OF_A_TITLE.search(lines[0].text) and is_title(lines[0].text):
        return 0  # "🚀 Director of Operations"
    for index, line in enumerate(lines[:_LOOKED_AT]):
        if (
            line.bullet
            or is_leftover(line.text)
            or (line.text and len(line.text) < 3 and len(lines) > 1 and not line.text[0].isalnum())
        ):
            if line.bullet:
                break
            continue
        if first is None:
            if not is_title(line.text):
                return None
            first = index
            if OF_A_TITLE.search(line.text) and not _CALL.match(line.text):
                return index
        elif OF_A_TITLE.search(line.text) and is_title(line.text) and len(line.text) <= 80 and ":" not in line.text:
            return index
        else:
            break
    return first


def title_stated(title: str, labels: Iterable[Labelled], passages: Sequence[Passage]) -> Stated[str] | None:
    """Return the title alone: "Director of Operations" of "Job title: Director of Operations (Leeds)".

    Where the first line is none, such as "JOB POSTING", it is behind a label or in one of the first sentences.
    """
    titled = bool(OF_A_TITLE.search(title))
    alone = bare_title(title) if titled else ""
    for each in labels:
        if (
            each.fact == "title"
            and each.value
            and (
                each.passage.text == title
                or not title
                or (OF_A_TITLE.search(each.value) and (not titled or fold(alone) in fold(bare_title(each.value))))
            )
        ):
            value = with_its_field(each.value, bare_title(each.value), passages)
            return Stated(value, value)
    if alone:
        value = with_its_field(title, alone, passages)
    else:
        value = title_in_text(passages) or ("" if NO_TITLE.search(title) else title)
    return Stated(value, value) if value else None


def company_stated(passages: Sequence[Passage], labels: Iterable[Labelled], title: str) -> Stated[str] | None:
    """Return the name of the business: behind a label, behind "at" in the title, or in a sentence on it."""
    for each in labels:
        if each.fact == "company" and each.value and (not each.bare or each.value[0].isupper()):
            return Stated(each.value, each.value)
    if (match := _AT.search(title)) and not read_place(match["name"]).places:
        return Stated(match["name"], match["name"])
    for passage in passages[1:4]:
        if name := _of_header(passage):
            return Stated(name, name)
    for passage in passages:
        if passage.heading:
            match = None if is_known(passage.text) else _ABOUT_HEADING.match(passage.text.strip(" :*#!?"))
            if match and (name := _name(match["name"])):
                return Stated(name, name)
            continue
        if passage.kind not in _MAY_NAME_IT:
            continue
        for start, end in passage.sentences:
            for expression in _SENTENCES:
                if (match := expression.search(passage.text[start:end].strip())) and (name := _name(match["name"])):
                    return Stated(name, name)
    return None


_MAY_NAME_IT = (
    SectionKey.OPENING,
    SectionKey.COMPANY,
    SectionKey.SUMMARY,
    SectionKey.EQUAL_OPPORTUNITY,
    SectionKey.APPLY,
    "section",
)


def _of_header(passage: Passage) -> str:
    """The first part of a line such as "Alder Bakery · Denver, CO (On-site)", where a place is behind it."""
    parts = [part.strip() for part in re.split(r"\s*[·•|]\s*|\s+[–—-]\s+", passage.text[:200])]
    if len(parts) < 2 or len(parts[0]) > 60 or OF_A_TITLE.search(parts[0]) or not parts[0][:1].isupper():
        return ""
    if any(char.isdigit() for char in parts[0]) or ":" in parts[0] or read_place(parts[0]).places:
        return ""
    placed = any((read := read_place(part)).places or read.choices for part in parts[1:4] if len(part) <= 60)
    return parts[0] if placed and _name(parts[0]) else ""


_WAYS = re.compile(r"(?:fully )?(?:remote|hybrid|on-?site)\b|full[ -]time|part[ -]time|permanent|contract")


def _is_place(name: str) -> bool:
    return bool((read := read_place(name)).places or read.choices)


def _name(found: str) -> str:
    name = found.strip(" ,.-–—")
    folded = fold(name)
    if _WAYS.match(folded):
        return ""
    if folded in _NO_NAME or OF_A_TITLE.search(name) or len(name) < 3 or _is_place(name) or is_known(name):
        return ""
    first = re.split(r"[\s'’]", folded)[0]  # "You'd" as "you"
    return "" if first in _NO_NAME_BEGINS else name


def headcount_stated(passages: Sequence[Passage], labels: Iterable[Labelled]) -> Stated[int] | None:
    """Return how many people the business has, where one number is given; not how many the post leads."""
    for each in labels:
        if each.fact == "headcount" and (
            match := re.fullmatch(
                r"(?:about |approx\.? |c\. ?|~)?(\d{1,5})(?: \w+)?", fold(each.value).replace(",", "")
            )
        ):
            return Stated(int(match[1]), each.value)
    for passage in passages:
        if passage.kind in (
            SectionKey.RESPONSIBILITIES,
            SectionKey.REQUIRED,
            SectionKey.PREFERRED,
        ):
            continue
        for expression in _HEADCOUNT:
            for match in expression.finditer(passage.folded):
                at = match.start("count")
                start, _ = passage.sentence_at(at)
                leading = _LEADING.search(passage.folded, max(start, at - 60), at)
                # "Alder Boat Hire, 42 people": a name leads nobody.
                if not leading or (passage.text[leading.start()].isupper() and leading.start() > start):
                    return Stated(_number(match["count"]), passage.text[slice(*match.span())].strip(" .;:,(|•·-"))
    return None


def _number(written: str) -> int:
    """The number of digits or words: "1,200", "forty-one"."""
    if written[0].isdigit():
        return int(written.replace(",", "").replace(".", ""))
    first, _, last = written.replace("-", " ").partition(" ")
    tens = 10 * (_TENS.index(first) + 2) if first in _TENS else _WORDS.index(first) + 1
    return tens + (_WORDS.index(last) + 1 if last else 0)


def in_one_place(passages: Sequence[Passage]) -> bool:
    """Whether a text states that all of its people work in one place: "all of them at our Cambridge plant"."""
    return any(_ALL_THERE.search(passage.folded) for passage in passages if not passage.heading)
