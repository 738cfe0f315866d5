"""How long a review takes: `python -m tests.benchmarks.bench_review`. Processor time, best of many.

Exits with 1 where a posting of 700 words takes longer than 10 ms, or a text of twice the
length much more than twice the time, ordinary or hostile.
"""

import sys
import time
from datetime import date
from pathlib import Path

from roles.core import content
from roles.core.compose import compose
from roles.core.review import Rules, review
from roles.core.review.context import Context
from roles.core.review.reading import read_text
from tests.core.review import making
from tests.core.review.hostile import HOSTILE

TODAY = date(2026, 11, 23)
LIMIT = 0.010
STEEPEST = 2.5
WORDS = 700
PASTED = Path(__file__).with_name("pasted_posting.txt")
RULES = Rules(posting_rules=content.read_posting_rules())


def seconds(work, times):
    """Return the least processor time of so many runs."""

    def run():
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(run() for _ in range(times))


def main():
    slowest = steepest = 0.0
    for name, posting, brief in postings():
        took = seconds(lambda posting=posting, brief=brief: review(posting, brief, RULES, TODAY), 30)
        words = Context(posting, brief, RULES, TODAY).words
        slowest = max(slowest, took * WORDS / max(words, WORDS))
        print(f"{name:48}{words:5} words{1000 * took:7.2f} ms")  # noqa: T201
    text = PASTED.read_text(encoding="utf-8")
    took = seconds(lambda: read_text(text), 30)
    print(f"{'reading a pasted text':58}{1000 * took:7.2f} ms")  # noqa: T201
    posting = "- Lead a young team; he will plan the week.\n- A degree in law, 15 years of experience.\n\nPerks\n\n"
    previous = None
    for size in (62_500, 125_000, 250_000, 500_000, 1_000_000):
        text = posting * (size // len(posting))
        took = seconds(lambda text=text: review(read_text(text), None, RULES, TODAY), 2)
        ratio = took / previous if previous else 0
        steepest = max(steepest, ratio)
        print(f"{size:>9,} characters: {took:6.2f} s" + (f", {ratio:.2f} times the half of it" if previous else ""))  # noqa: T201
        previous = took
    for unit in HOSTILE:
        half, whole = (hostile_seconds(unit, size) for size in (50_000, 100_000))
        steepest = max(steepest, whole / half)
        print(f"{unit!r:>22} 100,000 characters: {whole:6.2f} s, {whole / half:.2f} times the half of it")  # noqa: T201
    print(f"slowest of {WORDS} words: {1000 * slowest:.2f} ms")  # noqa: T201
    return slowest <= LIMIT and steepest <= STEEPEST


def hostile_seconds(unit, size):
    """Return the time of reviewing a text of that size as one line of a posting, and of reading it as a posting."""
    text = unit * (size // len(unit))
    return seconds(
        lambda: (review(making.document(making.section("required", text)), None, RULES, TODAY), read_text(text)), 3
    )


def postings():
    """Yield (name, document, brief) of a pasted posting and of every example composed."""
    yield "pasted", read_text(PASTED.read_text(encoding="utf-8")), None
    for slug in content.role_slugs():
        template = content.read_role(slug)
        for name, brief in content.example_briefs().items():
            yield f"{slug} {name}", compose(template, brief, version=1), brief


if __name__ == "__main__":
    sys.exit(not main())
