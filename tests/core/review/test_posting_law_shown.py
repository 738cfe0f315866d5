"""The laws of a posting's places as they are shown: met, missing, to come, or none known."""

from datetime import date

import pytest

from roles.core.money import Currency
from roles.core.review import Rules, Status
from roles.core.review.posting_parts import NAMES
from roles.core.review.posting_rules import Seen
from roles.core.review.rules.posting_law import laws_looked_at

from .laws import REMOTE, RULES, brief, looked_at
from .making import TODAY, document, pay


def test_what_is_void_in_westchester_county_has_no_row():
    assert [row.rule.key for row in looked_at(document(job_location="White Plains, NY")).rows] == ["us-ny"]


def results(laws):
    return {row.rule.key: (row.status, row.result) for row in laws.rows}


def test_a_row_read_in_part_in_a_summary_is_marked_so():
    partly = [rule for rule in RULES.values() if "in a summary" in rule.source]
    assert partly
    assert [rule.key for rule in partly if rule.seen is Seen.TEXT] == []


def test_the_laws_of_a_place_are_shown_met_and_missing():
    doc = document(job_location="New York, NY", base_salary=pay(90_000, 110_000))
    assert results(looked_at(doc)) == {
        "us-ny": (Status.REQUIRED, "Required; covered"),
        "us-ny-new-york-city": (Status.REQUIRED, "Required; covered"),
    }


def test_a_law_that_does_not_apply_is_shown_with_its_reason():
    (row,) = looked_at(document(job_location="Boston, MA"), headcount=24).rows
    assert (row.status, row.result, row.missing) == (Status.NOT_REQUIRED, "Not required", ())
    assert row.why == "Massachusetts asks it of employers with 25 people or more there."


def test_a_law_that_may_apply_and_one_to_come_are_shown():
    doc = document(job_location="Wilmington, Delaware")
    (row,) = looked_at(doc).rows
    assert row.starts == date(2027, 9, 26)
    assert row.result == "Starts on 26 September 2027; missing: the pay range; the benefits; " + NAMES["other_pay"]
    (row,) = looked_at(document(job_location="Boston, MA"), sites=2).rows
    assert row.result == "May apply; missing: the pay range"


def test_what_is_wrong_with_a_range_is_missing_too():
    doc = document(job_location="Toronto", base_salary=pay(80_000, 140_000, currency=Currency.CAD))
    (row,) = looked_at(doc).rows
    assert "a range at most 50,000 wide" in row.missing
    assert "the pay range" not in row.missing


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("Boise, Idaho", "We know of no posting law here. There may still be one."),
        ("Oslo, Norway", "We know of no posting law here. There may still be one."),
        ("", "The posting names no place, so no posting law was checked."),
    ],
)
def test_a_place_without_a_law_shows_it(place, note):
    laws = looked_at(document(job_location=place))
    assert (laws.rows, laws.note) == ((), note)


def test_a_place_that_could_not_be_read_shows_it_in_place_of_the_laws():
    laws = looked_at(document(job_location="Columbus"))
    assert laws.rows == ()
    assert laws.note.startswith("We could not tell which state or country “Columbus” is in")


def test_a_remote_post_shows_the_laws_that_may_reach_it():
    keys = list(results(looked_at(document(job_location="Remote, US", **REMOTE))))
    could = ["us-ca", "us-co", "us-dc", "us-nj", "us-va", "us-wa", "us-ny-new-york-city"]
    reports = ["us-ct", "us-il", "us-ma", "us-ny", "us-vt"]
    assert sorted(keys) == sorted([*could, *reports])


def test_a_law_states_all_it_asks_for():
    asked = {row.rule.key: row.asks for row in looked_at(document(job_location="Toronto")).rows}
    assert asked["ca-on"].startswith("the pay range; ")
    assert asked["ca-on"].endswith("; a range at most 50,000 wide")
    (row,) = looked_at(document(job_location="Saint Paul, Minnesota")).rows
    assert row.asks.endswith("; a range with both ends")


def test_where_the_rule_of_the_review_is_switched_off_no_law_is_shown():
    rules = Rules(switched_off=frozenset({"posting_law"}), posting_rules=tuple(RULES.values()))
    laws = laws_looked_at(document(job_location="Boston, MA"), brief(60), rules, TODAY)
    assert laws.rows == ()
    assert "switched off" in laws.note
