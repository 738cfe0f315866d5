"""A pasted posting read: its sections and lines, and the facts it states."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from roles.core.document import Document
from roles.core.limits import SectionKey
from roles.core.places import PlaceReading, read_place
from roles.core.places.country_words import country_of_words

from .applying import applying_stated
from .business import name_above, title_line, title_stated
from .closing import by_order_of, closing_stated
from .company import company_stated
from .drafts import Draft
from .employment import employment_stated
from .folded_lines import NUMBERED, FoldedLine, Words
from .headcount import headcount_stated, in_one_place
from .kinds import kind_of_line
from .labels import labelled
from .language import language_of
from .leftovers import is_leftover
from .lines import BREAKS, Line, lines
from .markup import stamps_apart, unquoted
from .pay import pay_stated
from .pay_of_place import in_money_of
from .place_narrowed import narrowed
from .place_of_firm import behind_name
from .place_stated import place_stated
from .plain import plain_text
from .posting import LineKind, PostingLine, PostingRead, ReadSection, Run, Stated, StatedFacts
from .reporting import reporting_stated
from .sections import sections_of
from .terms import workplace_stated

_KINDS = {
    SectionKey.OPENING: LineKind.SUMMARY,
    SectionKey.COMPANY: LineKind.ABOUT,
    SectionKey.SUMMARY: LineKind.SUMMARY,
    SectionKey.RESPONSIBILITIES: LineKind.DUTY,
    SectionKey.SUCCESS: LineKind.SUCCESS,
    SectionKey.REQUIRED: LineKind.REQUIRED,
    SectionKey.PREFERRED: LineKind.PREFERRED,
    SectionKey.SKILLS: LineKind.SKILL,
    SectionKey.PAY: LineKind.BENEFITS,
    SectionKey.CONDITIONS: LineKind.CONDITIONS,
    SectionKey.APPLY: LineKind.APPLY,
    SectionKey.EQUAL_OPPORTUNITY: LineKind.EQUAL_OPPORTUNITY,
}


def read_posting(text: str) -> PostingRead:
    """Return what a pasted posting states; of the source of a page, what it shows. Never raises.

    Each run of white space aside, every word of the text is in one line of it, as written and in order.
    """
    text = stamps_apart(unquoted(plain_text(text)))
    starts = (0, *(match.end() for match in BREAKS.finditer(text)))
    read_lines = list(lines(text))
    title = title_line(read_lines)
    titled = read_lines.pop(title) if title is not None else None
    drafts = sections_of(read_lines, above=title or 0)
    sections = tuple(_section(draft, starts) for draft in drafts)
    title_read = _line([titled], LineKind.TITLE, starts) if titled else None
    above = name_above(read_lines[title - 1].text) if title else ""
    words = words_of(title_read.text if title_read else "", sections)
    facts = facts_stated(words)
    if above:
        facts = replace(facts, company=facts.company or Stated(above, above))
    return PostingRead(text=text, language=language_of(text), facts=facts, title=title_read, sections=sections)


def words_of(title: str, sections: Sequence[ReadSection]) -> tuple[Words, ...]:
    """Return the lines of a posting as `facts_stated` takes them."""
    return tuple(_words(title, sections))


def _words(title: str, sections: Sequence[ReadSection]) -> Iterator[Words]:
    """The lines as the document made of them has them, so that its facts are looked for once."""
    yield Words(title, SectionKey.OPENING)
    for section in sections:
        part = NUMBERED.sub("", section.key)
        if section.heading:
            yield Words(section.heading.text, part, heading=True)
        for item in section.items:
            yield Words(item.text, part)


def facts_of_document(document: Document) -> StatedFacts:
    """Return the facts that the title, headings and items of a document state."""
    words = [Words(document.title, SectionKey.OPENING)]
    for section in document.sections:
        if section.heading:
            words.append(Words(section.heading, section.part, heading=True))
        words += (Words(item.text, section.part) for item in section.items)
    return facts_stated(tuple(words))


@lru_cache(maxsize=4)
def facts_stated(words: tuple[Words, ...]) -> StatedFacts:
    """Return the facts that the lines of a posting state, the first of them its title."""
    folded_lines = [FoldedLine(each) for each in words]
    title, passages_read = (words[0].text if words else ""), [each for each in folded_lines if each.text]
    labels = list(labelled(passages_read))
    place, way = place_stated(passages_read, labels)
    company = company_stated(passages_read, labels, title)
    if company and place is None and (town := behind_name(company.value, passages_read)):
        place = Stated(read_place(town), town)
    pay, other_pay = pay_stated(passages_read)
    decided = place is not None and bool(place.value.country) and "," in place.words
    spoken_of = "" if decided else country_of_words(" ".join(each.folded for each in folded_lines))
    place = narrowed(place, pay, spoken_of, passages_read)
    country = _country_of(place) or spoken_of
    pay = in_money_of(pay, country)
    employment, employment_words = employment_stated(passages_read, labels)
    closing = closing_stated(passages_read, labels)
    if closing.unsure and country and (day := by_order_of(closing.unsure, country)):
        closing = replace(closing, day=day, unsure=None, yearless=None)
    return StatedFacts(
        title=title_stated(title, labels, passages_read),
        company=company,
        headcount=headcount_stated(passages_read, labels),
        in_one_place=in_one_place(passages_read),
        place=place,
        pay=pay,
        other_pay=other_pay,
        employment_type=employment,
        employment_words=employment_words,
        workplace=workplace_stated(passages_read, labels, way),
        closing_date=closing.day,
        closing_unsure=closing.unsure,
        closing_yearless=closing.yearless,
        stays_open=closing.stays_open,
        apply_to=applying_stated(passages_read),
        reports_to=reporting_stated(passages_read, labels),
        empty_labels=tuple(each.folded_line.text for each in labels if not each.value and not each.folded_line.heading),
    )


def _country_of(place: Stated[PlaceReading] | None) -> str:
    """The code of the one country that the place is in, "" where there is none or several."""
    countries = {each.country for each in place.value.places} if place else set()
    return countries.pop() if len(countries) == 1 else ""


def _section(draft: Draft, starts: tuple[int, ...]) -> ReadSection:
    kind = _KINDS.get(
        draft.key.rstrip("0123456789").rstrip("-") if draft.key[-1].isdigit() else draft.key, LineKind.OTHER
    )
    heading = _line([draft.heading], LineKind.HEADING, starts) if draft.heading else None
    return ReadSection(draft.key, heading, tuple(_line(item, kind, starts) for item in draft.items))


def _line(parts: list[Line], kind: LineKind, starts: tuple[int, ...]) -> PostingLine:
    text = " ".join(part.text for part in parts)
    if kind not in (LineKind.TITLE, LineKind.HEADING):
        kind = kind_of_line(text, kind)
    elif kind is LineKind.HEADING and is_leftover(text):
        kind = LineKind.LEFTOVER
    if row := parts[0].row:
        kind = LineKind.COLUMNS if row.is_head else kind
    offsets = accumulate((len(part.text) + 1 for part in parts), initial=0)
    runs = tuple(run for part, offset in zip(parts, offsets, strict=False) for run in _runs(part, offset, starts))
    return PostingLine(text, kind, runs, bullet=parts[0].bullet, count=parts[0].count, row=row.printed if row else "")


def _runs(part: Line, offset: int, starts: tuple[int, ...]) -> Iterator[Run]:
    ends = [begin for begin, _ in part.at[1:]] + [len(part.text)]
    for (begin, column), end in zip(part.at, ends, strict=True):
        start = starts[part.number - 1] + column - 1
        yield Run(offset + begin, start, start + end - begin, part.number, column)
