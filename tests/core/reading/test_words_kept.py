"""No word of a pasted text is lost, changed or put in another place, whatever it is made of."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from roles.core.reading import PostingRead, read_posting
from roles.core.reading.markup import is_source

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["Responsibilities", "Benefits:", "- one thing", "1. first", "2. second", "", "About us", "You:"]
        ),
        st.sampled_from(
            ["Alder Bakery", "Director of Operations", "Denver, CO · Full-time", "Show less", "Easy Apply"]
        ),
        st.sampled_from(
            ["Location\tDenver, CO", "| Salary | $95,000 |", "|---|---|", "Duties   Run the day", "---", "***"]
        ),
        st.sampled_from(["Duties: * Plan * Buy * Keep", "1. Plan it. 2. Buy it. 3. Keep it.", "• Plan • Buy • Keep"]),
        st.sampled_from(
            ["§ one", "Ø two", "ü three", "o four", "o five", "-six", "-seven", "👉 eight", "(i) nine", "(ii) ten"]
        ),
        st.sampled_from(
            ["**Bold** and _not_ so", "# A heading", "***x***", "__ _a_", "a. one", "📍 Leeds", "&amp; on", "A&B"]
        ),
        st.sampled_from(
            ["You bake.You sell. Requirements: five *years*. Pay: good", "lower case goes on", "TWO BAKERIES"]
        ),
    ),
    max_size=30,
).map("\n".join)
WORD = re.compile(r"[^\W\d_]{2,}")


def words(posting: PostingRead) -> list[str]:
    return WORD.findall(" ".join(line.text for line in posting.lines))


@given(LINES)
@example("Alder Bakery\nDirector of Operations\nDenver, CO")
@example("Requirements:  five years\n  of it")
@example("Tom &amp; Jerry's")
def test_each_word_is_in_one_line_as_written_and_in_order(text):
    posting = read_posting(text)
    assert words(posting) == WORD.findall(posting.text)
    if not is_source(text) and "&" not in text:
        assert posting.text == text


@given(LINES)
def test_each_run_of_a_line_is_at_its_place_in_the_text(text):
    posting = read_posting(text)
    for line in posting.lines:
        for run in line.runs:
            length = run.end - run.start
            assert posting.text[run.start : run.end] == line.text[run.offset : run.offset + length]


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li>Plan the day", "<ul>", "<b>", "</b>", "Hire &amp; lead", "<br>", "<h2>Duties</h2>"]
        )
    )
)
def test_each_word_a_page_shows_is_read_from_its_source(parts):
    source = " ".join(parts)
    shown = WORD.findall(re.sub(r"<[^>]*>", " ", source).replace("&amp;", "&"))
    posting = read_posting(source)
    if is_source(source):
        assert words(posting) == shown
