"""Pay that is set over several lines: its label or its period above the amount, the period below it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roles.core.money.words import PERIOD

from .folded_lines import FoldedLine, Words
from .pay_amounts import ANY_SIGN
from .pay_words import NOT_PAY

# "per hour", "Monthly", "(a year)"
PERIOD_ALONE = re.compile(rf"\(?{PERIOD}\)?\.?")
_PERIOD = re.compile(PERIOD)
_LABEL = re.compile(
    r"(?:(?:annual|yearly|monthly|weekly|daily|hourly|base|basic|gross|starting|advertised|our|the|your) )*"
    r"(?:salary|pay|rate|wages?|compensation|remuneration|day rate)(?: (?:range|rate|band|scale|details|offered))*"
    r"(?:[ ,–-]*\(?[^()\d]{2,20}\)?)?"
)
_LONGEST = 40


def with_labels_above(folded_lines: Sequence[FoldedLine]) -> Iterator[FoldedLine]:
    """Yield the lines, an amount below its label with that and its period: "Monthly salary" over "£4,200".

    The words of the amount are as they are in its line.
    """
    yield from folded_lines[:1]
    for above, line in pairwise(folded_lines):
        yield _labelled(above, line) or line


def _labelled(above: FoldedLine, line: FoldedLine) -> FoldedLine | None:
    if line.heading or not line.has_digits or len(line.text) > _LONGEST or len(above.text) > _LONGEST:
        return None
    label = above.folded.strip(" :*_")
    if NOT_PAY.search(label):
        return FoldedLine(Words(f"{above.text}: {line.text}", line.kind))  # "Travel budget"
    if not ANY_SIGN.match(line.folded) or not (PERIOD_ALONE.fullmatch(label) or _LABEL.fullmatch(label)):
        return None
    period = None if _PERIOD.search(line.folded) else _PERIOD.search(label)
    return FoldedLine(Words(f"Salary: {line.text} {period[0] if period else ''}".rstrip(), line.kind))
