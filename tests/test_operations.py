"""Every command of docs/operations.md is there, with the options it is shown with; settings it names are read."""

import re
import shlex
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import Resolver404, resolve

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.M | re.S)
SETTINGS = (ROOT / "portal" / "settings.py").read_text() + (ROOT / "gunicorn.conf.py").read_text()
WITH_OTHER_TOOLS = {"git", "systemctl", "set", "export", "cd", "python3", ".venv/bin/pip", "python", "curl"} | {
    *("useradd", "install", "createuser", "createdb", "nginx", "openssl")
}
CRON = re.compile(r"^(?:\S+ ){5} ?cd /srv/desk && set -a && \. \./environment && (?P<command>.+)$")


def lines(kind):
    return [line for found, block in BLOCKS if found == kind for line in block.splitlines() if line.strip()]


def managed():
    """What follows manage.py in every block, with what cron and systemd run."""
    everywhere = [line for _, block in BLOCKS for line in block.splitlines()]
    return [found[1] for line in everywhere if (found := re.search(r"manage\.py (.+)$", line))]


@pytest.mark.parametrize("command", sorted(set(managed())))
def test_a_command_of_ours_takes_the_options_it_is_shown_with(command):
    name, *arguments = shlex.split(command)
    assert name in get_commands()
    app = get_commands()[name]
    made = app if not isinstance(app, str) else load_command_class(app, name)
    made.create_parser("manage.py", name).parse_args(arguments)


@pytest.mark.parametrize("text", ["\n".join(lines("sh")), *lines("sh")], ids=lambda text: text[:40])
def test_a_shell_can_read_it(text):
    subprocess.run(["bash", "-n"], input=text, text=True, check=True, timeout=20)


def test_only_known_programs_are_called():
    programs = {shlex.split(line)[0] for line in lines("sh")}
    assert programs - WITH_OTHER_TOOLS == {".venv/bin/python", ".venv/bin/gunicorn"}


def test_lines_of_cron_have_five_times_and_a_command():
    found = lines("")
    assert len(found) == 2
    for line in found:
        assert CRON.match(line), line
        assert "%" not in line


def test_units_of_systemd_can_be_read_and_agree_with_each_other():
    units = [block for kind, block in BLOCKS if kind == "ini"]
    assert len(units) == 3
    for unit in units:
        parser = ConfigParser(strict=True, interpolation=None)
        parser.optionxform = str
        parser.read_string(unit)
        for section in parser.values():
            for key, value in section.items():
                assert value or key == "DEFAULT"
                if key == "ExecStart":
                    assert value.startswith("/srv/desk/.venv/bin/")


def test_what_is_asked_of_gunicorn_is_answered():
    paths = re.findall(r"http://127\.0\.0\.1:8000(/\S*)", TEXT)
    assert set(paths) == {"/healthz", "/readyz", "/metrics"}
    for path in paths:
        assert resolve(path)
    with pytest.raises(Resolver404):
        resolve("/no-such-page")


def test_settings_that_are_named_are_read():
    named = set(re.findall(r"^export (.+)$", TEXT, re.M))
    names = {part.partition("=")[0] for line in named for part in shlex.split(line)}
    names |= set(re.findall(r"`((?:[A-Z]+_)+[A-Z]+)`", TEXT))
    assert {"DATABASE_URL", "CACHE_URL", "METRICS_TOKEN", "ERRORS_URL", "DATABASE_SECONDS"} <= names
    assert [name for name in names if name not in SETTINGS and not hasattr(settings, name)] == []


def test_the_key_is_long_enough():
    [command] = [line for line in lines("sh") if line.startswith("python -c")]
    made = subprocess.run(
        [sys.executable, *shlex.split(command)[1:]], capture_output=True, text=True, check=True, timeout=20
    ).stdout.strip()
    assert len(made) >= 50


@pytest.mark.parametrize("name", ["daily", "backup", "postings", "drafts", "sessions", "database_bytes", "database_up"])
def test_figures_that_are_named_are_there(name):
    from roles.operation import metrics

    assert name in TEXT
    assert name in Path(metrics.__file__).read_text() + (ROOT / "roles" / "models" / "last_runs.py").read_text()


def section(heading):
    return re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S)[1]


@pytest.mark.parametrize("command", ["manage.py load_content", "manage.py encrypt_factors"])
def test_what_the_older_code_cannot_read_comes_after_the_restart(command):
    upgrade = re.search(r"^```sh\n(.*?)^```$", section("Upgrade"), re.M | re.S)[1]
    assert upgrade.index("migrate\n") < upgrade.index("systemctl restart desk") < upgrade.index(command)


def test_from_1_0_0_the_stopped_portal_is_backed_up_by_the_newer_code():
    upgrade = re.findall(r"^```sh\n(.*?)^```$", section("Upgrade"), re.M | re.S)[1]
    order = ["stop desk", "git checkout", "pip install", "manage.py backup", "manage.py migrate\n", "collectstatic"]
    order += ["check --deploy", "start desk", "load_content", "encrypt_factors"]
    assert sorted(order, key=upgrade.index) == order


@pytest.mark.parametrize("heading", ["One machine", "Restore", "Upgrade", "Rollback"])
def test_code_that_is_started_has_its_static_files_collected(heading):
    blocks = re.findall(r"^```sh\n(.*?)^```$", section(heading), re.M | re.S)
    started = [block for block in blocks if re.search(r"pip install|gunicorn portal", block)]
    assert started
    for block in started:
        assert "manage.py collectstatic --noinput" in block


def test_the_factors_are_encrypted_before_the_earlier_key_goes():
    rotation = section("Rotation of keys")
    assert rotation.index("manage.py encrypt_factors") < rotation.index("empty `SECRET_KEY_FALLBACKS`")
