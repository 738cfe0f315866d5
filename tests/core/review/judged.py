"""The postings of judged.txt, as values, and how well the review agrees with whoever judged them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roles.core import content
from roles.core.review import Finding, Rules, review
from roles.core.review.reading import read_text

FILE = Path(__file__).with_name("judged.txt")
TODAY = date(2026, 11, 28)
# What the texts were judged for; that such short ones are short and leave things out is no question.
FAMILIES = (
    *("protected", "age", "disability", "requirements", "empty_phrases", "gender_coded.word", "blanks"),
    *("posting_law", "pay_range", "contradictions"),
)


@dataclass(frozen=True)
class Judged:
    about: str
    text: str
    expected: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Agreement:
    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    must_fix_missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))


def postings() -> list[Judged]:
    blocks = FILE.read_text(encoding="utf-8").split("\n## ")[1:]
    return [_posting(block) for block in blocks]


def _posting(block: str) -> Judged:
    about, *lines = block.splitlines()
    expected = [line.removeprefix("=> ").split(" | ") for line in lines if line.startswith("=> ")]
    text = "\n".join(line for line in lines if not line.startswith("=> "))
    pairs = tuple((pair[0].rstrip(" |"), pair[1] if len(pair) > 1 else "") for pair in expected)
    return Judged(about, f"Operations Director\n\n{text}\n", pairs)


# Ids of findings that must be fixed: to miss one is worse.
MUST = ("age.block", "disability.block", "protected.religion", "protected.origin", "blanks", "posting_law.missing")


def agreement() -> Agreement:
    rules = Rules(posting_rules=content.read_posting_rules())
    right, wrong, missed, must = 0, [], [], []
    for posting in postings():
        found = [
            finding
            for finding in review(read_text(posting.text), None, rules, TODAY)
            if finding.id.startswith(FAMILIES)
        ]
        for rule, words in posting.expected:
            hit = next((finding for finding in found if finding.id == rule and _same(finding, words)), None)
            if hit:
                right += 1
                found.remove(hit)
            else:
                missed.append(f"{posting.about}: {rule} “{words}”")
                if rule.startswith(MUST):
                    must.append(missed[-1])
        wrong.extend(f"{posting.about}: {finding.id} “{finding.words}” {finding.message}" for finding in found)
    return Agreement(right, tuple(wrong), tuple(missed), tuple(must))


def _same(finding: Finding, words: str) -> bool:
    a, b = finding.words.lower(), words.lower()
    return a in b or b in a
