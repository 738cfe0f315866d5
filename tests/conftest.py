"""The named cast, and the shipped content as owners find it."""

import gc
import os
import secrets
import uuid
from contextlib import contextmanager
from copy import deepcopy
from io import StringIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse

from roles.access import DRAFTS
from roles.board.kept import memory
from roles.core import codec, content
from roles.core.content import markets
from roles.models import (
    ComparisonRow,
    Edition,
    Industry,
    Need,
    Posting,
    PostingRule,
    Question,
    Role,
    RoleVersion,
    SharedLink,
    Statement,
)
from roles.models.editions import Kind, published
from roles.models.kinds import first_editions
from roles.models.once import key_of
from roles.models.releases import Shown, publish_drafts
from roles.models.versions import forget_versions
from roles.views.sent_again import ACCEPTED, BROWSER
from tests import shipped
from tests.row_changes import Changes, rows_of_all

# Playwright keeps an event loop running in this thread; Django would refuse its own queries there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

LONGEST_ID = 60
FILE_MARK = 4  # bytes
REAL_DATABASE = connection.settings_dict["NAME"]

ANSWERS = {
    "company": "Harbour Lane Bakery",
    "industry": "hospitality",
    "headcount": "30",
    "place": "Leeds, UK",
    "sites": "3",
    "about": "We bake bread overnight for forty cafés.",
    "needs": ["daily-decisions", "slips"],
    "goal": "orders leave on time 97% of the time",
    "reports_to": "the owner",
    "leads": "two café managers",
    "spending_limit": "£2,000",
    "budget": "£640,000 a year",
    "workplace": "on_site",
    "employment_type": "full_time",
    "travel": "10",
    "pay": "£48,000–£56,000 a year",
    "benefits": "28 days of holiday\nPension",
    "apply_to": "jobs@harbourlane.example",
    "hiring_steps": "A call\nA paid half day",
    "valid_through": "",
}


pytest_plugins = ["tests.append_only", "tests.databases", "tests.nothing_skipped", "tests.order", "tests.profiles"]

# Besides pytest-django's own, `server`: the portal served by processes of its own, on the same kind of database.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_serialized_rollback", "filled_database"}


def pytest_configure(config):
    """A run of seven thousand tests holds much that never goes: look through it less often.

    Not where live servers run: connections of their threads would be collected late, in another thread.
    """
    if "not browser" in config.option.markexpr:
        gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(tryfirst=True)  # before -m takes its choice
def pytest_collection_modifyitems(items):
    """Mark what touches the database: only that is worth running on another one."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")


def pytest_make_parametrize_id(config, val):
    """Name a long value by its beginning and its length: a report of a hundred thousand letters is read by nobody.

    A file is named by what it begins with and no more: the second it was made at is in a Word file's next bytes,
    and two workers that collected on both sides of a second would disagree on the names.
    """
    if isinstance(val, bytes) and len(val) > FILE_MARK:
        return f"{ascii(val[:FILE_MARK])[2:-1]}…"
    if isinstance(val, str) and len(val) > LONGEST_ID:
        return f"{ascii(val[:LONGEST_ID])[1:-1]}… {len(val)}"
    return None


@pytest.fixture(autouse=True, scope="session")
def fast_passwords():
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def forgiving_limits():
    """The limits on sign-ins live in the cache, which outlasts a test's database."""
    cache.clear()


COUNTS_OR_PATCHES = {"django_assert_num_queries", "django_assert_max_num_queries", "read_templates", "monkeypatch"}
LOADED = set()  # the keys of the versions and editions that every test finds in its database


@pytest.fixture(autouse=True)
def unread_templates(request):
    """A process reads the template of a version once, and so do the tests what was published before the first of them.

    A test that counts queries or patches what is read begins as a new process does.
    """
    anew = COUNTS_OR_PATCHES & set(request.fixturenames) or hasattr(request.module, "CaptureQueriesContext")
    forget_versions(but=() if anew else LOADED)
    memory.forget()


small_rows = None  # what small_content changes in the database, once it was made
SMALLER, SHIPPED = Path(__file__).parent / "content", content.ROOT


