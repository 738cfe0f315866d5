"""The pay as an advert words it: the amounts with what is given beside them, "a year plus super and vehicle"."""

import re

from roles.core.reading import PostingRead

from .answers import Answered

_PERIOD = (
    r"(?:(?:per|a|an|/) ?(?:annum|year|yr|hour|hr|month|week|day)|p\.?a\.?|annually|yearly|gross|base|basic|fixed|"
    r"doe|ctc|ote|lpa|"
    r"cost to company|(?:depending|dependent|based) on experience|commensurate with experience|negotiable|"
    r"pro[- ]rata|fte|full[- ]time equivalent|package|inclusive of \w+|(?:incl\.?|including) super\w*)"
)
_SET = re.compile(rf",? ?\(?{_PERIOD}(?!\w)\)?", re.IGNORECASE)
_ONLY_SET = re.compile(rf"\W*{_PERIOD}\W*", re.IGNORECASE)
# What is given beside an amount; each item of a list holds one of these.
_GOOD = re.compile(
    r"\b(?:super(?:annuation)?|kiwisaver|bonus(?:es)?|commission|profit[- ]shar(?:e|ing)|ote|equity|shares?|options|"
    r"car|vehicle|van|ute|truck|phone|laptop|card|pension|benefits|perks|allowances?|overtime|tips|incentives?|"
    r"variable|gratuity|provident fund|medical|health|dental|vision|insurance|accommodation|housing|flights|leave|"
    r"holidays?|pto|vacation|rdos?|rrsp|401\(?k\)?)(?!\w)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,+&/(]|\b(?:plus|and|with)\b)(?:\s*(?:plus|and)\b)?\s*", re.IGNORECASE)
_ITEM = re.compile(r"[^,+&()!;]+?(?=\s*(?:[,+&();]|[.!](?:\s|$)|\b(?:plus|and)\b|$))", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:which|who|because|but|so|if|when|where|we|you|they|it|is|are|will|be|that|there|our|your)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:\b(?:OTE|CTC|base|up to|from|circa|c\.|around|about)\s*:?\s*)+$", re.IGNORECASE)
_ITEM_WORDS, _LONGEST = 8, 150
_FIGURES = re.compile(r"[\d\s–-]+")
_NAMED = re.compile(r"^(OTE|CTC|base)\s*:\s*", re.IGNORECASE)


def is_of_pay(text: str) -> bool:
    """Return whether words behind the pay only tell how it is set: "DOE", "depending on experience"."""
    return bool(_ONLY_SET.fullmatch(text))


def without_how_set(text: str) -> str:
    """Return a text without the words that only tell how its pay is set."""
    return _SET.sub(" ", text)


def in_a_row(words: str) -> str:
    """Return the pay without the colon behind what kind it is, which a label before it would double."""
    return _NAMED.sub(lambda match: f"{match[1]} ", words)


def pay_in_her_words(read: PostingRead, pay: Answered) -> str:
    """Return the pay with what she wrote beside it: "$150,000 - $170,000 plus super and vehicle"; "" for nothing."""
    for line in read.lines:
        if pay.words not in line.text:
            continue
        words = and_beside_it(line.text, pay.words)
        # "150-165 + super": what the figures are of is clearer in ours.
        if words != pay.words and not _FIGURES.fullmatch(pay.words):
            return words
    return ""


def and_beside_it(text: str, pay: str) -> str:
    """Return the pay in a text with what is written beside it."""
    start = text.index(pay)
    before = _BEFORE.search(text[:start])
    return in_a_row(text[before.start() if before else start : _end_of(text, start + len(pay))].strip(" ,"))


def _end_of(text: str, end: int) -> int:
    """Where the pay and the list of what is given beside it ends, each item of it whole.

    A list that goes on to other things is none of the pay: "$72,000, health insurance, a share of the eggs".
    """
    begin, before_list = end, None
    opened = 0
    while end - begin < _LONGEST:
        if match := _SET.match(text, end):
            end = match.end()
            continue
        joint = _AND.match(text, end)
        item = _ITEM.match(text, joint.end()) if joint else None
        if joint and "," in joint[0] and before_list is None:
            before_list = end
        if joint is None or item is None or not _is_given(item[0], plus="+" in joint[0]):
            if joint and item and joint[0].strip() == "," and before_list is not None and not opened:
                return before_list
            break
        end = item.end()
        opened += joint[0].count("(")
        if opened and text[end : end + 1] == ")":
            end, opened = end + 1, opened - 1
    return end if not opened else text.rindex("(", begin, end)


def _is_given(item: str, *, plus: bool) -> bool:
    known = plus or bool(_GOOD.search(item))
    return known and not _CLAUSE.search(item) and len(item.split()) <= _ITEM_WORDS
