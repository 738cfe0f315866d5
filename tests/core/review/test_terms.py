"""What candidates are asked for that no employer may take, and the least the law gives sold as a benefit."""

import pytest

from roles.core.review.reading import read_text

from .making import findings, of_line


@pytest.mark.parametrize(
    ("text", "id", "level"),
    [
        ("Applicants pay a processing fee of $40 before the interview.", "terms.block", "must_fix"),
        ("Boots are charged to the employee.", "terms.block", "must_fix"),
        ("The first month is unpaid.", "terms.block", "must_fix"),
        ("You begin with an unpaid trial week.", "terms.block", "must_fix"),
        ("Send a copy of your passport with the letter.", "terms.block", "should_fix"),
        ("£30,000 once the grant is in place.", "terms.block", "should_fix"),
    ],
)
def test_what_is_asked_of_candidates_is_found(text, id, level):
    assert [(found.id, found.level.value) for found in of_line(text, "terms", key="conditions")] == [(id, level)]


@pytest.mark.parametrize(
    "text",
    ["You surrender your passport to HR.", "We keep your original certificates.", "Passport will be held by us."],
)
def test_papers_that_are_kept_are_no_payment(text):
    (found,) = of_line(text, "terms", key="conditions")
    assert (found.level.value, "keeps papers" in found.message) == ("must_fix", True)


@pytest.mark.parametrize(
    "text",
    [
        "We never ask candidates to pay a fee.",
        "You get unpaid leave when you need it.",
        "We give no unpaid internships.",
        "Collect unpaid invoices from customers.",
        "Guests pay a deposit before they sail.",
        "25 days including your birthday.",
    ],
)
def test_what_only_sounds_like_it_is_let_be(text):
    assert of_line(text, "terms", key="conditions") == []


@pytest.mark.parametrize(("place", "count"), [("Leeds, England", 1), ("Dublin, Ireland", 0)])
def test_the_least_leave_of_the_uk_is_no_benefit_there(place, count):
    text = f"Operations Director\n\nLocation: {place}\n\nBenefits\n- 28 days including bank holidays\n- Lunch\n"
    assert len([found for found in findings(read_text(text)) if found.id == "terms.least_leave"]) == count
