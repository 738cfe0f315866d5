"""The command on a part of the combinations: CI's gate runs it on all of them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.core.content import report


@pytest.fixture(autouse=True)
def few_combinations(monkeypatch):
    monkeypatch.setattr(report, "HEADCOUNT_BANDS", report.HEADCOUNT_BANDS[1:2])
    monkeypatch.setattr(report, "NEED_SETS", {"mixed": report.NEED_SETS["mixed"]})
    monkeypatch.setattr(report, "NEEDS_MAX", 1)


def test_the_shipped_content_keeps_its_promises():
    out = StringIO()
    call_command("content_report", stdout=out)

    lines = out.getvalue().splitlines()
    assert len(lines) == 2 + 2 * 10 * 2
    assert lines[-1].endswith("0 problems")


def test_a_posting_that_falls_outside_fails_the_command(monkeypatch):
    monkeypatch.setattr(report, "WORDS", (400, 410))

    with pytest.raises(CommandError, match=r"words is .*, outside 400 to 410"):
        call_command("content_report", quiet=True, stdout=StringIO())
