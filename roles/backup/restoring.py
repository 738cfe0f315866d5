"""Put a backup in the place of what is there: all of it, or nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from . import archive
from .digest import differences
from .engines import engine_of
from .errors import DamagedError, RefusedError
from .retention import WORKSHOP


def restore(connection: BaseDatabaseWrapper, path: Path, *, overwrite: bool = False) -> dict[str, Any]:
    """Restore database and media, end every session, and return the backup's manifest."""
    engine = engine_of(connection)
    with (
        archive.opened(path) as (opened, manifest),
        tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=workshop_of(path)) as workshop,
    ):
        refuse_foreign(connection, manifest)
        media = Path(settings.MEDIA_ROOT) if settings.MEDIA_ROOT else None
        holds_media = any(name.startswith(archive.MEDIA) for name in manifest["files"])
        if holds_media and media is None:
            raise RefusedError("The backup holds media, and MEDIA_ROOT is not set. Nothing was changed.")
        if not overwrite and (there := engine.table_names()):
            raise RefusedError(
                f"The database is not empty ({len(there)} tables). Nothing was changed. "
                "With --overwrite, everything in it is replaced by the backup."
            )
        if not overwrite and holds_media and media and media.exists() and any(media.iterdir()):
            raise RefusedError(f"{media} is not empty. Nothing was changed. --overwrite replaces it too.")
        dump = Path(workshop) / "dump"
        archive.extract(opened, manifest, engine.member, dump)
        if connection.vendor == "sqlite" and (found := differences(manifest["tables"], engine.read(dump))):
            raise DamagedError("The backup does not hold what it names. Nothing was changed: " + "; ".join(found))
        with swapped_media(media if holds_media else None, opened, manifest):
            engine.replace(dump, manifest["tables"])
    return manifest


def workshop_of(path: Path) -> Path | None:
    """Where the backup is taken apart: beside it, there is room for such files; elsewhere when it may only be read."""
    return path.parent if os.access(path.parent, os.W_OK) else None


def refuse_foreign(connection: BaseDatabaseWrapper, manifest: dict[str, Any]) -> None:
    """Refuse the backup of another kind of database, and that of a portal newer than this one."""
    if manifest["vendor"] != connection.vendor:
        raise RefusedError(
            f"This is a backup of {manifest['vendor']}; DATABASE_URL names {connection.vendor}. Nothing was changed."
        )
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = set(loader.disk_migrations) | {key for found in loader.disk_migrations.values() for key in found.replaces}
    if unknown := sorted({tuple(key) for key in manifest["migrations"]} - known):
        names = ", ".join(".".join(key) for key in unknown)
        raise RefusedError(
            f"This is a backup of portal {manifest['portal']}, which is newer: {names} is not known here. "
            "Nothing was changed: install that version first."
        )


@contextmanager
def swapped_media(media: Path | None, opened: Any, manifest: dict[str, Any]) -> Iterator[None]:
    """Put the media of the backup in place; should what follows fail, the old ones are back."""
    if media is None:
        yield
        return
    new, old = (media.with_name(f".{media.name}.{which}") for which in ("restoring", "replaced"))
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
    archive.extract_media(opened, manifest, new)
    if media.exists():
        media.rename(old)
    try:
        new.rename(media)
        yield
    except BaseException:
        if media.exists():
            shutil.rmtree(media)
        if old.exists():
            old.rename(media)
        raise
    shutil.rmtree(old, ignore_errors=True)
