"""Any sequence of edits an owner may make, for the property tests."""

from hypothesis import strategies as st

from roles.core import editing
from roles.core.editing.operations import EditError
from tests.strategies import words

VERBS = st.sampled_from(["reword", "remove", "add", "move", "bring_in", "reset"])
steps = st.lists(st.tuples(VERBS, st.integers(0, 50), st.integers(0, 8), words(60, least=1)), max_size=8)


def edited(stock, steps):
    """The composed document after the steps; a step that cannot be made is left out."""
    document = stock.composed
    for verb, number, place, text in steps:
        items = list(document.items())
        shelves = [item for shelf in stock.shelves for item in shelf.items]
        try:
            if verb == "add":
                section = stock.shelves[number % len(stock.shelves)]
                document = editing.add(document, section.key, text, stock=stock, unlocked=True)
            elif verb == "bring_in" and shelves:
                document = editing.bring_in(document, shelves[number % len(shelves)].key, stock=stock)
            elif items:
                key = items[number % len(items)].key
                if verb == "reword":
                    document = editing.reword(document, key, text, stock=stock, unlocked=True)
                elif verb == "remove":
                    document = editing.remove(document, key, unlocked=True, confirmed=True)
                elif verb == "move":
                    document = editing.move(document, key, place, unlocked=True)
                elif verb == "reset":
                    document = editing.reset(document, key, stock=stock)
        except EditError:
            continue
    return document
