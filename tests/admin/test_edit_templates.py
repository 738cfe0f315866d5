"""The consultants' admin: wording is checked at its field, order can be changed, queries stay few."""

import pytest
from django.urls import reverse

from roles.models import Need, Statement, StatementUse

from .build import address, form_data, save


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


def test_untouched_it_saves_and_changes_nothing(consultant, section):
    before = section.role.to_template()

    assert save(consultant, section).status_code == 302
    assert section.role.to_template() == before


def test_new_wording_shows_in_the_next_posting_once_published(consultant, owner, stranger, section, answers):
    save(consultant, section, **{"statements-0-text": "Juggling, for {{ company }}."})
    consultant.post(reverse("admin:roles_role_publish", args=[section.role_id]), {"note": "Juggling"})

    new = stranger.post(reverse("posting_new", args=["director-of-operations"]), answers).url.removesuffix("#verdict")

    assert "Juggling, for Harbour Lane Bakery." in stranger.get(f"{new}export.txt").content.decode()
    assert "Juggling" not in owner.get(f"{owner.posting.get_absolute_url()}export.txt").content.decode()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("At {{ compny }}.", "Line 1, column 7: “compny” is not a placeholder. Did you mean “company”?"),
        ("Good\n{% for x in y %}", "Line 2, column 4: the tag “for” is not allowed here."),
        ("{{ company | upcse }}", "the filter “upcse” is not allowed here. Did you mean “upcase”?"),
        ("x" * 1001, "at most 1000 characters (it has 1001)"),
        ("Spend{% if budget %} {{ budget }}{% endif %} , please", "a hole, or a mark too many"),
    ],
)
def test_a_bad_text_is_refused_at_its_field_and_kept_as_typed(consultant, section, text, message):
    response = save(consultant, section, **{"statements-0-text": text})

    assert response.status_code == 200
    formset = response.context["inline_admin_formsets"][0].formset
    assert any(message in error for error in formset.forms[0].errors["text"])
    assert formset.forms[0]["text"].value() == text
    assert not Statement.objects.filter(text=text).exists()


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        ("headcount_min", "900", "headcount_min"),
        ("milestone", "A plan", "milestone_day"),
        ("focus", "tactical", "focus"),
    ],
)
def test_a_bad_value_is_refused_at_its_field(consultant, section, field, value, at):
    response = save(consultant, section, **{f"statements-0-{field}": value})

    assert at in response.context["inline_admin_formsets"][0].formset.forms[0].errors


def test_statements_take_a_new_order(consultant, section):
    first, second = list(section.statements.values_list("key", flat=True))[:2]

    save(consultant, section, **{"statements-0-position": 2, "statements-1-position": 1})

    assert list(section.statements.values_list("key", flat=True))[:2] == [second, first]


def test_the_page_names_every_placeholder(consultant, section):
    page = consultant.get(reverse("admin:roles_section_change", args=[section.pk])).content.decode()

    assert "spending_limit" in page
    assert "Harbour Bakery" in page


def test_the_section_page_costs_the_same_whatever_the_number_of_statements(
    consultant, version, django_assert_max_num_queries
):
    for key in ("pay", "responsibilities"):
        section = version.role.sections.get(key=key)
        with django_assert_max_num_queries(12):
            consultant.get(reverse("admin:roles_section_change", args=[section.pk]))


def test_needs_can_be_put_in_order(consultant):
    assert consultant.get(reverse("admin:roles_need_changelist")).status_code == 200
    assert Need.objects.first().key == "direction"


def test_a_browsers_line_ends_are_one_character(consultant, section):
    save(consultant, section, **{"statements-0-text": "One line.\r\nAnother."})

    assert section.statements.first().text == "One line.\nAnother."


def new_row(section, number, **fields):
    """Row `number` of those added below the section's own."""
    prefix = f"statements-{section.statements.count() + number}-"
    row = {"text": "Runs the plan for the day.", "key": "", "focus": "operational", "position": "", **fields}
    return {f"{prefix}{name}": value for name, value in row.items()}


def test_a_new_statements_key_is_made_of_its_words_and_its_own(consultant, section):
    rows = new_row(section, 0) | new_row(section, 1) | new_row(section, 2, key="my-key", text="Mine.")
    total = section.statements.count() + 3
    before = section.statements.last().position

    assert save(consultant, section, **rows, **{"statements-TOTAL_FORMS": total}).status_code == 302

    new = list(section.statements.values_list("key", "position"))[-3:]
    assert new == [
        ("do-runs-the-plan-for-the-day", before + 1),
        ("do-runs-the-plan-for-the-day-2", before + 2),
        ("my-key", before + 3),
    ]


def test_a_row_nobody_touched_may_come_by_its_id_and_position_alone(consultant, section):
    before = section.role.to_template()
    data = form_data(section)
    kept = ("-id", "-position", "-TOTAL_FORMS", "-INITIAL_FORMS")
    slim = {key: value for key, value in data.items() if not key.startswith("statements-") or key.endswith(kept)}

    assert consultant.post(address(section), slim).status_code == 302
    assert section.role.to_template() == before


def test_the_row_shows_what_owners_made_of_the_statement(consultant, section):
    key = section.statements.first().key
    StatementUse.objects.create(key=key, offered=12, reworded=3, removed=1)

    assert "12 offered: 8 kept, 3 reworded, 1 removed" in consultant.get(address(section)).content.decode()


def test_a_section_of_a_role_can_be_added_deleted_and_put_in_order(consultant, version):
    role = version.role
    sections = list(role.sections.all())
    names = ("id", "heading", "key", "purpose", "kind", "position")
    rows = {
        f"sections-{number}-{name}": getattr(section, name) for number, section in enumerate(sections) for name in names
    }
    rows |= {f"sections-{number}-pick": section.pick or "" for number, section in enumerate(sections)}
    rows |= {"sections-0-position": 2, "sections-1-position": 1, "sections-2-DELETE": "on"}
    new = {"heading": "Learning", "key": "learning", "purpose": "other", "kind": "bullets", "pick": "", "position": ""}
    rows |= {f"sections-{len(sections)}-{name}": value for name, value in new.items()}
    fields = {name: getattr(role, name) for name in ("title", "slug", "tagline", "description", "focus")}
    fields |= {name: getattr(role, name) for name in ("balance_min", "balance_max", "revision")}
    counts = {"sections-TOTAL_FORMS": len(sections) + 1, "sections-INITIAL_FORMS": len(sections)}

    response = consultant.post(reverse("admin:roles_role_change", args=[role.pk]), fields | counts | rows)

    assert response.status_code == 302
    keys = [section.key for section in sections]
    assert list(role.sections.values_list("key", flat=True)) == [keys[1], keys[0], *keys[3:], "learning"]


def test_deleting_sections_makes_the_open_page_of_their_role_stale(consultant, version, section):
    revision = version.role.revision
    data = {"action": "delete_selected", "_selected_action": [section.pk], "post": "yes"}
    assert consultant.post(reverse("admin:roles_section_changelist"), data).status_code == 302
    other = version.role.sections.first()
    assert consultant.post(reverse("admin:roles_section_delete", args=[other.pk]), {"post": "yes"}).status_code == 302

    version.role.refresh_from_db()
    assert version.role.revision == revision + 2
