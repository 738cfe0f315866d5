"""Content out of the admin as files and back in: shown before it is done, and nothing on error."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from roles.core import content
from roles.import_export.exporting import export_contents
from roles.models import DraftBackup, Need, PostingRule, Role, Statement
from roles.uploads import REQUEST_LIMIT

IMPORT = "/admin/roles/role/import/"
ROLE = "operations-director.yaml"
OLD, NEW = b"long-term operating goals", b"lasting operating goals"


@pytest.fixture
def role(db):
    return Role.objects.get(slug="operations-director")


@pytest.fixture
def files(small_content):
    """What is exported of all there is, by name."""
    return {name: text.encode() for name, text in export_contents(Role.objects.all()).items()}


@pytest.fixture
def raw(files):
    return files[ROLE]


def upload(client, raw, name=ROLE):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, raw)})


def drafts():
    return [role.to_template() for role in Role.objects.all()]


def zipped(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def test_a_role_is_downloaded_as_its_file(consultant, role):
    response = consultant.get(reverse("admin:roles_role_export", args=[role.pk]))

    assert response.content == (content.ROOT / ROLE).read_bytes()
    assert response["Content-Disposition"] == f'attachment; filename="{ROLE}"'


def test_everything_is_downloaded_as_a_zip_that_can_be_brought_back(consultant):
    response = consultant.get(reverse("admin:roles_role_export_all"))
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert set(archive.namelist()) == {path.name for path in content.ROOT.glob("*.yaml")}
        assert archive.read(ROLE) == (content.ROOT / ROLE).read_bytes()

    assert "There is nothing to import" in upload(consultant, response.content, "content.zip").content.decode()


def test_what_would_change_is_shown_before_it_does(consultant, role, raw):
    before = drafts()
    page = upload(consultant, raw.replace(OLD, NEW)).content.decode()

    assert "Reworded" in page
    assert "lasting" in page
    assert drafts() == before
    assert not DraftBackup.objects.exists()


def test_confirmed_it_is_imported_and_logged_and_can_be_undone(consultant, role, raw):
    before = role.to_template()
    carried = upload(consultant, raw.replace(OLD, NEW)).context["carried"]
    page = consultant.post(IMPORT, {"carried": carried}, follow=True).content.decode()

    assert "Imported: Operations Director." in page
    assert "lasting operating goals" in Statement.objects.get(key="od-focus").text
    log = consultant.get(reverse("admin:roles_role_history", args=[role.pk])).content.decode()
    assert "Imported." in log
    assert "od-focus reworded" in log
    consultant.post(reverse("admin:roles_role_undo", args=[role.pk, role.backups.get().pk]))
    assert Role.objects.get(pk=role.pk).to_template() == before


def test_an_import_of_the_posting_law_is_shown_made_and_logged(consultant, files):
    name = "posting-rules.yaml"
    new = files[name].replace(b"min_employees: 15", b"min_employees: 16", 1)
    response = upload(consultant, new, name)
    page = response.content.decode()
    assert " - key: us-ca\n-  min_employees: 15\n+  min_employees: 16\n" in page
    assert "This would change drafts that belong to no role" in page
    assert PostingRule.objects.get(key="us-ca").min_employees == 15

    page = consultant.post(IMPORT, {"carried": response.context["carried"]}, follow=True).content.decode()

    rule = PostingRule.objects.get(key="us-ca")
    assert rule.min_employees == 16
    assert "Imported: posting-rules.yaml." in page
    assert "drafts are not published" not in page
    history = consultant.get(reverse("admin:roles_postingrule_history", args=[rule.pk])).content.decode()
    assert "Imported with posting-rules.yaml." in history


def test_a_new_role_comes_in_and_is_logged(consultant, raw):
    new = raw.replace(b"slug: operations-director", b"slug: new").replace(b": Operations Director", b": New", 1)
    new = new.replace(b"key: od-", b"key: new-")
    response = upload(consultant, new, "new.yaml")
    assert "(a new role)" in response.content.decode()

    consultant.post(IMPORT, {"carried": response.context["carried"]})

    role = Role.objects.get(slug="new")
    assert role.to_template().sections
    assert "Imported." in consultant.get(reverse("admin:roles_role_history", args=[role.pk])).content.decode()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"balance_min: 60", b"balance_min: many", f"{ROLE}:7: balance_min should be a whole number"),
        (b"balance_min: 60", b"least: 60", f"{ROLE}:7: least is not a known key"),
        (b"balance_min: 60", b"title: x", f"{ROLE}:7: cannot be used: the key “title” stands twice"),
        (b"balance_min: 60", b"x: !!python/name:os.system", f"{ROLE}:7: cannot be used: the tag"),
        (b"balance_min: 60", b"a: &a [1]\nb: [*a,*a]", f"{ROLE}:8: cannot be used: aliases"),
        (b"schema: 1", b"\xff", f"{ROLE}:1: is not UTF-8"),
        (b"schema: 1", b"a: \x00", f"{ROLE}:1: "),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_nothing_changes(consultant, raw, old, new, words):
    before = drafts()
    response = upload(consultant, raw.replace(old, new, 1))

    assert response.status_code == 200
    assert words in response.content.decode()
    assert "Nothing was changed." in response.content.decode()
    assert drafts() == before


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"../needs.yaml": b"[]"}, "only YAML files outside any folder"),
        ({"a.yaml": b"0" * 100_000_000}, "larger than"),
        ({f"a{number}.yaml": b"0" * 1_900_000 for number in range(5)}, "holds more than"),
    ],
    ids=["traversal", "bomb", "many"],
)
def test_a_hostile_zip_is_refused(consultant, small_content, members, words):
    before = drafts()
    assert words in upload(consultant, zipped(**members), "content.zip").content.decode()
    assert drafts() == before


def test_a_file_over_its_limit_is_refused_with_the_limit_named(consultant):
    assert "larger than 2,000,000 bytes" in upload(consultant, b"#" * 2_000_001).content.decode()


def test_a_request_over_the_limit_is_not_read_at_all(consultant):
    response = upload(consultant, b"#" * REQUEST_LIMIT)
    page = consultant.get(response.url).content.decode()

    assert response.url == IMPORT
    assert "Nothing was changed: this is too large to be read. A YAML file may have 2 MB" in page
    assert upload(Client(enforce_csrf_checks=True), b"#" * REQUEST_LIMIT).status_code == 403


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\r\nb.yaml", "<b>.yaml", "x" * 300 + ".yaml", ".yaml", "é.yaml"]
)
def test_a_hostile_file_name_is_only_a_name(consultant, name):
    page = upload(consultant, b"a: 1", name).content.decode()

    assert "Nothing was changed." in page
    assert "<b>" not in page


def test_no_file_is_reported(consultant):
    page = consultant.post(IMPORT).content.decode()
    assert "This field is required." in page


@pytest.mark.parametrize("carried", ["", "x", "x:y:z", "a\0b", "é"])
def test_what_the_preview_did_not_sign_is_refused(consultant, small_content, carried):
    before = drafts()
    assert consultant.post(IMPORT, {"carried": carried}).status_code == 200
    assert drafts() == before


def test_a_preview_is_its_readers_own_and_grows_old(consultant, administrator, raw, monkeypatch):
    carried = upload(consultant, raw.replace(OLD, NEW)).context["carried"]

    assert "another person" in administrator.post(IMPORT, {"carried": carried}).content.decode()
    monkeypatch.setattr("roles.admin.import_export.CARRIED_SECONDS", -1)
    assert "too old" in consultant.post(IMPORT, {"carried": carried}).content.decode()
    assert not DraftBackup.objects.exists()


def test_a_conflict_found_only_when_it_is_confirmed_is_reported(consultant, role, raw):
    carried = upload(consultant, raw.replace(OLD, NEW)).context["carried"]
    other = Role.objects.exclude(pk=role.pk).get()
    Statement.objects.filter(key="od-focus").update(section=other.sections.first())

    page = consultant.post(IMPORT, {"carried": carried}).content.decode()
    assert "The key “od-focus” is the one of a statement of Director of Operations." in page


def test_who_may_only_look_may_export_and_not_import(consultant, role):
    from django.contrib.auth.models import Permission

    consultant.user.groups.clear()
    consultant.user.user_permissions.add(Permission.objects.get(codename="view_role"))

    assert consultant.get(reverse("admin:roles_role_export", args=[role.pk])).status_code == 200
    assert consultant.get(IMPORT).status_code == 403
    assert upload(consultant, b"a: 1").status_code == 403


def test_a_file_of_very_many_values_is_refused_with_its_line(consultant, role):
    response = upload(consultant, b"- a\n" * 450_000)
    assert response.context["errors"] == [
        f"{ROLE}:50000: cannot be used: more than 50,000 values and keys; is it the right file? Keep less in one file."
    ]


CHANGED = "The content has changed meanwhile. Check it, then import again."


def colleagues_statement():
    Statement.objects.filter(key="od-focus").update(text="What a colleague wrote.")


def colleagues_need():
    Need.objects.filter(pk=Need.objects.first().pk).update(phrase="What a colleague wrote")


def colleagues_rule():
    PostingRule.objects.filter(key="us-ca").update(note="What a colleague wrote.")


@pytest.mark.parametrize("work", [colleagues_statement, colleagues_need, colleagues_rule])
def test_an_old_preview_overwrites_nobodys_work_and_is_shown_afresh(consultant, files, work):
    raw = zipped(**{name: text.replace(OLD, NEW) for name, text in files.items()})
    old = upload(consultant, raw, "content.zip").context["carried"]
    work()
    before = (drafts(), [rule.to_value() for rule in PostingRule.objects.all()])

    response = consultant.post(IMPORT, {"carried": old})

    assert CHANGED in response.content.decode()
    assert "colleague" in response.content.decode()
    assert (drafts(), [rule.to_value() for rule in PostingRule.objects.all()]) == before
    assert not DraftBackup.objects.exists()
    page = consultant.post(IMPORT, {"carried": response.context["carried"]}, follow=True).content.decode()
    assert "Imported: " in page
    assert "lasting operating goals" in Statement.objects.get(key="od-focus").text


def test_a_colleagues_work_the_files_do_not_touch_is_no_hindrance(consultant, role, raw):
    carried = upload(consultant, raw.replace(OLD, NEW)).context["carried"]
    colleagues_rule()

    assert (
        "Imported: Operations Director." in consultant.post(IMPORT, {"carried": carried}, follow=True).content.decode()
    )
    assert PostingRule.objects.get(key="us-ca").note == "What a colleague wrote."
