import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.brief import TEXT_FIELDS, tidy
from tests.core.compose.build import brief
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("  Harbour Bakery  ", "Harbour Bakery"),
        ("Harbour\tBakery", "Harbour Bakery"),
        ("Harbour    Bakery", "Harbour Bakery"),
        ("Harbour \t \v \f Bakery", "Harbour Bakery"),
        ("Harbour\r\nBakery", "Harbour Bakery"),
        ("Harbour\rBakery", "Harbour Bakery"),
        ("Harbour\n\n\nBakery", "Harbour Bakery"),
        ("Harbour\u2028Bakery\u2029", "Harbour Bakery"),
        ("\u00a0Harbour\u00a0Bakery\u00a0", "Harbour\u00a0Bakery"),
        ("", ""),
        (" \t\r\n ", ""),
    ],
)
def test_one_line_answers_are_tidied(typed, tidied):
    assert tidy(typed) == tidied
    assert brief(company=typed).company == tidied


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\n\n\n\ntwo\n", "one\ntwo"),
        ("  one  \n \t \n  two\t\ttwo  ", "one\ntwo two"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("\n\n", ""),
    ],
)
def test_answers_of_several_lines_keep_their_lines(typed, tidied):
    assert tidy(typed, lines=True) == tidied
    assert brief(benefits=typed).benefits == tidied


def test_only_lists_and_paragraphs_have_several_lines():
    lists = {"benefits", "hiring_steps", "own_duties", "own_required", "own_preferred"}
    paragraphs = {"about", "why_now", "culture", "conditions", "equal_opportunity"}
    assert {name for name, rule in TEXT_FIELDS.items() if rule["lines"]} == lists | paragraphs


@given(any_text, st.booleans())
def test_tidying_twice_is_tidying_once(text, several):
    once = tidy(text, lines=several)
    assert tidy(once, lines=several) == once


@given(any_text, st.booleans())
def test_tidying_takes_away_white_space_and_nothing_else(text, several):
    def visible(value):
        return [char for char in value if not char.isspace()]

    assert visible(tidy(text, lines=several)) == visible(text)


@given(any_text)
def test_a_tidied_line_has_no_break_no_tab_and_no_double_space(text):
    tidied = tidy(text)
    assert not set(tidied) & set("\n\r\t\v\f\u2028\u2029")
    assert "  " not in tidied
    assert tidied == tidied.strip()


@given(any_text)
def test_tidied_lines_are_never_blank_and_never_padded(text):
    tidied = tidy(text, lines=True)
    assert not set(tidied) & set("\r\t\v\f\u2028\u2029")
    if tidied:
        assert all(line and line == line.strip() for line in tidied.split("\n"))
