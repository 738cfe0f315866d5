"""Files as people upload them, and as attackers do, made here byte by byte."""

import io
import zipfile
import zlib

TYPES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text, style="", *, listed=False):
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    marks += '<w:numPr><w:ilvl w:val="0"/></w:numPr>' if listed else ""
    return f"<w:p><w:pPr>{marks}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, *, head="", more=()):
    xml = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{TYPES}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": xml, **dict(more)})


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf(*pages, encrypt="", padding=0):
    """Return a PDF with a text on each page, an empty one without; `padding` bytes of blanks are drawn on each."""
    fonts = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", fonts]
    kids = []
    for text in pages:
        lines = b" T* ".join(b"(%s) Tj" % line.encode("latin-1") for line in text.splitlines())
        drawn = zlib.compress(b"BT /F1 12 Tf 14 TL 72 700 Td " + lines + b" ET" + b" " * padding) if text else b""
        objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(drawn), drawn))
        contents = b"/Contents %d 0 R" % len(objects) if text else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Resources << /Font << /F1 3 0 R >> >> >>"
            % contents
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    data = pdf_of(objects)
    return locked(data, encrypt) if encrypt else data


def slow_pdf():
    """Return a PDF of 2 KB whose page draws one form of many tokens again and again."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    )
    drawn, form = zlib.compress(b"/X Do " * 5_000), zlib.compress(b"BT /F1 12 Tf " + b"() Tj " * 90_000 + b" ET")
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page,
            b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(drawn), drawn),
            b"<< /Type /XObject /Subtype /Form /Resources << /Font << /F1 6 0 R >> >>"
            b" /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(form), form),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


def pdf_of(objects):
    """Return the PDF file of these objects, numbered from 1; the first is its catalogue."""
    written, at = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        at.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in at)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(written)


def locked(data, password):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
