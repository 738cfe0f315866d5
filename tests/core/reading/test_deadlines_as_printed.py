"""Closing days as boards, forms and notices in two languages print them."""

from datetime import date

import pytest

from roles.core.reading import read_posting
from roles.core.reading.closing import on_day

HEAD = "Director of Operations\nAlder Ltd, Leeds, UK\n{}\n\nWe make cheese and sell it to shops."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("time left to apply\nEnd Date: December 20, 2026 (20 days left to apply)", date(2026, 12, 20)),
        ("Deadline: Priority given to applications received by December 14, 2026", date(2026, 12, 14)),
        ("Deadline: review of applications begins December 7", None),
        ("We start interviewing January 11 and will close the posting on February 26, 2027.", date(2027, 2, 26)),
        ("Dyddiad cau / Closing date:  8 Ionawr / 8 January", date(2027, 1, 8)),
        ("Dyddiad cychwyn / Start date: 8 January", None),
        ("Apply in confidence to jobs@alder.example quoting competition 26-114 by\nJanuary 8, 2027.", date(2027, 1, 8)),
    ],
)
def test_the_closing_day(line, day):
    stated = on_day(read_posting(HEAD.format(line)).facts, date(2026, 11, 29)).closing_date
    assert (stated and stated.value) == day
