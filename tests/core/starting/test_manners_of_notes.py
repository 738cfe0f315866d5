"""Notes as owners send them: lead-ins in small letters, pay in short, names below, marks without a space."""

import pytest

from roles.core.starting import Became, read_old_text, start

from .test_account import TODAY, entry, lines_of, posting, templates
from .test_her_order import hers

NOTES = """ops director for the clinics
runs:
the 3 front desks, billing, the schedule
keep clients.
needs to
train the new desk people
$$: 140-160
must have run a multi site practice
nice - dentrix
You don't need to be a nurse
"""


def texts(document, key):
    return [item.text for item in lines_of(document, key)]


def test_a_lead_in_of_notes_sorts_what_is_below_it():
    began, brief, document, account = posting(NOTES)
    duties = texts(document, "responsibilities")
    assert duties[:3] == ["The 3 front desks, billing, the schedule.", "Keep clients.", "Train the new desk people."]
    assert [entry(account, words).became for words in ("runs:", "needs to")] == [Became.HEADING] * 2
    assert brief.own_required == "run a multi site practice"
    assert brief.own_preferred == "dentrix"
    assert "You don't need to be a nurse" not in " ".join(texts(document, "required"))
    assert (began.answers["base_salary"].min_value, began.answers["base_salary"].max_value) == (140_000, 160_000)


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("$$: 140-160", 140_000, 160_000),
        ("pay 85 to 95, plus van", 85_000, 95_000),
        ("Pay is in the 60s", 60_000, 69_000),
        ("salary in the high 70s", 70_000, 79_000),
        ("150-165 + super + ute", 150_000, 165_000),
        ("150-165 + pallets a day", None, None),
        ("pay 9-5", None, None),
        ("$$: 12-14 vans", None, None),
        ("base 3 to 5 people", None, None),
    ],
)
def test_pay_in_thousands_is_read_behind_a_label_of_pay(line, least, most):
    text = f"ops director\n\n- bake bread in York, UK\n- {line}\n"
    pay = start(read_old_text(text), templates()["operations-director"], today=TODAY).answers.get("base_salary")
    assert (pay and pay.min_value, pay and pay.max_value) == (least, most)


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("ESSENTIAL DUTIES AND RESPONSIBILITIES (other tasks may follow in summer)", "(other tasks may follow"),
        ("Requirements (we train the rest)", ""),
    ],
)
def test_a_heading_with_a_remark_in_brackets_is_a_heading(heading, rest):
    _, _, document, account = posting(f"Director of Operations\n\n{heading}\n- Bake 900 loaves\n- Count the flour\n")
    assert entry(account, heading.partition(" (")[0]).became is Became.HEADING
    assert any(text.startswith(rest) for text in hers(document))
    assert heading not in hers(document)


def test_a_bracket_is_not_cut():
    _, brief, _, account = posting("Ops\n\nRequirements\n- Run a shop\n- ERP experience (Epicor, JobBOSS) preferred\n")
    assert brief.own_preferred == "ERP experience (Epicor, JobBOSS)"
    assert all(one.text.count("(") == one.text.count(")") for one in account.entries)


def test_a_star_without_a_space_is_a_mark():
    _, _, document, _ = posting("Ops\n\nDuties\n*3 crew leaders\n*Keep claims under 1%\n")
    assert {"3 crew leaders.", "Keep claims under 1%."} <= set(hers(document))


@pytest.mark.parametrize("behind", ["Only people with a work permit please.", "Start February."])
def test_a_signature_below_another_line_on_hiring_is_left_out(behind):
    text = f"Ops\n\nDuties\n- Bake\n\nHow to apply\nWrite to jobs@depot.example. {behind}\n\nMel & Dave.\n"
    assert entry(posting(text)[3], "Mel").became is Became.LEFT_OUT


def test_a_note_on_whom_somebody_needs_is_printed_above_its_duties():
    text = "ops director\n\nneed someone to run both sheds, i do sales\n- timber buying\n- safety of 9 saws\n"
    _, _, document, _ = posting(text)
    assert lines_of(document, "summary")[0].text == "Need someone to run both sheds, i do sales."
    assert [item.text for item in lines_of(document, "responsibilities")][:2] == ["Timber buying.", "Safety of 9 saws."]


@pytest.mark.parametrize(("line", "printed"), [("", False), ("Reports to the owner.\n\n", True)])
def test_ours_names_whom_the_post_reports_to_only_where_she_does(line, printed):
    _, _, document, _ = posting(f"Ops\n\n{line}Duties\n- Run 9 crews\n- Own the stock\n")
    assert any("report to the owner" in item.text for item in document.items()) is printed


def test_one_who_reports_to_the_post_is_not_all_that_it_leads():
    began, _, document, _ = posting("Ops\n\nDuties\n- Run 9 crews\n- The Safety Manager reports to you\n")
    assert "leads" not in began.answers
    assert not [item for item in document.items() if "lead the Safety Manager" in item.text]


@pytest.mark.parametrize("place", ["Exeter / Tavistock", "Exeter and Tavistock", "Holland, MI (some days in Bend)"])
def test_all_of_a_place_is_the_place_and_nothing_of_it_is_left_over(place):
    began, _, document, _ = posting(f"Director of Operations\n\nLocation: {place}\n\nDuties\n- Bake\n")
    assert began.answers["place"] == place
    assert not lines_of(document, "conditions")


def test_the_sentence_that_names_the_superior_is_the_one_it_is_merged_with():
    _, _, _, account = posting("Ops\n\nReports to the CEO.\n\nDuties\n- Run 9 crews\n- Own the stock\n")
    assert entry(account, "Reports to the CEO").ours.startswith("You report to the CEO")
