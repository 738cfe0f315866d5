"""Whom a post reports to, as the owner states it; nobody where she does not."""

import pytest

from roles.core.compose import compose, superiors
from roles.core.compose.brief import problems
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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("me", "the owner"),
        ("Myself", "the owner"),
        ("I", "the owner"),
        ("the boss", "the owner"),
        ("directly to me", "the owner"),
        ("me for now", "the owner for now"),
        ("me (MD)", "the Managing Director"),
        ("me (Tammy), the owner", "Tammy, the owner"),
        ("me - the GM", "the General Manager"),
        ("me (Jan, owner)", "Jan (owner)"),
        ("Me, Kay Orr", "Kay Orr"),
        ("me & Dave", "the owner and Dave"),
        ("Dave and myself", "Dave and the owner"),
        ("me and my brother", "the owners"),
        ("both of us", "the owners"),
        ("my wife Anna", "the owner’s wife Anna"),
        # Names and firms that only begin or end so.
        ("Melanie Usher", "Melanie Usher"),
        ("Ian", "Ian"),
        ("Bosse Lind", "Bosse Lind"),
        ("İ", "İ"),
    ],
)
def test_an_owner_who_writes_me_is_named_for_strangers(typed, printed):
    assert problems(brief(reports_to=typed)) == {}
    assert superiors.superior(typed) == printed


@pytest.mark.parametrize("typed", ["dunno", "Not sure yet", "tbc", "don’t know", "?"])
def test_whom_a_post_reports_to_may_be_left_open(typed):
    answers = brief(reports_to=typed)
    assert problems(answers) == {}
    document = compose(shipped.role("operations-director"), answers, version=1)
    assert "Reports to" not in dict(document.facts.lines())
    assert "report to" not in " ".join(texts(document))
