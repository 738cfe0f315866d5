"""What installs is what was tested: the gate that compares locks with their .in files, on copies of both."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path):
    for path in ROOT.glob("requirements*"):
        shutil.copy(path, tmp_path)
    return tmp_path


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not once in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def disagreements(folder):
    """What the gate prints, and nothing where it passes."""
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "locks.py", folder], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode == 0) == (not done.stderr)
    return done.stderr


def block(path, name):
    """The lines of one package in a lock."""
    _, _, rest = path.read_text(encoding="utf-8").partition(f"\n{name}==")
    lines = rest.splitlines()
    end = next(number for number, line in enumerate(lines) if number and not line.startswith("    "))
    return f"{name}==" + "\n".join(lines[:end]) + "\n"


def test_the_locks_and_their_sources_agree():
    assert disagreements(ROOT) == ""


def test_a_requirement_without_a_lock_is_found(folder):
    with (folder / "requirements.in").open("a") as source:
        source.write("requests~=2.32  # asks\n")

    found = disagreements(folder)
    assert "requirements.txt lacks requests~=2.32, which requirements.in asks for" in found
    assert "requirements-dev.txt lacks requests~=2.32" in found


def test_a_range_that_the_lock_is_outside_of_is_found(folder):
    change(folder / "requirements.in", "gunicorn~=27.0 ", "gunicorn~=26.0 ")
    assert "and requirements.in asks for gunicorn~=26.0" in disagreements(folder)


def test_what_nothing_leads_to_any_more_is_found(folder):
    change(folder / "requirements.in", "django-csp~=4.0 ", "# ")
    found = disagreements(folder)
    assert "requirements.txt has django-csp, which nothing in requirements.in leads to" in found


def test_a_lost_package_of_a_package_is_found(folder):
    lock = folder / "requirements.txt"
    change(lock, block(lock, "sqlparse"), "")
    assert "which django asks for" in disagreements(folder)


@pytest.mark.parametrize("lines", ["sqlparse>=0.5\n", "sqlparse==0.6.1\n", "-e ../sqlparse\n"])
def test_a_line_without_a_version_and_hashes_is_found(folder, lines):
    lock = folder / "requirements.txt"
    change(lock, block(lock, "sqlparse"), lines)
    assert f"not a version with its hashes: {lines.strip()}" in disagreements(folder)


def test_a_development_lock_of_other_versions_is_found(folder):
    lock = folder / "requirements-dev.txt"
    change(lock, "\nsqlparse==", "\nsqlparse==9.")
    assert "requirements-dev.txt has sqlparse 9.0.6.1, requirements.txt 0.6.1" in disagreements(folder)


def test_no_lock_names_an_index_or_a_machine():
    for lock in ROOT.glob("requirements*.txt"):
        lines = lock.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if "://" in line or line.startswith(("-i", "--", "/")) or " /" in line] == []
