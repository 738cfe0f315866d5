"""Guessing is limited, and every worker counts what the others saw: the limits live in files they share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.core import context
from allauth.core.internal import ratelimit
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

ROOT = Path(__file__).parent.parent.parent
FILES = "django.core.cache.backends.filebased.FileBasedCache"

# A second worker: another process, which knows of the first only what lies in the cache.
WORKER = """
import django
django.setup()
from django.core.cache import cache
from django.test import RequestFactory
from allauth.core import context
from allauth.core.internal import ratelimit

request = RequestFactory().post("/accounts/login/")
with context.request_context(request):
    for _ in range({tries}):
        used = ratelimit.consume(
            request=request, app="allauth.account", action="login_failed", key="{key}", dry_run={dry}
        )
        print("allowed" if used else "refused")
"""


@pytest.fixture
def shared(settings, tmp_path):
    settings.CACHES = {"default": {"BACKEND": FILES, "LOCATION": str(tmp_path)}}
    yield tmp_path
    caches["default"].clear()


def worker(place, tries, dry=False, key="account-1"):
    environment = {"PATH": os.environ["PATH"], "CACHE_URL": f"filecache://{place}"}
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    done = subprocess.run(
        [sys.executable, "-c", WORKER.format(tries=tries, dry=dry, key=key)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


# Neither process counts in the database.
in_the_cache = pytest.mark.read_alone


def wrong(client):
    page = client.post(reverse("account_login"), {"login": "administrator", "password": "wrong"})
    return page.status_code, "Too many" in page.content.decode()


def test_after_five_wrong_passwords_even_the_right_one_waits(administrator):
    client = Client()
    answers = [wrong(client) for _ in range(6)]

    assert [limited for _, limited in answers] == [False] * 5 + [True]
    client.post(reverse("account_login"), {"login": "administrator", "password": "a long password"})
    assert client.get(reverse("account_email")).status_code == 302


def test_another_browser_is_not_a_way_around(administrator):
    first, second = Client(), Client(REMOTE_ADDR="198.51.100.7")
    for _ in range(5):
        wrong(first)

    assert wrong(second)[1]


def test_two_processes_count_together(shared, rf):
    assert worker(shared, 3) == ["allowed"] * 3

    request = rf.post("/accounts/login/")
    with context.request_context(request):
        limit = {"request": request, "app": "allauth.account", "action": "login_failed", "key": "account-1"}
        used = [bool(ratelimit.consume(**limit)) for _ in range(3)]
    assert used == [True, True, False]


@in_the_cache
def test_this_process_sees_what_another_counted(shared, administrator):
    worker(shared, 5, key=f"account-{administrator.user.pk}")

    assert wrong(Client())[1]


@in_the_cache
def test_another_process_sees_what_was_tried_here(shared, administrator):
    client = Client()
    for _ in range(5):
        wrong(client)

    assert worker(shared, 1, dry=True, key=f"account-{administrator.user.pk}") == ["refused"]


def test_many_sign_ups_from_one_place_are_too_many(stranger, db):
    codes = [
        stranger.post(reverse("account_signup"), {"email": f"a{number}", "password1": "x"}).status_code
        for number in range(21)
    ]

    assert codes == [200] * 20 + [429]
    assert not get_user_model().objects.exists()
