"""Frozen dataclasses to JSON-ready data and back, exactly.

`load(cls, dump(value)) == value` for every value of the pure packages. Loading is
strict: an unknown key or a wrong type is refused with the path to it.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, TypeAdapter, ValidationError

T = TypeVar("T")
VALUES_KEPT = 128  # in a process


def schema_of(*known: int) -> BeforeValidator:
    """Return what refuses any number of a layout but the known ones."""

    def check(value: Any) -> int:
        if type(value) is not int or value not in known:
            raise ValueError(f"should be {' or '.join(map(str, known))}")
        return value

    return BeforeValidator(check)


# The number of the layout a stored value was written in.
Schema = Annotated[int, schema_of(1)]

Path = tuple[str | int, ...]

MESSAGES = {
    "missing": "is missing",
    "unexpected_keyword_argument": "is not a known key",
    "dataclass_type": "should be a mapping of keys to values",
    "tuple_type": "should be a list",
    "string_type": "should be text",
    "int_type": "should be a whole number",
    "bool_type": "should be true or false",
}


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


@dataclass(frozen=True)
class Problem:
    """What is wrong at `path`, in words that follow the name of the place."""

    path: Path
    message: str

    def __str__(self) -> str:
        place = ".".join(str(step) for step in self.path)
        return f"{place} {self.message}" if place else self.message


class DataError(ValueError):
    """Data that does not have the shape asked for; `problems` holds where and why."""

    def __init__(self, problems: list[Problem]):
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def dump(value: Any) -> dict[str, Any]:
    """Return the value as dicts, lists, strings, numbers and booleans."""
    data: dict[str, Any] = _adapter(type(value)).dump_python(value, mode="json")
    return data


def fingerprint(value: Any) -> str:
    """Return a short name of the value's every word: equal values have the same, others another."""
    return hashlib.sha256(json.dumps(dump(value)).encode()).hexdigest()[:32]


def load(cls: type[T], data: Any) -> T:
    """Return the `cls` that `data`, as `dump` or a YAML file gives it, describes.

    Raises DataError with one Problem for each place that does not fit.
    """
    return _read(cls, json.dumps(data))


def load_again(cls: type[T], data: Any) -> T:
    """Return what `load` does, of what a process loads again and again: of the same data the same value."""
    kind: Any = cls  # which is hashable, though mypy is not sure of it
    value: T = _read_once(kind, json.dumps(data))
    return value


def _read(cls: type[T], text: str) -> T:
    try:
        value: T = _adapter(cls).validate_json(text, strict=True, extra="forbid")
    except ValidationError as error:
        raise DataError(
            [Problem(item["loc"], _message(item["type"], item["msg"])) for item in error.errors()]
        ) from error
    return value


_read_once = lru_cache(maxsize=VALUES_KEPT)(_read)


def _message(kind: str, words: str) -> str:
    return MESSAGES.get(kind, words.replace("Input should be", "should be").replace("Value error, ", ""))
