"""The feeds of open roles: one registry, a line a dialect.

Add one with its `write` in `roles.core.publishing.feeds` and a line below; addresses, the owner's page and the tests of
all dialects follow.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils import feedgenerator

from roles.core.document import Document
from roles.core.publishing.feeds import (
    Channel,
    Entry,
    lacks_for_indeed,
    lacks_for_linkedin,
    nothing_lacks,
    printable,
    write_indeed,
    write_json_feed,
    write_linkedin,
)


@dataclass(frozen=True)
class Dialect:
    """A way of writing a feed. `most` is how many of the newest roles are in it; what a posting `lacks` for it is in
    words that follow "It needs", and "" where it can be in it."""

    name: str
    label: str
    content_type: str
    write: Callable[[Channel, Iterable[Entry]], str]
    most: int = 100
    lacks: Callable[[Document], str] = nothing_lacks


def _by_django(kind: type[feedgenerator.SyndicationFeed]) -> Callable[[Channel, Iterable[Entry]], str]:
    def write(channel: Channel, entries: Iterable[Entry]) -> str:
        feed = kind(
            title=printable(channel.title),
            link=channel.home,
            description=printable(channel.title),
            feed_url=channel.address,
            language="en",
        )
        for entry in entries:
            feed.add_item(
                title=printable(entry.heading),
                link=entry.url,
                description=printable(entry.html),
                author_name=printable(entry.company),
                unique_id=entry.stable_url,
                unique_id_is_permalink=False,
                pubdate=entry.published_at,
                updateddate=entry.updated_at,
                categories=[printable(entry.trade)] if entry.trade else [],
            )
        return feed.writeString("utf-8")

    return write


DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect(
            "atom.xml", "Atom", "application/atom+xml; charset=utf-8", _by_django(feedgenerator.Atom1Feed)
        ),
        Dialect(
            "rss.xml", "RSS", "application/rss+xml; charset=utf-8", _by_django(feedgenerator.Rss201rev2Feed)
        ),
        Dialect("feed.json", "JSON Feed", "application/feed+json; charset=utf-8", write_json_feed),
        Dialect(
            "indeed.xml",
            "A feed in Indeed’s format",
            "application/xml; charset=utf-8",
            write_indeed,
            most=500,
            lacks=lacks_for_indeed,
        ),
        Dialect(
            "linkedin.xml",
            "A feed in LinkedIn’s format",
            "application/xml; charset=utf-8",
            write_linkedin,
            most=500,
            lacks=lacks_for_linkedin,
        ),
    )
}  # fmt: skip
