"""Word: a .docx with the application's own heading and list styles, the same bytes every time."""

import io
import re
import zipfile
from datetime import datetime, time

import docx
from docx.document import Document as WordDocument
from docx.shared import Cm, Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from roles.core.document import Document, Section, SectionKind
from roles.core.places import NORTH_AMERICA, postal

from .listing import Listing

_A4, _LETTER = (Cm(21), Cm(29.7)), (Inches(8.5), Inches(11))
_INK = RGBColor(0x1C, 0x1F, 0x26)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write(document: Document, listing: Listing) -> bytes:
    """Return the posting as a .docx file. A character XML cannot hold becomes U+FFFD."""
    word = docx.Document()
    _describe(word, document, listing)
    _style(word, document.facts.job_location)
    word.add_heading(_held(document.title), level=1)
    for label, value in document.facts.lines():
        line = word.add_paragraph(style="No Spacing")
        line.add_run(f"{label}:").bold = True
        line.add_run(f" {_held(value)}")
    for section in document.sections:
        word.add_heading(_held(section.heading), level=2)
        _add_body(word, section)
    file = io.BytesIO()
    word.save(file)
    return _without_times(file.getvalue())


def _add_body(word: WordDocument, section: Section) -> None:
    texts = [_held(item.text) for item in section.items]
    if section.kind is SectionKind.PARAGRAPH:
        texts = [" ".join(texts)]
    style = "List Bullet" if section.kind is SectionKind.BULLETS else None
    for text in texts:
        word.add_paragraph(text, style=style)


def _describe(word: WordDocument, document: Document, listing: Listing) -> None:
    day = datetime.combine(listing.date_posted, time())
    core = word.core_properties
    core.title = _held(document.title)[:255]
    core.author = core.last_modified_by = _held(document.facts.hiring_organization)[:255]
    core.comments = ""
    core.created = core.modified = day
    core.revision = 1


def _style(word: WordDocument, place: str) -> None:
    """The styles' own look in black, on the paper of the place, with margins that print anywhere."""
    width, height = _LETTER if postal(place).get("addressCountry") in NORTH_AMERICA else _A4
    for page in word.sections:
        page.page_width, page.page_height = width, height
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    for name, size, before in (("Heading 1", 22, 0), ("Heading 2", 14, 16)):
        style = _paragraph_style(word, name)
        style.font.size, style.font.color.rgb = Pt(size), _INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(6)
    for name, after in (("Normal", 6), ("No Spacing", 2), ("List Bullet", 4)):
        _paragraph_style(word, name).paragraph_format.space_after = Pt(after)


def _paragraph_style(word: WordDocument, name: str) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is not a paragraph style")
    return style


def _held(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _without_times(data: bytes) -> bytes:
    """Return the same archive without the moment it was made."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(file, "w") as kept:
        for entry in made.infolist():
            plain = zipfile.ZipInfo(entry.filename, date_time=_NO_TIME)
            plain.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(plain, made.read(entry))
    return file.getvalue()
