import re
from datetime import date

import pytest

from roles.core.exports import FORMATS, Listing
from tests.core.compose.build import posting, statement

LISTING = Listing(date_posted=date(2027, 1, 30))
CONTENT_TYPES = {"txt": "text/plain", "md": "text/markdown"}


def test_plain_text_and_markdown_are_there():
    assert {key: FORMATS[key].content_type for key in CONTENT_TYPES} == CONTENT_TYPES


@pytest.mark.parametrize("key", FORMATS)
def test_a_format_is_found_by_its_extension(key):
    assert FORMATS[key].extension == key
    assert re.fullmatch(r"[a-z0-9]+", key)


@pytest.mark.parametrize("key", FORMATS)
def test_a_format_has_a_label_of_its_own_and_a_content_type(key):
    assert FORMATS[key].label
    assert [form.label for form in FORMATS.values()].count(FORMATS[key].label) == 1
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", FORMATS[key].content_type)


@pytest.mark.parametrize("key", ["txt", "md"])
def test_the_file_of_a_text_format_can_be_sent_as_utf_8(key):
    written = FORMATS[key].write(posting(statement("one"), company="Café 🥐 نان‌وایی"), LISTING)
    assert "Café 🥐 نان‌وایی".encode() in written.encode()


def test_no_format_is_a_spreadsheet_that_would_run_a_formula():
    """A text that begins with = or + is kept exactly. A format that a spreadsheet opens would have to defuse it."""
    opened = {"csv", "tsv", "xls", "xlsx", "ods", "slk", "dif"}
    assert opened.isdisjoint(FORMATS)
    assert not [key for key, form in FORMATS.items() if "csv" in form.content_type or "sheet" in form.content_type]
