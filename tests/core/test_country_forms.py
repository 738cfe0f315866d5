"""What the country decides, and what day it is there."""

from datetime import UTC, date, datetime, timedelta

import pytest

from roles.core.money import Currency
from roles.core.places import ANYWHERE, DateForm, Paper, Spelling, forms_of, forms_of_country, read_place, today_at
from roles.core.places.regions import REGIONS, _countries
from roles.core.places.zones import _zones, zones_of


@pytest.mark.parametrize(
    ("place", "currency", "paper", "resume", "support", "lang", "written"),
    [
        ("Denver, CO", Currency.USD, Paper.LETTER, "résumé", "accommodation", "en-US", "June 3, 2026"),
        ("Sheffield", Currency.GBP, Paper.A4, "CV", "adjustments", "en-GB", "3 June 2026"),
        ("Cork", Currency.EUR, Paper.A4, "CV", "accommodation", "en-IE", "3 June 2026"),
        ("Toronto, ON", Currency.CAD, Paper.LETTER, "résumé", "accommodation", "en-CA", "June 3, 2026"),
        ("Perth, WA", Currency.AUD, Paper.A4, "résumé", "adjustments", "en-AU", "3 June 2026"),
        ("Auckland", Currency.NZD, Paper.A4, "CV", "accommodation", "en-NZ", "3 June 2026"),
        ("Bonn, DE", Currency.EUR, Paper.A4, "CV", "accommodation", "en-GB", "3 June 2026"),
        ("Pune, India", Currency.INR, Paper.A4, "CV", "accommodation", "en-GB", "3 June 2026"),
        ("Manila, Philippines", Currency.PHP, Paper.LETTER, "CV", "accommodation", "en-GB", "3 June 2026"),
        ("Remote", None, Paper.A4, "CV", "accommodation", "en-GB", "3 June 2026"),
    ],
)
def test_a_posting_is_written_as_its_country_writes(place, currency, paper, resume, support, lang, written):
    forms = forms_of(read_place(place))
    assert (forms.currency, forms.paper, forms.resume, forms.support) == (currency, paper, resume, support)
    assert (forms.lang, forms.date_form.write(date(2026, 6, 3))) == (lang, written)


def test_an_unsure_place_has_the_forms_of_no_country():
    assert forms_of(read_place("Halifax")) == forms_of(read_place("Leeds, UK; Denver, CO")) == ANYWHERE
    assert (ANYWHERE.grounds, ANYWHERE.officer_title, ANYWHERE.right_to_work) == ((), False, "")


def test_a_director_may_be_an_officer_where_company_law_shows_it():
    named = {country for country in _countries() if forms_of_country(country).officer_title}
    assert named == {"GB", "IE", "AU", "NZ", "MT", "IN"}


def test_northern_ireland_protects_political_opinion():
    assert "political opinion" in forms_of(read_place("Belfast")).grounds
    assert "political opinion" not in forms_of(read_place("Leeds")).grounds


def test_canada_spells_in_its_own_way():
    assert forms_of_country("CA").spelling is Spelling.CANADIAN
    assert DateForm.MONTH_FIRST.write(date(2027, 1, 30)) == "January 30, 2027"


def test_every_country_and_region_that_is_read_has_its_zone():
    assert set(_countries()) - set(_zones()) == {"BV", "HM"}  # nobody lives there
    assert all(f"{country}-{code}" in _zones() for country in ("US", "CA", "AU") for code in REGIONS[country])


NIGHT = datetime(2026, 11, 29, 3, 30, tzinfo=UTC)  # the last hours of the 28th in the United States


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("Denver, CO", 28),
        ("London", 29),
        ("Auckland", 29),
        ("Honolulu, HI", 28),
        ("Remote, US", 28),
        ("Halifax", 29),  # unsure: the day of `now`
        ("Leeds, UK; Denver, CO", 28),
        ("Knoxville, TN", 28),
    ],
)
def test_the_day_is_that_of_the_place(place, day):
    assert today_at(read_place(place), NIGHT) == date(2026, 11, day)


def test_a_posting_is_open_until_midnight_at_its_place():
    denver = read_place("Denver, CO")
    midnight = datetime(2026, 11, 29, 7, 0, tzinfo=UTC)
    days = [today_at(denver, midnight + timedelta(seconds=seconds)).day for seconds in (-1, 0, 1)]
    assert days == [28, 29, 29]
    indiana = read_place("Gary, Indiana")
    assert zones_of(indiana) == ("America/Indiana/Indianapolis", "America/Chicago")
    assert today_at(indiana, datetime(2026, 11, 29, 5, 30, tzinfo=UTC)).day == 28


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        today_at(read_place("Denver, CO"), datetime(2026, 11, 29))
