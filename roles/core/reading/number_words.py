"""Numbers in words, from one to ninety-nine."""

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
IN_WORDS = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))}"


def number_of(written: str) -> int:
    """Return the number of digits or of folded words: "1,200", "forty-one"."""
    if written[0].isdigit():
        return int(written.replace(",", "").replace(".", ""))
    first, _, last = written.replace("-", " ").partition(" ")
    tens = 10 * (_TENS.index(first) + 2) if first in _TENS else _ONES.index(first) + 1
    return tens + (_ONES.index(last) + 1 if last else 0)
