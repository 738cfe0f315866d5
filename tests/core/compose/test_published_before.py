"""Versions as they were published before sections had a purpose (schema 1) and after: each composes the same posting as
on the day it was published."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from roles.core import codec
from roles.core.compose import Brief, RoleTemplate, compose
from roles.core.exports import text
from roles.core.exports.blocks import apply_address
from roles.core.limits import Purpose
from roles.core.review import Rules, review
from roles.core.review.leaning import leaning

PUBLISHED = Path(__file__).parent / "published"
SCHEMAS = ("schema-1", "schema-2")


def snapshot(name):
    return json.loads((PUBLISHED / f"{name}.json").read_text())


def posting(template):
    return compose(template, codec.load(Brief, snapshot("brief")), version=3)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_version_composes_the_same_bytes(name):
    template = codec.load(RoleTemplate, snapshot(name))
    assert text.write(posting(template)).encode() == (PUBLISHED / f"{name}.txt").read_bytes()


def test_sections_published_without_a_purpose_have_the_one_their_key_meant():
    template = codec.load(RoleTemplate, snapshot("schema-1"))
    purposes = {section.key: section.purpose for section in template.sections}
    assert purposes["responsibilities"] is Purpose.DUTIES
    assert purposes["success"] is Purpose.MEASURES
    assert purposes["apply"] is Purpose.APPLY


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_spelling_of_section_keys_changes_nothing(name):
    template = codec.load(RoleTemplate, snapshot(name))
    keys = [section.key for section in template.sections]
    # Each gets the key of another: whoever reads a key reads the wrong part.
    sections = (replace(section, key=key) for section, key in zip(template.sections, [*keys[1:], keys[0]], strict=True))
    before, after = posting(template), posting(replace(template, sections=tuple(sections)))
    assert text.write(after) == text.write(before)
    assert leaning(after) == leaning(before)
    assert apply_address(after) == apply_address(before) != ""
    found, again = (
        [(finding.id, finding.message) for finding in review(document, None, Rules(), date(2026, 11, 2))]
        for document in (before, after)
    )
    assert again == found
