"""The head of an advert in the owner's lines: her title with what is behind it, and no fact of ours that she states."""

from dataclasses import replace
from decimal import Decimal

import pytest

from roles.core.compose import compose
from roles.core.document import EmploymentType
from roles.core.editing import carry_over
from roles.core.exports import html, markdown, text
from roles.core.starting import make, read_old_text, start, title_in
from roles.core.starting.her_head import behind_title

from .test_account import TODAY, posting, templates
from .test_her_order import GARDENS, LETTER, headings, hers


def head_lines(text, title=""):
    template = templates()["director-of-operations"]
    began, brief, _, _ = posting(text)
    title = title or title_in(read_old_text(text).read, template.title)
    document, _ = make(began, template, brief, version=1, title=title)
    return document, hers(document)


def titled(line):
    return GARDENS.replace("Director of Operations\nHarrow & Finch Landscapes, Asheville, NC", line)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("OPERATIONS MANAGER – JOB DESCRIPTION", "Operations Manager"),
        ("Operations Manager - Role Profile", "Operations Manager"),
        ("Operations Manager – Specification & Tender", "Operations Manager – Specification & Tender"),
    ],
)
def test_what_kind_of_paper_it_is_does_not_join_the_title(line, title):
    assert title_in(read_old_text(titled(line + "\nHarrow & Finch Landscapes")).read, "Director of Operations") == title


@pytest.mark.parametrize(
    ("line", "title", "behind"),
    [
        ("OPERATIONS DIRECTOR — JOB DESCRIPTION", "Operations Director", ""),
        ("OPERATIONS DIRECTOR — Knox Bench & Sons", "Operations Director", "Knox Bench & Sons"),
        ("Ops Director (12 hrs) wanted for hire boats", "Ops Director (12 hrs)", "Wanted for hire boats"),
        ("Operations Director (full-time, permanent)", "Operations Director", "full-time, permanent"),
        ("Operations Director wanted, Wye Co-op, Brandon", "Operations Director", "Wye Co-op, Brandon"),
        ("Operations Director wanted!", "Operations Director", ""),
        ("Operations Director at Wye & West Touring, Hull", "Operations Director", "Wye & West Touring, Hull"),
        ("Ops Director for Wye Vets (Omaha, NE) 🚀", "Ops Director", "Wye Vets (Omaha, NE)"),
        ("Operations Director with the Wye group", "Operations Director", "The Wye group"),
        ("Operations Director - Events - Wye Ltd", "Operations Director – Events", "Wye Ltd"),
        ("POSITION: OPERATIONS DIRECTOR", "Operations Director", ""),
        ("Head of Works", "Operations Director", ""),
        ("Operations Director", "", ""),
    ],
)
def test_what_is_behind_a_title(line, title, behind):
    assert behind_title(line, title).casefold() == behind.casefold()
    assert behind_title(line, title, [f"{behind}, Leeds"]) == ""


def test_what_is_behind_the_title_is_the_first_line():
    document, lines = head_lines(titled("DIRECTOR OF OPERATIONS — Harrow & Finch Landscapes\nAsheville, NC"))
    assert lines[:2] == ["Harrow & Finch Landscapes", "Asheville, NC"]
    assert document.facts.lines() == ()


def test_a_firm_behind_the_title_is_not_printed_before_its_own_line():
    _, lines = head_lines(titled("Director of Operations - Harrow & Finch\nHarrow & Finch Landscapes, Asheville, NC"))
    assert lines[0] == "Harrow & Finch Landscapes, Asheville, NC"


