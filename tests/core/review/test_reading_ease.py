import pytest

from roles.core.review import Level, measures

from .making import document, findings, section

EASY = "We bake bread for the town. You plan the week with the team and keep the ovens warm. "
HARD = (
    "Organizational sustainability considerations necessitate the implementation of multidisciplinary "
    "administrative methodologies and the operationalization of interdepartmental accountability. "
)


def of_text(text):
    return findings(document(section("summary", text)), "reading_ease")


def test_plain_words_are_fine():
    assert of_text(EASY * 10) == []


def test_long_words_in_long_sentences_should_be_fixed():
    (found,) = of_text(HARD * 10)
    assert found.level is Level.SHOULD_FIX
    assert "grade" in found.message


def test_a_short_text_is_not_measured():
    assert of_text(HARD * 2) == []


def test_other_languages_are_not_measured():
    assert (
        of_text("Verantwortungsbewusstsein und Organisationstalent sind Voraussetzungen für Geschäftsführer. " * 20)
        == []
    )
    assert of_text("我们在镇上烤面包。" * 50) == []


def test_the_formulas_are_flesch_s_and_kincaid_s():
    reading = measures.Reading(words=100, sentences=5, syllables=150, english=True)
    assert reading.ease == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert reading.grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)


@pytest.mark.parametrize(
    ("word", "count"), [("bread", 1), ("budget", 2), ("manager", 3), ("operations", 4), ("people", 2), ("a", 1)]
)
def test_syllables_are_counted(word, count):
    assert measures.syllables(word) == count


def test_a_word_of_any_length_has_syllables():
    assert measures.syllables("x" * 100_000) > 1
