from dataclasses import replace
from datetime import date, timedelta

import pytest

from roles.core import content
from roles.core.compose import Brief
from roles.core.document import Workplace
from roles.core.money import Currency, PayPeriod
from roles.core.review import Level, Rules, Status, applicable
from roles.core.review.posting_parts import NAMES
from roles.core.review.posting_rules import Reach
from roles.core.review.reading import read_text
from roles.core.review.rules.posting_law import laws_looked_at

from .making import TODAY, document, findings, pay, section

RULES = {rule.key: rule for rule in content.read_posting_rules()}
CHECKED = date(2026, 11, 23)
AFTER_ALL = date(2028, 1, 1)
REMOTE = {"workplace": Workplace.REMOTE}


def address(rule):
    city = rule.city_names[0].title() if rule.city_names else "Anytown"
    return f"{city}, {rule.region.title()}"


def status(rule, *, headcount=500, sites=1, remote=False, today=AFTER_ALL, place=None):
    (application,) = applicable([rule], place or address(rule), headcount, remote, today, sites=sites)
    return application.status


def each_rule(*, only=lambda rule: True):
    duties = ((key, rule) for key, rule in RULES.items() if not rule.asks_nothing)
    return pytest.mark.parametrize("rule", [pytest.param(rule, id=key) for key, rule in duties if only(rule)])


def brief(headcount, **answers):
    return Brief(company="Alder Works", industry="retail", headcount=headcount, place="Anytown", **answers)


def law(doc, rule, *, headcount=500, today=AFTER_ALL, prefix="posting_law.missing"):
    return findings(doc, prefix, brief=brief(headcount), rules=Rules(posting_rules=(rule,)), today=today)


OF_DUTY = {key: rule for key, rule in RULES.items() if not rule.asks_nothing}


def test_the_table_has_a_row_for_each_place_of_the_domain_notes():
    assert len(OF_DUTY) == 30
    assert len(RULES) == len({rule.place for rule in RULES.values()}) == 62


@pytest.mark.parametrize("rule", [pytest.param(rule, id=key) for key, rule in RULES.items()])
def test_each_row_states_where_it_is_from_and_when_it_was_checked(rule):
    assert "https://" in rule.source
    assert rule.counts or rule.asks_nothing
    assert rule.checked_on in {date(2026, 11, 27), date(2026, 11, 28)}
    assert "pay_history" not in rule.forbids or "pay history, " in rule.source
    assert rule.country
    assert bool(rule.effective_from) is not rule.asks_nothing


def test_a_place_somebody_looked_at_is_no_place_nobody_did():
    (row,) = looked_at(document(job_location="Reno, Nevada")).rows
    assert (row.status, row.asks, row.missing) == (Status.NO_DUTY, "", ())
    assert row.result == "We know of no law here on what a posting must say"
    assert findings_of("Location: Reno, Nevada") == []


def findings_of(*lines):
    doc = read_text("\n".join(["Operations Director", "", *lines, "", "Run our shop."]))
    return findings(doc, "posting_law", rules=Rules(posting_rules=tuple(RULES.values())))


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


@pytest.mark.parametrize("low", [None, 60_000])
def test_austria_asks_for_the_least_that_is_paid(low):
    doc = document(job_location="Vienna, Austria", base_salary=pay(low, 70_000, currency=Currency.EUR))
    assert bool(law(doc, RULES["at"])) is (low is None)


def test_ontario_s_statement_on_artificial_intelligence_is_only_a_question():
    text = section("apply", "This is an existing vacancy.")
    doc = document(text, job_location="Toronto, Ontario", base_salary=pay(80_000, 90_000, currency=Currency.CAD))
    (found,) = law(doc, RULES["ca-on"])
    assert (found.level, "if it is" in found.message) == (Level.CONSIDER, True)


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


def test_columbus_is_enforced_later_and_reports_it():
    found = law(document(job_location="Columbus, Ohio"), RULES["us-oh-columbus"], today=TODAY)
    assert "enforced from 1 January 2027" in found[0].why


def pasted(*lines):
    doc = read_text("\n".join(["Operations Director", "", *lines, "", "Run our shop."]))
    return findings(doc, "posting_law", rules=Rules(posting_rules=tuple(RULES.values())))


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


def test_what_is_void_in_westchester_county_has_no_row():
    assert [row.rule.key for row in looked_at(document(job_location="White Plains, NY")).rows] == ["us-ny"]


@pytest.mark.parametrize(
    ("low", "high", "unit", "hits"),
    [
        (40, 64, PayPeriod.HOUR, 0),  # 49,920 a year
        (40, 65, PayPeriod.HOUR, 1),
        (40, 100, PayPeriod.HOUR, 0),  # above 200,000 a year
        (200, 392, PayPeriod.DAY, 0),
        (200, 393, PayPeriod.DAY, 1),
        (1_000, 1_961, PayPeriod.WEEK, 0),
        (1_000, 1_962, PayPeriod.WEEK, 1),
        (5_000, 9_166, PayPeriod.MONTH, 0),
        (5_000, 9_167, PayPeriod.MONTH, 1),
    ],
)
def test_ontario_s_widest_range_is_measured_by_the_year(low, high, unit, hits):
    salary = pay(low, high, currency=Currency.CAD, unit_text=unit)
    doc = document(job_location="Toronto, Ontario", base_salary=salary)
    assert len(law(doc, RULES["ca-on"], prefix="posting_law.width")) == hits


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


def looked_at(doc, *keys, headcount=60, sites=1, today=TODAY):
    rules = Rules(posting_rules=tuple(RULES[key] for key in keys) or tuple(RULES.values()))
    return laws_looked_at(doc, brief(headcount, sites=sites), rules, today)


def results(laws):
    return {row.rule.key: (row.status, row.result) for row in laws.rows}


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
