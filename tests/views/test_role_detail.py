import gzip

import pytest
from django.urls import reverse

from roles.models import Role


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_it_shows_the_published_template(stranger, version, slug):
    page = stranger.get(reverse("role_detail", args=[slug])).content.decode()

    assert "Responsibilities" in page
    assert "{{" not in page
    assert "{%" not in page


def test_a_draft_edit_does_not_show_before_it_is_published(stranger, version):
    section = version.role.sections.get(key="responsibilities")
    section.statements.create(key="do-new", text="Polish the brass bell.", focus="operational", position=999)

    assert b"Polish the brass bell" not in stranger.get(version.role.get_absolute_url()).content
    version.role.publish()
    assert b"Polish the brass bell" in stranger.get(version.role.get_absolute_url()).content


def test_it_costs_one_query_and_the_session_whatever_it_holds(owner, stranger, version, django_assert_num_queries):
    url = version.role.get_absolute_url()
    stranger.get(url)  # reads the template
    with django_assert_num_queries(1):
        stranger.get(url)
    section = version.role.sections.get(key="responsibilities")
    for number in range(100):
        section.statements.create(key=f"do-more-{number}", text=f"Do thing {number}.", focus="operational")
    version.role.publish()
    stranger.get(url)
    with django_assert_num_queries(2):
        owner.get(url)


def test_an_unknown_role_is_404(stranger):
    assert stranger.get(reverse("role_detail", args=["chief-of-everything"])).status_code == 404


def test_a_role_without_a_version_is_404(stranger):
    Role.objects.create(slug="bare", title="Bare", focus="strategic", tagline="-", description="-")
    assert stranger.get(reverse("role_detail", args=["bare"])).status_code == 404
    assert stranger.get(reverse("posting_new", args=["bare"])).status_code == 404


def test_of_a_large_template_the_page_shows_samples_and_stays_small(stranger, tailored_version):
    page = stranger.get("/roles/director-of-operations/", headers={"accept-encoding": "gzip"})
    assert len(page.content) <= 15 * 1024
    shown = gzip.decompress(page.content).decode()
    assert "28 areas of work" in shown
    assert "What you will do" in shown
    assert 'href="#also"' not in shown
