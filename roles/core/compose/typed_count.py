"""A number as people type it: "about 15", "15ish", "12-15", "fifteen", "12 and me", "just me"."""

import re
from dataclasses import dataclass

from roles.core.folding import fold
from roles.core.reading.number_words import IN_WORDS, number_of

LENGTH = 60  # of what is read, in characters: whoever writes more tells a story

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|(?:a |one |two )?dozen|{IN_WORDS})(?![\d.,]*\d)"
_ABOUT = (
    r"(?:(?:~|≈|about|around|approx(?:imately)?\.?|roughly|circa|ca\.?|c\.?|some|over|more than|under|less than|"
    r"fewer than|no more than|just|nearly|almost|up to|at least|at most|max\.?|maybe|perhaps|probably|say|only|"
    r"currently|now|usually|mostly|we are|we're|we have|there are|it's|from|between|a team of|team of) ?)*"
)
# What is counted, and how closely.
_COUNTED = (
    r"(?: ?(?:-?ish\b|\+|%|per ?cent\b|or (?:so|more|fewer|less)\b|odd\b|give or take|more or less|people|persons?\b|"
    r"ppl\b|employees?\b|staff\b|members\b|heads?\b|workers\b|colleagues\b|of us\b|strong\b|ftes?\b|on the payroll|"
    r"full[ -]?tim(?:ers|e)\b|part[ -]?tim(?:ers|e)\b|casuals\b|seasonal\b|others?\b|in all\b|in total|total\b|"
    r"all told|altogether|right now|now\b|currently|at the moment|sites?\b|locations?\b|branch(?:es)?\b|shops?\b|"
    r"stores?\b|offices?\b|depots?\b|yards?\b|plants?\b|warehouses?\b|clinics?\b|restaurants?\b|places?\b|of the time|"
    r"of working time|travel\b|approx(?:imately)?\.?|roughly|about\b))*"
)
# What only tells more of a number: "(more in summer)", ", me included"; no other number, unless it counts a part of it
# or places.
_ANOTHER = rf"\d|\b(?:{IN_WORDS}|dozen)\b"
_MORE = (
    rf"(?: ?(?:[,;:]|(?:-|incl(?:uding|\.)?|with|but|depending|when|mostly)(?= ))(?:(?!{_ANOTHER}).)*|"
    rf" ?(?:\([^()]*\)|(?:across|in|at|over) (?:{_NUMBER} )?(?:(?!{_ANOTHER})[^,;])*))"
)
_ITS = {"me", "myself", "the owner"}
_PART = rf"(?:{_NUMBER}|me|myself|the owner)"
_ONE = re.compile(rf"{_ABOUT}(?P<first>{_NUMBER}){_COUNTED}{_MORE}?\.?")
_TWO = re.compile(
    rf"{_ABOUT}(?P<first>{_PART})(?P<what>{_COUNTED}) ?(?P<joint>-|/|to\b|or\b|and\b|\+|&|plus\b|,) ?"
    rf"{_ABOUT}(?P<second>{_PART})(?P<other>{_COUNTED}){_MORE}?\.?"
)
_OR = {"-", "/", "to", "or"}
_DOZENS = {"dozen": 12, "a dozen": 12, "one dozen": 12, "two dozen": 24}

# What one answers without a number.
_WITHOUT_NUMBER = {
    "headcount": dict.fromkeys(("just me", "only me", "me", "myself", "just myself", "i work alone", "on my own"), 1),
    "sites": dict.fromkeys(
        ("none", "no", "remote", "fully remote", "all remote", "at home", "from home", "just the one"), 1
    ),
    "travel": dict.fromkeys(("none", "no", "never", "no travel", "nothing", "nil"), 0),
}


@dataclass(frozen=True, slots=True)
class TypedCount:
    """What was read as a number. `exact` is whether it was typed as that number and nothing else, `of_two` whether it
    is the higher of the two that were typed."""

    number: int
    exact: bool = False
    of_two: bool = False


def read_count(answer: str, text: str) -> TypedCount | None:
    """Return the number that is typed for an answer of the brief, None where it states none or several.

    Of a range it is the higher end; of people "12 and 3 part-time" are 15. Bounds are not looked at.
    """
    if len(text) > LENGTH:
        return None
    folded = " ".join(fold(text).split())
    if folded.rstrip(".") in _WITHOUT_NUMBER.get(answer, {}):
        return TypedCount(_WITHOUT_NUMBER[answer][folded.rstrip(".")])
    if match := _ONE.fullmatch(folded):
        number = _value(match["first"])
        return TypedCount(number, exact=folded.replace(",", "") == str(number))
    if not (match := _TWO.fullmatch(folded)):
        return None
    parts, joint = (match["first"], match["second"]), match["joint"]
    values = [_value(part) for part in parts]
    owner = sum(part in _ITS for part in parts)
    if joint in _OR or (joint == "and" and "between " in folded):
        return None if owner else TypedCount(max(values), of_two=True)
    counted = match["other"].strip() and (joint != "," or match["what"].strip())
    added = answer == "headcount" and owner < len(parts) and (owner or counted or joint in ("+", "plus"))
    return TypedCount(sum(values)) if added else None


def _value(written: str) -> int:
    return 1 if written in _ITS else _DOZENS.get(written) or number_of(written)
