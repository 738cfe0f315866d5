"""What a statement is tied to is typed as keys in its row, and a published key stays."""

import pytest
from django.urls import reverse

from roles.models import Area, Industry, Need, Statement, Trait

from .build import address, form_data, save
from .test_roles_page import role_data


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


def errors(response):
    return response.context["inline_admin_formsets"][0].formset.forms[0].errors


def test_every_tie_is_saved_from_the_row(consultant, section):
    area, trait, need = Area.objects.first(), Trait.objects.first(), Need.objects.first()
    sent = {
        "areas": area.key,
        "traits": trait.key,
        "needs": f" {need.phrase} ",
        "industries": Industry.objects.first().name.upper(),
        "leads": "managers; supervisors",
        "countries": "us, uk",
        "evidence_weak": "Blames the team.",
    }
    assert (
        save(consultant, section, **{f"statements-0-{name}": value for name, value in sent.items()}).status_code == 302
    )

    row = section.statements.first()
    assert [*row.areas.all(), *row.traits.all(), *row.needs.all()] == [area, trait, need]
    assert list(row.industries.all()) == [Industry.objects.first()]
    assert (row.leads, row.countries, row.evidence_weak) == (
        ["managers", "supervisors"],
        ["us", "uk"],
        "Blames the team.",
    )
    page = consultant.get(address(section)).content.decode()
    assert f'value="{area.key}"' in page
    assert 'value="managers, supervisors"' in page


@pytest.mark.parametrize("name", ["needs", "industries", "areas", "traits", "leads", "countries"])
def test_an_unknown_key_is_refused_at_its_field_and_kept_as_typed(consultant, section, name):
    before = section.role.to_template()
    response = save(consultant, section, **{f"statements-0-{name}": "no-such-thing"})

    assert "“no-such-thing” is no " in errors(response)[name][0]
    assert 'value="no-such-thing"' in response.content.decode()
    assert section.role.to_template() == before


def test_a_key_spelled_wrong_is_answered_with_the_nearest(consultant, section):
    key = Need.objects.first().key
    assert (
        f"Did you mean “{key}”?" in errors(save(consultant, section, **{"statements-0-needs": f"{key}s"}))["needs"][0]
    )


def test_the_key_of_a_published_statement_stays(consultant, section):
    first = section.statements.first()
    assert save(consultant, section, **{"statements-0-key": "renamed", "statements-0-text": "Mine."}).status_code == 302

    row = section.statements.first()
    assert (row.key, row.text) == (first.key, "Mine.")
    assert 'name="statements-0-key"' not in consultant.get(address(section)).content.decode()


def test_the_key_of_a_new_statement_can_be_changed_until_it_is_published(consultant, section):
    Statement.objects.create(section=section, key="a-draft", text="A draft.", focus="shared", position=0)
    assert "key" in errors(save(consultant, section, **{"statements-0-key": "not a slug"}))
    row = {"statements-0-key": "a-name", "statements-0-position": "1"}
    assert save(consultant, section, **row).status_code == 302
    assert section.statements.filter(key="a-name").exists()

    section.role.publish()
    save(consultant, section, **{"statements-0-key": "another", "revision": section.revision + 1})
    assert section.statements.filter(key="a-name").exists()


def test_the_key_of_a_published_section_stays(consultant, version, section):
    save(consultant, section, key="talents")
    section.refresh_from_db()
    assert section.key == "skills"
    url = reverse("admin:roles_role_change", args=[version.role_id])
    version.role.refresh_from_db()
    consultant.post(url, role_data(version.role, **{"sections-0-key": "renamed"}))
    assert "renamed" not in version.role.sections.values_list("key", flat=True)


def test_rows_without_end_are_refused_before_any_is_drawn(consultant, section):
    answer = consultant.post(address(section), form_data(section) | {"statements-TOTAL_FORMS": "9" * 30})
    assert (answer.status_code, answer.context) == (400, None)
    add = reverse("admin:roles_section_add")
    assert consultant.post(add, {"statements-TOTAL_FORMS": "701", "heading": "X"}).status_code == 400


def test_a_sections_purpose_is_chosen_on_its_page(consultant, section):
    assert save(consultant, section, purpose="culture").status_code == 302
    section.refresh_from_db()
    assert section.purpose == "culture"
