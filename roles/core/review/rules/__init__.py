"""The rules, in the order of the review: one module a rule. Add a module, then name it here."""

from ..rule import Rule
from . import (
    age,
    blanks,
    complete,
    contradictions,
    dates,
    disability,
    empty_phrases,
    first_lines,
    gender_coded,
    language,
    leftovers,
    length,
    ours,
    pay_range,
    posting_law,
    promise_balance,
    protected,
    reading_ease,
    requirements,
    sentences,
    success_numbers,
    terms,
    tone,
)

RULES: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        language,
        promise_balance,
        first_lines,
        success_numbers,
        complete,
        blanks,
        ours,
        leftovers,
        length,
        sentences,
        reading_ease,
        gender_coded,
        age,
        disability,
        protected,
        terms,
        tone,
        empty_phrases,
        requirements,
        pay_range,
        posting_law,
        contradictions,
        dates,
    )
)
