"""A text of one long line is read in the time of its length, whatever it is made of."""

import time

import pytest

from roles.core.reading import read_posting


def took(text):
    start = time.process_time()
    read_posting(text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", ["İ", "A", "İ.", "Reno, İ; ", "Leeds (HQ) and "])
def test_a_line_four_times_as_long_takes_no_ten_times_as_long(unit):
    read_posting("a")
    short, long = (min(took(unit * (size // len(unit))) for _ in range(2)) for size in (4_000, 16_000))
    assert long < 10 * short
