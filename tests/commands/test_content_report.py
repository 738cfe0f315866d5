"""The command on a part of the grid: CI's gate runs it on all of it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.core.content import report

ALL = report.rows


@pytest.fixture(autouse=True)
def few_rows(monkeypatch):
    monkeypatch.setattr("roles.management.commands.content_report.rows", lambda: ALL(part=200))


def test_the_shipped_content_keeps_its_promises():
    out = StringIO()
    call_command("content_report", stdout=out)

    lines = out.getvalue().splitlines()
    assert len(lines) == 1 + len(list(ALL(part=200))) + 1
    assert lines[-1].endswith("0 problems")


def test_a_posting_that_falls_outside_fails_the_command(monkeypatch):
    monkeypatch.setattr(report, "WORDS", (400, 410))

    with pytest.raises(CommandError, match=r"words is .*, outside 400 to 410"):
        call_command("content_report", quiet=True, stdout=StringIO())
