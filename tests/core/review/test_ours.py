import pytest

from roles.core.review import Level, Rules, review

from .making import TODAY, document, section


def found(unread):
    doc = document(section("summary", "You run the day."))
    return [finding for finding in review(doc, None, Rules(), TODAY, unread=unread) if finding.rule == "ours"]


def test_lines_its_owner_has_been_through_are_no_finding():
    assert found(0) == []


@pytest.mark.parametrize(
    ("unread", "words"), [(1, "1 line is from the template"), (4, "4 lines are from the template")]
)
def test_lines_nobody_has_been_through_are_one_thought(unread, words):
    (finding,) = found(unread)
    assert words in finding.message
    assert finding.level is Level.CONSIDER
