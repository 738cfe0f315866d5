"""Whether an old text is an advert that its writer has put in order, or loose notes."""

from collections.abc import Iterator

from roles.core.reading import LineKind, PostingLine, PostingRead, ReadSection

# Words that say enough of a post to be published as they are, in our judgement.
_WORDS = 90
_HEADINGS = 2
_PARAGRAPHS = 3
_SENTENCE_WORDS = 6
_PARAGRAPH_WORDS = 15
# As many as one in so many lines without a bullet may begin in small letters.
_SMALL = 4
_SECTIONS = 24
_ENDS = (".", "!", "?", ":", ")", "”", '"')


def is_advert(read: PostingRead) -> bool:
    """Return whether a text has an order of its own, which its posting then keeps.

    It has at least two headings, each with a list or a sentence below it, or at least three paragraphs; some ninety
    words; and few lines that begin in small letters, as those of notes do. Pure.
    """
    lines = [line for section in read.sections for line in section.items if line.kind is not LineKind.LEFTOVER]
    words = sum(len(line.text.split()) for line in lines)
    loose = [line for line in lines if not line.bullet]
    small = sum(line.text.lstrip("(\"'“‘")[:1].islower() for line in loose)
    if words < _WORDS or small * _SMALL > len(loose) or len(read.sections) > _SECTIONS:
        return False
    return sum(map(_is_headed, read.sections)) >= _HEADINGS or sum(_paragraphs(lines)) >= _PARAGRAPHS


def _is_headed(section: ReadSection) -> bool:
    """Whether a section has a heading that begins as one does, and below it a list or a sentence."""
    if section.heading is None or section.heading.text[:1].islower():
        return False
    return any(line.bullet or len(line.text.split()) >= _SENTENCE_WORDS for line in section.items)


def _paragraphs(lines: list[PostingLine]) -> Iterator[bool]:
    for line in lines:
        yield not line.bullet and len(line.text.split()) >= _PARAGRAPH_WORDS and line.text.endswith(_ENDS)
