"""Which places' laws a posting is under: a town, a state, a remote post, a text that was pasted."""

import pytest

from roles.core.money import Currency
from roles.core.review import Level, Status, applicable

from .laws import REMOTE, RULES, law, looked_at, pasted, status
from .making import TODAY, document, findings, pay, section


@pytest.mark.parametrize(
    ("words", "cleared", "left"),
    [
        ("Remote anywhere except California.", {"us-ca"}, {"us-va", "us-nj"}),
        ("We cannot hire in CA or NJ.", {"us-ca", "us-nj"}, {"us-va"}),
        ("Not open to residents of New York City.", {"us-ny-new-york-city"}, {"us-ny"}),
        ("Not available in New York.", {"us-ny-new-york-city", "us-ny"}, {"us-ca"}),
        ("Excluding West Virginia.", set(), {"us-va"}),
        ("Excluding Virginia and Kansas.", {"us-va"}, {"us-ca"}),
        ("Excluding Washington, D.C.", {"us-dc"}, {"us-va", "us-wa"}),
        ("Not open to people in Colorado or Washington.", set(), {"us-co", "us-wa"}),
        ("We train people outside of work in our own shop. California is far.", set(), {"us-ca"}),
    ],
)
def test_what_a_remote_post_excludes_clears_that_place_alone(words, cleared, left):
    doc = document(section("conditions", words), job_location="Remote, US", **REMOTE)
    found = {row.rule.key: row.status for row in looked_at(doc).rows}
    assert {key for key in cleared | left if found[key] is Status.NOT_REQUIRED} == cleared


def test_to_turn_away_colorado_is_no_escape_and_reports_it():
    doc = document(job_location="Remote, US (not Colorado)", **REMOTE)
    row = next(row for row in looked_at(doc).rows if row.rule.key == "us-co")
    assert row.status is Status.PERHAPS
    assert "does not take a posting out of the rule" in row.why


def test_a_remote_post_for_one_state_alone_is_touched_by_no_other():
    assert looked_at(document(job_location="Ohio", **REMOTE)).rows == ()
    assert [row.rule.key for row in looked_at(document(job_location="Colorado", **REMOTE)).rows] == ["us-co"]


def test_city_and_state_both_apply():
    rules = RULES["us-ny"], RULES["us-ny-new-york-city"]
    found = applicable(rules, "New York, NY", 10, False, TODAY)
    assert [entry.status for entry in found] == [Status.REQUIRED, Status.REQUIRED]


@pytest.mark.parametrize("place", ["Columbus, Georgia", "Columbus, IN", "Columbus", "Cleveland, UK"])
def test_a_city_of_the_same_name_elsewhere_is_not_touched(place):
    rules = RULES["us-oh-columbus"], RULES["us-oh-cleveland"]
    assert {entry.status for entry in applicable(rules, place, 100, False, TODAY)} == {Status.NOT_REQUIRED}


def test_a_remote_posting_that_excludes_california_is_not_touched():
    doc = document(section("conditions", "Remote anywhere except California."), job_location="Boise, Idaho", **REMOTE)
    assert law(doc, RULES["us-ca"]) == []


def test_a_remote_posting_in_dollars_without_a_place_may_be_touched():
    doc = document(job_location="Remote", base_salary=pay(90_000, 110_000), **REMOTE)
    (found,) = law(doc, RULES["us-co"])
    assert found.level is Level.CONSIDER


def test_a_remote_posting_in_pounds_is_not():
    doc = document(job_location="Remote", base_salary=pay(9e4, 1e5, currency=Currency.GBP), **REMOTE)
    assert law(doc, RULES["us-co"]) == []


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Remote (must be based in Austin, TX)", set()),
        ("Remote, Austin, TX", {"California", "Washington State"}),
    ],
)
def test_people_who_must_live_in_a_town_are_of_no_other_state(line, places):
    said = " ".join(found.message for found in pasted(line))
    assert {place for place in ("California", "Washington State") if place in said} == places


