"""The brief of a template that asks what the post answers for."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.html import escape

from roles.core.compose.vocabulary import Area
from roles.forms import BriefForm
from roles.models import Posting, RoleVersion
from tests.views.sheets import Form

BRIEF = "/roles/director-of-operations/brief/"
PREVIEW = f"{BRIEF}preview/"
HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.usefixtures("tailored_version")


@pytest.fixture
def answers(answers):
    return answers | {
        "industry": "dental-vet",
        "star1_area": "delivery",
        "star1_name": "the 14-chair schedule",
        "star1_kpi": "Chair time in use",
        "star1_today": "76%",
        "star1_goal": "84%",
        "star1_by": "December 2027",
        "star2_area": "people",
        "star2_outcome": "Nobody rings the owner after six.",
        "also": ["hiring", "purchasing"],
        "traits": ["bills-insurance"],
        "word_branches": "offices",
        "own_duties": "Be in each office one full day every two weeks\nGet recall going again",
        "own_required": "run a front desk",
        "leads_kind": "managers",
    }


def text(client, answers):
    page = client.post(BRIEF, answers)
    assert page.status_code == 302, page.content.decode()
    return client.get(f"{page.url.partition('#')[0]}export.txt").content.decode()


def test_her_facts_open_the_posting_and_her_lines_the_duties(stranger, answers):
    said = text(stranger, answers)
    assert "The 14-chair schedule: chair time in use from" in said
    assert "chair time in use from 76% to 84% by December 2027." in said
    duties = said.split("WHAT YOU WILL DO\n")[1]
    assert duties.startswith("• Be in each office one full day every two weeks.\n• Get recall going again.\n")
    assert "Also part of the role: " in said
    assert "• Nobody rings the owner after six." in said
    assert "• You have run a front desk." in said
    assert said.count("84%") == 1


def test_her_word_for_the_business_opens_it_and_stays_until_she_changes_it(stranger, answers):
    assert "30-person law firm" in text(stranger, answers | {"industry": "Law firm"})
    change = reverse("posting_edit", args=[Posting.objects.latest("pk").pk])

    def saved(**changes):
        sent = stranger.post(change, Form(stranger.get(change).content.decode()).fields | changes)
        assert sent.status_code == 302
        brief = Posting.objects.latest("pk").brief
        return brief.industry, brief.house_words.firm

    assert saved() == ("professional-services", "law firm")
    assert saved(industry="Retail stores") == ("retail", "group of retail stores")


def test_the_answers_come_back_to_be_changed_and_change_the_posting(stranger, answers):
    stranger.post(BRIEF, answers)
    posting = Posting.objects.latest("pk")
    page = stranger.get(reverse("posting_edit", args=[posting.pk])).content.decode()
    for value in ("the 14-chair schedule", "Chair time in use", "offices", "Get recall going again"):
        assert value in page
    assert [item.area for item in posting.brief.scope] == ["delivery", "people", "hiring", "purchasing"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"star1_area": "", "star1_name": "two plants"}, "Choose the area that this belongs to."),
        ({"star2_area": "delivery"}, "You chose this one above already"),
        ({"also": ["hiring", "purchasing", "stock"]}, "stock"),
        ({"star1_goal": "x" * 101}, "at most 100 characters"),
        ({"own_duties": "Do it.\n" * 21}, "21 lines are more than a reader takes in"),
    ],
    ids=["no area", "twice", "unknown", "too long", "too many lines"],
)
def test_what_is_wrong_is_stated_at_its_field_and_nothing_typed_is_lost(stranger, answers, change, said):
    page = stranger.post(BRIEF, answers | change)
    assert page.status_code == 422
    shown = page.content.decode()
    assert said in shown
    assert "Get recall going again" in shown or "own_duties" in change
    assert Posting.objects.count() == 0


def test_another_kind_of_business_brings_its_own_questions_along(stranger, answers):
    changed = stranger.post(PREVIEW, answers | {"industry_shown": "retail"}, headers=HTMX).content.decode()
    for oob in (
        'id="id_traits"',
        "#also-boxes",
        "outerHTML:#id_star3_area",
        'data-placeholder="id_word_customers">patients',
    ):
        assert oob in changed
    assert 'value="bills-insurance"' in changed
    same = stranger.post(PREVIEW, answers | {"industry_shown": "dental-vet"}, headers=HTMX).content.decode()
    assert not any(oob in same for oob in ('id="id_traits"', "#also-boxes", "outerHTML", "data-placeholder"))


def test_what_an_area_is_measured_by_follows_the_area_and_the_industry(stranger, answers):
    page = stranger.post(PREVIEW, answers | {"industry": "HVAC", "star1_area": "hiring"}, headers=HTMX).content.decode()
    kpis = page.split("#kpis_1")[1].split("</datalist>")[0]
    template = RoleVersion.objects.latest_of("director-of-operations").template
    own = next(area for area in template.areas if area.key == "hiring").kpis
    usual = next(industry for industry in template.industries if industry.key == "home-services").kpis
    for kpi in (*own, *usual):
        assert escape(kpi.name) in kpis


def test_too_many_areas_are_reported_there_and_the_first_stay(stranger, answers):
    template = RoleVersion.objects.latest_of("director-of-operations").template
    sent = answers | {"also": [area.key for area in template.areas]}
    page = stranger.post(PREVIEW, sent, headers=HTMX).content.decode()
    assert '<p data-problem="id_also">Tick up to 8' in page
    assert "The 14-chair schedule: chair time in use from" in page
    assert "Also part of the role: " in page


def test_what_would_make_it_stronger_leads_to_the_field(stranger, answers):
    page = stranger.post(PREVIEW, answers | {"star1_name": "", "apply_to": ""}, headers=HTMX).content.decode()
    assert "Would make it stronger" in page
    assert '<a href="#id_star1_area">Name what you mean' in page
    assert '<a href="#id_apply_to">Say where people apply</a>' in page


@pytest.mark.parametrize("name", ["posting_detail", "posting_edit", "posting_workshop"])
def test_its_pages_weigh_as_little_as_any(stranger, answers, name):
    stranger.post(BRIEF, answers)
    posting = Posting.objects.latest("pk")
    response = stranger.get(reverse(name, args=[posting.pk]), headers={"accept-encoding": "gzip"})
    assert len(response.content) <= 15 * 1024


def test_every_area_is_offered_once_and_those_usual_in_the_trade_first(stranger, answers):
    page = stranger.post(BRIEF, answers | {"company": ""}).content.decode()
    template = RoleVersion.objects.latest_of("director-of-operations").template
    usual = next(industry for industry in template.industries if industry.key == "dental-vet").areas
    offered = re.findall(r'type="checkbox"\s+name="also"\s+value="([\w-]+)"', page)

    assert offered[: len(usual)] == list(usual)
    assert sorted(offered) == sorted(area.key for area in template.areas)
    assert re.search(r'<details class="area-group" open>\s*<summary>Usual in your business', page)


def test_an_area_of_no_known_group_is_listed_last():
    template = RoleVersion.objects.latest_of("director-of-operations").template
    animals = Area(key="zoo", name="Animals", phrase="the animals")
    form = BriefForm(template=replace(template, areas=(animals, *template.areas)))
    assert form.area_groups[-1][0] == "Others"
    assert "zoo" in [box.data["value"] for box in form.area_groups[-1][1]]


@pytest.mark.parametrize(
    ("typed", "word", "said"),
    [
        ("dental practice", "", "a 30-person dental practice"),
        ("dentist", "", "a dental group of 30 people"),
        ("Dental practices", "", "a dental group of 30 people"),
        ("dental clinic", "smile studio", "a 30-person smile studio"),
    ],
)
def test_the_posting_calls_the_firm_what_was_typed_unless_she_has_a_word(stranger, answers, typed, word, said):
    stranger.post(BRIEF, answers | {"industry": typed, "word_firm": word})
    posting = Posting.objects.latest("pk")
    assert posting.brief.industry == "dental-vet"
    assert f", {said}" in next(posting.document.items()).text


def test_what_else_it_answers_for_is_printed_in_her_words(stranger, answers):
    said = text(stranger, answers | {"also_typed": "Parents’ complaints, the shop", "also": ["purchasing"]})
    assert "Also yours: Parents’ complaints, the shop; buying." in said


def test_notes_to_the_writer_are_named_beside_it_and_once_saved(stranger, answers):
    answers |= {"culture": "We share tips. Don't mention the tent", "why_now": "A tent came down in May"}
    shown = stranger.post(PREVIEW, answers, headers=HTMX).content.decode()
    saved = stranger.post(BRIEF, answers, follow=True).content.decode()
    for page in (shown, saved):
        assert escape("Don't mention the tent") in page
        assert "You asked not to mention the tent; “A tent came down in May” still does." in page
    assert "mention the tent" not in re.search(r"<article.*?</article>", shown, re.DOTALL)[0]
