"""What is typed as in a chat, put right in print: “contract!!”, “lol”, “apr-jun”, “£35K”. Wording stays."""

import re

from roles.core.money.words import SIGNS

from .word_lists import words_of

_MONTH = r"jan|feb|mar|march|apr|april|may|june?|july?|aug|sept?|oct|nov|dec"
_MARKS = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=[\w%?)]{3}))(?:(?P<mark>[!?])[!?]*(?P=mark)|,(?:\s*,)+)|(?<=[a-z]{3})\.\.(?![.\d/])"
)
_A_WORD = "|".join(sorted(words_of("slips", "chat")))
_CHAT = re.compile(
    rf"^(?:{_A_WORD})(?:[,.!?]*[ \t]+|[,.!?]*$)|(?:[,;]?[ \t])(?:{_A_WORD})(?P<stop>[!.?]*)(?=$|[\s,;)])",
    re.MULTILINE,
)
_FACE = re.compile(r"(?:^|\s+)(?:[:;]-?[)(DP]|:['’]\(|<3)(?=$|\s)", re.MULTILINE)
_MONTHS = re.compile(rf"(?<![\w@./-])(?P<first>{_MONTH})(?P<to> ?[-–/] ?| to )(?P<last>{_MONTH})(?![\w@/-]|\.\w)")
_OF_YEAR = re.compile(rf"(?<![\w@./-])(?P<month>{_MONTH})(?= (?:20\d\d\b|['’]\d\d\b))")
# “£35K”, “$2.5k”: a sum in thousands, and no range whose other end is without its sign.
_THOUSANDS = re.compile(rf"(?<=[{SIGNS}])(?P<sum>\d{{1,3}}(?:\.\d)?) ?[kK](?![\w/])(?! ?[-–] ?\d)")
_CUE = re.compile(r"[!?]{2}|\.\.|,\s*,|[:;<]['’-]?[)(DP3]|\d ?[kK]\b")
_WORDS = frozenset(words_of("slips", "chat")) | frozenset(words_of("slips", "in short")) | {"may", "july"}
_TYPED = re.compile(r"[a-z]+")


def without_chatter(text: str) -> str:
    """Return a text without the marks and words of a chat, and with its months and sums as one prints them."""
    words = _WORDS.intersection(_TYPED.findall(text))
    if words:
        text = _MONTHS.sub(lambda it: f"{it['first'].capitalize()}{it['to']}{it['last'].capitalize()}", text)
        text = _OF_YEAR.sub(lambda it: it["month"].capitalize(), text)
        text = _CHAT.sub(_left_out, text)
    if _CUE.search(text):
        text = _FACE.sub("", text)
        text = _MARKS.sub(lambda it: it["mark"] or it[0][0], text)
        text = _THOUSANDS.sub(lambda it: f"{round(float(it['sum']) * 1000):,}", text)
    return text


def _left_out(match: re.Match[str]) -> str:
    """What stays of a word of a chat: the mark that ends the sentence."""
    return (match["stop"] or "")[:1]


def chatter_in(text: str) -> dict[str, str]:
    """Return what is typed as in a chat, each with the word before it, to how that is printed."""
    found: dict[str, str] = {}
    if _WORDS.isdisjoint(_TYPED.findall(text)) and not _CUE.search(text):
        return found
    for pattern in (_MARKS, _CHAT, _FACE, _MONTHS, _OF_YEAR, _THOUSANDS):
        for match in pattern.finditer(text):
            start = text.rfind(" ", 0, max(0, match.start())) + 1
            typed = text[start : match.end()].strip()
            printed = without_chatter(typed)
            if typed != printed:
                found[typed] = printed
    return found
