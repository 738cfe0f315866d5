"""Headings of an advert: hers as she set them, ours only where they name what is below."""

import pytest

from roles.core.starting import Became

from .test_account import posting
from .test_her_order import GARDENS, headings, hers

END = GARDENS.index("\nReady?")


def printed(behind="", *, needs=""):
    """Return the headings and the lines of a posting from the text with `needs` for its list of them, `behind` it."""
    begin = GARDENS.index("You'll need")
    text = GARDENS[:begin] + (needs or GARDENS[begin:END]) + GARDENS[END:].rstrip("\n") + behind
    _, _, document, account = posting(text)
    return headings(document), hers(document), account


@pytest.mark.parametrize("heading", ["The honest part", "Living here"])
def test_a_line_alone_between_paragraphs_is_a_heading(heading):
    behind = (
        "\n\nIf you have most of this but not all, please write to us.\n\n"
        f"{heading}\n\nApril to June is heavy, and some mornings begin at five when the weather has turned overnight.\n"
    )
    assert heading in printed(behind)[0]


def test_a_heading_that_begins_a_sentence_keeps_its_colon_and_so_do_all():
    found, _, _ = printed(needs="Applicants must have:\n- Five years leading crews\n- A clean driving record\n")
    assert "Applicants must have:" in found


def test_below_another_heading_the_beginning_of_a_sentence_is_a_line():
    needs = "About you\n\nTo be successful in this role you will have:\n- Five years leading crews\n- A clean record\n"
    found, lines, _ = printed(needs=needs)
    assert "About you" in found
    assert "To be successful in this role you will have:" in lines


def test_a_heading_over_one_within_its_line_is_printed():
    needs = "Person specification\n\nEssential: a degree or its like; five years leading crews; a clean record.\n"
    assert "Person specification" in printed(needs=needs)[0]


def test_equal_opportunity_is_no_heading_of_ours_over_other_conditions():
    behind = (
        "\n\nHow to apply\nSend a CV to jobs@harrow.example by 5pm on Friday 30 January.\n\n"
        "You must be entitled to work in Ireland. Harrow & Finch is an equal opportunities employer.\n"
    )
    found, lines, _ = printed(behind)
    assert "Equal opportunity" not in found
    assert any("entitled" in line for line in lines)


def test_how_to_apply_is_a_heading_once_and_over_no_line_like_it():
    needs = "You'll need\n- Five years leading crews\n- A clean record\n\nTo apply send a CV to jobs@harrow.example.\n"
    text = GARDENS[: GARDENS.index("You'll need")] + needs
    assert "How to apply" not in headings(posting(text)[2])

    steps = (
        "\n\nHow to apply\nSend a CV to jobs@harrow.example with answers to:\n1. How many crews?\n2. Which tools?\n\n"
    )
    more = "We're reviewing from March 3 and plan three steps: a call, half a day with us, and a talk with the crews.\n"
    assert printed(steps + more)[0].count("How to apply") == 1


def test_children_and_young_people_who_are_kept_safe_are_no_age():
    safe = "The trust is committed to the welfare of children and young people and expects all staff to share this."
    _, lines, account = printed(f"\n\n{safe}\n")
    assert any(safe in line for line in lines)
    assert all(entry.became is not Became.LEFT_OUT for entry in account.entries if "young" in entry.text)


def test_two_lists_below_one_heading_are_named_in_lines_of_it():
    asked = "Essential:\n- Five years leading crews\n- A driving licence\n\nDesirable:\n- Spanish\n- Arboriculture\n"
    needs = f"The successful candidate\n\n{asked}"
    found, lines, _ = printed(needs=needs)
    assert "The successful candidate" in found
    assert "Desirable" not in found
    assert lines[lines.index("Desirable:") :][1:3] == ["Spanish", "Arboriculture"]
    assert lines.index("Essential:") < lines.index("A driving licence") < lines.index("Desirable:")


def test_a_label_within_its_line_stays_there():
    nice = "Nice to have: ETCP rigging certification, CDL or DOT compliance experience, Spanish, experience with trees."
    found, lines, _ = printed(
        needs=f"What we're looking for\n- Five years leading crews\n- A driving licence\n\n{nice}\n"
    )
    assert nice in lines
    assert "Nice to have" not in " ".join(found)


