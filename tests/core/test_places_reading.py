"""What a line about a place is read as. Facts of places are GeoNames', rules are in `roles.core.places.reading`."""

import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.places import Place, read_place, towns
from roles.core.places.regions import REGIONS, codes_mean
from roles.core.places.spelling import plain
from tests.strategies import any_text

# Codes that are a state's and something else's, before towns that fit only one.
ABROAD = {
    "Perth, WA": "Perth, Western Australia",
    "Darwin, NT": "Darwin, Northern Territory",
    "Bonn, DE": "Bonn, Germany",
    "Modena, MO": "Modena, Italy",
    "Cagliari, CA": "Cagliari, Italy",
    "Monza, MB": "Monza, Italy",
    "Jaipur, IN": "Jaipur, Rajasthan, India",
    "Chennai, TN": "Chennai, Tamil Nadu, India",
    "Córdoba, AR": "Córdoba, Argentina",
    "Medellín, CO": "Medellín, Colombia",
    "Tel Aviv, IL": "Tel Aviv, Israel",
    "Casablanca, MA": "Casablanca, Morocco",
    "Amsterdam, NL": "Amsterdam, Netherlands",
    "Lima, PE": "Lima, Peru",
    "Bratislava, SK": "Bratislava, Slovakia",
    "Milano, MI": "Milano, Italy",
}


@pytest.mark.parametrize(("written", "in_full"), ABROAD.items())
def test_a_code_means_what_its_town_fits(written, in_full):
    assert read_place(written).in_full == in_full


@pytest.mark.parametrize(
    ("written", "in_full"),
    [
        ("Denver, CO", "Denver, Colorado"),
        ("denver co 80202", "Denver, Colorado"),
        ("austin tx", "Austin, Texas"),
        ("portland or", "Portland, Oregon"),
        ("leeds ls1 4ap", "Leeds, England"),
        ("nice me", ""),
        ("Denver CO 80202", "Denver, Colorado"),
        ("Wilmington, DE", "Wilmington, Delaware"),
        ("Vancouver, WA", "Vancouver, Washington"),
        ("Winnipeg, MB", "Winnipeg, Manitoba"),
        ("St. John’s, NL", "St. John's, Newfoundland and Labrador"),
        ("Saint John, NB", "Saint John, New Brunswick"),
        ("Saint Louis, MO", "Saint Louis, Missouri"),
        ("Paris, TX", "Paris, Texas"),
        ("Hamilton and Cambridge, New Zealand", "Hamilton, New Zealand; Cambridge, New Zealand"),
        ("Paris", "Paris, France"),
        ("London", "London, England"),
        ("LONDON, ON", "London, Ontario"),
        ("Leeds LS1 4AP", "Leeds, England"),
        ("12 High Street, Leeds, UK", "Leeds, England"),
        ("Sydney NSW 2000", "Sydney, New South Wales"),
        ("Greater Boston Area", "Boston, Massachusetts"),
        ("New York, NY", "New York, New York"),
        ("Ontario, CA", "Ontario, California"),
        ("Toronto, Ontario, CA", "Toronto, Ontario"),
        ("Shoreditch, London", "Shoreditch, London, England"),
        ("Ward, Colorado", "Ward, Colorado"),
        ("Ward, CO 80481", "Ward, Colorado"),
        ("Montauk, NY", "Montauk, New York"),
        ("San Juan, PR", "San Juan, Puerto Rico"),
        ("Puerto Rico", "Puerto Rico, USA"),
        ("Westchester County, NY", "Westchester County, New York"),
        ("Tbilisi, Georgia", "Tbilisi, Georgia"),
        ("Atlanta, Georgia", "Atlanta, Georgia"),
        ("the UK", "UK"),
        ("anywhere in the United States", "Remote, USA"),
        ("Remote", "Remote"),
        ("Remote, US only", "Remote, USA"),
        ("Remote, Europe", "Remote, Europe"),
        ("Remote (US, not CO or WA)", "Remote, USA (not Colorado or Washington)"),
        ("Remote, US (excluding Texas)", "Remote, USA (not Texas)"),
        ("within 3 hours of Rifle, CO", "within 3 hours of Rifle, Colorado"),
        ("throughout Colorado", "Colorado, USA"),
        ("remote within the State of Florida", "Remote, Florida, USA"),
        ("Remote, but open to residents of Ohio only", "Remote, Ohio, USA"),
        ("Denver, CO; Austin, TX", "Denver, Colorado; Austin, Texas"),
        ("Newfoundland and Labrador", "Newfoundland and Labrador, Canada"),
        ("5th & Main, Tulsa, OK", "Tulsa, Oklahoma"),
        ("Corner of Oak and 3rd, Reno, Nevada", "Reno, Nevada"),
        ("Naas, Co. Kildare", "Naas, Ireland"),
        ("Guadalajara, Jalisco", "Guadalajara, Mexico"),
        ("Newport, Gwent", "Newport, Wales"),
    ],
)
def test_a_line_is_printed_in_full(written, in_full):
    assert read_place(written).in_full == in_full


