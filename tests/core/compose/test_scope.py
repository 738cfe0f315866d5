import pytest

from roles.core.compose.brief import problems
from roles.core.compose.house_words import HouseWords
from roles.core.compose.measures import measure
from roles.core.compose.scope import NO_TARGET, Answered, Target, as_measure, as_phrase, is_whole
from roles.core.compose.subject import Subject
from roles.core.compose.vocabulary import Area
from tests.core.compose.build import brief

ON_TIME = {"kpi": "On-time jobs", "today": "82%", "goal": "93%", "by": "June 2027"}
AREAS = {
    "pnl": Area(key="pnl", name="Profit", phrase="profit"),
    "people": Area(key="people", name="Leading people", phrase="people"),
    "stock": Area(key="stock", name="Stock", phrase="stock"),
}


@pytest.mark.parametrize(
    ("known", "printed"),
    [
        (ON_TIME, "On-time jobs from 82% to 93% by June 2027"),
        (ON_TIME | {"by": ""}, "On-time jobs from 82% to 93%"),
        (ON_TIME | {"private": True}, "Bring on-time jobs up to 93% by June 2027"),
        (ON_TIME | {"today": ""}, "Bring on-time jobs to 93% by June 2027"),
        (
            ON_TIME | {"today": "", "goal": "above 90%"},
            "Bring on-time jobs above 90% by June 2027",
        ),
        (ON_TIME | {"goal": ""}, ""),
        ({"kpi": "On-time jobs"}, ""),
        ({}, ""),
        ({"outcome": "The owner takes two weeks off without a call."}, "The owner takes two weeks off without a call."),
    ],
    ids=["both", "no date", "private", "today unknown", "a bound", "today only", "a name only", "nothing", "in words"],
)
def test_a_target_is_printed_as_far_as_it_is_known(known, printed):
    assert as_measure(Target(**known)) == printed


@pytest.mark.parametrize(
    ("kpi", "goal", "printed"),
    [
        ("Jobs leaving the yard complete", "99%", "Jobs leaving the yard complete: 99%"),
        ("Shipped within two days", "95%", "Shipped within two days: 95%"),
        ("How long families wait", "under 6 weeks", "How long families wait: under 6 weeks"),
        ("DSO", "45 days", "Bring DSO to 45 days"),
    ],
)
def test_only_what_can_be_brought_somewhere_is(kpi, goal, printed):
    assert as_measure(Target(kpi=kpi, goal=goal)) == printed


def test_the_end_of_a_year_has_its_articles():
    for by, printed in (("end of year", "by the end of the year"), ("end of June", "by the end of June")):
        assert as_measure(Target(kpi="waste", goal="2%", by=by)) == f"Bring waste to 2% {printed}"


def test_in_a_sentence_a_target_begins_small_unless_it_is_an_abbreviation():
    assert as_phrase(Target(**ON_TIME)) == "on-time jobs from 82% to 93% by June 2027"
    assert as_phrase(Target(**ON_TIME | {"by": "next May"})) == "on-time jobs from 82% to 93% by next May"
    assert as_phrase(Target(**ON_TIME | {"kpi": "DSO"})) == "DSO from 82% to 93% by June 2027"


@pytest.mark.parametrize("lacking", ["kpi", "today", "goal"])
def test_a_target_without_both_figures_is_not_whole(lacking):
    assert is_whole(Target(**ON_TIME))
    assert not is_whole(Target(**ON_TIME | {lacking: ""}))
    assert not is_whole(Target(**ON_TIME, private=True))


def subject(*scope, **rest):
    return Subject(brief=brief(scope=scope), areas=AREAS, **rest)


def test_a_name_replaces_the_phrase_and_an_amount_appears_beside_it():
    found = subject(
        Answered(area="pnl", starred=True, name="two sites, £19m of sales"),
        Answered(area="people", starred=True, name="the five managers"),
        Answered(area="stock"),
    )
    assert found.owned == "profit (two sites, £19m of sales) and people (the five managers)"
    assert found.also == "stock"


