import os

import pytest
from django.conf import settings
from django.db import connection

from tests.serving import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Four workers, on the kind of database these tests run on."""
    if connection.vendor == "sqlite":
        served = Server(f"sqlite:///{tmp_path_factory.mktemp('served') / 'db.sqlite3'}", workers=4)
        yield served
        served.kill()
        return
    import psycopg

    given = settings.DATABASES["default"]
    address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**given)
    scratch = f"forms_at_once_{os.getpid()}"
    with psycopg.connect(address + given["NAME"], autocommit=True) as postgres:
        postgres.execute(f'CREATE DATABASE "{scratch}"')
        served = Server(address + scratch, workers=4)
        yield served
        served.kill()
        postgres.execute(f'DROP DATABASE "{scratch}" WITH (FORCE)')
