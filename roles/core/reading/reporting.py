"""Whom a post reports to, as a posting states it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from roles.core.limits import SectionKey

from .bare_title import OF_A_TITLE
from .folded_lines import FoldedLine
from .labels import Labelled
from .posting import Stated

_WHOM = (
    r"(?P<whom>(?:the |our |a |an )?(?:(?:Dr|Mrs?|Ms|Prof)\. )?"
    r"[\w'’&/-]+(?: (?!and\b|who\b|for\b|with\b|in\b|on\b|at\b|"
    r"as\b|to\b|by\b|this\b|you\b|is\b|each\b|every\b|weekly\b|monthly\b"
    r"|quarterly\b)[\w'’&/-]+){0,4}(?: of (?:the )?[\w'’&-]+(?: [A-Z][\w'’&-]+)*)?"
    r"(?:, (?i:(?:the |our )?(?:co-)?(?:owner|founder)s?)(?=\W|$))?)"
)
_SENTENCES = (
    re.compile(
        rf"(?i:\b(?:you|role|position|post|job|director|manager|director of operations|"
        rf"operations director|holder|it|and|will|who|that|which|,)(?:'ll|’ll| will| would)?"
        rf" (?:also )?reports?(?: directly| straight)? (?:in)?to) {_WHOM}"
    ),
    re.compile(rf"(?i:\breporting (?:directly |straight )?(?:in)?to) {_WHOM}"),
    re.compile(rf"(?i:(?:^|\()reports?(?: directly)? to) {_WHOM}"),
    re.compile(rf"(?i:\ba direct report (?:in)?to) {_WHOM}"),
    re.compile(rf"(?i:\b(?:accountable|answerable|responsible) (?:directly )?to) {_WHOM}"),
    # Who answers to somebody for one thing, the hire licence, does not report there; nor do the doctors of a clinic.
    re.compile(
        r"(?i:\b(?:you|role|position|post|job|director|manager|holder|it|and|will|who|,)(?:'ll|’ll| will| would|'d|’d)?"
        rf" (?:also )?answers? (?:directly )?to) {_WHOM}"
    ),
    re.compile(rf"(?i:(?:^|\()answers? (?:directly )?to) {_WHOM}"),
    re.compile(rf"(?i:\bunder the (?:\w+ )?(?:supervision|direction|guidance) of) {_WHOM}"),
)
# Where whom a label names ends and another thing begins: "the CEO, works with the board".
_BEHIND = re.compile(
    r"\s*[|·•\t]\s*|(?<![ .][A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)\. |\s{3,}|"
    r", (?=(?:you|works?|working|leads?|leading|runs?|running|with|who|and)\b)"
)
# "Regular reporting to the board" is a duty, and nobody else's line is the post's.
_DUTY = re.compile(
    r"\b(?:regular|monthly|weekly|quarterly|annual|financial|timely|progress|help|with|prepare|provide|all|staff|"
    r"team|teams|managers|who|people)\s*(?:\w+\s+)?$"
)


_PRONOUNS = frozenset({"her", "him", "them", "it", "us"})
_OFTEN = re.compile(
    r"^report(?:s|ing)? to\b(?:(?!, and ).)*\b(?:each|every|weekly|monthly|quarterly|on (?:kpis?|progress))\b",
    re.IGNORECASE,
)


def reporting_stated(folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled]) -> Stated[str] | None:
    """Return whom the post reports to, as written: "the owner"."""
    whom = next(filter(None, chain(_labelled(labels), _in_sentences(folded_lines))), None)
    return Stated(whom, whom) if whom else None


def _labelled(labels: Iterable[Labelled]) -> Iterator[str]:
    for each in labels:
        if (
            each.fact == "reports_to"
            and each.value
            and len(each.value) <= 120
            and not (each.bare and each.folded_line.kind == SectionKey.RESPONSIBILITIES)
            and (each.label not in ("manager", "supervisor") or OF_A_TITLE.search(each.value))
        ):
            yield _BEHIND.split(each.value)[0].strip(" .")


def _in_sentences(folded_lines: Sequence[FoldedLine]) -> Iterator[str]:
    # A line on what the post does comes last: "Reporting to the board each month on KPIs".
    for folded_line in sorted(folded_lines, key=lambda each: each.kind == SectionKey.RESPONSIBILITIES):
        if folded_line.heading or not _ANY.search(folded_line.folded):
            continue
        for start, end in folded_line.sentences:
            yield from _in_sentence(folded_line.text[start:end].strip())


def _in_sentence(sentence: str) -> Iterator[str]:
    for expression in _SENTENCES:
        match = expression.search(sentence)
        if not match or match["whom"].casefold() in _PRONOUNS:
            continue
        if "answer" in match[0] and sentence.startswith(" for ", match.end()):
            continue
        if not _OFTEN.search(sentence) and not _DUTY.search(sentence[: match.start()].lower()):
            yield match["whom"].strip(" .,")


_ANY = re.compile(
    r"\breport(?:s|ing)?\b|\b(?:accountable|answerable|responsible) (?:directly )?to\b|\banswers? |\bunder the\b"
)
