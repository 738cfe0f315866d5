"""How long places take: `python -m tests.benchmarks.bench_places`. Processor time, best of many.

Exits with 1 where the towns take longer than 0.3 s to load, or a place longer than 0.2 ms to read.
"""

import sys

from roles.core.places import read_place, towns
from tests.benchmarks.bench_review import seconds

LOADING = 0.3
READING = 0.0002
PLACES = [
    *("Perth, WA", "Perth, Scotland", "Springfield", "London, ON", "Newcastle upon Tyne, UK", "Zürich", "Austin TX"),
    *("Remote", "Remote (US, not CO or WA)", "within 3 hours of Rifle, CO", "throughout Colorado"),
    *("12 High Street, Leeds, UK", "Cork or Limerick, Ireland", "Melbourne VIC 3000"),
]


def read_all():
    for line in PLACES:
        read_place.__wrapped__(line)


def main():
    loading = seconds(towns._lines.__wrapped__, 3)
    reading = seconds(read_all, 20) / len(PLACES)
    print(f"loading the towns {1000 * loading:8.1f} ms (at most {1000 * LOADING:.0f})")  # noqa: T201
    print(f"reading a place   {1000 * reading:8.3f} ms (at most {1000 * READING})")  # noqa: T201
    return int(loading > LOADING or reading > READING)


if __name__ == "__main__":
    sys.exit(main())
