"""A place that was typed without capitals, as the posting prints it."""

import pytest
from hypothesis import given

from roles.core.compose import compose
from roles.core.compose.capitals import with_place_names
from tests import shipped
from tests.core.compose.build import brief
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("leeds", "Leeds"),
        ("our office in leeds", "our office in Leeds"),
        ("12b mill st, leeds ls1, uk", "12b Mill St, Leeds LS1, UK"),
        ("austin tx", "Austin TX"),
        ("portland or", "Portland OR"),
        ("leeds or york", "Leeds or York"),
        ("stratford-upon-avon", "Stratford-upon-Avon"),
        ("remote (uk)", "Remote (UK)"),
        ("hebden bridge", "Hebden Bridge"),
        ("where the harbour is, or so", "where the harbour is, or so"),
        ("leeds, UK", "leeds, UK"),
    ],
)
def test_a_place_in_small_letters_gets_its_capitals(typed, printed):
    assert with_place_names(typed) == printed
    document = compose(shipped.role("operations-director"), brief(place=typed), version=1)
    assert document.facts.job_location == printed


@given(any_text)
def test_nothing_but_capitals_is_changed(typed):
    assert with_place_names(typed).casefold() == typed.casefold()
