"""A result of the title finder names a third role: in its form, in files, when it is published, and to visitors."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from roles.core import codec
from roles.core.content import ContentError
from roles.import_export.exporting import export_contents
from roles.import_export.importing import import_contents
from roles.import_export.loading import load_shipped
from roles.models import Passage, PublishRequest, Role
from roles.models.editions import Kind, published
from roles.models.releases import Shown, publish_drafts
from tests.admin.build import more_roles, signed

BETWEEN = {"missing": "direction", "plan": "not-carried-out"}
REFUSED = "“Between the two titles”: role names “more-0”, which owners cannot choose"
FINDER = {Kind.FINDER: Shown()}
pytestmark = pytest.mark.usefixtures("small_content")


@pytest.fixture
def third():
    """A third role, on offer."""
    more_roles(1)
    role = Role.objects.get(slug="more-0")
    publish_drafts({}, {role: Shown()})
    return role


def name(role="more-0", key="between"):
    Passage.objects.filter(key=key).update(role=role)


def result(client):
    response = client.get(reverse("which_role"), BETWEEN)
    assert response.status_code == 200
    return response.content.decode()


def page_of(key="between"):
    return reverse("admin:roles_passage_change", args=[Passage.objects.get(key=key).pk])


def save(client, key="between", **changes):
    page, row = page_of(key), Passage.objects.get(key=key)
    data = {field: getattr(row, field) for field in ("heading", "kind", "key", "text", "role")}
    return client.post(page, data | signed(client, page) | changes)


def errors(response):
    return response.context["adminform"].form.errors


def test_a_visitor_is_offered_the_role_that_the_result_names(consultant, third, stranger):
    plain = result(stranger)
    assert save(consultant, role="more-0").status_code == 302
    assert result(stranger) == plain  # a draft
    publish_drafts(FINDER)

    page = result(stranger)
    first = page.partition("btn-primary btn-block")[2].partition("</a>")[0]
    assert reverse("posting_new", args=["more-0"]) in first
    assert f"Write the posting: {third.title}" in first
    assert page.count("btn-primary btn-block") == 1
    for slug in ("operations-director", "director-of-operations"):
        assert reverse("compare_two", args=["more-0", slug]) in page
        assert reverse("posting_new", args=[slug]) in page
    assert "Or another title" not in page


def test_a_role_it_could_be_instead_has_its_posting_one_link_away(third, stranger):
    name(key="operations-manager")
    publish_drafts(FINDER)
    instead = result(stranger).partition("Perhaps it is another role altogether")[2].partition("</details>")[0]
    assert f"Write the posting: {third.title}" in instead
    assert instead.count("<a ") == 1


def test_to_name_one_of_the_two_titles_offers_no_comparison_with_itself(stranger):
    name("operations-director")
    publish_drafts(FINDER)
    page = result(stranger)
    assert (
        page.count("Write the posting: Operations Director") == 1 == page.count("No, I choose Director of Operations")
    )
    assert reverse("compare_two", args=["operations-director", "director-of-operations"]) not in page


def test_it_costs_a_visitor_no_query_more(third, stranger, django_assert_num_queries):
    name()
    publish_drafts(FINDER)
    result(stranger)
    with django_assert_num_queries(2):
        result(stranger)


def test_a_retired_role_is_named_no_more_until_it_is_back(consultant, third, stranger):
    plain = result(stranger)
    name()
    publish_drafts(FINDER)
    named = result(stranger)
    page = reverse("admin:roles_role_retire", args=[third.pk])
    assert page_of() in consultant.get(page).content.decode()

    assert consultant.post(page, {"retired": "on"}).status_code == 302
    fallen_back = result(stranger)
    assert third.title in plain  # among the other titles, while it is on offer
    assert third.title not in fallen_back
    assert fallen_back.count("Write the posting") == 2

    consultant.post(page)
    assert result(stranger) == named


@pytest.mark.parametrize("gone", ["retired", "deleted"])
def test_a_role_that_is_gone_is_an_error_at_its_field(consultant, third, gone):
    slug = "more-0" if gone == "retired" else "never-was"
    name(slug)
    Role.objects.filter(pk=third.pk).update(retired=gone == "retired")
    page = consultant.get(page_of()).content.decode()
    assert f'<option value="{slug}" selected>{slug} (retired, or not there)</option>' in page
    response = save(consultant, heading="Typed")
    [error] = errors(response)["role"]
    assert "retired, or not there" in error
    assert response.context["adminform"].form["heading"].value() == "Typed"
    assert save(consultant, role="", heading="Typed").status_code == 302


def test_the_form_offers_published_roles_and_those_to_release_with_it(consultant, third):
    role = Role.objects.get(slug="operations-director")
    consultant.post(reverse("admin:roles_role_copy", args=[role.pk]), {"title": "Fourth", "tagline": "Fourth."})
    choices = consultant.get(page_of()).context["adminform"].form.fields["role"].choices
    offered = dict(choices)
    assert [title for slug, title in offered["On offer to owners"]] == [
        "Operations Director", "Director of Operations", third.title,
    ]  # fmt: skip
    assert [slug for slug, _ in offered["Not published yet: release it with this"]] == ["fourth"]


@pytest.mark.parametrize(("key", "word"), [("no-wall", "caveat"), ("open", "too few answers")])
def test_what_can_name_no_role_is_refused_at_its_field(consultant, third, key, word):
    assert word in errors(save(consultant, key, role="more-0"))["role"][0]


@pytest.mark.parametrize("value", ["none-such", "x" * 60, "<b>", "\u202e"])
def test_another_slug_is_refused(consultant, value):
    assert errors(save(consultant, role=value))["role"]
    assert Passage.objects.get(key="between").role == ""


def test_what_owners_cannot_choose_is_not_published(consultant, third):
    name()
    Role.objects.filter(pk=third.pk).update(retired=True)
    with pytest.raises(ValidationError, match=REFUSED[:60]):
        publish_drafts(FINDER)
    assert REFUSED in consultant.get(reverse("admin:roles_edition_publish", args=["finder"])).content.decode()
    assert "more-0" not in {passage.role for passage in published(Kind.FINDER)[Kind.FINDER].passages}


@pytest.mark.parametrize("days", [None, 1])
def test_a_role_and_the_result_that_names_it_are_released_together(stranger, days):
    more_roles(1)
    name()
    moment = days and timezone.now() + timedelta(days=days)
    with pytest.raises(ValidationError, match=REFUSED[:60]):
        publish_drafts(FINDER, public_from=moment)
    released = publish_drafts(FINDER, {Role.objects.get(slug="more-0"): Shown()}, public_from=moment)
    assert len(released.editions) == len(released.versions) == 1
    assert ("Write the posting: More 0" in result(stranger)) == (days is None)


def test_a_result_is_not_planned_before_the_role_it_names():
    more_roles(1)
    name()
    now = timezone.now()
    publish_drafts({}, {Role.objects.get(slug="more-0"): Shown()}, public_from=now + timedelta(days=2))
    with pytest.raises(ValidationError, match=REFUSED[:60]), transaction.atomic():
        publish_drafts(FINDER, public_from=now + timedelta(days=1))
    assert publish_drafts(FINDER, public_from=now + timedelta(days=3)).editions


def test_a_colleague_is_asked_for_both_together(consultant):
    more_roles(1)
    name()
    role = Role.objects.get(slug="more-0")
    with pytest.raises(ValidationError, match=REFUSED[:60]):
        PublishRequest.objects.make_together(FINDER, {}, by=consultant.user)
    made = PublishRequest.objects.make_together(FINDER, {role: Shown()}, by=consultant.user)
    assert [field.name for change in made[0].changes for field in change.fields] == ["role"]


def files():
    return {name: text.encode() for name, text in export_contents(Role.objects.all()).items()}


def test_files_take_along_which_role_a_result_names(third):
    name()
    sent = files()
    name("")
    imported = import_contents(sent)
    assert Passage.objects.get(key="between").role == "more-0"
    assert [file.lines[1:] for file in imported.files] == [["+    role: more-0"]]
    assert not import_contents(sent)


def test_files_bring_the_role_with_the_result():
    more_roles(1)
    name()
    sent = files()
    name("")
    Role.objects.get(slug="more-0").delete()
    import_contents(sent)
    assert Role.objects.filter(slug="more-0").exists()
    assert Passage.objects.get(key="between").role == "more-0"


@pytest.mark.parametrize(("gone", "slug"), [("never there", "none-such"), ("retired", "more-0")])
def test_files_that_name_a_role_that_is_gone_are_refused_at_the_line(third, gone, slug):
    name()
    sent = files()
    Role.objects.filter(slug="more-0").update(retired=gone == "retired")
    finder = sent["title-finder.yaml"].replace(b"role: more-0", f"role: {slug}".encode())
    line = finder.decode().splitlines().index(f"    role: {slug}") + 1
    with pytest.raises(ContentError, match=f"title-finder.yaml:{line}: passage 3, role names “{slug}”"):
        import_contents({"title-finder.yaml": finder})
    assert Passage.objects.get(key="between").role == "more-0"


def test_a_release_of_the_portal_is_loaded_although_a_role_is_gone(third):
    name()
    row = Passage.objects.get(key="no-wall")
    row.text = "As it was shipped once."
    row.loaded = codec.dump(row.to_value())
    row.save()
    publish_drafts(FINDER)
    Role.objects.filter(pk=third.pk).update(retired=True)

    report = {item.name: item.outcome for item in load_shipped(publish=True)}
    assert report["title finder result or note no-wall"] == "updated"
    assert report["title finder"] == "waiting"
