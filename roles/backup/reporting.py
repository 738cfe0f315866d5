"""What a command prints when a backup or a restore did not happen."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError

from .errors import BackupError

FULL = "The disk is full."


@contextmanager
def failing_plainly(outcome: str) -> Iterator[None]:
    """Turn what an operator can mend into a line that names it, ended by what became of the command."""
    try:
        yield
    except BackupError as error:
        full = "No space left on device" in str(error)
        raise CommandError(f"{FULL} {outcome} {error}" if full else str(error), returncode=error.code) from error
    except OSError as error:
        reason = FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else f"{error.strerror}."
        raise CommandError(f"{error.filename or ''}: {reason} {outcome}".removeprefix(": ")) from error
    except (sqlite3.Error, DatabaseError) as error:
        reason = FULL if "disk is full" in str(error) else f"The database answers: {str(error).strip()}."
        raise CommandError(f"{reason} {outcome}") from error
