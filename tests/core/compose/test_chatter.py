"""What is typed as in a chat, and how it is printed."""

import pytest

from roles.core.compose import compose
from roles.core.compose.slips import put_right, slips_in, without_slips
from tests import shipped
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("before we bid for the contract!!", "before we bid for the contract!"),
        ("no more surprises?!!", "no more surprises?!"),
        ("a van,, a phone", "a van, a phone"),
        ("we finish at 4 on fridays lol", "we finish at 4 on Fridays"),
        ("tbh we struggled, haha!", "we struggled!"),
        ("lol", ""),
        ("great team :) and calm", "great team and calm"),
        ("on call, apr-jun busiest", "on call, Apr-Jun busiest"),
        ("mar 2027", "Mar 2027"),
        ("may 2027", "May 2027"),
        ("hires under £35K, €2.5k a day", "hires under £35,000, €2,500 a day"),
        ("water exp\nforklift", "water experience\nforklift"),
    ],
)
def test_marks_and_words_of_a_chat_are_tidied(typed, printed):
    assert put_right(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "IMO rules and LOL Ltd",
        "see ../rota and 1..2",
        "wait... what?",
        "it may to some seem odd",
        "£5k-10k and 20k steps",
        "Really?! Yes!",
        "step 3: (see below)",
        "a ratio of 4:3",
    ],
)
def test_names_ranges_and_plain_marks_stay(typed):
    assert put_right(typed) == typed


def test_what_was_tidied_is_named_at_the_line():
    assert slips_in("contract!! lol") == {"contract!!": "contract!", "contract!! lol": "contract!"}
    made = compose(shipped.role("director-of-operations"), brief(own_duties="Keep stores under £35K!!"), version=1)
    [line] = [item for item in made.items() if item.provenance.name == "own_duties"]
    assert line.text == "Keep stores under £35,000!"
    assert "“£35K” is now “£35,000”" in line.reason


def test_the_town_of_the_job_and_a_style_get_their_capitals():
    typed = brief(place="doncaster", about="workshop in doncaster, hull near it", reports_to="dr. Anne Bell")
    printed = without_slips(typed)
    assert printed.about == "workshop in Doncaster, hull near it"
    assert printed.reports_to == "Dr. Anne Bell"


def test_a_comma_at_the_end_of_a_line_is_not_printed():
    made = compose(
        shipped.role("director-of-operations"), brief(benefits="van,\npension", hiring_steps="Call,\nvisit;"), version=1
    )
    assert {"Van", "Pension", "Call", "Visit"} <= {item.text for item in made.items()}
