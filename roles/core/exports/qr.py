"""A QR code of where to apply, for a poster or a window: a picture in SVG."""

import io

import segno

from roles.core.document import Document

from .blocks import apply_address
from .listing import Listing


class NoAddressError(ValueError):
    """The posting does not state where to apply, so there is nothing to encode."""


def write(document: Document, listing: Listing) -> bytes:
    """Return the code of the posting's address to apply, black on white. Raises NoAddressError."""
    address = apply_address(document)
    if not address:
        raise NoAddressError("The posting does not say where to apply.")
    return svg(address, title=f"Apply: {address.removeprefix('mailto:')}")


def svg(address: str, *, title: str = "") -> bytes:
    """Return the code as SVG. A quarter of it may be hidden or dirty, as on paper, and it can still be read."""
    file = io.BytesIO()
    segno.make(address, error="q", micro=False).save(
        file, kind="svg", scale=8, border=4, light="white", title=title or None, xmldecl=True, svgns=True, nl=False
    )
    return file.getvalue()
