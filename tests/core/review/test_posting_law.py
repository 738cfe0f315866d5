from dataclasses import replace
from datetime import date, timedelta

import pytest

from roles.core.review import Level, Rules, Status
from roles.core.review.posting_rules import Reach

from .laws import AFTER_ALL, OF_DUTY, RULES, address, brief, each_rule, law, looked_at, pasted, status
from .making import TODAY, document, findings, pay, section


def test_the_table_has_a_row_for_each_place_of_the_domain_notes():
    assert len(OF_DUTY) == 32
    assert len(RULES) == len({rule.place for rule in RULES.values()}) == 62


@pytest.mark.parametrize("rule", [pytest.param(rule, id=key) for key, rule in RULES.items()])
def test_each_row_states_where_it_is_from_and_when_it_was_checked(rule):
    assert "https://" in rule.source
    assert rule.counts or rule.asks_nothing
    assert rule.checked_on in {date(2026, 11, day) for day in (27, 28, 29)}
    assert "pay_history" not in rule.forbids or "pay history, " in rule.source
    assert rule.country
    assert bool(rule.effective_from) is not rule.asks_nothing


def test_a_place_somebody_looked_at_is_no_place_nobody_did():
    (row,) = looked_at(document(job_location="Halifax, Nova Scotia")).rows
    assert (row.status, row.asks, row.missing) == (Status.NO_DUTY, "", ())
    assert row.result == "We know of no law here on what a posting must say"
    assert pasted("Location: Halifax, Nova Scotia") == []


@pytest.mark.parametrize(
    ("key", "least"),
    [
        *[("us-ny", 4), ("us-ny-new-york-city", 4), ("us-ny-albany-county", 4), ("us-ny-ithaca", 4), ("us-vt", 5)],
        *[("us-nj-jersey-city", 5), ("us-ca-los-angeles-county", 5), ("us-me", 10), ("us-nj", 10), ("us-ca", 15)],
        *[("us-il", 15), ("us-wa", 15), ("us-oh-cleveland", 15), ("us-oh-columbus", 15), ("us-ma", 25)],
        *[("ca-on", 25), ("us-de", 26), ("us-mn", 30), ("us-hi", 50)],
    ],
)
def test_the_numbers_of_people_are_those_of_the_notes(key, least):
    assert RULES[key].min_employees == least
    assert status(RULES[key], headcount=least - 1) is Status.NOT_REQUIRED
    assert status(RULES[key], headcount=least) is Status.REQUIRED


@pytest.mark.parametrize(("key", "last"), [("us-wa", date(2027, 7, 27)), ("us-ma", date(2027, 10, 29))])
def test_a_breach_can_be_put_right_until_its_last_day(key, last):
    assert RULES[key].cure_on(last - timedelta(days=1)) == RULES[key].cure_on(last) != ""
    assert RULES[key].cure_on(last + timedelta(days=1)) == ""
    (found,) = law(document(job_location=address(RULES[key])), RULES[key], today=last)[:1]
    assert "If it is not so:" in found.why
    (found,) = law(document(job_location=address(RULES[key])), RULES[key], today=last + timedelta(days=1))[:1]
    assert "If it is not so:" not in found.why


@pytest.mark.parametrize(
    ("place", "line", "hit"),
    [
        ("Toronto, Ontario", "Five years of Canadian experience.", True),
        ("Toronto, Ontario", "Canadian experience is not required.", False),
        ("Toronto, Ontario", "We never ask for Canadian experience.", False),
        ("Altadena, California", "No felons.", True),
        ("Altadena, California", "Must pass a background check.", True),
        ("Altadena, California", "Background check required.", False),
        ("San Francisco, California", "No felons.", False),
    ],
)
def test_what_a_place_bars_is_found_at_its_words(place, line, hit):
    found = [
        one
        for key in ("ca-on", "us-ca-los-angeles-county")
        for one in law(document(section("required", line), job_location=place), RULES[key], prefix="posting_law.barred")
    ]
    assert [(one.level, one.words in line) for one in found] == [(Level.MUST_FIX, True)] * hit


@each_rule()
def test_a_law_begins_at_exactly_its_number_of_people(rule):
    least = rule.min_employees
    assert status(rule, headcount=least - 1) is Status.NOT_REQUIRED
    assert status(rule, headcount=least) is Status.REQUIRED
    assert status(rule, headcount=least + 1) is Status.REQUIRED


@each_rule(only=lambda rule: rule.effective_from)
def test_a_rule_starts_on_its_day(rule):
    day = rule.effective_from
    assert status(rule, today=day - timedelta(days=1)) is Status.STARTS
    assert status(rule, today=day) is Status.REQUIRED
    assert status(rule, today=day + timedelta(days=1)) is Status.REQUIRED


def test_a_rule_without_a_day_is_in_force():
    assert status(replace(RULES["us-co"], effective_from=None), today=date(2020, 1, 1)) is Status.REQUIRED


@each_rule()
def test_a_rule_ends_on_its_last_day(rule):
    ended = replace(rule, effective_until=date(2029, 1, 1))
    assert status(ended, today=date(2028, 12, 31)) is Status.REQUIRED
    assert status(ended, today=date(2029, 1, 1)) is Status.NOT_REQUIRED
    assert status(ended, today=date(2029, 1, 2)) is Status.NOT_REQUIRED


