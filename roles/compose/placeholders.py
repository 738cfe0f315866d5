"""Placeholders: restricted Liquid in a consultant's text, filled from the brief.

Of Liquid there are left `{{ name }}`, `if`, `unless` and `case`, and three filters. A
text is data: it cannot loop, include, assign, or reach anything but the names below.
An owner's answer is only ever a value here, never parsed.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from liquid import Environment, FalsyStrictUndefined
from liquid.exceptions import LiquidError, UndefinedError
from liquid.template import BoundTemplate

from roles.document import EmploymentType, Workplace, format_date, place_beside_remote

from . import answers
from .brief import Brief, hidden_character

SOURCE_LIMIT = 1_000
READINGS_LIMIT = 256

Value = str | int | bool
Facts = Mapping[str, Value]

_TAGS = ("if", "unless", "case")
_TAG_WORDS = (*_TAGS, "elsif", "else", "endif", "endunless", "when", "endcase")
_FILTERS = ("upcase", "downcase", "default")
_TAG = re.compile(r"\{%-?\s*(#|\w*)")
# What a sentence must not hold once it is filled in: the marks of a hole.
_GAP = re.compile(
    r"\s\s|\s[,;!?)]|\s[.:](?=\s|$)|[(]\s|[(][)]|,\s*[,.;:!?]|[;:]\s*[,.;:]|(?<!\.)\.\.(?!\.)|,$|^\s*[,.;:!?)]"
)
_RANGE = re.compile(r"\{[{%](?:(?![%}]\}).)*?\.\.", re.DOTALL)
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TAGS_WHOLE = re.compile(r"\{%.*?%\}", re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?\s*(\w+)")
_OPENERS = {"if": "endif", "unless": "endunless", "case": "endcase"}


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
    """Whether the owner said so, or nobody else is there; not when the answer was left empty."""
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
    for tag in set(env.tags) - {*_TAGS, "content", "output", "illegal"}:
        del env.tags[tag]
    for name in set(env.filters) - set(_FILTERS):
        del env.filters[name]
    return env


_ENV = _environment()


@dataclass(frozen=True)
class Mistake:
    """What is wrong in a text; `line` and `column` count from 1."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}, column {self.column}: {self.message}"


def facts_of(brief: Brief, *, industry: str = "") -> dict[str, Value]:
    """Return the value of each placeholder the brief answers; the others are absent.

    `industry` is the template's phrase for the brief's industry, "" where it has none.
    """
    values = {name: item.fill(brief) for name, item in PLACEHOLDERS.items()}
    values["industry"] = industry or values["industry"]
    return {name: value for name, value in values.items() if value is not None and value != ""}


def labels() -> dict[str, Value]:
    """Return facts that show a text as a template: each answer stands as its label in brackets."""
    return {
        name: f"[{item.label}]" if isinstance(item.examples[0], str) and len(item.examples) == 1 else item.examples[0]
        for name, item in PLACEHOLDERS.items()
    }


def fill(source: str, facts: Facts) -> str | None:
    """Return the text with its placeholders filled in, or None when a fact it needs is absent.

    Raises LiquidError for a text whose grammar `mistakes` would have refused.
    """
    template = _parse(source)
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


def mistakes(source: str) -> list[Mistake]:
    """Return what a consultant must put right in a text before it can be saved.

    Beyond grammar and names, the text is read with every combination of its facts given
    and missing, and refused where one of them leaves a hole.
    """
    if len(source) > SOURCE_LIMIT:
        return [Mistake(1, 1, f"is {len(source):,} characters long; {SOURCE_LIMIT:,} are allowed.")]
    if not source.strip():
        return [Mistake(1, 1, "is empty.")]
    if (position := hidden_character(source)) is not None:
        code = ord(source[position])
        return [_at(source, position, f"has a character that does not show (U+{code:04X}). Delete it.")]
    if found := [*_unknown_tags(source), *_ranges(source)]:
        return _in_order([*found, *_names_beside_tags(source)])
    try:
        template = _parse(source)
    except LiquidError as error:
        return _in_order([_syntax(source, error), *_names_beside_tags(source)])
    if found := list(_unknown_names(source, template)):
        return found
    return list(_holes(source, template))


def _in_order(found: Iterable[Mistake]) -> list[Mistake]:
    return sorted(set(found), key=lambda mistake: (mistake.line, mistake.column))


def _names_beside_tags(source: str) -> Iterator[Mistake]:
    """Yield the unknown names of a text whose tags are wrong, so that all of it can be put right at once."""
    blanked = _TAGS_WHOLE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)
    try:
        yield from _unknown_names(blanked, _parse(blanked))
    except LiquidError:
        return


def _unknown_tags(source: str) -> Iterator[Mistake]:
    for match in _TAG.finditer(source):
        word = match[1]
        if word not in _TAG_WORDS:
            yield _at(source, match.start(1), f"the tag “{word}” is not allowed here.{_nearest(word, _TAG_WORDS)}")


