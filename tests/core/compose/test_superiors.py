"""Whom a post reports to, as the owner states it; nobody where she does not."""

import pytest

from roles.core.compose import compose, superiors
from tests import shipped
from tests.core.compose.build import brief, texts


@pytest.mark.parametrize(
    ("typed", "introduced", "later"),
    [
        ("the owner, a practicing dentist", "the owner, a practicing dentist", "the owner"),
        ("Owner, a vet", "the owner, a vet", "the owner"),
        (
            "the Managing Director; presents to the board",
            "the Managing Director; presents to the board",
            "the Managing Director",
        ),
    ],
)
def test_words_on_a_superior_stay_as_typed_and_are_printed_once(typed, introduced, later):
    assert (superiors.superior(typed), superiors.called(typed)) == (introduced, later)


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_no_reporting_line_is_asserted_without_an_answer(slug):
    hers = {"reports_to": "", "keeps": "prices, new hires", "sites": 3, "needs": ("daily-decisions",)}
    document = compose(shipped.role(slug), brief(**hers), version=1)
    said = " ".join(texts(document))
    assert "report to" not in said
    assert "the owner" not in said
    assert "prices and new hires" in said
    assert "Reports to" not in dict(document.facts.lines())
    assert "You report to the owner" in " ".join(texts(compose(shipped.role(slug), brief(), version=1)))
