"""Blanks nobody filled in, and leftovers of a template."""

import re
from collections.abc import Iterator

from roles.core.blanks import BRACES, BRACKET, INSERT, STAND_IN, UNDECIDED
from roles.core.folding import fold
from roles.core.money.words import SIGNS

from ..context import Context
from ..finding import Finding, Level, Place
from ..reviewed import ReviewedItem, once_an_item
from ..rule import Rule

SOURCE = "Our judgement"
WHY = "A reader sees a form, not a role, and wonders what else was not read."

# Labels whose answer was never given: "Start date: asap".
_ASKED = (
    r"\b(?:start(?:ing|s)?(?: date)?|clos(?:es|ing)(?: date)?|deadline|apply by|salary|pay|compensation|hours|location|"
    r"place|reports to|reporting to|manager|team size|budget|benefits|travel)"
)
# To be there as soon as possible answers when to start, not until when to apply.
_OF_CLOSING = re.compile(r"\b(?:clos|deadline|apply by)[^.;\n]*$")
_BLANK = re.compile(
    r"(?P<template>\{\{[^{}\n]{0,80}(?:\}\})?|\{%[^{}\n]{0,80}(?:%\})?|\}\}|%\})|"
    rf"(?P<braces>{BRACES})|(?P<line>__+|\.{{5,}}|…{{2,}})|(?P<bracket>{BRACKET})|(?P<insert>{INSERT})|"
    rf"(?P<decide>{UNDECIDED}|(?:{_ASKED}) ?[:–—-] ?(?P<left>asap|dont know|don't know|not sure|idk|unknown|"
    r"to follow|to come)(?=[.!;,]?(?:\s*$|\n)))|"
    r"(?P<letters>(?<!bowl )(?<!part )(?<!volume )(?<!chapter )(?<!title )"
    rf"(?<![^\W_])[{SIGNS}]?xx+(?:[,.]?x{{3}})*(?![^\W_])|{STAND_IN})"
)
# A text without any of these has no blank, which is sooner seen than searched for.
_BEGINNINGS = (
    *("{", "}", "%}", "__", ".....", "……", "[", "<", "tbd", "tbc", "tba", "to be ", "lorem", "xx"),
    *("here", "delete this", "replace this", "edit this", "ask ", "check with ", "asap", "know", "not sure"),
    *("idk", "unknown", "to follow", "to come", "?", "--", "..", "@", "xxx", "xyz", "abc ", "call 0", "logo"),
    *(" x", "x ", "(", "dd/", "dd.", "dd-", "mm/", "yyyy", "charity ", "company n", "company r"),
    *(" text", "note to self", "delete ", "name@", "to be completed"),
    *(f"{sign}x" for sign in SIGNS),
)
# A note to a colleague in capitals, "(ANNA: GET THE NUMBER)", and what is left to do: neither is for applicants.
_NOTE = re.compile(r"\([A-Z]{3,12}: ?[A-Z][A-Z ,'’]{7,80}\)|\bTODO\b:?[^.\n]{0,60}|\bNOT FOR PUBLICATION\b")
_INLINE = frozenset(["b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub"])
_TAG = re.compile(
    r"</?(?P<name>b|i|u|em|strong|span|font|small|sup|sub|p|br|hr|ul|ol|li|h[1-6]|div|section|article|table|tbody|"
    r"thead|tr|td|th|blockquote|a|img|script|style)(?:\s[a-z-]{1,30}=[^<>\n]{0,300}|\s?/)?>",
    re.IGNORECASE,
)
# Without these tags more is gone than how the words look.
_OF_MEANING = frozenset(["a", "img", "script", "style", "table", "tbody", "thead", "tr", "td", "th"])
_TAGS_NAMED = 3
_WORDS_OF_LABEL = 2
MESSAGES = {
    "template": "“{}” is a leftover of the template.",
    "braces": "“{}” is a leftover of the template.",
    "line": "“{}” is a blank to fill in.",
    "bracket": "“{}” is a blank to fill in.",
    "insert": "“{}” is a blank to fill in.",
    "letters": "“{}” is a blank to fill in.",
    "decide": "“{}”: decide it, or leave it out.",
}


