"""What of ours yields to a line of the owner's that is about the same."""

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.compose.repeating import repeats
from roles.core.compose.scope import Answered
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("hers", "ours"),
    [
        ("Five-year fleet plan", "Lay out five years of vehicles and trailers: what to buy, lease, keep or give away."),
        ("weekly plan everyone can see", "Hold every department to one plan for the week."),
        ("Keep spray and biosecurity records", "Have sprays stored, mixed and recorded by certified people."),
        ("stock count every week", "Run rolling counts of items until record and stock agree."),
        ("the weekly rota", "Freeze the week’s schedule around the step that limits output."),
    ],
)
def test_one_thing_in_two_wordings_is_stated_once(hers, ours):
    assert repeats(ours, hers)


@pytest.mark.parametrize(
    ("hers", "ours"),
    [
        ("weekly plan everyone can see", "Plan the move hour by hour, from keys to signs."),
        ("Annual contract review with ten biggest hotel groups", "Negotiate renewals well ahead of their notice date."),
        ("Own the care plans", "Have vehicles checked, stocked and repaired to a plan."),
        ("Cut complaints", "Answer calls and messages the same day."),
        ("", "Answer calls and messages the same day."),
    ],
)
def test_what_shares_a_word_or_two_is_not_the_same(hers, ours):
    assert not repeats(ours, hers)


@pytest.mark.parametrize("slug", content.role_slugs())
@pytest.mark.parametrize("line", ["Weekly plan everyone can see", "A fleet plan for five years", "Cut stock, count it"])
def test_no_duty_of_ours_repeats_a_line_of_hers(slug, line):
    areas = tuple(Answered(area=area, starred=True) for area in ("delivery", "field", "inventory"))
    answers = {"industry": "logistics", "traits": ("vehicles", "hgv"), "scope": areas}
    document = compose(shipped.role(slug), brief(**answers, own_duties=line), version=1)
    duties = next(part for part in document.sections if part.purpose is Purpose.DUTIES)
    assert len(duties.items) >= 6
    assert [item.text for item in duties.items[1:] if repeats(item.text, line)] == []
