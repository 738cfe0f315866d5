"""The one settings file, started the way an operator starts it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "DEBUG": "off",
    "SECRET_KEY": "k" * 20 + "0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "x.example",
}


def manage(*arguments, **environment):
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_nothing_set_it_is_ready_to_run():
    result = manage("check")
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_in_production_it_does_not_start_without(name):
    result = manage("check", **{key: value for key, value in PRODUCTION.items() if key != name})

    assert result.returncode != 0
    assert f"Set {name} in the environment" in result.stderr


def test_the_deployment_check_is_clean_in_production():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr


def test_a_switch_that_is_neither_on_nor_off_is_refused():
    assert manage("check", DEBUG="perhaps").returncode != 0


def test_no_migration_is_missing():
    result = manage("makemigrations", "--check", "--dry-run")
    assert result.returncode == 0, result.stdout


def test_production_collects_its_static_files(tmp_path):
    code = (
        "from django.conf import settings; settings.STATIC_ROOT = %r\n"
        "from django.core.management import call_command; call_command('collectstatic', interactive=False, verbosity=0)"
    )
    result = manage("shell", "-v0", "-c", code % str(tmp_path), **PRODUCTION)

    assert result.returncode == 0, result.stderr
    names = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")]
    assert any(name.startswith("css/portal.") and name.endswith(".css.br") for name in names)
    assert [name for name in names if "bootstrap" in name and name.endswith(".js")] == []
    assert any(name.startswith("bootstrap/css/bootstrap.min.") for name in names)
