"""Placeholders: restricted Liquid in a consultant's text, filled from the brief.

Of Liquid there are left `{{ name }}`, `if`, `unless` and `case`, and three filters. A
text is data: it cannot loop, include, assign, or reach anything but the names below.
An owner's answer is only ever a value here, never parsed.
"""

import re
from functools import lru_cache

from liquid import Environment, FalsyStrictUndefined
from liquid.exceptions import LiquidError
from liquid.template import BoundTemplate

from .facts import PLACEHOLDERS, Facts
from .placeholder import Value

SOURCE_LIMIT = 1_000

TAGS = ("if", "unless", "case")
FILTERS = ("upcase", "downcase", "default")

# Stands behind a value that ends in a stop while a text is filled in; no answer can hold it.
_STOPPED = "\ufdd0"


def _environment() -> Environment:
    env = Environment(undefined=FalsyStrictUndefined, strict_filters=True)
    for tag in set(env.tags) - {*TAGS, "content", "output", "illegal"}:
        del env.tags[tag]
    for name in set(env.filters) - set(FILTERS):
        del env.filters[name]
    return env


_ENV = _environment()


def labels() -> dict[str, Value]:
    """Return facts that show a text as a template: each answer appears as its label in brackets."""
    return {
        name: f"[{item.label}]" if isinstance(item.examples[0], str) and len(item.examples) == 1 else item.examples[0]
        for name, item in PLACEHOLDERS.items()
    }


def fill(source: str, facts: Facts) -> str | None:
    """Return the text with its placeholders filled in, or None when a fact it needs is absent.

    Raises LiquidError for a text whose grammar `mistakes.py` would have refused.
    """
    parts = _parts(source)
    text = _joined(parts, facts) if parts else _rendered(source, facts)
    if text is None:
        return None
    if _STOPPED in text:
        text = text.replace(f"{_STOPPED}.", "").replace(_STOPPED, "")
    return text.strip() or None


@lru_cache(maxsize=4096)
def _parts(source: str) -> tuple[str, ...] | None:
    """Split a text without conditions and filters: its words at even places, the names between them at odd ones.

    None for any other text. Most of ours are of this kind, and joined in a twentieth of the time that Liquid takes.
    """
    parts = tuple(_PLAIN.split(source))
    plain = all("{" not in part for part in parts[::2]) and all(name in PLACEHOLDERS for name in parts[1::2])
    return parts if plain else None


def _joined(parts: tuple[str, ...], facts: Facts) -> str | None:
    words = list(parts)
    for place in range(1, len(parts), 2):
        value = facts.get(parts[place])
        if value is None:
            return None
        words[place] = _written(value)
    return "".join(words)


def _written(value: Value) -> str:
    """Write a value as Liquid does."""
    return str(value).lower() if isinstance(value, bool) else str(_stopped(value))


def _rendered(source: str, facts: Facts) -> str | None:
    try:
        return _rendered_with(source, *(facts.get(name) for name in names(source)))
    except LiquidError:
        return None


@lru_cache(maxsize=2048, typed=True)  # a number that a preview prints as a blank is no plain one
def _rendered_with(source: str, *values: Value | None) -> str:
    """Render a text with a value for each of its `names`, in their order; None for one that is absent."""
    given = zip(names(source), values, strict=True)
    return parse(source).render(**{name: _stopped(value) for name, value in given if value is not None})


def _stopped(value: Value) -> Value:
    """Mark a value's own last stop: “… at Baker & Co.” ends its sentence without another."""
    return f"{value}{_STOPPED}" if isinstance(value, str) and value.endswith(".") else value


_PLAIN = re.compile(r"\{\{ *(\w+) *\}\}")
_ALONE = re.compile(r"\s*\{\{\s*(\w+)\s*\}\}\s*")


@lru_cache(maxsize=4096)
def own_words(source: str) -> str | None:
    """Return the name of the answer a text consists of alone, as `{{ about }}`, or None."""
    match = _ALONE.fullmatch(source)
    name = match[1] if match else ""
    return name if name in PLACEHOLDERS and PLACEHOLDERS[name].own_words else None


@lru_cache(maxsize=4096)
def names(source: str) -> frozenset[str]:
    """Return the placeholders a text uses, in its conditions too."""
    return frozenset(parse(source).analyze().variables)


@lru_cache(maxsize=4096)
def parse(source: str) -> BoundTemplate:
    """Return the text as Liquid reads it; raises LiquidError where its grammar is wrong."""
    return _ENV.from_string(source)
