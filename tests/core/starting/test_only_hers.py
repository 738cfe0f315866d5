"""Beside a text of hers no line of ours speaks of things that she has not: crews, vans, a stockroom."""

import pytest

from roles.core.compose.brief import Brief
from roles.core.content import read_asserting_words
from roles.core.content.asserting import asserted
from roles.core.document import Source
from roles.core.starting import as_scope, make, read_old_text, start

from .test_account import NEEDED, TODAY, templates

NOTE = "Ops director for our joinery\n\n- late jobs, nobody knows why\n- I want my evenings back\n"
AREAS = ("field", "inventory", "facilities", "hiring")


def ours(text, slug="director-of-operations", **answers):
    template = templates()[slug]
    began = start(read_old_text(text), template, today=TODAY)
    brief = Brief(**NEEDED | dict(began.answers) | {"scope": as_scope(AREAS), "industry": "construction", **answers})
    document, _ = make(began, template, brief, version=1)
    sources = {statement.key: statement.text for statement in template.statements()}
    return [sources[item.provenance.name] for item in document.items() if item.provenance.source is Source.STATEMENT]


def things(lines):
    return {entry.words[0] for line in lines for _, entry in asserted(line, read_asserting_words())}


@pytest.mark.parametrize("slug", ["director-of-operations", "operations-director"])
@pytest.mark.parametrize("headcount", [30, 120])
def test_ours_speak_of_no_thing_that_she_does_not_name(slug, headcount):
    lines = ours(NOTE, slug, headcount=headcount)

    assert len(lines) > 5
    assert things(lines) == set()


def test_ours_may_speak_of_what_she_names_or_confirmed():
    named = things(ours(f"{NOTE}- two crews and their vans\n", headcount=120))
    confirmed = things(ours(NOTE, traits=("installs", "stocked-vans"), headcount=120))

    assert "crew" in named | confirmed
    assert named <= {"crew", "vehicle"}
