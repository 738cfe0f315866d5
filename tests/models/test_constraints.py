import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from roles.models import Need, Posting, Role, Section, Statement


@pytest.fixture
def section(version):
    return version.role.sections.first()


REFUSED = {
    "statement_focus_known": [{"focus": "tactical"}],
    "statement_headcount_in_order": [{"headcount_min": 50, "headcount_max": 10}],
    "statement_milestone_has_its_day": [
        {"milestone": "A plan"},
        {"milestone_day": 30},
        {"milestone": "A plan", "milestone_day": 45},
    ],
}
EACH_REFUSED = pytest.mark.parametrize("fields", [fields for each in REFUSED.values() for fields in each])


def statement(section, fields):
    return Statement(**{"section": section, "key": "k", "text": "T.", "focus": "shared"} | fields)


@EACH_REFUSED
def test_the_database_refuses_a_statement(section, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        statement(section, fields).save()


@EACH_REFUSED
def test_a_form_refuses_the_statement_that_the_database_would(section, fields):
    with pytest.raises(ValidationError):
        statement(section, fields).full_clean()


def test_what_is_tried_is_each_constraint_of_a_statement():
    assert set(REFUSED) == {constraint.name for constraint in Statement._meta.constraints}


def test_to_check_a_statement_asks_the_database_for_its_key_and_section(section, django_assert_num_queries):
    with django_assert_num_queries(2):
        statement(section, {}).full_clean()


@pytest.mark.parametrize("fields", [{"pick": 0}, {"kind": "table"}, {"key": "responsibilities"}])
def test_the_database_refuses_a_section(section, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.create(**{"role": section.role, "key": "k", "heading": "H"} | fields)


@pytest.mark.parametrize("fields", [{"focus": "shared"}, {"balance_min": 90, "balance_max": 60}, {"balance_max": 101}])
def test_the_database_refuses_a_role(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Role.objects.create(**{"slug": "s", "title": "T", "focus": "strategic"} | fields)


def test_the_database_refuses_a_need_of_unknown_focus(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Need.objects.create(key="k", phrase="P", focus="x")


def test_the_database_refuses_a_posting_without_its_secret(posting):
    with pytest.raises(IntegrityError), transaction.atomic():
        Posting.objects.filter(pk=posting.pk).update(secret="")


def test_a_statements_key_is_its_own(section):
    first = section.statements.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.create(section=section, key=first.key, text="T.", focus="shared")
