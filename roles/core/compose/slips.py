"""Slips of a phone keyboard, put right where an owner's answers are printed: “recieve + check”, “w/”, “mgmt”, “i do”.

Only what is surely no word of hers: marks and words of a chat (`chatter.py`), a list of misspellings and of shorthand
(`slips.txt`), signs for words, the capitals of days, months, “I” and the town of the job. What is stored stays as
typed, and no name is touched: not the answers that hold them (`_NAMES`, but for “dr.” before one), no word with a
capital within a sentence, nothing of an address.
"""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache

from .brief import TEXT_FIELDS, Brief
from .capitals import NAMES_TYPED_SMALL as _NAMED
from .capitals import with_names, with_place_names
from .chatter import chatter_in, without_chatter
from .scope import NO_TARGET, Answered
from .titles import without_plus
from .word_lists import pairs_of, words_of

# Answers that are names, are read for themselves, or may be a text of law.
_NAMES = frozenset(
    ("company", "industry", "industry_name", "place", "reports_to", "apply_to", "country", "pay", "equal_opportunity")
)
_ANSWERS = tuple(name for name in TEXT_FIELDS if name not in _NAMES)
# A word as it is typed, no part of an address, with the stop that only shortens it.
_WORD = re.compile(
    r"(?<![\w@./:#&’'-])(?:[A-Za-z]+(?:['’][a-z]+)?|[bB]/c|[pP]&[lL])(?![\w@/&’'-]|\.\w)"
    r"(?P<stop>\.(?= (?:a|an|and|at|by|for|in|of|on|or|our|the|to|we|who|with)\b))?"
)
_WITH = re.compile(r"(?<![\w/])w/(?:(o)(?![\w/])|(?=\s|[a-z]{3}))\s?(?=\S)", re.IGNORECASE)
# “Smith & Sons” is a name.
_W = re.compile(r"(?<![\w/’'.-])w (?=(?:the|a|an|our|my|each|all|many|\d|[a-z]{4,}|[A-Z]{2,}s?\b))(?!(?:and|or)\b)")
# Short forms behind which a sentence always goes on, whatever the word: “bec. two left”, “incl. a tour”.
_NEVER_LAST = re.compile(r"\b(bec|bc|b/c|esp|incl|inc(?=\. [a-z])|avg|approx|btwn)\.(?= \w)", re.IGNORECASE)
# Where a sentence begins with a small letter; behind these stops none does.
_SHORTENED = "".join(
    rf"(?<!\b{word}\. )" for word in ("etc", "min", "max", "approx", "dept", "nos", "vs", "Ltd", "esp", "incl")
)
_BEGUN_SMALL = re.compile(rf"(?<=[a-z\d)][a-z\d)][.!?] ){_SHORTENED}[a-z](?=[a-z]{{2,}} )")
_AND = re.compile(r"(\S+) & (?=(\S))")
_EXPERIENCE = re.compile(r"(?<=[\w+] )exp(?=[,;\n]|$| (?:in|with|of|at|as|and|running|managing)\b)")
_ITS = re.compile(r"\b([Ii])ts (?=(?:a|an|the|not|been|too|our|my) )")
_I = re.compile(r"(?<![\w.’'/-])i(?= [a-z])(?! \.)")
_TIME = re.compile(r"(?<=\d) ?(hrs?|mins|mos)\b\.?(?! \()", re.IGNORECASE)
_TIMES = {"hr": "hour", "hrs": "hours", "mins": "minutes", "mos": "months"}
_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
_DAYS = re.compile(rf"\b({_DAY})( ?[-–] ?| to )({_DAY})\b")
# Days and months in short, which are other words elsewhere: “by sept”, “in march”.
_DATED = re.compile(
    r"\b((?:in|by|since|until|till|from|to|before|after|last|next|early|late|mid|end of|\d(?:st|nd|rd|th)?) )"
    r"(jan|feb|mar|march|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b(?! (?:be|have|need|not|also)\b)"
)
_STYLE = re.compile(r"\b(?:dr|mr|mrs|ms|prof)\b(?=\.? [A-Z])")
_IN_SHORT = words_of("slips", "in short")
_TYPED = re.compile(r"[a-z&/']+")
_SENTENCE = re.compile(r"(?:^|[.!?:•*–—-])\s*$")


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(pairs_of("slips", group) for group in ("misspelt", "unmarked", "short", "letters")))


