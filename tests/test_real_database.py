"""The tests keep away from the database that the portal is run on."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_run_without_a_test_database_leaves_the_real_one_alone(tmp_path):
    database, test = tmp_path / "real.sqlite3", tmp_path / "test_one.py"
    test.write_text("def test_one(django_db_setup): pass\n")
    (tmp_path / "conftest.py").write_text("from tests.conftest import django_db_setup, smaller_content\n")
    command = ["-c", ROOT / "pyproject.toml", "-n", "0", "-p", "no:cacheprovider", test]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *command],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert sqlite3.connect(database).execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
