"""Notes, board copies and chats, in which few words between marks state firm, place and workplace."""

import pytest

from roles.core.document import Workplace
from roles.core.places import read_place
from roles.core.reading import LineKind, read_posting


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Posted by Alder Nurseries\nOperations Director\nGuelph, ON", "Alder Nurseries"),
        ("Company Alderwerk GmbH\nJob title Director of Operations", "Alderwerk GmbH"),
        ("The Alder Agri team is growing. We need an operations manager.", "Alder Agri"),
        ("Join the Alder Mesa crew in Gunnison as Operations Manager.", "Alder Mesa"),
        ("Operations Manager for a dairy (Alder Cheese), near Bruton", "Alder Cheese"),
        ("Who are we? Ashdown Vets Ltd, three clinics.\nWe need an Operations Manager.", "Ashdown Vets Ltd"),
        ("Field based Operations Manager, Carrick Lifts\nVan provided.", "Carrick Lifts"),
        ("my brother's firm Alder Print needs an operations manager", "Alder Print"),
        ("Alder Academy, part of the Beacon Trust, wishes to appoint an Operations Manager.", "Alder Academy"),
        ("NOW HIRING!! Sunrise Tortilleria\nOperations Manager - San Antonio TX", "Sunrise Tortilleria"),
        ("ops manager wanted, full time. send cv to jobs@quillanfoods.ie", "Quillan Foods"),
        ("I run Northline Catering and I need an operations director.", "Northline Catering"),
        ("Operations Director - Crane Hire\nWe need somebody steady.", None),
        ("Operations Manager – Cheese Plant\nWe need somebody steady.", None),
        ("Operations Manager - Night Shift\nWe need somebody steady.", None),
        ("Operations Manager, Jewellery Quarter\nWe need somebody steady.", None),
    ],
)
def test_company_among_a_few_words(text, company):
    stated = read_posting(text).facts.company
    assert (stated and stated.value) == company


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ops manager, alder precision, 12 mill lane leeds\n40hrs onsite", "Leeds, England"),
        ("Ops lead wanted, sf bay area\nhybrid - 3 days in the office", "San Francisco Bay Area, California"),
        ("operations director @ Alder Training\nbased hexham, wfh fridays", "Hexham, England"),
        ("Operations Manager, Alder Lifts\nCovering Glasgow and the west.", "Glasgow, Scotland"),
        ("Operations Manager\nM17 1AB\nOffice based", "England, UK"),
        ("Wanted: Operations Manager\nAlder Dairy, Ayrshire\nApply by letter.", "Scotland, UK"),
        ("Operations Director\n22 Anlaby Rd, Hull HU1 2PA\nCall us.", "Hull, England"),
        ("Operations Manager\nWe make gates and sell them, boxed, by post.", ""),
    ],
)
def test_place_among_a_few_words(text, place):
    stated = read_posting(text).facts.place
    assert (stated.value.in_full if stated else "") == place


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("You'd be out in the yard most of the day.", Workplace.ON_SITE),
        ("Carers work in customers' homes; you will work from the branch.", Workplace.ON_SITE),
        ("The post holder will be based at the centre.", Workplace.ON_SITE),
        ("Five clinics. You will be in a clinic every day.", Workplace.ON_SITE),
        ("This isn't one for home working.", Workplace.ON_SITE),
        ("Agile working, minimum 2 days in office", Workplace.HYBRID),
        ("In-office Tue/Wed/Thu, flex otherwise", Workplace.HYBRID),
        ("Core days Tuesday and Wednesday in the building, the rest is up to you.", Workplace.HYBRID),
        ("Alder Learning is a fully remote team of 30.", Workplace.REMOTE),
        ("Our nurses are in a clinic every day.", None),
        ("The kitchen has a long table.", None),
    ],
)
def test_workplace_of_what_one_does_there(line, workplace):
    stated = read_posting(f"Director of Operations\n\n{line}").facts.workplace
    assert (stated and stated.value) == workplace


def test_stamps_of_a_chat_are_lines_of_their_own():
    read = read_posting("[09:14] Priya: Operations Director - Alder Freight, Sacramento\n[09:15] Tom: add the pay")
    assert read.title.text == "Operations Director - Alder Freight, Sacramento"
    assert [line.text for line in read.of_kind(LineKind.LEFTOVER)] == ["[09:14] Priya:", "[09:15] Tom:"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Salem 97301", "Salem, Oregon"),
        ("Springfield, 62704", "Springfield, Illinois"),
        ("N1H 3A1", "Ontario, Canada"),
        ("D02 X285", "Ireland"),
        ("SY1 1AA", "UK"),
        ("Dublin 2", "Dublin, Ireland"),
        ("Bristol BS3", "Bristol, England"),
        ("12 mill lane leeds", "Leeds, England"),
        ("M4 corridor", ""),
        ("Phase 2", ""),
    ],
)
def test_postcodes_districts_and_streets_in_a_place(written, place):
    assert read_place(written).in_full == place
