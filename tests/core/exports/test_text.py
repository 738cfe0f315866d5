import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from roles.core.compose import compose
from roles.core.document import Provenance, SectionKind, Source
from roles.core.exports import text
from roles.core.money import BaseSalary, Currency
from tests.core.compose.build import brief, posting, section, statement, template
from tests.strategies import documents

PAY = BaseSalary(min_value=Decimal(45_000), max_value=Decimal(45_000), currency=Currency.GBP)
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
    document = compose(whole, brief(apply_to="jobs@example.com", base_salary=PAY), version=1)
    assert text.write(document) == (
        "Keeper of Operations\n"
        "Harbour Bakery · Leeds, UK (on site)\n"
        "Pay: £45,000 a year · Full-time\n"
        "Reports to: the owner\n"
        "\n"
        "ABOUT\n"
        "\n"
        "We bake. Join us.\n"
        "\n"
        "DUTIES\n"
        "• Lead.\n"
        "• Plan.\n"
        "\n"
        "APPLY\n"
        "\n"
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
    written = text.write(document)
    head, *parts = written.removesuffix("\n").split("\n\n")
    assert head.split("\n")[0] == document.title
    for label, value in document.facts.lines():
        assert any(value in line for line in head.split("\n")[1:]), label
    for expected in document.sections:
        texts = [item.text for item in expected.items]
        heading = text.as_heading(expected.heading)
        if expected.kind is SectionKind.BULLETS:
            assert parts.pop(0).split("\n") == [heading, *(f"• {words}" for words in texts)]
        else:
            lines = [" ".join(texts)] if expected.kind is SectionKind.PARAGRAPH else texts
            assert parts[:2] == [heading, "\n".join(lines)]
            parts = parts[2:]
    assert parts == []


@pytest.mark.parametrize("words", HOSTILE)
def test_an_owners_words_are_exact_wherever_they_appear(words):
    document = posting(
        statement("in", "We are {{ company }} now."), statement("own", "{{ benefits }}"), company=words, benefits=words
    )
    lines = text.write(document).split("\n")
    assert f"{words} · Leeds, UK (on site)" in lines
    assert f"• We are {words} now." in lines
    assert f"• {words[:1].upper()}{words[1:]}" in lines


def test_long_lines_are_not_wrapped():
    assert f"• {'word ' * 99}word\n" in text.write(posting(statement("long", f"{'word ' * 99}word")))


def test_a_document_without_sections_ends_after_its_facts():
    assert text.write(posting(statement("goal", "{{ goal }}"))).endswith("Reports to: the owner\n")


def test_a_step_that_she_adds_is_numbered_with_the_others():
    document = posting(statement("steps", "{{ hiring_steps }}"), hiring_steps="A call\nAn offer")
    (part,) = document.sections
    hers = replace(part.items[0], key="hers", text="Half a day with us", provenance=Provenance(source=Source.OWNER))
    document = replace(document, sections=(replace(part, items=(part.items[0], hers, part.items[1])),))

    assert text.write(document).splitlines()[-3:] == ["1. A call", "2. Half a day with us", "3. An offer"]


def test_headings_of_a_text_in_her_order_are_as_she_wrote_them():
    about = section(statement("a", "We bake."), key="about", heading="About us", kind=SectionKind.PARAGRAPH)
    duties = section(statement("c", "Lead."), key="duties", heading="What You'll Do")
    composed = compose(template(about, duties), brief(), version=1)
    first, second, *others = composed.sections
    kept = replace(composed, sections=(replace(first, key="yours-1"), second, *others))
    assert "\nABOUT US\n" in text.write(composed)
    assert "\nAbout us\n" in text.write(kept)
    assert "\nWhat You'll Do\n" in text.write(kept)


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        ("About Straße 9", "About Straße 9"),  # in capitals it would be another word
        ("Questions? Write to jobs@example.com", "Questions? Write to jobs@example.com"),
        (
            "What we are looking for in the person we hope joins us",
            "What we are looking for in the person we hope joins us",
        ),
        ("What you’ll do: a week", "WHAT YOU’LL DO: A WEEK"),
        ("In practice that means:", "In practice that means:"),  # a sentence that goes on below
        ("من نحن", "من نحن"),
    ],
)
def test_a_heading_is_in_capitals_where_it_loses_nothing_by_it(heading, printed):
    assert text.as_heading(heading) == printed


@pytest.mark.parametrize(
    ("answers", "printed"),
    [
        (
            {"company": "Salt · Stone"},
            ["Company: Salt · Stone", "Location: Leeds, UK (on site)", "Employment: Full-time"],
        ),
        ({"company": "S" * 60, "place": "L" * 60}, ["Company: " + "S" * 60, "Location: " + "L" * 60 + " (on site)"]),
        ({"valid_through": date(2027, 1, 30)}, ["Reports to: the owner · Apply by: 30 January 2027"]),
        (
            {"schedule": "Mondays", "travel_pattern": "Hull twice a month"},
            ["Hours: Mondays · Travel: Hull twice a month"],
        ),
        ({"schedule": "Mondays"}, ["Hours: Mondays"]),
    ],
)
def test_the_head_has_together_what_is_short_and_clear(answers, printed):
    lines = text.write(posting(statement("one"), **answers)).split("\n\n")[0].split("\n")
    assert [line for line in lines if line in printed] == printed
