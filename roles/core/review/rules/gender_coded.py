"""Gender-coded words, after Gaucher, Friesen and Kay 2011: a nudge, never a verdict.

Headings and benefits are left out; so are the words the work itself needs, which the
summary names with the reason.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from roles.core.limits import SectionKey

from .. import text as texts
from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.files import Entry
from ..words.lists import read

# Counted on 24 real operations postings, per 1,000 words.
USUAL = {"masculine": 14.1, "feminine": 12.4}
FEWEST_WORDS = 50

coded = read("gender_coded")
needed_words = read("gender_coded_needed")
advised = read("gender_coded_advice")


def _side(entry: Entry) -> str:
    return entry.group.name.partition(", ")[0]


def _is_added(entry: Entry) -> bool:
    """Return whether the gender decoder added it to the paper's list, whose densities are the usual ones."""
    return entry.group.name.endswith(", added")


def find(context: Context) -> Iterator[Finding]:
    """Yield each coded word that can be changed, after one finding on how many there are in 1,000 words.

    Of a side no more coded than is `USUAL`, by the paper's list, nothing is found; below `FEWEST_WORDS` words
    there is no density to tell.
    """
    counts: Counter[str] = Counter()
    needed: Counter[Entry] = Counter()
    changeable: list[tuple[str, Finding]] = []
    for item in context.items:
        if item.kind == SectionKey.EQUAL_OPPORTUNITY or item.of_benefits:
            continue
        for entry, span in coded.hits(item):
            if item.once((_is_organisation, span), partial(_is_organisation, span=span)):
                continue
            side = _side(entry)
            counts[side] += not _is_added(entry)
            if entry.replacement is None and (need := needed_words.at(item.folded, span[0])):
                needed[need] += 1
            else:
                changeable.append((side, _word(item, entry, span)))
    short = context.words < FEWEST_WORDS
    found = [finding for side, finding in changeable if short or 1000 * counts[side] > USUAL[side] * context.words]
    if found and not short:
        yield _density(context, counts, needed, len(found))
    yield from found


def _is_organisation(item: ReviewedItem, span: tuple[int, int]) -> bool:
    """Whether the word has a capital within a sentence of small letters: "for the Trust", a body that is meant."""
    start, end = item.sentence_at(span[0])
    words = item.text[start:end].split()
    first = item.text[start : span[0]].strip(" -–•*\"“'‘(") == ""
    capital = item.text[span[0]].isupper() and not item.text[span[0] : span[1]].isupper()
    small = sum(word[:1].islower() for word in words)
    return capital and not first and 2 * small > len(words)


def _word(item: ReviewedItem, entry: Entry, span: tuple[int, int]) -> Finding:
    words = item.text[span[0] : span[1]]
    advice = advised.at(item.folded, span[0])
    after = f" {advice.group.name}" if advice else ""
    if entry.replacement:
        after = f" “{entry.replacement}” says it, too."
    return item.finding(
        coded.id,
        Level.CONSIDER,
        f"“{words}” is a {_side(entry)}-coded word that could be another one.{after}",
        why=coded.why,
        source=entry.group.source,
        span=span,
        replacement=None if entry.replacement is None else texts.in_case_of(words, entry.replacement),
    )


def _density(context: Context, counts: Counter[str], needed: Counter[Entry], changeable: int) -> Finding:
    sides = " and ".join(
        f"{1000 * counts[side] / context.words:.0f} {side}-coded words (usual: {USUAL[side]:.0f})" for side in USUAL
    )
    left_out = ""
    if needed:
        named = "; ".join(
            sorted(f"{entry.text.rstrip('*')}… {_times(times)}, {entry.group.name}" for entry, times in needed.items())
        )
        left_out = f" Not counted among these: {named}."
    return context.finding(
        "gender_coded.density",
        Level.CONSIDER,
        f"In 1,000 words: {sides}. {changeable} of them could be another word.{left_out}",
        why=coded.why,
        source=coded.source,
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


RULE = Rule("gender_coded", "Gender-coded words", find)
