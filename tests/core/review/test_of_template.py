"""The review of a template finds what its owners would be shown, in any line and for any business."""

from dataclasses import replace
from datetime import date

import pytest

from roles.core.compose.readings import readings
from roles.core.content import example_briefs
from roles.core.review import Level, Rules
from roles.core.review.of_template import line_findings, must_fix
from tests import shipped

TODAY = date(2026, 11, 28)
RULES = Rules()
SLUGS = ("operations-director", "director-of-operations")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Runs {{ company }}.", ("Runs Harbour Bakery.",)),
        ("{{ about }}", ()),
        ("{{ compny }", ()),
        ("{{ goal }} first.", ("orders leave on time 97% of the time first.",)),
        ("A{% if several_sites %} of all sites{% else %} of one{% endif %}.", ("A of all sites.", "A of one.")),
        ("Keeps{% if budget %} {{ budget }}{% endif %} whole.", ("Keeps $1.2 million a year whole.", "Keeps whole.")),
    ],
)
def test_a_statement_is_read_with_each_answer_given_and_missing(text, said):
    assert readings(text) == said


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("You must be under 35.", "age"),
        ("Owns {% if budget %}the budget{% else %}what is ..... left{% endif %}.", "blanks"),
        ("Pays xx a year.", "blanks"),
    ],
)
def test_a_line_with_what_must_be_fixed_is_found_whatever_is_answered(text, rule):
    found = line_findings(text, None, RULES, TODAY)
    assert [finding.rule for finding in found if finding.level is Level.MUST_FIX] == [rule]


def test_a_line_of_plain_words_is_left_alone():
    assert line_findings("Runs the daily plan, and puts it right by noon.", None, RULES, TODAY) == []


def test_the_most_urgent_finding_of_a_line_comes_first():
    found = line_findings("A rockstar, between 25 and 35 years old.", None, RULES, TODAY)
    assert [finding.level for finding in found] == sorted([f.level for f in found], key=list(Level).index)
    assert found[0].level is Level.MUST_FIX


@pytest.mark.parametrize("slug", SLUGS)
def test_the_shipped_templates_have_nothing_to_fix(slug):
    assert must_fix(shipped.role(slug), example_briefs(), RULES, TODAY) == []


def flawed(template, section, text, **fields):
    """The template with one more statement in a section."""
    sections = []
    for one in template.sections:
        if one.key == section:
            extra = replace(one.statements[0], key="extra", text=text, required=False, **fields)
            one = replace(one, statements=(*one.statements, extra))
        sections.append(one)
    return replace(template, sections=tuple(sections))


def test_a_line_that_no_example_takes_is_found():
    template = flawed(shipped.role(SLUGS[0]), "skills", "You must be under 35.", headcount_min=499, headcount_max=500)
    (flaw,) = must_fix(template, example_briefs(), RULES, TODAY)
    assert (flaw.section, flaw.statement, flaw.business) == ("skills", "extra", "")


def test_a_heading_left_blank_is_found_once_for_all_examples():
    template = shipped.role(SLUGS[0])
    first, *rest = template.sections
    template = replace(template, sections=(replace(first, heading="About [Company Name]"), *rest))
    (flaw,) = must_fix(template, example_briefs(), RULES, TODAY)
    assert (flaw.section, flaw.statement) == (first.key, None)
    assert flaw.business in example_briefs()


def test_a_rule_that_is_switched_off_finds_nothing():
    template = flawed(shipped.role(SLUGS[0]), "skills", "You must be under 35.")
    assert must_fix(template, {}, Rules(switched_off=frozenset({"age"})), TODAY) == []
