"""Pages set by typst: a template of ours, and the posting handed to it as data, never as markup.

The wheel brings the compiler and its fonts, so that the same posting is the same bytes on any machine. Only for
scripts that these have no letters of, such as Japanese, are the machine's own fonts looked at.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import typst

_TEMPLATES = Path(__file__).parent / "typst"


def set_pages(template: str, data: Mapping[str, Any], day: date, form: Literal["pdf", "png"]) -> bytes:
    """Return the document that the template makes of the data; a PNG is of one page, a point a pixel.

    A PDF is tagged and claims PDF/UA-1, unless the machine has no font for a character of it: then it is
    tagged all the same, and the claim is left out.
    """
    last: typst.TypstError | None = None
    for system_fonts, standards in _attempts(form):
        try:
            made = typst.compile(
                _source(template),
                font_paths=_fonts(system_fonts),
                ignore_system_fonts=not system_fonts,
                format=form,
                ppi=72,
                sys_inputs={"data": json.dumps(data)},
                pdf_standards=cast(Any, standards),
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as error:
            last = error
        else:
            return made[0] if isinstance(made, list) else made
    raise last or RuntimeError("nothing was tried")


def _attempts(form: str) -> Iterator[tuple[bool, list[str]]]:
    if form == "pdf":
        yield False, ["ua-1"]
        yield True, ["ua-1"]
    yield True, []


@cache
def _fonts(system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system)


@cache
def _source(template: str) -> bytes:
    return (_TEMPLATES / f"{template}.typ").read_bytes()
