"""Areas and kinds of business recognised by the words that consultants keep."""

import pytest

from roles.core.compose.vocabulary import Area, Industry
from roles.core.starting.areas import as_scope, industry_named, recognised

AREAS = (
    Area(key="pnl", name="Profit", phrase="profit", cues=("p&l", "day-to-day margin")),
    Area(key="stock", name="Stock", phrase="stock", cues=("stock", "materials")),
    Area(key="none", name="None", phrase="none"),
)


def test_the_area_most_duties_begin_with_comes_first():
    found = recognised(AREAS, ["Own the P&L, materials too", "Count the stock", "Order stock weekly"])
    assert [(one.area, one.cues) for one in found] == [("stock", ("materials", "stock")), ("pnl", ("p&l",))]


def test_a_cue_named_once_beside_another_is_no_area():
    assert [one.area for one in recognised(AREAS, ["Own the P&L and materials"])] == ["pnl"]


def test_cues_are_whole_words_and_hyphens_do_not_matter():
    assert recognised(AREAS, ["Feed the livestock", "Stocktaking"]) == ()
    assert [one.area for one in recognised(AREAS, ["Day to day margin"])] == ["pnl"]


def test_the_first_three_areas_are_starred():
    assert [item.starred for item in as_scope("abcd")] == [True, True, True, False]


def test_a_business_is_named_by_its_head_or_by_many_words():
    trades = (Industry(key="dental", name="Dental", phrase="dental", aliases=("dentist",)),)
    assert industry_named(trades, "Wye Dental Group", ["nothing"]) == "dental"
    assert industry_named(trades, "Wye Group", ["a dentist"]) == ""
    assert industry_named(trades, "Wye Group", ["dentist " * 5]) == "dental"


def test_a_business_that_could_be_two_is_left_open():
    trades = (
        Industry(key="dental", name="Dental", phrase="dental"),
        Industry(key="retail", name="Retail", phrase="retail"),
    )
    assert industry_named(trades, "Dental retail", []) == ""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Oversee all maintenance and the equipment", ()),
        ("Reviews quotes over $50,000", ()),
        ("Own the pay runs", ("pay",)),
        ("Look at what is spent on wages, pay and shifts", ()),
        ("Look at what is spent on pay runs and wages", ("pay",)),
    ],
)
def test_an_area_takes_two_cues_or_one_a_line_begins_with(line, found):
    areas = (
        Area(key="site", name="Site", phrase="site", cues=("maintenance", "equipment")),
        Area(key="price", name="Price", phrase="price", cues=("quotes",)),
        Area(key="pay", name="Pay", phrase="pay", cues=("pay runs", "wages")),
    )
    assert tuple(one.area for one in recognised(areas, [line])) == found
