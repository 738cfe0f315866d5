"""A typed number is the place a row takes."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from roles.admin.reordering import by_numbers
from roles.models import ComparisonRow, Industry, Need, Passage, Question, Role
from roles.models.public import current_content

from .build import address, more_roles, save
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


def test_a_new_row_is_the_last_where_others_were_deleted_elsewhere(consultant, section):
    section.statements.filter(key__in=keys(section)[:-2]).delete()
    first, second = keys(section)
    row = {"key": "new-row", "text": "Runs the day.", "focus": "shared", "position": ""}
    save(
        consultant,
        section,
        **{f"statements-2-{name}": value for name, value in row.items()} | {"statements-TOTAL_FORMS": 3},
    )

    assert keys(section) == [first, second, "new-row"]


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


def put(client, model, place, *rows):
    data = {"action": "move_to_place", "place": place, "_selected_action": [row.pk for row in rows]}
    return client.post(reverse(f"admin:roles_{model._meta.model_name}_changelist"), data, follow=True)


@pytest.mark.parametrize("model", [Need, Industry, Question, Passage, ComparisonRow])
def test_rows_of_a_list_are_put_at_a_place_without_a_mouse(consultant, version, model):
    first, second, third, *rest = model.objects.all()
    page = put(consultant, model, "2", rest[-1])

    assert list(model.objects.all()) == [first, rest[-1], second, third, *rest[:-1]]
    assert "Now at place 2:" in page.content.decode()
    assert LogEntry.objects.latest("pk").get_change_message() == f"Moved from place {len(rest) + 3} to 2."
    put(consultant, model, "999", first, second)
    assert list(model.objects.all()) == [rest[-1], third, *rest[:-1], first, second]


@pytest.mark.parametrize("place", ["", "0", "-1", "first", "1" * 30, "²"])
def test_what_is_no_place_reorders_nothing(consultant, version, place):
    before = list(Need.objects.values_list("pk", "position"))
    page = put(consultant, Need, place, Need.objects.last())

    assert "Which place?" in page.content.decode()
    assert list(Need.objects.values_list("pk", "position")) == before


def test_roles_are_put_in_another_order_and_public_pages_follow(consultant, version):
    more_roles(1)
    added, content = Role.objects.get(slug="more-0"), current_content()
    put(consultant, Role, "1", added)

    assert [role.slug for role in Role.objects.all()] == ["more-0", "operations-director", "director-of-operations"]
    assert current_content() != content
