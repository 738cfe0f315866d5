"""Backups: one file that holds the database and the uploaded media, and proves that it does.

The file is a zip, which any tool opens:

    manifest.json        format, portal, vendor, made_at, migrations, tables, files
    database.sqlite3     or database.dump, PostgreSQL's custom format, for pg_restore
    media/…              what MEDIA_ROOT held, where it is set

`tables` holds for each table its number of rows and the sum of their SHA-256, which no order of rows changes; `files`
holds the SHA-256 of each other member. The zip's comment, the last bytes of the file, is the SHA-256 of every byte
before it: a file that was cut short or damaged anywhere is refused before it is read.
"""

from .errors import BackupError, DamagedError, RefusedError
from .making import Made, back_up
from .restoring import restore
from .retention import default_name, remove_old

__all__ = [
    "BackupError",
    "DamagedError",
    "Made",
    "RefusedError",
    "back_up",
    "default_name",
    "remove_old",
    "restore",
]
