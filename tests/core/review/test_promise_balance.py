import pytest

from roles.core.document import Focus
from roles.core.review import Level
from roles.core.review.reading import read_text

from .making import document, findings, item, section


def balanced(operational, strategic):
    items = [item("Run it.", focus=Focus.OPERATIONAL)] * operational + [
        item("Set it.", focus=Focus.STRATEGIC)
    ] * strategic
    return findings(document(section("responsibilities", *items)), "promise_balance")


@pytest.mark.parametrize("counts", [(6, 4), (9, 1)])
def test_duties_within_the_promise_are_fine(counts):
    assert balanced(*counts) == []


@pytest.mark.parametrize(("counts", "share"), [((5, 5), "50%"), ((10, 0), "100%")])
def test_duties_outside_the_promise_should_be_fixed(counts, share):
    (found,) = balanced(*counts)
    assert found.level is Level.SHOULD_FIX
    assert share in found.message


def test_so_few_that_one_more_changes_all_are_held_to_nothing():
    assert balanced(3, 0) == []
    assert balanced(4, 0) != []


def test_a_document_of_shared_lines_promises_nothing_wrong():
    assert balanced(0, 0) == []


def test_a_pasted_text_is_not_held_to_a_promise():
    assert findings(read_text("Operations Director\n\nResponsibilities\n- Count stock daily."), "promise_balance") == []
