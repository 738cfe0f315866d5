"""How long a review takes: `python -m tests.benchmarks.bench_review`. Processor time, best of many."""

import time
from datetime import date

from roles import content
from roles.compose import compose
from roles.review import Rules, review
from roles.review.reading import read_text

TODAY = date(2026, 11, 23)
RULES = Rules(posting_rules=content.read_posting_rules())


def seconds(work, times):
    """Return the least processor time of so many runs."""

    def run():
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(run() for _ in range(times))


def main():
    briefs = content.example_briefs()
    for slug in content.role_slugs():
        template = content.read_role(slug)
        for name, brief in briefs.items():
            document = compose(template, brief, version=1)
            took = seconds(lambda document=document, brief=brief: review(document, brief, RULES, TODAY), 30)
            print(f"{slug:24}{name:22}{1000 * took:7.2f} ms")  # noqa: T201
    posting = "- Lead a young team; he will plan the week.\n- A degree in law, 15 years of experience.\n\nPerks\n\n"
    previous = None
    for size in (62_500, 125_000, 250_000, 500_000, 1_000_000):
        text = posting * (size // len(posting))
        took = seconds(lambda text=text: review(read_text(text), None, RULES, TODAY), 1)
        ratio = f", {took / previous:.2f} times the half of it" if previous else ""
        print(f"{size:>9,} characters: {took:6.2f} s{ratio}")  # noqa: T201
        previous = took


if __name__ == "__main__":
    main()
