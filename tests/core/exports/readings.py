"""Reading a posting back out of each form it leaves in, each with a parser that is not ours."""

import io
import json
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from unicodedata import bidirectional, normalize

import docx
from markdown_it import MarkdownIt

from roles.core.document import Document, SectionKind
from roles.core.exports import visible
from tests.core.exports.tagged_pdf import tags

LABELS = ("Company", "Location", "Employment", "Pay", "Hours", "Travel", "Reports to", "Apply by")


@dataclass(frozen=True)
class Reading:
    """What a reader finds: the title, the facts by label, and below each heading its lines."""

    title: str
    facts: dict[str, str]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def expected(document: Document, extension: str = "") -> Reading:
    """Return what every form has to say. Plain text has no lists: there bullets and numbers are part of the lines, and
    its headings may be in capitals, so that they are compared without.

    A section without a heading is read as part of the one before it.
    """
    document = visible(document)
    sections: list[tuple[str, tuple[str, ...]]] = []
    for section in document.sections:
        texts = tuple(item.text for item in section.items)
        heading = section.heading.casefold() if extension == "txt" else section.heading
        if section.kind is SectionKind.PARAGRAPH:
            texts = (" ".join(texts),)
        elif extension == "txt":
            texts = tuple(f"{mark_of(section, place)}{text}" for place, text in enumerate(texts))
        if not heading and sections:
            heading, before = sections.pop()
            sections.append((heading, (*before, *texts)))
        else:
            sections.append((heading, texts))
    whole = Reading(document.title, dict(document.facts.lines()), tuple(sections))
    return all_as_set(whole) if extension in SET_ON_PAGES else whole


def mark_of(section, place):
    """Return what plain text writes before a line of a list: a step is numbered, wherever it is."""
    if section.numbered or section.items[place].provenance.name == "hiring_steps":
        return f"{place + 1}. "
    return "• " if section.kind is SectionKind.BULLETS else ""


def reading(blocks: list[tuple[str, str]]) -> Reading:
    """Return the reading of (kind, text) blocks: "h1", "h2", or anything else for a line."""
    kinds = [kind for kind, _ in blocks]
    assert kinds.count("h1") == 1
    assert kinds[0] == "h1"
    facts: dict[str, str] = {}
    sections: list[tuple[str, list[str]]] = []
    for kind, text in blocks[1:]:
        if kind == "h2":
            sections.append((text, []))
        elif sections:
            sections[-1][1].append(text)
        else:
            label, _, value = text.partition(": ")
            assert label in LABELS
            facts[label] = value
    return Reading(blocks[0][1], facts, tuple((heading, tuple(lines)) for heading, lines in sections))


class Blocks(HTMLParser):
    """The blocks of an HTML fragment, which may hold these elements and nothing else."""

    BLOCKS = ("h1", "h2", "p", "li")

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert tag in (*self.BLOCKS, "ul", "ol"), f"<{tag}>"
        assert attrs == []
        assert self.open in ([], ["ul"], ["ol"])
        self.open.append(tag)
        if tag in self.BLOCKS:
            self.blocks.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in self.BLOCKS:
            kind, text = self.blocks[-1]
            self.blocks[-1] = (kind, text + data)
        else:
            assert data.strip() == ""

    def handle_comment(self, data):
        raise AssertionError("a comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def from_html(text: str) -> Reading:
    parser = Blocks()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return reading(parser.blocks)


def from_text(text: str) -> Reading:
    """Read plain text as it is written now and as it was before: its facts apart from the title and each with its
    label, its headings as typed, right over their lines."""
    parts = [part.split("\n") for part in text.removesuffix("\n").split("\n\n")]
    title, *facts = parts.pop(0)
    facts = facts or parts.pop(0)
    blocks = [("h1", title), *(("li", fact) for line in facts for fact in facts_in(line))]
    headed = False  # a heading with a blank line below it
    for lines in parts:
        heading = [] if headed else [("h2", lines.pop(0).casefold())]
        blocks += [*heading, *(("li", line) for line in lines)]
        headed = not lines
    return reading(blocks)


def facts_in(line: str) -> list[str]:
    """Return the facts of a line of the head, each with its label."""
    label, _, rest = line.partition(": ")
    if label not in LABELS:
        company, _, place = line.partition(" · ")
        return [f"Company: {company}", f"Location: {place}"]
    if label == "Pay" and " · " in rest:
        pay, _, employment = line.rpartition(" · ")
        return [pay, f"Employment: {employment}"]
    behind = next((other for other in LABELS if f" · {other}: " in line), "")
    first, mark, second = line.partition(f" · {behind}: ") if behind else (line, "", "")
    return [first, f"{behind}: {second}"] if mark else [line]


def from_markdown(text: str) -> Reading:
    tokens = MarkdownIt().parse(text)
    assert not [token for token in tokens if token.type in ("html_block", "fence", "code_block", "hr")]
    blocks = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "text_special", "strong_open", "strong_close"}
            kind = before.tag if before.tag in ("h1", "h2") else "li"
            blocks.append((kind, "".join(child.content for child in token.children)))
    return reading(blocks)


def from_word(data: bytes) -> Reading:
    names = {"Heading 1": "h1", "Heading 2": "h2"}
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return reading([(names.get(paragraph.style.name, "li"), paragraph.text) for paragraph in paragraphs])


def from_jsonld(text: str) -> Reading:
    return from_html(json.loads(text)["description"])


def from_pdf(data: bytes) -> Reading:
    """What a screen reader is told, its texts `as_set`."""
    said = [(tag.name, as_set(tag.text)) for tag in tags(data).all() if tag.name in ("H1", "H2", "P", "LBody")]
    start = next((number for number, (name, _) in enumerate(said) if name == "H2"), len(said))
    facts = [text for name, text in said[:start] if name == "P"]
    wanted = {as_set(label): label for label in LABELS}
    lines = [("li", f"{wanted[label]}: {value}") for label, value in zip(facts[::2], facts[1::2], strict=True)]
    return reading([("h1", said[0][1]), *lines, *((name.lower(), text) for name, text in said[start:])])


def as_set(text: str) -> str:
    """What comes back of a text set on a page: no spaces, for lines are broken; words that run from right to left in
    the order they are drawn in; no emoji, for which the machine may have no font."""
    text = "".join(char for char in normalize("NFC", text) if not char.isspace() and not is_emoji(char))
    drawn = any(bidirectional(char) in ("R", "AL") for char in text)
    return "".join(sorted(text)) if drawn else text


def is_emoji(char: str) -> bool:
    return char >= "\U0001f000" or char in "\u200d\uffff"


def all_as_set(found: Reading) -> Reading:
    return Reading(
        as_set(found.title),
        {label: as_set(value) for label, value in found.facts.items()},
        tuple((as_set(heading), tuple(map(as_set, lines))) for heading, lines in found.sections),
    )


READERS = {
    "txt": from_text,
    "pdf": from_pdf,
    "md": from_markdown,
    "html": from_html,
    "docx": from_word,
    "jsonld": from_jsonld,
}
SET_ON_PAGES = {"pdf"}
