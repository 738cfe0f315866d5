import pytest

from roles.core.document import Source
from roles.core.review import Level, apply_fix

from .making import document, findings, item, of_line, section


def test_a_demand_on_the_body_must_be_fixed():
    (found,) = of_line("Able-bodied people only.", "disability")
    assert found.level is Level.MUST_FIX
    assert "1630.2(n)" in found.source


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Lift up to 50 lbs.", "Move items up to 50 lbs, with or without accommodation."),
        ("Able to walk between sites.", "Able to move between sites."),
        ("Do a sanity check daily.", "Do a check daily."),
    ],
)
def test_a_fix_names_the_task_instead_of_the_body(text, fixed):
    doc = document(section("required", text))
    (found,) = findings(doc, "disability")
    after = apply_fix(doc, found)
    assert after.sections[0].items[0].text == fixed
    assert findings(after, "disability") == []


def test_healthy_food_among_the_benefits_is_no_demand():
    benefit = item("Lunches that keep a healthy body", source=Source.BRIEF, name="benefits")
    assert findings(document(section("pay", benefit)), "disability") == []


def test_the_same_words_among_the_requirements_are_one():
    assert [found.words for found in of_line("A healthy body.", "disability", key="required")] == ["healthy body"]


@pytest.mark.parametrize("text", ["Move 500 pounds by forklift.", "Carry 900 pounds on the lift.", "A hands-on post."])
def test_loads_no_person_carries_are_left_alone(text):
    assert of_line(text, "disability") == []


@pytest.mark.parametrize("text", ["Lift over 50 lbs.", "Lift at least 50 lbs.", "Lifting 50 pounds daily."])
def test_a_weight_inside_a_longer_sentence_has_advice_but_no_fix(text):
    (found,) = of_line(text, "disability")
    assert found.fix is None
    assert "with or without accommodation" in found.message


def test_two_checks_stay_two():
    doc = document(section("required", "Do sanity checks."))
    (found,) = findings(doc, "disability")
    assert apply_fix(doc, found).sections[0].items[0].text == "Do checks."
