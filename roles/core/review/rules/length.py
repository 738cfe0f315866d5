"""Length: how much a reader gets to read."""

from collections.abc import Iterator

from roles.core.limits import DUTIES, WORDS, SectionKey

from .. import expressions, pay_in_text
from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule

WORDS_OUTSIDE = (200, 1000)
MOST_DUTIES = 12
MOST_MUST_HAVES = 7
GROUP_NAME = 2
PARAGRAPH = 30
_BELOW = (expressions.APPLY, expressions.CLOSES, expressions.EQUAL, expressions.BENEFITS)
SOURCE = (
    "Real postings: median 587 words, middle half 410–820; Textio advises 300–700. Published templates list 7–13 "
    f"responsibilities. {WORDS[0]}–{WORDS[1]} words and {DUTIES[0]}–{DUTIES[1]} responsibilities are our judgement "
    "for a senior role"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield lengths outside the limits above: words of the whole posting, lines of duties and of must-haves."""
    low, high = WORDS
    if not low <= context.words <= high:
        far = not WORDS_OUTSIDE[0] <= context.words <= WORDS_OUTSIDE[1]
        more = "Say more" if context.words < low else "Cut what repeats or is not about this role"
        yield context.finding(
            "length.words",
            Level.SHOULD_FIX if far else Level.CONSIDER,
            f"The posting has {context.words:,} words; {low} to {high} suit a senior role. {more}.",
            why="A short text leaves the work unclear, a long one is not read to its end.",
            source=SOURCE,
        )
    yield from _responsibilities(context)
    yield from _must_haves(context)


def _responsibilities(context: Context) -> Iterator[Finding]:
    sections = [section for section in context.sections(SectionKey.RESPONSIBILITIES) if section.items]
    count = _counted(context, SectionKey.RESPONSIBILITIES)
    low, high = DUTIES
    in_a_paragraph = count == 1 and sum(len(section.items[0].text.split()) for section in sections) > PARAGRAPH
    if count and not low <= count <= high and not in_a_paragraph:
        advice = "Name the few that take most of the time" if count > high else "Name the ones that matter most"
        yield context.finding(
            "length.responsibilities",
            Level.SHOULD_FIX if count > MOST_DUTIES else Level.CONSIDER,
            f"Responsibilities: {count}; {low} to {high} give a picture of the role. {advice}.",
            why="Readers remember the duties, not their number.",
            source=SOURCE,
            section=sections[0].key,
        )


def _must_haves(context: Context) -> Iterator[Finding]:
    sections = [section for section in context.sections(SectionKey.REQUIRED) if section.items]
    count = _counted(context, SectionKey.REQUIRED)
    if count > MOST_MUST_HAVES:
        yield context.finding(
            "length.must_haves",
            Level.SHOULD_FIX,
            f"Must-haves: {count}; at most {MOST_MUST_HAVES} keep good people reading. Move some to what "
            "is good to have.",
            why="Many people apply only where they meet every line.",
            source="Our judgement",
            section=sections[0].key,
        )


def _counted(context: Context, kind: str) -> int:
    """Return how many lines of a kind there are; of a pasted text without those that are only below its list.

    Nothing but a heading ends a section there: what follows its list on how to apply, on pay or
    equality, and the names of groups within it, are none of its lines.
    """
    items = list(context.of_kind(kind))
    if not context.pasted:
        return len(items)
    of_pay = {(pay.item.section.key, pay.item.index) for pay in pay_in_text.all_written(context) if pay.item}
    lines = [
        item for item in items if (item.section.key, item.index) not in of_pay and not item.once(_is_below, _is_below)
    ]
    names = [item for item in lines if item.words <= GROUP_NAME and item.text.rstrip()[-1:] not in ".!;"]
    # Of a list of short lines most would be names, and none is.
    return len(lines) - len(names) if 3 * len(names) <= len(lines) else len(lines)


def _is_below(item: ReviewedItem) -> bool:
    """Whether an item is what may be below a list of a pasted text, and none of its lines."""
    return any(words.search(item.folded) for words in _BELOW)


RULE = Rule("length", "Length of the posting and its lists", find)
