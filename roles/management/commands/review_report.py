from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from roles.core import codec, content
from roles.core.content.yaml_file import YamlFile
from roles.core.review import Rules, review
from roles.core.review.reading import read_text

FOLDER = content.ROOT / "review-set"
TODAY = date(2026, 11, 23)  # the day the set was judged by
LEAST = 0.9


@dataclass(frozen=True, kw_only=True)
class Expected:
    id: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A posting somebody judged by hand: every finding it should have, and no other."""

    about: str
    text: str
    expected: tuple[Expected, ...]


class Command(BaseCommand):
    help = (
        "Review the hand-judged postings by the shipped rules they were judged by, whatever the consultants changed, "
        "and print precision and recall for each rule. Fails below 0.9."
    )

    def add_arguments(self, parser):
        parser.add_argument("--misses", action="store_true", help="also print each difference")

    def handle(self, *, misses, **options):
        try:
            rules = Rules(posting_rules=content.read_posting_rules())
            samples = {path.stem: read_sample(path) for path in sorted(FOLDER.glob("*.yaml"))}
        except content.ContentError as error:
            raise CommandError(str(error)) from error
        if not samples:
            raise CommandError(f"There is no posting in {FOLDER}.")
        right, wrong, missed = Counter(), Counter(), Counter()
        for name, sample in samples.items():
            expected = Counter((entry.id, entry.words) for entry in sample.expected)
            found = Counter((item.id, item.words) for item in review(read_text(sample.text), None, rules, TODAY))
            right += by_rule(expected & found)
            wrong += by_rule(found - expected)
            missed += by_rule(expected - found)
            if misses:
                self.print_misses(name, "not expected", found - expected)
                self.print_misses(name, "missed", expected - found)
        self.stdout.write(f"{'rule':20}found right  precision  recall")
        for rule in sorted(right + wrong + missed):
            self.stdout.write(line(rule, right[rule], wrong[rule], missed[rule]))
        totals = right.total(), wrong.total(), missed.total()
        self.stdout.write(line(f"all {len(samples)} postings", *totals))
        precision, recall = shares(*totals)
        if precision < LEAST or recall < LEAST:
            raise CommandError(f"Precision or recall is below {LEAST}; --misses shows where.")

    def print_misses(self, name, label, differences):
        for found, words in differences:
            self.stdout.write(f"{name}: {label}: {found} “{words}”")


def by_rule(findings):
    """Return how many findings each rule has. `findings` counts them by (id, words)."""
    counted = Counter()
    for (name, _), times in findings.items():
        counted[name.partition(".")[0]] += times
    return counted


def read_sample(path):
    """Return the Sample a file holds. Raises ContentError."""
    file = YamlFile.read(path)
    try:
        return codec.load(Sample, file.data)
    except codec.DataError as error:
        raise file.error(error.problems) from error


def shares(right, wrong, missed):
    """Return (precision, recall); of nothing found or expected both are 1."""
    found, expected = right + wrong, right + missed
    return (right / found if found else 1.0), (right / expected if expected else 1.0)


def line(name, right, wrong, missed):
    precision, recall = shares(right, wrong, missed)
    return f"{name:20}{right + wrong:5}{right:6}{precision:11.2f}{recall:8.2f}"
