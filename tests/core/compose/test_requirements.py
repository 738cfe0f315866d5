"""How an owner's own requirements are led in."""

import pytest

from roles.core.compose.requirements import led_in


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Worked at a senior level", "You have worked at a senior level"),
        ("Knows CNC", "You know CNC"),
        ("know a TMS", "You know a TMS"),
        ("Has a licence", "You have a licence"),
        ("Can read a P&L", "You can read a P&L"),
        ("Able to read a P&L", "You are able to read a P&L"),
        ("Not allergic to bee stings", "You are not allergic to bee stings"),
        ("Not precious", "You are not precious"),
        ("Came up through production", "You have come up through production"),
        ("experienced in retail", "You are experienced in retail"),
        ("7 years in care", "You have 7 years in care"),
        ("5+ years leading a team", "You have 5+ years leading a team"),
        ("Experience of redesign", "You have experience of redesign"),
        # What cannot be led in, and what is right as it is.
        ("You hold a licence", "You hold a licence"),
        ("Qualified accountant", "Qualified accountant"),
        ("Red Seal electrician", "Red Seal electrician"),
        ("Bachelor of Science", "Bachelor of Science"),
        ("Put people first", "Put people first"),
        ("Cut and sew experience", "Cut and sew experience"),
        ("simPRO", "simPRO"),
    ],
)
def test_a_requirement_is_led_in_where_it_can_be(typed, read):
    assert led_in([typed]) == [read]


def test_a_list_keeps_one_form():
    nouns = ["7 years in care", "Level 8 in nursing"]
    assert led_in(nouns) == nouns
    assert led_in(["7 years in care", "run a ward"]) == ["You have 7 years in care", "You have run a ward"]


@pytest.mark.parametrize(
    "thing",
    [
        "Lorry ticket is good to have",
        "job costing",
        "NHS dental contract",
        "OSHA 30 or will get",
        "SVQ4 or nurse or SW",
        "Food or a like trade",
    ],
)
def test_a_thing_that_makes_no_sentence_stays_as_typed(thing):
    assert led_in([thing, "run a ward"])[0] == thing
