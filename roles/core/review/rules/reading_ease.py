"""Reading ease: Flesch's scale and Kincaid's grade, for texts in English."""

from collections.abc import Iterator

from .. import measures
from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem, once_an_item
from ..rule import Rule

# Flesch's own bands: below 30 very difficult, 30 to 50 difficult.
VERY_HARD, HARD = 30, 40
FEWEST_WORDS = 100
SOURCE = "Flesch 1948; Kincaid, Fishburne, Rogers and Chissom 1975. The limits are our judgement"


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding where Flesch's reading ease, from 0 to 100, is below `HARD`; English texts only."""
    reading = measures.reading(count for item in context.items for count in _counts(item))
    if not reading.english or reading.words < FEWEST_WORDS or reading.ease >= HARD:
        return
    yield context.finding(
        "reading_ease.hard",
        Level.SHOULD_FIX if reading.ease < VERY_HARD else Level.CONSIDER,
        f"Hard to read: Flesch reading ease {reading.ease:.0f} of 100, about grade {max(reading.grade, 0):.0f}. "
        "Shorter sentences help, then shorter words.",
        why="People read postings between two other things, many of them not in their first language.",
        source=SOURCE,
    )


@once_an_item
def _counts(item: ReviewedItem) -> Iterator[measures.Counted]:
    for start, end in item.sentences:
        yield measures.count(item.folded[start:end])


RULE = Rule("reading_ease", "Reading ease", find)
