"""Whom a pronoun refers to: the one the posting looks for, or somebody else it names."""

import re

from .words.plain import alternatives, entries_by_group

# How far before a pronoun whom it is for is looked for, in characters: two long sentences.
_REACH = 400
_NAMES = frozenset(entries_by_group("given_names")["a given name"])
_PERSON = re.compile(
    rf"\b(?:(?P<other>{alternatives('other_people', 'somebody else')})|"
    rf"(?P<holder>{alternatives('other_people', 'whom the posting looks for')}))"
)
_WORD = re.compile(r"[a-z]+")
_SENTENCE = re.compile(r"[.!?:;] ")
# Behind these somebody is not what the sentence is about: "Reporting to the owner, the director …".
_ASIDE = re.compile(r"\b(?:to|from|with|for|by|of|under|at|between|behind|beside) (?:(?:the|our|an?|your|its) )?$")
_SOUGHT = re.compile(
    r"\b(?:need|needs|want|wants|seek|seeks|seeking|looking for|hire|hiring|after|wanted:?|require|requires) "
    r"(?:(?:an?|the|our|another|one) )?(?:[a-z-]+,? ){0,3}$"
)
_DEEDS = re.compile(
    r"\b(?:founded|opened|retire[sd]?|retiring|retirement of|stepp(?:ed|ing) down|took over|moved on)\b"
)
_OTHER_DEEDS = re.compile(
    r" (?:(?:still |has |had |also )?(?:founded|opened|started|built|bought|inherited|retire[sd]?)|"
    r"was (?:still |just )?an? (?:boy|girl|child|lad|teenager)|"
    r"(?:was|has been) (?:our|my|the|an?) (?:\w{1,12} ){0,2}(?:customer|client|founder|patient|guest|neighbou?r|tenant|"
    r"landlord))\b"
)


def is_somebody_else(folded: str, start: int, end: int, before: str = "") -> bool:
    """Whether the pronoun at [start, end) of folded text is for another person than the posting looks for.

    `before` is the folded text of the line before it, for a line that begins with the pronoun.
    """
    if _OTHER_DEEDS.match(folded, end):
        return True
    part = folded[max(0, start - _REACH) : start]
    if not part.strip(" -•*"):
        part = before[-_REACH:]
    while part:
        cut = max((match.end() for match in _SENTENCE.finditer(part, 0, max(len(part) - 1, 0))), default=0)
        if _DEEDS.search(part, cut):
            return True
        people, sought = [], False
        for first, other in _people_in(part, cut):
            if other and _SOUGHT.search(part, cut, first):
                sought = True  # "We need an engineer. He will …": the one looked for, by another name
            else:
                people.append((other, bool(_ASIDE.search(part, cut, first))))
        if people:
            return next((other for other, aside in people if not aside), people[0][0])
        if sought:
            return False
        part = part[:cut].rstrip(" .!?:;")
    return False


def _people_in(part: str, start: int) -> list[tuple[int, bool]]:
    """Return where people are named from an offset of folded text, in order, and whether as somebody else."""
    found = [(match.start(), bool(match["other"])) for match in _PERSON.finditer(part, start)]
    found += [(match.start(), True) for match in _WORD.finditer(part, start) if match[0] in _NAMES]
    return sorted(found)
