import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
# The one place that names the pure core: what mypy reads strictly.
(CORE,) = SETTINGS["mypy"]["files"]
PURE = sorted(path for path in (ROOT / CORE).rglob("*") if path.suffix == ".py")
CONTENT = sorted((ROOT / "roles" / "content").rglob("*.yaml"))

WITHOUT_DJANGO = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ImportError("the pure core asked for " + name)

sys.meta_path.insert(0, Blocker())

from datetime import date

import roles.core.codec, roles.core.diff, roles.core.compose, roles.core.content, roles.core.document
import roles.core.editing, roles.core.exports, roles.core.finder, roles.core.review

brief = roles.core.content.example_briefs()["bakery-leeds"]
for slug in roles.core.content.role_slugs():
    document = roles.core.compose.compose(roles.core.content.read_role(slug), brief, version=3)
    for form in roles.core.exports.FORMATS.values():
        print(form.write(document, roles.core.exports.Listing(date_posted=date(2027, 1, 30))))
finder = roles.core.content.read_title_finder()
print(roles.core.finder.find(finder.questions, {"missing": "running"}).verdict)
print(len(roles.core.content.read_comparison()))
assert not any(name.partition(".")[0] == "django" for name in sys.modules)
"""

DUMPS = """
import json, sys
from roles.core import codec, content
from roles.core.compose import compose

for slug in content.role_slugs():
    template = content.read_role(slug)
    for name, brief in content.example_briefs().items():
        print(slug, name, json.dumps(codec.dump(compose(template, brief, version=3))))
"""


def python(code: str, **environment: str) -> str:
    """Run the code in a fresh process of this interpreter; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_core_composes_and_exports_where_django_cannot_be_imported():
    assert "Harbour Lane Bakery" in python(WITHOUT_DJANGO)


def test_the_blocker_of_that_test_blocks():
    blocked = WITHOUT_DJANGO.replace("import roles.core.codec", "import django.conf, roles.core.codec")
    with pytest.raises(AssertionError, match=r"the pure core asked for django"):
        python(blocked)


def test_docstrings_are_asked_for_where_types_are():
    (place,) = (name for name, codes in SETTINGS["ruff"]["lint"]["per-file-ignores"].items() if codes == ["D103"])
    assert place == f"!{CORE}/**"


def test_there_are_pure_files_to_look_at():
    some = {"codec.py", "document.py", "composition.py", "markdown.py", "result.py"}
    assert some <= {path.name for path in PURE}


@pytest.mark.parametrize("path", [*PURE, *CONTENT], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pure_file_names_the_framework(path):
    assert "django" not in path.read_text(encoding="utf-8").lower()


def test_fresh_processes_with_other_hash_seeds_compose_the_same_bytes():
    first, second = (python(DUMPS, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.count("\n") >= 8
    assert first == second
