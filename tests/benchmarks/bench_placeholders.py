"""How long judging a hostile statement takes: `python -m tests.benchmarks.bench_placeholders`.

Processor time, best of three, and as a ratio to a statement of the usual kind.
"""

from roles.core.compose.mistakes import mistakes
from tests.benchmarks.bench_review import seconds
from tests.core.compose.test_placeholders_survive_hostile_text import HOSTILE

USUAL = "Report to {{ reports_to }} each week{% if budget %}, within a budget of {{ budget }}{% endif %}."


def main():
    usual = seconds(lambda: mistakes(USUAL), 3)
    for name, source in HOSTILE.items():
        took = seconds(lambda source=source: mistakes(source), 3)
        print(f"{name:40}{1000 * took:8.1f} ms{took / usual:8.1f} times a usual one")  # noqa: T201


if __name__ == "__main__":
    main()
