"""The text of uploaded files; whatever is no such file, or too much of one, is refused in words."""

import io
import zlib

import pytest

from roles.core.starting import pdf_text, upload
from roles.core.starting.upload import UnreadableFileError, text_of

from .files import TYPES, docx, paragraph, pdf, slow_pdf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FETCH = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def test_a_word_file_gives_headings_lists_and_tables_as_lines():
    row = f"<w:tbl><w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in ('Pay', '£40,000'))}</w:tr></w:tbl>"
    body = paragraph("Duties", "Heading1") + paragraph("Bake &amp; sell", listed=True) + row + paragraph("By noon")
    assert text_of(docx(body)).split("\n") == ["Duties", "• Bake & sell", "Pay\t£40,000", "By noon"]


def test_a_word_file_gives_no_deleted_text_and_what_is_drawn_twice_once():
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = f'<mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{{0}}</mc:Choice><mc:Fallback>{{0}}</mc:Fallback>'
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    body = f"<w:p>{gone}<w:r><w:t>kept</w:t><w:br/><w:t>here</w:t></w:r></w:p>"
    box = twice.format("<w:r><w:t>boxed</w:t></w:r>") + "</mc:AlternateContent>"
    assert text_of(docx(f"{body}<w:p>{box}</w:p>")) == "kept\nhere\nboxed"


def test_a_pdf_gives_the_text_of_its_pages():
    assert text_of(pdf("Duties\nBake bread", "By noon")).split("\n") == ["Duties", "Bake bread", "By noon"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_plain_text_is_read_in_the_usual_encodings(encoding):
    assert text_of("Café – “duties”".encode(encoding)) == "Café – “duties”"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", upload.EMPTY),
        (b"  \n ", upload.EMPTY),
        (b"x" * (upload.FILE_LIMIT + 1), upload.TOO_LARGE),
        (b"text \x00 with a NUL", upload.WRONG_TYPE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", upload.WRONG_TYPE),
        (b"{\\rtf1 Duties}", upload.WRONG_TYPE),
        (b"\xff\xfe\x00", upload.WRONG_TYPE),
        (OLE + bytes(600), upload.OLD_WORD),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), upload.PROTECTED),
        (zipped({"xl/workbook.xml": "<x/>"}), upload.WRONG_TYPE),
        (docx(paragraph("Bake"))[:200], upload.DAMAGED),
        (zipped({"word/document.xml": "<w:document"}), upload.DAMAGED),
        (zipped({"word/document.xml": f'<w:document xmlns:w="{TYPES}"/>'}), upload.EMPTY),
        (docx(paragraph("&b;"), head=LAUGHS), upload.DAMAGED),
        (docx(paragraph("&a;"), head=FETCH), upload.DAMAGED),
        (docx(paragraph("a" * (upload.XML_LIMIT + 1))), upload.TOO_MUCH),
        (docx(paragraph("a" * (upload.TEXT_LIMIT + 1))), upload.TOO_MUCH),
        (docx("", more=[(f"{number}", "") for number in range(upload.ENTRIES_LIMIT)]), upload.TOO_MUCH),
        (b"%PDF-1.7\nnothing of the kind", upload.DAMAGED),
        (pdf(""), upload.NO_TEXT),
        (pdf("Bake", encrypt="secret"), upload.PROTECTED),
        (pdf(*["a"] * (upload.PAGES_LIMIT + 1)), upload.TOO_MANY_PAGES),
        (pdf("a" * (upload.TEXT_LIMIT + 1)), upload.TOO_MUCH),
        (pdf("Bake", padding=pdf_text.PAGE_LIMIT), upload.TOO_MUCH),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data, message):
    with pytest.raises(UnreadableFileError) as refused:
        text_of(data)
    assert str(refused.value) == message


def test_a_size_a_file_lies_about_is_not_believed():
    """The directory of the archive claims 10 bytes, the part unpacks to far more."""
    data = docx(paragraph("a" * (upload.XML_LIMIT + 1)))
    size = len(f'<?xml version="1.0"?><w:document xmlns:w="{TYPES}"><w:body>{paragraph("")}</w:body></w:document>')
    real = (size + upload.XML_LIMIT + 1).to_bytes(4, "little")
    assert data.count(real) == 2
    with pytest.raises(UnreadableFileError):
        text_of(data.replace(real, (10).to_bytes(4, "little")))


def test_marks_nobody_sees_are_dropped():
    assert text_of("Bake\u202e bread\u200d\x85now".encode()) == "Bake bread\u200d\x85now"


def test_deep_nesting_exhausts_nothing():
    deep = "<w:sdt>" * 5_000 + paragraph("Bake") + "</w:sdt>" * 5_000
    assert text_of(docx(deep)) == "Bake"


def test_a_polyglot_is_read_as_what_it_begins_with():
    assert text_of(pdf("Bake bread") + docx(paragraph("other"))).strip() == "Bake bread"


def test_a_pdf_with_broken_streams_is_refused_in_words():
    data = pdf("Bake bread").replace(zlib.compress(b"BT")[:2], b"\x00\x00")
    with pytest.raises(UnreadableFileError) as refused:
        text_of(data)
    assert str(refused.value) in (upload.DAMAGED, upload.NO_TEXT)


def test_tables_within_tables_are_read_once():
    def table(cell):
        return f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"

    assert text_of(docx(table(paragraph("Bake") + table(paragraph("bread"))))).split() == ["Bake", "bread"]
    deep, word = 30_000, paragraph("Bake")
    rows = f"<w:tr>{'<w:tc>' * deep}{word}{'</w:tc>' * deep}</w:tr>"
    assert text_of(docx(rows)) == "Bake"


def test_lines_without_a_word_are_counted_too():
    with pytest.raises(UnreadableFileError) as refused:
        text_of(docx("<w:p/>" * (upload.TEXT_LIMIT + 5) + paragraph("Bake")))
    assert str(refused.value) == upload.TOO_MUCH


def test_a_pdf_that_would_take_minutes_is_ended(monkeypatch):
    monkeypatch.setattr(upload, "PDF_SECONDS", 2)
    data = slow_pdf()
    assert len(data) < 3_000
    with pytest.raises(UnreadableFileError) as refused:
        text_of(data)
    assert str(refused.value) == upload.TOO_MUCH


def test_a_pdf_that_would_take_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    monkeypatch.setattr(pdf_text.resource, "setrlimit", lambda *limit: limits.append(limit))
    monkeypatch.setattr(pdf_text.logging, "disable", lambda: None)
    limits = []
    monkeypatch.setattr(pdf_text, "read", lambda data: bytearray(2**60))
    assert pdf_text.main() == pdf_text.TOO_MUCH
    assert [most for _, most in limits] == [(pdf_text.CPU_SECONDS,) * 2, (pdf_text.MEMORY_BYTES,) * 2]
