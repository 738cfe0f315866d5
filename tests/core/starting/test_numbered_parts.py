"""Numbers of an old text that begin anew, skip or repeat, and numbered headings over lists."""

from dataclasses import replace

import pytest

from roles.core.starting import Became, make

from .test_account import entry, posting, templates
from .test_parted_lists import END, HEAD, sections

LISTS = {
    "letters": "1. Warehouse\na. Direct the receiving\nb. Hold the audit\n2. Fleet\na. Plan the routes\n",
    "bullets": "1. Warehouse\n- Direct the receiving\n- Hold the audit\n2. Fleet\n- Plan the routes\n",
    "parts": "1.0 Warehouse\n1.1 Direct the receiving\n1.2 Hold the audit\n2.0 Fleet\n2.1 Plan the routes\n",
}


@pytest.mark.parametrize("lists", LISTS.values(), ids=LISTS)
def test_numbered_headings_part_a_list(lists):
    printed = sections(f"{HEAD}Duties\n{lists}{END}")
    begin = next(place for place, (heading, _) in enumerate(printed) if heading == "Duties")
    groups = [line for _, lines in printed[begin : begin + 4] for line in lines]
    assert [line.lstrip("12.0ab ") for line in groups] == [
        *("Warehouse", "Direct the receiving", "Hold the audit", "Fleet", "Plan the routes"),
    ]
    assert (groups[0], groups[3]) == ("1. Warehouse", "2. Fleet")
    assert [heading for heading, _ in printed[begin : begin + 4]] == ["Duties", "", "", ""]


def test_the_parts_of_a_numbered_list_are_duties_all():
    document = posting(f"{HEAD}Duties\n{LISTS['letters']}{END}")[2]
    parts = [part.purpose for part in document.sections if part.items[0].text.startswith(("a. Direct", "a. Plan"))]
    assert parts == ["duties", "duties"]


def test_numbered_headings_in_capitals_stay_around_lists_that_begin_anew():
    text = (
        f"{HEAD}1. PURPOSE\nTo run the shop.\n2. MAIN DUTIES\n1. Mend the pumps\n2. Lead the crews\n"
        "3. THE SHOP FLOOR\n1. Five bays\n2. A crane\n4. HOW TO APPLY\nSend a CV to jobs@quern.example.\n"
    )
    shown = [heading for heading, _ in sections(text) if heading]
    assert shown == ["Purpose", "Main duties", "The shop floor", "How to apply"]


@pytest.mark.parametrize("numbers", [(1, 2, 3, 3, 4), (1, 2, 4, 5, 6), (1, 2, 3, 4, 5)])
def test_a_slip_in_the_numbers_of_a_list_is_put_right(numbers):
    lines = ["Mend the pumps", "Lead the crews", "Plan the vans", "Climb the masts", "Drive to York"]
    listed = "".join(f"{number}. {line}\n" for number, line in zip(numbers, lines, strict=True))
    document = posting(f"{HEAD}Duties\n{listed}{END}")[2]
    duties = next(section for section in document.sections if section.heading == "Duties")
    assert (duties.ordered, [item.text for item in duties.items]) == (True, lines)


def test_items_in_capitals_are_no_headings():
    printed = dict(sections(f"{HEAD}Tickets\n1. SMSTS\n2. NEBOSH\n3. Five years in a shop\n{END}"))
    assert printed["Tickets"] == ["SMSTS", "NEBOSH", "Five years in a shop"]


@pytest.mark.parametrize(
    "line",
    [
        "Depots: Bris - Tba - Warwick - Roma",
        "Own the whole long run from Bris - Tba - Warwick every night",
        "Staffing: day 1:8 - evening 1:10 - night 1:15",
        "Own the P&L - labor - stock - freight",
    ],
)
@pytest.mark.parametrize("mark", ["", "- ", "• ", "1. "])
def test_names_with_dashes_between_them_stay_in_their_line(mark, line):
    printed = dict(sections(f"{HEAD}Duties\n{mark}{line}\n{mark.replace('1', '2')}Lead the crews\n{END}"))
    assert printed["Duties"] == [line, "Lead the crews"]


def test_a_line_that_begins_with_a_dash_is_a_list_still():
    printed = dict(sections(f"{HEAD}Duties: - Mend the pumps - Lead the crews - Plan the vans\n{END}"))
    assert printed["Duties"] == ["Mend the pumps", "Lead the crews", "Plan the vans"]


def test_a_heading_over_a_lone_wish_stays_over_it():
    wishes = ["Welsh a plus", "Polish an advantage"]
    lists = f"Requirements\n- Five years in repair\n- A licence\n\nLanguages\n- {wishes[0]}\n- {wishes[1]}\n"
    text = f"{HEAD}Duties\n- Mend pumps\n\n{lists}{END}"
    assert ("Languages", wishes) in sections(text)
    assert entry(posting(text)[3], "Languages").became is Became.HEADING


def test_terms_behind_wishes_are_apart_without_a_heading_of_ours():
    loose = "Lifting, climbing into pits, wet weather.\n\n£58,000, a van and 24 days.\n"
    text = f"{HEAD}Duties\n- Mend pumps\n\nNice to have\n- Welsh\n\n{loose}{END}"
    printed = sections(text)
    assert ("", ["Lifting, climbing into pits, wet weather."]) in printed
    assert ("", ["£58,000, a van and 24 days."]) in printed


def test_labelled_facts_below_a_heading_stay_together():
    facts = [
        "Reports to: Chief Executive",
        "Direct reports: Head of Repairs; Head of Homes; Head of Compliance; Head of Assets",
        "Budget: £19m",
    ]
    text = HEAD.replace("Leeds\n", "Leeds\n\nRole Profile\n" + "\n".join(facts) + "\n", 1) + "Duties\n- Mend\n" + END
    assert [part for part in sections(text) if part[0] == "Role Profile"] == [("Role Profile", facts)]


def test_a_heading_with_nothing_left_below_it_can_come_back():
    began, brief, _, _ = posting(f"{HEAD}Duties\n- Mend pumps\n\nReports to\nThe managing director\n{END}")
    brief = replace(brief, reports_to="the chair")
    document, account = make(began, templates()["director-of-operations"], brief, version=1)
    heading = entry(account, "Reports to")
    assert "Reports to" not in [section.heading for section in document.sections]
    assert (heading.became, heading.can_come_back) == (Became.LEFT_OUT, True)