@pytest.fixture(scope="session")
def smaller_content(tmp_path_factory):
    """A folder of content for tests with a database: as shipped, but with the smaller files of `tests/content/` in the
    place of their like. Rows cost, and the words of two roles that no consultant changes can be quoted."""
    folder = tmp_path_factory.mktemp("content")
    for path in content.ROOT.iterdir():
        (folder / path.name).symlink_to(SMALLER / path.name if (SMALLER / path.name).exists() else path)
    return folder


@contextmanager
def reading_from(folder):
    with pytest.MonkeyPatch.context() as patch:
        for module in (content, content.reading, markets):
            patch.setattr(module, "ROOT", folder)
        yield


@pytest.fixture(autouse=True)
def content_of_the_database(request):
    """A test with a database reads the content that was loaded; one marked `shipped` what the portal ships."""
    if request.node.get_closest_marker("database") is None or request.node.get_closest_marker("shipped"):
        yield
        return
    with reading_from(request.getfixturevalue("smaller_content")):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, smaller_content):
    """The content is there before the first test, as after quickstart.

    Where no test asks for a database there is none for tests, and the content would go into the real one.
    """
    if connection.settings_dict["NAME"] == REAL_DATABASE:
        return
    with django_db_blocker.unblock(), reading_from(smaller_content):
        load_shipped_content()
        LOADED.update(key_of(row) for model in (RoleVersion, Edition) for row in model.objects.all())


def load_shipped_content():
    call_command("load_content", publish=True, stdout=StringIO())


@pytest.fixture
def small_content(db):
    """Two roles of seven statements, published as their first versions, and little that they share: what is exported,
    imported and restored whole costs by the row.

    Made by the models once, and row by row for the tests after that.
    """
    global small_rows
    if small_rows is None:
        before = rows_of_all()
        make_small_content()
        small_rows = Changes(before, rows_of_all())
        LOADED.update(key_of(row) for model in (RoleVersion, Edition) for row in model.objects.all())
    else:
        small_rows.make()


def make_small_content():
    for model in (RoleVersion, Edition):
        model.objects.all()._raw_delete("default")
    for role in Role.objects.all():
        rows = Statement.objects.filter(section__role=role)
        wanted = {"company": 2, "summary": 1, "responsibilities": 2, "skills": 2}
        kept = [pk for key, count in wanted.items() for pk in rows.filter(section__key=key).values_list("pk")[:count]]
        rows.exclude(pk__in=[pk for (pk,) in kept]).delete()
        role.sections.filter(statements=None).delete()
    Industry.objects.exclude(key__in=[ANSWERS["industry"], "retail"]).delete()
    for model, number in ((PostingRule, 4), (ComparisonRow, 2)):
        model.objects.exclude(pk__in=list(model.objects.values_list("pk", flat=True)[:number])).delete()
    Question.objects.exclude(key__in=["missing", "plan"]).delete()
    Need.objects.filter(statements=None, answers=None).exclude(key__in=ANSWERS["needs"]).delete()
    first_editions()
    for role in Role.objects.all():
        role.publish()


@pytest.fixture
def publish_kinds():
    """Call it with kinds of shared content, and their drafts are public."""

    def publish(*kinds):
        return publish_drafts({kind: Shown() for kind in kinds})

    return publish


@pytest.fixture
def few_rows(monkeypatch):
    """Draw fewer rows for a hostile number of them: how many are too many is tested where the limit is."""
    monkeypatch.setattr("roles.admin.locking.ROWS_LIMIT", 20)
    monkeypatch.setattr("roles.admin.locking.ROWS_READ", 25)
    monkeypatch.setattr("django.forms.formsets.DEFAULT_MAX_NUM", 25)


@pytest.fixture
def answers():
    return dict(ANSWERS)


@pytest.fixture
def version(db):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def tailored_version(version):
    """The next version of the same role, made of the shipped template: it asks what the post answers for."""
    with reading_from(SHIPPED):
        template = shipped.role(version.role.slug)
    return version.role.versions.create(number=version.number + 1, snapshot=codec.dump(template))


@pytest.fixture
def posting(version):
    """A draft nobody's account owns, locked for a change."""
    return locked(of_a_bakery(version))


