"""A long posting with everything in it that has ever broken a file."""

from dataclasses import replace
from datetime import date

from roles.core.compose import compose
from roles.core.document import Document, SectionKind
from roles.core.exports import Listing
from tests.core.compose.build import brief, section, statement, template

LISTING = Listing(date_posted=date(2027, 1, 30), identifier="6f1f9d0e")

HARD = (
    "“Quoted” and 'quoted', Café Żółć, 95% – 97% … naïve",
    "👩🏽‍🍳 bakes with 👨‍👩‍👧‍👦 and 🇮🇪",
    "مخبز الميناء in Leeds, with בית המאפה beside it",
    "e\u0301\u0327 stacks marks, a\u200db joins, \u00a0 keeps apart",
    "<b>not bold</b> & <script>alert(1)</script> *not* _emphasis_ {{ 7*7 }}",
)


def long_posting(words: int = 3_000) -> Document:
    """Return a posting of at least that many words in paragraphs, bullets and lines."""
    each = [f"{text} ({number}) so that the orders leave on time" for number in range(words // 60) for text in HARD]
    thirds = [each[start::3] for start in range(3)]
    sections = [
        section(
            *(statement(f"{kind.value}-{number}", "Do.") for number, _ in enumerate(texts)),
            key=kind.value,
            heading=f"{kind.value.capitalize()} <of> Café & Co",
            kind=kind,
        )
        for kind, texts in zip(SectionKind, thirds, strict=True)
    ]
    document = compose(template(*sections), brief(company=HARD[2], place="Łódź & Leeds"), version=1)
    return reworded(document, thirds)


def reworded(document: Document, texts: list[list[str]]) -> Document:
    return replace(
        document,
        sections=tuple(
            replace(part, items=tuple(replace(item, text=text) for item, text in zip(part.items, words, strict=True)))
            for part, words in zip(document.sections, texts, strict=True)
        ),
    )