def test_the_target_in_the_opening_is_not_among_the_measures():
    whole = Answered(area="pnl", starred=True, target=Target(**ON_TIME))
    words = Answered(area="people", starred=True, target=Target(outcome="Nobody rings the owner"))
    assert subject(whole, words, opens_with=frozenset({"target"})).measures == "Nobody rings the owner."
    assert subject(whole, words, opens_with=frozenset()).measures.startswith("On-time jobs from 82% to 93%")
    assert subject(words, opens_with=frozenset({"target"})).target == ""


@pytest.mark.parametrize(
    ("people", "words"), [(1, "a one-person"), (8, "an 8-"), (11, "an 11-"), (30, "a 30-"), (80, "an 80-")]
)
def test_the_size_of_a_business_has_its_article(people, words):
    assert Subject(brief=brief(headcount=people)).a_firm.startswith(words)


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ([Answered(area=f"area-{number}") for number in range(9)], "Tick up to 8; you ticked 9."),
        ([Answered(area=f"area-{number}", starred=True) for number in range(4)], "Star the 3 that matter most"),
        ([Answered(area="pnl"), Answered(area="pnl")], "Name each area once."),
        ([Answered(area="pnl", name="x" * 101)], "Please shorten this to 100 characters"),
        ([Answered(area="pnl", target=Target(outcome="x" * 201))], "Please shorten this to 200 characters"),
    ],
    ids=["too many", "too many stars", "twice", "long name", "long outcome"],
)
def test_what_is_wrong_with_the_areas_is_stated(scope, said):
    assert problems(brief(scope=tuple(scope)))["scope"].startswith(said)


def test_up_to_the_limits_the_areas_are_accepted():
    scope = tuple(Answered(area=f"area-{number}", starred=number < 3) for number in range(8))
    assert problems(brief(scope=scope)) == {}


@pytest.mark.parametrize(
    ("goal", "by", "printed"),
    [
        ("98%", "June 2028", "Bring margin to 98% by June 2028"),
        ("up two points", "the year to March 2029", "Margin up two points in the year to March 2029"),
        ("98%", "2028", "Bring margin to 98% in 2028"),
        ("98%", "2028 season", "Bring margin to 98% by the 2028 season"),
        ("98%", "in spring 2028", "Bring margin to 98% in spring 2028"),
        ("98%", "", "Bring margin to 98%"),
    ],
)
def test_a_target_reads_with_its_own_words_of_time_and_change(goal, by, printed):
    assert as_measure(Target(kpi="margin", goal=goal, by=by, private=True)) == printed


LED = (Answered(area="stock", starred=True), Answered(area="people", starred=True, name="the shift leads"))
AREAS_LED = {key: Area(key=key, name=key, phrase=key) for key in ("stock", "people")}


@pytest.mark.parametrize(
    ("leads", "owned"),
    [
        ("two shift leads", "stock"),
        ("", "stock and people (the shift leads)"),
        ("nobody", "stock and people (the shift leads)"),
    ],
)
def test_whom_the_post_leads_is_led_and_not_owned(leads, owned):
    assert Subject(brief=brief(scope=LED, leads=leads), areas=AREAS_LED).owned == owned


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, ""),
        ({"sites": 3}, "three locations"),
        ({"sites": 40, "house_words": HouseWords(branches="shops")}, "40 shops"),
        ({"sites": 3, "leads": "the heads of both sites"}, ""),
        ({"sites": 4, "about": "Four eye clinics in Kent."}, ""),
        ({"sites": 2, "leads": "the two branch managers of our two branches"}, ""),
        ({"sites": 2, "about": "We grow oysters on two leases."}, ""),
        ({"sites": 3, "about": "A law firm with offices in Leeds, York and Hull."}, ""),
        ({"sites": 2, "about": "We fit kitchens for two builders."}, "two locations"),
        ({"sites": 4, "about": "We supply 14 clinics."}, "four locations"),
    ],
)
def test_the_places_are_counted_once_and_in_her_word(answers, said):
    assert Subject(brief=brief(**answers)).places == said