def find(context: Context) -> Iterator[Finding]:
    """Yield every blank and leftover: in the items with its span, in title, facts and headings on the whole of them."""
    for item in context.items:
        yield from _inside(item)
    yield from _outside(context)


@once_an_item
def _inside(item: ReviewedItem) -> Iterator[Finding]:
    for kind, span in _blanks(item.folded):
        if kind == "line" and (_in_address(item.text, span) or _leads_to_value(item.text, span)):
            continue
        left = item.folded[span[0] : span[1]]
        yield item.finding(
            _id(kind),
            Level.CONSIDER if left == "asap" and not _OF_CLOSING.search(item.folded, 0, span[0]) else Level.MUST_FIX,
            MESSAGES[kind].format(item.text[span[0] : span[1]]),
            why=WHY,
            source=SOURCE,
            span=span,
        )
    for match in _NOTE.finditer(item.text):
        yield item.finding(
            "blanks.blank",
            Level.MUST_FIX,
            f"“{match[0]}” is a note, not for applicants. Leave it out.",
            why=WHY,
            source=SOURCE,
            span=match.span(),
        )
    if "<" in item.text and (found := _markup(item)):
        yield found


def _markup(item: ReviewedItem) -> Finding | None:
    """Return the finding on an item's HTML, from its first tag to its last; what is lost without a tag has no fix."""
    tags = list(_TAG.finditer(item.folded))
    if not tags:
        return None
    start, end = tags[0].start(), tags[-1].end()
    names = list(dict.fromkeys(tag["name"] for tag in tags))
    text = item.text
    plain = " ".join(_TAG.sub(_without, f"|{text[start:end]}|").split())[1:-1]
    if start == 0 or text[start - 1].isspace():
        plain = plain.lstrip()
    if end == len(text) or text[end].isspace():
        plain = plain.rstrip()
    sure = bool(plain) and not _OF_MEANING.intersection(names) and not {"<", ">", "&"}.intersection(plain)
    return item.finding(
        "blanks.html",
        Level.SHOULD_FIX,
        f"There is HTML in this line ({', '.join(f'<{name}>' for name in names[:_TAGS_NAMED])}). Readers would see "
        "the tags as they stand: leave them out.",
        why=WHY,
        source=SOURCE,
        span=(start, end),
        replacement=plain if sure else None,
    )


def _without(tag: re.Match[str]) -> str:
    return "" if tag["name"].lower() in _INLINE else " "


def _outside(context: Context) -> Iterator[Finding]:
    """Yield the blanks of the title, the facts and the headings."""
    document = context.document
    facts = document.facts
    places = [
        (None, name) for name in (document.title, facts.hiring_organization, facts.job_location, facts.reports_to)
    ]
    headings = [(section.key, section.heading) for section in document.sections]
    for key, text in [*places, *headings]:
        for kind, (start, end) in _blanks(fold(text)):
            yield Finding(
                id=_id(kind),
                level=Level.MUST_FIX,
                message=MESSAGES[kind].format(text[start:end]),
                place=Place(section=key),
                words=text[start:end],
                why=WHY,
                source=SOURCE,
            )


def _blanks(folded: str) -> Iterator[tuple[str, tuple[int, int]]]:
    if not any(beginning in folded for beginning in _BEGINNINGS):
        return
    for match in _BLANK.finditer(folded):
        kind = "decide" if match["decide"] else match.lastgroup or "line"
        yield kind, match.span("left") if match["left"] else match.span()


def _in_address(text: str, span: tuple[int, int]) -> bool:
    """Whether the underscores are part of an email or web address."""
    before = text[max(span[0] - 100, 0) : span[0]].split(" ")[-1]
    after = text[span[1] : span[1] + 100].split(" ")[0]
    return bool(before) and ("://" in before or "@" in before + after)


def _leads_to_value(text: str, span: tuple[int, int]) -> bool:
    """Whether dots lead the eye from a label to its value: "Pay ........ $66,000"."""
    if text[span[0]] != ".":
        return False
    label, value = text[: span[0]].split(), text[span[1] :]
    return 0 < len(label) <= _WORDS_OF_LABEL and "..." not in value and bool(value.strip(" ."))


def _id(kind: str) -> str:
    return "blanks.placeholder" if kind in ("template", "braces") else "blanks.blank"


RULE = Rule("blanks", "Blanks and leftovers of a template", find)