def of_a_bakery(version, **fields):
    """Save a posting of the example bakery; it is composed once for each version."""
    key = (key_of(version), content.ROOT, "bakery-leeds")
    if key not in COMPOSED:
        posting = Posting.objects.compose(version, shipped.brief("bakery-leeds"), **fields)
        COMPOSED[key] = {name: getattr(posting, name) for name in [*COPIED, "offered"]}
        return posting
    return Posting.objects.create(version=version, **deepcopy(COMPOSED[key]), **fields)


@pytest.fixture
def read_templates():
    """Call it, and this process has read what is published, the templates of all versions among it: for tests that
    count queries."""

    def read():
        for version in RoleVersion.objects.all():
            version.template  # noqa: B018
        published(*Kind.values)

    return read


@pytest.fixture
def stranger(db):
    """A browser that has made nothing."""
    return Client()


COMPOSED = {}  # what a posting holds, by the key of its version and what it was made from
COPIED = ("title", "company", "brief_data", "document_data")


@pytest.fixture
def owner(db, answers):
    """A browser that has made a posting; `owner.posting` is the one.

    The form is sent once for each version, and what it left behind is put there again for the other tests:
    `views/test_owner.py` compares the two.
    """
    version = RoleVersion.objects.offered_of("director-of-operations")
    key = (key_of(version), content.ROOT, str(answers))
    if key not in COMPOSED:
        client = owner_by_form(answers)
        COMPOSED[key] = {name: getattr(client.posting, name) for name in [*COPIED, "offered"]}
        return client
    return owner_by_hand(version, COMPOSED[key])


def owner_by_form(answers):
    client = Client()
    client.post(reverse("posting_new", args=["director-of-operations"]), answers)
    client.posting = locked(Posting.objects.latest("created_at"))
    return client


def owner_by_hand(version, fields):
    client = Client()
    version.template  # noqa: B018 - the form reads it
    posting = Posting.objects.create(version=version, **deepcopy(fields))
    client.cookies[BROWSER] = secrets.token_hex(16)
    session = client.session
    session.update({DRAFTS: [str(posting.pk)], ACCEPTED: [uuid.uuid4().hex]})
    session.save()
    client.posting = locked(posting)
    return client


@pytest.fixture
def consultant(db):
    from roles.management.commands.quickstart import Command

    Command(stdout=StringIO()).make_account("consultant", superuser=False)
    return signed_in("consultant")


@pytest.fixture
def administrator(db):
    user = get_user_model().objects.create_superuser("administrator", "administrator@example.com", "a long password")
    # Without it allauth makes this row itself, when the account's page of addresses is first read.
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return signed_in("administrator")


@pytest.fixture
def member(db, version):
    """An owner with an account; `member.posting` is theirs."""
    user = get_user_model().objects.create_user("member", "member@example.com", "a long password")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    client = signed_in("member")
    client.posting = locked(of_a_bakery(version, owner=user))
    return client


def through(posting, kind, name="Jo", label="For Jo", **fields):
    """A browser that has opened a shared link to the posting; `.link` is the link."""
    client = Client()
    client.link = SharedLink(posting=posting, kind=kind, label=label, **fields)
    client.link.start()
    client.post(client.link.get_absolute_url(), {"name": name})
    return client


@pytest.fixture
def commenter(owner):
    """Somebody with a link to read the owner's posting and comment on it."""
    return through(owner.posting, "comment")


@pytest.fixture
def link_editor(owner):
    """Somebody with a link to edit the words of the owner's posting."""
    return through(owner.posting, "edit", name="Priya", label="For Priya")


def copies(posting, number, **fields):
    """Save so many more like the posting, at once."""
    same = {name: getattr(posting, name) for name in ("version", *COPIED)}
    return Posting.objects.bulk_create(Posting(**same | fields) for _ in range(number))


def locked(posting):
    """The posting as a view fetches it for a change."""
    with transaction.atomic():
        return Posting.objects.lock().get(pk=posting.pk)


def signed_in(name):
    client = Client()
    client.user = get_user_model().objects.get(username=name)
    client.force_login(client.user)
    return client
