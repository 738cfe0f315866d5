"""A poster of a publication: one page with a QR code that leads to it (PDF)."""

from typing import Any
from unicodedata import normalize

from roles.core.document import Document
from roles.core.exports import Listing
from roles.core.exports.layout import layout_of
from roles.core.exports.qr import svg
from roles.core.exports.typesetting import set_pages

# In this order; what the posting does not state is left out. Until when is on every poster.
_FACTS = ("Location", "Employment", "Pay")


def write(document: Document, listing: Listing, address: str) -> bytes:
    """Return the poster on the paper of its place; `address` is that of the page, with scheme and host."""
    return set_pages("poster", poster_data(document, listing, address), listing.date_posted, "pdf")


def poster_data(document: Document, listing: Listing, address: str) -> dict[str, Any]:
    """Return what the template is given: the words of the poster, its colours and its pictures."""
    facts, brand, layout = dict(document.facts.known()), listing.brand, layout_of(document)
    shown = [facts[label] for label in _FACTS if label in facts]
    if "Apply by" in facts:
        shown.append(f"Apply by {facts['Apply by']}")
    return {
        "title": normalize("NFC", document.title),
        "company": normalize("NFC", document.facts.hiring_organization),
        "facts": [normalize("NFC", fact) for fact in shown],
        "call": "Scan to read more and apply",
        "address": address,
        "code_says": f"QR code that leads to {address}",
        "qr": svg(address).decode(),
        "colour": brand.colour,
        "readable": brand.readable,
        "logo": list(brand.logo),
        "company_text": [normalize("NFC", line) for line in brand.company_text.splitlines()],
        "paper": layout.paper.size,
        "lang": layout.language.partition("-")[0],
        "region": layout.language.partition("-")[2],
        "rtl": layout.rtl,
        "day": [listing.date_posted.year, listing.date_posted.month, listing.date_posted.day],
    }