def test_what_ends_her_text_on_equality_is_below_no_heading_of_ours():
    behind = (
        "\n\nHow to apply\nSend a CV to jobs@harrow.example.\n\nHarrow & Finch is an equal opportunities employer.\n"
    )
    found, lines, _ = printed(behind)
    assert "Equal opportunity" not in found
    assert lines[-1].endswith("is an equal opportunities employer.")


def test_a_repeated_beginning_of_a_sentence_stays_with_what_goes_on():
    behind = (
        "\n\nOn site. €82,000–€92,000.\n\nWhat you get\n"
        "€82,000–€92,000, and a bonus of up to 10%, paid each February. A pension. A company car instead.\n"
    )
    _, lines, _ = printed(behind)
    assert any(line.startswith("€82,000–€92,000, and a bonus") for line in lines)


def test_a_wish_within_brackets_cuts_no_line():
    needs = "You'll need\n- Five years leading crews\n- Current driver's licence (MR an advantage)\n- A clean record\n"
    _, lines, _ = printed(needs=needs)
    assert any(line.endswith("licence (MR an advantage)") for line in lines)


@pytest.mark.parametrize(
    "behind",
    [
        "Hours are 7.00 to 4.30 Monday to Friday, and you will be on the phone for call outs on a rota.",
        "You must have the right to work in the US, we are unable to offer sponsorship for this position.",
        "benefits: 2 weeks paid vacation (not in summer sorry), simple IRA 3% match, $350 toward health insurance",
        "NO AGENCIES PLEASE",
    ],
)
@pytest.mark.parametrize("asked", ["", "To apply please forward your CV to jobs@harrow.example by 30 January.\n\n"])
def test_terms_get_no_heading_of_ours(asked, behind):
    hers_alone = ["Why this job exists", "Your week", "Who we are", "You'll need", "What we offer"]
    text = GARDENS[:END].rstrip() + "\n\nWhat we offer\n- A van\n- 25 days\n\n"
    _, _, document, _ = posting(f"{text}{asked}{behind}\n")
    assert [one for one in headings(document) if one != "How to apply"] == hers_alone
    assert behind in hers(document)


def test_how_to_apply_is_over_what_is_behind_two_lists_once():
    more = "Send your CV to jobs@harrow.example."
    text = f"{GARDENS[:END]}\nEmail Rosa on rosa@harrow.example.\n\nWhat we offer\n- A van\n\n{more}\n\nNo calls.\n"
    assert headings(posting(text)[2]).count("How to apply") == 1


@pytest.mark.parametrize("mark", ["- ", ""])
def test_groups_below_one_heading_are_lines_of_it_up_to_the_next(mark):
    groups = "Warehouse\n- Oversee receiving\n- Plan the trucks\n\nPeople\n- Lead three managers\n- Hire two more\n\n"
    groups = f"WHAT YOU'LL DO\n{groups}WHAT YOU BRING\n- Five years in a warehouse\n- A licence\n".replace("- ", mark)
    text = GARDENS[: GARDENS.index("Who we are")] + groups + GARDENS[END:]
    _, _, document, _ = posting(text)
    found = headings(document)
    assert "What you'll do" in found
    assert not {"Warehouse", "People", "What you'll do – Warehouse"} & set(found)
    lines = hers(document)
    assert lines.index("Warehouse") < lines.index("Oversee receiving") < lines.index("People")
    assert "What you bring" in found


def test_pay_in_a_paragraph_below_what_she_needs_is_no_requirement():
    text = (
        "OPERATIONS DIRECTOR WANTED - online shop, Nelson\n\nHi, we are Tideline Tackle. 11 of us.\n\nwhat you'd do\n"
        "- run the warehouse\n- book the trucks\n\nyou need\nRun a warehouse before. Good with numbers.\n\n"
        "Pay 95-110k plus kiwisaver. 4 weeks leave. Mon to fri.\n\nSend CV to jo@tideline.example\n"
    )
    required = [section for section in posting(text)[2].sections if section.heading == "Required"]
    assert not any("95-110k" in item.text for section in required for item in section.items)
