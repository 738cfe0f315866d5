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

BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ImportError("the pure core asked for " + name)

sys.meta_path.insert(0, Blocker())
"""

EVERYTHING = """
import hashlib, json
from datetime import date
from roles.core import codec, content, diff, editing, exports, finder, review
from roles.core.compose import compose
from roles.core.review.reading import read_text
from tests.core.exports.build import long_posting

listing, day = exports.Listing(date_posted=date(2027, 1, 30)), date(2027, 1, 30)
rules = review.Rules(posting_rules=content.read_posting_rules())

def show(name, words):
    print(name, hashlib.sha256(words if isinstance(words, bytes) else words.encode()).hexdigest())

def dump(name, document, brief):
    show(name + " document", json.dumps(codec.dump(document)))
    for extension, form in exports.FORMATS.items():
        if form.can_write(document):
            show(name + " " + extension, form.write(document, listing))
    show(name + " review", repr(review.review(document, brief, rules, day)))

roles = [content.read_role(slug) for slug in content.role_slugs()]
for role, name in zip(roles, ("bakery-leeds", "clinic-halifax"), strict=True):
    brief = content.example_briefs()[name]
    dump(role.slug + " " + name, compose(role, brief, version=3), brief)
dump("three thousand words", long_posting(), None)
print(diff.summary(diff.compare(*roles)))
print(finder.find(content.read_title_finder().questions, {"missing": "running"}).verdict)
print(len(content.read_comparison()), editing.stock(roles[0], brief, version=3).composed.title)
print(read_text("Duties: Lead.").title)
assert not any(name.partition(".")[0] == "django" for name in sys.modules)
"""


# Each module, whether anything above uses it or not.
IMPORT_ALL = "".join(
    f"import {'.'.join(path.relative_to(ROOT).with_suffix('').parts).removesuffix('.__init__')}\n" for path in PURE
)


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


def test_without_django_all_is_the_same_bytes_whatever_the_hash_seed():
    """Both processes may import nothing of Django; the second has another language, too."""
    first = python(BLOCKER + IMPORT_ALL + EVERYTHING, PYTHONHASHSEED="1")
    second = python(BLOCKER + EVERYTHING, PYTHONHASHSEED="2", LC_ALL="C")
    assert first.count("\n") >= 3 * 9
    assert first == second


def test_the_blocker_of_that_test_blocks():
    with pytest.raises(AssertionError, match=r"the pure core asked for django"):
        python(BLOCKER + "import django.conf")


def test_docstrings_are_asked_for_where_types_are():
    (place,) = (name for name, codes in SETTINGS["ruff"]["lint"]["per-file-ignores"].items() if codes == ["D103"])
    assert place == f"!{CORE}/**"


def test_there_are_pure_files_to_look_at():
    some = {"codec.py", "document.py", "composition.py", "markdown.py", "result.py"}
    assert some <= {path.name for path in PURE}


def test_no_pure_file_names_the_framework():
    naming = [path for path in [*PURE, *CONTENT] if "django" in path.read_text(encoding="utf-8").lower()]
    assert len(CONTENT) > 3
    assert naming == []
