"""How an employer appears on pages: a colour, a logo, a line of its own."""

import re
from dataclasses import dataclass
from typing import Final

DEFAULT_COLOUR: Final = "#2f4b9b"
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# WCAG 2.2, 1.4.3: text on its ground.
_ENOUGH = 4.5
WHITE: Final = "#ffffff"
INK: Final = "#1c1f26"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The employer's colour (#rrggbb), logo (a PNG as `read_logo` makes it, b"" for none), and the line at the foot
    of each page, such as an address or a charity's number."""

    colour: str = DEFAULT_COLOUR
    logo: bytes = b""
    company_text: str = ""

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a colour that no page could be set in."""
        if not is_colour(self.colour):
            raise ValueError(f"{self.colour} is no colour such as {DEFAULT_COLOUR}")

    @property
    def readable(self) -> str:
        """The colour for words on white: its own, or ink where it would be too pale to read."""
        return self.colour if contrast(self.colour, WHITE) >= _ENOUGH else INK

    @property
    def on_colour(self) -> str:
        """White or ink, whichever reads better on a ground of the colour."""
        return max(WHITE, INK, key=lambda words: contrast(words, self.colour))


def is_colour(text: str) -> bool:
    """Whether it is a colour as #rrggbb."""
    return bool(_COLOUR.fullmatch(text))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
