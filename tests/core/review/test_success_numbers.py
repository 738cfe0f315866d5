import pytest

from roles.core.review import Level

from .making import document, findings, section


def of_measure(text):
    return findings(document(section("success", text)), "success_numbers")


@pytest.mark.parametrize(
    "text",
    [
        "By day 90, nine in ten orders leave on time.",
        "Within six months, late work is a quarter below today.",
        "On-time share of 97% by 30 June 2027.",
    ],
)
def test_a_number_and_a_date_are_enough(text):
    assert of_measure(text) == []


@pytest.mark.parametrize(
    ("text", "level", "missing"),
    [
        ("Orders leave on time.", Level.SHOULD_FIX, "a number and a date"),
        ("You may enjoy one team.", Level.SHOULD_FIX, "a number and a date"),
        ("Nine in ten orders leave on time.", Level.CONSIDER, "a date"),
        ("Within the month orders improve.", Level.CONSIDER, "a number"),
    ],
)
def test_what_is_missing_is_named(text, level, missing):
    (found,) = of_measure(text)
    assert found.level is level
    assert found.message == f"Give this measure {missing}."


def test_duties_without_any_measure_are_remarked_on():
    (found,) = findings(document(section("responsibilities", "Bake.")), "success_numbers")
    assert found.id == "success_numbers.missing"


def test_other_sections_need_no_numbers():
    assert findings(document(section("summary", "Orders leave on time.")), "success_numbers") == []
