import pytest

from roles.review import Level

from .making import document, findings, of_line, section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("From __ to 5.", "__"),
        ("Work at [Company name].", "[Company name]"),
        ("Work at [...].", "[...]"),
        ("Pay: $XX,XXX a year.", "$XX,XXX"),
        ("Pay: TBD.", "TBD"),
        ("Write to <your address>.", "<your address>"),
        ("Sign here ..........", ".........."),
    ],
)
def test_a_blank_must_be_fixed(text, words):
    (found,) = of_line(text, "blanks")
    assert (found.id, found.level, found.words) == ("blanks.blank", Level.MUST_FIX, words)


@pytest.mark.parametrize("text", ["Work at {{ company }}.", "{% if remote %}", "a %} left", "a }} left"])
def test_a_leftover_of_the_template_must_be_fixed(text):
    (found,) = of_line(text, "blanks")
    assert (found.id, found.level) == ("blanks.placeholder", Level.MUST_FIX)


@pytest.mark.parametrize(
    "text",
    [
        "See note [1].",
        "Director (m/w/d) [m/w/d].",
        "[Apply here](https://example.com).",
        "Write to first__last@example.com.",
        "https://example.com/a__b",
        "And so on…",
        "Wait... then go.",
        "snake_case names",
        "Size XL",
        "Super Bowl XX",
        "[Full-time]",
    ],
)
def test_marks_that_are_no_blanks_are_left_alone(text):
    assert of_line(text, "blanks") == []


def test_the_title_the_facts_and_the_headings_are_looked_into():
    doc = document(section("summary", "Fine."), title="Director of [Area]", hiring_organization="____")
    doc_with_heading = document(section("{{ x }}", "Fine."))
    assert [(found.words, found.place.section) for found in findings(doc, "blanks")] == [
        ("[Area]", None),
        ("____", None),
    ]
    assert [found.place.section for found in findings(doc_with_heading, "blanks")] == ["{{ x }}"]
