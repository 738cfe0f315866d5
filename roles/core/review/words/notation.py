"""One entry of a word list as an expression. The package's docstring describes the notation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roles.core.folding import fold

from .parts import (
    ANY_WORD,
    DIGIT,
    JOINT,
    LINE_END,
    MARK,
    NOTHING,
    SPACE,
    STAR,
    WORD,
    Choice,
    Literal,
    Onward,
    Part,
    Sequence,
    Start,
    Wild,
    is_written_out,
    regex_of,
    starts_of,
    texts_of,
)

# No letter, digit or combining mark follows: the word ends here.
_END = r"(?![^\W_]|[\u0300-\u036f])"
# The same behind a neighbour, which may end in a mark.
_END_OR_MARK = rf"(?:(?<![^\W_])|{_END})"
_OPENS_A_SENTENCE = "(?<![a-z,] )"
_CLOSING = {"[": "]", "(": ")"}
_SIGNS = "[](){}<>|~*#\\"
_GAP = re.compile(r"(?:up to|(?P<least>\d) to) (?P<most>\d) (?P<kind>words,?|listed words)")
_GAP_WORDS = {"words": "[a-z]+", "words,": "[a-z]+,?", "listed words": f"(?:and{SPACE})?[a-z-]+,?"}
_NEIGHBOUR = re.compile(r" ?\{([^{}]*)\}$")


class NotationError(ValueError):
    """An entry that is not written in the notation; the message is for whoever wrote it."""


@dataclass(frozen=True)
class Expression:
    """An entry read: `regex` matches folded text where a word begins.

    `starts` holds the first words it can begin with: (letters, Onward.ENDS) for a whole word,
    (letters, Onward.ANY) for one that begins with them.
    """

    source: str
    sequence: Sequence
    before: str = ""
    after: str = ""
    after_texts: tuple[str, ...] = ("",)

    @property
    def regex(self) -> str:
        return f"{self.before}{regex_of(self.sequence)}{_END}{self.after}"

    @cached_property
    def starts(self) -> frozenset[Start]:
        found = {(text, Onward.ENDS if on is Onward.NEXT else on) for text, on in starts_of(self.sequence)}
        return frozenset(found - {MARK})

    def texts(self) -> Iterator[str]:
        """Yield every text it matches, with a sample of each part that matches any letters or words."""
        yield from texts_of(self.sequence)

    def is_finite(self) -> bool:
        """Whether `texts` are all there is."""
        return not self.after and not self.before and is_written_out(self.sequence)


def parse(source: str, definitions: Mapping[str, Choice] | None = None) -> Expression:
    """Return the expression of an entry, without its replacement.

    Raises NotationError for what is not in the notation, or can match no text.
    """
    words, neighbours = source, []
    while match := _NEIGHBOUR.search(words):
        neighbours.append(match[1])
        words = words[: match.start()]
    expression = Expression(source, _Parser(words, definitions or {}).sequence())
    for neighbour in reversed(neighbours):
        expression = _beside(expression, neighbour, definitions or {})
    if ("", Onward.ANY) in expression.starts:
        raise NotationError("it can begin with any word: begin with one that is written out")
    if not expression.starts:
        raise NotationError("it begins with a mark and can never match: begin with a letter or a digit")
    return expression


def parse_choice(source: str, definitions: Mapping[str, Choice]) -> Choice:
    """Return the choice of alternatives that a definition holds. Raises NotationError."""
    return Choice(_Parser(source, definitions).options())


def _beside(expression: Expression, neighbour: str, definitions: Mapping[str, Choice]) -> Expression:
    """Return the expression with one more condition on what is beside it."""
    if neighbour == "only at the beginning":
        return replace(expression, before=expression.before + _OPENS_A_SENTENCE)
    for condition in ("only before", "not before", "not after"):
        if neighbour.startswith(f"{condition} "):
            options = tuple(_apart(_Parser(neighbour.removeprefix(f"{condition} "), definitions).options()))
            break
    else:
        raise NotationError(f"“{{{neighbour}}}” is no neighbour: use only before, not before, not after")
    if condition == "not after":
        preceding = dict.fromkeys(text for option in options for text in texts_of(option))
        if not all(map(is_written_out, options)):
            raise NotationError("what it is not after has to be written out")
        behind = "".join(f"(?<!{re.escape(text + ' ' * text[-1:].isalnum())})" for text in preceding)
        return replace(expression, before=expression.before + behind)
    spaces = ["" if MARK in starts_of(option) else " " for option in options]
    regex = "|".join(
        f"{SPACE if space else ''}{regex_of(option)}{_END_OR_MARK}"
        for space, option in zip(spaces, options, strict=True)
    )
    if condition == "not before":
        return replace(expression, after=f"{expression.after}(?!{regex})")
    texts = tuple(space + text for space, option in zip(spaces, options, strict=True) for text in texts_of(option))
    return replace(expression, after=f"{expression.after}(?={regex})", after_texts=texts)


def _apart(options: Iterable[Sequence]) -> Iterator[Sequence]:
    """Yield each alternative of its own: of those behind one name a mark stands at the word, a word behind a space."""
    for option in options:
        if len(option) == 1 and isinstance(option[0], Choice) and not option[0].optional:
            yield from _apart(option[0].options)
        else:
            yield option


class _Parser:
    """Reads a source from left to right."""

    def __init__(self, source: str, definitions: Mapping[str, Choice]):
        if "  " in source:
            raise NotationError("it has two spaces in a row")
        if fold(source) != source:
            raise NotationError("it has capitals or typographic marks: write small letters and plain ' and -")
        self._source = source
        self._at = 0
        self._definitions = definitions

    def sequence(self) -> Sequence:
        options = self.options()
        if len(options) > 1:
            raise NotationError("it has alternatives outside of brackets: write [a|b]")
        return options[0]

    def options(self) -> tuple[Sequence, ...]:
        options = self._options("")
        if self._at < len(self._source):
            raise NotationError(f"“{self._source[self._at]}” closes nothing")
        return options

    def _options(self, closing: str) -> tuple[Sequence, ...]:
        found = [self._one_option()]
        while self._at < len(self._source) and self._source[self._at] == "|":
            self._at += 1
            found.append(self._one_option())
        if closing:
            if self._at >= len(self._source) or self._source[self._at] != closing:
                raise NotationError(f"a “{closing}” is missing")
            self._at += 1
        return tuple(found)

    def _one_option(self) -> Sequence:
        parts: list[Part] = []
        text = ""
        while self._at < len(self._source) and (sign := self._source[self._at]) not in ")]|":
            self._at += 1
            if sign == "\\" and self._source[self._at : self._at + 1]:
                text += self._source[self._at]
                self._at += 1
            elif sign not in _SIGNS:
                text += sign
            else:
                parts += [*([Literal(text)] if text else []), self._sign(sign)]
                text = ""
        if text:
            parts.append(Literal(text))
        if not parts:
            raise NotationError("an alternative is empty: a part that may be left out is written (a)")
        return _spaced(parts)

    def _sign(self, sign: str) -> Part:
        if sign in _CLOSING:
            return Choice(self._options(_CLOSING[sign]), optional=sign == "(")
        if sign == "<":
            return self._named()
        if sign in "~*#":
            return {"~": JOINT, "*": STAR, "#": DIGIT}[sign]
        raise NotationError(f"“{sign}” has no meaning here")

    def _named(self) -> Part:
        end = self._source.find(">", self._at)
        if end < 0:
            raise NotationError("a “>” is missing")
        name = self._source[self._at : end]
        self._at = end + 1
        if name in ("word", "end"):
            return WORD if name == "word" else LINE_END
        if gap := _GAP.fullmatch(name):
            least = int(gap["least"] or 0)
            starts = frozenset({*ANY_WORD, *(() if least else (NOTHING,))})
            word, times = _GAP_WORDS[gap["kind"]], f"{{{least},{gap['most']}}}"
            samples = tuple("some " * count for count in range(least, int(gap["most"]) + 1))
            return Wild(f"(?:{word}{SPACE}){times}?", starts, samples, at_end=f"(?:{SPACE}{word}){times}")
        if name not in self._definitions:
            raise NotationError(f"“<{name}>” is not defined above")
        return self._definitions[name]


def _spaced(parts: list[Part]) -> Sequence:
    """Return the parts with the space beside each one that can be left out moved into it."""
    found: list[Part] = []
    after_space = True
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        space_follows = isinstance(following, Literal) and following.text.startswith(" ")
        gap = isinstance(part, Wild) and part.at_end
        if gap and not (after_space and (space_follows or not following)):
            raise NotationError("words that are not named need a space before and behind them")
        if isinstance(part, Wild) and gap and not following:
            if not _strip(found):
                raise NotationError("words that are not named need a word before them")
            part = replace(part, regex=part.at_end, texts=tuple(f" {text}".rstrip() for text in part.texts))
        elif part is LINE_END:
            _strip(found)
        elif gap or (isinstance(part, Choice) and part.optional and after_space):
            if space_follows and isinstance(following, Literal):
                parts[number + 1] = Literal(following.text[1:])
                if isinstance(part, Choice):
                    part = replace(part, options=tuple((*option, Literal(" ")) for option in part.options))
                found.append(part)
                continue
            if found and isinstance(part, Choice) and (following is None or MARK in following.starts):
                if not _strip(found):
                    raise NotationError("of several parts at the end that may be left out make one")
                part = replace(part, options=tuple((Literal(" "), *option) for option in part.options))
        if part == Literal(""):
            continue
        found.append(part)
        after_space = part is JOINT or (isinstance(part, Literal) and part.text.endswith(" "))
    return tuple(found)


def _strip(parts: list[Part]) -> bool:
    """Remove the space at the end of the parts; return whether there was one."""
    if not parts or not isinstance(parts[-1], Literal) or not parts[-1].text.endswith(" "):
        return False
    parts[-1] = Literal(parts[-1].text[:-1])
    return True
