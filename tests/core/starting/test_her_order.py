"""An advert keeps its own order, headings, paragraphs and words; ours only fills what it lacks."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roles.core.compose import compose
from roles.core.document import Source
from roles.core.editing import carry_over
from roles.core.starting import Became, make, read_old_text, start
from roles.core.starting.account import is_printed
from roles.core.starting.advert import is_advert

from .test_account import TODAY, entry, lines_of, posting, templates, words
from .texts import NOTES, VET_CLINICS, VET_LINES

GARDENS = """Director of Operations
Harrow & Finch Landscapes, Asheville, NC

Why this job exists
Rosa is moving to design in May and wants to hand the week to somebody she trusts. We work hard, play hard.

Your week
You will run five maintenance crews and two build crews.
- Build the crew schedule each Thursday and re-cut it when the weather turns
- Keep every build job inside the hours we sold
- Hire and train crew leads (three before March)
- Other duties as assigned

Who we are
We look after gardens for 220 homes around Asheville. Rosa started the company from her garage in 2009.

You'll need
- Five years leading field crews
- A clean driving record
- Spanish is a big plus

Ready?
Send a resume and a photo of the worst job you ever rescued to jobs@harrowfinch.example.
"""

LETTER = """Operations Director

Saltmarsh Housing lets and repairs 640 homes in Norfolk from two offices, with 58 staff and four heads of service.

The Director will set the plan for repairs, agree it with the board and see that it is carried out by March 2028.

The first year brings the choice between a new repairs contract and a team of our own, and a move to one office.

Candidates will have led a repairs or property service and will understand what the regulator expects of a landlord.

