"""The tags of a PDF, read back: what a screen reader is told, with the text that each tag holds."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, IndirectObject, TextStringObject


@dataclass(frozen=True)
class Tag:
    """A tag, its attributes as the PDF has them, and the tags and texts in it, in reading order."""

    name: str
    node: dict
    parts: tuple["Tag | str", ...]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self) -> Iterator["Tag"]:
        """Yield this tag and all inside it, depth first: the reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Tag):
                yield from part.all()


def tags(data: bytes) -> Tag:
    reader = PdfReader(io.BytesIO(data))
    texts = {}
    for page in reader.pages:
        texts |= {(page.indirect_reference.idnum, number): text for number, text in marked(page).items()}
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return Tag("Root", root, tuple(_parts(root["/K"], texts, None)))


def _parts(kids, texts, page) -> Iterator[Tag | str]:
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        node = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(node, int):
            yield texts.get((page, node), "")  # a picture has none
        elif node.get("/Type") == "/OBJR":
            continue
        elif "/MCID" in node:
            at = node.raw_get("/Pg").idnum if "/Pg" in node else page
            yield texts.get((at, int(node["/MCID"])), "")
        else:
            at = node.raw_get("/Pg").idnum if "/Pg" in node else page
            yield Tag(str(node["/S"]).removeprefix("/"), node, tuple(_parts(node.get("/K", ArrayObject()), texts, at)))


def marked(page) -> dict[int, str]:
    """Return the text of each piece of marked content of a page, by its number.

    The glyphs one after another, as the font's table says what each means: nothing is guessed from where they stand.
    """
    fonts = {name: meanings(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    texts: dict[int, str] = {}
    stack: list[tuple[int | None, bool]] = []  # of each piece that is open: its number, and whether it is silent
    font: dict[bytes, str] = {}
    spoken = ""  # a mark that is apart from its letter means the letter with all its marks once more

    def say(text):
        number, silent = next(((number, silent) for number, silent in reversed(stack) if number is not None), (None, 0))
        if number is not None and not silent:
            texts[number] = texts.get(number, "") + text

    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            outer = stack[-1] if stack else (None, False)
            number = int(properties["/MCID"]) if "/MCID" in properties else outer[0]
            stack.append((number, outer[1]))
            if "/ActualText" in properties:
                spoken = str(properties["/ActualText"])
                say(spoken)
                stack[-1] = (number, True)
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            shown = operands[0] if operator == b"TJ" else operands
            for codes in (
                part.original_bytes for part in shown if isinstance(part, (ByteStringObject, TextStringObject))
            ):
                text = "".join(font[codes[at : at + 2]] for at in range(0, len(codes), 2))
                say("" if text == spoken else text)
    return texts


def meanings(font) -> dict[bytes, str]:
    """What each code of two bytes means, from the font's own table."""
    table = font["/ToUnicode"].get_data().decode("ascii")
    found = {}
    for code, text in re.findall(r"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$", table, re.MULTILINE):
        found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for low, high, text in re.findall(
        r"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>$", table, re.MULTILINE
    ):
        if low != "0000" or high.lower() != "ffff":
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[(int(low, 16) + step).to_bytes(2)] = chr(int(text, 16) + step)
    return found
