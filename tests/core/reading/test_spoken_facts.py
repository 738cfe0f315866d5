"""The last day, the ways to apply, pay, people and title as owners write them in a message or a short advert."""

from datetime import date

import pytest

from roles.core.money import Currency
from roles.core.reading import Way, on_day, read_posting


def facts(*lines):
    return read_posting("\n".join(["Director of Operations", "", *lines])).facts


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Closing: Dec 4", date(2026, 12, 4)),
        ("Apply by Friday 4th", date(2026, 12, 4)),
        ("Get your CV in before Friday the 11th.", date(2026, 12, 11)),
        ("Apply by Friday 13th", None),  # in neither month is that a Friday
        ("Apply by the 4th", None),
        ("Advert close date: 4 Dec", date(2026, 12, 4)),
        ("Last day for applications: Dec 4", date(2026, 12, 4)),
        ("This ad runs to 4 December.", date(2026, 12, 4)),
        ("Bewerbungsfrist: 04.12.2026", date(2026, 12, 4)),
        ("The shop closes at 4 on December 24.", None),
        ("We need forms by noon on Monday 14 December 2026.", date(2026, 12, 14)),
        ("We need flour by noon on Monday 14 December 2026.", None),
        ("Last date to apply 20th December 2026", date(2026, 12, 20)),
        ("Walk in with your resume between 1st and 5th December 2026.", date(2026, 12, 5)),
        ("We choose before Christmas: last letters in by the 9th of December.", date(2026, 12, 9)),
        ("Deadline: Review of applications begins December 7; open until filled", None),
        ("We close for Christmas on 11 December.", None),
    ],
)
def test_the_closing_day_as_it_is_spoken_of(line, day):
    stated = on_day(facts(line), date(2026, 11, 28)).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("Email jobs@alder.example or drop a resume off at the shop.", [Way.EMAIL, Way.IN_PERSON]),
        ("sam@alder.example or 01234 567 890", [Way.EMAIL, Way.PHONE]),
        ("Come by the shop, 4410 Division Ave S, any weekday before 3.", [Way.IN_PERSON]),
        ("Bring your resume to the shop, 12 Main St.", [Way.IN_PERSON]),
        ("Letters to: The Manager, Alder Foods, PO Box 12, Cork", [Way.POST]),
        ("DM me on LinkedIn or ops@alder.example.", [Way.EMAIL, Way.BUTTON]),
        ("Apply via Seek", [Way.BUTTON]),
        ("Apply on our website, alder.co.za", [Way.WEB]),
        ("Apply through alder.com.sg", [Way.WEB]),
        ("Fax a resume to 412 555 0120 or visit our store on Main Street.", [Way.FAX, Way.IN_PERSON]),
        ("Apply to hr@alder.example, fax 412 555 0120 or call 412 555 0121.", [Way.EMAIL, Way.FAX, Way.PHONE]),
        ("You answer the fax on 412 555 0120.", []),
        ("Sam 09 555 0187 sam@alder.example", [Way.EMAIL, Way.PHONE]),
        ("Queries: 01 555 0134", [Way.PHONE]),
        ("Applications in writing to sam@alder.example", [Way.EMAIL]),
        ("Letters to the Manager, Alder Foods, Mill Street, Cork", [Way.POST]),
        ("Letter to Sam Ash at the address above.", [Way.POST]),
        ("DM us on Facebook or write to jobs@alder.example", [Way.EMAIL, Way.BUTTON]),
        ("Send a resume through SEEK.", [Way.BUTTON]),
        ("Please drop your resume at the counter.", [Way.IN_PERSON]),
        ("Come see us at 2300 W Mill St.", [Way.IN_PERSON]),
        ("Apply by letter to Ruth Ash, Mill Road, Stroud.", [Way.POST]),
        ("Drop off your resume at the marina office.", [Way.IN_PERSON]),
        ("Apply now or ring Sam on 01234 567 890.", [Way.PHONE, Way.BUTTON]),
        ("Applications: hand deliver to 14 Mill Street, Cork.", [Way.IN_PERSON]),
        ("Interviews at our Elm Street office any day 12 to 4", [Way.IN_PERSON]),
        ("Come by 4410 Mill Hwy between 7 and 4.", [Way.IN_PERSON]),
        ("Customers visit our store on Main Street.", []),
        ("You hold interviews at the depot.", []),
        ("Drop in sales when it rains.", []),
        ("You email me the figures each Friday.", []),
        ("Contact: Rae on 0113 496 0123", [Way.PHONE]),
        ("Have a yarn with Liz Ash on 0491 570 156.", [Way.PHONE]),
        ("Use the form at https://alder.example/ops by Dec 20, 2026.", [Way.WEB]),
        ("You use the portal at www.alder.example to log defects.", []),
        ("Mail your resume to Alder Care, Attn: K. Ash, 415 Mill Avenue, Duluth", [Way.POST]),
        ("You will post parcels to customers at Alder, 12 Mill Street.", []),
        ("Walk into the shop, 7am to 3pm, and ask for him.", [Way.IN_PERSON]),
        ("Come in and say hello.", [Way.IN_PERSON]),
        ("DM us here or email jobs@alder.example", [Way.EMAIL, Way.BUTTON]),
    ],
)
def test_the_second_way_to_apply_counts_as_well(line, ways):
    assert [stated.value.way for stated in facts(line).apply_to] == ways


