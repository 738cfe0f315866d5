from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose import compose, preview
from roles.core.compose.brief import Brief
from roles.core.compose.preview import BLANKS
from roles.core.exports import text
from tests import shipped
from tests.core.compose.build import posting, section, statement, template, texts
from tests.strategies import briefs

ROLES = [shipped.role(slug) for slug in content.role_slugs()]
FIELDS = [name for name in Brief.__dataclass_fields__ if name != "schema"]
WHOLE = {"company": "Ox", "industry": "retail", "headcount": 12, "place": "Cork"}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
@given(brief=briefs())
def test_of_a_whole_brief_it_is_the_posting(role, brief):
    answers = {name: getattr(brief, name) for name in FIELDS}

    assert preview(role, answers, version=3) == compose(role, brief, version=3)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
@given(brief=briefs(), kept=st.sets(st.sampled_from(FIELDS)))
def test_whatever_is_missing_there_is_something_to_see(role, brief, kept):
    answers = {name: getattr(brief, name) for name in FIELDS if name in kept}

    words = text.write(preview(role, answers, version=3))

    for name, label in BLANKS.items():
        if name in ("company", "place"):
            assert (f"[{label}]" in words) == (name not in kept)
    for mark in ("None", "{{", "{%"):
        assert mark not in words or any(mark in str(value) for value in answers.values())


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_of_nothing_every_required_answer_is_a_blank(role):
    words = text.write(preview(role, {}, version=1))

    for label in BLANKS.values():
        assert f"[{label}]" in words
    assert "30" not in words.replace("day 30", "")


def test_statements_bound_to_a_headcount_wait_for_it():
    only = template(section(statement("any"), statement("small", headcount_max=50)))
    answers = {name: value for name, value in WHOLE.items() if name != "headcount"}

    assert [item.provenance.name for item in preview(only, answers, version=1).items()] == ["any"]
    assert len(list(preview(only, WHOLE, version=1).items())) == 2


def test_an_unknown_headcount_can_be_compared_and_is_printed_as_a_blank():
    only = template(
        section(statement("one", "Lead {% if headcount > 10 %}all{% else %}the{% endif %} {{ headcount }}."))
    )

    assert [item.text for item in preview(only, {}, version=1).items()] == ["Lead all [how many]."]


def test_a_missing_optional_answer_leaves_its_statement_out():
    only = statement("goal", "Reach this: {{ goal }}.")

    assert not list(preview(template(section(only, statement("any"))), WHOLE, version=1).items())[1:]
    assert not list(posting(only).items())


def test_days_and_pay_appear_as_they_are_given():
    words = text.write(preview(ROLES[0], {"valid_through": date(2031, 5, 4)}, version=1))

    assert "Apply by: 4 May 2031" in words


def test_a_blank_number_is_not_taken_for_the_number_it_compares_as():
    text = "{% if headcount > 1 %}{{ headcount }} people{% endif %}"
    role = template(section(statement("size", text)))
    for answers, said in (({"headcount": 30}, "30 people"), ({}, "[how many] people")):
        assert texts(preview(role, answers, version=1)) == [said]
