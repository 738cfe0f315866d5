from roles.core.review import Level
from roles.core.review.reading import read_text

from .making import document, findings, section

FILLER = "We bake bread and bring it to the shops of the town every morning. " * 5


def ids(doc):
    return [found.id for found in findings(doc, "first_lines")]


def test_first_lines_that_show_the_focus_are_fine():
    first = section("summary", "You run day-to-day work and decide on rosters. " + FILLER)
    assert ids(document(first, section("responsibilities", "Bake."))) == []


def test_focus_and_decisions_further_down_are_missed_above():
    duties = section("responsibilities", "Decide on daily rosters.")
    assert ids(document(section("summary", FILLER), duties)) == ["first_lines.decisions", "first_lines.focus"]


def test_they_are_only_considered():
    assert {found.level for found in findings(document(section("summary", FILLER)), "first_lines")} == {Level.CONSIDER}


def test_the_reporting_line_of_the_facts_appears_first_anyway():
    assert "first_lines.reporting" not in ids(document(section("summary", FILLER), section("x", "Reports to me.")))


def test_a_pasted_text_that_hides_its_reporting_line_is_reported():
    text = f"Operations Director\n\n{FILLER}\n\nResponsibilities\n- Report to the owner\n"
    assert "first_lines.reporting" in ids(read_text(text))


def test_a_few_words_have_no_first_lines():
    assert ids(document(section("summary", "Bread."))) == []
