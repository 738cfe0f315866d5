"""Word: a .docx of the same design as the PDF, with the application's own styles, the same bytes every time.

The package's parts lie in `docx/` as they are in the file, with $names where a posting's own come in.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from roles.core.document import Document

from .blocks import Kind, blocks
from .brand import INK
from .layout import Layout, layout_of, runs_right_to_left
from .listing import Listing

_PARTS = Path(__file__).parent / "docx"
_LOGO = "word/media/logo.png"
_LOGO_RELATION = (
    '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="media/logo.png"/>'
)
# In twentieths of a point, as Word measures pages.
_PER_MM = 1440 / 25.4
_MARGINS = 2 * 1304
_STYLES = {Kind.BULLET: "ListBullet", Kind.STEP: "ListNumber"}
_FIRST_RESTART = 3
_EMU_PER_CM = 360_000
_LOGO_HEIGHT, _LOGO_WIDTH = 1.5 * _EMU_PER_CM, 8 * _EMU_PER_CM

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("(\n|\t)")
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write(document: Document, listing: Listing) -> bytes:
    """Return the posting as a .docx file. A character XML cannot hold becomes U+FFFD."""
    layout, brand = layout_of(document), listing.brand
    body = _Body(layout)
    paragraphs = list(body.paragraphs(document, listing))
    width, height = (round(side * _PER_MM) for side in layout.paper.size)
    title, company = _held(document.title), _held(document.facts.hiring_organization)
    own = {
        "title": escape(title[:255]),
        "company": escape(company[:255]),
        "day": listing.date_posted.isoformat(),
        "language": layout.language,
        "complex_language": layout.language if layout.rtl else "ar-SA",
        "direction": "<w:bidi/>" if layout.rtl else "",
        "section_direction": "<w:bidi/>" if layout.rtl else "",
        "width": str(width),
        "height": str(height),
        "line": str(width - _MARGINS),
        "colour": brand.colour[1:].upper(),
        "readable": brand.readable[1:].upper(),
        "ink": INK[1:].upper(),
        "header": f"{_run(title)}<w:r><w:tab/></w:r>{_run(company)}",
        "company_text": _run(_held(brand.company_text)),
        "body": "\n".join(paragraphs),
        "restarts": "".join(_restart(number) for number in body.restarts),
        "logo_relation": _LOGO_RELATION if brand.logo else "",
    }
    parts = {name: template.substitute(own).encode() for name, template in _templates().items()}
    return _zipped(parts | ({_LOGO: brand.logo} if brand.logo else {}))


class _Body:
    """The paragraphs of one posting; `restarts` are the numbers of the numbered lists after the first."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.restarts: list[int] = []
        self._lists = 0

    def paragraphs(self, document: Document, listing: Listing) -> Iterator[str]:
        if listing.brand.logo:
            yield _picture(listing.brand.logo, _held(document.facts.hiring_organization))
        yield self._paragraph(document.title, "Heading1")
        for label, value in document.facts.lines():
            runs = _run(f"{label}:", "FactLabel") + _run(f" {_held(value)}")
            yield self._set(runs, "Fact", runs_right_to_left(value))
        for section in document.sections:
            if section.heading:
                yield self._paragraph(section.heading, "Heading2")
            for kind, run in groupby(blocks(section), key=lambda block: block.kind):
                numbering = self._numbering() if kind is Kind.STEP else ""
                yield from (self._paragraph(block.text, _STYLES.get(kind, ""), numbering) for block in run)

    def _numbering(self) -> str:
        """What makes a further numbered list begin at 1 again; the first needs nothing."""
        self._lists += 1
        if self._lists == 1:
            return ""
        self.restarts.append(_FIRST_RESTART + len(self.restarts))
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.restarts[-1]}"/></w:numPr>'

    def _paragraph(self, text: str, style: str, numbering: str = "") -> str:
        rtl = runs_right_to_left(text)
        return self._set(_run(_held(text), rtl=rtl), style, rtl, numbering)

    def _set(self, runs: str, style: str, rtl: bool, numbering: str = "") -> str:
        own = f'<w:pStyle w:val="{style}"/>' if style else ""
        turned = "" if rtl == self.layout.rtl else "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
        properties = f"<w:pPr>{own}{numbering}{turned}</w:pPr>" if own or numbering or turned else ""
        return f"<w:p>{properties}{runs}</w:p>"


def _run(text: str, style: str = "", *, rtl: bool = False) -> str:
    """A run of text that XML can hold; "" for none."""
    if not text:
        return ""
    own = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"<w:rPr>{own}{'<w:rtl/>' if rtl else ''}</w:rPr>" if own or rtl else ""
    pieces = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    inner = "".join(
        pieces.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in _BREAKS.split(text) if part
    )
    return f"<w:r>{properties}{inner}</w:r>"


def _restart(number: int) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def _picture(logo: bytes, name: str) -> str:
    """The logo in a paragraph of its own, read out as the company's name. A PNG begins with its size."""
    width, height = int.from_bytes(logo[16:20]), int.from_bytes(logo[20:24])
    scale = min(_LOGO_HEIGHT / height, _LOGO_WIDTH / width)
    size = f'cx="{round(width * scale)}" cy="{round(height * scale)}"'
    described = f'id="1" name="Logo" descr="{escape(name, {chr(34): "&quot;"})}"'
    return (
        f"<w:p><w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr {described}/><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _held(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


@cache
def _templates() -> dict[str, Template]:
    """Each part by its name in the package; the list of the others comes first."""
    names = sorted(path.relative_to(_PARTS).as_posix() for path in _PARTS.rglob("*") if path.is_file())
    return {name: Template((_PARTS / name).read_text(encoding="utf-8")) for name in names}


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return the archive of the parts, without the moment it was made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_NO_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == _LOGO else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return file.getvalue()
