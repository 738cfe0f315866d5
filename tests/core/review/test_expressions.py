"""What a text tells in the words postings use for it, and what only sounds like it."""

from datetime import date

import pytest

from roles.core.review import Rules
from roles.core.review.context import Context
from roles.core.review.expressions import APPLY, CLOSES, EQUAL, REPORTS, closes, closing_day
from roles.core.review.reading import read_text

from .making import TODAY, document, section


def of(text):
    return Context(document(section("opening", text)), None, Rules(), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Applications close March 12, 2027.",
        "Applications will close on 12 March 2027.",
        "This application window will close on March 12, 2027.",
        "This vacancy closes 12 March 2027.",
        "Send a CV to jobs@alder.example by 9am on Friday 12 March 2027.",
        "Send a CV to jobs@alder.example by noon on 12 March 2027.",
        "Apply by 5 p.m. on 12 March 2027.",
        "Closing date: Friday, 12 March 2027",
    ],
)
def test_the_last_day_to_apply_is_read(text):
    assert closing_day(of(text)) == date(2027, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "To apply, email jobs@alder.example by 12/01/2027.",
        "Send a CV to jobs@alder.example no later than 12.01.2027",
        "Rolling applications.",
        "Applications stay open.",
        "Applications remain open until we find somebody.",
    ],
)
def test_a_day_in_figures_and_applications_that_stay_open_are_an_answer(text):
    assert closes(of(text))
    assert closing_day(of(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Email jobs@alder.example. We opened on 12/01/2027.",
        "The rolling stock is washed by 12/01/2027.",
        "Open the doors by 7.",
    ],
)
def test_a_day_of_something_else_is_no_answer(text):
    assert not closes(of(text))


@pytest.mark.parametrize(
    "text", ["The posting closes a gap.", "You post closes of the books by 5.", "Applications close soon."]
)
def test_what_closes_nothing_is_no_last_day(text):
    assert closing_day(of(text)) is None
    assert not of("The post closes a gap.").contains(CLOSES)


@pytest.mark.parametrize(
    "text",
    [
        "Call or text me at 828-555-0144.",
        "Phone us.",
        "For a chat, contact Fiona Campbell on 0131 555 0199.",
        "Call Ingrid, +47 55 50 12 34.",
        "Text (828) 555-0144 to set up a talk.",
        "Ring Dave 07700 900123",
    ],
)
def test_a_telephone_is_a_way_to_apply(text):
    assert of(text).contains(APPLY)


@pytest.mark.parametrize(
    "text",
    ["You call 20 suppliers a week.", "Run a call centre of 120 people.", "Contact customers within 24 hours."],
)
def test_a_call_that_is_work_is_none(text):
    assert not of(text).contains(APPLY)


@pytest.mark.parametrize(
    "text",
    [
        "We particularly welcome applications from Black, Asian and minority ethnic candidates.",
        "We encourage applications from Indigenous people and people with disabilities.",
        "Women, people of color and veterans are strongly encouraged to apply.",
        "Aboriginal and Torres Strait Islander people are encouraged to apply.",
        "This is an Employment Equity appointment.",
        "We encourage survivors, women, trans people and people of all ages to apply.",
        "We are a Disability Confident employer.",
    ],
)
def test_a_welcome_to_those_often_left_out_is_an_equality_line(text):
    assert of(text).contains(EQUAL)


@pytest.mark.parametrize(
    "text",
    [
        "We welcome applications from bakers.",
        "Those who mention bread are encouraged to apply.",
        "Management is trained. Bakers are encouraged to apply.",
    ],
)
def test_a_welcome_to_bakers_is_none(text):
    assert not of(text).contains(EQUAL)


def test_a_last_day_that_is_read_is_not_missed_by_a_posting_law():
    text = "Manager\n\nLocation: Denver, CO\n\nHow to apply\nApplications close March 12, 2027.\n"
    assert closing_day(Context(read_text(text), None, Rules(), TODAY)) == date(2027, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Report monthly on costs, waste and punctuality to the two managing directors.",
        "Reporting each Friday to our founder.",
        "You report to Dana.",
    ],
)
def test_a_report_to_somebody_above_is_a_reporting_line(text):
    assert of(text).contains(REPORTS)


@pytest.mark.parametrize("text", ["Report faults of the ovens at once.", "Report waste and refer it to suppliers."])
def test_a_report_of_something_is_none(text):
    assert not of(text).contains(REPORTS)


@pytest.mark.parametrize(
    "text",
    [
        "Apply by email to jobs@alder.example",
        "Apply by sending a CV to jobs@alder.example.",
        "Applications by post, please.",
        "Apply by an email to Ann.",
    ],
)
def test_how_to_apply_is_no_last_day(text):
    assert not closes(of(text))


@pytest.mark.parametrize(
    "text", ["Apply by Friday.", "Apply by spring.", "Applications by 3 March.", "Apply by post by 3 May."]
)
def test_by_when_to_apply_is_a_last_day(text):
    assert of(text).contains(CLOSES)
