"""What the areas an owner starred have in common, and how a posting opens with it."""

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.compose.emphasis import EMPHASES, emphasis
from roles.core.compose.scope import Answered
from tests import shipped
from tests.core.compose.build import brief, texts

SLUGS = ("operations-director", "director-of-operations")


@pytest.mark.parametrize(
    ("starred", "read"),
    [
        (("growth",), "growth"),
        (("delivery", "safety"), "quality"),
        (("pnl", "people", "hiring"), "people"),
        (("pnl", "people"), "cost"),
        (("delivery",), ""),
        ((), ""),
    ],
)
def test_most_stars_decide_the_emphasis_and_the_first_among_equals(starred, read):
    assert emphasis(starred) == read


def test_every_area_of_an_emphasis_is_one_that_is_shipped():
    shipped_areas = {area.key for area in content.read_vocabulary().areas}
    assert {area for areas in EMPHASES.values() for area in areas} <= shipped_areas


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("headcount", [60, 300])
@pytest.mark.parametrize("leads", ["", "two managers"])
def test_each_emphasis_opens_in_its_own_words(slug, headcount, leads):
    openings = set()
    for area in ("delivery", "growth", "quality", "pnl", "people"):
        scope = (Answered(area=area, starred=True, name="the north"),)
        summary = compose(shipped.role(slug), brief(headcount=headcount, leads=leads, scope=scope), version=1).sections[
            0
        ]
        openings.add(" ".join(item.text for item in summary.items))
    assert len(openings) == 5


@pytest.mark.parametrize("slug", SLUGS)
def test_her_story_opens_the_posting_as_a_paragraph(slug):
    answers = {"why_now": "Our founder moves on.\nNobody counted the stock last year.", "spending_limit": "$500"}
    opening = compose(shipped.role(slug), brief(**answers), version=1).sections[0]
    story, ours = opening.paragraphs
    assert [item.text for item in story] == ["Our founder moves on.", "Nobody counted the stock last year."]
    assert ours[-1].text.startswith(("You approve spending", "You can approve spending up to $500"))


@pytest.mark.parametrize("slug", SLUGS)
def test_beside_her_story_no_general_sentence_is_printed(slug):
    plain, told = (
        compose(shipped.role(slug), brief(why_now=why), version=1).sections[0] for why in ("", "Our founder moves on.")
    )
    assert any("You decide" in item.text for item in plain.items)
    assert not any("You decide" in item.text for item in told.items)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_owner_who_speaks_of_herself_is_introduced(slug):
    answers = {"why_now": "I plan every van myself", "reports_to": "Tess Boyle, owner"}
    row = texts(compose(shipped.role(slug), brief(**answers), version=1))
    assert row[0] == "I plan every van myself."
    assert any("You report to me, Tess Boyle (owner)" in text for text in row)
