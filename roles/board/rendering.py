"""The bytes of a publication: a pure function of its row and of the portal's templates."""

import gzip
import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string

from roles.core.dates import format_date
from roles.core.document import (
    Document,
    EmploymentType,
    Facts,
    Focus,
    Item,
    Promise,
    Provenance,
    Section,
    SectionKind,
    Source,
    Workplace,
)
from roles.core.exports import Brand, Listing
from roles.core.exports.blocks import Block, apply_address, blocks
from roles.core.exports.layout import layout_of
from roles.core.publishing import markup


@dataclass(frozen=True, slots=True)
class Rendered:
    """The page while it is open, the page once it is closed, and the card that other sites frame."""

    page: str
    closed_page: str
    embed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the pages show of a publication. `path` is its address without the `origin` (scheme and host), `firm_path`
    that of its firm's page; `closing` is the moment its last day has ended, in the time of its place."""

    document: Document
    listing: Listing
    listed: bool
    counts_applies: bool = False
    updated_on: date
    closing: datetime
    origin: str
    path: str
    firm_path: str


def render(shown: Shown) -> Rendered:
    """Return what the publication's bytes are made of."""
    context = context_of(shown)
    return Rendered(
        page=render_to_string("board/page.html", context),
        closed_page=render_to_string("board/closed.html", context),
        embed=render_to_string("board/embed.html", context),
    )


def preview(shown: Shown, logo_url: str) -> str:
    """Return the page as it would be served, for its owner alone: the logo is still somewhere else."""
    context = context_of(shown) | {"logo_url": logo_url if shown.listing.brand.logo else "", "preview": True}
    return render_to_string("board/page.html", context)


def context_of(shown: Shown) -> dict[str, Any]:
    """Return what the templates show."""
    document, listing = shown.document, shown.listing
    layout = layout_of(document)
    last_day = document.facts.valid_through
    apply = apply_address(document)
    return {
        "shown": shown,
        "document": document,
        "company": document.facts.hiring_organization,
        "brand": listing.brand,
        "reference": listing.identifier,
        "parts": [(section.heading, _runs(section)) for section in document.sections],
        "apply": f"{shown.path}apply/" if shown.counts_applies and can_be_counted(apply) else apply,
        "applies_counted": shown.counts_applies and can_be_counted(apply),
        "lang": layout.language,
        "direction": "rtl" if layout.rtl else "ltr",
        "posted_on": format_date(listing.date_posted),
        "updated_on": format_date(shown.updated_on) if shown.updated_on != listing.date_posted else "",
        "open_until": format_date(last_day) if last_day else "",
        "markup": markup(document, listing, shown.closing) if shown.listed else "",
        "logo_url": f"{shown.path}logo.png" if listing.brand.logo else "",
    }


def can_be_counted(apply: str) -> bool:
    """Whether a page can lead to that address: a letter is written without one."""
    return apply.startswith("https://")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: the words before the address to apply to, where that leads, how it is shown, what follows."""

    before: str
    address: str = ""
    shown: str = ""
    after: str = ""


def _runs(section: Section) -> list[tuple[str, list[Line]]]:
    runs = groupby(blocks(section), key=lambda block: block.kind)
    return [(kind.value, [_line(block) for block in run]) for kind, run in runs]


def _line(block: Block) -> Line:
    shown = block.address.removeprefix("mailto:")
    before, found, after = block.text.partition(shown) if shown else (block.text, "", "")
    return Line(before, block.address, shown, after) if found else Line(block.text)


def pack(text: str) -> bytes:
    """Return the text as it is stored and sent: compressed, the same bytes every time."""
    return gzip.compress(text.encode(), 6, mtime=0)


@cache
def shell() -> str:
    """Return a short name of the way pages are made now: another one as soon as a template, a writer or the address of
    a style sheet changes. What was made in another way is made again when it is next read."""
    made = render(
        Shown(
            document=_SAMPLE,
            listing=Listing(
                date_posted=date(2027, 1, 4),
                identifier="sample",
                brand=Brand(logo=b"sample", company_text="Sample"),
            ),
            listed=True,
            updated_on=date(2027, 1, 8),
            closing=datetime(2027, 2, 2, tzinfo=UTC),
            origin="https://sample.example",
            path="/jobs/sample/",
            firm_path="/jobs/by/sample/",
        )
    )
    return hashlib.sha256("\0".join((made.page, made.closed_page, made.embed)).encode()).hexdigest()[:32]


def _sample_section(key: str, kind: SectionKind) -> Section:
    words = Item(
        key=key,
        text="Write to jobs@sample.example",
        focus=Focus.SHARED,
        provenance=Provenance(source=Source.OWNER),
        reason="",
    )
    return Section(key=key, heading=key.capitalize(), kind=kind, items=(words,))


_SAMPLE = Document(
    role="sample",
    version=1,
    title="Sample",
    promise=Promise(focus=Focus.OPERATIONAL, least=0, most=100),
    facts=Facts(
        hiring_organization="Sample",
        job_location="Leeds, UK",
        workplace=Workplace.ON_SITE,
        employment_type=EmploymentType.FULL_TIME,
        reports_to="the owner",
        valid_through=date(2027, 2, 1),
    ),
    sections=tuple(_sample_section(kind.value, kind) for kind in SectionKind),
)
