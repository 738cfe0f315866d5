"""What an owner writes around an answer, which is printed with another: nothing typed is dropped."""

import re

from django import forms

from roles.core.places.surroundings import take_out_place

# Whom a post reports to, and a sentence on somebody else; “Dr. Anna Orr” is one name.
_SENTENCE_BEHIND = re.compile(
    r"(?P<who>.{2,60}?[\w)])"
    r"(?<!\b[DMS]r)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bProf)(?<!\bRev)\. +"
    r"(?P<more>(?:\w+ )+(?:is|are|has|have|works?|sits?|stays?|will)\b.*)|"
    # “me (Jo), the owner” is one person.
    r"(?P<self>(?:me|myself) \([^()]+\)),? +(?!(?:the|our|an?) [\w -]+$)(?P<rest>\w+ .{5,})",
    re.IGNORECASE,
)


def place_and_more(form: forms.Form) -> tuple[str, str]:
    """Return the place that is typed, and what else is where conditions are asked for, which prints it."""
    typed = str(form["place"].value() or "")
    return take_out_place(typed) if form.template.asks_for_areas else (typed, "")  # type: ignore[attr-defined]


def with_more(text: str, more: str) -> str:
    """Return an answer with what was typed at another one behind it, unless it is there: nothing typed is dropped."""
    if not more or more.lower() in text.lower():
        return text
    stop = "." if text and text[-1].isalnum() else ""
    return f"{text}{stop}\n{more[0].upper()}{more[1:]}".strip()


def superior_and_more(form: forms.Form) -> tuple[str, str]:
    """Return whom the post reports to, and a sentence behind it, which is printed with how they work."""
    typed = " ".join(str(form["reports_to"].value() or "").split())
    apart = _SENTENCE_BEHIND.fullmatch(typed) if form.template.asks_for_areas else None  # type: ignore[attr-defined]
    return (apart["who"] or apart["self"], apart["more"] or apart["rest"]) if apart else (typed, "")
