"""Marks between the cells of a line, which stand for what a table shows and are printed as words are."""

import re

_TABS = re.compile(r"\s*\t\s*")
_PIPES = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")
# Of a line alone: what it states, and its value behind a tab or the only pipe.
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\t:|]{1,28}(?<![:\s]))(?:[ ]*\t|\s+\|(?![^|]*\|))\s*")


# What a cell states itself: it labels nothing.
_FACT = re.compile(
    r"\d|\b(?:full[- ]?time|part[- ]?time|permanent|fixed[- ]term|temporary|contract|casual|seasonal|remote|hybrid|"
    r"on[- ]?site|in person|days?|nights?)\b(?! (?:type|status|length|hours|model|rate|of)\b)",
    re.IGNORECASE,
)
_OF_THE_HEAD = re.compile(
    r"(?:[\w-]+ ){0,2}(?:salary|pay|compensation|remuneration|wages?|rate|range|package|bonus|benefits|holidays?|leave|"
    r"pension|hours|schedule|shifts?|pattern|type|status|terms?|contract|location|place|base|based|office|site|workplace|"
    r"travel|company|employer|firm|business|organi[sz]ation|client|industry|sector|department|team|title|role|position|"
    r"post|job|vacancy|reports? to|reporting to|line manager|manager|responsible to|direct reports|start|starts|date|"
    r"start date|closes|closing|deadline|apply by|reference|ref|budget|headcount|grade|band|level|car|vehicle|contact|"
    r"email|phone|tel|website)",
    re.IGNORECASE,
)


def without_cells(text: str, *, at_head: bool = False) -> str:
    """Return a line of cells as one of words: "Hours: 37" of a label with a tab or a lone pipe behind it.

    A cell that is a fact itself is no label, and `at_head` only one that labels a fact: "Bluestem | Omaha" stays.
    """
    if "\t" not in text and "|" not in text:
        return text
    match = _LABEL.match(text)
    known = match and (not at_head or "\t" in match[0] or _OF_THE_HEAD.fullmatch(match["label"]))
    if match and known and not _FACT.search(match["label"]):
        text = f"{match['label']}: {text[match.end() :]}"
    return _TABS.sub(" ", text)


def without_pipes(text: str) -> str:
    """Return a line with points for the pipes between its parts."""
    return _PIPES.sub("·", text)
