import pytest

from roles.review import Level, apply_fix

from .making import document, findings, item, of_line, section


def test_a_word_for_youth_must_be_fixed_on_the_word_of_the_law():
    (found,) = of_line("We want a young team.", "age")
    assert (found.level, found.words) == (Level.MUST_FIX, "young")
    assert "29 CFR 1625.4" in found.source


def test_a_word_that_sounds_like_youth_is_only_considered():
    (found,) = of_line("A vibrant shop.", "age")
    assert found.level is Level.CONSIDER
    assert "NBER" in found.source


@pytest.mark.parametrize("text", ["aged 25 to 35", "ages 20-40", "30 to 45 years old"])
def test_an_age_range_must_be_fixed(text):
    (found,) = of_line(f"We look for people {text}.", "age.block")
    assert found.words == text


@pytest.mark.parametrize("text", ["Pallets of 25 to 35.", "Children aged 5 to 12.", "A lease of 20 to 30 years."])
def test_a_range_of_anything_else_is_left_alone(text):
    assert of_line(text, "age") == []


def test_an_upper_end_of_experience_is_fixed_to_its_lower_end():
    doc = document(section("required", "You have 3–5 years of experience in retail."))
    (found,) = findings(doc, "age.cap")
    fixed = apply_fix(doc, found)
    assert fixed.sections[0].items[0].text == "You have 3 or more years of experience in retail."
    assert findings(fixed, "age.cap") == []


def test_a_heading_is_never_looked_into():
    doc = document(section("young", "A plain line."))
    assert findings(doc, "age") == []


def test_a_line_that_promises_equal_treatment_may_name_ages():
    assert of_line("Young or old, every applicant is treated equally, without regard to age.", "age") == []


def test_the_sentence_after_that_promise_is_looked_into_again():
    (found,) = of_line("We hire without regard to age. We want young people.", "age")
    assert found.words == "young"


def test_words_inside_longer_words_are_no_words():
    assert of_line("Youngstown is our home; the boyar and the girlish tune.", "age") == []


def test_letters_with_marks_are_letters():
    assert of_line("The young\u0301 name.", "age") == []


def test_benefits_are_read_for_age_words_too():
    doc = document(section("pay", item("A young team.")))
    assert [found.words for found in findings(doc, "age")] == ["young"]
