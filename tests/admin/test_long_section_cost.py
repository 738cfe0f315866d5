"""A section of three hundred statements is drawn, and saved, at once."""

from urllib.parse import urlencode

import pytest

from roles.models import Statement
from roles.models.vocabulary import MODELS

from .build import address, form_data, save

ROWS, ROWS_SAVED, QUERIES, QUERIES_TO_SAVE = 300, 100, 12, 60


@pytest.fixture
def section(version):
    return long_section(version, ROWS)


@pytest.fixture
def shorter(version):
    """A section in which a query a row is noticed as well, and which takes a third of the time to be sent."""
    return long_section(version, ROWS_SAVED)


def long_section(version, number_of_rows):
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
        for number in range(number_of_rows)
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


@pytest.mark.parametrize("wrong", [False, True], ids=["saved", "refused"])
def test_to_save_one_takes_few_queries(consultant, shorter, django_assert_max_num_queries, wrong):
    section = shorter
    rows = section.statements.count()
    sent = {f"statements-{number}-position": rows - number for number in range(rows)}
    sent |= {"statements-0-text": "{{ nothing }}" if wrong else "Worth a save.", "statements-1-key": "worth-a-key"}
    save(consultant, section)
    data = urlencode(form_data(section, **sent))
    with django_assert_max_num_queries(QUERIES_TO_SAVE):
        page = consultant.post(address(section), data, content_type="application/x-www-form-urlencoded")

    assert page.status_code == (200 if wrong else 302)
    assert section.statements.filter(text="Worth a save.").exists() is not wrong


def test_a_key_of_another_section_is_refused_beside_its_row(consultant, shorter):
    section = shorter
    other = section.role.sections.exclude(pk=section.pk).first().statements.first()
    numbers = {key: number for number, key in enumerate(section.statements.values_list("key", flat=True))}
    page = save(consultant, section, **{f"statements-{numbers['row-7']}-key": other.key})

    rows = page.context["inline_admin_formsets"][0].formset.forms
    assert {form.instance.pk: form.errors for form in rows if form.errors} == {
        section.statements.get(key="row-7").pk: {"key": ["Statement with this Key already exists."]}
    }
