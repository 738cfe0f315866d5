"""Every action is in the log with what changed, and where a consultant looks for it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from roles.admin.log import short
from roles.admin.vocabulary import NeedAdmin
from roles.models import ComparisonRow, Industry, Need, Passage, PostingRule, Question, ReviewRuleSwitch, Role

from .build import save
from .test_deleting import history
from .test_edit_title_finder import save_question
from .test_review_rules import SWITCHES, switched
from .test_roles_page import role_data
from .test_statement_list import act


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


def last(obj):
    return LogEntry.objects.filter(object_id=str(obj.pk), content_type__model=obj._meta.model_name).first()


def test_a_reworded_statement_is_logged_with_both_texts(consultant, section):
    first, need = section.statements.first(), Need.objects.first()
    save(
        consultant,
        section,
        **{"statements-0-text": "Mine.", "statements-0-question": "Why?", "statements-0-needs": need.key},
    )
    said = last(section).get_change_message()

    assert f"{first.key}: text “{first.text[:20]}" in said
    assert "→ “Mine.”" in said
    assert "→ “Why?”" in said
    assert f"now answers “{need}”" in said


def test_own_fields_rows_added_deleted_and_moved_are_reported(consultant, section):
    keys = list(section.statements.values_list("key", flat=True))
    number = len(keys)
    new = {"text": "New one.", "key": "new-one", "focus": "shared", "position": ""}
    save(
        consultant,
        section,
        **{"heading": "Strengths", "statements-0-DELETE": "on", "statements-4-position": 2},
        **{f"statements-{number}-{name}": value for name, value in new.items()},
        **{"statements-TOTAL_FORMS": number + 1},
    )
    said = last(section).get_change_message()

    assert "heading “Skills” → “Strengths”." in said
    assert f"Deleted {keys[0]}: “" in said
    assert "Added new-one: “New one.”." in said
    assert f"Moved {keys[4]} from place 4 to 1." in said


def test_a_page_saved_untouched_shows_it(consultant, section):
    save(consultant, section)
    assert last(section).get_change_message() == "Nothing was changed."


def test_a_log_of_many_texts_holds_them_all(consultant, section):
    total = section.statements.count()
    save(consultant, section, **{f"statements-{number}-text": f"{number} " + "x" * 90 for number in range(total)})
    assert last(section).change_message.count("x" * 90) == total


def test_a_log_without_end_is_cut(consultant, section, monkeypatch):
    monkeypatch.setattr("roles.admin.log.MESSAGE_LIMIT", 500)
    save(consultant, section, **{"statements-0-text": "x" * 900})
    assert len(last(section).change_message) <= 500


def test_a_text_of_marks_is_shown_as_text(consultant, section):
    save(consultant, section, **{"statements-0-text": "<b>Bold</b>"})
    assert "<b>Bold</b>" not in history(consultant, section)


def test_a_move_is_in_the_history_of_both_sections_and_of_the_role(consultant, version, section):
    there = version.role.sections.get(key="required")
    statement = section.statements.first()
    act(consultant, "move", [statement], section=there.pk)

    for place in (section, there, version.role):
        said = last(place).get_change_message()
        assert said == f"Moved from “Skills” to “{there}”: {statement.key}."
    assert last(statement).get_change_message() == f"Moved from “Skills” to “{there}”."


def test_a_move_to_another_role_is_in_the_history_of_both(consultant, version, section):
    other = Role.objects.exclude(pk=version.role_id).get()
    act(consultant, "move", [section.statements.first()], section=other.sections.get(key="skills").pk)

    assert "to “Skills” of Operations Director" in last(version.role).get_change_message()
    assert last(other).get_change_message() == last(version.role).get_change_message()


def test_what_appears_there_already_is_not_logged_as_moved(consultant, section):
    act(consultant, "move", [section.statements.first()], section=section.pk)

    assert not LogEntry.objects.exists()
    assert (
        "0 moved to the end of “Skills” of Director of Operations. 1 stood there already."
        in consultant.get("/admin/").content.decode()
    )


def test_duplicating_is_in_the_history_of_the_section_and_the_role(consultant, version, section):
    act(consultant, "duplicate", [section.statements.first()])

    key = section.statements.last().key
    for place in (section, version.role):
        assert last(place).get_change_message() == f"Duplicated in “Skills”: {key}."


def test_a_role_of_many_sections_is_logged_field_by_field(consultant, version):
    url = reverse("admin:roles_role_change", args=[version.role_id])
    consultant.post(url, role_data(version.role, tagline="Shorter.", **{"sections-0-heading": "In short"}))
    said = last(version.role).get_change_message()

    assert "→ “Shorter.”." in said
    assert "→ “In short”" in said


def test_consultants_read_the_log_and_nobody_changes_it(administrator, consultant, section):
    save(consultant, section, **{"statements-0-text": "Mine."})
    entry = last(section)
    page = administrator.get(reverse("admin:admin_logentry_changelist"), {"q": "Mine"}).content.decode()

    assert "→ “Mine.”" in page
    assert "→ “Mine.”" in consultant.get(reverse("admin:admin_logentry_changelist")).content.decode()
    change = reverse("admin:admin_logentry_change", args=[entry.pk])
    assert administrator.get(change).status_code == 200
    assert administrator.post(change, {"change_message": "x"}).status_code == 403
    assert administrator.post(reverse("admin:admin_logentry_delete", args=[entry.pk])).status_code == 403


def save_page(client, obj, **changes):
    """Send the page of any model back, with `changes`."""
    url = reverse(f"admin:roles_{obj._meta.model_name}_change", args=[obj.pk])
    page = client.get(url)
    form = page.context["adminform"].form
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}
    return client.post(url, data | {"opened": page.context["opened"]} | changes)


@pytest.mark.parametrize(
    ("model", "field"),
    [(Need, "phrase"), (Industry, "name"), (Passage, "heading"), (ComparisonRow, "label"), (PostingRule, "place")],
)
def test_what_belongs_to_no_role_is_logged_field_by_field(consultant, version, model, field):
    row = model.objects.first()
    before = getattr(row, field)

    assert save_page(consultant, row, **{field: "Mine"}).status_code == 302
    assert last(row).get_change_message() == f"{field} “{short(before)}” → “Mine”."


def test_lists_of_a_posting_rule_are_logged_in_words(consultant, version):
    rule = PostingRule.objects.filter(city_names=[]).first()
    save_page(consultant, rule, city_names="york, leeds", carries=["job_description"])
    said = last(rule).get_change_message()

    assert "city names nothing → “york, leeds”." in said
    assert "→ “a description of the duties”." in said


def test_a_question_is_logged_with_its_answers(consultant, version):
    question = Question.objects.get(key="missing")
    answer = question.answers.first()
    save_question(consultant, question, why="Because.", **{"answers-0-text": "Mine", "answers-1-position": 3})
    said = last(question).get_change_message()

    assert "→ “Because.”." in said
    assert f"{answer.key}: text “{short(answer)}” → “Mine”." in said
    assert "Moved " in said


def test_a_rule_switched_off_in_the_list_is_logged_with_its_reason(consultant, version):
    consultant.post(SWITCHES, switched(consultant, switched_off="on", reason="Under discussion."))
    said = last(ReviewRuleSwitch.objects.get(rule="age")).get_change_message()

    assert said == "switched off no → yes. reason nothing → “Under discussion.”."


@pytest.mark.parametrize("model", [Need, Industry, Question, Passage, ComparisonRow])
def test_a_row_dragged_in_its_list_is_logged_with_its_places(consultant, version, model):
    rows = list(model.objects.all()[:3])
    order = [rows[2], rows[0], rows[1]]
    places = sorted(row.position for row in rows)
    items = [[row.pk, place] for row, place in zip(order, places, strict=True)]
    url = reverse(f"admin:roles_{model._meta.model_name}_sortable_update")
    response = consultant.post(url, {"updatedItems": items}, content_type="application/json")

    assert response.content == b"Updated 3 items"
    assert list(model.objects.all()[:3]) == order
    assert last(rows[2]).get_change_message() == "Moved from place 3 to 1."
    assert LogEntry.objects.count() == 1


def test_rows_sent_to_another_page_of_a_list_are_logged_with_their_places(consultant, version, monkeypatch):
    monkeypatch.setattr(NeedAdmin, "list_per_page", 3)
    sent = Need.objects.last()
    data = {"action": "move_to_first_page", "_selected_action": [sent.pk]}
    consultant.post(f"{reverse('admin:roles_need_changelist')}?p=2", data)

    assert Need.objects.first() == sent
    assert last(sent).get_change_message() == f"Moved from place {Need.objects.count()} to 1."


def test_a_drag_that_is_refused_is_not_logged(consultant, version):
    url = reverse("admin:roles_need_sortable_update")

    assert consultant.get(url).status_code == 405
    assert consultant.post(url, {"updatedItems": [[0, 1]]}, content_type="application/json").status_code == 400
    assert not LogEntry.objects.exists()
