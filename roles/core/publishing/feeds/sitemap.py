"""A sitemap: the addresses of open roles, and when each last changed. Source: sitemaps.org/protocol.html."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Final

# What one file may hold.
MOST: Final = 50_000


def write(pages: Iterable[str], dated: Iterable[tuple[str, datetime]]) -> str:
    """Return the sitemap of pages without a date, and of addresses with the aware time of their last change."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    lines += [f"<url><loc>{escape(address)}</loc></url>" for address in pages]
    lines += [
        f"<url><loc>{escape(address)}</loc><lastmod>{at.isoformat(timespec='seconds')}</lastmod></url>"
        for address, at in dated
    ]
    return "\n".join([*lines, "</urlset>"]) + "\n"
