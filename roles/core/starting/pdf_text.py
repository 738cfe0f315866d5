"""The text of a PDF. Run as a program, `python pdf_text.py < file > text`, it reads the file in a process of its own.

A small PDF can take minutes and gigabytes to read, and a thread cannot be ended: a process has limits, and ends at
them. As a program it imports no other module, so that it starts at once.
"""

import io
import logging
import resource
import sys
from contextlib import suppress

from pypdf import PdfReader

PAGES_LIMIT = 20
TEXT_LIMIT = 200_000
PAGE_LIMIT = 2_000_000  # bytes of what draws one page
CPU_SECONDS = 5
MEMORY_BYTES = 1_000_000_000

# What the program exits with, beside 0.
PROTECTED, TOO_MANY_PAGES, TOO_MUCH, DAMAGED = 10, 11, 12, 13


class PdfRefusedError(ValueError):
    """A PDF whose text is not to be had; `code` is one of the above."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def read(data: bytes) -> str:
    """Return the text of the pages, each from a new line. Raises PdfRefusedError, or whatever pypdf stumbles over."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PdfRefusedError(PROTECTED)
    if len(reader.pages) > PAGES_LIMIT:
        raise PdfRefusedError(TOO_MANY_PAGES)
    texts: list[str] = []
    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > PAGE_LIMIT:
            raise PdfRefusedError(TOO_MUCH)
        texts.append(page.extract_text())
        if sum(map(len, texts)) > TEXT_LIMIT:
            raise PdfRefusedError(TOO_MUCH)
    return "\n".join(texts)


def main() -> int:
    """Read a PDF from standard input within the limits, write its text, and return what to exit with."""
    for limit, most in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY_BYTES)):
        with suppress(ValueError, OSError):  # where the system has it not, or less is allowed already
            resource.setrlimit(limit, (most, most))
    logging.disable()
    try:
        text = read(sys.stdin.buffer.read())
    except PdfRefusedError as refused:
        return refused.code
    except MemoryError:
        return TOO_MUCH
    except Exception:  # whatever a damaged file makes its reader stumble over
        return DAMAGED
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
