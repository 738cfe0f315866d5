import re
from collections import Counter
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from roles.core import content
from roles.core.dates import days
from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.reading import LineKind, Way, read_posting
from roles.core.review import Rules, laws_looked_at, review
from roles.core.review.reading import document_of

TODAY = date(2026, 11, 27)  # the day the cases were judged by
EXPECTED = "expected.tsv"
KINDS = {SectionKey.RESPONSIBILITIES: LineKind.DUTY, "duties": LineKind.DUTY, "required": LineKind.REQUIRED}
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
FINDING = r"[a-z_]+\.[a-z_]+"


class Case:
    """One text, read and reviewed by the shipped rules, as the claims below look at it."""

    def __init__(self, text, rules):
        self.posting = read_posting(text)
        self.facts = self.posting.facts
        document = document_of(self.posting)
        self.ids = Counter(found.id for found in review(document, None, rules, TODAY))
        self.laws = [fold(row.rule.place) for row in laws_looked_at(document, None, rules, TODAY).rows]

    def count(self, kind):
        return len(self.posting.of_kind(kind))

    @property
    def ways(self):
        return [each.value.way for each in self.facts.apply_to]

    def bullets(self):
        counts = (sum(item.bullet for item in section.items) for section in self.posting.sections)
        return [count for count in counts if count]

    def amounts(self):
        salary = self.facts.pay and self.facts.pay.value.salary
        return [value for value in (salary.min_value, salary.max_value) if value is not None] if salary else []


def value_of(fact):
    return fact.value if fact else None


def holds_count(case, found):
    return case.count(KINDS[found["kind"]]) == int(found["count"])


def holds_duties(case, found):
    return case.count(LineKind.DUTY) == NUMBERS.get(found["count"])


def holds_bullets(case, found):
    return sum(case.bullets()) == sum(map(int, found["count"].split(" + ")))


def holds_way(case, found):
    return getattr(value_of(case.facts.workplace), "phrase", "") == found["way"]


def holds_day(case, found):
    return value_of(case.facts.closing_date) in [day for day, _, _ in days(fold(found["day"]))]


def holds_place(case, named):
    place = case.facts.place
    return bool(place) and fold(named) in (fold(place.words), fold(place.value.in_full))


def holds_pay(case, phrase):
    written = [float(each.replace(",", "")) for each in re.findall(r"\d[\d,.]*", phrase)]
    if "million" in phrase:
        written = [each * 1_000_000 for each in written]
    currency = re.search(r"\b[A-Z]{3}\b", phrase)
    amounts = [float(each) for each in case.amounts()]
    right = not currency or value_of(case.facts.pay).salary.currency == currency[0]
    return bool(amounts) and right and sorted({*amounts}) == sorted({*written})


# A claim in the words of the list, and whether a case bears it out.
CLAIMS = [
    (r"no (?P<id>FINDING)", lambda case, found: not case.ids[found["id"]]),
    (r"(?P<id>FINDING)(?: must_fix| \(.*\))?", lambda case, found: bool(case.ids[found["id"]])),
    (r"(?P<id>FINDING) twice|two (?P<two>FINDING)", lambda case, found: case.ids[found["id"] or found["two"]] == 2),
    (r"(?P<kind>responsibilities|required|duties) \((?P<count>\d+)\)", holds_count),
    (r"(?P<count>\w+) duties(?: split.*)?", holds_duties),
    (r"(?P<count>\d+(?: \+ \d+)?) bullets.*", holds_bullets),
    (r"place (?P<place>.+)", lambda case, found: holds_place(case, found["place"])),
    (r"place", lambda case, found: case.facts.place is not None),
    (r"(?:base )?pay (?P<pay>.*\d.*)", lambda case, found: holds_pay(case, found["pay"])),
    (r"base (?P<pay>[\d,]+) is the pay", lambda case, found: holds_pay(case, found["pay"])),
    (r"one range (?P<pay>.+)", lambda case, found: holds_pay(case, found["pay"])),
    (r"pay", lambda case, found: bool(case.amounts())),
    (r"workplace (?P<way>on site|hybrid|remote)", holds_way),
    (r"workplace not stated", lambda case, found: case.facts.workplace is None),
    (r"employment type not stated", lambda case, found: case.facts.employment_type is None),
    (r"part-time in the draft form", lambda case, found: value_of(case.facts.employment_type) == "part_time"),
    (r"vollzeit|type", lambda case, found: case.facts.employment_type is not None),
    (r"closing date passed.*", lambda case, found: bool(case.ids["contradictions.closing_date"])),
    (r"closing (?P<day>\d.+)", holds_day),
    (r"closing day", lambda case, found: case.facts.closing_date is not None),
    (r"title (?P<title>.+)", lambda case, found: value_of(case.facts.title) == found["title"]),
    (r"reporting line stated|reports to", lambda case, found: case.facts.reports_to is not None),
    (r"apply by phone", lambda case, found: Way.PHONE in case.ways),
    (r"an email address", lambda case, found: Way.EMAIL in case.ways),
    (r"walking in is a way to apply", lambda case, found: Way.IN_PERSON in case.ways),
    (r"no blank", lambda case, found: not case.ids["blanks.blank"]),
    (r"no (?P<law>\w+) row", lambda case, found: fold(found["law"]) not in case.laws),
    (r"(?P<law>\w+) law row", lambda case, found: fold(found["law"]) in case.laws),
    (r"'.*' remarked as a leftover.*", lambda case, found: bool(case.ids["leftovers.page"])),
    (r"empty close date remarked", lambda case, found: bool(case.ids["leftovers.label"])),
    (r"a note that the text is not english", lambda case, found: case.ids["language.other"] == 1),
    (r"sections", lambda case, found: len(case.posting.sections) > 2),
]  # fmt: skip
COMPILED = [(re.compile(words.replace("FINDING", FINDING), re.IGNORECASE), holds) for words, holds in CLAIMS]


class Command(BaseCommand):
    help = (
        f"Read and review the texts of a folder, and print how many are as its {EXPECTED} says (a table of file, what "
        "is right, and more). Claims in words this command does not know are for the eye, and counted apart."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", help=f"texts, and beside them {EXPECTED}")
        parser.add_argument("--wrong", action="store_true", help="also print each claim that does not hold")

    def handle(self, *, folder, wrong, **options):
        try:
            rows = (Path(folder) / EXPECTED).read_text(encoding="utf-8").splitlines()[1:]
            cases = [(row.split("\t"), Path(folder, row.split("\t")[0]).read_text(encoding="utf-8")) for row in rows]
            rules = Rules(posting_rules=content.read_posting_rules())
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be read ({error.strerror}).") from error
        counts = Counter()
        for (name, expected, *_), text in cases:
            answers = dict(judged(Case(text, rules), expected))
            result = "wrong" if False in answers.values() else "right" if True in answers.values() else "for the eye"
            counts[result] += 1
            if wrong:
                for claim in (claim for claim, holds in answers.items() if holds is False):
                    self.stdout.write(f"{name}: {claim}")
        self.stdout.write(
            f"{len(cases)} texts: {', '.join(f'{counts[key]} {key}' for key in ('right', 'wrong', 'for the eye'))}"
        )


def judged(case, expected):
    """Yield (claim, whether it holds, None for one in words that are not known)."""
    for phrase in expected.split("; "):
        if (holds := judge(case, phrase)) is not None:
            yield phrase, holds
            continue
        for part in phrase.split(", "):
            yield part, judge(case, part)


def judge(case, claim):
    for words, holds in COMPILED:
        if found := words.fullmatch(claim.strip()):
            return bool(holds(case, found))
    return None
