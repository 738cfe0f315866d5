import pytest

from roles.core.review import Level, Place, apply_fix

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


def test_the_title_is_looked_into_for_what_must_be_fixed():
    doc = document(section("summary", "A plain line."), title="Salesman (young, male only)")
    found = {entry.words: entry for entry in findings(doc) if entry.rule in ("age", "protected")}
    assert set(found) == {"young", "Salesman", "male only"}
    for entry in found.values():
        assert (entry.level, entry.place, entry.fix) == (Level.MUST_FIX, Place(), None)


def test_the_title_is_not_looked_into_for_the_rest():
    doc = document(section("summary", "A plain line."), title="Vibrant Chairman, 3-5 years of experience")
    assert findings(doc, "age") + findings(doc, "protected") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("10-15 years’ experience.", "10 or more years’ experience."),
        ("At least 3-5 years of experience.", None),
        ("0-1 years of experience.", None),
    ],
)
def test_an_upper_end_is_fixed_only_where_the_rest_stays_a_sentence(text, fixed):
    doc = document(section("required", text))
    (found,) = findings(doc, "age.cap")
    assert (apply_fix(doc, found).sections[0].items[0].text if found.fix else None) == fixed


def test_a_word_cut_by_an_invisible_character_is_found_whole():
    doc = document(section("required", "A we\u00adll-run shop for a yo\u200bung person, a vib\u00adrant one."))
    assert [found.words for found in findings(doc, "age")] == ["yo\u200bung", "vib\u00adrant"]


def test_a_name_is_no_age_but_a_headline_is_no_name():
    assert of_line("Mr. Young and Anna Young-Smith sign.", "age") == []
    assert [found.words for found in of_line("Young Male Clerks Wanted", "age")] == ["Young"]


def test_a_capital_at_the_end_of_the_sentence_before_makes_no_name():
    assert [found.words for found in of_line("You report to the CEO. Young people wanted.", "age")] == ["Young"]


def test_a_most_of_years_among_the_requirements_turns_people_away():
    (found,) = findings(document(section("required", "5-7 years maximum in catering")), "age.cap")
    assert found.words == "5-7 years maximum"


@pytest.mark.parametrize(
    ("place", "level"),
    [("Woodlands, Singapore", "must_fix"), ("Durban, South Africa", "must_fix"), ("Pune, India", "should_fix")],
)
def test_an_age_weighs_as_the_law_of_the_place_has_it(place, level):
    (found,) = of_line("Age 25 to 38 only.", "age", key="conditions", job_location=place)
    assert found.level.value == level
