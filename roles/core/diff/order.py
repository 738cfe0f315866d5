"""Which rows of a list were moved, when nobody wrote down the moves."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the fewest keys that have to be reordered to turn the old order into the new one.

    Keys only one of the two has are left aside: what was added or removed moves nobody.
    The rest that stays put is a longest increasing subsequence of old places.
    """
    known = set(new)
    places = {key: place for place, key in enumerate(key for key in old if key in known)}
    shared = [key for key in new if key in places]
    return set(shared).difference(_longest_increasing(shared, [places[key] for key in shared]))


def _longest_increasing(keys: list[str], places: list[int]) -> list[str]:
    """Patience sorting: `tails[n]` ends the run of length n + 1 that ends lowest."""
    tails: list[int] = []
    lowest: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(lowest, place)
        before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [index]
        lowest[length : length + 1] = [place]
    run: list[str] = []
    step = tails[-1] if tails else None
    while step is not None:
        run.append(keys[step])
        step = before[step]
    return run
