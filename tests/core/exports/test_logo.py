import io
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from roles.core.exports.logo import BYTES_LIMIT, KEPT, LogoError, read_logo
from tests.core.exports.pictures import picture


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_any_usual_picture_becomes_a_small_png(form):
    logo = opened(read_logo(picture((3000, 1500), form=form)))

    assert logo.format == "PNG"
    assert logo.width <= KEPT[0]
    assert logo.height <= KEPT[1]


def test_a_transparent_border_is_cut_off_and_the_shape_kept():
    assert opened(read_logo(picture((400, 200)))).size == (200, 100)


def test_nothing_but_the_picture_is_kept():
    notes = PngInfo()
    notes.add_text("Comment", "taken at home")
    logo = read_logo(picture(pnginfo=notes) + b"<script>alert(1)</script>")

    assert b"taken at home" not in logo
    assert b"script" not in logo


def test_a_photo_lies_as_its_camera_held_it():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees

    assert opened(read_logo(picture((100, 50), form="JPEG", exif=exif))).size == (50, 100)


def bomb():
    """A PNG that claims 60,000 × 60,000 pixels, in a hundred bytes."""
    head = b"IHDR" + (60_000).to_bytes(4) + (60_000).to_bytes(4) + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + head + zlib.crc32(head).to_bytes(4)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot read this as a picture"),
        (b"GIF89a", "cannot read this as a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot read this as a picture"),
        (b"%PDF-1.7", "cannot read this as a picture"),
        (picture(form="BMP"), "cannot read this as a picture"),
        (picture()[:-60], "cannot read this as a picture"),
        (picture((31, 200)), "31 × 200 pixels"),
        (picture((6001, 40)), "6001 × 40 pixels"),
        (bomb(), "cannot read this as a picture"),
        (picture() + bytes(BYTES_LIMIT), "larger than 2 MB"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_logo_is_refused_with_what_to_do(data, said):
    with pytest.raises(LogoError, match=said):
        read_logo(data)
