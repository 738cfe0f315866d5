"""Make a backup, and keep it only when it restores to what was there."""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from . import archive
from .digest import Tables, differences
from .engines import Engine, engine_of
from .errors import BackupError, RefusedError
from .retention import WORKSHOP


@dataclass(frozen=True)
class Made:
    path: Path
    bytes: int
    tables: int
    rows: int
    media: int


def back_up(connection: BaseDatabaseWrapper, path: Path) -> Made:
    """Write the backup to a path where there is nothing yet. It appears there whole and checked, or not at all."""
    if path.exists():
        raise RefusedError(f"{path} exists already. Nothing was written: choose another name.")
    engine = engine_of(connection)
    with tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=path.parent) as workshop:
        dump, new = Path(workshop) / "dump", Path(workshop) / "new.zip"
        tables = engine.dump(dump)
        media = media_files()
        manifest = {
            "portal": portal_version(),
            "vendor": connection.vendor,
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
            "tables": tables,
        }
        archive.write(new, manifest, {engine.member: dump, **media})
        dump.unlink()
        check(engine, new, Path(workshop), tables)
        if path.exists():
            raise RefusedError(f"{path} was made by somebody else meanwhile. Nothing was written.")
        new.rename(path)
        sync_folder(path.parent)
    rows = sum(table["rows"] for table in tables.values())
    return Made(path, path.stat().st_size, len(tables), rows, len(media))


def check(engine: Engine, path: Path, workshop: Path, tables: Tables) -> None:
    """Restore the file into a scratch place, and compare every table with what the database held."""
    with archive.opened(path) as (opened, manifest):
        archive.extract(opened, manifest, engine.member, workshop / "scratch")
        archive.extract_media(opened, manifest, workshop / "media")
    if found := differences(tables, engine.read(workshop / "scratch")):
        raise BackupError("The backup does not restore to what the database held, so it was not kept: "
                          + "; ".join(found))  # fmt: skip


def media_files() -> dict[str, Path]:
    """What MEDIA_ROOT holds, by its name in the file. The database was read first: a row's file is there by now."""
    if not settings.MEDIA_ROOT:
        return {}
    root = Path(settings.MEDIA_ROOT)
    return {
        archive.MEDIA + found.relative_to(root).as_posix(): found
        for found in sorted(root.rglob("*"))
        if found.is_file() and not found.is_symlink()
    }


def portal_version() -> str:
    return tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def sync_folder(folder: Path) -> None:
    """See the new name on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
