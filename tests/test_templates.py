"""The habits of the templates, read from their source."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parent.parent / "templates"
SOURCES = {path.relative_to(TEMPLATES).as_posix(): path.read_text() for path in sorted(TEMPLATES.rglob("*.html"))}


def lines_with(pattern, text):
    return [number for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)]


def test_there_are_templates():
    assert {"base.html", "roles/posting_detail.html", "admin/index.html"} <= set(SOURCES)


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"^.{161}", id="longer than 160 characters"),
        pytest.param(r"\{%\s*endblock\s*%\}", id="an endblock without a name"),
        pytest.param(r"<style|\sstyle=", id="an inline style"),
        pytest.param(
            r"<script(?![^>]*(\ssrc=|\stype=\"application/ld\+json\"))|\son[a-z]+=|javascript:", id="an inline script"
        ),
        pytest.param(r"<script(?![^>]*\stype=\"(module|application/ld\+json)\")", id="a script that is no module"),
        pytest.param(r"[ \t]+$", id="a space at the end"),
    ],
)
def test_no_line_has(pattern):
    assert {name: found for name, text in SOURCES.items() if (found := lines_with(pattern, text))} == {}


def test_extends_comes_first():
    late = [name for name, text in SOURCES.items() if "{% extends" in text and not text.startswith("{% extends")]
    assert late == []


def test_a_partial_begins_with_an_underscore():
    included = {target for text in SOURCES.values() for target in re.findall(r"\{% include \"([^\"]+)\"", text)}
    ours = included & set(SOURCES)
    assert ours
    assert [name for name in ours if not Path(name).name.startswith("_")] == []


def test_no_partial_is_left_over():
    code = "".join(path.read_text() for path in (TEMPLATES.parent / "roles").rglob("*.py"))
    text = code + "".join(SOURCES.values())
    partials = [name for name in SOURCES if Path(name).name.startswith("_")]
    assert partials
    assert [name for name in partials if f'"{name}"' not in text] == []
