import pytest

from tests.core.compose.build import items, posting, statement


def reason(*statements, of, **answers):
    """Return the reason given for the statement with the key `of`."""
    return next(item.reason for item in items(posting(*statements, **answers)) if item.provenance.name == of)


def test_a_need_is_given_back_in_the_owners_words():
    one = statement("one", needs=("budget",))
    assert reason(one, of="one", pick=1, needs=("budget",)) == "You said: “Nobody follows the budget”."


def test_of_several_needs_the_one_whose_turn_it_was_is_named():
    both = statement("both", needs=("direction", "budget"))
    first = statement("first", needs=("direction",), required=True)
    found = reason(first, both, of="both", pick=2, needs=("direction", "budget"))
    assert found == "You said: “Nobody follows the budget”."


def test_an_industry_is_named_in_words():
    one = statement("one", industries=("retail",))
    assert reason(one, of="one", pick=1) == "Written for businesses in the retail trade."
    assert reason(one, of="one") == "Written for businesses in the retail trade."


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (11, 50, "11 to 50 people"),
        (None, 50, "up to 50 people"),
        (11, None, "11 people or more"),
        (1, 30, "1 to 30 people"),
    ],
)
def test_a_headcount_is_named_in_words(low, high, words):
    one = statement("one", headcount_min=low, headcount_max=high)
    assert reason(one, of="one", pick=1) == f"Written for businesses of {words}."
    assert reason(one, of="one") == f"Written for businesses of {words}."


def test_an_industry_states_more_than_a_headcount():
    one = statement("one", industries=("retail",), headcount_min=11)
    assert reason(one, of="one") == "Written for businesses in the retail trade."


def test_a_required_statement_is_part_of_every_posting():
    one = statement("one", required=True, needs=("budget",))
    words = "Part of every Keeper of Operations posting."
    assert reason(one, of="one", pick=1, needs=("budget",)) == words
    assert reason(one, of="one") == words


def test_what_only_fills_a_place_shows_it():
    assert reason(statement("one"), of="one", pick=1) == "Next in the order our consultants chose for this section."


def test_a_statement_for_a_need_nobody_named_does_not_claim_one():
    one = statement("one", needs=("budget",))
    assert (
        reason(one, of="one", pick=1, needs=("slips",)) == "Next in the order our consultants chose for this section."
    )


def test_an_answer_of_the_owner_shows_it():
    own = statement("benefits", "{{ benefits }}", required=True)
    assert reason(own, of="benefits", benefits="Bread") == "Your own answer in the brief."
