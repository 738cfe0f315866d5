from dataclasses import replace

import pytest

from roles.core.document import Source
from roles.core.review import Level, apply_fix

from .making import document, findings, item, of_line, section


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("A salesman.", "protected.sex"),
        ("Mother tongue English.", "protected.origin"),
        ("Clean-shaven.", "protected.religion"),
        ("No children.", "protected.family"),
        ("Photo required.", "protected.other"),
    ],
)
def test_what_the_law_protects_must_be_fixed(text, id):
    (found,) = of_line(text, "protected")
    assert (found.id, found.level) == (id, Level.MUST_FIX)
    assert "EEOC" in found.source


def test_an_idiom_is_only_considered():
    (found,) = of_line("Keep a blacklist.", "protected")
    assert (found.id, found.level) == ("protected.idiom", Level.CONSIDER)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("He or she will plan.", "They will plan."),
        ("He/she plans.", "The person plans."),
        ("his or her team", "their team"),
        ("Foreman", "Supervisor"),
        ("native English speaker", "fluent English speaker"),
        ("Man the desk.", "Staff the desk."),
    ],
)
def test_a_swap_keeps_the_sentence_and_its_capital(text, fixed):
    doc = document(section("required", text))
    (found,) = findings(doc, "protected")
    after = apply_fix(doc, found)
    assert after.sections[0].items[0].text == fixed
    assert findings(after, "protected") == []


def test_child_care_among_the_benefits_is_no_family_word():
    benefits = [item(text, source=Source.BRIEF, name="benefits") for text in ("Child care benefit", "Maternity leave")]
    assert findings(document(section("pay", *benefits)), "protected") == []


def test_an_equal_opportunity_section_may_name_what_it_protects():
    assert of_line("Single or married, male candidates or not.", "protected", key="equal-opportunity") == []


def test_the_owner_s_story_is_not_about_the_post():
    assert of_line("Our founder opened the shop in 1998 and he still bakes.", "protected") == []


@pytest.mark.parametrize(
    "text",
    ["English as a first language.", "A native English speaking person.", "A master-slave set-up.", "He / she plans."],
)
def test_words_that_nothing_fits_in_place_of_have_no_fix(text):
    (found,) = of_line(text, "protected")
    assert found.fix is None


def test_a_man_somebody_trusts_mans_nothing():
    assert of_line("We need a man the team trusts.", "protected") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The director runs two sites, and he reports to the owner.", ["he"]),
        ("Each manager answers for her own shop.", ["her"]),
        ("We want somebody who trusts himself.", ["himself"]),
        ("Give him a week.", ["him"]),
        ("Write to Jane Doe (she/her).", []),
        ("The director and his or her team.", ["his or her"]),
        ("The owner retires and her son takes over.", []),
        ("Help them.", []),
    ],
)
def test_a_pronoun_of_one_sex_is_found_wherever_it_applies(line, words):
    assert [found.words for found in of_line(line, "protected.sex")] == words


@pytest.mark.parametrize(
    "line",
    [
        "You must be a practising Catholic.",
        "Must share our beliefs.",
        "You share our faith.",
        "Conservative views preferred.",
        "Must be a member of the Labour Party.",
        "Registered Democrat.",
    ],
)
def test_a_belief_as_a_must_have_is_found(line):
    assert [found.level for found in of_line(line, "protected.religion")] == [Level.MUST_FIX]


@pytest.mark.parametrize("line", ["A conservative budget.", "The faith sector is one of our markets.", "A green van."])
def test_other_senses_of_those_words_are_left_alone(line):
    assert of_line(line, "protected.religion") == []


def test_an_occupational_requirement_in_the_line_beside_allows_it_too():
    lines = "This post is open to women only.", "It is exempt under section 42 of the Anti-Discrimination Act."
    for texts in (lines, lines[::-1]):
        levels = [found.level.value for found in findings(document(section("conditions", *texts)), "protected.sex")]
        assert levels == ["consider"]
    apart = document(section("conditions", lines[0]), section("apply", lines[1]))
    assert [found.level.value for found in findings(apart, "protected.sex")] == ["must_fix"]


def test_what_a_heading_does_not_ask_for_is_no_demand():
    doc = document(section("other", "A degree, your birth date, a photo with your CV, or to be young."))
    assert len(findings(doc, "age")) > 1
    doc = document(replace(doc.sections[0], heading="What we don't need"))
    assert findings(doc, "age") + findings(doc, "protected") == []


@pytest.mark.parametrize(("place", "level"), [("Bend, OR", "must_fix"), ("Boise, Idaho", "should_fix")])
def test_whoever_smokes_is_protected_where_the_state_does(place, level):
    (found,) = of_line("Non-smokers only.", "protected", key="conditions", job_location=place)
    assert found.level.value == level


def test_what_is_needed_in_spite_of_what_is_not_stays_a_demand():
    text = "You don't need to be Jewish, but you must be young."
    assert [found.words for found in of_line(text, "age")] == ["young"]
    assert of_line(text, "protected") == []
