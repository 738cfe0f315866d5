"""A part of the brief that opens is closed and says what is answered in it; a problem in it is in view."""

import re

import pytest
from django.urls import reverse

from roles.core.compose.brief import TEXT_FIELDS
from roles.forms import BriefForm
from roles.forms.brief_layout import layout_of
from roles.models import Posting

BRIEF = "/roles/director-of-operations/brief/"


@pytest.mark.usefixtures("tailored_version")
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"travel": "101"}, "travel"),
        ({"star1_area": "delivery", "star1_kpi": "", "star1_today": "x" * 101}, "star1_today"),
    ],
)
def test_a_part_with_a_problem_comes_back_open(stranger, answers, change, field):
    few = {"company": "Ox", "industry": "retail", "headcount": "3", "place": "Cork", "sites": "1"}
    page = stranger.post(BRIEF, few | {"workplace": "on_site", "employment_type": "full_time"} | change)

    assert page.status_code == 422
    before = page.content.decode().split(f'id="id_{field}"')[0]
    tags = re.findall(r"<details[^>]*>|</details>", before)
    parts = []
    for tag in tags:
        if tag == "</details>":
            parts.pop()
        else:
            parts.append(tag)
    assert parts
    assert all(re.search(r"\bopen\b", part) for part in parts)


@pytest.fixture
def parts(stranger, tailored_version, answers):
    """The parts of the page to change the answers, by their title: the tag, and the text of the summary."""
    typed = {"culture": "Run <b>nights</b>\nCount the stock", "star1_kpi": "on time"}
    sent = answers | typed | {"star1_area": "delivery", "star1_goal": "97%", "also": ["inventory"], "needs": []}
    stranger.post(BRIEF, {**sent, "decides": "staff hours and overtime and small repairs to the ovens", "pay": ""})
    page = stranger.get(reverse("posting_edit", args=[Posting.objects.get().pk])).content.decode()
    return _summaries(page)


def _summaries(page):
    found = re.findall(r"(<details[^>]*>)\s*<summary[^>]*>(.*?)</summary>", page, re.DOTALL)
    return {" ".join(re.sub(r"<[^>]+>", " ", summary).split()): tag for tag, summary in found}


def test_answered_parts_are_closed_and_show_their_answers(parts):
    for text in (
        "What is true of your business Answered: Run &lt;b&gt;nights&lt;/b&gt; · hospitality business",
        "Who decides what Answered: staff hours and overtime and small repa… · £2,000 · £640,000 a year"
        " · orders leave on time 97% of the time",
        "Terms Answered: Travel, per cent: 10 · 28 days of holiday",
        "Target on time, 97%",
        "What else this person answers for Stock and materials",
    ):
        assert "open" not in parts[text], parts


@pytest.mark.usefixtures("tailored_version")
def test_an_unanswered_part_names_what_it_asks(stranger):
    summaries = _summaries(stranger.get(BRIEF).content.decode())
    assert "Who decides what Strong candidates read this first." in summaries


@pytest.mark.usefixtures("tailored_version")
def test_the_closed_parts_follow_what_is_typed(stranger, answers):
    typed = {"culture": "Run <b>nights</b>", "valid_through": "2027-03-04", "schedule": "Nights", "needs": []}
    scope = {"star1_area": "delivery", "star1_kpi": "on time", "star1_goal": "97%", "also": ["inventory"]}
    htmx = {"HX-Request": "true"}
    page = stranger.post(f"{BRIEF}preview/", answers | typed | scope, headers=htmx).content.decode()

    def follows(summary):
        (found,) = re.findall(rf'hx-swap-oob="innerHTML:#{summary}">(.*?)</div>', page, re.DOTALL)
        assert f'id="{summary}"' in stranger.get(BRIEF).content.decode()
        return " ".join(re.sub(r"<[^>]+>", " ", found).split())

    assert follows("what-happens-when-people-apply-summary").startswith("Answered: 4 March 2027")
    assert follows("terms-summary").startswith("Answered: Nights · Travel, per cent: 10")
    assert follows("what-is-true-of-your-business-summary") == "Answered: Run &lt;b&gt;nights&lt;/b&gt;"
    assert follows("target-1-summary") == "Target on time, 97%"
    assert follows("target-2-summary") == "Add a target"
    assert follows("also-summary") == "Stock and materials"


def test_each_text_of_a_brief_has_a_field_and_a_place_in_the_form():
    placed = {pointer.name for schema in (1, 2) for pointer in layout_of(schema).get_field_names()}
    assert set(TEXT_FIELDS) - {"country"} <= BriefForm.base_fields.keys() & placed  # the country is read of the place


@pytest.mark.usefixtures("tailored_version")
def test_what_candidates_must_have_and_the_hours_are_in_view(stranger):
    page = stranger.get(BRIEF).content.decode()
    for name in ("own_required", "workplace", "employment_type", "conditions"):
        before = page[: page.index(f'name="{name}"')]
        assert before.count("<details") == before.count("</details>"), name
