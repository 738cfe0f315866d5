"""Starting from a text in a browser: paste, fill in what is missing, see what became of it, bring a line back."""

import pytest
from playwright.sync_api import expect

from roles.models import Posting
from tests.core.starting.files import docx, paragraph
from tests.core.starting.texts import VET_CLINICS


def fill_in_what_is_missing(page):
    page.get_by_label("Industry").select_option("other")
    page.get_by_label("Where is the work done?").select_option("on_site")
    page.get_by_label("Employment").select_option("full_time")
    page.get_by_label("Reports to").fill("the owner")


@pytest.mark.parametrize("size", [(390, 844), (1280, 900)])
def test_an_old_posting_is_started_from_and_a_line_brought_back(page, site, watch, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{site}/")
    page.get_by_role("link", name="Start from a posting or notes you have").click()
    watch.look()
    page.get_by_label("Paste it here").fill(VET_CLINICS)
    page.get_by_role("button", name="Read my text").click()
    expect(page.get_by_label("Name of the business")).to_have_value("Larkmoor Animal Clinics")
    watch.look()
    fill_in_what_is_missing(page)
    page.get_by_role("button", name="Create posting").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("What became of your text")
    watch.look()
    lost = page.get_by_role("row").filter(has_text="We want a young, energetic leader!")
    lost.get_by_role("button", name="Bring it back").click()
    expect(lost).to_contain_text("Back in the posting")
    watch.look()
    page.get_by_role("link", name="Read the posting").click()
    expect(page.get_by_role("article")).to_contain_text("We want a young")
    expect(page.get_by_role("article")).to_contain_text(", team player")
    expect(page.get_by_role("article")).to_contain_text("Keep controlled drug logs ready for inspection")
    watch.look()


def test_a_file_is_read_into_the_box(page, site):
    page.goto(f"{site}/start/")
    body = paragraph("Duties", "Heading1") + paragraph("Bake at night", listed=True)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page.get_by_label("Or choose a file").set_input_files({"name": "a.docx", "mimeType": kind, "buffer": docx(body)})
    page.get_by_role("button", name="Read my text").click()

    expect(page.get_by_label("Paste it here")).to_have_value("Duties\n• Bake at night")
    assert not Posting.objects.exists()
