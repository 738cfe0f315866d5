"""The posting law and the switches as rows: loaded once, then the consultants'."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from roles.core import content
from roles.core.review import RULES, Rules
from roles.models import PostingRule, ReviewRuleSwitch
from roles.models.review import current_rules

pytestmark = pytest.mark.django_db


def load(**options):
    out = StringIO()
    call_command("load_content", stdout=out, **options)
    return out.getvalue()


def test_the_rows_state_what_the_file_states():
    assert current_rules() == Rules(posting_rules=content.read_posting_rules())


def test_there_is_a_switch_for_each_rule():
    assert set(ReviewRuleSwitch.objects.values_list("rule", flat=True)) == {rule.id for rule in RULES}
    assert ReviewRuleSwitch.objects.get(rule="age").title == next(rule.title for rule in RULES if rule.id == "age")


def test_the_rules_cost_two_queries_once_the_laws_are_read(django_assert_num_queries):
    with django_assert_num_queries(3):
        current_rules()
    with django_assert_num_queries(2):
        current_rules()


def test_what_is_switched_off_is_switched_off_at_once():
    ReviewRuleSwitch.objects.filter(rule="age").update(switched_off=True, reason="Ours to say.")

    assert current_rules().switched_off == {"age"}


def test_an_edit_counts_once_published_and_stays_until_changed_again(publish_kinds):
    PostingRule.objects.filter(key="us-ca").update(checked_on=date(2026, 11, 20), min_employees=20)
    assert current_rules().posting_rules == content.read_posting_rules()
    publish_kinds("laws")

    rule = next(rule for rule in current_rules().posting_rules if rule.key == "us-ca")
    assert (rule.checked_on, rule.min_employees) == (date(2026, 11, 20), 20)
    assert "us-ca: edited here, left as it is" in load()
    assert "1 updated" in load(overwrite=True, publish=True)
    assert current_rules().posting_rules == content.read_posting_rules()


def test_a_switch_is_never_loaded_over():
    ReviewRuleSwitch.objects.filter(rule="age").update(switched_off=True, reason="Ours to say.")
    load(overwrite=True)

    assert current_rules().switched_off == {"age"}


@pytest.mark.parametrize(
    "fields",
    [
        {"min_employees": 0},
        {"remote_reach": "everywhere"},
        {"effective_from": date(2026, 1, 2), "effective_until": date(2026, 1, 2)},
    ],
)
def test_the_database_refuses_a_rule_that_makes_no_sense(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        PostingRule.objects.filter(key="us-ca").update(**fields)


def test_a_rule_is_switched_off_for_a_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewRuleSwitch.objects.update(switched_off=True)


def test_the_rules_are_one_value_until_one_of_them_changes():
    before = current_rules()
    assert current_rules() is before
    ReviewRuleSwitch.objects.filter(rule="age").update(switched_off=True, reason="Not here.")

    assert current_rules().switched_off == {"age"}
    assert current_rules().posting_rules is before.posting_rules
