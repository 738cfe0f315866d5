import pytest

from roles.core.review import leaning
from roles.core.review.reading import read_text

from .making import document, section


def duties(*lines):
    return leaning(document(section("responsibilities", *lines), section("required", "Long-term thinking.")))


def test_duties_are_counted_by_the_words_they_use():
    found = duties("Set long-term goals.", "Keep the budget.", "Turn policies into daily work.", "Sweep the floor.")
    assert (found.strategic, found.operational, found.both, found.neither) == (1, 1, 1, 1)
    assert found.listed
    assert [word.text for word in found.strategic_words] == ["goals", "long-term", "policies"]
    assert [word.text for word in found.operational_words] == ["budget", "daily"]


def test_a_word_is_counted_once_a_duty():
    found = duties("Daily reports on the daily work.", "Daily rounds.")
    assert [(word.text, word.duties) for word in found.operational_words] == [("daily", 2)]


@pytest.mark.parametrize("line", ["Policyholders call.", "Goalkeepers rest.", "Misdirection.", "Budgetary-free"])
def test_a_part_of_a_word_is_no_word(line):
    assert duties(line).neither == 1


def test_without_a_list_of_duties_lines_about_the_work_are_read():
    found = leaning(read_text("Summary\nYou set long-term goals.\n\nRequirements\n- Daily discipline."))
    assert (found.listed, found.strategic, found.duties) == (False, 1, 1)
    assert not found.operational_words


def test_an_empty_document_has_no_duties():
    assert leaning(read_text("")).duties == 0
