from datetime import date, timedelta

import pytest

from roles import content
from roles.compose import Brief
from roles.document import Currency, Workplace
from roles.review import Level, Rules, Status, applicable
from roles.review.places import US_STATES
from roles.review.posting_rules import Reach
from roles.review.reading import read_text

from .making import TODAY, document, findings, pay, section

RULES = {rule.key: rule for rule in content.read_posting_rules()}
CHECKED = date(2026, 11, 23)
AFTER_ALL = date(2028, 1, 1)
REMOTE = {"workplace": Workplace.REMOTE}


def address(rule):
    city = rule.city_names[0].title() if rule.city_names else "Anytown"
    return f"{city}, {rule.region.title()}"


def status(rule, *, headcount=500, remote=False, today=AFTER_ALL, place=None):
    (application,) = applicable([rule], place or address(rule), headcount, remote, today)
    return application.status


def each_rule(*, only=lambda rule: True):
    return pytest.mark.parametrize("rule", [pytest.param(rule, id=key) for key, rule in RULES.items() if only(rule)])


def brief(headcount):
    return Brief(company="Alder Works", industry="retail", headcount=headcount, place="Anytown")


def law(doc, rule, *, headcount=500, today=AFTER_ALL, prefix="posting_law.missing"):
    return findings(doc, prefix, brief=brief(headcount), rules=Rules(posting_rules=(rule,)), today=today)


def test_the_table_has_a_row_for_each_place_of_the_domain_notes():
    assert len(RULES) == 23
    assert len({rule.place for rule in RULES.values()}) == 23


@each_rule()
def test_each_row_says_where_it_is_from_and_when_it_was_checked(rule):
    assert rule.source
    assert rule.counts
    assert rule.checked_on <= CHECKED
    assert rule.region in {*US_STATES.values(), "ontario"}


@each_rule()
def test_one_person_fewer_is_not_required_the_number_itself_and_one_more_are(rule):
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


@each_rule(only=lambda rule: not rule.effective_from)
def test_a_rule_without_a_day_is_in_force(rule):
    assert status(rule, today=date(2024, 1, 1)) is Status.REQUIRED


@each_rule()
def test_a_rule_ends_on_its_last_day(rule):
    from dataclasses import replace

    ended = replace(rule, effective_until=date(2029, 1, 1))
    assert status(ended, today=date(2028, 12, 31)) is Status.REQUIRED
    assert status(ended, today=date(2029, 1, 1)) is Status.NOT_REQUIRED
    assert status(ended, today=date(2029, 1, 2)) is Status.NOT_REQUIRED


@each_rule()
def test_a_remote_post_in_the_place_is_sure_only_where_the_rule_reaches_remote_posts(rule):
    expected = Status.PERHAPS if rule.remote_reach is Reach.NONE else Status.REQUIRED
    assert status(rule, remote=True) is expected


@each_rule()
def test_a_remote_post_elsewhere_is_touched_only_by_what_could_be_done_there(rule):
    could = rule.remote_reach is Reach.COULD_BE_DONE_THERE
    assert status(rule, remote=True, place="Boise, Idaho") is (Status.PERHAPS if could else Status.NOT_REQUIRED)
    assert status(rule, remote=True, place="Leeds, UK") is Status.NOT_REQUIRED


@each_rule()
def test_a_post_on_site_elsewhere_is_not_touched(rule):
    assert status(rule, place="Boise, Idaho") is Status.NOT_REQUIRED


@each_rule()
def test_without_a_headcount_nothing_is_sure(rule):
    assert status(rule, headcount=None) is Status.PERHAPS


@each_rule()
def test_an_unverified_row_is_never_sure(rule):
    from dataclasses import replace

    unverified = replace(rule, verified=False)
    assert status(unverified) is Status.PERHAPS
    doc = document(job_location=address(rule))
    assert {found.level for found in law(doc, unverified)} == {Level.CONSIDER}


@each_rule()
def test_what_is_missing_must_be_fixed_and_is_no_legal_advice(rule):
    found = law(document(job_location=address(rule)), rule)
    assert found[0].level is Level.MUST_FIX
    assert found[0].source == rule.source
    assert all("not legal advice" in entry.why for entry in found)


@each_rule()
def test_a_posting_that_carries_everything_has_no_finding(rule):
    doc = document(
        section("responsibilities", "Run it."),
        section("pay", "Health insurance, pension and a bonus."),
        section("apply", "This is an existing vacancy. We do not use artificial intelligence to choose."),
        job_location=address(rule),
        base_salary=pay(90_000, 110_000),
        valid_through=date(2028, 6, 1),
    )
    assert law(doc, rule, prefix="posting_law") == [] or rule.due_for_check(AFTER_ALL)
    assert law(doc, rule) == []


@each_rule(only=lambda rule: rule.effective_from)
def test_the_day_before_it_starts_a_rule_is_only_announced(rule):
    doc = document(job_location=address(rule))
    found = law(doc, rule, today=rule.effective_from - timedelta(days=1))
    assert {entry.level for entry in found} == {Level.CONSIDER}
    assert "asks from" in found[0].message


