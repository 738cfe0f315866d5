"""The parts that posting laws ask for: which of them a posting has, and what is wrong with its range."""

from collections.abc import Iterator
from dataclasses import dataclass

from roles.core.limits import SectionKey
from roles.core.money import A_YEAR

from . import expressions
from .context import Context
from .pay_in_text import Pay
from .posting_rules import Part, PostingRule

NAMES: dict[Part, str] = {
    "range": "the pay range",
    "benefits": "the benefits",
    "other_pay": "other pay, such as a bonus, or that there is none",
    "closing_date": "the last day to apply, or that applications stay open",
    "job_description": "the job description",
    "ai_statement": "a statement whether artificial intelligence is used to choose applicants",
    "vacancy_statement": "a statement whether the vacancy exists now",
}
BOTH_ENDS = "a range with both ends"


def lacking(context: Context, pay: Pay | None, rule: PostingRule) -> Iterator[str]:
    """Yield, in words, each thing the rule asks for that the posting has not got."""
    yield from (NAMES[part] for part in absent(context, pay, rule))
    if fault := range_fault(pay, rule):
        yield fault.asked


def absent(context: Context, pay: Pay | None, rule: PostingRule) -> list[Part]:
    """Return the parts the rule asks for that the posting has not got, in the rule's order."""
    return [part for part in rule.carries if not _carries(context, pay, part)]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule asks of the range that is given, and how it is instead."""

    id: str
    asked: str
    instead: str


def at_most(width: int) -> str:
    """Return what a rule asks of the width of a range, in whole units of pay a year."""
    return f"a range at most {width:,} wide"


def range_fault(pay: Pay | None, rule: PostingRule) -> Fault | None:
    """Return what is wrong with the range the posting gives, None where nothing is or there is none."""
    if pay is None or "range" not in rule.carries:
        return None
    low, high = pay.salary.min_value, pay.salary.max_value
    if low is None or high is None:
        if rule.no_open_ended:
            return Fault("posting_law.open_ended", BOTH_ENDS, "This one is open.")
        return None
    times = A_YEAR[pay.salary.unit_text]
    width = (high - low) * times
    free = rule.width_free_above is not None and high * times > rule.width_free_above
    if rule.max_range_width is None or width <= rule.max_range_width or free:
        return None
    instead = f"This one is {width:,.0f} wide{'' if times == 1 else ', by the year'}."
    return Fault("posting_law.width", at_most(rule.max_range_width), instead)


def _carries(context: Context, pay: Pay | None, part: Part) -> bool:
    if part == "range":
        return pay is not None
    if part == "benefits":
        given = any(item.original.provenance.name == "benefits" for item in context.items)
        return given or context.contains(expressions.BENEFITS) or context.contains(expressions.NO_BENEFITS)
    if part == "other_pay":
        return context.contains(expressions.OTHER_PAY)
    if part == "closing_date":
        return expressions.closes(context)
    if part == "job_description":
        return any(section.items for section in context.sections(SectionKey.RESPONSIBILITIES))
    if part == "ai_statement":
        return expressions.ai_statement(context)
    return context.contains(expressions.VACANCY)
