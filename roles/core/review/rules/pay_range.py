"""Pay ranges that give too little: open, very wide, or upside down."""

from collections.abc import Iterator

from ..context import Context
from ..finding import Finding, Level
from ..pay_in_text import Pay, finding, pay_of
from ..rule import Rule

WIDEST = "1.5"
SOURCE = "Pay-transparency rules ask for a good-faith range; half as much again is our judgement"
WHY = "Readers take the lower end as the offer, or the range as no answer."


def find(context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the posting's first range: an open end, ends upside down, more than 1.5 times wide."""
    pay = pay_of(context)
    if pay is None:
        return
    low, high = pay.salary.min_value, pay.salary.max_value
    if low is None or high is None:
        end = "upper" if high is None else "lower"
        yield _finding(
            context, pay, "pay_range.open_ended", Level.SHOULD_FIX, f"The range has no {end} end. Give both."
        )
    elif low > high:
        yield _finding(
            context, pay, "pay_range.upside_down", Level.MUST_FIX, "The lower end is above the upper end. Swap them."
        )
    elif 2 * high > 3 * low:
        yield _finding(
            context,
            pay,
            "pay_range.wide",
            Level.SHOULD_FIX,
            f"The upper end is more than {WIDEST} times the lower one ({pay.words}). Narrow it to what you would "
            "offer.",
        )


def _finding(context: Context, pay: Pay, id: str, level: Level, message: str) -> Finding:
    return finding(context, pay, id, level, message, why=WHY, source=SOURCE)


RULE = Rule("pay_range", "Pay ranges that say too little", find)
