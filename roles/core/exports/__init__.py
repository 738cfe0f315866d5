"""The forms a posting leaves in: one module a format, one registry.

An export is a pure function of the Document and its Listing. Add a format by adding a
module with a `write` and a line below; menus, downloads and the command follow. Every
format writes the `visible` document.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from roles.core.document import Document

from . import card, html, jsonld, markdown, pdf, qr, text, word
from .blocks import apply_address
from .brand import Brand
from .listing import Listing
from .visible import unseen, visible

__all__ = ["FORMATS", "Brand", "Format", "Listing", "unseen", "visible"]


@dataclass(frozen=True)
class Format:
    """A form a posting leaves in.

    `purpose` is one line on what it is for. `write` returns a file's bytes, or its text,
    to be sent as UTF-8; only text can be copied. A picture has not the `whole` posting; what
    is `branded` shows the employer's logo and colour. `needs` is what the posting has to hold for
    it, in words that follow "Needs"; "" where it can be written of any. The menu has their order.
    """

    extension: str
    label: str
    purpose: str
    content_type: str
    write: Callable[[Document, Listing], str | bytes]
    copied_as: str = ""
    whole: bool = True
    branded: bool = False
    needs: str = ""

    def can_write(self, document: Document) -> bool:
        """Whether the document holds what the format needs."""
        return not self.needs or bool(apply_address(visible(document)))


def _undated(write: Callable[[Document], str]) -> Callable[[Document, Listing], str]:
    """Return the `write` of a format that is made of the document alone."""
    return lambda document, listing: write(document)


def _visible(write: Callable[[Document, Listing], str | bytes]) -> Callable[[Document, Listing], str | bytes]:
    """Return the same `write` of the document without characters nobody sees."""
    return lambda document, listing: write(visible(document), listing)


FORMATS: dict[str, Format] = {
    item.extension: replace(item, write=_visible(item.write))
    for item in (
        Format(
            "pdf",
            "PDF",
            "For people: to send, to print, to put on your site. Two designed pages.",
            "application/pdf",
            pdf.write,
            branded=True,
        ),
        Format(
            "docx",
            "Word",
            "For a document to send on or to sign off; opens in Word and LibreOffice.",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            word.write,
            branded=True,
        ),
        Format(
            "txt",
            "Plain text",
            "For the box of any job board: it pastes the same everywhere.",
            "text/plain",
            _undated(text.write),
        ),
        Format(
            "html",
            "HTML",
            "For the careers page of your own site.",
            "text/html",
            _undated(html.write),
            copied_as="HTML",
        ),
        Format(
            "md",
            "Markdown",
            "For wikis, notes and boards that read it.",
            "text/markdown",
            _undated(markdown.write),
            copied_as="Markdown",
        ),
        Format(
            "jsonld",
            "Search data",
            "For whoever keeps your site: job searches read the posting from it (JSON-LD).",
            "application/ld+json",
            jsonld.write,
        ),
        Format(
            "png",
            "Card image",
            "For a post in a feed, 1200 × 630: title, company, place and pay.",
            "image/png",
            card.write,
            branded=True,
            whole=False,
        ),
        Format(
            "svg",
            "QR code",
            "For a poster or a window: it leads to where people apply.",
            "image/svg+xml",
            qr.write,
            whole=False,
            needs="an address to apply to",
        ),
    )
}
