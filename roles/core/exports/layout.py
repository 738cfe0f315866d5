"""How a posting is laid out on pages: its paper, its language, its direction."""

import unicodedata
from dataclasses import dataclass

from roles.core.document import Document
from roles.core.places import Paper, forms_of, read_place

# Languages by the script they are written in, where it shows; the shipped content is English.
_LANGUAGE_OF = {"ARABIC": "ar", "HEBREW": "he"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The paper, the language (BCP 47), and whether it runs from right to left."""

    paper: Paper = Paper.A4
    language: str = "en-GB"
    rtl: bool = False


def layout_of(document: Document) -> Layout:
    """Return the layout of the place's country, in the language that most of the words are in."""
    forms = forms_of(read_place(document.facts.job_location))
    script = _script(document)
    return Layout(
        paper=forms.paper,
        language=_LANGUAGE_OF.get(script, forms.lang),
        rtl=script in _LANGUAGE_OF,
    )


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left, as browsers decide it for one line."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _script(document: Document) -> str:
    """The script written from right to left that most letters of the lines are in, "" for none."""
    counts = dict.fromkeys(_LANGUAGE_OF, 0)
    others = 0
    for char in "".join(item.text for item in document.items()):
        if unicodedata.bidirectional(char) in ("R", "AL"):
            script = unicodedata.name(char, "").partition(" ")[0]
            if script in counts:
                counts[script] += 1
        elif char.isalpha():
            others += 1
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] > others else ""
