"""A section of three hundred statements is drawn at once."""

import pytest

from roles.models import Statement
from roles.models.vocabulary import MODELS

from .build import address

ROWS, QUERIES = 300, 12


@pytest.fixture
def section(version):
    section = version.role.sections.get(key="skills")
    rows = Statement.objects.bulk_create(
        Statement(
            section=section,
            key=f"row-{number}",
            text=f"Runs the plan of day {number}, and puts it right by noon with those it concerns.",
            focus="operational",
            position=100 + number,
            leads=["managers"],
            question="How would you begin?",
        )
        for number in range(ROWS)
    )
    for name, model in MODELS.items():
        through = getattr(Statement, name).through
        tied = model.objects.values_list("pk", flat=True)[:2]
        field = f"{model._meta.model_name}_id"
        through.objects.bulk_create(through(statement_id=row.pk, **{field: pk}) for row in rows for pk in tied)
    return section


def test_a_section_of_three_hundred_statements_costs_few_queries(consultant, section, django_assert_max_num_queries):
    consultant.get(address(section))  # its templates are read once
    with django_assert_max_num_queries(QUERIES):
        page = consultant.get(address(section))

    assert page.content.decode().count('id="statement-row-') == ROWS
