"""How many people the business has, as a posting states it; not how many the post leads."""

import re
from collections.abc import Iterable, Iterator, Sequence

from roles.core.folding import fold
from roles.core.limits import SectionKey

from .folded_lines import FoldedLine
from .labels import Labelled
from .number_words import IN_WORDS, number_of
from .posting import Stated

_PEOPLE = (
    r"(?:people|employees|staff(?: members)?|team members|colleagues|persons?|workers|associates|professionals|"
    r"crew members|souls)"
)
_COUNT = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})?|\d{{4}}|{IN_WORDS})"
_ABOUT = r"(?: about| around| over| some| only| just| now| currently| roughly)?"
_OWNERS = (
    r"(?:brothers|sisters|owners|partners|founders|friends|siblings|generations|cousins|families|couples?|directors)"
)
# Fewer are as often the owners, or who goes out to a job.
_FEW = 4
_HEADCOUNT = (
    re.compile(rf"\b(?:now|currently|today)(?: about| around| over)? {_COUNT}[ -]strong\b"),
    re.compile(
        rf"\b(?:grown?|went|gone) from (?:\w+|\d+)(?: (?:{_PEOPLE}))? to(?: about| around|"
        rf" over)? {_COUNT}\b(?! (?:sites|shops|stores|million))"
    ),
    re.compile(
        rf"\b(?:we|there)(?: are|'re)(?: now| currently)?(?: an?| about| around| just| some|"
        rf" only)?(?: (?:team|company|business|family) of)?(?: about| around|"
        rf" over)? {_COUNT}(?:[ -](?:strong )?(?:{_PEOPLE}))?\b(?!-year| (?:years|sites|miles|hours|minutes|%|"
        rf"{_OWNERS}))"
    ),
    re.compile(rf"(?:^|[.;(|•·-] ?|\bthe ){_COUNT} of us\b(?! (?:will|lead|report|own|run|started|founded|bought))"),
    re.compile(
        rf"\b(?:company|business|firm|team|bakery|practice|organi[sz]ation|charity|family|crew|"
        rf"workforce|school|clinic) (?:of|with){_ABOUT} {_COUNT}\b(?! (?:years|sites|miles|hours|%|reports?|"
        rf"who report))"
    ),
    re.compile(
        rf"\b(?:our|we have|we employ|employs?|employing|with)(?: about| around| over| some|"
        rf" a team of| a staff of)? {_COUNT} (?:[\w-]+ )?{_PEOPLE}\b"
    ),
    re.compile(
        rf"\b{_COUNT}(?:[ -](?:person|people|employee|man)|-strong)[ -](?!(?:leadership|management|senior|"
        rf"executive|admin|"
        rf"office|sales|operations|ops|finance|field|install) )(?:\w+ )?(?:company|business|firm|bakery|team"
        r"(?! of)|organi[sz]ation|practice|agency|shop|plant|studio|charity|startup|manufacturer|family|group)\b"
    ),
    # Alone between stops, or what those people do: "47 employees.", "34 people work in our Duluth building".
    re.compile(
        rf"(?:^|[.;,:(|•·] ?|[,.] | - )(?:(?:about|around|some|over|nearly|almost|roughly|approx\.?|c\.?|~) ?)?"
        rf"{_ABOUT} ?{_COUNT} (?:permanent |full-time )?{_PEOPLE}(?= ?(?:[.,;:)|•·]|$|"
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
# Not "family-run", which is said of the business.
_LEADING = re.compile(
    r"(?:(?<!-)|(?<=\bco-))\b(?:lead|leads|leading|manag\w+|supervis\w+|oversee\w*|direct\w*|hire|hiring|train\w*|"
    r"look(?:s|ing)? after|in charge of|sort|run|grow|build\w*|coach\w*|responsible for|customers|"
    r"clients)\b[^.;]{0,40}$"
)

# "Councils are our customers and we have 38 staff": these words are of the business.
_HAS = re.compile(r"we have|we employ|employs?\b|employing")
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


def headcount_stated(folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled]) -> Stated[int] | None:
    """Return how many people the business has, where one number is given; not how many the post leads."""
    for each in labels:
        if each.fact == "headcount" and (
            match := re.fullmatch(
                r"(?:about |approx\.? |c\. ?|~)?(\d{1,5})(?: \w+)?", fold(each.value).replace(",", "")
            )
        ):
            return Stated(int(match[1]), each.value)
    few = None
    for found in _found(folded_lines):
        if found.value > _FEW:
            return found
        few = few or found
    return few


def _found(folded_lines: Sequence[FoldedLine]) -> Iterator[Stated[int]]:
    """Each number of people that a text gives its business; not how many the post leads."""
    for folded_line in folded_lines:
        if folded_line.kind in (SectionKey.RESPONSIBILITIES, SectionKey.REQUIRED, SectionKey.PREFERRED):
            continue
        for expression in _HEADCOUNT:
            for match in expression.finditer(folded_line.folded):
                at = match.start("count")
                start, _ = folded_line.sentence_at(at)
                leading = _LEADING.search(folded_line.folded, max(start, at - 60), at)
                # "Alder Boat Hire, 42 people": a name leads nobody.
                if (
                    not leading
                    or _HAS.match(match[0])
                    or (folded_line.text[leading.start()].isupper() and leading.start() > start)
                ):
                    yield Stated(number_of(match["count"]), folded_line.text[slice(*match.span())].strip(" .;:,(|•·-"))


def in_one_place(folded_lines: Sequence[FoldedLine]) -> bool:
    """Whether a text states that all of its people work in one place: "all of them at our Cambridge plant"."""
    return any(_ALL_THERE.search(folded_line.folded) for folded_line in folded_lines if not folded_line.heading)
