"""A job noun of one sex is to consider where it names people who are there, and must be fixed for whoever is sought."""

import pytest

from roles.core.review import Level, apply_fix

from .making import document, findings, of_line, section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The workshop foreman and four fitters report to you.", "foreman"),
        ("A foreman, an office manager and three drivers report to you.", "foreman"),
        ("You will run the works through a foreman and two fitters.", "foreman"),
        ("Reporting to you: the yard foreman, six drivers.", "foreman"),
        ("Leads two foremen.", "foremen"),
        ("Walk every roof with the foreman.", "foreman"),
        ("Report to the chairman.", "chairman"),
        ("Our waitresses stay for years.", "waitresses"),
        ("We have a handyman and a chef.", "handyman"),
        ("The foreman will report to you.", "foreman"),
        ("Each craftsman has a bench.", "craftsman"),
    ],
)
def test_people_at_the_firm_are_to_consider_with_the_neutral_word(text, words):
    (found,) = of_line(text, "protected")
    assert (found.words, found.level) == (words, Level.CONSIDER)
    assert found.fix
    assert "who are there" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "Foreman wanted for our joinery shop.",
        "We are looking for a foreman.",
        "We need a foreman who knows joinery.",
        "Hire a waitress.",
        "A skilled craftsman.",
        "You are the foreman.",
        "Experience as a foreman.",
        "The foreman will run the yard.",
        "The role of the foreman is to plan.",
        "You replace the foreman.",
        "The ideal salesman.",
        "Foreman / operations director.",
    ],
)
def test_whoever_is_sought_must_be_named_neutrally(text):
    (found,) = of_line(text, "protected")
    assert found.level is Level.MUST_FIX


def test_both_are_found_in_one_sentence():
    found = of_line("We need a foreman who can lead our foremen.", "protected")
    assert [each.level for each in found] == [Level.MUST_FIX, Level.CONSIDER]


def test_a_title_is_the_post_that_is_sought():
    (found,) = findings(document(title="The Workshop Foreman"), "protected")
    assert found.level is Level.MUST_FIX


@pytest.mark.parametrize(
    "text", ["The best man for the job reports to you.", "Our lads wanted.", "The young man reports to you."]
)
def test_other_words_of_one_sex_weigh_what_they_did(text):
    assert all(found.level is not Level.CONSIDER for found in of_line(text, "protected"))


def test_the_neutral_word_takes_its_place():
    doc = document(section("responsibilities", "Plan the week with the foreman."))
    (found,) = findings(doc, "protected")
    assert apply_fix(doc, found).sections[0].items[0].text == "Plan the week with the supervisor."
