"""Two consultants at one page: nothing is overwritten unasked, nothing typed is lost."""

import pytest
from django.urls import reverse

from roles.admin.locking import STALE
from roles.import_export.drafts import write_draft
from roles.management.commands.quickstart import Command
from roles.models import Role, Statement
from tests.conftest import signed_in

from .build import address, form_data, opened


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


@pytest.fixture
def colleague(consultant, capsys):
    Command().make_account("colleague", superuser=False)
    return signed_in("colleague")


def both_open(consultant, colleague, section, *, first, second):
    """The colleague saves `first`, then the consultant `second`, from a page opened before; return the answer."""
    page = form_data(section) | opened(consultant, section)
    assert colleague.post(address(section), form_data(section, **first)).status_code == 302
    return consultant.post(address(section), page | second)


def forms(response):
    return response.context["inline_admin_formsets"][0].formset.forms


def again(consultant, section, response):
    """Save what the answer's form holds."""
    data = {"revision": response.context["revision"], "opened": response.context["opened"]}
    data |= {
        name: response.context["adminform"].form[name].value() or ""
        for name in ("heading", "key", "purpose", "kind", "pick")
    }
    rows = forms(response)
    data |= {
        "statements-TOTAL_FORMS": len(rows),
        "statements-INITIAL_FORMS": sum(bool(row.instance.pk) for row in rows),
    }
    for row in rows:
        for field in row:
            if (value := field.value()) not in (None, "", False):
                data[field.html_name] = value
        data[f"{row.prefix}-id"] = row.instance.pk or ""
    return consultant.post(address(section), data)


def test_the_second_sees_both_texts_and_keeps_their_own(consultant, colleague, section):
    response = both_open(
        consultant, colleague, section, first={"statements-0-text": "Theirs."}, second={"statements-0-text": "Mine."}
    )

    assert response.status_code == 200
    assert section.statements.first().text == "Theirs."
    assert forms(response)[0]["text"].value() == "Mine."
    [conflict] = response.context["stale"].conflicts
    assert (conflict.of.label, conflict.theirs, conflict.yours) == ("text", "Theirs.", "Mine.")
    page = response.content.decode()
    assert "colleague saved this page" in page
    assert f'href="#statement-{section.statements.first().key}"' in page


def test_saved_again_the_second_text_replaces_the_first(consultant, colleague, section):
    response = both_open(
        consultant, colleague, section, first={"statements-0-text": "Theirs."}, second={"statements-0-text": "Mine."}
    )

    assert again(consultant, section, response).status_code == 302
    assert section.statements.first().text == "Mine."


def test_changes_of_different_fields_are_both_kept(consultant, colleague, section):
    response = both_open(
        consultant,
        colleague,
        section,
        first={"statements-0-text": "Theirs.", "statements-1-focus": "strategic", "heading": "New heading"},
        second={"statements-0-question": "Mine?", "statements-2-text": "Mine."},
    )
    assert response.context["stale"].conflicts == []
    assert again(consultant, section, response).status_code == 302

    one, two, three = section.statements.all()[:3]
    assert (one.text, one.question, two.focus, three.text) == ("Theirs.", "Mine?", "strategic", "Mine.")
    section.refresh_from_db()
    assert section.heading == "New heading"


def test_lists_of_needs_are_settled_too(consultant, colleague, section):
    need, other = (
        section.role.sections.get(key="responsibilities").statements.exclude(needs=None)[0].needs.first(),
        None,
    )
    other = type(need).objects.exclude(pk=need.pk).first()
    response = both_open(
        consultant,
        colleague,
        section,
        first={"statements-0-needs": need.key},
        second={"statements-0-needs": other.key},
    )

    [conflict] = response.context["stale"].conflicts
    assert (conflict.theirs, conflict.yours) == (str(need), str(other))


def test_a_statement_added_in_the_meantime_stays(consultant, colleague, section):
    page = form_data(section) | opened(consultant, section)
    Statement.objects.filter(pk=section.statements.first().pk).duplicate()
    added = section.statements.last()

    response = consultant.post(address(section), page | {"statements-0-text": "Mine."})
    assert "Added in the meantime" in response.context["stale"].notes[0]
    again(consultant, section, response)

    assert section.statements.filter(pk=added.pk).exists()
    assert section.statements.first().text == "Mine."


def test_a_changed_statement_moved_away_meanwhile_is_kept_as_a_new_one(consultant, section, version):
    page = form_data(section) | opened(consultant, section)
    moved, total = section.statements.first(), section.statements.count()
    Statement.objects.filter(pk=moved.pk).move_to(version.role.sections.get(key="required"))

    response = consultant.post(address(section), page | {"statements-0-text": "Mine, reworded."})
    assert any("kept as a new one" in note for note in response.context["stale"].notes)
    assert again(consultant, section, response).status_code == 302

    assert section.statements.count() == total
    assert section.statements.last().text == "Mine, reworded."
    assert Statement.objects.get(pk=moved.pk).text == moved.text


