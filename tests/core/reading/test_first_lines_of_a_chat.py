"""What is over a posting that somebody was sent, and how a firm is written at its head."""

import pytest

from roles.core.reading import read_posting

BODY = "We make cheese and sell it to shops in the north.\n\nYou will run the dairy and its team of 14."


def facts(*lines):
    return read_posting("\n".join((*lines, "", BODY))).facts


@pytest.mark.parametrize(
    "line",
    [
        "hi, can u post this",
        "Hey team",
        "Hi all",
        "Hi Sam, ad below, thanks Kate",
        "Good morning",
        "pls post",
        "please share",
        "see below",
        "here's the ad",
        "ok here goes",
        "as discussed",
        "draft v2 - please check",
        "Kate Orr, 09:14",
        "---------- Forwarded message ---------",
        "Yo team, we need this live asap",
        "Quick one - can someone stick this on the site",
    ],
)
def test_what_speaks_to_somebody_is_no_firm_and_no_title(line):
    read = facts(line, "", "Director of Operations")
    assert (read.title.value, read.company) == ("Director of Operations", None)
    alone = facts(line).title
    assert alone is None or alone.value != line


@pytest.mark.parametrize(
    "name", ["Hello Fresh", "Morning Glory Bakery", "Dear Zoo Ltd", "Below Deck Ltd", "alder foods"]
)
def test_a_name_that_begins_as_talk_does_stays_the_firm(name):
    assert facts(name, "", "Director of Operations").company.value == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("★ Acme Ltd", "Acme Ltd"),
        ("✦ Acme Ltd ✦", "Acme Ltd"),
        ("Acme Ltd ★★★★☆ 4.1", "Acme Ltd"),
        ("Acme Ltd ✓", "Acme Ltd"),
        ("[Acme Ltd]", "Acme Ltd"),
        ("Company · Acme · Leeds", "Acme"),
        ("acme inc.", "acme inc."),
        ("Acme inc", "Acme inc"),
        ("acme llc", "acme llc"),
        ("Acme pty ltd", "Acme pty ltd"),
        ("acme GMBH", "acme GMBH"),
        ("alder works b.v.", "alder works b.v."),
        ("Alder & sons ltd", "Alder & sons ltd"),
        ("acme foods inc., Boise", "acme foods inc."),
    ],
)
def test_a_firm_behind_a_mark_or_with_its_form_in_any_case(line, name):
    assert facts("Director of Operations", line).company.value == name
    assert facts(line, "Director of Operations").company.value == name


@pytest.mark.parametrize("line", ["Places are limited, apply now", "You work for alder ltd", "Alder AG"])
def test_a_form_in_a_sentence_makes_no_firm_and_no_place(line):
    read = facts("Director of Operations", line)
    assert (read.company and read.company.value) in (None, "Alder AG")
    assert read.place is None
