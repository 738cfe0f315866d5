"""Words in a posting that ask for nobody: quotations, promises of equal treatment, names."""

import re
from collections.abc import Iterator

from . import text as texts
from .words.plain import alternatives, entries_by_group

_QUOTED = re.compile(
    r"“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"|„[^„“”\n]{1,300}[“”]|«[^«»\n]{1,300}»|"
    r"‘[^‘’\n]{1,300}’(?!\w)|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
# Quotation marks around fewer words may only hold them at arm's length: "normal" vision is still a demand.
FEWEST_QUOTED = 4
_QUOTES = re.compile(rf"\b{alternatives('quoting')}[^.!?]{{0,30}}$")
# The words of a promise of equal treatment before it names what it protects.
_PROTECTS = re.compile(
    r"\b(?:without (?:regard|distinction)|regardless of|irrespective of|no matter (?:what|which|your|their)|"
    r"on (?:the )?(?:basis|grounds?) of|discriminat\w{1,3} (?:against|on|by|because|based|in)|"
    r"(?:not|never|nobody|unlawful)\b[^.;]{0,60} because of|"
    r"protected (?:characteristics?|class(?:es)?|status(?:es)?))\b[^;]*+"
)
# Everybody is welcome, or what an application leaves out.
_WELCOMED = re.compile(
    r"\b(?:people|applicants|candidates|applications|colleagues|staff) (?:of|from) (?:every|all|any) [^.;:\d]{1,60}"
)
_LEFT_OUT = re.compile(
    r"\b(?:no(?! (?:\w{1,12} )?(?:gaps?|breaks?)\b)|"
    r"do not (?:include|put|state|mention|give)|don['’]t (?:include|put|state|mention|give)) [^.;:]{1,80}?"
    r"\b(?:on|in|with) (?:your|the) (?:cv|resume|résumé|application|letter|cover letter)\b"
)
# What somebody need not be or have, up to what they must: “You don't need to be young, but …”. What “we do not need” is
# shut out.
_NOT_NEEDED = re.compile(
    r"\b(?:(?<!\bwe )(?:don't|do not|doesn't|does not|won't|will not) (?:need|have) to |"
    r"(?<!\bwe )(?:don't|do not|won't) need |"
    r"needn't |need not (?:be|have|speak|own) |no need (?:to|for) |not (?:required|necessary|expected|obliged) to |"
    r"(?:doesn't|does not|don't|do not) (?:matter|mind) (?:if|whether|how|what|where) )"
    r"(?:(?!, (?:must|should|only|you must)\b|\b(?:but|unless|except|although)\b)[^.;:!?\n]){1,100}"
)
# The heading of a list of what is not asked for.
_OF_NOTHING_ASKED = re.compile(
    r"(?:what |things )?(?:we|you) (?:don't|do not|won't|will not) (?:need|require|expect|ask(?: for| about)?|look for|"
    r"mind|care about)|(?:what(?:'s| is) )?not (?:needed|required|asked|necessary|expected)|what (?:doesn't|does not|"
    r"won't) matter"
)
_GROUP = alternatives("protected_groups")
# Groups in a list, none of them preferred: a pair of opposites, or two groups and more.
_LISTED = re.compile(
    r"\b(?:young (?:or|and) old|old (?:or|and) young|single (?:or|and) married|married (?:or|and) single|"
    r"boys (?:or|and) girls|girls (?:or|and) boys|"
    rf"{_GROUP}(?:(?:, |/){_GROUP}){{0,8}},? (?:and|or|&) {_GROUP}|{_GROUP}(?:/{_GROUP}){{2,8}})\b"
)
_PREFERS = re.compile(r"\b(?:only|prefer\w{0,6}|looking for|seeking|wanted)\b")
_WORD_BEFORE = re.compile(r"([^\W_][\w'’&-]*)\.? $")
_WORD_AFTER = re.compile(r" (?:(?:of|the|and|&|de|la) )?([^\W_][\w'’&-]*)")
# Capitals of an abbreviation, "CV with photo", make no name of it.
_ABBREVIATED = re.compile(r"[A-Z]{2,4}s? [^A-Z]*$")
# Words with a capital beside a term, without making a name of it.
_NO_NAME = frozenset(entries_by_group("no_names")["no name"])


def quotations(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where somebody's words are quoted: more than a term in scare quotes, or announced as a quotation."""
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if texts.count_words(match[0]) >= FEWEST_QUOTED or _QUOTES.search(folded, max(start - 60, 0), start):
            yield start, end


def promises(folded: str, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield what a sentence promises to treat equally or to leave out, unless it prefers somebody after all."""
    for match in _PROTECTS.finditer(folded, *sentence):
        if not _PREFERS.search(folded, *match.span()):
            yield match.span()
    for pattern in (_WELCOMED, _LEFT_OUT, _NOT_NEEDED):
        for match in pattern.finditer(folded, *sentence):
            if not _PREFERS.search(folded, *match.span()):
                yield match.span()
    for match in _LISTED.finditer(folded, *sentence):
        if not _PREFERS.search(folded, *sentence):
            yield match.span()


def asks_nothing(heading: str) -> bool:
    """Whether a folded heading is that of what is not asked for: “What you don't need”."""
    return _OF_NOTHING_ASKED.fullmatch(heading.strip(" :.*#_-?!")) is not None


def is_name(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether the words are part of a name: they have a capital, and so has a word beside them."""
    start, end = span
    words = text[start:end]
    if not words[:1].isupper() or words.isupper() or _ABBREVIATED.match(words):
        return False
    before = _WORD_BEFORE.search(text, max(start - 40, 0), start)
    # A sentence's span begins with the space before it: what is there is the end of another one.
    if before and _is_capital(before[1]) and text[sentence[0] : start].strip():
        return True
    after = _WORD_AFTER.match(text, end)
    return after is not None and _is_capital(after[1]) and not _is_headline(text[sentence[0] : sentence[1]])


def _is_capital(word: str) -> bool:
    return (word[0].isupper() or re.fullmatch("[0-9]{4}", word) is not None) and word.lower() not in _NO_NAME


def _is_headline(sentence: str) -> bool:
    """Whether all longer words have a capital, which then means nothing."""
    return not any(word[:1].islower() for word in sentence.split() if len(word) > 3)
