"""The place and the way of working, read where a posting states them."""

import pytest

from roles.core.document import Workplace
from roles.core.reading import read_posting
from roles.core.review.reading import read_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Operations Manager\nAlder Bakery · Denver, CO (On-site)\n\nAbout us\nBread.", "Denver, CO"),
        ("Operations Manager\nAlder Bakery | Leeds, UK | Full-time", "Leeds, UK"),
        ("Operations Manager\nSalt Lake City, UT\nBread.", "Salt Lake City, UT"),
        ("# Operations Manager\n\n**Location:** Denver, CO\n", "Denver, CO"),
        ("Operations Manager\n\n**Location**: Denver, CO\n", "Denver, CO"),
        ("Pay\n$90,000 a year\n\nLocation\n123 Main St, Denver, CO\n", "123 Main St, Denver, CO"),
        ("Operations Manager\nKiezbrot GmbH · Berlin, Germany · Full-time", "Berlin, Germany"),
        ("Operations Manager\nSydney NSW (Hybrid)", "Sydney NSW"),
        ("Operations Manager\nAlder Ltd | Edinburgh, Scotland | Permanent", "Edinburgh, Scotland"),
        ("Operations Manager\n\nFjord Seafood AS, Bergen, Norway\nFull-time", "Bergen, Norway"),
        ("Operations Manager\n\nWildflower Midwives, Vancouver, BC\n", "Vancouver, BC"),
        ("Operations Manager\nToronto, ON, Canada", "Toronto, ON, Canada"),
        ("Operations Manager\nToronto, Ontario, CA", "Toronto, Ontario, CA"),
        ("Operations Manager\nLeeds, West Yorkshire, UK", "Leeds, West Yorkshire, UK"),
        ("Operations Manager\nSeattle, WA or Remote (US)", "Seattle, WA"),
        ("Operations Manager\nChicago | Full-time", "Chicago"),
        ("Operations Manager\n\nLocation: Cincinnati, OH. On site, with travel.\n", "Cincinnati, OH"),
        ("Operations Manager\n\nLocation: St. Louis, MO. On site.\n", "St. Louis, MO"),
        ("Operations Manager\nThe Berlin Bakery\nIt is big.", ""),
        ("Phoenix | Denver, CO | Full-time", "Denver, CO"),
        ("Operations Manager\nVirginia\n\nWe bake.", ""),
        ("Georgia Smith & Sons\nWe bake.", ""),
        ("Operations Manager\n\nWork Location: In person\n", ""),
        ("Operations Manager\n\nWork Location: In person\nLocation: Denver, CO\n", "Denver, CO"),
        ("Operations Manager\n\nWe deliver to Denver, CO every day.\n", ""),
        ("Operations Manager\n\nLocation\nWe tell you later.\n", ""),
        ("Operations Manager\nClean, Honest | Fast, Fair", ""),
    ],
)
def test_the_place_is_read_as_job_boards_set_it(text, place):
    assert read_text(text).facts.job_location == place


def test_how_one_works_is_no_place():
    def stated(text):
        facts = read_posting(text).facts
        return tuple(fact.words if fact else None for fact in (facts.place, facts.workplace))

    assert stated("Work Location: In person") == (None, "In person")
    assert stated("Alder Bakery · Denver, CO (Hybrid)") == ("Denver, CO", "Hybrid")
    assert stated("Work Location: Hybrid remote in Denver, CO 80202")[0].endswith("Denver, CO 80202")


@pytest.mark.parametrize(
    ("text", "place", "workplace"),
    [
        ("Manager\n\nLocation: Remote\n", "Remote", Workplace.REMOTE),
        ("Manager\n\nLocation: Remote, US\n", "Remote, US", Workplace.REMOTE),
        ("Manager\n\nLocation: Fully remote (UK)\n", "Fully remote (UK)", Workplace.REMOTE),
        ("Manager\n\nLocation: 100% Remote - Canada\n", "100% Remote - Canada", Workplace.REMOTE),
        ("Manager\n\nLocation\nRemote\n\nMore.\n", "Remote", Workplace.REMOTE),
        ("Manager\n\nLocation: Denver, CO (Remote)\n", "Denver, CO", Workplace.REMOTE),
        ("Manager\n\nLocation: Leeds (hybrid)\n", "Leeds", Workplace.HYBRID),
        ("Manager\n\nLocation: Leeds, hybrid\n", "Leeds", Workplace.HYBRID),
        ("Manager\n\nLocation: Hybrid, London\n", "London", Workplace.HYBRID),
        ("Manager\n\nLocation: Hybrid - Dublin, Ireland\n", "Dublin, Ireland", Workplace.HYBRID),
        ("Manager\n\nLocation: Hybrid (three days in the office)\n", "", Workplace.HYBRID),
        ("Manager\n\nLocation: On-site: Halifax, NS\n", "Halifax, NS", Workplace.ON_SITE),
        ("Manager\nAlder Works | Remote | Full-time\n\nMore.\n", "", Workplace.REMOTE),
        ("Manager\nHybrid\n\nMore.\n", "", Workplace.HYBRID),
        ("Manager\n\nWe bake.\n\nBased in Bristol\n", "Bristol", Workplace.ON_SITE),
        ("Manager\n\nWe bake.\n\n- Role based in Bristol (hybrid).\n", "Bristol", Workplace.HYBRID),
        ("Manager\n\nLocation – Bristol\n", "Bristol", Workplace.ON_SITE),
        ("Manager\n\nLocation - Denver, CO (Remote)\n", "Denver, CO", Workplace.REMOTE),
        ("Manager\n\nRemote (UK)\n", "Remote (UK)", Workplace.REMOTE),
        ("Manager\nAlder Works | Remote, US | Full-time\n", "Remote, US", Workplace.REMOTE),
        ("Manager\n\nWe bake.\n\nBenefits\n- Work from home anywhere in the UK\n", "UK", Workplace.REMOTE),
        # Not said:
        ("Manager\n\nBased in Bristol, we bake bread.\n", "Bristol", Workplace.ON_SITE),
        ("Manager\n\nBased in part on trust.\n", "", Workplace.ON_SITE),
        ("Manager\n\nRemote Operations\n", "", Workplace.ON_SITE),
        ("Manager\n\nLocation: Remote or Denver, CO\n", "Remote or Denver, CO", Workplace.ON_SITE),
        ("Manager\n\nLocation: Remote sites across Alaska\n", "Remote sites across Alaska", Workplace.ON_SITE),
        ("Manager\n\nLocation: Denver, CO\n", "Denver, CO", Workplace.ON_SITE),
        ("Manager\n\nWe sell remote controls.\n", "", Workplace.ON_SITE),
    ],
)
def test_where_and_how_one_works_are_read_apart(text, place, workplace):
    facts = read_text(text).facts
    assert (facts.job_location, facts.workplace) == (place, workplace)


def test_an_address_below_its_heading_is_no_part_of_the_pay():
    assert [
        section.key for section in read_text("T\n\nPay\n$90,000 a year\n\nLocation\n123 Main St, Denver, CO\n").sections
    ] == [
        "pay",
        "conditions",
    ]