@each_rule()
def test_a_small_business_has_no_finding(rule):
    assert law(document(job_location=address(rule)), rule, headcount=rule.min_employees - 1) == []


@each_rule()
def test_a_row_not_checked_for_a_year_says_so_itself(rule):
    doc = document(job_location=address(rule))
    year_old = rule.checked_on + timedelta(days=365)
    assert law(doc, rule, today=year_old, prefix="posting_law.unchecked") == []
    (found,) = law(doc, rule, today=year_old + timedelta(days=1), prefix="posting_law.unchecked")
    assert found.level is Level.CONSIDER


def test_city_and_state_both_apply():
    rules = RULES["us-ny"], RULES["us-ny-new-york-city"]
    found = applicable(rules, "New York, NY", 10, False, TODAY)
    assert [entry.status for entry in found] == [Status.REQUIRED, Status.REQUIRED]


@pytest.mark.parametrize("place", ["Columbus, Georgia", "Columbus, IN", "Columbus", "Cleveland, UK"])
def test_a_city_of_the_same_name_elsewhere_is_not_touched(place):
    rules = RULES["us-oh-columbus"], RULES["us-oh-cleveland"]
    assert {entry.status for entry in applicable(rules, place, 100, False, TODAY)} == {Status.NOT_REQUIRED}


def test_a_remote_posting_that_excludes_colorado_is_not_touched():
    doc = document(section("conditions", "Remote anywhere except Colorado."), job_location="Boise, Idaho", **REMOTE)
    assert law(doc, RULES["us-co"]) == []


def test_a_remote_posting_in_dollars_without_a_place_may_be_touched():
    doc = document(job_location="Remote", base_salary=pay(90_000, 110_000), **REMOTE)
    (found,) = law(doc, RULES["us-co"])
    assert found.level is Level.CONSIDER


def test_a_remote_posting_in_pounds_is_not():
    doc = document(job_location="Remote", base_salary=pay(9e4, 1e5, currency=Currency.GBP), **REMOTE)
    assert law(doc, RULES["us-co"]) == []


@pytest.mark.parametrize(("low", "high", "hits"), [(80_000, 130_000, 0), (80_000, 130_001, 1), (140_000, 200_001, 0)])
def test_ontario_s_widest_range(low, high, hits):
    doc = document(job_location="Toronto, Ontario", base_salary=pay(low, high, currency=Currency.CAD))
    assert len(law(doc, RULES["ca-on"], prefix="posting_law.width")) == hits


def test_minnesota_asks_for_both_ends():
    doc = document(job_location="Duluth, Minnesota", base_salary=pay(80_000, None))
    (found,) = law(doc, RULES["us-mn"], prefix="posting_law.open_ended")
    assert found.level is Level.MUST_FIX


def test_other_pay_may_rightly_be_none_and_is_only_considered():
    doc = document(
        section("pay", "Health insurance."), job_location="Seattle, Washington", base_salary=pay(90_000, 110_000)
    )
    (found,) = law(doc, RULES["us-wa"])
    assert (found.level, "bonus" in found.message) == (Level.CONSIDER, True)


def test_columbus_is_enforced_later_and_says_so():
    found = law(document(job_location="Columbus, Ohio"), RULES["us-oh-columbus"], today=TODAY)
    assert "enforced from 1 January 2027" in found[0].why


def test_a_pasted_text_is_told_what_its_place_may_ask_for():
    text = "Operations Director\n\nLocation: Denver, CO\n\nRun our shop."
    found = findings(read_text(text), "posting_law.missing", rules=Rules(posting_rules=tuple(RULES.values())))
    assert [(entry.level, "Colorado may ask" in entry.message) for entry in found] == [(Level.CONSIDER, True)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("You will use AI tools to plan shifts.", True),
        ("You will use AI to select suppliers.", True),
        ("We build artificial intelligence for bakeries.", True),
        ("We use AI to screen applications.", False),
        ("No artificial intelligence is used to choose applicants.", False),
        ("AI is not used to assess or select.", False),
    ],
)
def test_a_statement_on_artificial_intelligence_is_about_applicants(text, asked):
    found = law(document(section("apply", text), job_location="Toronto, Ontario"), RULES["ca-on"])
    assert any("artificial intelligence" in entry.message for entry in found) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Open vacancies are filled by you.", True),
        ("You build our talent pool.", True),
        ("This posting is for an existing vacancy.", False),
        ("This posting is for a current vacancy.", False),
        ("The position is not for an existing vacancy but for a future opening.", False),
    ],
)
def test_a_statement_on_the_vacancy_is_about_this_post(text, asked):
    found = law(document(section("apply", text), job_location="Toronto, Ontario"), RULES["ca-on"])
    assert any("vacancy" in entry.message for entry in found) is asked
