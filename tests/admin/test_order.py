"""A typed number is the place a row takes."""

import pytest
from django.contrib import admin
from django.urls import reverse

from roles.admin.reordering import by_numbers
from roles.models import Role

from .build import address, save
from .test_roles_page import role_data


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


def keys(section):
    return list(section.statements.values_list("key", flat=True))


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ({}, "abcdef"),
        ({"f": 2}, "afbcde"),
        ({"b": 6}, "acdefb"),
        ({"f": 1}, "fabcde"),
        ({"a": 2, "b": 1}, "bacdef"),
        ({"c": 99}, "abdefc"),
        ({"e": 1, "f": 1}, "efabcd"),
    ],
)
def test_rows_appear_in_the_order_of_their_numbers(typed, order):
    rows = [(row, typed.get(row, number), number) for number, row in enumerate("abcdef", start=1)]
    assert "".join(by_numbers(rows)) == order


def test_a_new_row_gives_way():
    assert by_numbers([("new", 1, None), ("old", 1, 1)]) == ["old", "new"]


@pytest.mark.parametrize(("row", "number"), [(5, 2), (1, 6), (5, 1), (0, 3)])
def test_typed_it_lands_at_that_place(consultant, section, row, number):
    wanted = keys(section)
    wanted.insert(number - 1, wanted.pop(row))

    assert save(consultant, section, **{f"statements-{row}-position": number}).status_code == 302

    assert keys(section) == wanted
    positions = list(section.statements.values_list("position", flat=True))
    assert positions == list(range(1, len(wanted) + 1))


def test_a_number_left_out_leaves_the_row_where_it_is(consultant, section):
    before = keys(section)
    assert save(consultant, section, **{"statements-1-position": ""}).status_code == 302
    assert keys(section) == before


def test_after_a_deletion_the_numbers_have_no_hole(consultant, section):
    save(consultant, section, **{"statements-1-DELETE": "on"})
    total = section.statements.count()
    assert list(section.statements.values_list("position", flat=True)) == list(range(1, total + 1))


def test_a_new_row_shows_no_number_until_it_has_one(consultant, section):
    formset = consultant.get(address(section)).context["inline_admin_formsets"][0].formset
    assert formset.empty_form["position"].value() is None


def test_every_list_and_every_table_of_rows_has_an_order(rf, administrator):
    request = rf.get("/")
    request.user = administrator.user
    tables = [page for page in admin.site._registry.values() if page.opts.app_label == "roles"]
    tables += [table for page in tables for table in page.get_inline_instances(request)]

    assert len(tables) > 10
    assert [type(table).__name__ for table in tables if not table.get_queryset(request).ordered] == []


def test_sections_moved_and_saved_stay_where_they_were_put(consultant, version):
    url = reverse("admin:roles_role_change", args=[version.role_id])
    first, second, third, *rest = version.role.sections.values_list("key", flat=True)

    assert consultant.post(url, role_data(version.role, **{"sections-2-position": 2})).status_code == 302
    page = consultant.get(url)
    formset = page.context["inline_admin_formsets"][0].formset
    shown = [form.instance for form in formset.initial_forms]
    assert [row.key for row in shown] == [first, third, second, *rest]
    assert [row.position for row in shown] == list(range(1, len(shown) + 1))

    role = Role.objects.get(pk=version.role_id)
    assert consultant.post(url, role_data(role, **{"sections-4-position": 4})).status_code == 302
    fourth, fifth, *others = rest
    assert list(version.role.sections.values_list("key", flat=True)) == [first, third, second, fifth, fourth, *others]