def test_one_nobody_changed_here_is_let_go(consultant, section, version):
    page = form_data(section) | opened(consultant, section)
    Statement.objects.filter(pk=section.statements.first().pk).move_to(version.role.sections.get(key="required"))
    left = section.statements.count()

    again(consultant, section, consultant.post(address(section), page))

    assert section.statements.count() == left


def test_what_was_changed_in_the_meantime_is_not_deleted(consultant, colleague, section):
    response = both_open(
        consultant, colleague, section, first={"statements-0-text": "Theirs."}, second={"statements-0-DELETE": "on"}
    )
    assert "Not deleted" in response.context["stale"].notes[0]

    again(consultant, section, response)
    assert section.statements.first().text == "Theirs."


@pytest.mark.parametrize("forged", ["", "x", "eyJ9:forged:sig"])
def test_without_what_it_was_made_from_each_difference_is_shown(consultant, colleague, section, forged):
    response = both_open(
        consultant,
        colleague,
        section,
        first={"statements-0-text": "Theirs."},
        second={"statements-1-text": "Mine.", "opened": forged},
    )

    assert {conflict.yours for conflict in response.context["stale"].conflicts} >= {"Mine."}
    assert section.statements.first().text == "Theirs."


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 40])
def test_a_hostile_revision_is_a_stale_one(consultant, section, revision):
    response = consultant.post(address(section), form_data(section) | {"revision": revision})

    assert response.status_code == 200
    assert response.context["stale"] is not None


@pytest.mark.parametrize(
    "hostile",
    [
        {"statements-TOTAL_FORMS": "x"},
        {"statements-TOTAL_FORMS": "99999999999999"},
        {"statements-0-id": "x"},
        {"statements-0-id": "9" * 30},
        {"statements-0-needs": ["x", "9" * 30]},
        {"statements-0-position": "9" * 30},
        {"statements-INITIAL_FORMS": ""},
    ],
)
@pytest.mark.parametrize("stale", [False, True])
@pytest.mark.usefixtures("few_rows")
def test_hostile_rows_are_never_an_error_of_ours(consultant, section, hostile, stale):
    data = form_data(section) | hostile | ({"revision": "0x"} if stale else {})

    assert consultant.post(address(section), data).status_code in (200, 302, 400)


def test_a_roles_page_is_stale_after_its_sections_heading_changed(consultant, colleague, section):
    revision = Role.objects.get(pk=section.role_id).revision
    colleague.post(address(section), form_data(section, heading="Other"))

    assert Role.objects.get(pk=section.role_id).revision == revision + 1
    page = consultant.post(reverse("admin:roles_role_change", args=[section.role_id]), {"revision": revision})
    assert page.status_code == 200
    assert STALE in page.context["adminform"].form.non_field_errors()


def test_a_restored_draft_makes_open_pages_stale(section):
    before = section.revision
    write_draft(section.role, section.role.to_template())

    section.refresh_from_db()
    assert section.revision == before + 1


def moved(section, row, place):
    """What a browser sends after a row was moved: every row's number."""
    order = list(range(section.statements.count()))
    order.insert(place, order.pop(row))
    return {f"statements-{row}-position": number for number, row in enumerate(order, start=1)}


def order_of(section):
    return list(section.statements.values_list("key", flat=True))


def test_who_only_reworded_keeps_the_order_a_colleague_gave(consultant, colleague, section):
    theirs = order_of(section)
    theirs.insert(2, theirs.pop(4))
    response = both_open(
        consultant, colleague, section, first=moved(section, 4, 2), second={"statements-3-text": "Mine."}
    )

    assert order_of(section) == theirs
    assert [form.instance.key for form in forms(response) if form.instance.pk] == theirs
    assert any("theirs is shown" in note for note in response.context["stale"].notes)
    assert again(consultant, section, response).status_code == 302
    assert order_of(section) == theirs
    assert section.statements.filter(text="Mine.").exists()


def test_who_reordered_too_sees_their_own_order_and_is_reported(consultant, colleague, section):
    mine = order_of(section)
    mine.insert(0, mine.pop(3))
    response = both_open(consultant, colleague, section, first=moved(section, 4, 2), second=moved(section, 3, 0))

    assert [form.instance.key for form in forms(response) if form.instance.pk] == mine
    assert any("Yours is shown" in note for note in response.context["stale"].notes)
    again(consultant, section, response)
    assert order_of(section) == mine


def test_of_an_order_nobody_changed_nothing_is_stated(consultant, colleague, section):
    response = both_open(
        consultant, colleague, section, first={"statements-0-text": "Theirs."}, second={"statements-1-text": "Mine."}
    )
    assert response.context["stale"].notes == []


def test_a_number_typed_on_a_stale_page_is_the_place_it_takes(consultant, colleague, section):
    mine = order_of(section)
    mine.insert(1, mine.pop(5))
    response = both_open(
        consultant, colleague, section, first={"statements-0-text": "Theirs."}, second={"statements-5-position": 2}
    )
    again(consultant, section, response)
    assert order_of(section) == mine
