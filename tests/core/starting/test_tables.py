"""Tables in an old text: a row is a line, the row that names the columns is none, and no mark of a table is printed."""

import pytest

from roles.core.starting import Became

from .test_account import entry, posting
from .test_parted_lists import END, HEAD, sections

PIPES = """| KPA | Measure | Weight |
|---|---|---|
| Delivery | On time in full | 30% |
| Quality | Rejected batches below 0.5% | 25% |
"""
ROWS = ["Delivery: On time in full (weight 30%)", "Quality: Rejected batches below 0.5% (weight 25%)"]


def printed(table, heading="What you will be measured on"):
    return dict(sections(f"{HEAD}{heading}\n{table}{END}"))[heading]


@pytest.mark.parametrize(
    "table",
    [
        PIPES,
        PIPES.replace("|---|---|---|\n", ""),
        PIPES.replace("|---|---|---|\n", "").replace("| ", "\t").replace(" |", "").replace("\n\t", "\n"),
        PIPES.replace("| KPA |", "| # | KPA |").replace("| Del", "| 1 | Del").replace("| Qua", "| 2 | Qua"),
        "KPA     Measure     Weight\nDelivery   On time in full   30%\nQuality   Rejected batches below 0.5%   25%\n",
        "KPA\t\tMeasure\t\tWeight\nDelivery\t\tOn time in full\t\t30%\nQuality\t\tRejected batches below 0.5%\t\t25%\n",
    ],
)
def test_each_row_of_a_table_is_one_line(table):
    assert printed(table) == ROWS


def test_a_figure_has_the_name_of_its_column_before_it():
    table = "Area\tWhat you own\tToday\tTarget\nHygiene\tRecall in 9 offices\t61%\t75% by June\nBilling\tDays\t41\t30\n"
    assert printed(table) == [
        "Hygiene: Recall in 9 offices (today 61%, target 75% by June)",
        "Billing: Days (today 41, target 30)",
    ]


def test_a_share_named_by_its_column_is_printed_with_the_figure():
    assert printed("KPI | Target | Weight (%)\nWaste | 9 | 25\nOutput | 40 | 75\n")[0] == "Waste: target 9, weight 25%"


def test_rows_without_names_of_columns_are_lines_as_well():
    table = "Safety | Under 2.5 by 2027\nOutput | 410 yards a week, both plants\nPeople | Second shift staffed\n"
    assert printed(table)[1] == "Output: 410 yards a week, both plants"


def test_the_account_has_the_row_that_names_the_columns():
    account = posting(f"{HEAD}Targets\n{PIPES}{END}")[3]
    names = entry(account, "KPA")
    assert (names.became, names.lines) == (Became.HEADING, ())
    assert "names the columns" in names.reason
    assert entry(account, "Delivery").lines == (ROWS[0],)


def test_the_names_of_columns_are_no_heading():
    table = PIPES.replace("|---|---|---|\n", "")
    shown = [heading for heading, _ in sections(f"{HEAD}Targets\n\n{table}{END}")]
    assert "Targets" in shown
    assert not any("KPA" in heading for heading in shown)


def test_facts_with_pipes_are_read_as_facts_still():
    text = (
        HEAD.replace("Leeds\n", "Leeds\n\n| Hours | 38 a week |\n| Salary | £60,000 |\n", 1) + "Duties\n- Mend\n" + END
    )
    assert "Salary: £60,000" in [line for _, lines in sections(text) for line in lines]


def test_parts_of_a_line_with_pipes_below_a_heading_have_points():
    assert printed("£60,000 | 30 days | lease car\n", "Package") == ["£60,000 · 30 days · lease car"]


def test_ticks_in_a_table_are_printed_as_the_names_of_their_columns():
    table = "Person spec\t\tEssential\tDesirable\nLevel 4 food safety\t\tX\nSchools experience\t\t\tX\n"
    text = f"{HEAD}Duties\n- Mend the pumps\n- Lead the crews\n\n{table}{END}"
    expected = ["Level 4 food safety (essential)", "Schools experience (desirable)"]
    assert ("Person spec", expected) in sections(text)


def test_an_empty_corner_is_the_head_of_a_table():
    table = "|        | Now  | By Dec 2027 |\n| On step by 7 | 91%  | 98% |\n| Bottles lost | 6.2% | 4% |\n"
    assert printed(table)[0] == "On step by 7: now 91%, by Dec 2027 98%"


def test_how_often_is_printed_without_a_name():
    assert printed("Area | Measure | Frequency\nSafety | Injuries nil | Monthly\n") == [
        "Safety: Injuries nil (monthly)"
    ]


def test_a_share_of_time_is_printed_behind_its_figure():
    table = "| Function | % of time |\n|---|---|\n| Lead the crews | 40 |\n| Mend the pumps | 60 |\n"
    assert printed(table) == ["Lead the crews: 40% of time", "Mend the pumps: 60% of time"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Full-time | $92,000 - $108,000 a year", "Full-time | $92,000 - $108,000 a year"),
        ("Permanent, Full-Time | $88,000–$98,000 per year", "Permanent, Full-Time | $88,000–$98,000 per year"),
        ("Quern Pumps | Leeds", "Quern Pumps | Leeds"),
        ("Salary | $92,000 - $108,000 a year", "Salary: $92,000 - $108,000 a year"),
        ("Employment type | Full-time", "Employment type: Full-time"),
        ("Hours\t37 a week", "Hours: 37 a week"),
    ],
)
def test_only_a_cell_that_labels_a_fact_gets_a_colon(line, shown):
    text = HEAD.replace("Quern Pumps Ltd, Leeds\n", f"Quern Pumps Ltd, Leeds\n{line}\n", 1) + "Duties\n- Mend\n" + END
    assert shown in [one for _, lines in sections(text) for one in lines]