def put_right(text: str) -> str:
    """Return an answer without its slips."""
    text = without_chatter(text)
    words = set(_TYPED.findall(text.lower().replace("’", "'")))
    if "w/" in text.lower():
        text = _WITH.sub(lambda match: "without " if match[1] else "with ", text)
    if ". " in text:
        text = _NEVER_LAST.sub(r"\1", text)
    if ". " in text or "! " in text:
        text = _BEGUN_SMALL.sub(lambda match: match[0].upper(), text)
    if "w" in words:
        text = _W.sub("with ", text)
    if not words.isdisjoint(_known()):
        text = _WORD.sub(_word, text)
    if " & " in text:
        text = _AND.sub(_and, text)
    if "i" in words or "its" in words:
        text = _ITS.sub(r"\1t's ", _I.sub("I", text))
    if "exp" in words:
        text = _EXPERIENCE.sub("experience", text)
    if not words.isdisjoint(_TIMES):
        text = _TIME.sub(lambda match: f" {_TIMES[match[1].lower()]}", text)
    if not words.isdisjoint(_IN_SHORT):
        text = _DAYS.sub(lambda match: f"{match[1].capitalize()}{match[2]}{match[3].capitalize()}", text)
        text = _DATED.sub(lambda match: match[1] + match[2].capitalize(), text)
    if " + " in text:
        text = "\n".join(map(without_plus, text.split("\n")))
    return text if words.isdisjoint(_NAMED) else with_names(text)


def _and(match: re.Match[str]) -> str:
    return match[0] if match[1][0].isupper() and match[2].isupper() else f"{match[1]} and "


def _word(match: re.Match[str]) -> str:
    typed = match[0].removesuffix(".")
    key = typed.lower().replace("’", "'")
    if meant := pairs_of("slips", "short").get(key):
        if typed.isupper():
            return match[0]
        return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
    stop = match["stop"] or ""
    if meant := pairs_of("slips", "letters").get(key):
        return (meant if typed.islower() else typed) + stop
    meant = pairs_of("slips", "misspelt").get(key) or pairs_of("slips", "unmarked").get(key)
    if not meant or typed[1:] != typed[1:].lower():
        return match[0]
    if typed[0].isupper():
        first = _SENTENCE.search(match.string[: match.start()])
        return (meant[0].upper() + meant[1:] if first else typed) + stop
    return meant + stop


def without_slips(brief: Brief) -> Brief:
    """Return the brief as it is printed: its answers without slips, all else as given."""
    given = {name: text for name in _ANSWERS if (text := getattr(brief, name))}
    changed = {name: right for name, text in given.items() if (right := put_right(text)) != text}
    scope = tuple(_area(item) for item in brief.scope)
    if place := _town(brief.place):
        given |= changed
        changed |= {name: right for name, text in given.items() if (right := place(text)) != text}
    if (styled := _STYLE.sub(lambda match: match[0].capitalize(), brief.reports_to)) != brief.reports_to:
        changed["reports_to"] = styled
    return replace(brief, scope=scope, **changed) if changed or scope != brief.scope else brief  # type: ignore[arg-type]


def _town(place: str) -> Callable[[str], str] | None:
    """What gives the town of the job its capital where the answers have it without: “our workshop in doncaster”."""
    town = re.split(r"[,(]| [A-Za-z]{2}$", place)[0].strip().lower()
    if not re.fullmatch(r"[a-z]{4,}(?: [a-z]+)*", town):
        return None

    def raised(text: str) -> str:
        if town not in text:
            return text
        inside = rf"(\b(?:in|from|near|around|outside|across|to|at|of) ){town}(?![\w@-])"
        return re.sub(inside, lambda match: match[1] + with_place_names(town), text)

    return raised


def _area(item: Answered) -> Answered:
    if item.target == NO_TARGET:
        return replace(item, name=put_right(item.name)) if item.name else item
    as_typed = {field.name: getattr(item.target, field.name) for field in fields(item.target)}
    texts = {name: put_right(text) for name, text in as_typed.items() if isinstance(text, str)}
    return replace(item, name=put_right(item.name), target=replace(item.target, **texts))  # type: ignore[arg-type]


def slips_in(text: str) -> dict[str, str]:
    """Return the words of an answer that are put right, each to what it is printed as."""
    found = chatter_in(text)
    if _known().isdisjoint(_TYPED.findall(text.lower())):
        return found
    return found | {match[0]: meant for match in _WORD.finditer(text) if (meant := _word(match)) != match[0]}
