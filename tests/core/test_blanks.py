import pytest

from roles.core.blanks import blank_in
from roles.core.compose import Brief
from roles.core.compose.brief import problems
from roles.core.compose.mistakes import mistakes


@pytest.mark.parametrize(
    ("answer", "blank"),
    [
        ("TBD", "TBD"),
        ("asap", "asap"),
        ("Dont know", "Dont know"),
        ("don’t know", "don’t know"),
        ("[Company Name]", "[Company Name]"),
        ("We are [Company Name], a bakery.", "[Company Name]"),
        ("{ reports_to }", "{ reports_to }"),
        ("A bakery of <insert number> people.", "<insert number>"),
        ("$____ a year", "____"),
        ("To be confirmed", "To be confirmed"),
        ("Start asap, in January", ""),
        ("You know what to do", ""),
        ("Later shifts", ""),
        ("[sic] and [1]", ""),
        ("jobs [at] alder [dot] example", ""),
        ("the owner", ""),
        ("", ""),
    ],
)
def test_a_blank_is_found_as_it_is_written(answer, blank):
    assert blank_in(answer) == blank


@pytest.mark.parametrize("field", ["company", "place", "leads", "about", "own_duties", "goal"])
def test_a_blank_in_an_answer_is_reported_at_its_field(field):
    answers = {"company": "Alder", "industry": "retail", "headcount": 9, "place": "Leeds, UK"}
    assert problems(Brief(**answers)) == {}
    assert problems(Brief(**answers | {field: "TBD"}))[field].startswith("“TBD” is a blank")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You run [Company Name].", "Line 1, column 9: “[Company Name]” is a blank."),
        (
            "Plan the week.\nReport to { reports_to }.",
            "Line 2, column 11: “{ reports_to }” is a blank. Write {{ reports_to }}.",
        ),
        ("The bonus is TBD.", "“TBD” is a blank"),
    ],
)
def test_a_statement_that_holds_a_blank_is_refused_with_its_place(text, words):
    (found,) = mistakes(text)
    assert words in str(found)


def test_a_statement_of_placeholders_holds_no_blank():
    assert mistakes("You report to {{ reports_to }}.") == []


def test_a_start_as_soon_as_possible_is_an_answer():
    assert problems(Brief(company="Alder", industry="retail", headcount=9, place="Leeds, UK", start="ASAP")) == {}
