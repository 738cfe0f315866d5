"""A text with a finding in every word still makes a page that can be loaded and read."""

import re
from collections import Counter
from itertools import cycle

import pytest

from roles.core import editing
from roles.forms.pasted import PASTED_LIMIT
from tests.core.review.phrases import HITS
from tests.views.sheets import form
from tests.views.sheets import url as sheet_url

URL = "/review/"
LIMIT = 400_000


def filled(lines):
    """As much of the lines, again and again, as the form takes."""
    text, lines = "", cycle(lines)
    while len(longer := f"{text}{next(lines)}\n") <= PASTED_LIMIT:
        text = longer
    return text


WORST = {
    "one word a line": filled(["- young"]),
    "words with a fix": filled(["leverage " * 60]),
    "every phrase of the rules": filled(words for _, _, words in HITS),
    "every phrase on one line": filled([" ".join(words for _, _, words in HITS)]),
    "blanks": filled(["__ [a] " * 80]),
}


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_the_page_stays_small_and_its_counts_true(stranger, version, text):
    response = stranger.post(URL, {"text": text})

    html = response.content.decode()
    report = response.context["report"]
    listed = len(re.findall(r'<li class="finding"', html))
    assert len(report.remarks) > 300
    assert len(response.content) <= LIMIT
    assert listed + sum(map(int, re.findall(r"and (\d+) more like it", html))) == len(report.remarks)
    for group in report.groups:
        assert f"<b>{len(group.remarks)}</b> {group.level.counted}" in html


def test_of_equal_findings_five_are_listed_and_the_others_counted(stranger, version):
    html = stranger.post(URL, {"text": "Manager\n\nDuties\n" + "- Lead a young team\n" * 42}).content.decode()

    assert html.count("“young” names an age") == 5
    assert "and 37 more like it" in html
    assert html.count('class="mark mark-must_fix">young</mark>') == 42 + 5
    links = re.findall(r'href="#((?:mark|finding)-\d+)"', html)
    assert links
    assert set(links) <= set(re.findall(r' id="([^"]+)"', html))


def test_five_that_agree_are_all_listed_and_nothing_is_counted_on(stranger, version):
    html = stranger.post(URL, {"text": "Manager\n\nDuties\n" + "- Lead a young team\n" * 5}).content.decode()

    assert html.count("“young” names an age") == 5
    assert "more like it" not in html


@pytest.fixture
def crowded(owner):
    """The owner's posting with forty lines the review minds."""
    posting = owner.posting
    document, stock = posting.document, posting.stock
    for item in list(document.items())[:12]:
        document = editing.reword(document, item.key, "ninja " * 90, stock=stock)
    posting.save_revision("reword", document=document)
    return owner


def test_beside_a_posting_it_is_the_same(crowded):
    response = crowded.get(crowded.posting.get_absolute_url())

    assert len(response.context["report"].remarks) > 1000
    assert len(response.content) <= LIMIT
    assert "more like it" in response.content.decode()


def test_in_the_workshop_every_one_still_has_its_button(crowded):
    html = crowded.get(sheet_url(crowded.posting)).content.decode()
    page = form(crowded, crowded.posting)

    pressed = Counter(button for button in page.buttons if button.startswith("ignore:"))
    assert len(pressed) > 1000
    assert set(pressed.values()) == {1}
    links = re.findall(r'href="#(finding-\d+)"', html)
    assert set(links) <= set(re.findall(r' id="([^"]+)"', html))
