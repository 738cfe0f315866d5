"""What an owner asks for, as a list in one voice."""

import pytest

from roles.core.compose import asked, compose
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "You have run 3 restaurants\nFood safety or get ServSafe\nSpanish",
            ["You have run 3 restaurants.", "You speak Spanish.", "You also need: food safety or get ServSafe."],
        ),
        (
            "Has run several sites\nSafe Pass\nmanual handling cert\nknows the regs",
            ["You have run several sites.", "You know the regs.", "You also need: Safe Pass; manual handling cert."],
        ),
        (
            "run a workshop\nteam player\nCold store work",
            ["You have run a workshop.", "You are a team player.", "You also need: cold store work."],
        ),
        # Beside a single line of hers are lines of ours, which are sentences.
        ("laundry experience\nforklift lic", ["Laundry experience.", "Forklift lic."]),
        ("job costing", ["You need: job costing."]),
        # One voice as they are.
        ("hotel experience\nGood with Excel\nbasic books", ["Hotel experience.", "Good with Excel.", "Basic books."]),
        # Somebody is no thing to have, and a sentence is nothing to list.
        (
            "run a crew\nRed Seal electrician or similar\nMust not mind cold",
            ["You have run a crew.", "Red Seal electrician or similar.", "Must not mind cold."],
        ),
    ],
)
def test_her_things_join_sentences_and_keep_her_words(typed, printed):
    assert asked.required(typed).split("\n") == printed


def test_what_would_be_nice_is_beside_no_line_of_ours():
    assert asked.preferred("retrofit grants\nfluent Irish") == "Retrofit grants.\nFluent Irish."
    mixed = "You have used Syspro.\nAlso welcome: retrofit grants."
    assert asked.preferred("have used Syspro\nretrofit grants") == mixed


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_list_that_ours_join_has_one_voice(slug):
    made = compose(shipped.role(slug), brief(own_required="hotel experience"), version=1)
    [section] = [section for section in made.sections if section.purpose is Purpose.REQUIRED]
    assert len(section.items) > 1
    assert all(item.text.startswith("You ") for item in section.items)
