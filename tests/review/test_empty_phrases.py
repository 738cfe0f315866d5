from roles.review import Level, apply_fix

from .making import document, findings, of_line, section


def test_a_costume_should_be_fixed_and_becomes_experience_before_a_noun():
    doc = document(section("required", "A rock star manager."))
    (found,) = findings(doc, "empty_phrases")
    assert found.level is Level.SHOULD_FIX
    assert apply_fix(doc, found).sections[0].items[0].text == "An experienced manager."


def test_leverage_becomes_use():
    doc = document(section("responsibilities", "Leveraging data."))
    (found,) = findings(doc, "empty_phrases")
    assert apply_fix(doc, found).sections[0].items[0].text == "Using data."


def test_other_duties_may_stand_once():
    assert of_line("Other duties as assigned.", "empty_phrases") == []


def test_other_duties_a_second_time_are_too_many():
    doc = document(section("responsibilities", "Other duties as assigned.", "Any other duties as required."))
    (found,) = findings(doc, "empty_phrases")
    assert (found.id, found.place.item) == ("empty_phrases.other_duties", 1)


def test_pay_by_experience_is_empty_without_a_figure():
    assert [found.words for found in of_line("Salary depends on experience.", "empty_phrases")] == [
        "Salary depends on experience"
    ]


def test_pay_by_experience_within_a_range_is_fine():
    assert of_line("Salary $80,000–$95,000; salary depends on experience.", "empty_phrases") == []


def test_a_technical_dynamic_is_left_alone():
    assert of_line("Set up dynamic pricing.", "empty_phrases") == []


def test_leverage_that_is_a_noun_is_not_replaced():
    (found,) = of_line("Create leverage with suppliers.", "empty_phrases")
    assert found.fix is None
