"""The named cast, and the shipped content as owners find it."""

import os
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse

from roles.core import content
from roles.models import Posting, RoleVersion

# Playwright keeps an event loop running in this thread; Django would refuse its own queries there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

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
    "pay_min": "48,000",
    "pay_max": "56,000",
    "currency": "GBP",
    "pay_period": "year",
    "benefits": "28 days of holiday\nPension",
    "apply_to": "jobs@harbourlane.example",
    "hiring_steps": "A call\nA paid half day",
    "valid_through": "",
}


pytest_plugins = ["tests.nothing_skipped", "tests.profiles"]


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def forgiving_limits():
    """The limits on sign-ins live in the cache, which outlasts a test's database."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The shipped content is there before the first test, as after quickstart."""
    with django_db_blocker.unblock():
        load_shipped_content()


def load_shipped_content():
    call_command("load_content", publish=True, stdout=StringIO())


@pytest.fixture
def answers():
    return dict(ANSWERS)


@pytest.fixture
def version(db):
    return RoleVersion.objects.latest_of("director-of-operations")


@pytest.fixture
def posting(version):
    """A draft nobody's account owns, locked for a change."""
    return locked(Posting.objects.compose(version, content.example_briefs()["bakery-leeds"]))


@pytest.fixture
def stranger(db):
    """A browser that has made nothing."""
    return Client()


@pytest.fixture
def owner(db, answers):
    """A browser that has made a posting; `owner.posting` is the one."""
    client = Client()
    client.post(reverse("posting_new", args=["director-of-operations"]), answers)
    client.posting = locked(Posting.objects.latest("created_at"))
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
    client.posting = locked(Posting.objects.compose(version, content.example_briefs()["bakery-leeds"], owner=user))
    return client


def locked(posting):
    """The posting as a view fetches it for a change."""
    with transaction.atomic():
        return Posting.objects.lock().get(pk=posting.pk)


def signed_in(name):
    client = Client()
    client.user = get_user_model().objects.get(username=name)
    client.force_login(client.user)
    return client