@each_rule()
def test_a_remote_post_in_the_place_is_sure_where_the_rule_reaches_it(rule):
    expected = Status.PERHAPS if rule.remote_reach is Reach.NONE else Status.REQUIRED
    assert status(rule, remote=True) is expected


@each_rule()
def test_a_remote_post_elsewhere_is_subject_only_to_what_reaches_it(rule):
    could = rule.remote_reach is Reach.COULD_BE_DONE_THERE and rule.country == "US"
    assert status(rule, remote=True, place="Boise, Idaho") is (Status.PERHAPS if could else Status.NOT_REQUIRED)
    assert status(rule, remote=True, place="Leeds, UK") is Status.NOT_REQUIRED


@each_rule()
def test_a_post_on_site_elsewhere_is_not_touched(rule):
    assert status(rule, place="Boise, Idaho") is Status.NOT_REQUIRED


@each_rule(only=lambda rule: rule.remote_reach is Reach.REPORTS_INTO)
def test_a_remote_post_in_the_whole_country_may_report_into_the_place(rule):
    assert status(rule, remote=True, place="Remote, US") is Status.PERHAPS
    assert status(rule, remote=True, place="Remote, Canada") is Status.NOT_REQUIRED
    assert status(rule, place="United States") is Status.NOT_REQUIRED


@each_rule()
def test_without_a_headcount_only_what_is_asked_of_every_employer_is_sure(rule):
    expected = Status.REQUIRED if rule.min_employees == 1 else Status.PERHAPS
    assert status(rule, headcount=None, sites=None) is expected


@each_rule()
def test_the_people_in_a_place_are_unknown_with_several_sites(rule):
    counts_there = (rule.min_in_place or 1) > 1
    for sites in (2, None):
        assert status(rule, sites=sites) is (Status.PERHAPS if counts_there else Status.REQUIRED)


@each_rule(only=lambda rule: (rule.min_in_place or 1) > 1)
def test_too_few_in_total_are_too_few_in_the_place(rule):
    assert status(rule, headcount=rule.min_employees - 1, sites=None) is Status.NOT_REQUIRED


def test_a_business_of_several_sites_learns_that_the_rule_may_apply():
    doc = document(job_location="Boston, MA")
    rules = Rules(posting_rules=(RULES["us-ma"],))
    (found,) = findings(doc, "posting_law", brief=brief(50, sites=3), rules=rules)
    assert found.level is Level.CONSIDER
    assert found.message.startswith("Massachusetts may ask")
    assert "how many of yours are there is not known" in found.why


@each_rule(only=lambda rule: rule.carries)
def test_an_unverified_row_is_never_sure(rule):
    unverified = replace(rule, verified=False)
    assert status(unverified) is Status.PERHAPS
    doc = document(job_location=address(rule))
    assert {found.level for found in law(doc, unverified)} == {Level.CONSIDER}


@each_rule(only=lambda rule: rule.carries)
def test_what_is_missing_must_be_fixed_and_is_no_legal_advice(rule):
    found = law(document(job_location=address(rule)), rule)
    assert found[0].level is Level.MUST_FIX
    assert found[0].source == rule.source
    assert all("not legal advice" in entry.why for entry in found)


@each_rule()
def test_a_posting_that_carries_everything_has_no_finding(rule):
    doc = document(
        section("responsibilities", "Run it."),
        section("pay", "Health insurance, pension and a bonus. Pay goes by the collective agreement."),
        section(
            "apply",
            "Write to jobs@alder.example. This is an existing vacancy. We use no AI to choose.",
        ),
        job_location=address(rule),
        base_salary=pay(90_000, 110_000),
        valid_through=date(2028, 6, 1),
    )
    unchecked = ["posting_law.unchecked"] if rule.due_for_check(AFTER_ALL) else []
    assert [entry.id for entry in law(doc, rule, prefix="posting_law")] == unchecked


@each_rule(only=lambda rule: rule.carries)
def test_the_day_before_it_starts_a_rule_is_only_announced(rule):
    doc = document(job_location=address(rule))
    found = law(doc, rule, today=rule.effective_from - timedelta(days=1))
    assert {entry.level for entry in found} == {Level.CONSIDER}
    assert "asks from" in found[0].message


@each_rule()
def test_a_small_business_has_no_finding(rule):
    assert law(document(job_location=address(rule)), rule, headcount=rule.min_employees - 1) == []


@each_rule()
def test_a_row_not_checked_for_a_year_shows_it_itself(rule):
    doc = document(job_location=address(rule))
    year_old = rule.checked_on + timedelta(days=365)
    assert law(doc, rule, today=year_old, prefix="posting_law.unchecked") == []
    (found,) = law(doc, rule, today=year_old + timedelta(days=1), prefix="posting_law.unchecked")
    assert found.level is Level.CONSIDER


def test_columbus_is_enforced_later_and_reports_it():
    found = law(document(job_location="Columbus, Ohio"), RULES["us-oh-columbus"], today=TODAY)
    assert "enforced from 1 January 2027" in found[0].why
