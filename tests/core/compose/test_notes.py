"""Notes of an owner's that become sentences beside ours: her words stay, and a word of ours leads them in."""

import pytest

from roles.core.compose import about_us, her_words, terms
from roles.core.compose.capitals import lowered
from roles.core.compose.leads import leaders_in


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "Wholesale bakery. Rolls for cafés and two chains. £9.4m turnover.",
            "We are a wholesale bakery. Rolls for cafés and two chains. £9.4m turnover.",
        ),
        (
            "Commercial HVAC service and repair for schools.",
            "Commercial HVAC service and repair for schools.",
        ),
        ("Doctor-owned group, six offices.", "We are a doctor-owned group with six offices."),
        ("Makes oat bars and packs tea", "We make oat bars and pack tea."),
        ("Five dental offices. Owned by dentists.", "Five dental offices. We are owned by dentists."),
        (
            "118 houses in 2024, nearer 160 now. Two canteens.",
            "118 houses in 2024, nearer 160 now. We have two canteens.",
        ),
        (
            "Snow and lawns for condos. 17 years.",
            "Snow and lawns for condos. We have done this for 17 years.",
        ),
        ("We brew ale and porter. 20 barrel brewery.", "We brew ale and porter. 20 barrel brewery."),
        # What does not fit behind a verb of ours stays as it was typed.
        ("9 vets, family owned since 1998, open Sundays.", "9 vets, family owned since 1998, open Sundays."),
        ("Fit out and joinery for schools.", "Fit out and joinery for schools."),
        ("fix semis and tow them. rotator too", "We fix semis and tow them, rotator too."),
        ("Independent garden centre.", "We are an independent garden centre."),
        ("Accredited lab testing soil for builders.", "Accredited lab testing soil for builders."),
        (
            "Headstones, church repairs, listed walls. Own saw shed in Perth.",
            "Our work: headstones, church repairs, listed walls. We have our own saw shed in Perth.",
        ),
        ("Own and run two cafés", "We own and run two cafés."),
        ("100% export house", "100% export house."),
        ("ferry tickets and parcels. dad started it 1974", "Ferry tickets and parcels. Dad started it 1974."),
        ("NDIS provider, 5 houses", "We are an NDIS provider with 5 houses."),
        ("4th generation funeral directors, 3 homes", "We are 4th generation funeral directors with 3 homes."),
        ("220 seat theatre, 180 nights a year, charity", "We are a 220 seat theatre: 180 nights a year, charity."),
        ("clinic, walk-ins, no lab", "We are a clinic, walk-ins, no lab."),
        (
            "four cafés and a bakery. family since 1988",
            "We have four cafés and a bakery: family since 1988.",
        ),
        # Whole sentences stay, whoever is their subject, and what she began and ended as one.
        ("Four cafés and a bakery. Family since 1988.", "Four cafés and a bakery. Family since 1988."),
        ("We bake bread. Family owned since 1988.", "We bake bread. Family owned since 1988."),
        ("Gannet sells kayaks from one shed.", "Gannet sells kayaks from one shed."),
    ],
)
def test_what_the_business_does_is_printed_in_sentences(typed, read):
    assert about_us.about(typed) == read


def test_duties_are_as_typed_in_her_order():
    typed = "trucks rolling by 7\nH&S both yards\nTalk to customers. Nicely\nwhich stores to shut\nrota + cover"
    assert her_words.duties(typed).split("\n") == [
        "Trucks rolling by 7.",
        "H&S both yards.",
        "Talk to customers. Nicely.",
        "Which stores to shut.",
        "Rota and cover.",
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("25 days off, pension", "25 days off\npension"),
        ("Dental, we pay 75%. 401k with a match. Truck", "Dental, we pay 75%\n401k with a match\nTruck"),
        ("Health, dental and vision, 401k", "Health, dental and vision, 401k"),
        ("Pension, van\n25 days", "Pension, van\n25 days"),
    ],
)
def test_benefits_typed_on_one_line_are_a_list(typed, read):
    assert terms.listed(typed) == read


def test_what_her_duties_allow_leaves_the_list():
    typed = "Run the 7am meeting\nCan hire techs on its own"
    assert her_words.powers(typed) == "You can hire techs on your own."
    assert her_words.duties(typed, but_powers=True) == "Run the 7am meeting."
    assert her_words.duties(typed) == "Run the 7am meeting.\nCan hire techs on its own."


@pytest.mark.parametrize(
    ("leads", "called"),
    [
        ("2 schedulers, 1 recruiter, 2 field supervisors", "field supervisors"),
        ("Maintenance, construction and snow supervisors", "supervisors"),
        ("Service Manager, Install Manager, Warehouse Lead", "those you lead"),
        ("two team leaders", "team leaders"),
        ("5 managers", ""),
        ("", ""),
    ],
)
def test_first_line_leaders_go_by_her_word(leads, called):
    assert leaders_in(leads) == called


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Callbacks", "callbacks"),
        ("Toledo plant", "Toledo plant"),
        ("Qld licence", "Qld licence"),
        ("Renée’s sites", "Renée’s sites"),
        ("BRCGS grade A", "BRCGS grade A"),
        ("Red Seal trades", "Red Seal trades"),
        ("Saturday shifts", "Saturday shifts"),
    ],
)
def test_a_capital_that_only_began_the_box_is_lowered(words, read):
    assert lowered(words, "Ride with Renée’s crew") == read
