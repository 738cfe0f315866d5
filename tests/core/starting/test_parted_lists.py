"""An advert whose lists are parted by short headings, and labels in the middle of a line, which are none."""

import pytest

from roles.core.document import SectionKind

from .test_account import entry, posting
from .test_her_order import hers

HEAD = """Director of Operations
Quern Pumps Ltd, Leeds

Quern Pumps mends pumps for 40 dairies and breweries across Yorkshire with 34 people and eleven vans. We started in
1991 in a garage behind the old mill, and last year the three shops and the crews on the road mended 2,300 pumps.

You will run the shop and the crews so that the two founders can go back to drawing new pumps and selling them. In the
first year we would like fewer calls at night, fewer pumps that come back, and invoices that leave on the day.

"""
END = "\nRequirements\n- Five years in a repair shop\n\nApply\nSend a CV to jobs@quern.example.\n"
MARKS = ("- ", "")


def sections(text):
    return [(section.heading, [item.text for item in section.items]) for section in posting(text)[2].sections]


@pytest.mark.parametrize("mark", MARKS)
def test_a_list_keeps_the_short_headings_that_part_it(mark):
    lines = (
        *("What you'll do", "Leadership", f"{mark}Coach three supervisors and the planner"),
        *(f"{mark}Set the rota for the call-outs", "Stock", f"{mark}Keep the stock of seals right"),
        *("Quality", f"{mark}Cut the repair time from 9 days to 6"),
    )
    printed = sections(HEAD + "\n".join(lines) + "\n" + END)
    assert printed[3:9] == [
        ("What you'll do", ["Leadership"]),
        ("", ["Coach three supervisors and the planner", "Set the rota for the call-outs"]),
        ("", ["Stock"]),
        ("", ["Keep the stock of seals right"]),
        ("", ["Quality"]),
        ("", ["Cut the repair time from 9 days to 6"]),
    ]


def test_the_lines_below_such_headings_are_lists_alike():
    lines = (
        "What you'll do\nStock\nKeep the stock of seals right\nCrews\nPlan the routes of 11 vans\nSend them out by 7\n"
    )
    document = posting(f"{HEAD}{lines}{END}")[2]
    lists = [section for section in document.sections[3:7] if section.items[0].text not in ("Stock", "Crews")]
    assert [section.kind for section in lists] == [SectionKind.BULLETS] * 2


def test_short_lines_of_a_list_of_short_lines_head_nothing():
    lines = "What you'll do\nStock and vans\nPayroll\nHiring and training\nThe yard\n"
    assert sections(f"{HEAD}{lines}{END}")[3] == (
        "What you'll do",
        ["Stock and vans", "Payroll", "Hiring and training", "The yard"],
    )


def test_a_label_in_the_middle_of_a_line_is_no_heading():
    text = HEAD + "Duties\n- Mend pumps\n" + END.rstrip() + " Contact: Ann Wye, 0113 496 0001.\n"
    assert sections(text)[-1][0] == "Apply"
    assert sections(text)[-1][1][0] == "Send a CV to jobs@quern.example. Contact: Ann Wye, 0113 496 0001."


@pytest.mark.parametrize("offer", ["", "What we offer\n- A van\n\n"])
def test_pay_behind_her_last_list_gets_no_heading_of_ours(offer):
    paid = "£60,000 to £66,000, full time, with 25 days holiday and no holiday in December."
    lists = f"Duties\n- Mend pumps\n\n{offer}Requirements\n- Five years in a repair shop\n"
    text = f"{HEAD}{lists}\n{paid}\n\nSend a CV to jobs@quern.example.\n"
    assert ("", [paid]) in sections(text)


def test_a_firm_is_not_cut_behind_an_abbreviation():
    line = "Company: Quern Pumps Pvt. Ltd."
    text = (HEAD + "Duties\n- Mend pumps\n" + END).replace("Quern Pumps Ltd, Leeds", f"{line}\nLocation: Leeds")
    assert entry(posting(text)[3], line).text == line


def test_whom_the_post_leads_stays_where_the_head_does_not_print_it():
    line = "Supervises: Warehouse Manager, Transport Manager"
    text = (HEAD + "Duties\n- Mend pumps\n" + END).replace("Leeds\n", f"Leeds\n{line}\n", 1)
    assert line in hers(posting(text)[2])


@pytest.mark.parametrize(
    ("line", "bullets"), [("Quern mends pumps in three shops. It has 34 people.", 0), ("Five years in repair.", 1)]
)
def test_background_over_sentences_on_the_firm_asks_for_nothing(line, bullets):
    text = f"{HEAD}Background\n{'- ' * bullets}{line}\n\nDuties\n- Mend pumps\n{END}"
    part = next(section for section in posting(text)[2].sections if section.heading == "Background")
    assert (part.purpose == "required", [item.text for item in part.items]) == (bool(bullets), [line])


DUTIES = ("Plan the routes of 11 vans", "Own the budget for seals and fuel", "Lead the three supervisors")
TOLD = (
    "Scheduling and dispatch. Two schedulers fill 95 crew days a week.",
    "The crews. Four leading hands report to you.",
    "Stock and purchasing. About 3.2m a year, out of one warehouse.",
)


def test_paragraphs_below_a_heading_become_no_list():
    told, listed = (f"{HEAD}What you'll do\n" + "\n\n".join(lines) + f"\n{END}" for lines in (TOLD, DUTIES))
    kinds = [next(one.kind for one in posting(text)[2].sections if one.heading) for text in (told, listed)]
    assert kinds[0] is not SectionKind.BULLETS
    assert kinds[1] is SectionKind.BULLETS
    assert set(TOLD) <= set(hers(posting(told)[2]))


def test_a_wish_among_her_requirements_stays_there_and_is_printed_once():
    lines = "Person specification\n- At least 5 years in a pump shop\n- Knowledge of LOLER an advantage\n"
    printed = [item.text for section in posting(f"{HEAD}{lines}{END}")[2].sections for item in section.items]
    assert [line for line in printed if "LOLER" in line] == ["Knowledge of LOLER an advantage"]
