"""The live preview: what is typed so far as paper, and nothing written."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from roles.core.compose import compose
from roles.forms import BriefForm
from roles.models import Posting, RoleVersion
from roles.views.brief import so_far
from tests import shipped
from tests.row_changes import rows_of_all

URL = "/roles/director-of-operations/brief/preview/"
HTMX = {"HX-Request": "true"}
FRESH = {"sites": "1", "workplace": "on_site", "employment_type": "full_time"}


def paper(client, answers):
    response = client.post(URL, answers, headers=HTMX)
    assert response.status_code == 200
    return response.content.decode()


def test_it_is_the_paper_the_posting_will_be(stranger, answers):
    shown = paper(stranger, answers)
    page = stranger.get(stranger.post("/roles/director-of-operations/brief/", answers).url).content.decode()

    def plain(html):
        words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
        return re.sub(r"Finding \d+", "Finding", words)  # only a posting's own review counts the lines that are ours

    inner = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    paper_alone = re.sub(r'<details class="why">.*?</details>', "", shown, flags=re.DOTALL)
    assert plain(re.search(r"<article.*?</article>", paper_alone, re.DOTALL)[0]) == plain(inner)
    assert "Why is this here?" in shown


def test_it_is_a_part_of_a_page_for_the_script_and_a_page_without_it(stranger, answers):
    assert "<html" not in paper(stranger, answers)
    page = stranger.post(URL, answers).content.decode()
    assert "<html" in page
    assert 'value="Harbour Lane Bakery"' in page
    assert "Harbour Lane Bakery</bdi>" in page


def test_a_form_with_holes_shows_marked_blanks(stranger):
    shown = paper(stranger, FRESH)

    for blank in ("[name of the business]", "[city and region]", "[your industry]", "[how many]"):
        assert f'<span class="blank">{blank}</span>' in shown


def test_a_blank_never_reaches_a_saved_posting(stranger):
    assert stranger.post("/roles/director-of-operations/brief/", FRESH).status_code == 422
    assert not Posting.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "gone"),
    [
        ("pay", "60000-50000", "<dt>Pay</dt>"),
        ("pay", "lots", "<dt>Pay</dt>"),
        ("pay", "999999999999", "<dt>Pay</dt>"),
        ("travel", "300", "300"),
        ("headcount", "0", "team of 0"),
        ("headcount", "9" * 5000, "99999"),
        ("industry", "retail, hospitality", "retail hospitality</bdi>"),
        ("needs", ["nonsense"], "nonsense"),
        ("company", "Bad\u202eName", "Name"),
        ("company", "Nul\0", "Nul"),
        ("apply_to", "javascript:alert(1)", "javascript"),
        ("valid_through", "2001-01-01", "2001"),
        ("workplace", "moon", "moon"),
    ],
)
def test_a_wrong_answer_is_left_out_and_the_rest_shown(stranger, answers, field, value, gone):
    shown = paper(stranger, answers | {field: value}).split("answers-found")[0]

    assert gone not in shown
    assert "forty cafés" in shown


def test_an_owner_may_type_brackets_and_marks(stranger, answers):
    shown = paper(stranger, answers | {"about": "<b>[x]</b> & {{ 7*7 }}", "company": "<script>alert(1)</script>"})

    assert "<script" not in shown
    assert "&lt;b&gt;[x]&lt;/b&gt; &amp; {{ 7*7 }}" in shown


def test_without_script_all_typed_is_kept_and_only_mistakes_are_named(stranger):
    response = stranger.post(URL, FRESH | {"about": "Half a", "pay": "4 lots", "ticket": "as it came"})
    page = response.content.decode()

    assert response.status_code == 200
    assert "Half a" in page
    assert 'value="4 lots"' in page
    assert list(response.context["form"].errors) == ["pay"]
    assert 'name="ticket" value="as it came"' in page
    assert 'action="/roles/director-of-operations/brief/"' in page


def test_what_a_form_shows_at_first_is_on_its_first_paper(version):
    brief = shipped.brief("bakery-leeds")
    form = BriefForm(initial=BriefForm.initial_from(brief), template=version.template)

    assert so_far(version, form) == compose(version.template, brief, version=version.number)


def test_only_initial_values_that_can_be_right_are_on_the_paper(version):
    wrong = {"industry": "piracy", "headcount": "many", "pay": "lots", "needs": ["nonsense"], "company": "Ox"}
    document = so_far(version, BriefForm(initial=wrong, template=version.template))

    assert document.facts.hiring_organization == "Ox"
    assert document.facts.base_salary is None


def test_it_writes_nothing(owner, answers):
    before = rows_of_all()
    for sent in (answers, FRESH, {}):
        for headers in (HTMX, {}):
            owner.post(URL, sent, headers=headers)

    assert rows_of_all() == before


def test_it_wants_its_token(version, answers):
    assert Client(enforce_csrf_checks=True).post(URL, answers, headers=HTMX).status_code == 403


def test_its_address_leads_to_the_brief(stranger, version):
    assert stranger.get(URL).url == "/roles/director-of-operations/brief/"


def test_an_unknown_role_is_404(stranger, version):
    url = reverse("posting_preview", args=["chief-of-everything"])
    assert stranger.post(url).status_code == 404
    assert stranger.get(url).status_code == 404


def test_it_costs_three_queries(stranger, version, answers, read_templates, django_assert_num_queries):
    read_templates()
    with django_assert_num_queries(3):
        paper(stranger, answers)


def test_it_follows_the_newest_version_as_the_posting_will(stranger, version, answers):
    version.role.sections.get(key="responsibilities").statements.update(text="Polish the brass bell.")
    version.role.publish()

    assert RoleVersion.objects.count() == 3
    assert "Polish the brass bell." in paper(stranger, answers)


def test_it_states_what_the_review_shows_it_far(stranger, version, answers):
    page = stranger.post(URL, answers | {"goal": "young and dynamic people", "pay": ""})

    html = page.content.decode()
    assert "Ready to publish?" in html
    assert "<mark" in html
    assert "young" in html


def found(client, answers):
    """The problems a preview answers with, by the field they belong to."""
    return dict(re.findall(r'<p data-problem="id_(\w+)">(.*?)</p>', paper(client, answers)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reports_to": "nobody"}, {"reports_to": "Every role reports to somebody"}),
        ({"apply_to": "jobs@example"}, {"apply_to": "The end of this address is missing"}),
        ({"pay": "4 lots"}, {"pay": "Write the pay as a figure"}),
        ({"pay": "€48,000–£56,000"}, {"pay": "different currencies"}),
        ({"company": "", "headcount": "", "place": "", "pay": "60-70k"}, {}),
    ],
)
def test_each_field_answers_with_its_problem_while_the_form_is_typed(stranger, answers, typed, said):
    problems = found(stranger, answers | typed)
    assert set(problems) == set(said)
    for field, words in said.items():
        assert words in problems[field]


def test_a_fourth_need_is_reported_and_the_first_three_stay(stranger, answers):
    sent = answers | {"needs": ["direction", "slips", "budget", "policies"]}
    assert "you have 4" in found(stranger, sent)["needs"]
    assert paper(stranger, sent).count("You said") >= 1
    first = paper(stranger, answers | {"needs": ["direction", "slips", "budget"]})
    article = re.compile(r"<article.*?</article>", re.DOTALL)
    assert article.search(paper(stranger, sent))[0] == article.search(first)[0]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ({"place": "Perth, WA"}, "Read as Perth, Western Australia, Australia."),
        ({"place": "Birmingham"}, "Birmingham, Alabama, USA"),
        ({"place": "Birmingham", "pay": "£48,000"}, "Read as Birmingham, England, UK."),
        ({"place": "Birmingham", "place_choice": "Birmingham, Alabama"}, "Read as Birmingham, Alabama, USA."),
        ({"pay": "60-70k DOE"}, "Read as £60,000–£70,000 a year. “DOE” is printed after the pay."),
        ({"pay": "60-70k", "place": ""}, "Which currency is it?"),
        ({"pay": "60-70k", "place": "Birmingham"}, "GBP (£)"),
        ({"pay": "60-70k", "place": "Birmingham", "pay_choice": "GBP"}, "Read as £60,000–£70,000 a year."),
        ({"pay": "20"}, "An hour"),
        (
            {"pay": "competitive", "place": "Denver, CO"},
            "names no figure, so the posting shows no pay. Colorado asks for the pay range. This is not",
        ),
        (
            {"pay": "$65k+", "place": "Denver, CO"},
            "Read as from $65,000 a year. Colorado asks for a range with both ends. This is not",
        ),
        ({"apply_to": "example.com/jobs"}, "Read as https://example.com/jobs"),
        ({"apply_to": "through the website"}, "The posting will say “our website”. Add its address"),
        (
            {"apply_to": "through the website", "about": "Cakes, see example.co.uk."},
            "Read as https://example.co.uk, the address you gave above.",
        ),
        ({"reports_to": "me (MD)"}, "Readers do not know you yet, so the posting says “the Managing Director”."),
        ({"reports_to": "dunno"}, "Left open: the posting does not say whom this person reports to."),
        ({"industry": "retail, hospitality"}, "Which of these is it?"),
        ({"industry": "submarine tours"}, "The posting will say “in submarine tours”"),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["script", "no script"])
def test_how_an_answer_was_read_is_shown_beside_it(stranger, answers, sent, shown, headers):
    response = stranger.post(URL, answers | sent, headers=headers)
    assert shown in response.content.decode()
