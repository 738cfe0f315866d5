"""The parts of the brief that open: few tab stops, all within reach of the Tab key, open where a link leads."""

import pytest
from playwright.sync_api import expect

from roles.core import codec
from roles.models import RoleVersion
from tests import shipped
from tests.browser.conftest import compose
from tests.browser.test_owner_journey import SIZES, STOPS, go_to
from tests.conftest import SHIPPED, reading_from


@pytest.fixture
def brief(site, context):
    """The address of the answers of a posting made from the shipped template, whose brief has parts."""
    version = RoleVersion.objects.latest_of("director-of-operations")
    with reading_from(SHIPPED):
        template = shipped.role(version.role.slug)
    version.role.versions.create(number=version.number + 1, snapshot=codec.dump(template))
    return f"{compose(context, site).address}brief/"


@pytest.mark.parametrize("size", SIZES)
def test_changing_the_answers_takes_few_tab_stops(page, brief, watch, size):
    page.set_viewport_size(SIZES[size])
    page.goto(brief)
    watch.look()

    assert 20 < page.evaluate(STOPS) <= 60


def test_the_tab_key_reaches_the_fields_of_an_opened_part(page, brief):
    page.goto(brief)
    go_to(page, "document.activeElement.matches('.brief-part > summary')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.name") == "culture"


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_field_opens_its_part(browser, context, brief, script):
    plain = browser.new_context(java_script_enabled=script, storage_state=context.storage_state())
    page = plain.new_page()
    page.goto(f"{brief}#id_star1_kpi")

    assert page.locator("#id_star1_kpi").is_visible()
    assert not page.locator("#id_decides").is_visible()
    plain.close()


def test_words_restored_into_a_closed_part_are_in_view(page, brief):
    page.goto(f"{brief}#id_decides")
    page.locator("#id_decides").fill("the rota")
    page.reload()
    page.goto(brief.replace("/brief/", "/"))
    page.goto(brief)

    expect(page.locator("#id_decides")).to_have_value("the rota")
    expect(page.locator("#id_decides")).to_be_visible()
    expect(page.locator("#id_schedule")).not_to_be_visible()


def test_a_closed_part_holds_what_was_typed_in_it(page, brief):
    page.goto(f"{brief}#id_decides")
    page.locator("#id_decides").fill("the rota")
    page.locator("summary", has_text="Who decides what").click()

    expect(page.locator("#who-decides-what-summary")).to_contain_text("the rota")


def test_what_would_make_it_stronger_keeps_off_the_paper(page, brief):
    page.goto(brief)
    sheet, below = (page.locator(f"#preview-paper {part}").bounding_box() for part in (".paper", ".stronger"))
    assert below["y"] - sheet["y"] - sheet["height"] >= 16
