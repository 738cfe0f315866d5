"""Blanks: what somebody put where an answer belongs, "TBD", "[Company Name]", "{ reports_to }"."""

import re

from roles.core.money.words import SIGNS

_INNOCENT = (
    r"\d{1,3}|sic|edit|at|dot|@|\.|[mfwdx]/[mfwdx](?:/[mfwdx])?|remote|hybrid|on-?site|"
    r"full-?time|part-?time|contract|temporary|permanent| |x|"
)
# A bracket that holds a reference, a workplace or an address in disguise is no blank, nor is the text of a link.
BRACKET = rf"\[(?!(?:{_INNOCENT})\])(?=[^\[\]\n]{{0,80}}[a-z]|[.…?_ ]+\])[^\[\]\n]{{1,80}}\](?!\()"
# The braces of a placeholder that was written with one of each: "{ reports_to }".
BRACES = (
    r"(?<!\{)\{ ?(?:[a-z]{1,20}(?:_[a-z]{1,20}){1,3}|company|title|place|name|date|salary|role|headcount|industry)"
    r" ?\}(?!\})"
)
UNDECIDED = (
    r"\b(?:tbd|tbc|tba|to be (?:determined|decided|confirmed|announced|advised|filled in))\b(?! (?:by|within|"
    r"bank|every|before)\b)|\blorem ipsum\b|"
    r"\b(?:insert|add) (?!to\b)[^.\n]{1,40} here\b|\b(?:delete|replace|edit) this (?:line|text|section|paragraph)\b"
)
INSERT = (
    r"<(?:insert|your|company|name|add|date|e-?mail|phone|address|title|job title|location|place|city|salary|amount|"
    r"number|link|url|manager|closing date|start date)(?: [^<>\n]{0,60})?>"
)
_NAMED = (
    r"name|company(?: name)?|job title|title|date|amount|salary|location|town|city|number|link|e-?mail|phone|manager"
)
# A letter, question marks or an empty form where a figure, a name or a day belongs: "X years", "Pay: ??", "(name)".
STAND_IN = (
    rf"(?<![\w.'-])(?<!\d )[{SIGNS}]?x(?= ?(?:\+ )?(?:years?|yrs?|people|staff|days|weeks|months|"
    rf"hours|sites|miles|reports|million|per (?:year|hour|annum|week|day))\b)|[{SIGNS}] ?x\b(?!-)|(?<=team of )x\b|"
    rf"[{SIGNS}] ?(?:\.{{2,}}|…|-{{2,}}|\?+)|(?<=: )\?+(?= ?(?:$|[.,;)/-]| per | a ))|(?<= )\?\?+(?=$|[ .,;)/-])|"
    rf"(?<![\w])\+?\d[\d -]{{0,8}}x{{3,}}\d{{0,6}}(?![\w])|(?<=call )0[0 -]{{6,14}}(?!\d)|"
    r"(?<=of )x ?%|\b(?:your|company) logo\b(?= ?(?:here|$))|\b(?:placeholder|dummy|sample) text\b|\bnote to self\b|"
    r"\bdelete (?:as appropriate|if not applicable|as applicable)\b|\b(?:your)?name@(?:your)?(?:company|domain|"
    r"email|example)\.com\b|"
    r"^(?:text|details?|info(?:rmation)?|more|figure|copy) to (?:follow|come)(?=\.?$)|^to be completed(?=\.?$)|"
    r"\b(?:ask|check with) [a-z]{2,12} for (?:the )?(?:figures?|numbers?|details|salary|amount)\b|"
    r"\b(?:abc|xyz) (?:company|corp|ltd|inc|limited)\b|\bcompany (?:xyz|abc|x)\b|"
    rf"\((?:(?:insert|add|enter|your) (?:{_NAMED})|name|company name|job title)(?: here)?\)|(?<=by )\(date\)|"
    r"^(?:salary|pay|location|hours|closing date|start date|contact) to follow(?=\.?$)|"
    r"\b(?:company|job|employer|contact|client|manager's) (?:name|title|logo|address|e-?mail) here\b|"
    r"\b(?:dd[/. -]mm[/. -]yy(?:yy)?|mm[/. -]dd[/. -]yy(?:yy)?|yyyy-mm-dd)\b|(?<=\w)@(?=$|[ ,;.])|"
    r"(?:^|(?<=registered )|(?<=[|·,;(] ))(?:charity|company) (?:no\.?|number|reg\.? no\.?) ?[:#]?(?= ?$)"
)
# Words that represent an answer only where they are all of it.
_NO_ANSWER = re.compile(
    r"(?:asap|a\.s\.a\.p\.?|as soon as possible|dont know|don't know|do not know|idk|i don'?t know(?: yet)?|"
    r"not sure(?: yet)?|no idea|unknown|\?+|x{2,20}|undecided|not decided(?: yet)?|later|pending)[.!]?"
)
_ANYWHERE = re.compile(f"{BRACKET}|{BRACES}|{UNDECIDED}|{INSERT}|__{{2,}}")


def blank_in(answer: str) -> str:
    """Return the blank an answer holds, as it is written, or ""; of "asap" and the like only where it is all there is.

    The answer is the text as typed, of any length.
    """
    folded = answer.replace("’", "'").lower()
    if len(folded) != len(answer):
        folded = answer
    if _NO_ANSWER.fullmatch(folded.strip()):
        return answer.strip()
    found = _ANYWHERE.search(folded)
    return answer[slice(*found.span())] if found else ""
