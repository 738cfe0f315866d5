"""Addresses, links and places that the line breaks of a PDF cut."""

import pytest

from roles.core.reading import read_posting
from roles.core.reading.line_breaks import joined

HEAD = "Operations Director\nBrackley Castings Ltd\n\nWe cast bronze. Run the foundry and the director's own van.\n\n"


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ("Apply to jobs@brack-\nley.example by 10 December.", "jobs@brackley.example"),
        ("Apply to jobs@\nbrackley.example by 10 December.", "jobs@brackley.example"),
        ("Apply to jobs@brackley.\nexample, please.", "jobs@brackley.example"),
        ("Send a CV to jobs@foundry-\ndirector.example.", "jobs@foundry-director.example"),
        (
            "Apply at https://www.brackley.example/ca-\nreers/operations",
            "https://www.brackley.example/careers/operations",
        ),
        (
            "Apply at https://www.brackley.example/\ncareers/director.html today",
            "https://www.brackley.example/careers/director.html",
        ),
        ("Apply at https://brackley.example/work-\nwith-us", "https://brackley.example/work-with-us"),
        ("Apply at https://www.brackley.example\n/careers", "https://www.brackley.example/careers"),
        ("Apply to jobs@brackley.example\nor ring us.", "jobs@brackley.example"),
        ("Apply to jobs@brackley.example.\nwe read all of them", "jobs@brackley.example"),
        ("Apply at https://www.brackley.example/\nwe read all of them", "https://www.brackley.example/"),
    ],
)
def test_where_one_applies(lines, address):
    assert read_posting(HEAD + lines).facts.apply_to[0].value.address == address


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("12 Mill Lane, Otley, West York-\nshire LS21 3AA", "Otley, England"),
        ("Location: Sioux Falls, South Da-\nkota", "Sioux Falls, South Dakota"),
        ("Location: Middles-\nbrough", "Middlesbrough, England"),
    ],
)
def test_where_the_work_is(line, place):
    facts = read_posting(f"Operations Director\nBrackley Castings Ltd\n{line}\n\nWe cast bronze.").facts
    assert facts.place.value.in_full == place


@pytest.mark.parametrize(
    "text", ["Full-\ntime, Part-\ntime", "the day-to-\nday running", "a re-\nading of it", "- one\n- two"]
)
def test_other_words_stay(text):
    assert joined(text) == text