def test_terms_in_brackets_stay_in_the_title():
    document, lines = head_lines(
        titled("Ops Director (part-time, 24 hrs/wk)\nHarrow & Finch Landscapes, Asheville, NC")
    )
    assert document.title == "Ops Director (part-time, 24 hrs/wk)"
    assert document.facts.employment_type is EmploymentType.PART_TIME
    assert not document.facts.lines()
    assert "part-time" not in " ".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Fwd: JD – Director Operations (pls circulate in your network)",
        "A letter to our next Operations Director",
        "Operations Director - Northgate Ltd (posting updated)",
    ],
)
def test_words_to_whoever_passes_it_on_are_no_title(line):
    title = head_lines(titled(f"{line}\nHarrow & Finch Landscapes, Asheville, NC"))[0].title
    assert title in ("Operations Director", "Director Operations", "Director of Operations")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ops Boss", "Ops Boss"),
        ("Ops. Director", "Ops. Director"),
        ("Operations Director, North (Harrow & Finch)", "Operations Director, North"),
        ("Operations director wanted for growing joiners", "Operations director wanted for growing joiners"),
        ("Wanted: Operations Director for a circus school", "Operations Director for a circus school"),
        ("OPERATIONS DIRECTOR (MATERNITY COVER, 14 MONTHS)", "Operations Director (maternity cover, 14 months)"),
    ],
)
def test_the_title_keeps_her_words(line, title):
    document, lines = head_lines(titled(f"{line}\nHarrow & Finch Landscapes, Asheville, NC"))
    assert document.title == title
    assert lines[0] == "Harrow & Finch Landscapes, Asheville, NC"


@pytest.mark.parametrize("first", ["Hello!", "Do you like lists? Or people?", "Come and grow with us!"])
def test_a_first_line_that_names_no_post_stays(first):
    assert head_lines(titled(f"{first}\n\nHarrow & Finch Landscapes, Asheville, NC"))[1][0] == first


def test_a_line_with_the_place_stays_where_its_country_is_added():
    began, brief, _, _ = posting(titled("Director of Operations\nHarrow & Finch Landscapes, Leeds"))
    document, _ = make(began, templates()["director-of-operations"], replace(brief, place="Leeds, UK"), version=1)
    assert hers(document)[0] == "Harrow & Finch Landscapes, Leeds"


def test_a_line_that_goes_on_in_the_title_is_whole():
    _, lines = head_lines(titled("The owners of Harrow & Finch, Asheville, NC seek a\n\nDirector of Operations"))
    assert lines[0] == "The owners of Harrow & Finch, Asheville, NC seek a Director of Operations"


def test_a_line_that_only_joins_a_place_and_its_region_is_in_the_head():
    _, lines = head_lines(titled("Director of Operations\nHarrow & Finch\nAsheville and the Blue Ridge\nFull-time"))
    assert lines[:3] == ["Harrow & Finch", "Asheville and the Blue Ridge", "Full-time"]


def test_short_lines_of_a_head_are_not_joined():
    _, lines = head_lines(titled("Director of Operations\nHarrow & Finch\nAsheville / hybrid\nup to $65k"))
    assert lines[:3] == ["Harrow & Finch", "Asheville / hybrid", "up to $65k"]


def test_ours_is_what_she_answered_and_her_text_lacks():
    template = templates()["operations-director"]
    began = start(read_old_text(LETTER), template, today=TODAY)
    _, brief, _, _ = posting(LETTER, "operations-director")
    brief = replace(
        brief, place="Cromer, UK", employment_type=EmploymentType.PART_TIME, company="Saltmarsh Housing Ltd"
    )
    document, _ = make(began, template, brief, version=1)
    assert [label for label, _ in document.facts.lines()] == ["Location"]
    document, _ = make(began, template, brief, version=1, given={"employment_type"})
    assert [label for label, _ in document.facts.lines()] == ["Location", "Employment"]
    usual = replace(brief, employment_type=EmploymentType.FULL_TIME)
    document, _ = make(began, template, usual, version=1, given={"employment_type"})
    assert [label for label, _ in document.facts.lines()] == ["Location"]
    document, _ = make(began, template, replace(brief, place="Norfolk, UK"), version=1)
    assert document.facts.lines() == ()


