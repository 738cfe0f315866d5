import pytest

from roles.core.review.reading import read_text

from .making import document, findings, section

GERMAN = """\
Betriebsleiter (m/w/d)
Standort: München
Gehalt: 75.000 - 85.000 € brutto im Jahr

Ihre Aufgaben
- Sie planen die Woche und führen die Schichten in der Backstube
- Sie sind für die Kosten verantwortlich

Bewerbung bis 31.10.2026 an jobs@example.org
"""


def test_a_text_in_another_language_is_named_and_misses_nothing():
    ids = [found.id for found in findings(read_text(GERMAN))]
    assert ids.count("language.other") == 1
    assert not [
        found for found in ids if found.startswith(("complete.", "length.", "success_numbers.", "reading_ease."))
    ]
    assert "contradictions.closing_date" in ids  # what has figures is read: the day has passed


@pytest.mark.parametrize(
    "text",
    ["Operations Director\n\nYou run the day and report to the owner.", "Betriebsleiter", ""],
)
def test_english_and_too_few_words_are_not(text):
    found = findings(read_text(text))
    assert not [each for each in found if each.id == "language.other"]
    assert [each for each in found if each.id.startswith("complete.")]


def test_what_was_composed_here_is_in_english():
    assert findings(document(section("summary", "Sie planen die Woche und führen die Schichten.")), "language") == []
