"""Where the work is, as a sentence of a posting states it of the post: "based in Leeds", "our shop in Reno"."""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import Place, read_place
from roles.core.places.gazetteer import may_be_somebody

from .folded_lines import FoldedLine
from .place_words import NAME, NO_PLACE, SITE, is_of_others
from .workplace_phrases import HOME_DAYS

WAY = (
    r"(?i:(?:fully |100% )?remote|hybrid|on-?site|in[ -](?:the )?office|in[ -]person|home[ -]based|"
    r"vor ort|híbrido|hybride|presencial)"
)
_PHRASE = (
    rf"(?:the |The )?(?:State of |state of |City of |city of )?{NAME}(?:,? (?:(?:of|and|or|&|"
    rf"the|on|upon) )?{NAME}){{0,5}}"
)
_POST = r"(?:role|position|post|job|opportunity|vacancy|work)"
# Sentences that state where the post is; the place is the group.
_SENTENCES = tuple(
    re.compile(expression)
    for expression in (
        rf"(?i:\b(?:{_POST}|candidate|you)(?: is| are| will be| can be|'ll be| must be| would be)?(?: \w+)?"
        rf" (?:based|located|situated) (?:in|at|out of|near|around|from)) ({_PHRASE})",
        rf"(?i:\b{_POST}(?: \w+)? (?:is|will be) (?:in|at|on[ -]?site in|hybrid in|remote in|"
        rf"full[ -]time in)) ({_PHRASE})",
        rf"(?i:\b(?:full[ -]time|part[ -]time|on[ -]?site|hybrid|permanent|remote) {_POST}(?: based|"
        rf" located)? in) ({_PHRASE})",
        rf"(?i:\bwork(?:ing)? (?:on[ -]?site |remotely |in person )?(?:from|at|in|"
        rf"out of) our (?:[\w'’-]+ ){{0,3}}?{SITE} in) ({_PHRASE})",
        rf"(?i:\b(?:for|at|of|to) (?:our|its) (?:[\w'’-]+ ){{0,3}}?{SITE} (?:in|near)) ({_PHRASE})",
        rf"(?i:\b(?:a|an|our|its|small|busy|growing|independent|local|community|family(?:-run|-owned)?|two|three|"
        rf"four|\d|new|vet|dental|"
        rf"medical|care|bread) (?:[\w'’-]+ ){{0,2}}?{SITE} (?:in|near)) ({_PHRASE})",
        rf"(?i:\bin) ({_PHRASE}),? (?i:seeks?|(?:is|are) (?:seeking|hiring|looking|recruiting)|wants?|needs?)\b",
        rf"(?i:\b(?:wanted|needed|required|sought|hiring|job|jobs|vacancy) (?:in|near)) ({_PHRASE})",
        # "based anywhere in the UK"
        rf"(?i:\b(?:based|living|located|work(?:ing)?|be) anywhere (?:with)?in) ({_PHRASE})",
        # "Hey Grand Rapids friends!!"
        rf"(?i:^(?:hey|hi|hello|attention|calling)(?: all)?,?) ({_PHRASE})(?= (?i:friends|folks|people|family|"
        r"neighbou?rs|locals|area|community|peeps|job ?seekers)\b)",
        rf"(?i:^(?:based|located) (?:in|at)) ({_PHRASE}(?: \({WAY}\))?)\.?$",
        # "Die Nordwind Werft in Emden fertigt …"
        rf"^(?:Die|Der|Das|La|Le|L['’]|El|Los|De|Het|Il|A|O|Vår|Our)\s?[A-ZÀ-Ý][^,.;]{{2,60}}? (?:in|à|en|te|em|"
        rf"i) ({_PHRASE})",
    )
)
# What is only far off, and no way of working.
FAR_OFF = (
    r"(?! (?:sites?|teams?|locations?|workers|staff|areas?|support|monitoring|access|controls?|employees|offices|"
    r"communities|sensing|camps?|mines?|parts?|villages?|towns?|corners?|islands?|lodges?|farms?|stations?)\b)"
)
_ANOTHER = re.compile(r",? (?:&|and|or) ")
_OF_A_SITE = frozenset(_SENTENCES[4:6])
# The same of a post done from home.
_FROM_HOME = tuple(
    re.compile(expression)
    for expression in (
        rf"(?i:\b(?:remote(?:ly)?|work(?:ing)? from (?:home|anywhere)|home[ -]based)\b"
        rf"(?:(?!\b(?:meet|gather|office|visit|travel|come|trip))[^.;\n]){{0,40}}?"
        rf"\b(?:within|in|across|throughout|from|anywhere in)) ({_PHRASE})",
        rf"(?i:\bresidents? of) ({_PHRASE})",
        rf"(?i:\b(?:live|living|reside|residing|be located|be based|located|"
        rf"based) (?:anywhere )?(?:with)?in) ({_PHRASE})",
        rf"(?i:\b(?:anywhere|wherever you (?:like|live|want|are)) (?:with)?in) ({_PHRASE})",
        rf"(?i:\b(?:open to|considering) (?:candidates|applicants|people|those|anyone)(?: (?:living|"
        rf"based|located|residing))?"
        rf" (?:in|from|across)) ({_PHRASE})",
        rf"(?:^|(?<=\W))(?i:(?:fully |100% )?remote)(?: \(|, | [–—-] | )({_PHRASE})(?i: only)?\)?\.?$",
    )
)
REMOTE_WORDS = re.compile(
    rf"\bremote(?:ly)?\b{FAR_OFF}|\bwork(?:ing)? from (?:home|anywhere)\b|\bhome[ -]based\b|\btelecommut"
)
_NOT_REMOTE = re.compile(
    r"\b(?:no|not|isn't|never|can't|cannot|won't|neither|nor|rather than|instead of)\b[^.;]{0,40}$"
)


