import pytest
from django.urls import reverse

from roles.core.compose import compose
from roles.models import Posting, Statement
from tests import shipped


@pytest.fixture
def url(version):
    return reverse("admin:roles_role_preview", args=[version.role_id])


def test_it_shows_the_draft_as_an_owner_would_get_it(consultant, version, url):
    statement = version.role.sections.get(key="summary").statements.filter(required=True).first()
    Statement.objects.filter(pk=statement.pk).update(text="Juggling, for {{ company }}.")
    page = consultant.get(url, {"example": "bakery-leeds"})

    brief = shipped.brief("bakery-leeds")
    assert page.context["document"] == compose(version.role.to_template(), brief, version=2)
    assert "Juggling, for Harbour Lane Bakery." in page.content.decode()


def test_it_shows_any_version(consultant, version, url):
    Statement.objects.filter(section__role=version.role).update(text="Changed.")
    brief = shipped.brief("clinic-halifax")
    page = consultant.get(url, {"source": "1", "example": "clinic-halifax"})

    assert page.context["document"] == compose(version.template, brief, version=1)


def test_it_shows_the_balance(consultant, url):
    assert "This title promises" in consultant.get(url).content.decode()


def test_it_takes_answers_of_ones_own_and_saves_nothing(consultant, url, answers):
    page = consultant.post(url, answers | {"company": "Ox & Co", "source": "draft"})

    assert page.context["document"].facts.hiring_organization == "Ox & Co"
    assert not Posting.objects.exists()


def test_wrong_answers_are_reported_and_kept(consultant, url, answers):
    page = consultant.post(url, answers | {"headcount": "0"})

    assert page.status_code == 422
    assert page.context["document"] is None
    assert page.context["form"]["company"].value() == answers["company"]


def test_every_example_is_offered_for_each_role(consultant, url):
    names = [choice.value for choice in consultant.get(url).context["examples"]]
    assert names == ["bakery-leeds", "clinic-halifax", "freight-rotterdam"]

    for name in names:
        assert consultant.get(url, {"example": name}).context["document"]


def test_a_draft_that_cannot_be_read_names_the_place_instead(consultant, version, url):
    statement = version.role.sections.get(key="summary").statements.first()
    Statement.objects.filter(pk=statement.pk).update(text="{{ compny }")
    page = consultant.get(url)

    assert page.status_code == 200
    assert f"#statement-{statement.key}" in page.content.decode()


@pytest.mark.parametrize("query", ["source=x", "source=99", "source=²", "example=../x", "example=%F0", "source=1e9"])
def test_a_hostile_query_is_never_an_error_of_ours(consultant, url, query):
    assert consultant.get(f"{url}?{query}").status_code == 200


def test_it_costs_few_queries(consultant, url, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        consultant.get(url)


def test_ones_own_answers_stay_when_another_version_is_chosen(consultant, version, url, answers):
    Statement.objects.filter(section__role=version.role).update(text="Changed.")
    own = answers | {"company": "Ox & Co", "example": ""}
    for source in ("draft", "1"):
        page = consultant.post(url, own | {"source": source})

        content = page.content.decode()
        assert '<option value="" selected>Ox &amp; Co: your answers</option>' in content
        assert page.context["document"].facts.hiring_organization == "Ox & Co"
        assert ("Changed." in content) == (source == "draft")
        assert [choice.value for choice in page.context["sources"] if choice.chosen] == [source]
        assert not any(choice.chosen for choice in page.context["examples"])
        assert content.count('name="source"') == 1


def test_an_example_chosen_from_there_takes_their_place(consultant, url, answers):
    page = consultant.post(url, answers | {"company": "Ox & Co", "example": "clinic-halifax", "source": "draft"})

    assert [choice.value for choice in page.context["examples"] if choice.chosen] == ["clinic-halifax"]
    assert "Ox &amp; Co" not in page.content.decode()