def _ranges(source: str) -> Iterator[Mistake]:
    for match in _RANGE.finditer(source):
        yield _at(source, match.end() - 2, "ranges (..) are not allowed here.")


def _unknown_names(source: str, template: BoundTemplate) -> Iterator[Mistake]:
    used = template.analyze()
    for places in used.variables.values():
        for place in places:
            first = str(place.segments[0])
            if first not in PLACEHOLDERS:
                yield _at(source, place.span.index, f"“{place}” is not a placeholder.{_nearest(first, PLACEHOLDERS)}")
            elif len(place.segments) > 1:
                yield _at(source, place.span.index, f"“{place}”: “{first}” has no parts, write {{{{ {first} }}}}.")
    for match in _OUTPUT.finditer(source):
        name = match[1]
        if name in PLACEHOLDERS and isinstance(PLACEHOLDERS[name].examples[0], bool):
            yield _at(source, match.start(1), f"“{name}” is a yes or no: use it as {{% if {name} %}}…{{% endif %}}.")
    for name, spans in used.filters.items():
        if name not in _FILTERS:
            for span in spans:
                allowed = _nearest(name, _FILTERS) or f" These are: {', '.join(_FILTERS)}."
                yield _at(source, span.index, f"the filter “{name}” is not allowed here.{allowed}")


def _holes(source: str, template: BoundTemplate) -> Iterator[Mistake]:
    names = sorted(template.analyze().variables)
    choices = [[*PLACEHOLDERS[name].examples, *([None] if PLACEHOLDERS[name].optional else [])] for name in names]
    readings = list(itertools.islice(itertools.product(*choices), READINGS_LIMIT + 1))
    if len(readings) > READINGS_LIMIT:
        yield Mistake(1, 1, f"uses {len(names)} placeholders, too many to read it every way. Make it two statements.")
        return
    said_something = False
    for values in readings:
        facts = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        try:
            text = template.render(**facts).strip()
        except UndefinedError:
            continue
        except LiquidError as error:
            yield _syntax(source, error)
            return
        said_something = said_something or bool(text)
        if gap := _GAP.search(text):
            missing = [f"“{name}”" for name, value in zip(names, values, strict=True) if value is None]
            when = f"without {' and '.join(missing)}" if missing else "when filled in"
            around = text[max(gap.start() - 20, 0) : gap.end() + 20]
            yield Mistake(1, 1, f"{when} it reads “…{around}…”: a hole, or a mark too many.")
            return
    if not said_something:
        yield Mistake(1, 1, "never says anything, whatever the facts.")


@lru_cache(maxsize=4096)
def _parse(source: str) -> BoundTemplate:
    return _ENV.from_string(source)


def _syntax(source: str, error: LiquidError) -> Mistake:
    said = str(error.message)
    words = next((words for expression, words in _IN_WORDS if expression.fullmatch(said)), "{said}.")
    message = words.format(said=said, tag=_last_word(said))
    if error.token is not None and error.token.start_index > 0:
        return _at(source, error.token.start_index, message)
    return _at(source, _culprit(source), message)


# What the parser says, and what to do about it.
_IN_WORDS = (
    (
        re.compile(r"expected tag \w+, found end of expression"),
        "this is never closed: write {{% {tag} %}} where its words end.",
    ),
    (
        re.compile(r"expected (?:a primitive expression|word), found .*|missing expression"),
        "something is missing between the marks, such as the name of a placeholder.",
    ),
    (re.compile(r"expected '\}\}', found .*"), "this is never closed: write }}}} behind the name."),
    (re.compile(r"expected end of expression, found '='"), "write == to compare two things."),
    (
        re.compile(r"unexpected tag 'end of expression'"),
        "this is never closed: write {{% endcase %}} where its words end.",
    ),
    (re.compile(r"unexpected tag '\w+'"), "“{tag}” stands here without what it belongs to before it."),
)


def _last_word(message: str) -> str:
    """The tag the parser speaks of."""
    return next(iter(re.findall(r"tag '?(\w+)", message)), "")


def _culprit(source: str) -> int:
    """Return where the first markup stands that is wrong alone, or the last tag left open."""
    still_open: list[tuple[str, int]] = []
    for match in _MARKUP.finditer(source):
        tag = _TAG.match(match[0])
        if tag is None:
            try:
                _ENV.from_string(match[0])
            except LiquidError:
                return match.start()
        elif tag[1] in _OPENERS:
            still_open.append((tag[1], match.start()))
        elif still_open and tag[1] == _OPENERS[still_open[-1][0]]:
            still_open.pop()
    return still_open[-1][1] if still_open else 0


def _at(source: str, index: int, message: str) -> Mistake:
    before = source[:index]
    return Mistake(before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1, message)


def _nearest(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f" Did you mean “{close[0]}”?" if close else ""
