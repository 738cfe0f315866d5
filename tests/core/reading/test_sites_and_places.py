"""What a site is called is no firm; the usual forms of a place at the head of a posting."""

import pytest

from roles.core.reading import read_posting
from roles.core.starting import read_old_text


@pytest.mark.parametrize("site", ["Warehouse", "Head office", "Main Depot", "Distribution Centre", "Our showroom"])
@pytest.mark.parametrize("order", ["{site}, Dublin\nOperations Manager", "Operations Manager\n{site}, Dublin"])
def test_a_site_before_its_town_is_no_firm(site, order):
    facts = read_old_text(order.format(site=site) + "\n€52,000\n\nYou run the day and the team.").read.facts
    assert facts.company is None
    assert facts.place.value.town == "Dublin"


@pytest.mark.parametrize("name", ["Depot Foods", "Head Office Supplies", "Northern Rail Works Ltd"])
def test_a_name_with_the_word_of_a_site_stays_the_firm(name):
    assert read_posting(f"Operations Manager\n{name}, Dublin\n\nYou run it.").facts.company.value == name


@pytest.mark.parametrize(
    "lines",
    [
        "Galway: Head of Operations",
        "[Galway] Head of Operations",
        "Galway – Head of Operations",
        "Head of Operations\nAlder Foods\nGalway (with some home working)",
        "Head of Operations\nAlder Foods\nUnit 4, Liosban 9, Galway H91 X2Y3",
        "Head of Operations\nAlder Foods\n\nThe role is based at our head office in Galway with visits to Cork.",
        "Head of Operations\nAlder Foods\nGalway, County Galway, Connacht, Ireland",
        "Head of Operations\nAlder Foods\n\nThey are based in Galway and make cheese.",
    ],
)
def test_the_town(lines):
    read = read_posting(f"{lines}\n€52,000\n\nYou run the day and the team.").facts.place.value
    assert read.places[0].town == "Galway"


def test_two_towns_to_choose_from():
    read = read_posting("Operations Manager\nAlder Foods\nTelford or Crewe\n£46k").facts.place.value
    assert {place.town for place in read.places or read.choices} == {"Telford", "Crewe"}


def test_stars_of_a_board_are_no_part_of_the_name():
    text = "Director of Operations\nLone Oak Freight 3.4\nDallas, TX 75201•Hybrid work\n$105,000 a year"
    assert read_old_text(text).read.facts.company.value == "Lone Oak Freight"