def test_a_number_below_words_to_ring_is_one_to_ring():
    ways = facts("Or they can ring", "066 555 0131 after 9.", "We made 066 555 0132 of them.").apply_to
    assert [(each.value.way, each.value.address) for each in ways] == [(Way.PHONE, "066 555 0131")]


def test_letters_to_me_go_to_whoever_sent_the_mail():
    mail = "From: Trish <trish@alder.example>\n\nOPERATIONS MANAGER\nCVs to me by Friday 18th December."
    assert [each.value.address for each in read_posting(mail).facts.apply_to] == ["trish@alder.example"]


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("Pay is good, prob starting at 90k and up.", 90_000, None),
        ("80k plus bonus, on site.", 80_000, 80_000),
        ("£40k or so. Perm.", 40_000, 40_000),
        ("Pay: $32/hr to start, $38/hr after 90 days", 32, 38),
        ("Full time, €40-44k, on the pier.", 40_000, 44_000),
        ("Full time, you look after sales of €40-44k, on the pier.", None, None),
        ("46 to 50 grand depending", 46_000, 50_000),
        ("₹18L - ₹24L", 1_800_000, 2_400_000),
        ("Looking after 70k customers and a bonus scheme.", None, None),
        ("We ship 90k orders and up to 20k parcels.", None, None),
        ("A $9M company with £4m turnover.", None, None),
    ],
)
def test_pay_without_a_sign_or_in_two_steps(line, low, high):
    pay = facts(line).pay
    salary = pay and pay.value.salary
    assert ((salary.min_value, salary.max_value) if salary else (None, None)) == (low, high)


def test_words_of_one_country_show_whose_dollars_they_are():
    assert facts("$105,000 to $115,000 plus KiwiSaver").pay.value.salary.currency is Currency.NZD
    assert facts("$130,000 plus super, apply at alder.com.au/jobs").pay.value.salary.currency is Currency.AUD
    assert facts("Singapore", "$8,000 - $9,500 per month").pay.value.salary.currency is Currency.SGD


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("We are 2 brothers with 118 staff.", 118),
        ("The two of us own it; 118 people work here.", 118),
        ("We've grown from 2 people to 118.", 118),
        ("Now 118 strong.", 118),
        ("About 118 staff", 118),
        ("We weld sheds for builders and farm customers and we have 38 staff.", 38),
        ("You sit in our four-person leadership team.", None),
        ("Look after a team of seven in dispatch.", None),
        ("A crew of 12 reports to you.", None),
    ],
)
def test_the_people_of_the_firm_are_not_its_owners_or_a_team(line, people):
    stated = facts(line).headcount
    assert (stated and stated.value) == people


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("URGENT – OPERATIONS MANAGER (MALE CANDIDATES ONLY)", "OPERATIONS MANAGER"),
        ("COO / Head of Operations @ Alder (remote)", "COO / Head of Operations"),
        ("ok heres the ad, can u tidy it up??\n\nNeed an ops manger for the shop.", "ops manger"),
    ],
)
def test_the_title_of_a_message(line, title):
    assert read_posting(f"{line}\n\nYou run the day.").facts.title.value == title
