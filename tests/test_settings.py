"""The one settings file, started the way an operator starts it: in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.safety import DEVELOPMENT_KEY

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "DEBUG": "off",
    "SECRET_KEY": "k" * 20 + "0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "x.example",
    "EMAIL_URL": "smtp://localhost",
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


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_in_production_it_does_not_start_without(name):
    result = manage("check", **{key: value for key, value in PRODUCTION.items() if key != name})

    assert result.returncode != 0
    assert f"Set {name} in the environment" in result.stderr


UNSAFE = [
    ({"DEBUG": "on", "ALLOWED_HOSTS": "desk.example"}, "Set DEBUG=off"),
    (PRODUCTION | {"ALLOWED_HOSTS": "*"}, "Set ALLOWED_HOSTS to the names"),
    (PRODUCTION | {"ALLOWED_HOSTS": "desk.example, *"}, "Set ALLOWED_HOSTS to the names"),
    (PRODUCTION | {"SECRET_KEY": DEVELOPMENT_KEY}, "Set SECRET_KEY to one of your own"),
    (PRODUCTION | {"SECRET_KEY_FALLBACKS": DEVELOPMENT_KEY}, "Set SECRET_KEY to one of your own"),
    (PRODUCTION | {"SECRET_KEY": "short"}, "Set SECRET_KEY to 50 random characters"),
    (PRODUCTION | {"CACHE_URL": "locmemcache://"}, "Leave CACHE_URL unset"),
    (PRODUCTION | {"CACHE_URL": "dummycache://"}, "Leave CACHE_URL unset"),
    (PRODUCTION | {"EMAIL_URL": "consolemail://"}, "Set EMAIL_URL to a mail server"),
    (PRODUCTION | {"EMAIL_URL": "dummymail://"}, "Set EMAIL_URL to a mail server"),
]


def settings_of(*, printed="print(*settings.SECRET_KEY_FALLBACKS)", **environment):
    """Read the settings in a process of its own; its output is by default the earlier keys of this portal."""
    code = f"from portal import settings; {printed}"
    inherited = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=inherited | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("environment", "what_to_set"), UNSAFE)
def test_an_unsafe_configuration_does_not_start(environment, what_to_set):
    result = settings_of(**environment)

    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
    assert what_to_set in result.stderr


def test_earlier_keys_are_taken_from_the_environment():
    result = settings_of(**PRODUCTION, SECRET_KEY_FALLBACKS="1" * 50 + "," + "2" * 50)
    assert result.stdout.split() == ["1" * 50, "2" * 50], result.stderr


def test_a_developer_may_use_any_name_of_this_machine():
    assert settings_of(DEBUG="on", ALLOWED_HOSTS="desk.localhost").returncode == 0


def test_the_deployment_check_is_clean_in_production():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert result.returncode == 0, result.stderr


def test_a_switch_that_is_neither_on_nor_off_is_refused():
    assert manage("check", DEBUG="perhaps").returncode != 0


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The directory that collectstatic fills in production; how small it gets the files is not tried."""
    root = tmp_path_factory.mktemp("collected")
    code = (
        "from django.conf import settings; settings.STATIC_ROOT = %r\n"
        "import brotli; from whitenoise.compress import Compressor\n"
        "Compressor.compress_brotli = staticmethod(lambda data: brotli.compress(data, quality=1))\n"
        "from django.core.management import call_command; call_command('collectstatic', interactive=False, verbosity=0)"
    )
    result = manage("shell", "-v0", "-c", code % str(root), **PRODUCTION)
    assert result.returncode == 0, result.stderr
    return root


def test_production_collects_its_static_files(collected):
    names = [path.relative_to(collected).as_posix() for path in collected.rglob("*")]
    assert any(name.startswith("css/portal.") and name.endswith(".css.br") for name in names)
    assert [name for name in names if "bootstrap" in name and name.endswith(".js")] == []
    assert any(name.startswith("bootstrap/css/bootstrap.min.") for name in names)


def test_in_production_every_file_that_a_template_names_is_collected(collected):
    hashed = json.loads((collected / "staticfiles.json").read_text())["paths"]
    named = {
        name
        for path in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r"{% static ['\"]([^'\"]+)['\"]", path.read_text())
    }
    assert len(named) > 10
    assert named - set(hashed) == set()


def test_in_production_modules_import_each_other_by_their_hashed_names(collected):
    """And by the very name a page would ask for, or the browser would run a module twice."""
    hashed = json.loads((collected / "staticfiles.json").read_text())["paths"]
    sources = {name: (ROOT / "static" / name).read_text() for name in hashed if name.startswith("js/")}
    assert sources

    imports = {
        name: re.findall(r"^(?:import|export)\b.*?[\"'](\./[^\"']+)[\"'];$", text, re.M | re.S)
        for name, text in sources.items()
    }
    assert imports["js/autosave.js"] == ["./grow.js", "./kept-words.js", "./sheet.js", "./take-sheet.js"]
    for name, names in imports.items():
        written = (collected / hashed[name]).read_text()
        expected = sources[name]
        for imported in names:
            target = Path(hashed[f"js/{imported.removeprefix('./')}"]).name
            assert (collected / "js" / target).is_file()
            expected = expected.replace(f'"{imported}"', f'"./{target}"')
        assert written == expected
