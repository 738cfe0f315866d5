"""A role's page: its own fields, and its sections in rows."""

import pytest
from django.urls import reverse

from .build import save


def role_data(role, **changes):
    """What the role's page sends back when nothing was touched but `changes`, by section position."""
    sections = list(role.sections.all())
    names = ("title", "slug", "tagline", "description", "focus", "balance_min", "balance_max", "revision")
    data = {name: getattr(role, name) for name in names}
    data |= {"sections-TOTAL_FORMS": len(sections), "sections-INITIAL_FORMS": len(sections)}
    for number, section in enumerate(sections):
        prefix = f"sections-{number}-"
        data |= {
            f"{prefix}{name}": getattr(section, name)
            for name in ("id", "heading", "key", "purpose", "kind", "position")
        }
        data[f"{prefix}pick"] = section.pick or ""
        if section.locked:
            data[f"{prefix}locked"] = "on"
    return data | changes


def test_untouched_it_saves_and_changes_nothing(consultant, version):
    role, before = version.role, version.role.to_template()

    response = consultant.post(reverse("admin:roles_role_change", args=[role.pk]), role_data(role))

    assert response.status_code == 302
    assert role.to_template() == before


def new_section(role, **fields):
    """What the role's page sends with one more section below its own."""
    number = role.sections.count()
    row = {
        "heading": "Learning & growth",
        "key": "",
        "purpose": "other",
        "kind": "bullets",
        "pick": "",
        "position": "",
    } | fields
    rows = {f"sections-{number}-{name}": value for name, value in row.items()}
    return role_data(role, **rows) | {"sections-TOTAL_FORMS": number + 1}


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "learning-growth"),
        ({"key": "mine"}, "mine"),
        ({"heading": "Skills"}, "skills-2"),
        ({"heading": "…"}, "section"),
    ],
)
def test_a_new_sections_key_is_made_of_its_heading_or_its_own(consultant, version, fields, key):
    url = reverse("admin:roles_role_change", args=[version.role_id])

    assert consultant.post(url, new_section(version.role, **fields)).status_code == 302
    assert version.role.sections.last().key == key


def test_a_section_there_keeps_its_key(consultant, version):
    url = reverse("admin:roles_role_change", args=[version.role_id])
    key = version.role.sections.first().key
    assert consultant.post(url, role_data(version.role, **{"sections-0-key": ""})).status_code == 302
    assert version.role.sections.first().key == key


def test_a_section_that_is_not_published_cannot_lose_its_key(consultant, version):
    url = reverse("admin:roles_role_change", args=[version.role_id])
    version.role.sections.create(key="new", heading="New", position=0)
    page = consultant.post(url, role_data(version.role, **{"sections-0-key": ""}))

    assert "key" in page.context["inline_admin_formsets"][0].formset.forms[0].errors


def test_saving_a_section_leads_back_to_its_role(consultant, version):
    section = version.role.sections.get(key="skills")
    role = reverse("admin:roles_role_change", args=[version.role_id])

    assert save(consultant, section).url == role
    again = save(consultant, section, revision=section.revision + 1, _continue="1").url
    assert again == reverse("admin:roles_section_change", args=[section.pk])


def test_what_a_section_takes_has_one_name(consultant, version):
    section = version.role.sections.first()
    for url in (
        reverse("admin:roles_role_change", args=[version.role_id]),
        reverse("admin:roles_section_change", args=[section.pk]),
        reverse("admin:roles_section_changelist"),
    ):
        page = consultant.get(url).content.decode()
        assert "Takes" in page
        assert ">Pick" not in page


def test_a_rows_marks_are_words(consultant, version):
    section = version.role.sections.get(key="responsibilities")
    need = section.statements.exclude(needs=None).first().needs.first()
    page = consultant.get(reverse("admin:roles_section_change", args=[section.pk])).content.decode()

    assert f"<span>{need.phrase}</span> " in page
    assert f"<span>{need.key}</span>" not in page


def test_a_refused_page_counts_as_changed_when_it_is_left(consultant, version):
    section = version.role.sections.get(key="skills")
    page = consultant.get(reverse("admin:roles_section_change", args=[section.pk])).content.decode()
    assert 'data-unsaved=""' in page
    assert "Preview the saved draft" in page

    assert 'data-unsaved="sent"' in save(consultant, section, heading="").content.decode()