To apply, send a CV and a letter of no more than two pages to jobs@saltmarsh.example by noon on 29 January 2027.
"""

HEADINGS = ("The company", "What you'll do", "Requirements", "What we offer", "How to apply", "A word from Rosa")
LINES = (
    "We pack tea for 90 grocers from one shed by the river, and send it out on three vans every morning.",
    "- Plan the routes of 11 vans each Friday, with the two shift leads",
    "- Own the budget for wages, rent and fuel, and explain every gap by the tenth",
    "- Five years in a packing hall, or two in a tea house",
    "- A forklift licence is a plus",
    "- Must have led a shift of 20 people",
    "Salary of £48,000 to £55,000 a year, plus a bonus on waste.",
    "You report to Rosa, who owns the shop. Two shift leads report to you.",
    "- Passionate team player",
    "Location: Leeds, UK",
    "Write to jobs@tea.example by 5 March 2027 with a page on your worst week. No agencies.",
    "",
)


def headings(document):
    return [section.heading for section in document.sections if section.heading]


def hers(document):
    return [item.text for item in document.items() if item.provenance.source is not Source.STATEMENT]


@pytest.mark.parametrize(
    ("text", "advert"),
    [
        (GARDENS, True),
        (LETTER, True),
        (VET_CLINICS, True),
        (VET_LINES, False),
        (NOTES, False),
        ("\n".join(line.lower() for line in GARDENS.replace("- ", "").splitlines()), False),
        (GARDENS[:150], False),
        (
            "Pay: $90,000\nHours: 38 a week\nType: Full-time\nPlace: Leeds\n\nThe job\n- " + "Run the crews\n- " * 12,
            True,
        ),
        ("", False),
    ],
)
def test_an_advert_is_distinguished_from_notes(text, advert):
    assert is_advert(read_old_text(text).read) is advert


def test_her_headings_and_their_order_stay():
    _, _, document, _ = posting(GARDENS)
    expected = ["Why this job exists", "Your week", "Who we are", "You'll need", "Ready?"]
    assert headings(document) == expected


def test_a_paragraph_and_the_list_below_it_stay_together():
    _, _, document, _ = posting(GARDENS)
    texts = hers(document)
    begin = texts.index("You will run five maintenance crews and two build crews.")
    assert texts[begin + 1 : begin + 3] == [
        "Build the crew schedule each Thursday and re-cut it when the weather turns",
        "Keep every build job inside the hours we sold",
    ]


def test_paragraphs_without_headings_stay_as_they_are():
    _, _, document, _ = posting(LETTER, "operations-director")
    assert hers(document) == LETTER.split("\n\n", 1)[1].strip().split("\n\n")
    assert headings(document) == []


def test_a_letter_keeps_its_salutation_and_its_name():
    letter = LETTER.replace("Saltmarsh Housing lets", "Dear reader,\n\nSaltmarsh Housing lets", 1) + "\nAnn Wye\n"
    _, _, document, account = posting(letter, "operations-director")
    assert (hers(document)[0], hers(document)[-1]) == ("Dear reader,", "Ann Wye")
    assert Became.LEFT_OUT not in {one.became for one in account.entries}


def test_a_sentence_that_closes_its_paragraph_stays():
    text = GARDENS.replace("We work hard, play hard.", "That's the job.")
    _, _, document, _ = posting(text)
    assert any(line.endswith("That's the job.") for line in hers(document))


def test_a_hollow_line_is_pointed_at_and_stays():
    _, _, document, account = posting(GARDENS)
    assert Became.LEFT_OUT not in {one.became for one in account.entries}
    assert entry(account, "Other duties as assigned").reason.startswith("Every posting says this")
    assert "Other duties as assigned" in hers(document)
    assert any(line.endswith("somebody she trusts. We work hard, play hard.") for line in hers(document))


def test_a_single_wish_stays_in_her_list_in_her_words():
    _, _, document, account = posting(GARDENS)
    assert "Spanish is a big plus" in [item.text for item in lines_of(document, "required")]
    assert "Preferred" not in headings(document)
    assert entry(account, "Spanish").became is Became.KEPT


def test_a_wish_stays_in_her_list_though_she_has_one_of_wishes():
    split = GARDENS.replace("\nReady?", "\nNice to have\n- A photo of your garden\n\nReady?")
    headings = {section.heading: [item.text for item in section.items] for section in posting(split)[2].sections}
    assert headings["Nice to have"] == ["A photo of your garden"]
    assert "Spanish is a big plus" in headings["You'll need"]


def required_of(first):
    text = GARDENS.replace("- Five years leading field crews", f"- {first}")
    sections = [(section.heading, [item.text for item in section.items]) for section in posting(text)[2].sections]
    return [section for section in sections if section[0] in ("You'll need", "Preferred")]


@pytest.mark.parametrize(
    "wish", ["Landscape design preferred", "A trade background is preferred. Experience with old walls an advantage"]
)
def test_wishes_are_lines_of_her_list_as_typed(wish):
    ((heading, lines),) = required_of(wish)
    assert heading == "You'll need"
    assert {wish, "Spanish is a big plus"} <= set(lines)


def test_a_line_that_only_ends_with_a_wish_stays_whole():
    line = "5+ years with a mill, a dairy or a brewery, more than one site preferred"
    assert required_of(line)[0] == ("You'll need", [line, "A clean driving record", "Spanish is a big plus"])


def test_an_advert_that_lacks_nothing_gets_no_line_of_ours():
    _, _, document, _ = posting(GARDENS)
    assert Source.STATEMENT not in {item.provenance.source for item in document.items()}
    assert document.sections[-1].heading == "Ready?"


@pytest.mark.parametrize("line", ["- Call the boiler guy before six", "- 25 days + your birthday off"])
def test_a_word_that_might_be_a_risk_takes_no_fact_of_hers_away(line):
    text = GARDENS.replace("- Other duties as assigned", line)
    assert line.removeprefix("- ") in hers(posting(text)[2])


def test_a_paragraph_behind_her_list_is_none():
    closing = "The yard gives boots and a coat. Weekends are free, 2nd Saturdays too."
    text = GARDENS.replace("- Other duties as assigned\n", f"{closing}\n")
    assert closing in hers(posting(text)[2])


def test_a_letter_without_headings_gets_no_line_of_ours():
    _, _, document, _ = posting(LETTER, "operations-director")
    assert Source.STATEMENT not in {item.provenance.source for item in document.items()}


def test_ours_does_not_speak_to_you_where_she_does_not():
    _, _, document, _ = posting(LETTER, "operations-director")
    assert not [item.text for item in document.items() if item.text.startswith("You ")]


@pytest.mark.parametrize(
    "line", ["Harrow & Finch is an equal opportunity employer.", "Tell us if a reasonable adjustment would help you."]
)
def test_hers_on_equality_or_support_stays_alone(line):
    _, _, document, account = posting(f"{GARDENS}\n{line}\n")
    assert entry(account, line).became is Became.KEPT
    assert Source.STATEMENT not in {item.provenance.source for item in document.items()}


def test_what_follows_a_paragraph_on_equality_is_not_below_its_heading():
    welcome = "We welcome applications from people of every background."
    letter = LETTER.replace("\nCandidates will", f"\n{welcome}\n\nCandidates will")
    _, _, document, _ = posting(letter, "operations-director")
    at = {item.text: place for place, part in enumerate(document.sections) for item in part.items}
    behind = next(text for text in at if text.startswith("Candidates"))
    assert at[welcome] < at[behind]
    assert not any(document.sections[place].heading for place in range(at[behind] + 1))


def test_what_ends_a_section_on_applying_is_below_a_heading_for_it():
    _, _, document, _ = posting(VET_CLINICS)
    assert [item.text for item in lines_of(document, "apply")] == [
        "Send your resume to work@larkmoor.example. No phone calls please.",
    ]


def test_a_line_of_facts_above_all_headings_is_there_alone():
    began, brief, document, account = posting(GARDENS.replace("Asheville, NC", "Asheville, NC (some days in Canton)"))
    assert brief.place == "Asheville, NC (some days in Canton)"
    assert entry(account, "Harrow & Finch").became is Became.KEPT
    assert len([text for text in hers(document) if "Canton" in text]) == 1
    assert document.facts.lines() == ()
    assert dict(document.facts.known())["Location"] == "Asheville, NC (some days in Canton)"
    assert began.order


def test_a_line_with_an_answer_that_she_changed_is_left_out():
    text = GARDENS.replace("You'll need", "Pay\nSalary: $90,000 to $99,000 a year\n\nYou'll need")
    began, brief, document, _ = posting(text)
    assert "Pay" not in dict(document.facts.lines())
    changed = replace(brief, base_salary=replace(brief.base_salary, max_value=brief.base_salary.max_value + 1))
    document, account = make(began, templates()["director-of-operations"], changed, version=1)
    assert entry(account, "Salary").reason == "You have given another answer since."
    assert not [text for text in hers(document) if "$90,000" in text]
    assert "Pay" in dict(document.facts.lines())


@given(st.lists(st.sampled_from(HEADINGS) | st.sampled_from(LINES), min_size=8, max_size=24))
def test_any_advert_keeps_its_words_in_their_order(lines):
    text = "Director of Operations\n\n" + "\n".join(f"\n{line}" if line in HEADINGS else line for line in lines)
    old = read_old_text(text)
    began = start(old, templates()["director-of-operations"], today=TODAY)
    assume(began.order)
    _, _, document, account = posting(text)
    assert words(*(one.text for one in account.entries)) == words(text)
    kept = [one for one in account.entries if one.became is Became.KEPT]
    assert all(is_printed(one, document) for one in account.entries if one.lines)
    printed = " ".join(re.sub(r"\s+", " ", line) for line in hers(document))
    at = 0
    for one in kept:
        at = printed.find(one.text, at) + 1
        assert at, one.text
    assert not Counter(words(*hers(document))) - words(text)
    left = [one for one in account.entries if one.became is Became.LEFT_OUT]
    assert all(one.reason and one.section for one in left)


def test_a_heading_right_below_another_is_a_line_of_it():
    lists = "Qualifications\nRequired\n- Five years leading crews\n\nPreferred\n- Spanish"
    text = GARDENS.replace(GARDENS[GARDENS.index("You'll need") : GARDENS.index("\nReady?")], lists + "\n")
    _, _, document, account = posting(text)
    assert headings(document)[-2:] == ["Qualifications", "Ready?"]
    lines = hers(document)
    assert lines[lines.index("Required") :][:4] == ["Required", "Five years leading crews", "Preferred", "Spanish"]
    assert entry(account, "Required").became is Became.KEPT


def test_a_header_in_parts_stays_as_it_is():
    header = "Asheville, NC | $90,000 - $99,000 a year | Bring your dog"
    text = GARDENS.replace("Landscapes, Asheville, NC", f"Landscapes, Asheville, NC\n{header}")
    _, _, document, _ = posting(text)
    assert hers(document)[:2] == ["Harrow & Finch Landscapes, Asheville, NC", header]


def test_words_behind_an_amount_keep_their_comma():
    paid = "$90,000–$99,000, bonus of up to 9%, 4 weeks vacation."
    assert paid in hers(posting(GARDENS.replace("\nReady?", f"\nWhat we offer\n{paid}\n\nReady?"))[2])


def test_a_welcome_to_everybody_within_another_section_is_not_repeated():
    welcome = "Harrow & Finch welcomes applications from all qualified people and will accommodate needs."
    _, _, document, _ = posting(GARDENS.rstrip("\n") + f" {welcome}\n")
    assert any(welcome in text for text in hers(document))
    assert Source.STATEMENT not in {item.provenance.source for item in document.sections[-1].items}


@pytest.mark.parametrize(
    "line",
    [
        "Hi, we are Harrow & Finch, a gardening firm with five crews in Asheville and 31 staff.",
        "This is a new post in a firm of five crews. The post is a new role.",
        "You will be the first person in this job.",
        "Harrow & Finch is a fast-growing tree and pond contractor looking for a rockstar to join our exciting team!",
    ],
)
def test_a_sentence_on_the_firm_or_on_a_new_post_stays(line):
    text = GARDENS.replace("Why this job exists\n", f"{line}\n\nWhy this job exists\n")
    assert line in hers(posting(text)[2])


def test_headings_and_the_firm_in_capitals_are_set_as_the_text_writes_them():
    text = GARDENS.replace("Harrow & Finch Landscapes", "HARROW & FINCH LANDSCAPES").replace(
        "We look", "Harrow & Finch Landscapes looks"
    )
    text = text.replace("Who we are", "ABOUT HARROW & FINCH LANDSCAPES")
    began, _, document, _ = posting(text)
    assert began.answers["company"] == "Harrow & Finch Landscapes"
    assert "About Harrow & Finch Landscapes" in headings(document)


def test_what_introduces_a_message_is_left_out():
    text = GARDENS.replace("Rosa is moving", "Hi all, putting this here and on Seek. Rosa is moving")
    account = posting(text.replace("Why this job exists\n", ""))[3]
    assert entry(account, "Hi all").became is Became.LEFT_OUT
    assert entry(account, "Rosa is moving").became is Became.KEPT


def test_new_answers_leave_an_advert_in_its_order_and_words():
    _, brief, document, _ = posting(GARDENS)
    template = templates()["director-of-operations"]
    old = compose(template, brief, version=1)
    assert carry_over(old, document, old) == document
    changed = replace(brief, reports_to="the board", own_duties=brief.own_duties.replace("Thursday", "Friday"))
    after = carry_over(old, document, compose(template, changed, version=1))
    assert headings(after) == headings(document)
    bare = [[text.rstrip(".").replace("Friday", "Thursday") for text in hers(one)] for one in (after, document)]
    assert bare[0] == bare[1]
    assert after.facts.reports_to == "the board"


def test_the_heading_of_a_form_is_none_of_hers():
    text = "Job Description\nDirector of Operations\nSupervisor: Head of Sites\n\n" + GARDENS.split("\n", 1)[1].lstrip()
    _, brief, document, account = posting(text)
    assert brief.reports_to == "Head of Sites"
    assert headings(document)[0] == "Why this job exists"
    assert entry(account, "Director of Operations").became is Became.ANSWER
    assert entry(account, "Supervisor").became is Became.KEPT
    assert "Reports to" not in dict(document.facts.lines())
    assert "About the job" in headings(posting(GARDENS.replace("Your week", "About the job"))[2])


def test_a_clean_record_of_a_driver_is_no_risk():
    text = GARDENS.replace("A clean driving record", "Valid driver's license with clean record")
    assert "Valid driver's license with clean record" in hers(posting(text)[2])