def test_a_pasted_text_learns_what_its_place_asks_of_every_employer():
    assert [(found.level, "Colorado asks" in found.message) for found in pasted("Location: Denver, CO")] == [
        (Level.MUST_FIX, True),
        (Level.CONSIDER, True),
    ]


def test_a_pasted_text_learns_what_its_place_may_ask_for():
    assert [(found.level, "Illinois may ask" in found.message) for found in pasted("Location: Chicago, IL")] == [
        (Level.CONSIDER, True)
    ]


def test_a_pasted_remote_text_is_measured_by_the_country_of_its_pay():
    found = pasted("Location: Remote", "Salary: $90,000 to $110,000 a year")
    assert {entry.level for entry in found} == {Level.CONSIDER}
    assert any("Colorado may ask" in entry.message for entry in found)


def test_two_things_that_are_missing_are_reported_as_two():
    found, _ = law(document(job_location="Denver, CO"), RULES["us-co"], headcount=50)
    assert "; the last day to apply" in found.message
    assert found.message.endswith("This posting is missing them.")


def test_a_place_that_may_be_abroad_is_shown_how_to_agree():
    (found,) = pasted("Location: Our place")
    assert "“Denver, CO” or “Leeds, UK”" in found.message


def test_no_law_of_a_state_is_applied_to_a_town_abroad_with_its_code():
    assert pasted("Location: Perth, WA") == []
    assert any(
        entry.level is Level.MUST_FIX
        for entry in law(document(job_location="Denver, CO"), RULES["us-co"], headcount=50)
    )


def test_no_law_is_applied_nor_called_clear_on_an_unsure_place():
    (found,) = pasted("Location: Ward, CO")
    assert found.id == "posting_law.place"
    assert "“Ward, Colorado”, “Ward, Colombia” or “Ward, Italy”" in found.message
    laws = looked_at(document(job_location="Ward, CO", base_salary=pay(50_000, 60_000, currency=Currency.GBP)))
    assert laws.rows == ()
    assert "which place is meant" in laws.note


def test_the_currency_of_the_pay_decides_between_a_state_and_a_country():
    doc = document(job_location="Richmond, CA", base_salary=pay(90_000, 95_000))
    assert [row.rule.key for row in looked_at(doc).rows] == ["us-ca"]


@pytest.mark.parametrize("place", ["Columbus", "Washington", "Springfield", "United States"])
def test_a_place_that_could_be_anywhere_states_that_nothing_was_checked(place):
    (found,) = pasted(f"Location: {place}")
    assert (found.id, found.level) == ("posting_law.place", Level.SHOULD_FIX)
    assert f"“{place}”" in found.message
    assert "Say it as " in found.message
    assert (f"“{place}, " in found.message) == (place != "United States")


def test_a_remote_text_without_any_country_states_that_nothing_was_checked():
    (found,) = pasted("Location: Remote")
    assert (found.id, found.level) == ("posting_law.place", Level.SHOULD_FIX)
    assert "“Remote, US”" in found.message


@pytest.mark.parametrize(
    "lines",
    [
        ["Location: Leeds, UK"],
        ["Location: Remote, Europe"],
        ["Location: London", "Salary: £50,000 a year"],
        ["Location: Boise, Idaho"],
        ["No place at all."],
    ],
)
def test_a_place_elsewhere_or_without_a_rule_has_no_finding(lines):
    assert pasted(*lines) == []


def test_without_posting_rules_no_place_is_asked_for():
    assert findings(document(job_location="Columbus"), "posting_law") == []


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("Brooklyn", "us-ny-new-york-city"),
        ("Long Island City, NY", "us-ny-new-york-city"),
        ("Harlem, New York", "us-ny-new-york-city"),
        ("Cohoes, NY", "us-ny-albany-county"),
        ("Altadena, CA", "us-ca-los-angeles-county"),
    ],
)
def test_a_suburb_or_borough_is_under_the_rule_of_its_city_or_county(place, key):
    assert status(RULES[key], place=place) is Status.REQUIRED
    assert status(RULES[key[:5]], place=place) is Status.REQUIRED
