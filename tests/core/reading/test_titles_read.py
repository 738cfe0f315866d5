"""The title with what the post is over, without the business, and of a text that names it in a sentence."""

import pytest

from roles.core.reading import read_posting


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Operations Director – Retail and Logistics", "Operations Director – Retail and Logistics"),
        ("Operations Lead — self storage", "Operations Lead — self storage"),
        ("Operations Director – Bramble Toys", "Operations Director"),
        ("Operations Director – permanent", "Operations Director"),
        ("Betriebsleiter:in (m/w/d) – Bäckerei", "Betriebsleiter:in (m/w/d) – Bäckerei"),
        ("Depute Operations Director / Oban Boats / Oban, Scotland", "Depute Operations Director"),
        ("Operations Lead / Directrice des opérations", "Operations Lead / Directrice des opérations"),
        ("We Want An Operations Director At Bramble Toys!", "Operations Director"),
        ("VP, Operations – Bramble Toys (Remote)", "VP, Operations"),
        ("Hello all, news from the bakery\n\nWe need an ops manager who likes mornings.", "ops manager"),
        ("Operations Co-ordinator needed by toy makers. You will plan the week.", "Operations Co-ordinator"),
        ("Bramble Toys of Leeds seeks a Nursery Operations Director.", "Nursery Operations Director"),
        ("Hey, we hire! Operations & Stock Manager for Bramble Toys.", "Operations & Stock Manager"),
        ("Wanted: a calm hand.\n\nThe title is General Manager, Mill Operations.", "General Manager, Mill Operations"),
        ("Operations Director £62,000 Leeds", "Operations Director"),
        ("Join us as Head of Operations!", "Head of Operations"),
        ("can we advertise for an operations director", "operations director"),
        ("Operations Director Dublin", "Operations Director"),
        ("OPERATIONS DIRECTOR, LEEDS, 55K", "OPERATIONS DIRECTOR"),
        ("HIRING DIRECTOR OF OPERATIONS $85K PLUS BONUS", "DIRECTOR OF OPERATIONS"),
        ("Operations Manager Retail", "Operations Manager Retail"),
        ("Group Operations Director EMEA", "Group Operations Director EMEA"),
        ("Hello from Bramble\n\nWe want somebody to run the day as our Head of Ops.", "Head of Ops"),
        ("Hello from Bramble\n\nBramble Toys is seeking an experienced General Manager.", "General Manager"),
        ("Hello from Bramble\n\nYou report to a General Manager.", None),
        ("BRAMBLE TOYS\nLeeds\n\nshop & workshop manager\n\nWe make toys.", "shop & workshop manager"),
        ("Bramble Toys Ltd, Leeds\n\nPost: Head – Mill Operations\nPay: £50,000", "Head – Mill Operations"),
        ("Bramble Toys Ltd\n\nYou report to the Operations Director.", None),
        ("Hello all, news from the bakery\n\nWe bake bread.", None),
        (
            "Greetings,\n\nBramble Toys requires a Manager, Clinic Operations, for a branch.",
            "Manager, Clinic Operations",
        ),
        ("JOB OPPORTUNITY: Operations Superintendent\n\nWe pave roads.", "Operations Superintendent"),
        ("*** OPERATIONS DIRECTOR *** $$$ ***", "OPERATIONS DIRECTOR"),
        ("Home > Jobs > Operations Manager (Cover)\n\nOperations Manager (Cover)\n\nWe bake.", "Operations Manager"),
        ("About Bramble\n\nBramble makes toys.\n\nAs our first COO you take over all of it.", "COO"),
        ("Hello all\n\nYou report to the COO and work with our COO's team.", None),
        ("Subject: FW: Ops lead - share\n\nBramble is looking for a Head of Operations.", "Head of Operations"),
        ("URGENT HIRING - OPERATIONS HEAD\n\nWe bake.", "OPERATIONS HEAD"),
        ("We need an operations person. Badly.", "operations person"),
    ],
)
def test_the_title_is_read_from_sentences(text, title):
    stated = read_posting(text).facts.title
    assert (stated and stated.value) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Head of Operations (Waste, Streets and Parks)", "Head of Operations (Waste, Streets and Parks)"),
        ("Director of Operations - Commercial Construction", "Director of Operations - Commercial Construction"),
        ("Ops Manager, veg packing", "Ops Manager, veg packing"),
        ("Operations Manager – Ferry & Cruise | Hobart", "Operations Manager – Ferry & Cruise"),
        ("Operations Manager – 3PL / Fulfillment", "Operations Manager – 3PL / Fulfillment"),
        ("Directeur des opérations – Director of Operations", "Directeur des opérations – Director of Operations"),
        ("Operations Director – Bramble Ferries", "Operations Director"),
        ("Operations Director (Hybrid)", "Operations Director"),
        ("Operations Director (Leeds)", "Operations Director"),
        ("Operations Director (12 month contract)", "Operations Director"),
        ("Operations Director, Northampton", "Operations Director"),
        ("Operations Director – maternity cover", "Operations Director"),
    ],
)
def test_the_title_keeps_its_field_and_nothing_else(line, title):
    text = f"{line}\n\nBramble Ferries runs a ferry and a cruise boat, and does commercial work in construction."
    assert read_posting(text).facts.title.value == title


def test_a_label_s_longer_title_is_taken_before_the_form_s():
    text = "OPERATIONS MANAGER - JOB SUMMARY\n\nTitle: Fabric Operations Manager\nPay: $90,000"
    assert read_posting(text).facts.title.value == "Fabric Operations Manager"
