"""What an owner notes down of a figure today and one wanted."""

import pytest

from roles.core.compose.aims import aims
from roles.core.compose.scope import Target


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "stock accuracy 81% now, want 97. OTIF 88 -> 95",
            ["Stock accuracy from 81% to 97%.", "OTIF from 88 to 95."],
        ),
        ("back on shelf takes 3 days, needs to be under 2", ["Back on shelf from 3 days to under 2."]),
        ("wait time now 9 days, target 5 days", ["Wait time from 9 days to 5 days."]),
        ("Nobody rings the owner after six.", ["Nobody rings the owner after six."]),
        ("overdue 60k, get it to 10k; hire ten drivers", ["Overdue from 60k to 10k.", "Hire ten drivers."]),
        ("hit 98% by June 2028", ["Hit 98% by June 2028."]),
        ("-", []),
    ],
)
def test_a_figure_of_today_and_one_wanted_make_a_measure(typed, printed):
    assert aims(typed) == printed


def test_what_a_target_states_is_not_printed_once_more():
    target = Target(kpi="Labor cost", goal="30%", by="June 2028", private=True)
    assert aims("labor 36% now, want 30", [target]) == []
    assert aims("labor 36% now, want 28; waste 4% now, want 30", [target]) == [
        "Labor from 36% to 28%.",
        "Waste from 4% to 30%.",
    ]


def test_a_wish_with_no_other_figure_than_a_target_is_left_to_it():
    target = Target(kpi="remakes", today="6%", goal="3%")
    assert aims("remakes halved to 3%", [target]) == []
    assert aims("remakes halved to 3% in 2028", [target]) == ["Remakes halved to 3% in 2028."]
