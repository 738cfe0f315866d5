"""A picture for a feed: title, company, place and pay in the employer's colours, 1200 × 630 (PNG)."""

from typing import Any
from unicodedata import normalize

from roles.core.document import Document

from .blocks import apply_address
from .layout import layout_of
from .listing import Listing
from .qr import svg
from .typesetting import set_pages

# In this order; what the posting does not state is left out.
_FACTS = ("Location", "Pay")


def write(document: Document, listing: Listing) -> bytes:
    """Return the card; with the address to apply as a QR code, if there is one."""
    return set_pages("card", card_data(document, listing), listing.date_posted, "png")


def card_data(document: Document, listing: Listing) -> dict[str, Any]:
    """Return what the template is given: the words of the card, its colours and its pictures."""
    facts, brand, layout = dict(document.facts.known()), listing.brand, layout_of(document)
    address = apply_address(document)
    return {
        "title": normalize("NFC", document.title),
        "company": normalize("NFC", document.facts.hiring_organization),
        "facts": [normalize("NFC", facts[label]) for label in _FACTS if label in facts],
        "colour": brand.colour,
        "on_colour": brand.on_colour,
        "logo": list(brand.logo),
        "qr": svg(address).decode() if address else "",
        "lang": layout.language.partition("-")[0],
        "rtl": layout.rtl,
    }
