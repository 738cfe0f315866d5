"""The parts that posting laws ask for: which of them a posting has, and what is wrong with its range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roles.core.limits import SectionKey
from roles.core.money import A_YEAR

from . import expressions
from .context import Context
from .pay_in_text import Pay
from .posting_rules import Ban, Part, PostingRule
from .reviewed import ReviewedItem, Span
from .words.lists import read
from .words.plain import alternatives

NAMES: dict[Part, str] = {
    "range": "the pay range",
    "minimum_pay": "the least it pays, as an amount",
    "collective_agreement": "the collective agreement the pay goes by",
    "benefits": "the benefits",
    "other_pay": "other pay, such as a bonus, or that there is none",
    "how_to_apply": "how to apply",
    "closing_date": "the last day to apply, or that applications stay open",
    "job_description": "the job description",
    "ai_statement": "a statement that artificial intelligence is used to choose applicants, if it is",
    "vacancy_statement": "a statement whether the vacancy exists now",
}
BOTH_ENDS = "a range with both ends"
# A posting without them may be right: there may be no other pay, and no artificial intelligence.
NOT_SURELY_MISSING: frozenset[Part] = frozenset({"other_pay", "ai_statement"})
PAY_ITSELF: frozenset[Part] = frozenset({"range", "minimum_pay"})
BARRED: dict[Ban, str] = {
    "canadian_experience": "a requirement of Canadian experience",
    "blanket_record_ban": "words that turn away everybody with a record",
    "pay_history": "a question about past pay",
}
_BARRED: dict[Ban, re.Pattern[str]] = {
    "canadian_experience": re.compile(rf"\b{alternatives('barred', 'canadian experience')}"),
    "blanket_record_ban": re.compile(rf"\b{alternatives('barred', 'blanket record ban')}"),
}
# Words of the list that the rule on protected grounds looks for, too.
_PAY_HISTORY = "asks for past pay"
_NOT_ASKED = re.compile(r"\b(?:no|not|never|without|don't|nor)\b[^.;]{0,40}$")
_UNNEEDED = re.compile(r"[^.;]{0,20}\b(?:is|are)? ?(?:not|n't) (?:required|needed|necessary|asked)\b")
_COLLECTIVE = re.compile(r"\bccnl\b|\bcollective (?:bargaining )?agreement\b|\bcontratto collettivo\b")


def lacking(context: Context, pay: Pay | None, rule: PostingRule) -> Iterator[str]:
    """Yield, in words, each thing the rule asks for that the posting has not got."""
    yield from (NAMES[part] for part in absent(context, pay, rule))
    if fault := range_fault(pay, rule):
        yield fault.asked


def absent(context: Context, pay: Pay | None, rule: PostingRule) -> list[Part]:
    """Return the parts the rule asks for that the posting has not got, in the rule's order."""
    return [part for part in rule.carries if not _carries(context, pay, part)]


def barred(context: Context, rule: PostingRule) -> Iterator[tuple[Ban, ReviewedItem, Span]]:
    """Yield what of the posting the rule does not allow it to ask."""
    for ban in rule.forbids:
        for item in context.items:
            if ban == "pay_history":
                hits = read("protected_other").hits(item)
                yield from ((ban, item, span) for entry, span in hits if _PAY_HISTORY in entry.group.name)
                continue
            for match in item.matches(_BARRED[ban]):
                start, _ = item.sentence_at(match.start())
                denied = match[0].startswith("no ") or not _NOT_ASKED.search(item.folded, start, match.start())
                if denied and not _UNNEEDED.match(item.folded, match.end()):
                    yield ban, item, match.span()


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
    if part == "minimum_pay":
        return pay is not None and pay.salary.min_value is not None
    if part == "collective_agreement":
        return context.contains(_COLLECTIVE)
    if part == "how_to_apply":
        return expressions.can_apply(context)
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
