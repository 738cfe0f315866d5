import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.balance import Balance, balance
from roles.core.document import Focus, Promise
from tests.core.compose.build import posting, statement

OPERATIONAL = Promise(focus=Focus.OPERATIONAL, least=60, most=90)
counts = st.integers(0, 300)


def counted(strategic, operational, shared=0, promise=OPERATIONAL):
    return Balance(strategic=strategic, operational=operational, shared=shared, promise=promise)


def test_items_are_counted_by_focus():
    document = posting(
        *[statement(f"s{number}", focus=Focus.STRATEGIC) for number in range(2)],
        *[statement(f"o{number}", focus=Focus.OPERATIONAL) for number in range(3)],
        *[statement(f"b{number}", focus=Focus.SHARED) for number in range(4)],
    )
    assert balance(document) == counted(2, 3, 4)


def test_every_line_of_an_answer_counts():
    document = posting(statement("own", "{{ benefits }}", focus=Focus.SHARED), benefits="one\ntwo\nthree")
    assert balance(document) == counted(0, 0, 3)


def test_an_empty_document_has_no_share_and_keeps_no_promise():
    empty = counted(0, 0, 5)
    assert (empty.share(Focus.STRATEGIC), empty.share(Focus.OPERATIONAL)) == (0, 0)
    assert not empty.kept


@pytest.mark.parametrize(
    ("strategic", "operational", "share"), [(0, 1, 100), (1, 0, 0), (1, 1, 50), (1, 2, 67), (2, 1, 33), (1, 199, 100)]
)
def test_a_share_is_of_strategic_and_operational_together(strategic, operational, share):
    assert counted(strategic, operational, shared=50).share(Focus.OPERATIONAL) == share


@given(counts, counts, counts)
def test_the_two_shares_make_a_hundred(strategic, operational, shared):
    found = counted(strategic, operational, shared)
    together = found.share(Focus.STRATEGIC) + found.share(Focus.OPERATIONAL)
    assert together == (100 if strategic + operational else 0)


@pytest.mark.parametrize(
    ("strategic", "operational", "kept"),
    [(41, 59, False), (40, 60, True), (39, 61, True), (11, 89, True), (10, 90, True), (9, 91, False), (0, 5, False)],
)
def test_a_promise_is_kept_at_its_edges_and_not_beyond(strategic, operational, kept):
    assert counted(strategic, operational).kept is kept


def test_a_strategic_promise_looks_at_the_strategic_share():
    promise = Promise(focus=Focus.STRATEGIC, least=60, most=90)
    assert counted(6, 4, promise=promise).kept
    assert not counted(4, 6, promise=promise).kept


def test_the_document_brings_the_promise_of_its_template():
    assert balance(posting(statement("one"))).promise == OPERATIONAL
