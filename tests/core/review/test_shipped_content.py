"""The shipped content passes its own review, whatever an owner answers."""

from datetime import date

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.content.report import rows
from roles.core.review import Level, Rules, review
from tests import shipped
from tests.profiles import PROFILE

TODAY = date(2026, 11, 23)
RULES = Rules(posting_rules=content.read_posting_rules())
# One in so many businesses: a prime, so that each industry, headcount and way of answering comes up.
EACH = 29 if PROFILE == "fast" else 1


def faults(document, brief):
    keys = {section.key: section for section in document.sections}
    for found in review(document, brief, RULES, TODAY):
        if found.level is not Level.CONSIDER:
            item = keys[found.place.section].items[found.place.item] if found.place.item is not None else None
            yield found.id, item.provenance.name if item else "", found.words or found.message


def test_nothing_of_it_must_or_should_be_fixed():
    found = {}
    count = 0
    for row in rows(EACH):
        count += 1
        for fault in faults(row.document, row.brief):
            found.setdefault(fault, f"{row.role}, {row.brief.industry}, {row.brief.headcount}")
    assert count > 60
    assert found == {}


@pytest.mark.parametrize("slug", content.role_slugs())
@pytest.mark.parametrize("name", sorted(content.example_briefs()))
def test_nor_in_the_postings_of_the_example_businesses(slug, name):
    brief = shipped.brief(name)
    assert list(faults(compose(shipped.role(slug), brief, version=1), brief)) == []
