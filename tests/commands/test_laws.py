from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from roles.models import PostingRule

pytestmark = pytest.mark.django_db


def said(*arguments):
    out = StringIO()
    call_command("laws", *arguments, stdout=out)
    return out.getvalue()


def test_every_law_is_listed_with_its_source(version):
    lines = said().splitlines()
    assert len(lines) == PostingRule.objects.count()
    assert any(line.startswith("us-co: Colorado, asks, checked on 28 November 2026") for line in lines)
    assert any("ca-ns: Nova Scotia, no duty known" in line for line in lines)


def test_a_check_lists_what_nobody_read_for_six_months_and_fails(version):
    today = timezone.localdate()
    PostingRule.objects.update(checked_on=today - timedelta(days=183))
    assert said("--check").startswith("0 of ")

    PostingRule.objects.filter(key="us-co").update(checked_on=today - timedelta(days=184))
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("laws", "--check", stdout=out)
    assert stopped.value.code == 1
    first, last = out.getvalue().splitlines()
    assert first.startswith("us-co: ")
    assert last.startswith("1 of ")
