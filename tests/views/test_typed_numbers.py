"""Numbers typed as one says them are read, and what was read is shown beside the field."""

import pytest
from django.urls import reverse

from roles.models import Posting

NEW, PREVIEW = (reverse(name, args=["director-of-operations"]) for name in ("posting_new", "posting_preview"))


@pytest.mark.parametrize(
    ("name", "typed", "number", "words"),
    [
        ("headcount", "about 15", 15, "Read as 15 people."),
        ("headcount", "just me", 1, "Read as 1 person."),
        ("headcount", "12-15", 15, "Read as 15 people, the higher of the two. To change it, type one number."),
        ("headcount", "15", 15, ""),
        ("sites", "three", 3, "Read as 3 locations."),
        ("travel", "about 10%", 10, "Read as 10 per cent of working time."),
    ],
)
def test_a_number_is_read_and_the_reading_shown(stranger, answers, name, typed, number, words):
    form = stranger.post(PREVIEW, answers | {name: typed}).context["form"]
    assert form.readings[name].words == words

    stranger.post(NEW, answers | {name: typed})
    assert getattr(Posting.objects.get().brief, name) == number


@pytest.mark.parametrize(("name", "typed"), [("headcount", "about 501"), ("sites", "a few"), ("travel", "100-200%")])
def test_what_is_refused_has_no_reading_and_comes_back_as_typed(stranger, answers, name, typed):
    response = stranger.post(NEW, answers | {name: typed})
    form = response.context["form"]

    assert response.status_code == 422
    assert list(form.errors) == [name]
    assert form.readings[name].words == ""
    assert f'value="{typed}"' in response.content.decode()


@pytest.mark.parametrize(
    ("name", "typed"), [("headcount", "6 staff and 80 volunteers in 3 halls"), ("sites", "2 shops; 3 vans")]
)
def test_of_several_numbers_one_is_asked_for(stranger, answers, name, typed):
    form = stranger.post(NEW, answers | {name: typed}).context["form"]
    assert form.errors[name][0].startswith("There is more than one number here. Give a number of ")


@pytest.mark.parametrize("name", ["headcount", "sites", "travel"])
def test_the_box_takes_words_and_offers_the_keys_for_numbers(stranger, version, name):
    page = stranger.get(NEW).content.decode()
    box = page[page.index(f'name="{name}"') - 40 : page.index(f'id="id_{name}"')]

    assert 'type="text"' in box
    assert 'inputmode="numeric"' in box
    assert f'id="id_{name}_reading"' in page


@pytest.mark.usefixtures("tailored_version")
def test_the_reading_is_shown_where_a_pasted_posting_is_reviewed(stranger):
    page = stranger.post("/review/", {"text": "Operations Director\n\nYou lead us.", "headcount": "12 to 15"})
    assert "Read as 15 people, the higher of the two." in page.content.decode()