def works_remotely(folded_lines: Sequence[FoldedLine]) -> bool:
    """Whether a text speaks of remote work, and neither only denies it nor gives some days of a week for it."""
    return any(
        not _NOT_REMOTE.search(folded_line.folded, max(0, match.start() - 60), match.start())
        for folded_line in folded_lines
        for match in REMOTE_WORDS.finditer(folded_line.folded)
        if not any(days.start() <= match.end() <= days.end() for days in HOME_DAYS.finditer(folded_line.folded))
    )


def of_sentences(folded_lines: Sequence[FoldedLine]) -> tuple[str, str]:
    """Return the place that a sentence gives as that of the post."""
    for folded_line in folded_lines:
        if folded_line.heading or folded_line.kind == SectionKey.RESPONSIBILITIES:
            continue  # "the opening of our sixth centre in Armstrong" is where a duty is
        text = folded_line.text
        for start, end in folded_line.sentences:
            sentence = text[start:end].strip()
            remote = REMOTE_WORDS.search(folded_line.folded, start, end)
            expressions = (*_FROM_HOME, *_SENTENCES) if remote else _SENTENCES
            for expression in expressions:
                for match in expression.finditer(sentence):
                    if expression in _OF_A_SITE and is_of_others(sentence.lower(), match.start(1)):
                        continue
                    words, way = _in_sentence(match[1])
                    if words:
                        return words, way or ("Remote" if remote and expression in _FROM_HOME else "")
    return "", ""


def _in_sentence(found: str) -> tuple[str, str]:
    """Return the place that words after "based in" begin with, and the way behind it."""
    place, _, way = found.partition(" (")
    words = place.rstrip(" .,").split(" ")
    while words:
        name = " ".join(words).rstrip(",.")
        if fold(_ANOTHER.split(name)[0]) in NO_PLACE and not name.isupper():
            return "", ""
        read = read_place(name)
        if (read.places and all(map(is_named, read.places))) or read.choices:
            return name.removeprefix("the ").removeprefix("The "), way.rstrip(").")
        words.pop()
    return "", ""


def is_named(place: Place) -> bool:
    """Whether a place is a town the extract has, or a region, or a country; not words before one."""
    return ", " not in place.town and not may_be_somebody(place)