@pytest.mark.parametrize(
    ("written", "choices"),
    [
        ("Halifax", ["Halifax, Nova Scotia", "Halifax, England", "Halifax, Massachusetts"]),
        ("Vancouver", ["Vancouver, British Columbia", "Vancouver, Washington"]),
        ("Washington", ["Washington, D.C.", "Washington, USA"]),
        ("Georgia", ["Georgia, USA", "Republic of Georgia"]),
        ("Springfield, USA", ["Springfield, Missouri", "Springfield, Massachusetts", "Springfield, Illinois"]),
        ("Ward, CO", ["Ward, Colorado", "Ward, Colombia", "Ward, Italy"]),
        ("Bella Vista, AR", ["Bella Vista, Argentina", "Bella Vista, Arkansas"]),
    ],
)
def test_what_may_be_several_is_asked(written, choices):
    reading = read_place(written)
    assert not reading.sure
    assert reading.in_full == reading.in_sentence == reading.country == ""
    assert [place.in_full for place in reading.choices] == choices


def test_the_readers_own_country_decides_between_the_meanings_of_a_code():
    assert read_place("Salem, IN").country == "IN"
    assert read_place("Salem, IN", home="US").in_full == "Salem, Indiana"
    assert read_place("Richmond, CA", home="US").in_full == "Richmond, California"
    assert read_place("Richmond, CA", home="CA").in_full == "Richmond, British Columbia"
    assert read_place("Perth, WA", home="US").country == "AU"


@pytest.mark.parametrize("written", ["", "Our place", "Contact us", "Me, myself and I", "CO", "80202", ", ,, ;", "🏠"])
def test_of_no_place_nothing_is_read(written):
    reading = read_place(written)
    assert (reading.places, reading.choices, reading.sure) == ((), (), False)


@pytest.mark.parametrize(
    ("written", "in_sentence"),
    [("USA", "the USA"), ("UK", "the UK"), ("Philippines", "the Philippines"), ("France", "France"),
     ("Netherlands", "the Netherlands"), ("Denver, CO", "Denver, Colorado"), ("Ohio", "Ohio, USA")],
)  # fmt: skip
def test_a_country_has_its_article_in_a_sentence(written, in_sentence):
    assert read_place(written).in_sentence == in_sentence


def test_a_radius_and_what_is_excluded_are_kept_apart():
    assert read_place("Remote, within 50 miles of Tulsa, OK").radius == "50 miles"
    assert read_place("Remote (US, not CO or WA)").excluded == (Place("", "CO", "US"), Place("", "WA", "US"))


def pairs(*, ambiguous, count):
    """Return (town, code, country) of towns in the United States or Canada whose code has several meanings or one."""
    found = []
    for line in towns._lines():
        _, name, country, region, people = line.split("\t")
        # " - " and brackets part a line; a few names of districts have them.
        if (
            country in ("US", "CA")
            and int(people)
            and not {"-", "("} & {word[0] for word in name.split()}
            and (len(codes_mean(region)) > 1) == ambiguous
        ):
            found.append((name, region, country))
    return random.Random(12).sample(found, count)


