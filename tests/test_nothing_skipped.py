"""What `.ci/run` relies on: under CI pytest fails where a test did not run."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.databases import READ_ALONE

ROOT = Path(__file__).parent.parent
RUNS = "def test_one(): pass\n"
SKIPS_ITSELF = "import pytest\n\ndef test_one(): pass\n\ndef test_two(): pytest.skip('no browser')\n"
SKIPS_AT_COLLECTION = "import pytest\n\npytest.skip('no browser', allow_module_level=True)\n"
LACKS_A_MODULE = "import pytest\n\npytest.importorskip('no_such_module')\n"
SKIPS = [SKIPS_ITSELF, SKIPS_AT_COLLECTION, LACKS_A_MODULE]


def exit_code(folder, *arguments, ci="true"):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "xdist",
        "-p",
        "tests.nothing_skipped",
        "-c",
        str(folder / "pytest.ini"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": ci}
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", *arguments], cwd=folder, env=environment, capture_output=True, check=False
    ).returncode


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_runs.py").write_text(RUNS)
    return tmp_path


def test_a_whole_run_passes(folder):
    assert exit_code(folder) == 0


@pytest.mark.parametrize("source", SKIPS)
def test_a_skip_fails_in_ci(folder, source):
    (folder / "tests" / "test_skips.py").write_text(source)

    assert exit_code(folder) == 1


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_skips_of_a_worker_fail_in_ci_and_nowhere_else(folder, ci, code):
    for number, source in enumerate(SKIPS):
        (folder / "tests" / f"test_skips_{number}.py").write_text(source)

    assert exit_code(folder, "-n", "1", ci=ci) == code


def test_what_the_readmes_command_leaves_out_is_run_by_a_step_of_its_own():
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    _, _, expression = options["addopts"].partition("-m ")
    left_out = re.findall(r"not (\w+)", expression)
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert expression.strip() == f'"{" and ".join(f"not {marker}" for marker in left_out)}"'
    assert left_out == [marker for marker in left_out if re.search(rf"/pytest -m {marker}(?: -n .*)?\n", steps)] != []


def test_files_left_out_on_postgresql_exist():
    assert [name for name in READ_ALONE if not (ROOT / "tests" / f"{name}.py").exists()] == []
