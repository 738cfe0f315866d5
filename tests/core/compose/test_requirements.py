"""How an owner's own requirements are led in."""

import pytest

from roles.core.compose.requirements import in_one_voice


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
        # What cannot be led in, and what is right as it is.
        ("You hold a licence", "You hold a licence"),
        ("Experience of redesign", "Experience of redesign"),
        ("5 years over more than one location", "5 years over more than one location"),
        ("Qualified accountant", "Qualified accountant"),
        ("Red Seal electrician", "Red Seal electrician"),
        ("Bachelor of Science", "Bachelor of Science"),
        ("Put people first", "Put people first"),
        ("Cut and sew experience", "Cut and sew experience"),
        ("simPRO", "simPRO"),
    ],
)
def test_a_requirement_is_led_in_where_it_can_be(typed, read):
    assert in_one_voice([typed]) == [read]
