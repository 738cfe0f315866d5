"""A third role: copied, published, chosen by owners, retired, and brought back."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from roles.models import Posting, Role, Statement

COPY = {"title": "Operations Manager", "tagline": "Keeps one site going."}


def address(role, name):
    return reverse(f"admin:roles_role_{name}", args=[role.pk])


@pytest.fixture
def manager(consultant, version):
    """An Operations Manager, copied and published in the workshop."""
    assert consultant.post(address(version.role, "copy"), COPY).status_code == 302
    role = Role.objects.get(title="Operations Manager")
    assert consultant.post(address(role, "publish"), {"after": "0", "note": "New"}).status_code == 302
    return role


def test_a_copy_states_the_same_under_keys_of_its_own(consultant, version):
    before = version.role.to_template()
    consultant.post(address(version.role, "copy"), COPY)
    copy = Role.objects.get(title="Operations Manager")

    assert [one.text for one in copy.to_template().statements()] == [one.text for one in before.statements()]
    assert version.role.to_template() == before
    assert copy.slug == "operations-manager"
    assert Role.objects.last() == copy


def test_a_copy_begins_on_the_first_page_and_warns_of_the_original_s_name(consultant, version):
    assert f'href="{address(version.role, "copy")}"' in consultant.get(reverse("admin:index")).content.decode()
    Role.objects.filter(pk=version.role_id).update(description="A Director of Operations does this.")
    page = consultant.post(address(version.role, "copy"), COPY, follow=True).content.decode()
    assert "Its description still names Director of Operations" in page


@pytest.mark.parametrize("title", ["", " director  of OPERATIONS ", "x" * 81])
def test_a_copy_needs_a_title_that_is_its_own(consultant, version, title):
    answer = consultant.post(address(version.role, "copy"), COPY | {"title": title})
    assert answer.status_code == 422
    assert answer.context["form"].errors["title"]
    assert Role.objects.count() == 2


@pytest.mark.parametrize("tagline", ["", "x" * 121, None])
def test_a_copy_needs_a_tagline_that_is_its_own(consultant, version, tagline):
    tagline = version.role.tagline.upper() if tagline is None else tagline
    answer = consultant.post(address(version.role, "copy"), COPY | {"tagline": tagline})
    assert answer.status_code == 422
    assert answer.context["form"].errors["tagline"]
    assert Role.objects.count() == 2


def test_a_copied_role_reaches_owners(manager, stranger, answers):
    assert "Operations Manager" in stranger.get(reverse("home")).content.decode()
    assert stranger.get(manager.get_absolute_url()).status_code == 200
    assert stranger.post(reverse("posting_new", args=[manager.slug]), answers).status_code == 302
    assert Posting.objects.latest("created_at").title == "Operations Manager"


def test_a_copied_role_is_in_the_menu_the_comparison_and_the_finder(manager, version, stranger):
    menu = stranger.get(reverse("home")).content.decode().split("</nav>")[0]
    assert f'href="{manager.get_absolute_url()}"' in menu
    pair = reverse("compare_two", args=[version.role.slug, manager.slug])
    assert pair in stranger.get(reverse("compare")).content.decode()
    side_by_side = stranger.get(pair).content.decode()
    assert side_by_side.count(">Operations Manager</h3>") == side_by_side.count(">Director of Operations</h3>") == 1
    assert side_by_side.count("<h3>The same for both</h3>") > 2
    paragraphs = re.findall("<p>(.*?)</p>", side_by_side.split('class="side-by-side"')[1])
    assert "Keeps one site going." in paragraphs
    assert len(set(paragraphs)) == len(paragraphs) > 10
    result = stranger.get(reverse("which_role"), {"missing": "running"}).content.decode()
    assert reverse("posting_new", args=[manager.slug]) in result
    assert stranger.get(reverse("role_example", args=[manager.slug])).status_code == 200


@pytest.mark.parametrize("pair", [("none", "director-of-operations"), ("director-of-operations",) * 2])
def test_no_comparison_of_a_title_with_itself_or_with_none(stranger, pair):
    assert stranger.get(reverse("compare_two", args=pair)).status_code == 404


def test_no_template_names_a_role():
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        words = path.read_text().lower()
        for name in ("operations-director", "director-of-operations", "operations director", "director of operations"):
            assert name not in words, path


def test_a_retired_role_leaves_the_public_pages_and_its_postings_go_on(consultant, manager, stranger, answers):
    stranger.post(reverse("posting_new", args=[manager.slug]), answers)
    posting = Posting.objects.latest("created_at")
    assert consultant.post(address(manager, "retire"), {"retired": "on"}).status_code == 302

    assert "Operations Manager" not in stranger.get(reverse("home")).content.decode().split("postings")[0]
    assert manager.get_absolute_url() not in stranger.get(reverse("sitemap")).content.decode()
    for page in (manager.get_absolute_url(), reverse("posting_new", args=[manager.slug])):
        assert stranger.get(page).status_code == 404
    for name in ("posting_detail", "posting_edit", "posting_workshop", "posting_updates", "posting_switch"):
        assert stranger.get(reverse(name, args=[posting.pk])).status_code == 200

    consultant.post(address(manager, "retire"))
    assert stranger.get(manager.get_absolute_url()).status_code == 200


def test_no_posting_is_switched_to_a_retired_role(consultant, manager, owner):
    switch = reverse("posting_switch", args=[owner.posting.pk])
    assert "Operations Manager" in owner.get(switch).content.decode()
    consultant.post(address(manager, "retire"), {"retired": "on"})
    assert "Operations Manager" not in owner.get(switch).content.decode()


def test_the_titles_of_the_portals_story_cannot_be_retired(consultant, version):
    answer = consultant.post(address(version.role, "retire"), {"retired": "on"})
    assert answer.status_code == 422
    assert "are about Director of Operations: it stays." in answer.content.decode()
    assert not Role.objects.filter(retired=True).exists()


def test_a_copy_warns_of_statements_that_name_the_original(consultant, version):
    Statement.objects.filter(section__role=version.role).first()
    version.role.sections.get(key="skills").statements.create(
        key="do-names", text="A Director of Operations does this.", focus="shared", position=99
    )
    page = consultant.post(address(version.role, "copy"), COPY, follow=True)
    assert "1 of its statements still name Director of Operations" in page.content.decode()


def named(client, role):
    return [place.text for place in client.get(address(role, "publish")).context["named"]]


def test_a_copy_is_published_with_a_warning_until_it_names_itself(version, consultant):
    original, title = Role.objects.get(pk=version.role_id), "Director of Operations"
    consultant.post(address(original, "copy"), COPY)
    manager = Role.objects.get(title="Operations Manager")
    Role.objects.filter(pk=manager.pk).update(description=f"The {title} does this, beside an Operations Director.")
    row = manager.sections.get(key="skills").statements.create(
        key="manager-names", text=f"A {title} does this.", focus="shared", position=99
    )
    instead = f"The description names Operations Director and {title}, and not {manager.title}"
    assert {instead, f"1 statement names {title}"} < set(named(consultant, manager))

    Role.objects.filter(pk=manager.pk).update(description=f"The {manager.title} helps the {title}.")
    row.delete()
    assert not [line for line in named(consultant, manager) if "The description" in line or title in line]
    assert named(consultant, original) == []
