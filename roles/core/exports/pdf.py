"""PDF: two designed pages, tagged for screen readers (PDF/UA-1), the same bytes every time."""

from typing import Any
from unicodedata import normalize

from roles.core.document import Document

from .blocks import blocks
from .layout import Layout, layout_of, runs_right_to_left
from .listing import Listing
from .typesetting import set_pages


def write(document: Document, listing: Listing) -> bytes:
    """Return the posting as a PDF on the paper, and in the language, of its place."""
    return set_pages("posting", page_data(document, listing, layout_of(document)), listing.date_posted, "pdf")


def page_data(document: Document, listing: Listing, layout: Layout) -> dict[str, Any]:
    """Return what the template is given: every word as it is, and how it is set. Letters are composed (NFC), as fonts
    have them."""
    brand = listing.brand
    return {
        "title": normalize("NFC", document.title),
        "company": normalize("NFC", document.facts.hiring_organization),
        "facts": [{"label": label, **_line(value)} for label, value in document.facts.lines()],
        "sections": [
            {
                "heading": _line(section.heading),
                "blocks": [
                    {"kind": block.kind, "address": block.address, **_line(block.text)} for block in blocks(section)
                ],
            }
            for section in document.sections
        ],
        "colour": brand.colour,
        "readable": brand.readable,
        "logo": list(brand.logo),
        "company_text": brand.company_text.splitlines(),
        "paper": layout.paper.size,
        "lang": layout.language.partition("-")[0],
        "region": layout.language.partition("-")[2],
        "rtl": layout.rtl,
        "day": [listing.date_posted.year, listing.date_posted.month, listing.date_posted.day],
    }


def _line(text: str) -> dict[str, Any]:
    return {"text": normalize("NFC", text), "rtl": runs_right_to_left(text)}
