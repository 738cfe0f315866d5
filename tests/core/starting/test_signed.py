"""A text kept in its order keeps its greeting and whoever signs it; what a page or a mail's program set stays out."""

import pytest

from roles.core.starting import Became

from .test_account import entry, posting
from .test_her_order import GARDENS, headings, hers

LETTER = (
    "My name is Joanne Sundby and I own a honey business. We run 4200 hives with nine people outside Jamestown.\n\n"
    + GARDENS.partition("Why this job exists\n")[2].replace("Ready?", "To apply")
)
HEADED = "Operations Director, Sundby Honey\n\n"


@pytest.mark.parametrize("greeting", ["Hi,", "Hello there,", "Dear all,"])
@pytest.mark.parametrize("closing", ["Thanks\nJoanne", "Kind regards,\nJoanne Sundby", "Cheers, Joanne"])
def test_a_greeting_and_whoever_signs_stay(greeting, closing):
    _, _, document, account = posting(f"{HEADED}{greeting}\n\n{LETTER}\n{closing}\n")
    for line in (greeting, *closing.split("\n")):
        assert line in hers(document)
        assert entry(account, line).became is Became.KEPT


@pytest.mark.parametrize("last", ["Joanne", "Joanne Sundby, owner", "- Joanne & Dale", "EOE", "M/F/D/V EOE"])
def test_a_name_and_a_line_on_equality_at_the_end_stay(last):
    document = posting(f"{HEADED}{LETTER}\n{last}\n")[2]
    assert any(last.lstrip("- ") in line for line in hers(document))
    assert last not in headings(document)


def test_what_a_mail_or_a_page_set_around_it_stays_out():
    around = ["From: Joanne Sundby <joanne@sundbyhoney.example>", "Sent: Monday, 2 March 2026 9:14"]
    text = "\n".join(around) + f"\n\n{HEADED}Hi,\n\n{LETTER}\nThanks\nJoanne\n\nSent from my iPhone\n"
    lines = hers(posting(text)[2])
    assert {"Hi,", "Thanks", "Joanne"} <= set(lines)
    assert not any(line.startswith(("From", "Sent")) for line in lines)


@pytest.mark.parametrize(
    "name", ["Aoife Ní Mhaoláin, owner", "Jo Wye, managing director", "Ann O'Dea & Sam Bell, partners", "Aoife Byrne"]
)
def test_a_name_near_the_end_is_no_heading(name):
    end = f"Contact aoife@harrow.example.\n\n{name}\nHarrow & Finch is an equal opportunities employer.\n"
    _, _, document, _ = posting(f"{GARDENS}{end}")
    assert name not in headings(document)
    assert name in hers(document)


@pytest.mark.parametrize("heading", ["Living here", "Our Story", "Equal Opportunity", "Safety, always"])
def test_a_heading_near_the_end_is_one_still(heading):
    end = f"{heading}\nHarrow & Finch is an equal opportunities employer and welcomes everybody who can do the work.\n"
    assert heading in headings(posting(f"{GARDENS}\n{end}")[2])
