"""Pictures as people upload them."""

import io

from PIL import Image


def picture(size=(400, 200), colour=(200, 30, 30, 255), form="PNG", **saved) -> bytes:
    """A picture of one colour in a transparent border, as a file of that form."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    image.paste(colour, (size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4))
    file = io.BytesIO()
    (image if form in ("PNG", "WEBP") else image.convert("RGB")).save(file, form, **saved)
    return file.getvalue()
