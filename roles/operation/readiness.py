"""Whether this process can serve: its database, its cache, its disk, and a database of the shape it knows."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

SECONDS = 1.8  # an answer comes within two
KEPT_SECONDS = 1  # as long the last answer is given again: whoever asks often costs nothing
SILENT = "does not answer in time"

Check = Callable[[], str]  # what is wrong, in words that hold no secret; empty where nothing is


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return f"cannot be reached ({type(error).__name__})"
    return ""


def shared_cache() -> str:
    """The cache that workers share; what a worker keeps by itself while that fails does not count."""
    shared = getattr(cache, "shared", cache)
    name = f"roles.operation.ready:{os.getpid()}"
    try:
        shared.set(name, name, timeout=30)
        if shared.get(name) != name:
            return "forgets what is put into it"
    except Exception as error:  # of whatever library the cache is reached by
        return f"cannot be written ({type(error).__name__})"
    return ""


def disk() -> str:
    """The places this process writes to: SQLite's file, the files of the cache, what was uploaded."""
    for what, place in written_places().items():
        try:
            free = shutil.disk_usage(place).free
        except OSError as error:
            return f"{what}: {error.strerror}"
        if free < settings.READY_FREE_BYTES:
            return f"{what}: {free // 1_000_000} MB free, {settings.READY_FREE_BYTES // 1_000_000} MB wanted"
        if not os.access(place, os.W_OK):
            return f"{what}: cannot be written"
    return ""


def written_places() -> dict[str, Path]:
    """The folders there are, by what they hold."""
    name = str(connection.settings_dict["NAME"])
    places = {"uploads": settings.MEDIA_ROOT, "cache": getattr(cache, "folder", "")}
    if connection.vendor == "sqlite" and not name.startswith("file:") and name != ":memory:":
        places["database"] = str(Path(name).absolute().parent)
    return {what: Path(place) for what, place in places.items() if place}


_known: set[tuple[str, str]] = set()  # the program's own migrations: they cannot change while it runs


def migrations() -> str:
    if not _known:
        loader = MigrationLoader(None)
        _known.update(key for key in loader.disk_migrations if key not in loader.replacements)
    try:
        missing = sorted(_known - set(MigrationRecorder(connection).applied_migrations()))
    except DatabaseError as error:
        return f"cannot be read ({type(error).__name__})"
    names = ", ".join(".".join(key) for key in missing[:3])
    return f"{len(missing)} not applied: {names}; run manage.py migrate" if missing else ""


CHECKS: dict[str, Check] = {"database": database, "cache": shared_cache, "disk": disk, "migrations": migrations}


def ask(checks: Mapping[str, Check], seconds: float) -> dict[str, str]:
    """What is wrong, by the name of the check. One that does not answer in time is wrong, and is not waited for."""
    answers: SimpleQueue[tuple[str, str]] = SimpleQueue()

    def run(name: str, check: Check) -> None:
        try:
            answers.put((name, check()))
        finally:
            connections.close_all()  # this thread's own

    for name, check in checks.items():
        threading.Thread(target=run, args=(name, check), name=f"ready-{name}", daemon=True).start()
    found = dict.fromkeys(checks, SILENT)
    deadline = time.monotonic() + seconds
    for _ in checks:
        try:
            name, problem = answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            break
        found[name] = problem
    return {name: problem for name, problem in found.items() if problem}


class Latest:
    """The last answer, and one who asks at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.at = float("-inf")
        self.problems: dict[str, str] = {}

    def get(self) -> dict[str, str]:
        with self.lock:
            if time.monotonic() - self.at > KEPT_SECONDS:
                self.problems = ask(CHECKS, SECONDS)
                self.at = time.monotonic()
            return self.problems


latest = Latest()
