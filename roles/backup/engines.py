"""Which way of dumping goes with which database."""

from django.db.backends.base.base import BaseDatabaseWrapper

from .errors import BackupError
from .postgresql import Postgresql
from .sqlite import Sqlite

Engine = Sqlite | Postgresql
ENGINES: dict[str, type[Sqlite] | type[Postgresql]] = {"sqlite": Sqlite, "postgresql": Postgresql}


def engine_of(connection: BaseDatabaseWrapper) -> Engine:
    if connection.vendor not in ENGINES:
        raise BackupError(f"There is no backup of {connection.display_name}: use its own tools.")
    return ENGINES[connection.vendor](connection)
