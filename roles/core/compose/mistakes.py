"""Mistakes: what a consultant must put right in a text, each with its place and what to do."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from liquid.exceptions import LiquidError, UndefinedError
from liquid.template import BoundTemplate

from roles.core.blanks import blank_in

from .brief import hidden_character
from .facts import PLACEHOLDERS
from .placeholders import FILTERS, SOURCE_LIMIT, TAGS, parse

READINGS_LIMIT = 256

_TAG_WORDS = (*TAGS, "elsif", "else", "endif", "endunless", "when", "endcase")
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


@dataclass(frozen=True)
class Mistake:
    """What is wrong in a text; `line` and `column` count from 1."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}, column {self.column}: {self.message}"


def mistakes(source: str) -> list[Mistake]:
    """Return what a consultant must put right in a text before it can be saved.

    Beyond grammar and names, the text is read with every combination of its facts given
    and missing, and refused where one of them leaves a hole.
    """
    if len(source) > SOURCE_LIMIT:
        return [Mistake(1, 1, f"is {len(source):,} characters long; {SOURCE_LIMIT:,} are allowed.")]
    return list(_mistakes(source))


@lru_cache(maxsize=8192)  # a draft is read at every look at it, while one text of it changes
def _mistakes(source: str) -> tuple[Mistake, ...]:
    return tuple(_found(source))


def _found(source: str) -> list[Mistake]:
    if not source.strip():
        return [Mistake(1, 1, "is empty.")]
    if (position := hidden_character(source)) is not None:
        code = ord(source[position])
        return [_at(source, position, f"has a character that does not show (U+{code:04X}). Delete it.")]
    if blank := blank_in(_MARKUP.sub("", source)):
        return [_at(source, max(source.find(blank), 0), f"“{blank}” is a blank.{_instead(blank)}")]
    if found := [*_unknown_tags(source), *_ranges(source)]:
        return _in_order([*found, *_names_beside_tags(source)])
    try:
        template = parse(source)
    except LiquidError as error:
        return _in_order([_syntax(source, error), *_names_beside_tags(source)])
    if found := list(_unknown_names(source, template)):
        return found
    return list(_holes(source, template))


def _instead(blank: str) -> str:
    name = blank.strip("{ }")
    if blank.startswith("{") and name in PLACEHOLDERS:
        return f" Write {{{{ {name} }}}}."
    return " Say what it is, use a placeholder, or leave it out."


def _in_order(found: Iterable[Mistake]) -> list[Mistake]:
    return sorted(set(found), key=lambda mistake: (mistake.line, mistake.column))


def _names_beside_tags(source: str) -> Iterator[Mistake]:
    """Yield the unknown names of a text whose tags are wrong, so that all of it can be put right at once."""
    blanked = _TAGS_WHOLE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)
    try:
        yield from _unknown_names(blanked, parse(blanked))
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
        if name not in FILTERS:
            for span in spans:
                allowed = _nearest(name, FILTERS) or f" These are: {', '.join(FILTERS)}."
                yield _at(source, span.index, f"the filter “{name}” is not allowed here.{allowed}")


def _holes(source: str, template: BoundTemplate) -> Iterator[Mistake]:
    names = sorted(template.analyze().variables)
    choices = [[*PLACEHOLDERS[name].examples, *([None] if PLACEHOLDERS[name].optional else [])] for name in names]
    readings = list(itertools.islice(itertools.product(*choices), READINGS_LIMIT + 1))
    if len(readings) > READINGS_LIMIT:
        yield Mistake(1, 1, f"uses {len(names)} placeholders, too many to read it every way. Make it two statements.")
        return
    has_text = False
    for values in readings:
        facts = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        try:
            text = template.render(**facts).strip()
        except UndefinedError:
            continue
        except LiquidError as error:
            yield _syntax(source, error)
            return
        has_text = has_text or bool(text)
        if gap := _GAP.search(text):
            missing = [f"“{name}”" for name, value in zip(names, values, strict=True) if value is None]
            when = f"without {' and '.join(missing)}" if missing else "when filled in"
            around = text[max(gap.start() - 20, 0) : gap.end() + 20]
            yield Mistake(1, 1, f"{when} it reads “…{around}…”: a hole, or a mark too many.")
            return
    if not has_text:
        yield Mistake(1, 1, "never says anything, whatever the facts.")


def _syntax(source: str, error: LiquidError) -> Mistake:
    reported = str(error.message)
    words = next((words for expression, words in _IN_WORDS if expression.fullmatch(reported)), "{reported}.")
    message = words.format(reported=reported, tag=_last_word(reported))
    if error.token is not None and error.token.start_index > 0:
        return _at(source, error.token.start_index, message)
    return _at(source, _culprit(source), message)


# The parser's message, and what to do about it.
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
    """The tag of the parser's message."""
    return next(iter(re.findall(r"tag '?(\w+)", message)), "")


def _culprit(source: str) -> int:
    """Return where the first markup is that is wrong alone, or the last tag left open."""
    still_open: list[tuple[str, int]] = []
    for match in _MARKUP.finditer(source):
        tag = _TAG.match(match[0])
        if tag is None:
            try:
                parse(match[0])
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
