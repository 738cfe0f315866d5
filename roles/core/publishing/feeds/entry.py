"""One open role as feeds have it, and the feed it is in."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from roles.core.document import Document
from roles.core.exports import html
from roles.core.exports.blocks import apply_address

# Source: XML 1.0, 2.2: all other characters may not be in a document, not even escaped.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return the text without characters that XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed: what it is of, the page for people, and its own address. Addresses have scheme and host."""

    title: str
    home: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An open role. `identifier` never changes; `url` is its page, `stable_url` the same without words that may change.

    `published_at` and `updated_at` are aware times, `last_day` is the last day to apply.
    """

    identifier: str
    url: str
    stable_url: str
    document: Document
    trade: str
    published_at: datetime
    updated_at: datetime
    last_day: date

    @property
    def company(self) -> str:
        return self.document.facts.hiring_organization

    @property
    def heading(self) -> str:
        """What it is called among roles of several firms."""
        return f"{self.document.title}, {self.company}"

    @property
    def summary(self) -> str:
        """Its facts in one line."""
        return " · ".join(f"{label}: {value}" for label, value in self.document.facts.known() if label != "Company")

    @property
    def html(self) -> str:
        """The whole posting as an HTML fragment."""
        return html.write(self.document)

    @property
    def email(self) -> str:
        """The address to write to, "" where the posting names none: an account's own is never given away."""
        return email_of(self.document)

    @property
    def pay(self) -> str:
        return dict(self.document.facts.known()).get("Pay", "")


def email_of(document: Document) -> str:
    """Return the e-mail address that the posting asks applicants to write to, "" for none."""
    address = apply_address(document)
    return address.removeprefix("mailto:") if address.startswith("mailto:") else ""
