import pytest

from roles.core.review import Level, apply_fix

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
        ("Name .......... Date ..........", ".........."),
        ("Closing date: asap", "asap"),
    ],
)
def test_a_blank_must_be_fixed(text, words):
    found = of_line(text, "blanks")[0]
    assert (found.id, found.level, found.words) == ("blanks.blank", Level.MUST_FIX, words)


def test_to_start_as_soon_as_possible_is_only_considered():
    (found,) = of_line("Start: asap", "blanks")
    assert (found.words, found.level) == ("asap", Level.CONSIDER)


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
        "Pay ............. $66,000, paid biweekly",
        "Open until ...... filled",
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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>We <b>bake</b></p>", "We bake"),
        ("We bake.<br/>We sell.", "We bake. We sell."),
        ('<span class="x">Bread</span> for <STRONG>all</STRONG>, daily.', "Bread for all, daily."),
        ("We <b>bake</b> and sell.", "We bake and sell."),
        ("<p>| We bake | we sell</p>", "| We bake | we sell"),
        ("<li>One</li><li>Two</li>", "One Two"),
    ],
)
def test_tags_should_be_left_out_and_the_words_stay(text, plain):
    doc = document(section("company", text))
    (found,) = findings(doc, "blanks")
    assert (found.id, found.level) == ("blanks.html", Level.SHOULD_FIX)
    assert apply_fix(doc, found).sections[0].items[0].text == plain


@pytest.mark.parametrize(
    "text", ['Write <a href="https://alder.example">here</a>.', "<br>", "<b>Fish &amp; chips</b>", "<b>a < b</b>"]
)
def test_tags_that_cannot_go_without_a_loss_are_left_to_the_owner(text):
    (found,) = of_line(text, "blanks.html")
    assert found.fix is None


@pytest.mark.parametrize(
    "text", ["Under 5 < 6 and 7 > 3.", "Write to <ben@alder.example>.", "Margin <b and >a", "a <3"]
)
def test_less_than_is_no_tag(text):
    assert of_line(text, "blanks") == []
