"""Ages of a person in figures: "25-40 years old", "under 50", "max 42"; not "under 50 staff" or "under 5 minutes"."""

import re
from collections.abc import Iterator

from roles.core.money.words import SIGNS

from .reviewed import ReviewedItem, Span
from .words.plain import alternatives

_AGE = r"(?:1[89]|[2-6][0-9])"
_HIGH = r"[2-7][0-9]"
_RANGE = rf"(?:between )?{_AGE} ?(?:-|to|and) ?{_HIGH}"
_OLD = r"(?: ?(?:years?|yrs?)(?: old| of age)|[- ]year[- ]olds?)\b"
_NOT_OVER = (
    r"(?:under|below|younger than|not (?:be )?(?:over|above|older than|more than|exceed(?:ing)?)|"
    r"no (?:more|older) than|not more than|less than|up to|max(?:imum)?\.?|at most)(?: the age of| age(?: of)?)?"
)
# Nothing is counted by the number: it ends the phrase, or the sentence goes on with what is no noun.
_ENDS = (
    r"(?= ?(?:[.,;:!?()]|$)| - | ?(?:years?|yrs)(?: ?(?:[.,;:!?()]|$)| (?:preferred|only|please|max))|"
    r" (?:or|and|but) (?!\w+ ?[\w%]* (?:people|staff|hours|minutes))|"
    r" (?:(?:works?|fits?|suits?|is|does|do|would|will) (?:\w+ ){0,3}?(?:best|better|ideal|ideally|perfect|well|right)|"
    r"suits? (?:us|our))\b|"
    r" (?:please|preferred|only|ideally|so|because|who|to fit|for this|for the (?:job|role|post)|since|due to|"
    r"given|owing to|as (?:the|we|this|it|our|you|they))\b)"
)
_WHO = (
    r"\b(?:you are|you're|you|candidates?|applicants?|persons?|someone|somebody|anyone|anybody|people|those|director|"
    r"manager|m[ae]n|wom[ae]n|lady|lad|bloke|guy|(?:fe)?males?(?: only)?,?|ideally|preferably|probably|preferred|"
    r"somewhere|roughly|aged?|ages|age(?: range| group| limit| bracket)?(?: is| of)?[:-]?|"
    r"(?:must|should|will|to|and|but) be|is)"
)
_MODAL = r"(?: (?:must|should|will|has to|need to))?(?: be)?(?: (?:aged?|ages))?"
_LABEL = r"(?: range| group| bracket| limit| band| criteria| profile| requirement| preferred| preference)?"
_BETWEEN = r"(?: ?[:-] ?| )(?:(?:is|of|must be|should be|preferably|between) ){0,2}"
_STATED = re.compile(
    # By its own words an age, whatever is before it.
    rf"(?<![\w{SIGNS}.,/-])(?:(?:aged? |ages )?{_RANGE}{_OLD}|"
    rf"(?:de|entre|von|zwischen) {_AGE} (?:a|y|à|et|bis|und) {_HIGH} (?:años|ans|jahren?)\b|"
    rf"(?:aged?|ages){_LABEL}{_BETWEEN}{_RANGE}(?![\w{SIGNS}%-])|"
    rf"(?:aged?|ages){_LABEL}{_BETWEEN}{_NOT_OVER} {_HIGH}\b|"
    rf"(?:below|under|over|above|not (?:over|above)) the age of {_HIGH}\b|"
    rf"{_NOT_OVER} {_HIGH}{_OLD}|{_HIGH} (?:years?|yrs)(?: old)? (?:or|and) (?:younger|below|under)\b|"
    rf"(?:maximum|max\.?|upper|preferred|ideal) age(?: limit)?(?: is|:| of)? ?{_HIGH}\b(?: ?(?:-|to) ?{_HIGH}\b)?|"
    rf"age (?:limit|max(?:imum)?)\b[ :]{{1,3}}{_HIGH}\b|age:? (?:is |must be |should be )?{_NOT_OVER} {_HIGH}\b|"
    rf"(?:fe)?males?(?: only)?,? (?:and )?(?:aged? )?(?:below|under|up to) {_HIGH}\b|"
    rf"moins de {_HIGH} ans\b|unter {_HIGH}(?: jahren?)?(?= ?(?:[.,;)]|$))|"
    rf"menor(?:es)? de {_HIGH} años\b|meno di {_HIGH} anni\b|"
    rf"(?:at least|over|above|older than|minimum(?: age)?:?|no younger than) (?:2[3-9]|[3-6][0-9]){_OLD}|"
    rf"aged? (?:over |above )?(?:2[3-9]|[3-6][0-9])(?: ?\+| plus\b| (?:or|and) (?:over|above|older)\b))"
)
_OF_A_PERSON = re.compile(
    rf"(?:{_WHO}{_MODAL},? |^(?:must be |should be |only |preferably |ideally )?|[.!?,;(] ?(?:must be |should be )?)"
    rf"(?P<words>(?:aged? )?(?:{_NOT_OVER} {_HIGH}|between {_AGE} (?:and|to|-) {_HIGH}){_ENDS})|"
    rf"\b(?:you are|you're|ideally|preferably|aged?|candidates?|applicants?|someone|somebody)(?: be| is)? "
    rf"(?P<range>{_AGE} ?(?:-|to) ?{_HIGH}{_ENDS})|"
    rf"(?:{_WHO}{_MODAL} |^)(?P<over>over (?:2[3-9]|[3-6][0-9])s?(?= ?(?:[.!]?$|preferred|only)))"
)
_WORDS_OF_AGE = re.compile(
    r"\b(?:age[ds]?|years?|yrs?|year-olds?|years-old|ans|años|jahren?|anni|unter|(?:fe)?males?)\b"
)
_WORDS_OF_LIMITS = re.compile(
    r"\b(?:under|below|younger|not|no more|no older|less than|up to|max(?:imum)?|at most|between|over|"
    rf"{_AGE} ?(?:-|to) ?{_HIGH})\b"
)
_THINGS = re.compile(
    r"\b(?:machin\w{1,4}|buildings?|equipment|trucks?|vans?|vehicles?|boilers?|systems?|hous(?:e|es|ing)|homes?|trees?|"
    r"presses|cranes?|lines?|plants?|roofs?|pipes?|lifts?|ships?|boats?|cars?|wines?|firms?|contracts?|it|leases?|fleets?)"
    r" (?:are |is |of |that are |which are |must be |should be )?$"
)
# Those the business serves or employs are of some age; no applicant is.
_SERVED = re.compile(rf"\b{alternatives('other_people', 'served or counted')}[^.;!?]*$")
_ITS_AGE = re.compile(
    r"\b(?:the|this|its|these) (?:\w+ ){0,2}?(?!candidate|applicant|person|director|manager|man\b|woman|hire)\w+ "
    r"(?:is|are|was|were) (?:now |all |well |already )?$"
)
_ARE_OTHERS = re.compile(
    r",? (?:make up|makes up|account for|form|are (?:most|half|our|the)|is our|love|come|buy|visit|attend|join)\b"
)
_BEFORE = 60


def ages_in(item: ReviewedItem) -> Iterator[Span]:
    """Yield the span of each age or range of ages that the item asks of a person, in order."""
    if not _WORDS_OF_LIMITS.search(item.folded) and not _WORDS_OF_AGE.search(item.folded):
        return
    found: list[Span] = [match.span() for match in item.matches(_STATED)]
    for match in item.matches(_OF_A_PERSON):
        group = match.lastgroup or "words"
        found.append(match.span(group))
    reach = -1
    for start, end in sorted(found):
        near = max(start - _BEFORE, 0)
        if start < reach or _THINGS.search(item.folded, near, start):
            continue
        if _ARE_OTHERS.match(item.folded, end) or _ITS_AGE.search(item.folded, near, start):
            continue
        if _SERVED.search(item.folded, max(near, item.sentence_at(start)[0]), start):
            continue
        if any(first < end and start < last for first, last in item.protecting):
            continue
        reach = end
        yield start, end
