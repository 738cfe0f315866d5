"""The last day to apply, typed where a browser has no calendar: figures that may be two days ask which."""

from datetime import date

import pytest

from roles.models import Posting

URL = "/roles/director-of-operations/brief/"


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        (["25/12/2098"], date(2098, 12, 25)),
        (["4 March 2099"], date(2099, 3, 4)),
        (["03/04/2099", "2099-04-03"], date(2099, 4, 3)),  # the box, and the choice below it
    ],
)
def test_a_day_is_taken_as_typed_or_as_chosen(stranger, answers, sent, day):
    stranger.post(URL, answers | {"valid_through": sent})

    assert Posting.objects.get().brief.valid_through == day


def test_both_days_are_offered(stranger, answers):
    page = stranger.post(URL, answers | {"valid_through": "03/04/2099"}).content.decode()

    assert "Which day is it?" in page
    for value, label in (("2099-04-03", "3 April 2099"), ("2099-03-04", "4 March 2099")):
        assert f'value="{value}"' in page
        assert label in page
