"""Out as files and in again: nothing differs, and nothing is lost when something is wrong."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.core import content
from roles.import_export.drafts import restore_draft
from roles.models import (
    ComparisonRow,
    DraftBackup,
    Industry,
    Need,
    Passage,
    Posting,
    PostingRule,
    Question,
    Role,
    RoleVersion,
    SecurityEvent,
    Statement,
)

pytestmark = pytest.mark.django_db
small = pytest.mark.usefixtures("small_content")
ROLE = "operations-director.yaml"


def export(folder, **options):
    call_command("export_content", folder, stdout=StringIO(), **options)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def bring_in(path, **options):
    out = StringIO()
    call_command("import_content", path, stdout=out, **options)
    return out.getvalue()


def drafts():
    return [role.to_template() for role in Role.objects.all()]


def wipe():
    for model in (Posting, RoleVersion, Role, Question, Passage, ComparisonRow, PostingRule, Need, Industry):
        model.objects.all()._raw_delete("default") if model is RoleVersion else model.objects.all().delete()


def refusal(path, **options):
    with pytest.raises(CommandError) as caught:
        bring_in(path, **options)
    return str(caught.value)


def test_everything_exported_wiped_and_imported_is_identical(tmp_path):
    for role in Role.objects.all():
        role.publish()
    snapshots = [version.snapshot for version in RoleVersion.objects.latest_of_each()]
    files = export(tmp_path / "one")
    wipe()
    assert not Statement.objects.exists()
    assert set(files) == {path.name for path in content.ROOT.glob("*.yaml")}

    bring_in(tmp_path / "one")

    assert [role.publish().snapshot for role in Role.objects.all()] == snapshots
    assert export(tmp_path / "two") == files


def test_the_shipped_files_are_what_a_fresh_portal_exports(tmp_path):
    for name, raw in export(tmp_path).items():
        assert (content.ROOT / name).read_bytes() == raw


def edit_what_belongs_to_no_role():
    Question.objects.get(key="plan").answers.first().needs.clear()
    Question.objects.filter(key="missing").update(text="What is amiss?", position=99)
    Passage.objects.first().delete()
    ComparisonRow.objects.filter(key="focus").update(strategic="Far.\nSight.", label="Focus: where")
    PostingRule.objects.filter(key="us-ca").update(checked_on="2026-11-01", city_names=["los angeles"])


def test_edits_of_the_finder_the_comparison_and_the_law_travel(tmp_path):
    edit_what_belongs_to_no_role()
    files = export(tmp_path / "one")
    call_command("load_content", overwrite=True, stdout=StringIO())
    assert export(tmp_path / "two") != files

    said = bring_in(tmp_path / "one")

    assert export(tmp_path / "three") == files
    assert "comparison.yaml: changes" in said
    assert "  -  label: Focus\n" in said
    assert '  +  label: "Focus: where"' in said


@small
def test_a_dry_run_shows_them_and_changes_nothing(tmp_path):
    before = export(tmp_path / "before")
    edit_what_belongs_to_no_role()
    export(tmp_path / "edited")
    bring_in(tmp_path / "before")

    said = bring_in(tmp_path / "edited", dry_run=True)

    assert "What is amiss?" in said
    assert "posting-rules.yaml: changes" in said
    assert export(tmp_path / "after") == before


@small
def test_rows_that_stay_keep_their_ids(tmp_path):
    files = export(tmp_path)
    ids = dict(Question.objects.values_list("key", "pk"))
    (tmp_path / "title-finder.yaml").write_bytes(files["title-finder.yaml"].replace(b"more today", b"most today"))
    bring_in(tmp_path)

    assert dict(Question.objects.values_list("key", "pk")) == ids
    assert Question.objects.get(key="missing").text == "What is missing most today?"


@small
@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("posting-rules.yaml", b"place: California", b"place: " + b"x" * 101, "at most 100 characters"),
        ("posting-rules.yaml", b"effective_from: 2023-01-01", b"effective_from: 2023-01-01\n"
         b"  effective_until: 2022-01-01", "A rule ends after the day it starts."),
        ("posting-rules.yaml", b"min_employees: 15", b"min_employees: 0", ""),
        ("title-finder.yaml", b"key: direction", b"key: not a slug", "question 1, answer 1, key"),
        ("comparison.yaml", b"label: Focus", b"label: " + b"x" * 81, "at most 80 characters"),
    ],
)  # fmt: skip
def test_what_a_row_cannot_hold_is_refused_with_its_line(tmp_path, name, old, new, words):
    files = export(tmp_path)
    assert old in files[name]
    (tmp_path / name).write_bytes(files[name].replace(old, new, 1))
    said = refusal(tmp_path)

    assert f"{name}:" in said
    assert words in said
    assert export(tmp_path / "after") == files


def test_one_role_is_one_file(tmp_path):
    assert set(export(tmp_path / "new" / "folder", role="operations-director")) == {ROLE}


def test_a_role_nobody_has_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"There is no role 'x'\. Roles: operations-director, director-of-op"):
        export(tmp_path, role="x")


@small
def test_files_with_nothing_new_change_nothing(tmp_path):
    export(tmp_path)
    said = bring_in(tmp_path)

    assert said == "Operations Director: unchanged\nDirector of Operations: unchanged\n"
    assert not DraftBackup.objects.exists()


@small
def test_a_dry_run_shows_the_difference_and_changes_nothing(tmp_path):
    raw = export(tmp_path)[ROLE]
    (tmp_path / ROLE).write_bytes(raw.replace(b"long-term operating goals", b"lasting operating goals", 1))
    before = drafts()

    said = bring_in(tmp_path, dry_run=True)

    assert "[-long-term-]{+lasting+} operating goals" in said
    assert "od-focus reworded" in said
    assert said.endswith("A dry run: nothing was changed.\n")
    assert drafts() == before
    assert not DraftBackup.objects.exists()


@small
def test_an_import_can_be_undone(tmp_path):
    raw = export(tmp_path)[ROLE]
    (tmp_path / ROLE).write_bytes(raw.replace(b"long-term operating goals", b"lasting operating goals", 1))
    role = Role.objects.get(slug="operations-director")
    before = role.to_template()

    bring_in(tmp_path / ROLE)

    assert role.backups.get().template == before
    assert "lasting operating goals" in Statement.objects.get(key="od-focus").text

    restore_draft(role, role.backups.get().template, reason="Undoing")
    assert Role.objects.get(pk=role.pk).to_template() == before


@small
def test_a_statement_may_change_its_role(tmp_path):
    first, second = Role.objects.all()
    row = Statement.objects.filter(section__role=first, section__key="skills").first()
    section = row.section
    Statement.objects.filter(pk=row.pk).update(section=second.sections.get(key="skills"))
    files = export(tmp_path)
    Statement.objects.filter(pk=row.pk).update(section=section)

    bring_in(tmp_path)

    assert Statement.objects.get(key=row.key).section.role == second
    assert export(tmp_path / "again") == files


@small
def test_two_roles_may_swap_their_titles(tmp_path):
    files = export(tmp_path)
    for name, title in ((ROLE, "Director of Operations"), ("director-of-operations.yaml", "Operations Director")):
        old = b"title: " + (b"Operations Director" if name == ROLE else b"Director of Operations")
        (tmp_path / name).write_bytes(files[name].replace(old, f"title: {title}".encode(), 1))

    bring_in(tmp_path)

    assert Role.objects.get(slug="operations-director").title == "Director of Operations"


@small
@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (b"balance_min: 60", b"balance_min: many", 7, "should be a whole number"),
        (b"balance_min: 60", b"balance_least: 60", 7, "is not a known key"),
        (b"balance_min: 60", b"title: Twice", 7, "is there twice"),
        (b"balance_min: 60", b"balance_min: !!python/object/apply:os.system [id]", 7, "is not allowed"),
        (b"balance_min: 60", b"a: &a [x]\nb: *a", 8, "aliases are not allowed"),
        (b"slug: operations-director", b"slug: Not a slug", 2, "valid"),
        (b"title: Operations Director", b"title: " + b"x" * 81, 3, "at most 80 characters"),
        (b"balance_max: 90", b"balance_max: 100000", 0, ""),
        (b"key: od-focus", b"key: od focus", 27, "valid"),
        (b"key: od-focus", b"key: " + b"x" * 81, 27, "at most 80 characters"),
        (b"key: od-focus", b'key: od-focus\n        question: "a\\0b"', 28, "does not show"),
        (b"key: od-focus", b"key: od-focus\n        question: " + b"x" * 501, 28, "at most 500 characters"),
        (b"key: od-focus", b"key: od-focus\n        headcount_min: 9999", 28, "Give a number of people from 1"),
        (b"key: od-focus", b"key: od-focus\n        needs: [none-such]", 28, "unknown need"),
        (b"key: od-focus", b"key: do-run-the-day", 0, "is the one of a statement of Director of Operations"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_nothing_changes(tmp_path, old, new, line, words):
    raw = export(tmp_path, role="operations-director")[ROLE]
    assert old in raw
    (tmp_path / ROLE).write_bytes(raw.replace(old, new, 1))
    before = drafts()

    said = refusal(tmp_path / ROLE)

    assert said.startswith("Nothing was changed.\n")
    assert words in said
    assert not line or f"{ROLE}:{line}: " in said
    assert drafts() == before
    assert not DraftBackup.objects.exists()


@small
def test_an_error_in_the_last_file_leaves_the_first_one_out(tmp_path):
    files = export(tmp_path)
    (tmp_path / "needs.yaml").write_bytes(files["needs.yaml"].replace(b"long", b"short"))
    (tmp_path / ROLE).write_bytes(files[ROLE] + b"  - key: broken\n")
    before = drafts()

    assert f"{ROLE}:" in refusal(tmp_path)
    assert drafts() == before


@small
def test_needs_that_only_a_role_outside_the_files_uses_stay(tmp_path):
    files = export(tmp_path)
    kept = Need.objects.create(key="kept", phrase="Kept", focus="shared", position=99)
    Need.objects.create(key="unused", phrase="Unused", focus="shared", position=99)
    Statement.objects.filter(key="do-run-the-day").get().needs.add(kept)
    (tmp_path / "director-of-operations.yaml").unlink()

    bring_in(tmp_path)

    assert Need.objects.last() == kept
    assert not Need.objects.filter(key="unused").exists()
    assert "needs.yaml" in files


@pytest.mark.parametrize("name", ["none.yaml", "none", "none.zip"])
def test_a_path_that_is_not_there_is_named(tmp_path, name):
    assert "cannot be read" in refusal(tmp_path / name)


def test_five_megabytes_are_refused(tmp_path):
    (tmp_path / ROLE).write_bytes(b"a: b\n" * 1_000_000)
    assert "larger than" in refusal(tmp_path / ROLE)


def recorded():
    events = SecurityEvent.objects.filter(kind__in=("exported", "imported"))
    return sorted(events.values_list("kind", "subject", "actor", "details__by"))


@small
def test_what_goes_out_and_comes_in_by_command_is_recorded_as_in_the_admin(tmp_path):
    before = SecurityEvent.objects.count()
    files = export(tmp_path)
    export(tmp_path, role="operations-director")
    assert SecurityEvent.objects.count() == before + 2
    bring_in(tmp_path)  # it is all there: nothing is imported
    (tmp_path / ROLE).write_bytes(files[ROLE].replace(b"Operations Director", b"Director of the Operations"))
    bring_in(tmp_path, dry_run=True)
    assert SecurityEvent.objects.count() == before + 2
    bring_in(tmp_path)

    assert recorded() == [
        ("exported", "all content", None, "export_content"),
        ("exported", "role operations-director", None, "export_content"),
        ("imported", "role operations-director", None, "import_content"),
    ]


@small
def test_an_import_that_fails_is_not_recorded(tmp_path):
    files = export(tmp_path)
    (tmp_path / ROLE).write_bytes(files[ROLE] + b"  - key: broken\n")
    refusal(tmp_path)
    assert [kind for kind, *_ in recorded()] == ["exported"]
