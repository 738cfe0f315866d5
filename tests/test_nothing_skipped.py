"""What `.ci/run` relies on: under CI pytest fails where a test did not run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUNS = "def test_one(): pass\n"
SKIPS_ITSELF = "import pytest\n\ndef test_one(): pass\n\ndef test_two(): pytest.skip('no browser')\n"
SKIPS_AT_COLLECTION = "import pytest\n\npytest.skip('no browser', allow_module_level=True)\n"
LACKS_A_MODULE = "import pytest\n\npytest.importorskip('no_such_module')\n"


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
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\nmarkers = browser\n")
    (tmp_path / "tests" / "browser").mkdir(parents=True)
    (tmp_path / "tests" / "test_runs.py").write_text(RUNS)
    (tmp_path / "tests" / "browser" / "test_page.py").write_text(
        "import pytest\n\n@pytest.mark.browser\ndef test_page(): pass\n"
    )
    return tmp_path


def test_a_whole_run_passes(folder):
    assert exit_code(folder) == 0


@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
@pytest.mark.parametrize("source", [SKIPS_ITSELF, SKIPS_AT_COLLECTION, LACKS_A_MODULE])
def test_a_skip_fails_in_ci_and_nowhere_else(folder, source, workers):
    (folder / "tests" / "test_skips.py").write_text(source)

    assert exit_code(folder, *workers) == 1
    assert exit_code(folder, *workers, ci="") == 0


def test_leaving_the_browser_out_fails_in_ci_and_nowhere_else(folder):
    assert exit_code(folder, "-m", "not browser") == 1
    assert exit_code(folder, "-m", "not browser", ci="") == 0


def test_a_part_of_the_tests_may_be_run_alone(folder):
    assert exit_code(folder, "tests/test_runs.py") == 0
