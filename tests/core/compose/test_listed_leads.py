"""Who reports to the role, what the firm is called and when it answers, as a sentence of ours has them."""

import pytest

from roles.core.compose import answers, superiors
from roles.core.compose.subject import Subject
from roles.core.compose.titles import led_in_full, with_a
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "yard foreman, rigging shop lead, office manager",
            "The yard foreman, the rigging shop lead and the office manager",
        ),
        ("2 practice managers, head tech", "Two practice managers and the head tech"),
        ("4 team leaders and the rostering coordinator", "Four team leaders and the rostering coordinator"),
        ("the buyer, 14 drivers", "The buyer and 14 drivers"),
        # A name, a team, a number of people or a single kind keeps to a list of hers.
        ("Tom Wright, 2 leads", ""),
        ("2 leads, stores, purchasing", ""),
        ("two leads, 30 in all", ""),
        ("3 centre managers", ""),
        ("", ""),
    ],
)
def test_plain_titles_begin_a_sentence(typed, read):
    assert led_in_full(typed) == read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2 weeks", "within 2 weeks"),
        ("a week", "within a week"),
        ("10 working days.", "within 10 working days"),
        ("12 March 2027", "12 March 2027"),
        ("within 2 weeks", "within 2 weeks"),
        ("two weeks after the closing date", "two weeks after the closing date"),
    ],
)
def test_a_time_until_we_answer_gets_its_word(typed, printed):
    assert answers.answered(typed) == printed


@pytest.mark.parametrize(
    ("company", "typed", "firm"),
    [
        ("Considine Funeral Directors", "funeral directors", "a team of 14"),
        ("Considine and Daughter", "funeral directors", "a 14-person firm of funeral directors"),
        ("Considine", "sign making", "a 14-person business in sign making"),
    ],
)
def test_a_firm_is_called_by_its_trade_once(company, typed, firm):
    answered = brief(company=company, industry="other", industry_name=typed, headcount=14)
    assert Subject(brief=answered, schema=2).a_firm == firm


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("NDIS provider", "an NDIS provider"),
        ("MSP", "an MSP"),
        ("UK charity", "a UK charity"),
        ("university press", "a university press"),
        ("a European mill", "a European mill"),
        ("one-room school", "a one-room school"),
        ("optician", "an optician"),
    ],
)
def test_a_firm_has_the_article_that_is_heard(name, read):
    assert with_a(name) == read


def test_a_director_of_a_house_has_an_article():
    assert superiors.superior("Artistic Director") == "the Artistic Director"
