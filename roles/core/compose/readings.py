"""Readings: what a statement can read as, whoever answers."""

from collections.abc import Iterator

from liquid.exceptions import LiquidError

from .facts import PLACEHOLDERS
from .placeholder import Value
from .placeholders import fill, names, own_words


def readings(source: str) -> tuple[str, ...]:
    """Return the different texts a statement makes, with examples for answers: first with all it may be given, then
    with one answer missing or another in its place.

    Empty for a text that is an owner's answer alone, and for one that cannot be read (`mistakes` gives the reason).
    """
    if own_words(source):
        return ()
    try:
        found = [fill(source, facts) for facts in _facts(sorted(names(source)))]
    except LiquidError:
        return ()
    return tuple(dict.fromkeys(" ".join(text.split("\n")) for text in found if text))


def _facts(used: list[str]) -> Iterator[dict[str, Value]]:
    known = [PLACEHOLDERS[name] for name in used if name in PLACEHOLDERS]
    values = {item.name: item.examples[0] for item in known}
    yield values
    for item in known:
        for other in item.examples[1:]:
            yield values | {item.name: other}
        if item.optional:
            yield {name: value for name, value in values.items() if name != item.name}
