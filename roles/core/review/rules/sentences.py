"""Sentences: long ones, run-on bullets, walls of text, and too many passives."""

import re
from collections.abc import Iterator

from roles.core.document import SectionKind
from roles.core.limits import SectionKey

from .. import text as texts
from ..context import Context, paragraphs
from ..expressions import EQUAL
from ..finding import Finding, Level
from ..reviewed import ReviewedItem, once_an_item
from ..rule import Rule
from ..words.plain import alternatives, entries_by_group

LONG_SENTENCE = (30, 45)
LONG_BULLET = 40
BULLET_SENTENCES = 3
WALL = (120, 200)
FEWEST_PASSIVES = 3
PASSIVE_SHARE = 1 / 3
SOURCE = "Plain-language guides advise sentences of 15 to 25 words; the limits are our judgement"

# A form of "to be", at most one adverb, and a participle: regular, or one of the usual irregular ones.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: [a-z]{2,15}ly)? "
    rf"(?:[a-z]{{2,15}}ed\b|{alternatives('passives', 'irregular')})"
)
# Participles that describe rather than report what is done to something.
_ADJECTIVES = frozenset(entries_by_group("passives")["describing"])


def find(context: Context) -> Iterator[Finding]:
    """Yield sentences and bullets that are too long, in words, walls of text, and one finding on too many passives."""
    for item in context.items:
        yield from _long(item)
    yield from _walls(context)
    yield from _passive(context)
    yield from _set_badly(context)


@once_an_item
def _long(item: ReviewedItem) -> Iterator[Finding]:
    if item.words <= LONG_SENTENCE[0] and len(item.sentences) <= BULLET_SENTENCES:
        return
    total = longest = count = 0
    for start, end in item.sentences:
        if item.kind == SectionKey.EQUAL_OPPORTUNITY or EQUAL.search(item.folded, start, end):
            continue  # its words are the law's
        words = texts.count_words(item.text[start:end])
        total += words
        count += bool(words)
        longest = max(longest, words)
        if words > LONG_SENTENCE[0]:
            first = start + len(item.text[start:end]) - len(item.text[start:end].lstrip())
            yield item.finding(
                "sentences.long",
                Level.SHOULD_FIX if words > LONG_SENTENCE[1] else Level.CONSIDER,
                f"A sentence of {words} words. Make it two.",
                why="Half of a long sentence is forgotten at its end.",
                source=SOURCE,
                span=(first, end),
            )
    bullet = item.section.kind is SectionKind.BULLETS
    if bullet and longest <= LONG_SENTENCE[0] and (total > LONG_BULLET or count > BULLET_SENTENCES):
        yield item.finding(
            "sentences.run_on",
            Level.CONSIDER,
            f"A bullet of {total} words in {count} sentences. One thought a bullet is enough.",
            why="Bullets are read at a glance, or not at all.",
            source=SOURCE,
        )


# "bakeries.You": an address has no capital behind its stop.
_GLUED = re.compile(r"[a-z0-9]{3,20}\.[A-Z][a-z']{1,12}(?= )")
FEWEST_GLUED, FEWEST_LETTERS, CAPITALS = 2, 200, 0.8


def _walls(context: Context) -> Iterator[Finding]:
    for section, index, words in paragraphs(context):
        if words > WALL[0]:
            found = context.finding(
                "sentences.wall",
                Level.SHOULD_FIX if words > WALL[1] else Level.CONSIDER,
                f"A paragraph of {words} words. Break it up, or make a list of it.",
                why="On a telephone this is a whole screen without a pause.",
                source=SOURCE,
                section=section.key,
            )
            if index is not None:
                item = ReviewedItem(section=section, index=index, original=section.items[index], company="")
                found = item.finding(found.id, found.level, found.message, why=found.why, source=found.source)
            yield found


def _passive(context: Context) -> Iterator[Finding]:
    sentences = passive = 0
    examples: list[str] = []
    for item in context.items:
        if item.kind in (SectionKey.EQUAL_OPPORTUNITY, SectionKey.APPLY, SectionKey.PAY, SectionKey.SUCCESS):
            continue
        sentences += len(item.sentences)
        found = _passives(item)
        passive += min(len(found), len(item.sentences))
        examples.extend(item.text[match.start() : match.end()] for match in found[: 3 - len(examples)])
    if passive >= FEWEST_PASSIVES and passive > PASSIVE_SHARE * sentences:
        named = ", ".join(f"“{example}”" for example in examples)
        yield context.finding(
            "sentences.passive",
            Level.CONSIDER,
            f"{passive} of {sentences} sentences are in the passive: {named}. Say who does what.",
            why="A duty without a person reads as nobody's.",
            source="Our judgement",
        )


@once_an_item
def _passives(item: ReviewedItem) -> Iterator[re.Match[str]]:
    for match in _PASSIVE.finditer(item.folded):
        if match[0].rsplit(" ", 1)[1] not in _ADJECTIVES:
            yield match


@once_an_item
def _glued(item: ReviewedItem) -> Iterator[str]:
    return (match[0] for match in _GLUED.finditer(item.text))


def _letters(item: ReviewedItem) -> tuple[int, int]:
    """How many letters an item has, and how many of them are capitals."""
    letters = [char for char in item.text if char.isalpha()]
    return len(letters), sum(map(str.isupper, letters))


def _set_badly(context: Context) -> Iterator[Finding]:
    """Yield that a pasted text runs its sentences together, or is all in capitals."""
    if not context.pasted:
        return
    glued = [words for item in context.items for words in _glued(item)]
    if len(glued) >= FEWEST_GLUED:
        yield context.finding(
            "sentences.glued",
            Level.SHOULD_FIX,
            f"Spaces are missing after {len(glued)} full stops, as in “{glued[0]}”. Put them in.",
            why="It reads as if nobody had looked at it.",
            source="Our judgement",
        )
    counts = [item.once(_letters, _letters) for item in context.items]
    letters, capitals = (sum(each) for each in zip(*counts, strict=True)) if counts else (0, 0)
    if letters >= FEWEST_LETTERS and capitals > CAPITALS * letters:
        yield context.finding(
            "sentences.capitals",
            Level.CONSIDER,
            "The whole text is in capitals. Write it in small letters.",
            why="Capitals are slower to read, and screen readers may spell them out.",
            source="Our judgement",
        )


RULE = Rule("sentences", "Long sentences, walls of text and passives", find)