CHARGED = {"stock": "stock", "growth": "growth", "rota": "the rota"}


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (("", "", ""), ""),
        (("Reports out on time", "new sites, two a year", ""), "reports out on time; new sites, two a year; the rota"),
        (("stock", "5th site (in Leeds)", "£2m; wages"), "stock; growth (5th site in Leeds); the rota (£2m, wages)"),
    ],
)
def test_what_a_post_answers_for_is_a_list_of_her_words(names, printed):
    scope = tuple(Answered(area=area, starred=True, name=name) for area, name in zip(CHARGED, names, strict=True))
    areas = {key: Area(key=key, name=key, phrase=phrase) for key, phrase in CHARGED.items()}
    assert Subject(brief=brief(scope=scope), areas=areas, schema=2).charge == printed


def test_beside_a_list_in_the_opening_two_targets_stay_together():
    first, second = (Target(kpi=kpi, today="4%", goal="2%") for kpi in ("late jobs", "waste"))
    for targets, opens, below in (
        ((first, NO_TARGET), "late jobs from 4% to 2%", ""),
        ((first, second), "", "Late jobs from 4% to 2%.\nWaste from 4% to 2%."),
    ):
        scope = tuple(Answered(area=kpi, starred=True, target=it) for kpi, it in zip("ab", targets, strict=True))
        it = Subject(brief=brief(scope=scope), opens_with=frozenset(("charge", "target")), schema=2)
        assert (it.target, it.measures) == (opens, below)


@pytest.mark.parametrize(
    ("today", "goal", "printed"),
    [
        ("31%", "25%", "Bring turnover down to 25%"),
        ("9 weeks", "5 weeks", "Bring turnover down to 5 weeks"),
        ("1,200", "1,500", "Bring turnover up to 1,500"),
        ("3 days", "2 weeks", "Bring turnover to 2 weeks"),
        ("15%", "15%", "Bring turnover to 15%"),
        ("", "15%", "Bring turnover to 15%"),
        ("too high", "15%", "Bring turnover to 15%"),
        ("", "at least 15%", "Bring turnover to at least 15%"),
        ("", "every month", "Turnover: every month"),
    ],
)
def test_a_value_kept_private_still_gives_the_direction(today, goal, printed):
    assert as_measure(Target(kpi="turnover", today=today, goal=goal, private=True)) == printed


@pytest.mark.parametrize(
    ("target", "line"),
    [
        (Target(today="6 or 7 a month", goal="2 a month"), "Call backs: from 6 or 7 a month to 2 a month"),
        (Target(today="6", goal="2", private=True), "Call backs: 2"),
        (Target(goal="2 a month", by="June"), "Call backs: 2 a month by June"),
        (Target(today="6"), ""),
    ],
)
def test_without_a_measure_a_target_goes_by_the_name_of_its_area(target, line):
    assert as_measure(target, "call backs") == line
    assert as_measure(target) == ""


def test_a_long_measure_is_apart_from_its_figures():
    long = Target(kpi="Funerals moved after we gave a time", today="7", goal="none")
    assert as_measure(long) == "Funerals moved after we gave a time: from 7 to none"


@pytest.mark.parametrize(
    ("name", "target", "line"),
    [
        ("fitting teams", Target(kpi="jobs late", today="9", goal="3"), "Fitting teams: jobs late from 9 to 3"),
        ("two yards", Target(outcome="Nobody rings.", by="2027-03-31"), "Two yards: nobody rings by 31 March 2027"),
        ("stone", Target(kpi="jobs that we have to remake", goal="3%"), "Stone – jobs that we have to remake: 3%"),
        ("absence", Target(kpi="Absenteeism", today="9%", goal="6%"), "Absenteeism from 9% to 6%"),
        ("call backs", Target(today="6", goal="2"), "Call backs: from 6 to 2"),
        ("", Target(kpi="waste", today="9%", goal="6%"), "Waste from 9% to 6%"),
        ("two yards", Target(kpi="waste", today="9%"), ""),
    ],
)
def test_a_measure_has_the_name_of_its_area_before_it(name, target, line):
    assert measure(Answered(area="field", starred=True, name=name, target=target)) == line
