"""An uploaded logo, checked and drawn anew: what is kept is a small PNG of ours, never the file that came."""

import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

BYTES_LIMIT: Final = 2_000_000
# The sides of what may come, and of what is kept: 1.5 cm high at 300 dots an inch, with room to spare.
SIDE_LEAST, SIDE_MOST = 32, 6_000
KEPT = (960, 320)
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")


class LogoError(ValueError):
    """A file that is no logo, with what to do about it."""


def read_logo(data: bytes) -> bytes:
    """Return the picture as a PNG of at most `KEPT` pixels, without what else was in the file.

    Raises LogoError. The size that a file claims is looked at before any of it is drawn.
    """
    if len(data) > BYTES_LIMIT:
        raise LogoError(
            "This file is larger than 2 MB. Save the logo smaller, such as 1,000 pixels wide, and try again."
        )
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            _check_sides(image)
            drawn = ImageOps.exif_transpose(image.convert("RGBA"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError("We cannot read this as a picture. Save the logo as PNG or JPEG and try again.") from error
    drawn = _trimmed(drawn)
    drawn.thumbnail(KEPT, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    drawn.save(file, "PNG", optimize=True)
    return file.getvalue()


def _check_sides(image: Image.Image) -> None:
    if min(image.size) < SIDE_LEAST or max(image.size) > SIDE_MOST:
        width, height = image.size
        raise LogoError(
            f"This picture is {width} × {height} pixels. Use one of {SIDE_LEAST} to {SIDE_MOST:,} pixels a side."
        )


def _trimmed(image: Image.Image) -> Image.Image:
    """The picture without a border that is transparent all along; all of it where it is nothing else."""
    box = image.getchannel("A").getbbox()
    return image.crop(box) if box else image
