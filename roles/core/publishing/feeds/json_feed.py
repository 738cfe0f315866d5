"""JSON Feed 1.1. Source: jsonfeed.org/version/1.1."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .entry import Channel, Entry


def write(channel: Channel, entries: Iterable[Entry]) -> str:
    """Return the feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "items": [dict(_item(entry)) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> Iterator[tuple[str, Any]]:
    yield "id", entry.stable_url
    yield "url", entry.url
    yield "title", entry.heading
    yield "content_html", entry.html
    yield "summary", entry.summary
    yield "date_published", entry.published_at.isoformat(timespec="seconds")
    yield "date_modified", entry.updated_at.isoformat(timespec="seconds")
    yield "authors", [{"name": entry.company}]
    if entry.trade:
        yield "tags", [entry.trade]
