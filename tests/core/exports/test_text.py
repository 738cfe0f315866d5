import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given

from roles.core.compose import compose
from roles.core.document import Provenance, SectionKind, Source
from roles.core.exports import text
from tests.core.compose.build import brief, posting, section, statement, template
from tests.strategies import documents

HOSTILE = [
    "{{ company }}",
    "<script>alert(1)</script>",
    "&amp; &lt;b&gt;",
    "back\\slash \\n",
    "=HYPERLINK(1)",
    "+1 -1 @x",
    "*stars* _and_ `ticks` # 1. > |",
    "نان‌وایی פת 🥐👩🏽‍🍳 Cafe\u0301",
]


def test_a_small_posting_reads_like_this():
    whole = template(
        section(
            statement("a", "We bake."),
            statement("b", "Join us."),
            key="about",
            heading="About",
            kind=SectionKind.PARAGRAPH,
        ),
        section(statement("c", "Lead."), statement("d", "Plan."), key="duties", heading="Duties"),
        section(
            statement("e", "Write to:"),
            statement("f", "{{ apply_to }}"),
            key="apply",
            heading="Apply",
            kind=SectionKind.LINES,
        ),
    )
    document = compose(whole, brief(apply_to="jobs@example.com"), version=1)
    assert text.write(document) == (
        "Keeper of Operations\n"
        "\n"
        "Company: Harbour Bakery\n"
        "Location: Leeds, UK (on site)\n"
        "Employment: Full-time\n"
        "Reports to: the owner\n"
        "\n"
        "About\n"
        "We bake. Join us.\n"
        "\n"
        "Duties\n"
        "- Lead.\n"
        "- Plan.\n"
        "\n"
        "Apply\n"
        "Write to:\n"
        "jobs@example.com\n"
    )


@given(documents())
def test_the_file_survives_any_box_it_is_pasted_into(document):
    written = text.write(document)
    assert "\n\n\n" not in written
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert not [char for char in written if char != "\n" and unicodedata.category(char) == "Cc"]
    for line in written.split("\n"):
        assert line == line.strip()


@given(documents())
def test_every_word_appears_in_its_place_exactly(document):
    parts = text.write(document).removesuffix("\n").split("\n\n")
    assert parts[0] == document.title
    assert parts[1].split("\n") == [f"{label}: {value}" for label, value in document.facts.lines()]
    assert len(parts) == 2 + len(document.sections)
    for part, expected in zip(parts[2:], document.sections, strict=True):
        heading, *lines = part.split("\n")
        assert heading == expected.heading
        texts = [item.text for item in expected.items]
        if expected.kind is SectionKind.PARAGRAPH:
            assert lines == [" ".join(texts)]
        elif expected.kind is SectionKind.BULLETS:
            assert lines == [f"- {words}" for words in texts]
        else:
            assert lines == texts


@pytest.mark.parametrize("words", HOSTILE)
def test_an_owners_words_are_exact_wherever_they_appear(words):
    document = posting(
        statement("in", "We are {{ company }} now."), statement("own", "{{ benefits }}"), company=words, benefits=words
    )
    lines = text.write(document).split("\n")
    assert f"Company: {words}" in lines
    assert f"- We are {words} now." in lines
    assert f"- {words[:1].upper()}{words[1:]}" in lines


def test_long_lines_are_not_wrapped():
    assert f"- {'word ' * 99}word\n" in text.write(posting(statement("long", f"{'word ' * 99}word")))


def test_a_document_without_sections_ends_after_its_facts():
    assert text.write(posting(statement("goal", "{{ goal }}"))).endswith("Reports to: the owner\n")


def test_a_step_that_she_adds_is_numbered_with_the_others():
    document = posting(statement("steps", "{{ hiring_steps }}"), hiring_steps="A call\nAn offer")
    (part,) = document.sections
    hers = replace(part.items[0], key="hers", text="Half a day with us", provenance=Provenance(source=Source.OWNER))
    document = replace(document, sections=(replace(part, items=(part.items[0], hers, part.items[1])),))

    assert text.write(document).splitlines()[-3:] == ["1. A call", "2. Half a day with us", "3. An offer"]