def test_300_pairs_of_town_and_code_are_read_and_printed_back():
    wrong = []
    for name, code, country in [*pairs(ambiguous=True, count=200), *pairs(ambiguous=False, count=100)]:
        reading = read_place(f"{name}, {code}", home=country)
        there = Place(name, code, country)
        back = read_place(f"{name}, {REGIONS[country][code]}")
        if reading.places != (there,) or back.places != (there,) or read_place(reading.in_full) != reading:
            wrong.append((name, code, reading, back))
    assert wrong == []


def test_300_pairs_without_a_comma_are_read_alike():
    wrong = []
    for name, code, country in pairs(ambiguous=False, count=300):
        there = f"{name}, {REGIONS[country][code]}"
        bare = f"{name} {REGIONS[country][code]}"
        itself = "/" in name or towns.towns_named(plain(bare))
        if not itself and read_place(bare).places != read_place(there).places:
            wrong.append((bare, read_place(bare)))
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "in_full"),
    [
        ("Lubbock Texas", "Lubbock, Texas"),
        ("Kansas City Missouri", "Kansas City, Missouri"),
        ("Kinsale Co Cork", "Kinsale, Ireland"),
        ("Perth Western Australia", "Perth, Western Australia"),
        ("Mississauga Ont.", "Mississauga, Ontario"),
        ("Lubbock Texas, USA", "Lubbock, Texas"),
        ("New York New York", "New York, New York"),
        ("East London", "East London, South Africa"),
        ("South Bend", "South Bend, Indiana"),
        ("northern California", "California, USA"),
        ("Galway city centre", "Galway, Ireland"),
        ("Otago", "Otago, New Zealand"),
        ("north Canterbury", "north Canterbury, New Zealand"),
        ("Kildare", "Kildare, Ireland"),
        ("Plumbers Texas", ""),
        ("Ashburton Texas", ""),
    ],
)
def test_a_region_without_a_comma_and_one_alone(written, in_full):
    assert read_place(written).in_full == in_full


@pytest.mark.parametrize(
    ("written", "choices"),
    [
        ("Fife", ["Fife, Washington", "Scotland, UK"]),
        ("Canterbury", ["Canterbury, England", "Canterbury, New Zealand", "Canterbury, Victoria"]),
    ],
)
def test_a_small_town_named_as_a_county_is_asked(written, choices):
    assert [place.in_full for place in read_place(written).choices] == choices


def test_no_pair_is_read_as_its_state_where_its_town_is_in_another():
    """A town abroad before the code of its country is never taken for one in the state of that code."""
    wrong = []
    for name, region, country in pairs(ambiguous=True, count=100):
        for place in read_place(f"{name}, {region}").places:
            if place.country == country and place.region != region:
                wrong.append((name, region, place))
    assert wrong == []


LINES = st.lists(
    st.sampled_from(
        ["Denver", "CO", "Perth", "WA", "Remote", "Springfield", "USA", "the UK", ",", ", ", "; ", " or ", "not ", "(",
         ")", "within 3 hours of ", "throughout ", "Georgia", "Ontario", "New York", "80202", " - ", "Leeds LS1 4AP",
         "St. ", "Saint ", "County", "Ward", "and ", "only", "Puerto Rico", "Europe", "Berlin", "DE", " "]
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(any_text | LINES)
def test_any_line_is_read_and_a_sure_one_printed_is_read_the_same(written):
    reading = read_place(written)
    assert len(reading.choices) <= 3
    if reading.sure and not reading.remote:
        assert [place.country for place in read_place(reading.in_full).places] == [
            place.country for place in reading.places
        ]
    for choice in reading.choices:
        assert read_place(choice.in_full).choices == ()


def test_the_towns_load_in_little_memory():
    tracemalloc.start()
    try:
        towns._lines.__wrapped__()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60_000_000


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("our office in leeds", "Leeds, England"),
        ("work from our shop in leeds, uk", "Leeds, England"),
        ("we're just outside leeds", "Leeds, England"),
        ("The old mill near Hexham", "Hexham, England"),
        ("the bakery in austin tx", "Austin, Texas"),
        ("our london office", "London, England"),
        ("leeds ls1", "Leeds, England"),
        ("Anywhere outside California", "Remote (not California)"),
    ],
)
def test_words_on_the_site_before_a_town_are_no_part_of_it(written, town):
    assert read_place(written).in_full == town
