"""Time grows linearly, by counting what is done rather than by a clock.

Counted are the Python lines a review runs and the calls it makes of functions in C, such as
those of regular expressions. How long a single one of these takes is not counted here:
`python -m tests.benchmarks.bench_review` measures that on the same hostile texts.
"""

import sys
import time
from pathlib import Path

import pytest

from roles.core import content
from roles.core.review import Rules, review, reviewed
from roles.core.review.reading import read_text
from tests.core.review.hostile import HOSTILE

from .making import TODAY, document, section

RULES = Rules(posting_rules=content.read_posting_rules())
PACKAGE = str(Path(review.__code__.co_filename).parent)

POSTING = (
    "Responsibilities\n- Lead a young team, plan the week and approve spending.\n"
    "- A degree in law, 15 years of experience.\n"
    "- Lift up to 50 lbs; he will report to us. Salary: $90,000 to $120,000 a year.\n\n"
    "Requirements:\n- PMP, [name] __\n\n"
)


def steps(work):
    """Return how many lines of the review's own code the work runs, and calls into C from there."""
    count = 0

    def line(frame, event, argument):
        nonlocal count
        count += event == "line"
        return line

    def call(frame, event, argument):
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    def profiled(frame, event, argument):
        nonlocal count
        count += event == "c_call" and frame.f_code.co_filename.startswith(PACKAGE)

    reviewed.kept_item.cache_clear()  # what was looked at in a shorter text would cost nothing in a longer one
    before = sys.gettrace(), sys.getprofile()
    sys.settrace(call)
    sys.setprofile(profiled)
    try:
        work()
    finally:
        sys.setprofile(before[1])
        sys.settrace(before[0])
    return count


def growth(work, size):
    """Return how much more the third and fourth part of a text cost than the second: 2 where that is linear.

    What a review costs whatever its length is in none of these.
    """
    work(size)  # whatever is cached, expressions that are compiled when they are first tried too
    one, two, four = (steps(lambda size=size: work(size)) for size in (size, 2 * size, 4 * size))
    return (four - two) / max(two - one, 1)


def test_the_growth_of_known_work_is_known():
    def lines_of(size):
        review(document(section("required", "a")), None, RULES, TODAY)

    def of_size(power):
        scope = {}
        code = f"def work(size):\n    for _ in range(size ** {power}):\n        pass\n"
        exec(compile(code, PACKAGE, "exec"), scope)
        return scope["work"]

    assert growth(lines_of, 10) == 0
    assert 1.9 < growth(of_size(1), 50) < 2.1
    assert 3.9 < growth(of_size(2), 50) < 4.1


@pytest.mark.parametrize("joined", [POSTING, POSTING.replace("\n", " ")], ids=["lines", "one line"])
def test_twice_the_text_takes_twice_the_steps(joined):
    assert 1 < growth(lambda times: review(read_text(joined * times), None, RULES, TODAY), 12) < 2.2


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_hostile_texts_take_no_more_than_that(unit):
    def work(length):
        text = unit * (length // len(unit))
        review(document(section("required", text)), None, RULES, TODAY)
        read_text(text)

    assert growth(work, 200) < 2.6


def test_years_over_and_over_in_one_sentence_are_each_looked_at_alone():
    def took(times):
        long = document(section("required", "15 years " * times))
        start = time.process_time()
        review(long, None, RULES, TODAY)
        return time.process_time() - start

    short, long = (min(took(times) for _ in range(2)) for times in (500, 2_000))
    assert long < 8 * short  # with the whole sentence looked through for each of them: 13
