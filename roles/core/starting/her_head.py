"""The head of an advert as its owner set it: what is behind its title, and which facts her own text states."""

import re
from collections.abc import Collection, Iterable

from roles.core.compose.brief import Brief
from roles.core.document import Document, EmploymentType, Workplace
from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.places.surroundings import take_out_place

from .calm import named
from .head import ANSWER_OF, COMPANY, EMPLOYMENT, LOCATION, REPORTS, as_stated
from .letters import speaks_as
from .start import Start
from .title import PAPER

# What joins a title to what is behind it, and means no more than that somebody is sought.
_JOINT = re.compile(
    r"^[\s,;:|/·•–—-]*"
    r"(?:(?:is |are |urgently )?(?:wanted|needed|required|sought)(?![^\W_])(?! (?:for|to|at|in|by|from)\b))?"
    r"[\s,;:!.|/·•–—-]*",
    re.IGNORECASE,
)
# What joins a title to the firm behind it: "at Knox Bench & Sons", "for the Knox group", "with a bakery in Leeds".
_OF_A_FIRM = re.compile(r"(?i:at|with)\s+|@\s*|(?i:for)\s+(?=[^\Wa-z]|(?i:the|an?)\b)")
_WORD = re.compile(r"\w+")
_SIGNS_BEHIND = re.compile(r"[^\w()\"'”’.?+&%]+$")  # of a line: "!", "·", "🚀"
_POST = re.compile(
    r"\b(?:director|manager|head|leads?|leader|officer|ops|operations|coo|boss|chief|vacancy|job|hiring|position|role)\b",
    re.IGNORECASE,
)
_DASHES = frozenset("-–—")
_SPEAKS = re.compile(r"\W*(?:we|i|our|looking|seeking|searching|come|join|help|is|are)\b", re.IGNORECASE)
_MORE_WORDS = 3  # words
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_FORM = re.compile(r",?\s+(?:ltd|limited|inc|llc|llp|plc|corp|co|gmbh|pty|clg)\.?$", re.IGNORECASE)


def behind_title(line: str, title: str, others: Iterable[str] = ()) -> str:
    """Return what the line of a title has behind it, as written: "Knox Bench & Sons" of "COO — Knox Bench & Sons".

    "" where the line has another title, or where one of the `others`, her first lines, states it again.
    """
    spelled = ("[-–—]" if word in _DASHES else re.escape(word) for word in title.split())
    match = re.search(r"\s+".join(spelled), line, re.IGNORECASE)
    if match is None or not title:
        return ""
    rest = line[match.end() :]
    for expression in (_JOINT, _OF_A_FIRM):
        rest = rest[match.end() :] if (match := expression.match(rest)) else rest
    rest = _SIGNS_BEHIND.sub("", rest.strip())
    rest = whole[1] if (whole := _IN_BRACKETS.fullmatch(rest)) else rest
    words = set() if PAPER.fullmatch(rest) else set(_WORD.findall(fold(rest)))
    if not words or any(words <= set(_WORD.findall(fold(other))) for other in others):
        return ""
    return named(rest[0].upper() + rest[1:])


def is_sentence_with(line: str, title: str) -> bool:
    """Return whether the line of a title is a sentence that says more: "We need an Ops Director who can count"."""
    before, found, behind = line.casefold().partition(title.casefold())
    return bool(found) and bool(_SPEAKS.match(before)) and len(behind.split()) >= _MORE_WORDS


def is_of_no_post(line: str) -> bool:
    """Return whether a line read as the title names no post: "Hello!", "Do you like lists? Do you like people?"."""
    return not (_POST.search(line) or PAPER.search(line)) and bool(_WORD.search(line))


def stated_elsewhere(document: Document, start: Start, brief: Brief, given: Collection[str]) -> tuple[str, ...]:
    """Return the labels of the facts that the head does not print: her text states them, or nobody did.

    `given` are the names of the answers typed beside the text. The business and its place are always asked for.
    """
    lines = [document.title, *(part.heading for part in document.sections), *(item.text for item in document.items())]
    text = " ".join(fold(" ".join(lines)).split())
    same = as_stated(start.answers, brief)

    def is_in_text(words: str) -> bool:
        return bool(words) and " ".join(fold(words).split()) in text

    def is_elsewhere(label: str, value: str) -> bool:
        name = ANSWER_OF[label]
        if label == COMPANY:
            return is_in_text(_FORM.sub("", brief.company))
        if label == LOCATION:
            there = is_in_text(start.words.get("place", "") if "place" in same else "")
            how = brief.workplace is Workplace.ON_SITE or "workplace" in same
            towns = [place.town for place in read_place(take_out_place(brief.place)[0]).places]
            return how and (there or any(map(is_in_text, (brief.place.partition(",")[0], *towns))))
        if label == REPORTS and speaks_as(" ".join(lines), value):
            return True
        if name in start.answers:
            return name in same and (is_in_text(start.words.get(name, "")) or is_in_text(value))
        if label == EMPLOYMENT and brief.employment_type is EmploymentType.FULL_TIME:
            return True  # what is usual is a fact for job boards, and no line above hers
        kind = brief.employment_type.phrase if label == EMPLOYMENT else value
        return name not in given or is_in_text(kind)

    return tuple(label for label, value in document.facts.known() if is_elsewhere(label, value))
