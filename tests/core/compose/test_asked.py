"""What an owner asks for, as a list in one voice."""

import pytest

from roles.core.compose import asked


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("run a workshop\nknows the regs", ["You have run a workshop.", "You know the regs."]),
        ("5 years in care\nHas led a team", ["You have 5 years in care.", "You have led a team."]),
        # Where one line makes no sentence all stay as she typed them.
        (
            "Has run several sites\nSafe Pass\nknows the regs",
            ["Has run several sites.", "Safe Pass.", "Knows the regs."],
        ),
        ("led managers\nCPR ticket, current by day one", ["Led managers.", "CPR ticket, current by day one."]),
        ("7 years operations, 3 of them multi-site", ["7 years operations, 3 of them multi-site."]),
        ("hotel experience\nGood with Excel\nbasic books", ["Hotel experience.", "Good with Excel.", "Basic books."]),
        (
            "Drives, full licence\nLives 30 minutes away at most",
            ["Drives, full licence.", "Lives 30 minutes away at most."],
        ),
        ("Working with Children Check", ["Working with Children Check."]),
    ],
)
def test_a_list_has_one_voice_and_keeps_her_words(typed, printed):
    assert asked.as_list(typed).split("\n") == printed
