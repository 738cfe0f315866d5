"""Time grows linearly, by counting what is done rather than by a clock.

Counted are the Python lines and calls a review runs. A regular expression is one call
however long it takes, so the hostile texts are kept to what finishes: a quadratic one
would run for hours on a million characters, and the test would never end.
"""

import sys
from pathlib import Path

import pytest

from roles.core import content
from roles.core.review import Rules, review
from roles.core.review.reading import read_text

from .making import TODAY, document, section

RULES = Rules(posting_rules=content.read_posting_rules())
PACKAGE = str(Path(review.__code__.co_filename).parent)
MILLION = 1_000_000

POSTING = (
    "Responsibilities\n- Lead a young team, plan the week and approve spending.\n"
    "- A degree in law, 15 years of experience.\n"
    "- Lift up to 50 lbs; he will report to us. Salary: $90,000 to $120,000 a year.\n\n"
    "Requirements:\n- PMP, [name] __\n\n"
)
HOSTILE = [
    *["a", "a-", " ", ".", ". ", "…", "“", '"', "[", "{{", "{% ", "_", "@", "a@", "://", "$1,000 ", "10-20 ", "1", "x"],
    *[
        "xx ",
        "degree in ",
        "15 years ",
        "dental ",
        "health ",
        "report ",
        "young ",
        "is ",
        "travel ",
        "on site ",
        "daily ",
    ],
    *[
        "excluding ",
        "apply by ",
        "posted ",
        "no more than ",
        "or ",
        "equal opportunity ",
        "encourage ",
        "lift ",
        "up to ",
    ],
    *["我们", "\u0301", "İ", "- a\n", "ABOUT:\n\n", "a\n", "1. a\n", "\t", ", ", "aged 20 ", "<insert "],
    *["*a ", "**", "**a** ", "_a ", "__a", "a. Pay: ", "a. Requirements: **b** ", "# ", "a · ", "A, B ", "(", "o\t"],
    *[
        "women ",
        "encourage women ",
        "call 1 ",
        "kr ",
        "1 kr ",
        "r 1 ",
        "12,34,",
        "S$1 ",
        "report on ",
        "Location: A. B. ",
    ],
    *["Duties, and duties ", "Duties include ", "with a, ", "remote ", "A (", "1 000 ", "ftc: "],
]


def steps(work):
    """Return how many lines of the review's own code the work runs."""
    count = 0

    def line(frame, event, argument):
        nonlocal count
        count += event == "line"
        return line

    def call(frame, event, argument):
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("joined", [POSTING, POSTING.replace("\n", " ")], ids=["lines", "one line"])
def test_four_times_the_text_takes_about_four_times_the_steps(joined):
    def reviewed(times):
        return steps(lambda: review(read_text(joined * times), None, RULES, TODAY))

    reviewed(1)  # whatever is cached
    small, large = reviewed(20), reviewed(80)
    assert small > 1000
    assert large < 4.6 * small


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_a_hundred_thousand_hostile_characters_are_reviewed(unit):
    text = unit * (MILLION // 10 // len(unit))
    review(document(section("required", text)), None, RULES, TODAY)
    assert read_text(text).role == "pasted"


def test_a_million_characters_are_reviewed():
    text = POSTING * (MILLION // len(POSTING))
    assert review(read_text(text), None, RULES, TODAY)
