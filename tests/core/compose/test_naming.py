"""How the areas of a post are named in a sentence."""

import pytest

from roles.core.compose.naming import listed, named, repeats_kpi
from roles.core.compose.scope import Answered, Target
from roles.core.compose.subject import Subject
from roles.core.compose.vocabulary import Area
from tests.core.compose.build import brief

AREAS = {key: Area(key=key, name=key, phrase=phrase) for key, phrase in (("hiring", "hiring"), ("stock", "stock"))}


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("", "service"),
        ("the Toledo plant", "the Toledo plant"),
        ("strata managers", "strata managers"),
        ("HIQA standards in 14 centres", "HIQA standards in 14 centres"),
        ("building work", "building work"),
        ("work plans", "work plans"),
        ("callbacks, complaints", "service (callbacks, complaints)"),
        ("workshop and sites", "workshop and sites"),
        ("flour and packaging, €190k", "flour and packaging (€190k)"),
        ("the diary, crews and 4 vans", "service (the diary, crews and 4 vans)"),
        ("projects: cost to complete", "service (projects: cost to complete)"),
        ("scrap below 1.5% of sales", "service (scrap below 1.5% of sales)"),
        ("top 20 clients", "service (top 20 clients)"),
        ("two shifts", "service (two shifts)"),
        ("fleet plan - what to buy, what to sell", "fleet plan (what to buy, what to sell)"),
        ("front desk, assistants, hygienists", "service (front desk, assistants, hygienists)"),
        ("ours and the access we hold", "service (ours and the access we hold)"),
        ("who is on which job", "service (who is on which job)"),
        ("deputise for the CEO", "service (deputise for the CEO)"),
        ("service, all sites", "service (all sites)"),
    ],
)
def test_an_area_is_named_as_something_to_own(name, read):
    assert named("service", name) == read


def test_a_sum_that_is_called_by_its_area_is_named_once():
    assert named("the budget", "£2.9m budget") == "the £2.9m budget"


def test_the_name_of_an_area_keeps_its_and():
    assert named("service", "intake and calls") == "intake and calls"


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (["a"], "a"),
        (["a", "b", "c"], "a, b and c"),
        (["stock (a, b and c)", "people"], "stock (a, b and c) and people"),
        (["stock", "health and safety"], "stock, and health and safety"),
        (["a, b", "c"], "a, b; and c"),
        ([], ""),
    ],
)
def test_areas_do_not_run_together(parts, read):
    assert listed(parts) == read


def test_a_kpi_and_its_area_are_not_stated_twice():
    whole = Target(kpi="Absenteeism", today="9%", goal="6%")
    scope = (
        Answered(area="hiring", starred=True, name="absence", target=whole),
        Answered(area="stock", starred=True, name="the cold store"),
    )
    assert Subject(brief=brief(scope=scope), areas=AREAS).owned == "hiring and the cold store"
    assert not repeats_kpi("On-time delivery", "the workshop")


def test_an_area_that_is_its_kpi_is_left_to_the_target_beside_others():
    same = Answered(area="stock", starred=True, target=Target(kpi="Stock", today="9", goal="6"))
    other = Answered(area="hiring", starred=True)
    assert Subject(brief=brief(scope=(same, other)), areas=AREAS).owned == "hiring"
    assert Subject(brief=brief(scope=(same,)), areas=AREAS).owned == "stock"
