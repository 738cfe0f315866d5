"""A cache that fails fails no page: the worker counts by itself, and goes back to the shared one."""

import os
import shutil
import stat

import pytest
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

from portal.caches import FileCache, Forgiving, SharedRedis


class Shared(LocMemCache):
    """It fails when it is told to."""

    broken = False

    def __init__(self, location, params):
        super().__init__("shared by the tests", params)

    def __getattribute__(self, name):
        if name in ("get", "set", "add", "delete", "touch", "has_key") and type(self).broken:
            raise OSError(28, "No space left on device")
        return super().__getattribute__(name)


class SharedOrOwn(Forgiving):
    kind = Shared


@pytest.fixture
def forgiving(monkeypatch):
    monkeypatch.setattr(Shared, "broken", False)
    made = SharedOrOwn("tested", {})
    made.clear()
    yield made
    monkeypatch.setattr(Shared, "broken", False)
    made.clear()


def test_what_the_shared_cache_cannot_take_is_kept_here(forgiving, monkeypatch):
    forgiving.set("count", 1)
    monkeypatch.setattr(Shared, "broken", True)
    assert forgiving.get("count", "nothing") == "nothing"
    forgiving.set("count", 2)

    assert forgiving.get("count") == 2
    assert forgiving.has_key("count")
    assert not forgiving.add("count", 3)
    assert forgiving.add("other", 3)
    assert forgiving.touch("other", 60)
    assert forgiving.delete("other")
    assert not forgiving.delete("other")


def test_a_count_goes_on_where_it_was_when_the_cache_is_back(forgiving, monkeypatch):
    forgiving.set("count", 1)
    monkeypatch.setattr(Shared, "broken", True)
    forgiving.set("count", 2)
    monkeypatch.setattr(Shared, "broken", False)
    assert forgiving.get("count") == 2
    forgiving.set("count", 3)

    assert forgiving.shared.get("count") == 3
    assert forgiving.spare.get("count") is None


def test_every_way_to_use_a_cache_is_covered():
    used = {"get", "set", "add", "delete", "touch", "has_key", "clear"}
    assert used <= set(vars(Forgiving))
    # The others of Django's are made of these.
    assert not {"get_many", "set_many", "incr", "get_or_set"} & set(vars(Forgiving))
    assert {"get_many", "set_many", "incr", "get_or_set"} <= set(vars(BaseCache))


def test_a_cache_of_redis_that_is_gone_is_not_asked_again_at_once(monkeypatch):
    redis = SharedRedis("redis://127.0.0.1:1/0", {})
    monkeypatch.setattr(SharedRedis, "_away_until", float("-inf"))
    redis.clear()
    assert redis.add("key", 1)
    monkeypatch.setattr(redis.shared, "get", lambda *args: pytest.fail("asked again"))

    assert redis.get("key") == 1
    assert redis.get("other") is None


def test_a_folder_that_cannot_be_made_fails_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    files = FileCache(str(tmp_path / "file" / "cache"), {})
    files.set("key", 1)
    assert files.get("key") == 1
    files.clear()


def test_files_are_readable_by_their_owner_alone(tmp_path):
    files = FileCache(str(tmp_path / "cache"), {})
    files.set("key", 1)
    assert stat.S_IMODE(os.stat(files.folder).st_mode) == 0o700


@pytest.mark.django_db
def test_sign_in_goes_on_without_the_cache(client, member, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    files = SharedOrOwn("sign-in", {})
    monkeypatch.setattr(Shared, "broken", True)
    for module in ("allauth.core.internal.ratelimit.cache", "roles.audit.cache", "roles.rate_limits.cache"):
        monkeypatch.setattr(module, files)
    form = {"login": "member", "password": "a long password"}

    assert client.post("/accounts/login/", form).status_code == 302
    assert cache is not files


def test_files_stay_few_though_they_are_counted_now_and_then(tmp_path, monkeypatch):
    made = FileCache(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 300}})
    counted, count = [], made.shared._list_cache_files
    monkeypatch.setattr(made.shared, "_list_cache_files", lambda: counted.append(1) or count())
    for number in range(700):
        made.set(f"key-{number}", number)

    assert len(count()) <= 300 + made.shared.COUNTED_EVERY
    assert 7 <= len(counted) <= 14  # what is over the most is found by reading them again


def test_a_folder_deleted_meanwhile_is_made_again(tmp_path):
    files = FileCache(str(tmp_path / "cache"), {})
    files.set("key", 1)
    shutil.rmtree(files.folder)
    files.set("key", 2)
    assert files.shared.get("key") == 2


def test_a_write_that_fails_leaves_the_value_before_and_no_other_file(tmp_path, monkeypatch):
    files = FileCache(str(tmp_path), {})
    files.set("key", 1)

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.shared, "_write_content", fail)
    files.set("key", 2)

    assert files.shared.get("key") == 1
    assert files.get("key") == 2
    assert len(os.listdir(tmp_path)) == 1
