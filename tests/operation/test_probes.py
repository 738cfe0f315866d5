"""What machines ask of the portal, and who may read its figures."""

import time
from threading import Event

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from roles.models import LastRun
from roles.operation import metrics, readiness
from roles.views import probes


@pytest.fixture
def machine():
    """It calls the portal by a number, and without TLS."""
    return Client(headers={"host": "10.0.0.7:8000"})


def test_the_process_answers_without_a_database_and_by_any_name(machine, settings):
    settings.SECURE_SSL_REDIRECT = True
    answer = machine.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert machine.post("/healthz").status_code == 405
    assert machine.get("/robots.txt").status_code == 400


@pytest.fixture
def found(monkeypatch):
    """Let a new round of checks find these problems."""

    def find(problems):
        monkeypatch.setattr(readiness, "CHECKS", {name: lambda said=said: said for name, said in problems.items()})
        monkeypatch.setattr(readiness, "latest", readiness.Latest())

    return find


@pytest.mark.django_db
def test_ready_names_what_fails_and_what_does_not(machine, found):
    found({"database": "", "cache": ""})
    assert (machine.get("/readyz").status_code, machine.get("/readyz").json()) == (
        200,
        {"database": "ok", "cache": "ok"},
    )
    found({"database": "cannot be reached (OperationalError)", "cache": ""})
    answer = machine.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "cannot be reached (OperationalError)")
    assert answer.json()["cache"] == "ok"


@pytest.mark.django_db
def test_a_portal_that_is_well_passes_each_check():
    assert {name: check() for name, check in readiness.CHECKS.items()} == dict.fromkeys(readiness.CHECKS, "")


@pytest.mark.django_db
def test_a_migration_that_is_not_applied_is_named():
    MigrationRecorder.Migration.objects.filter(app="roles", name="0015_last_runs").delete()
    assert readiness.migrations() == "1 not applied: roles.0015_last_runs; run manage.py migrate"


def test_a_disk_with_too_little_room_is_named(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path)
    settings.READY_FREE_BYTES = 10**18
    assert "uploads: " in readiness.disk()
    settings.MEDIA_ROOT = str(tmp_path / "gone")
    assert readiness.disk() == "uploads: No such file or directory"


def test_a_cache_that_fails_is_named_without_its_address(monkeypatch):
    class Gone:
        def set(self, *args, **kwargs):
            raise ConnectionError("redis://:password@cache.internal:6379")

    monkeypatch.setattr(readiness, "cache", Gone())
    assert readiness.shared_cache() == "cannot be written (ConnectionError)"


def test_a_database_that_fails_is_named_without_its_address(monkeypatch):
    def fail():
        raise DatabaseError("postgres://user:password@database.internal")

    monkeypatch.setattr(readiness.connection, "cursor", fail)
    assert readiness.database() == "cannot be reached (DatabaseError)"


@pytest.mark.django_db
def test_a_check_that_hangs_is_not_waited_for():
    hung = Event()
    started = time.monotonic()
    try:
        assert readiness.ask({"well": str, "hangs": lambda: str(hung.wait(20))}, 0.1) == {"hangs": readiness.SILENT}
    finally:
        hung.set()
    assert time.monotonic() - started < 2


def test_whoever_asks_at_once_gets_the_answer_of_before(monkeypatch):
    asked = []
    monkeypatch.setattr(readiness, "ask", lambda *args: asked.append(args) or {})
    latest = readiness.Latest()
    for _ in range(5):
        latest.get()
    assert len(asked) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("token", "request_from", "status"),
    [
        ("", {"REMOTE_ADDR": "127.0.0.1"}, 200),
        ("", {"REMOTE_ADDR": "::1"}, 200),
        ("", {"REMOTE_ADDR": "10.0.0.8"}, 404),
        ("", {"REMOTE_ADDR": ""}, 404),
        ("", {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, 404),  # by way of the proxy
        ("", {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=203.0.113.9"}, 404),
        ("key", {"REMOTE_ADDR": "10.0.0.8", "HTTP_AUTHORIZATION": "Bearer key"}, 200),
        ("key", {"REMOTE_ADDR": "10.0.0.8", "HTTP_AUTHORIZATION": "Bearer kez"}, 404),
        ("key", {"REMOTE_ADDR": "127.0.0.1"}, 404),
    ],
)
def test_figures_are_for_this_machine_or_whoever_has_the_token(settings, token, request_from, status):
    settings.METRICS_TOKEN = token
    assert Client().get("/metrics", **request_from).status_code == status


def figures():
    lines = Client().get("/metrics").content.decode().splitlines()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if not line.startswith("#")}


@pytest.mark.django_db
def test_answers_are_counted_by_route_and_status(posting, stranger):
    stranger.get(posting.get_private_url())
    before = figures()
    stranger.get(posting.get_private_url())
    stranger.get("/no-such-page/")
    after = figures()

    def more(name):
        return after[name] - before.get(name, 0)

    assert more('portal_answers_total{route="posting_open",status="200"}') == 1
    assert more('portal_answers_total{route="none",status="404"}') == 1
    assert more('portal_request_seconds_count{method="GET",route="posting_open"}') == 1
    assert more('portal_request_seconds_bucket{le="30.0",method="GET",route="posting_open"}') == 1
    assert posting.secret not in str(after)


@pytest.mark.django_db
def test_what_the_database_holds_is_counted(posting, owner, member):
    LastRun.objects.note(LastRun.BACKUP)
    LastRun.objects.filter(name=LastRun.BACKUP).update(finished_at=timezone.now() - timezone.timedelta(hours=3))
    found = figures()

    assert (found["portal_database_up"], found["portal_postings"], found["portal_drafts"]) == (1, 3, 2)
    assert found["portal_sessions"] == 2
    assert found["portal_database_bytes"] > 100_000
    assert 10_800 <= found['portal_last_run_age_seconds{what="backup"}'] < 10_860
    assert 'portal_last_run_age_seconds{what="daily"}' not in found


@pytest.mark.django_db
def test_figures_come_without_the_database_too(monkeypatch):
    def fail(self):
        raise DatabaseError
        yield

    monkeypatch.setattr(metrics.Held, "counted", fail)
    found = figures()

    assert found["portal_database_up"] == 0
    assert any(name.startswith("portal_answers_total") for name in found)


def test_a_method_nobody_uses_makes_no_figure_of_its_own():
    metrics.count("none", "BREW", 405, 0.1)
    assert 'method="BREW"' not in metrics.generate_latest(metrics.own).decode()


def test_every_probe_is_answered_before_the_rest(settings):
    # Behind the headers, which every answer has.
    assert settings.MIDDLEWARE[:2] == ["portal.headers.SendAlways", "roles.operation.middleware.AnswerProbes"]
    assert set(probes.PROBES) == {"healthz", "readyz", "metrics"}
