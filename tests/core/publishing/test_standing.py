from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.publishing import SHOWN_CLOSED, Standing, State

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (NOON - SECOND, State.OPEN),
        (NOON, State.CLOSED),
        (NOON + SHOWN_CLOSED - SECOND, State.CLOSED),
        (NOON + SHOWN_CLOSED, State.GONE),
    ],
)
def test_the_clock_decides(now, state):
    assert Standing(closes_at=NOON).state(now) is state


def test_closed_by_hand_it_ends_earlier_never_later():
    assert Standing(closes_at=NOON, closed_at=NOON - SECOND).state(NOON - SECOND) is State.CLOSED
    assert Standing(closes_at=NOON, closed_at=NOON + SECOND).state(NOON) is State.CLOSED


def test_what_is_kept_back_is_hidden_open_or_closed():
    for now in (NOON - SECOND, NOON, NOON + SHOWN_CLOSED):
        assert Standing(closes_at=NOON, waiting=True).state(now) is State.WAITING
        assert Standing(closes_at=NOON, held=True, waiting=True).state(now) is State.HELD
        assert Standing(closes_at=NOON, held=True, withdrawn=True).state(now) is State.WITHDRAWN


@given(seconds=st.floats(min_value=0, max_value=4_000_000))
def test_no_copy_outlasts_the_state_it_shows(seconds):
    standing = Standing(closes_at=NOON)
    now = NOON - timedelta(days=2) + timedelta(seconds=seconds)
    fresh = standing.freshness(now)
    state = standing.state(now)

    assert 0 <= fresh.max_age <= 300
    assert 0 <= fresh.stale <= 60
    if state is not State.GONE:
        # To the end of the last second, as a cache that counts whole ones keeps it.
        kept = timedelta(seconds=fresh.max_age + fresh.stale + 1)
        assert fresh.max_age == 0 or standing.state(now + kept - timedelta(microseconds=1)) is state