def test_new_answers_take_the_place_of_a_line_of_hers_that_is_nothing_else():
    text = GARDENS.replace("Asheville, NC\n", "Asheville, NC\nSalary: $90,000 a year\n", 1)
    _, brief, document, _ = posting(text)
    old = compose(templates()["director-of-operations"], brief, version=1)
    raised = replace(
        brief, base_salary=replace(brief.base_salary, min_value=Decimal(99_000), max_value=Decimal(99_000))
    )
    after = carry_over(old, document, compose(templates()["director-of-operations"], raised, version=1))
    assert "Pay" in dict(after.facts.lines())
    assert not [line for line in hers(after) if "$90,000" in line]
    assert hers(after)[0] == hers(document)[0]
    assert carry_over(old, document, old) == document


@pytest.mark.parametrize("form", [text, html, markdown])
def test_a_head_without_facts_of_ours_is_printed_without_a_gap(form):
    document = posting(GARDENS)[2]
    printed = form.write(document)
    assert "\n\n\n" not in printed
    assert "<ul>\n</ul>" not in printed
    heading = headings(document)[0].casefold()
    assert printed.index(document.title) < printed.index("Asheville") < printed.casefold().index(heading)


def test_a_row_of_a_table_keeps_what_it_states_apart_from_its_value():
    text = GARDENS.replace("Asheville, NC\n", "Asheville, NC\nDirect reports\t6 crew leads\nTravel\tnone\n", 1)
    assert hers(posting(text)[2])[1:3] == ["Direct reports: 6 crew leads", "Travel: none"]


@pytest.mark.parametrize(
    ("line", "title", "behind"),
    [
        ("HEAD OF OPERATIONS - THE HARROW & FINCH, HULL", "Head of Operations", "The Harrow & Finch, Hull"),
        ("VACANCY: OPERATIONS DIRECTOR - HARROW OAK FLOORS, HULL", "Operations Director", "Harrow Oak Floors, Hull"),
        ("WANTED: OPS MANAGER / DIRECTOR - HARROW ROOFING, HULL", "Ops Manager / Director", "Harrow Roofing, Hull"),
    ],
)
def test_a_title_line_in_capitals_gives_title_firm_and_place(line, title, behind):
    text = GARDENS.replace(GARDENS[: GARDENS.index("Why this job")], f"{line}\n\nHarrow is in Hull.\n\n", 1)
    document, printed = head_lines(text)
    answers = posting(text)[0].answers
    assert f"{answers['company']}, {answers['place']}" == behind
    assert (document.title, printed[0]) == (title, behind)


def test_a_line_not_read_as_a_title_loses_the_one_she_typed():
    document, lines = head_lines(titled("Wanted: Yard boss, two sites"), "Yard boss")
    assert (document.title, lines[0]) == ("Yard boss", "Two sites")
    assert head_lines(titled("Wanted: Yard boss, two sites"), "Works manager")[1][0] == "Wanted: Yard boss, two sites"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Job title: Director of Operations", []),
        ("POSITION: DIRECTOR OF OPERATIONS", []),
        ("Post - Director of Operations", []),
        ("Role: Director of Operations (full time)", ["Full time"]),
        ("Job Title – Director of Operations | Asheville", []),
        ("Role: Director of Operations and Fleet", ["Role: Director of Operations and Fleet"]),
        ("Post: Director", ["Post: Director"]),
    ],
)
def test_the_title_is_not_labelled_again_below_itself(line, printed):
    head = "Director of Operations\nHarrow & Finch Landscapes, Asheville, NC"
    _, lines = head_lines(GARDENS.replace(head, f"{head}\n{line}"), title="Director of Operations")
    _, without = head_lines(GARDENS, title="Director of Operations")

    assert [text for text in lines if text not in without] == printed


def test_a_title_of_her_own_is_not_labelled_again_either():
    document, lines = head_lines(titled("Head of Operations\n\nJob title: Head of Operations\nHours: Monday to Friday"))

    assert document.title == "Head of Operations"
    assert not any("Job title" in text for text in lines)
