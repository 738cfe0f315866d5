"""The text of an uploaded file: plain text, a Word document (.docx), or a PDF with a text layer.

The kind is known by what is in the file, never by its name. Nothing is written to a disk, and each step has a limit
before it is taken, so that a small file cannot become a large one. Nothing in a file is run or fetched.
"""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from . import pdf_text
from .pdf_text import PAGES_LIMIT, TEXT_LIMIT

FILE_LIMIT = 2_000_000
XML_LIMIT = 4_000_000
PDF_SECONDS = 20  # by the clock, on a busy machine; pdf_text.CPU_SECONDS of its own time
ENTRIES_LIMIT = 2_000

WRONG_TYPE = (
    "This is not a Word document (.docx), a text file (.txt) or a PDF. Save it as one of these, or paste the text."
)
OLD_WORD = "This file is from an older version of Word. Save it as .docx, or paste the text."
PROTECTED = "This file is protected by a password. Save it without one, or paste the text."
DAMAGED = "This file cannot be read: it seems to be damaged. Paste the text instead."
TOO_LARGE = f"This file is larger than {FILE_LIMIT // 1_000_000} MB. Check that it is the right one, or paste the text."
TOO_MUCH = "This file holds far more than a job posting. Paste the part that is the posting."
TOO_MANY_PAGES = f"This PDF has more than {PAGES_LIMIT} pages. Paste the part that is the posting."
NO_TEXT = "This PDF holds pictures of pages, not text. If you can copy its words elsewhere, paste them here."
EMPTY = "There is no text in this file."

_OF_CODE = {
    pdf_text.PROTECTED: PROTECTED,
    pdf_text.TOO_MANY_PAGES: TOO_MANY_PAGES,
    pdf_text.TOO_MUCH: TOO_MUCH,
}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HEADING = re.compile(r"(?:heading|title|überschrift|titre|título)\s?\d?", re.IGNORECASE)
# Controls that no text holds: a file with one is of another kind.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class UnreadableFileError(ValueError):
    """A file whose text cannot be had; the message states what to do."""


def text_of(data: bytes) -> str:
    """Return the text of a file, a paragraph a line. Raises UnreadableFileError."""
    if len(data) > FILE_LIMIT:
        raise UnreadableFileError(TOO_LARGE)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        text = _of_pdf(data)
    elif data.startswith(b"PK\x03\x04"):
        text = _of_docx(data)
    elif data.startswith(_OLE):
        raise UnreadableFileError(PROTECTED if _ENCRYPTED_PACKAGE in data else OLD_WORD)
    else:
        text = _of_plain(data)
    if len(text) > TEXT_LIMIT:
        raise UnreadableFileError(TOO_MUCH)
    # A word processor leaves marks that nobody sees and no posting may hold.
    text = _UNSEEN.sub("", text).strip("\r\n")
    if not text.strip():
        raise UnreadableFileError(EMPTY)
    return text


def _of_plain(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif _BINARY.search(data) or data.startswith(b"{\\rtf"):
        raise UnreadableFileError(WRONG_TYPE)
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(WRONG_TYPE)


def _of_docx(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > ENTRIES_LIMIT:
                raise UnreadableFileError(TOO_MUCH)
            if _DOCUMENT not in archive.namelist():
                raise UnreadableFileError(WRONG_TYPE)
            if archive.getinfo(_DOCUMENT).flag_bits & 1:
                raise UnreadableFileError(PROTECTED)
            with archive.open(_DOCUMENT) as part:
                # What the archive states of the size is not to be trusted: read no more than is allowed.
                xml = part.read(XML_LIMIT + 1)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        if isinstance(error, UnreadableFileError):
            raise
        raise UnreadableFileError(DAMAGED) from error
    except Exception as error:  # zlib.error and lzma.LZMAError have no common base
        raise UnreadableFileError(DAMAGED) from error
    if len(xml) > XML_LIMIT:
        raise UnreadableFileError(TOO_MUCH)
    # Word writes no document type; one is only there to make entities, which grow or fetch.
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\x00" in xml:
        raise UnreadableFileError(DAMAGED)
    try:
        body = ElementTree.fromstring(xml).find(f"{_WORD}body")  # noqa: S314 - no document type, see above
    except (ElementTree.ParseError, RecursionError, ValueError, LookupError) as error:
        raise UnreadableFileError(DAMAGED) from error
    lines, size = [], 0
    for line in _paragraphs(body) if body is not None else ():
        size += len(line) + 1
        if size > TEXT_LIMIT + 1:
            raise UnreadableFileError(TOO_MUCH)
        lines.append(line)
    return "\n".join(lines)


def _paragraphs(body: ElementTree.Element) -> Iterator[str]:
    """Yield the lines of a document's body: headings below a blank line, list items with a bullet, a row's cells
    with a tab between them. Iterative, so that deep nesting exhausts nothing."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_WORD}p":
            yield from _paragraph(node)
        elif node.tag == f"{_WORD}tr":
            cells = (" ".join(_text(cell).split()) for cell in _cells(node))
            yield "\t".join(cell for cell in cells if cell)
        elif node.tag != _FALLBACK:
            waiting.extend(reversed(node))


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the row's own cells: those of a table within one are read with it, so that no word is read twice."""
    waiting = list(reversed(row))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_WORD}tc":
            yield node
        elif node.tag != _FALLBACK:
            waiting.extend(reversed(node))


def _paragraph(node: ElementTree.Element) -> Iterator[str]:
    text = _text(node).strip()
    style = next((str(one.get(f"{_WORD}val")) for one in node.iter(f"{_WORD}pStyle")), "")
    if not text:
        yield ""
    elif next(node.iter(f"{_WORD}numPr"), None) is not None or style.startswith("List"):
        yield f"• {text}"
    elif _HEADING.match(style):
        yield ""
        yield text
    else:
        yield text


def _text(node: ElementTree.Element) -> str:
    parts: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.tag == f"{_WORD}t":
            parts.append(one.text or "")
        elif one.tag == f"{_WORD}tab":
            parts.append("\t")
        elif one.tag in (f"{_WORD}br", f"{_WORD}cr"):
            parts.append("\n")
        elif one.tag == f"{_WORD}noBreakHyphen":
            parts.append("-")
        elif one.tag == f"{_WORD}p" and one is not node and parts:
            parts.append("\n")
            waiting.extend(reversed(one))
        elif one.tag not in (_FALLBACK, f"{_WORD}pPr"):
            waiting.extend(reversed(one))
    return "".join(parts)


def _of_pdf(data: bytes) -> str:
    """Read it in another process, which ends at its limits of time and memory: see `pdf_text`."""
    program = [sys.executable, "-I", pdf_text.__file__]
    try:
        done = subprocess.run(  # noqa: S603 - a program of ours, without arguments
            program, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PDF_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(TOO_MUCH) from error
    if done.returncode:
        # Below 0 it was ended by the system, at a limit.
        raise UnreadableFileError(TOO_MUCH if done.returncode < 0 else _OF_CODE.get(done.returncode, DAMAGED))
    text = done.stdout.decode("utf-8", "surrogatepass")
    if not text.strip():
        raise UnreadableFileError(NO_TEXT)
    # A mark that has no letter in its font comes out as a control.
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)
