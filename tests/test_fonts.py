"""The serif of the pages is cut from an installed package, and found as any static file."""

import logging
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from roles.fonts import FONTS


@pytest.mark.parametrize("path", FONTS)
def test_a_font_has_every_letter_of_western_names_under_no_reserved_name(path):
    font = TTFont(finders.find(path))
    assert set(map(ord, "AZaz09ÄÅÉÎÑØŁŞŽąčěğőůß“”‘’–—…£€$½")) <= set(font.getBestCmap())
    assert not any("Source" in str(entry) for entry in font["name"].names if entry.nameID not in (0, 13, 14))
    assert "Open Font License" in str(font["name"].getDebugName(13))


def test_both_together_weigh_less_than_forty_kilobytes():
    assert sum(Path(finders.find(path)).stat().st_size for path in FONTS) < 40_000


def test_only_the_fonts_are_found_there():
    assert finders.find("fonts/other.woff2") is None


def test_cutting_them_writes_no_lines_in_the_log():
    assert not logging.getLogger("fontTools.subset").isEnabledFor(logging.INFO)
