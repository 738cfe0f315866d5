"""As a new user, by keyboard alone: which role, brief, a word of one's own, and the text in hand."""

from urllib.parse import urlsplit

import pytest

from roles.core.exports import text
from roles.models import Posting
from tests.browser.test_owner_journey import SIZES, go_to

ANSWERS = (("company", "Harbour Lane Bakery"), ("industry", "Rest"), ("headcount", "30"), ("place", "Leeds, UK"))


@pytest.mark.parametrize("size", SIZES)
def test_it_takes_five_pages_and_no_mouse(page, site, watch, size):
    page.set_viewport_size(SIZES[size])
    seen = []
    page.on("framenavigated", lambda frame: seen.append(urlsplit(frame.url).path))
    page.goto(site)
    watch.look()
    follow(page, "activeElement.getAttribute('href') === '/which-role/'", "**/which-role/")
    watch.look()
    for question in ("missing", "decisions"):
        go_to(page, f"document.activeElement.name === '{question}'")
        page.keyboard.press("ArrowUp")
    follow(page, "activeElement.type === 'submit'", "**/which-role/?*asked=first")
    watch.look()
    follow(page, "activeElement.type === 'submit'", lambda url: "?" in url and "asked=" not in url)
    watch.look()
    follow(page, "activeElement.pathname?.endsWith('/brief/')", "**/brief/*")
    for name, typed in ANSWERS:
        go_to(page, f"document.activeElement.name === '{name}'")
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
    watch.look()
    follow(page, "activeElement.textContent.trim() === 'Create posting'", "**/postings/*/#verdict")
    watch.look()
    follow(page, "activeElement.pathname?.endsWith('/edit/')", "**/edit/")
    go_to(page, "document.activeElement.matches('textarea')")
    page.keyboard.press("Control+End")
    page.keyboard.type(" We bake by night.")
    watch.look()
    follow(page, "activeElement.textContent.trim() === 'Done'", "**/postings/*/#verdict", key="Shift+Tab")
    go_to(page, "document.activeElement.getAttribute('href')?.endsWith('export.txt')")
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    words = download.value.path().read_text(encoding="utf-8")
    assert words == text.write(Posting.objects.get().document)
    assert "We bake by night." in words
    assert len(set(seen)) == 5, seen


def follow(page, condition, url, **options):
    go_to(page, f"document.{condition}", **options)
    page.keyboard.press("Enter")
    page.wait_for_url(url)
