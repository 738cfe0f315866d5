"""The serif of the pages: two weights of Source Serif (SIL OFL 1.1) from its installed package, cut to what pages need.

A finder of static files: `collectstatic` takes the fonts up, the development server finds them. Cutting one takes
half a second and is done once a machine; the result lies in the folder for temporary files, by what it was made of.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

PACKAGE = "font_source_serif_pro"
FONTS = {"fonts/serif-400.woff2": "SourceSerifPro-Regular.ttf", "fonts/serif-600.woff2": "SourceSerifPro-Semibold.ttf"}
# Latin letters, the marks between them, currencies; what is missing comes from the reader's own fonts.
CHARACTERS = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+2010-2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212"
)
# A changed font may not bear its reserved name: of its names only the copyright and the licence stay.
NAMES_KEPT = [0, 13, 14]


class SubsetFonts(BaseFinder):
    """Finds the fonts of `FONTS`."""

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in FONTS:
            return []
        found = str(folder() / path)
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        storage = FileSystemStorage(location=folder())
        for path in FONTS:
            yield path, storage


@cache
def folder() -> Path:
    """Return the folder the fonts lie in as the pages name them, made if it is not there."""
    made_of = f"{version(PACKAGE)} {version('fonttools')} {CHARACTERS} {NAMES_KEPT}"
    name = f"operations-desk-fonts-{os.getuid()}-{hashlib.sha256(made_of.encode()).hexdigest()[:12]}"
    place = Path(tempfile.gettempdir()) / name
    place.mkdir(mode=0o700, exist_ok=True)
    if place.stat().st_uid != os.getuid():
        place = Path(tempfile.mkdtemp(prefix=name))
    for path, source in FONTS.items():
        if not (place / path).is_file():
            (place / path).parent.mkdir(exist_ok=True)
            _cut(str(files(PACKAGE) / "files" / source), place / path)
    return place


def _cut(source: str, target: Path) -> None:
    from fontTools import subset  # half a second, and most processes never cut

    options = subset.Options(
        flavor="woff2",
        hinting=False,
        desubroutinize=True,
        name_IDs=NAMES_KEPT,
        layout_features=["kern", "liga", "ccmp"],
    )
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    subsetter.subset(font)
    part = target.with_name(f"{target.name}.{os.getpid()}")
    subset.save_font(font, str(part), options)
    part.replace(target)
