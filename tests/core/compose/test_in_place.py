"""Hours, conditions and wishes stand where candidates look for them, wherever an owner typed them."""

import pytest

from roles.core.compose import compose
from roles.core.compose.in_place import in_place, is_condition
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief

NOTES = [
    *(
        "starts 5am",
        "starts at 5 in harvest",
        "some v early starts",
        "6-3 mon to fri",
        "7:30 to 4",
        "mon-sat in season",
    ),
    *("no leave in August", "no hols in July", "one Sat a month", "some sats", "nights", "1 in 3 weekends"),
    *("on call 1 in 4", "on-call every third weekend", "you're on call 1 in 4", "outdoors in winter", "some lifting"),
    *("heavy lifting at times", "lifting to 25kg", "dusty, outdoors", "cold and wet", "outside half the time", "hot"),
]
DUTIES = [
    *("rotas for drivers", "on call rota for engineers", "start the 5am crew", "outdoor events", "outside contractors"),
    *("cold calling", "heavy plant", "hot desks", "weekend cover for drivers", "open at 5 each day", "starts on time"),
    *("6 to 8 trucks a day", "physical stock counts", "lift the standard", "cold chain", "shifts planned 3 weeks out"),
]


def lines(document, purpose):
    return [item.text for part in document.sections if part.purpose is purpose for item in part.items]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_of_hours_or_conditions_is_known(note):
    assert is_condition(note)


@pytest.mark.parametrize("duty", DUTIES)
def test_a_duty_that_begins_alike_is_none(duty):
    assert not is_condition(duty)


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize("answer", ["own_duties", "own_required", "own_preferred", "why_now", "about", "culture"])
def test_conditions_typed_anywhere_are_printed_among_the_conditions_once(slug, answer):
    typed = "Run the yard\non call 1 in 4" if answer.startswith("own_") else "The yard grew. on call 1 in 4"

    document = compose(shipped.role(slug), brief(conditions="starts 5am", **{answer: typed}), version=1)

    assert lines(document, Purpose.CONDITIONS) == ["Starts 5am.", "On call 1 in 4."]
    assert sum("on call" in item.text.lower() for item in document.items()) == 1


def test_a_wish_typed_among_the_requirements_is_nice_to_have():
    typed = brief(own_required="You have run a boat\nboat handling a plus\nIrish is a must, French a plus")
    document = compose(shipped.role("operations-director"), typed, version=1)
    assert lines(document, Purpose.PREFERRED)[0] == "Boat handling a plus."
    assert "Irish is a must, French a plus." in lines(document, Purpose.REQUIRED)


def test_where_a_place_is_full_the_line_stays_where_it_was_typed():
    full = brief(conditions="x" * 1_195, own_duties="Run the yard\non call 1 in 4")
    assert in_place(full) == full


@pytest.mark.parametrize(
    ("conditions", "hours", "kept"),
    [
        ("50 hours, Tue-Sat, off Sundays", "50 hours, Tue-Sat, off Sundays", ""),
        ("Cold in July. Mon to Thu, 7 to 5. Some lifting", "Mon to Thu, 7 to 5", "Cold in July. Some lifting"),
        ("On call one week in three", "", "On call one week in three"),
        ("12 hours notice of a shift", "", "12 hours notice of a shift"),
    ],
)
def test_the_week_is_at_the_head_where_nothing_else_is(conditions, hours, kept):
    moved = in_place(brief(conditions=conditions))
    assert (moved.schedule, moved.conditions) == (hours, kept)
    assert in_place(brief(conditions=conditions, schedule="Flexible")).schedule == "Flexible"
