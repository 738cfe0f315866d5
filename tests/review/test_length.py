import pytest

from roles.exports import text
from roles.review import Level

from .making import document, findings, section

# Title, facts and heading of a document of one section: what is exported besides its items.
AROUND = sum(any(map(str.isalnum, word)) for word in text.write(document(section("summary", ""))).split())


def words(count):
    return document(section("summary", "word " * (count - AROUND)))


@pytest.mark.parametrize(("count", "level"), [(199, Level.SHOULD_FIX), (200, Level.CONSIDER), (399, Level.CONSIDER)])
def test_a_short_posting(count, level):
    (found,) = findings(words(count), "length")
    assert f"has {count} words" in found.message
    assert found.level is level


@pytest.mark.parametrize("count", [400, 700])
def test_a_posting_of_the_right_length(count):
    assert findings(words(count), "length") == []


@pytest.mark.parametrize(("count", "level"), [(701, Level.CONSIDER), (1000, Level.CONSIDER), (1001, Level.SHOULD_FIX)])
def test_a_long_posting(count, level):
    (found,) = findings(words(count), "length")
    assert found.level is level


def of_items(key, count):
    return [found.level for found in findings(document(section(key, *["A line."] * count)), f"length.{NAMES[key]}")]


NAMES = {"responsibilities": "responsibilities", "required": "must_haves"}


def test_six_to_eight_responsibilities_are_right():
    assert of_items("responsibilities", 6) == of_items("responsibilities", 8) == []


@pytest.mark.parametrize(("count", "level"), [(5, Level.CONSIDER), (9, Level.CONSIDER), (13, Level.SHOULD_FIX)])
def test_fewer_or_more_responsibilities_are_remarked_on(count, level):
    assert of_items("responsibilities", count) == [level]


def test_seven_must_haves_are_the_most():
    assert of_items("required", 7) == []
    assert of_items("required", 8) == [Level.SHOULD_FIX]
