"""A role's address on the portal, and its place among the others."""

import pytest
from django.urls import reverse

from roles.models import Role

NEW = {
    "title": "Head of Places",
    "slug": "head-of-places",
    "tagline": "Keeps places.",
    "description": "Keeps them well.",
    "focus": "operational",
    "balance_min": "60",
    "balance_max": "90",
    "sections-TOTAL_FORMS": "0",
    "sections-INITIAL_FORMS": "0",
}


def change(role):
    return reverse("admin:roles_role_change", args=[role.pk])


def test_a_published_role_keeps_its_address(consultant, version):
    page = consultant.get(change(version.role))
    assert "slug" not in page.context["adminform"].form.fields


def test_one_that_was_never_published_may_change_it(consultant, version):
    consultant.post(reverse("admin:roles_role_add"), NEW)
    page = consultant.get(change(Role.objects.get(slug="head-of-places")))
    assert "slug" in page.context["adminform"].form.fields


def test_a_new_role_appears_behind_the_others(consultant, version):
    consultant.post(reverse("admin:roles_role_add"), NEW)
    assert Role.objects.last().slug == "head-of-places"


@pytest.mark.parametrize("name", ["changelist", "add"])
def test_the_pages_around_it_open(consultant, version, name):
    assert consultant.get(reverse(f"admin:roles_role_{name}")).status_code == 200


def test_only_a_published_role_is_to_be_seen_on_the_site(consultant, version):
    consultant.post(reverse("admin:roles_role_add"), NEW)

    assert "View on site" in consultant.get(change(version.role)).content.decode()
    assert "View on site" not in consultant.get(change(Role.objects.get(slug="head-of-places"))).content.decode()
