import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core import checks

from roles.checks import (
    a_version_is_published,
    bootstrap_is_installed,
    sqlite_takes_its_lock_first,
    static_files_are_collected,
)
from roles.models import Role
from roles.storage import HashedModulesStorage

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA synchronous=FULL;"},
}


def ids(found):
    return [item.id for item in found]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (SQLITE["OPTIONS"], []),
        ({}, ["roles.E001", "roles.E002"]),
        (SQLITE["OPTIONS"] | {"transaction_mode": "DEFERRED"}, ["roles.E001"]),
        (SQLITE["OPTIONS"] | {"init_command": "PRAGMA synchronous=NORMAL;"}, ["roles.E002"]),
    ],
)
def test_sqlite_must_take_its_lock_first_and_sync_fully(monkeypatch, settings, options, expected):
    monkeypatch.setattr("roles.checks.settings.DATABASES", {"default": SQLITE | {"OPTIONS": options}})

    assert ids(sqlite_takes_its_lock_first(None)) == expected


def test_another_database_is_left_alone(monkeypatch):
    monkeypatch.setattr("roles.checks.settings.DATABASES", {"default": {"ENGINE": "django.db.backends.postgresql"}})

    assert sqlite_takes_its_lock_first(None) == []


def test_bootstrap_missing_is_reported(settings):
    assert bootstrap_is_installed(None) == []
    settings.STATICFILES_DIRS = []
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()
    try:
        assert ids(bootstrap_is_installed(None)) == ["roles.E003"]
    finally:
        finders.get_finder.cache_clear()


def test_static_files_that_were_not_collected_are_reported(monkeypatch, tmp_path):
    storage = HashedModulesStorage(location=tmp_path)
    monkeypatch.setattr("roles.checks.staticfiles_storage", storage)
    assert ids(static_files_are_collected(None)) == ["roles.I001"]

    storage.save_manifest()
    assert static_files_are_collected(None) == []


def test_static_files_in_development_need_not_be_collected(monkeypatch):
    monkeypatch.setattr("roles.checks.staticfiles_storage", StaticFilesStorage())

    assert static_files_are_collected(None) == []


def test_a_role_that_owners_cannot_choose_is_reported(db):
    assert a_version_is_published(None, databases=["default"]) == []
    Role.objects.create(slug="bare", title="Bare", focus="strategic", tagline="-", description="-")

    found = a_version_is_published(None, databases=["default"])

    assert ids(found) == ["roles.W002"]
    assert isinstance(found[0], checks.Warning)
    assert "Bare" in found[0].msg


def test_the_database_is_left_alone_unless_asked_for():
    assert a_version_is_published(None) == []
