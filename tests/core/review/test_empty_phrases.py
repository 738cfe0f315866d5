import pytest

from roles.core.review import Level, apply_fix
from roles.core.review.reading import read_text

from .making import document, findings, of_line, section


def test_a_costume_should_be_fixed_and_becomes_experience_before_a_noun():
    doc = document(section("required", "A rock star manager."))
    (found,) = findings(doc, "empty_phrases")
    assert found.level is Level.SHOULD_FIX
    assert apply_fix(doc, found).sections[0].items[0].text == "An experienced manager."


def test_leverage_becomes_use():
    doc = document(section("responsibilities", "Leveraging data."))
    (found,) = findings(doc, "empty_phrases")
    assert apply_fix(doc, found).sections[0].items[0].text == "Using data."


def test_other_duties_may_appear_once():
    assert of_line("Other duties as assigned.", "empty_phrases") == []


def test_other_duties_a_second_time_are_too_many():
    doc = document(section("responsibilities", "Other duties as assigned.", "Any other duties as required."))
    (found,) = findings(doc, "empty_phrases")
    assert (found.id, found.place.item) == ("empty_phrases.other_duties", 1)


def test_pay_by_experience_is_empty_without_a_figure():
    assert [found.words for found in of_line("Salary depends on experience.", "empty_phrases")] == [
        "Salary depends on experience"
    ]


def test_pay_by_experience_within_a_range_is_fine():
    assert of_line("Salary $80,000–$95,000; salary depends on experience.", "empty_phrases") == []


@pytest.mark.parametrize(
    "line",
    [
        "Competitive salary: £45,000 to £55,000",
        "Competitive pay of £45-55k",
        "Salary: competitive, £45,000-£55,000",
        "Competitive compensation ($95,000 to $105,000 a year)",
    ],
)
@pytest.mark.parametrize("key", ["pay", "summary"])
def test_competitive_pay_beside_its_range_is_only_a_word_to_drop(line, key):
    (found,) = of_line(line, "empty_phrases", key=key)
    assert found.level is Level.CONSIDER
    assert "Drop the word" in found.message
    assert "range" not in found.message


@pytest.mark.parametrize("line", ["Competitive salary.", "Competitive salary and a budget of £45,000."])
def test_competitive_pay_without_its_range_hides_it(line):
    (found,) = of_line(line, "empty_phrases")
    assert found.level is Level.SHOULD_FIX
    assert "State the range" in found.message


def test_a_technical_dynamic_is_left_alone():
    assert of_line("Set up dynamic pricing.", "empty_phrases") == []


def test_leverage_that_is_a_noun_is_not_replaced():
    (found,) = of_line("Create leverage with suppliers.", "empty_phrases")
    assert found.fix is None


@pytest.mark.parametrize(
    "title", ["Operations Ninja", "Rockstar Operations Manager", "OPERATIONS GURU", "Ops Rock-Star"]
)
@pytest.mark.parametrize("made", ["typed", "pasted", "pasted, marked", "pasted alone", "pasted as a label"])
def test_a_costume_in_the_title_is_found(title, made):
    if made == "typed":
        doc = document(section("summary", "A plain line."), title=title)
    else:
        forms = {
            "pasted": f"{title}\n\nWe bake bread for forty shops.\n",
            "pasted, marked": f"# {title}\n\nWe bake bread for forty shops.\n",
            "pasted alone": title,
            "pasted as a label": f"Job title: {title}\n\nWe bake bread for forty shops.\n",
        }
        doc = read_text(forms[made])
    (found,) = findings(doc, "empty_phrases")
    assert found.level is Level.SHOULD_FIX
    assert "is a costume" in found.message


def test_other_empty_words_may_appear_in_a_title():
    doc = document(section("summary", "A plain line."), title="Director of Dynamic Passionate Operations")
    assert findings(doc, "empty_phrases") == []


@pytest.mark.parametrize(
    "line", ["Wage: commensurate with experience", "Salary at market rate.", "Salary: Negotiable", "Salary: attractive"]
)
def test_words_in_the_place_of_the_figure_hide_it(line):
    (found,) = of_line(line, "empty_phrases")
    assert "hides the figure" in found.message
