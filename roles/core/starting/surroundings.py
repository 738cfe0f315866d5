"""What is around a posting where it was copied from: a message's greeting, a form's signature, a page's profile."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection

_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good morning|morning|afternoon)(?: [A-Z][\w’'-]*){0,3}\s*[,!-]", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:cheers|(?:many )?thanks|thank you|ta|(?:kind |best |warm )?regards|best(?: wishes)?|yours(?: \w+)?|"
    r"sent from .*)"
    r"(?:[,.!]? [A-Z][\w.’'-]*)?[,.!]*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(r"sent from ", re.IGNORECASE)
_AFTERWORD = re.compile(r"p\.?\s?s\.?:?\s", re.IGNORECASE)
_OF_A_FORM = re.compile(
    r"(?:(?:date )?posted(?: on)?|posting date|"
    r"revision|revised|version|last updated|document (?:no|number|id)|effective date|approved by|"
    r"reviewed by)\.?\s*:.*|"
    r".*_{5,}.*|acknowledge?ment\s*:.*|(?:employee |manager )?signature\b.{0,60}|"
    r"i have read (?:and understood? )?this (?:position|job) description\b.*",
    re.IGNORECASE,
)
_OF_A_PAGE = re.compile(
    r"[\d,.]+k? followers|\d(?:st|nd|rd)\+? degree(?: connection)?|(?:show|see|hide) match details?|matches your .*|"
    r".{3,50} · [\d,]+(?:-[\d,]+|\+) employees|[\d,]+(?:-[\d,]+|\+) employees(?: on .*)?|"
    r"\d+ (?:school|company) alumni .*|.{0,30}\bapplicants? (?:in the )?(?:past|last) .*",
    re.IGNORECASE,
)
_ON_FIRM = re.compile(
    r"\bwe(?:['’]re| are| run| make| have| do| sell| look)\b|\bour (?:company|business|firm)\b", re.IGNORECASE
)
_NEAR = 3
_SHORT = 8
# A line of more words that begins with a greeting is the text itself.
_LETTER = 25


def without_surroundings(read: PostingRead) -> PostingRead:
    """Return what was read with such lines marked as leftovers; each stays where it is."""
    lines = [line for section in read.sections for line in _all(section)]
    left = {id(line) for line in _left(read, lines)}

    def marked(line: PostingLine) -> PostingLine:
        return replace(line, kind=LineKind.LEFTOVER) if id(line) in left else line

    sections = (
        replace(section, heading=None, items=tuple(map(marked, _all(section))))
        if section.heading and id(section.heading) in left
        else replace(section, items=tuple(map(marked, section.items)))
        for section in read.sections
    )
    return replace(read, sections=tuple(sections)) if left else read


def _all(section: ReadSection) -> tuple[PostingLine, ...]:
    return (section.heading, *section.items) if section.heading else section.items


def _left(read: PostingRead, lines: list[PostingLine]) -> Iterator[PostingLine]:
    title = read.title.text.casefold() if read.title else ""
    signed = False
    for place, line in enumerate(lines):
        ended = _ends(read, line) or signed
        before = lines[place - 1] if place else None
        if (
            (place < _NEAR and _greets(line))
            or _OF_A_FORM.fullmatch(line.text)
            or _OF_A_PAGE.fullmatch(line.text)
            or _is_profile(lines, place)
        ):
            yield line
        elif ended and (_SIGNED.fullmatch(line.text) or _AFTERWORD.match(line.text) or signed):
            signed = True
            yield line
        elif before and before.kind is LineKind.LEFTOVER and title and _is_the_title(line.text, title):
            yield line


def as_letter(read: PostingRead, before: PostingRead) -> PostingRead:
    """Return what was read of an advert with the greeting over it and the name below it as lines of it.

    `before` is the same without such lines marked: what was a leftover there is one of the page, and stays one.
    """
    of_page = {line.start for line in before.lines if line.kind is LineKind.LEFTOVER}
    lines = [line for section in read.sections for line in _all(section)]
    hers: set[int] = set()
    signed = False
    for place, line in enumerate(lines):
        if line.kind is not LineKind.LEFTOVER or _OF_A_FORM.fullmatch(line.text) or _OF_A_PAGE.fullmatch(line.text):
            continue
        signed = signed or bool(_SIGNED.fullmatch(line.text))
        greets = place < _NEAR and _greets(line)
        if greets or (line.start not in of_page and signed and not _SENT_FROM.match(line.text)):
            hers.add(line.start)

    def marked(line: PostingLine) -> PostingLine:
        return replace(line, kind=LineKind.SUMMARY) if line.start in hers else line

    return replace(
        read,
        sections=tuple(replace(section, items=tuple(map(marked, section.items))) for section in read.sections),
    )


def _greets(line: PostingLine) -> bool:
    """Whether a line opens a message; one that goes on to tell of the firm is the text itself."""
    greets = _GREETING.match(line.text) and len(line.text.split()) <= _LETTER
    return bool(greets) and not line.bullet and not _ON_FIRM.search(line.text)


def _is_the_title(text: str, title: str) -> bool:
    """Whether a page's line is the title again with its place: "Director of Operations, Greater Leeds"."""
    few = len(text.split()) <= len(title.split()) + _SHORT
    return few and text.casefold().startswith(title) and "." not in text


def _ends(read: PostingRead, line: PostingLine) -> bool:
    """Whether a line is among the last of a text."""
    behind = [text for text in read.text[line.end :].splitlines() if text.strip()]
    return len(behind) <= _NEAR


def _is_profile(lines: list[PostingLine], place: int) -> bool:
    """Whether a short line is between two that a page left there, with no more than a few: a poster's name and rank."""
    if len(lines[place].text.split()) > _SHORT or lines[place].bullet:
        return False
    before = any(line.kind is LineKind.LEFTOVER for line in lines[max(place - _NEAR, 0) : place])
    behind = any(line.kind is LineKind.LEFTOVER for line in lines[place + 1 : place + 1 + _NEAR])
    return before and behind and lines[place].kind is not LineKind.FACT
