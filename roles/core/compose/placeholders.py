"""Placeholders: restricted Liquid in a consultant's text, filled from the brief.

Of Liquid there are left `{{ name }}`, `if`, `unless` and `case`, and three filters. A
text is data: it cannot loop, include, assign, or reach anything but the names below.
An owner's answer is only ever a value here, never parsed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from liquid import Environment, FalsyStrictUndefined
from liquid.exceptions import LiquidError
from liquid.template import BoundTemplate

from roles.core.dates import format_date
from roles.core.document import EmploymentType, Workplace
from roles.core.places import place_beside_remote

from . import answers
from .brief import Brief

SOURCE_LIMIT = 1_000

Value = str | int | bool
Facts = Mapping[str, Value]

TAGS = ("if", "unless", "case")
FILTERS = ("upcase", "downcase", "default")

# Stands behind a value that ends in a stop while a text is filled in; no answer can hold it.
_STOPPED = "\ufdd0"


@dataclass(frozen=True)
class Placeholder:
    """A name a text may use. `fill` returns its value for a brief, "" or None when not given.

    `examples` are the values it is tried with; with `optional` it may also be missing. A
    text that consists of an `own_words` placeholder alone is the owner's answer itself.
    """

    name: str
    label: str
    fill: Callable[[Brief], Value | None]
    examples: tuple[Value, ...]
    optional: bool = False
    own_words: bool = False

    @property
    def example(self) -> str:
        value = self.examples[0]
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _place(brief: Brief) -> str:
    """Where the work is, without saying once more that it is remote."""
    beside = place_beside_remote(brief.place) if brief.workplace is Workplace.REMOTE else None
    return answers.phrase(brief.place if beside is None else beside)


def _leads_nobody(brief: Brief) -> bool:
    """Whether the owner answered so, or nobody else is there; not when the answer was left empty."""
    return brief.headcount == 1 or bool(brief.leads and not answers.led(brief.leads))


PLACEHOLDERS: dict[str, Placeholder] = {
    item.name: item
    for item in (
        Placeholder("company", "name of the business", lambda brief: brief.company, ("Harbour Bakery",)),
        Placeholder("place", "where the work is", _place, ("Leeds, UK",), optional=True),
        Placeholder(
            "industry",
            "the industry, to stand after “in”",
            lambda brief: answers.industry(brief.industry_name),
            ("hospitality",),
            optional=True,
        ),
        Placeholder("headcount", "people in the business", lambda brief: brief.headcount, (30, 1, 500)),
        Placeholder("sites", "number of locations", lambda brief: brief.sites, (3, 1, 100)),
        Placeholder("several_sites", "more than one location", lambda brief: brief.sites > 1, (True, False)),
        Placeholder(
            "reports_to", "whom the post reports to", lambda brief: answers.superior(brief.reports_to), ("the owner",)
        ),
        Placeholder(
            "employment_type",
            "kind of employment",
            lambda brief: brief.employment_type.phrase,
            tuple(kind.phrase for kind in EmploymentType),
        ),
        Placeholder(
            "full_time", "full-time", lambda brief: brief.employment_type is EmploymentType.FULL_TIME, (True, False)
        ),
        Placeholder(
            "workplace",
            "where the work is done",
            lambda brief: brief.workplace.phrase,
            tuple(place.phrase for place in Workplace),
        ),
        Placeholder("on_site", "works on site", lambda brief: brief.workplace is Workplace.ON_SITE, (True, False)),
        Placeholder("hybrid", "works in both places", lambda brief: brief.workplace is Workplace.HYBRID, (True, False)),
        Placeholder("remote", "works from elsewhere", lambda brief: brief.workplace is Workplace.REMOTE, (True, False)),
        Placeholder(
            "about",
            "what the business does",
            lambda brief: answers.sentences(brief.about),
            ("We bake bread for forty cafés.",),
            optional=True,
            own_words=True,
        ),
        Placeholder(
            "goal",
            "the one result wanted in twelve months",
            lambda brief: answers.phrase(brief.goal),
            ("orders leave on time 97% of the time",),
            optional=True,
        ),
        Placeholder(
            "leads",
            "who reports to the post",
            lambda brief: answers.led(brief.leads),
            ("two shift leads",),
            optional=True,
        ),
        Placeholder("leads_nobody", "nobody reports to the post", _leads_nobody, (True, False)),
        Placeholder(
            "spending_limit",
            "what the post may spend alone",
            lambda brief: answers.limit(brief.spending_limit),
            ("$5,000",),
            optional=True,
        ),
        Placeholder(
            "budget",
            "the budget the post owns",
            lambda brief: answers.amount(brief.budget),
            ("$1.2 million a year",),
            optional=True,
        ),
        Placeholder(
            "travel",
            "share of time spent travelling, in per cent",
            lambda brief: brief.travel,
            (20, 0, 100),
            optional=True,
        ),
        Placeholder(
            "pay",
            "the pay range",
            lambda brief: str(brief.base_salary) if brief.base_salary else None,
            ("$95,000–$120,000 a year",),
            optional=True,
        ),
        Placeholder(
            "benefits",
            "the benefits, one a line",
            lambda brief: answers.entries(brief.benefits),
            ("Health insurance",),
            optional=True,
            own_words=True,
        ),
        Placeholder(
            "hiring_steps",
            "the steps of hiring, one a line",
            lambda brief: answers.entries(brief.hiring_steps),
            ("A call of 30 minutes",),
            optional=True,
            own_words=True,
        ),
        Placeholder(
            "closing_date",
            "last day to apply",
            lambda brief: format_date(brief.valid_through) if brief.valid_through else None,
            ("30 January 2027",),
            optional=True,
        ),
        Placeholder(
            "apply_to",
            "where to apply",
            lambda brief: brief.apply_to,
            ("jobs@example.com",),
            optional=True,
            own_words=True,
        ),
    )
}


def _environment() -> Environment:
    env = Environment(undefined=FalsyStrictUndefined, strict_filters=True)
    for tag in set(env.tags) - {*TAGS, "content", "output", "illegal"}:
        del env.tags[tag]
    for name in set(env.filters) - set(FILTERS):
        del env.filters[name]
    return env


_ENV = _environment()


def facts_of(brief: Brief, *, industry: str = "") -> dict[str, Value]:
    """Return the value of each placeholder the brief answers; the others are absent.

    `industry` is the template's phrase for the brief's industry, "" where it has none.
    """
    values = {name: item.fill(brief) for name, item in PLACEHOLDERS.items()}
    values["industry"] = industry or values["industry"]
    return {name: value for name, value in values.items() if value is not None and value != ""}


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
    template = parse(source)
    try:
        text = template.render(**{name: _stopped(value) for name, value in facts.items()})
    except LiquidError:
        return None
    return text.replace(f"{_STOPPED}.", "").replace(_STOPPED, "").strip() or None


def _stopped(value: Value) -> Value:
    """Mark a value's own last stop: “… at Baker & Co.” ends its sentence without another."""
    return f"{value}{_STOPPED}" if isinstance(value, str) and value.endswith(".") else value


def own_words(source: str) -> str | None:
    """Return the name of the answer a text consists of alone, as `{{ about }}`, or None."""
    match = re.fullmatch(r"\s*\{\{\s*(\w+)\s*\}\}\s*", source)
    name = match[1] if match else ""
    return name if name in PLACEHOLDERS and PLACEHOLDERS[name].own_words else None


@lru_cache(maxsize=4096)
def parse(source: str) -> BoundTemplate:
    """Return the text as Liquid reads it; raises LiquidError where its grammar is wrong."""
    return _ENV.from_string(source)
