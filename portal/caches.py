"""Caches that workers share, and no page fails with: while one cannot be reached, each worker counts by itself."""

import itertools
import logging
import os
import pickle
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

MISSING = object()
logger = logging.getLogger("portal.caches")


class AwayError(Exception):
    """The shared cache cannot be reached, or not written."""


class Forgiving(BaseCache):
    """What the shared cache did not take is kept in this worker's memory, and looked for there first."""

    kind: Callable[[Any, dict[str, Any]], Any]
    failures: tuple[type[Exception], ...] = (OSError,)
    pause = 0  # seconds without another try
    _away_until = float("-inf")

    def __init__(self, location: Any, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.shared = self.kind(location, params)
        own = {**params, "OPTIONS": {"MAX_ENTRIES": self._max_entries}}
        self.spare = LocMemCache(f"in place of {location}", own)

    def _ask(self, method: str, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < type(self)._away_until:
            raise AwayError
        try:
            return getattr(self.shared, method)(*args, **kwargs)
        except self.failures as error:
            type(self)._away_until = time.monotonic() + self.pause
            logger.warning("The cache failed: %s. This worker counts alone.", type(error).__name__)
            raise AwayError from error

    def get(self, key, default=None, version=None):
        kept = self.spare.get(key, MISSING, version)
        if kept is not MISSING:
            return kept
        try:
            return self._ask("get", key, default, version)
        except AwayError:
            return default

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        try:
            self._ask("set", key, value, timeout, version)
        except AwayError:
            self.spare.set(key, value, timeout, version)
        else:
            self.spare.delete(key, version)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        if self.spare.has_key(key, version):
            return False
        try:
            return self._ask("add", key, value, timeout, version)
        except AwayError:
            return self.spare.add(key, value, timeout, version)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        kept = self.spare.touch(key, timeout, version)
        try:
            return self._ask("touch", key, timeout, version) or kept
        except AwayError:
            return kept

    def delete(self, key, version=None):
        kept = self.spare.delete(key, version)
        try:
            return self._ask("delete", key, version) or kept
        except AwayError:
            return kept

    def has_key(self, key, version=None):
        if self.spare.has_key(key, version):
            return True
        try:
            return self._ask("has_key", key, version)
        except AwayError:
            return False

    def clear(self):
        self.spare.clear()
        with suppress(AwayError):
            self._ask("clear")


class _Files(FileBasedCache):
    # To write one takes a fifth of a millisecond, to read the names of five thousand thirty times as long.
    COUNTED_EVERY = 100
    _written = itertools.count(1)
    _dir: str
    _key_to_file: Callable[..., str]
    _write_content: Callable[..., None]

    def _cull(self):
        if next(self._written) % self.COUNTED_EVERY == 0:
            super()._cull()  # type: ignore[misc]

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        """As Django's, which makes the folder and looks at both names each time."""
        self._cull()
        try:
            file, path = tempfile.mkstemp(dir=self._dir)
        except FileNotFoundError:
            self._createdir()
            file, path = tempfile.mkstemp(dir=self._dir)
        try:
            with open(file, "wb") as written:
                self._write_content(written, timeout, value)
            os.replace(path, self._key_to_file(key, version))
        except BaseException:
            os.remove(path)
            raise

    def _createdir(self):
        with suppress(OSError):  # the writing after it fails, and its error names why
            super()._createdir()  # type: ignore[misc]


class FileCache(Forgiving):
    kind = _Files

    @property
    def folder(self) -> str:
        return self.shared._dir

    def remove_expired(self, *, dry_run: bool = False) -> int:
        """Remove what is out of date, which else stays until somebody asks for it; return how many there were."""
        count = 0
        for path in self.shared._list_cache_files():
            with suppress(OSError, EOFError, pickle.UnpicklingError), open(path, "rb") as file:
                expires = pickle.load(file)  # noqa: S301 - as Django reads it
                if expires is not None and expires < time.time():
                    count += 1
                    if not dry_run:
                        os.remove(path)
        return count


class SharedRedis(Forgiving):
    kind = RedisCache
    failures = (RedisError, OSError)
    pause = 5

    def __init__(self, location: Any, params: dict[str, Any]) -> None:
        # A page waits a second for it, once: redis-py would try again for many.
        waiting = {"socket_connect_timeout": 1, "socket_timeout": 1, "retry": Retry(NoBackoff(), 0)}
        super().__init__(location, {**params, "OPTIONS": waiting | params.get("OPTIONS", {})})
