from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from roles.core.compose import compose
from roles.core.document import SectionKind
from roles.core.exports import markdown
from roles.core.exports.markdown import escape
from tests.core.compose.build import brief, posting, section, statement, template
from tests.strategies import documents, words

COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"}
LISTS = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
TAGS = {"h1", "h2", "p", "ul", "li", "strong"}
HOSTILE = [
    "*a* **b** _c_ __d__ ***", "`code` ``x``", "# a", "## a ##", "a #", "1. one", "12) two", "1986. A great year",
    "+ plus", "- minus", "--- rule", "* * *", "=== under", "> quote", "| a | b |", "~~gone~~", "~~~", "```",
    "[a](http://b)", "![a](b)", "[a]: http://b", "[ ] task", "<http://a.b>", "<b>x</b>", "<!-- x -->", "<br>",
    "&amp; &copy; &#65;", "\\*a\\*", "ends\\", "{{ company }}", "https://example.com/a_b_c*d*", "a@b.example",
    "Café\u0301 نان‌وایی 🥐👩🏽‍🍳", "a  b\u00a0\u00a0c", "!", "![", "](x)", "\\", "-", "+", "#", "1.", "1)", "=", "~",
]  # fmt: skip


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.seen = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert not attrs


def read(written, reader=COMMONMARK):
    """Return the (tag, words) of each block, refusing whatever is not a heading, paragraph, list or bold."""
    blocks, tag = [], ""
    for token in reader.parse(written):
        assert token.type in BLOCKS | LISTS, token
        if token.type in ("heading_open", "list_item_open") or (token.type == "paragraph_open" and tag != "li"):
            tag = token.tag
        elif token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "strong_open", "strong_close"}, token
            blocks.append((tag, "".join(child.content for child in token.children)))
            tag = ""
    return blocks


def expected(document):
    yield "h1", document.title
    for label, value in document.facts.lines():
        yield "li", f"{label}: {value}"
    for part in document.sections:
        yield "h2", part.heading
        texts = [item.text for item in part.items]
        if part.kind is SectionKind.PARAGRAPH:
            yield "p", " ".join(texts)
        else:
            yield from (("li" if part.kind is SectionKind.BULLETS else "p", line) for line in texts)


@given(documents())
def test_what_a_reader_sees_is_exactly_the_documents_words(document):
    written = markdown.write(document)
    assert read(written) == list(expected(document))
    assert read(written, GITHUB) == list(expected(document))
    assert Tags(COMMONMARK.render(written)).seen <= TAGS


@given(words(60, least=1))
def test_any_line_appears_for_itself_in_every_place(line):
    for frame, tag in (("{}", "p"), ("- {}", "li"), ("# {}", "h1")):
        assert read(frame.format(escape(line))) == [(tag, line)]


@pytest.mark.parametrize("line", HOSTILE)
def test_marks_appear_for_themselves_in_every_place(line):
    for frame, tag in (("{}", "p"), ("- {}", "li"), ("# {}", "h1")):
        assert read(frame.format(escape(line))) == [(tag, line)]


@pytest.mark.parametrize("line", HOSTILE)
def test_an_owners_marks_make_no_link_picture_or_html(line):
    document = posting(
        statement("own", "{{ benefits }}"),
        statement("in", "At {{ company }}."),
        company=line,
        benefits=line,
        place=line,
    )
    html = COMMONMARK.render(markdown.write(document))
    assert Tags(html).seen == {"h1", "h2", "ul", "li", "strong"}
    assert read(markdown.write(document)) == list(expected(document))


def test_a_small_posting_reads_like_this():
    whole = template(
        section(
            statement("a", "We bake."), statement("b", "Join us."), key="a", heading="About", kind=SectionKind.PARAGRAPH
        ),
        section(statement("c", "Lead."), statement("d", "Plan."), key="b", heading="Duties"),
        section(statement("e", "One."), statement("f", "Two."), key="c", heading="Apply", kind=SectionKind.LINES),
    )
    assert markdown.write(compose(whole, brief(company="Salt & Co"), version=1)) == (
        "# Keeper of Operations\n\n"
        "- **Company:** Salt \\& Co\n- **Location:** Leeds, UK (on site)\n"
        "- **Employment:** Full-time\n- **Reports to:** the owner\n\n"
        "## About\n\nWe bake. Join us.\n\n"
        "## Duties\n\n- Lead.\n- Plan.\n\n"
        "## Apply\n\nOne.\n\nTwo.\n"
    )


@given(documents())
def test_the_file_ends_with_one_line_end_and_holds_no_tab_or_padding(document):
    written = markdown.write(document)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert not set(written) & set("\t\r\v\f")
    assert all(line == line.rstrip() for line in written.split("\n"))


def test_ordinary_words_are_left_as_they_are():
    line = 'Runs day-to-day work, at 97% (up from 91%): it\'s "fine"; really! 3.5 + 2 = 5.5'
    assert escape(line) == line
