"""The example postings of the home page."""

from datetime import date

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.content.reading import read_examples
from roles.core.review import Level, Rules, review
from tests import shipped

TODAY = date(2026, 11, 28)


def test_each_shipped_role_has_an_example():
    assert set(read_examples()) == set(content.role_slugs())


@pytest.mark.parametrize("slug", sorted(read_examples()))
def test_nothing_in_an_example_must_or_should_be_fixed(slug):
    brief = read_examples()[slug]
    document = compose(shipped.role(slug), brief, version=1)
    found = review(document, brief, Rules(posting_rules=content.read_posting_rules()), TODAY)
    assert [finding for finding in found if finding.level in (Level.MUST_FIX, Level.SHOULD_FIX)] == []
    lines = {item.text for section in document.sections for item in section.items}
    assert lines >= set(brief.own_duties.splitlines())
