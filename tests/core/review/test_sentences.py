import pytest

from roles.core.document import SectionKind
from roles.core.review import Level

from .making import document, findings, of_line, section


@pytest.mark.parametrize(("count", "level"), [(31, Level.CONSIDER), (45, Level.CONSIDER), (46, Level.SHOULD_FIX)])
def test_a_long_sentence_is_named_alone(count, level):
    text = f"Short one. {'word ' * (count - 1)}end. Short again."
    (found,) = of_line(text, "sentences.long")
    assert found.level is level
    assert len(found.words.split()) == count


def test_thirty_words_are_fine():
    assert of_line("word " * 29 + "end.", "sentences") == []


def test_an_abbreviation_ends_no_sentence():
    assert of_line("word " * 20 + "e.g. " + "word " * 15, "sentences.long")


def test_a_bullet_of_many_sentences_runs_on():
    (found,) = of_line("One. Two. Three. Four.", "sentences.run_on")
    assert found.level is Level.CONSIDER


def test_three_sentences_in_a_bullet_are_fine():
    assert of_line("One. Two. Three.", "sentences") == []


def test_a_paragraph_of_many_items_is_one_wall_of_text():
    doc = document(section("summary", *["word " * 24 + "end."] * 5, kind=SectionKind.PARAGRAPH))
    (found,) = findings(doc, "sentences.wall")
    assert (found.place.section, found.place.item) == ("summary", None)


def test_the_same_words_as_bullets_are_no_wall():
    assert findings(document(section("summary", *["word " * 24 + "end."] * 5)), "sentences.wall") == []


def test_a_wall_with_invisible_characters_in_it_is_found_whole():
    line = f"{'word ' * 80}\u200b{'more ' * 80}\u00ad"
    (found,) = findings(document(section("summary", line)), "sentences.wall")
    assert found.words == line


def test_one_long_line_is_a_wall_of_its_own():
    doc = document(section("summary", "Some words here now. " * 40, kind=SectionKind.LINES))
    (found,) = findings(doc, "sentences.wall")
    assert found.place.item == 0


def test_many_passives_are_remarked_on_once():
    texts = ["Reports are written weekly.", "Orders are checked.", "Stock is counted by hand.", "Plan the week."]
    (found,) = findings(document(section("responsibilities", *texts)), "sentences.passive")
    assert "“are written”" in found.message


def test_a_few_passives_among_active_lines_are_fine():
    texts = ["Reports are written weekly.", *["Plan the week."] * 6]
    assert findings(document(section("responsibilities", *texts)), "sentences.passive") == []
