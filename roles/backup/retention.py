"""The names of the backups that are kept for a while, and the end of those that are older."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

WORKSHOP = ".operations-desk-backup-"  # the folder a backup is made in
NAME = re.compile(r"operations-desk-(\d{8}T\d{6}Z)\.zip", re.ASCII)
TIME_FORMAT = "%Y%m%dT%H%M%SZ"


def default_name(now: datetime) -> str:
    return f"operations-desk-{now.astimezone(UTC):{TIME_FORMAT}}.zip"


def remove_old(folder: Path, now: datetime, keep: timedelta) -> list[Path]:
    """Remove backups older than that by the time in their names, and what killed runs left; return the backups."""
    removed = []
    for path in sorted(folder.iterdir()):
        if (match := NAME.fullmatch(path.name)) and made_at(match[1]) < now - keep and path.is_file():
            path.unlink()
            removed.append(path)
        elif path.name.startswith(WORKSHOP) and path.stat().st_mtime < (now - timedelta(days=1)).timestamp():
            shutil.rmtree(path, ignore_errors=True)
    return removed


def made_at(written: str) -> datetime:
    try:
        return datetime.strptime(written, TIME_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)  # no time at all, so no name of ours
