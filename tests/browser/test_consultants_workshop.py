"""The consultants' workshop in a browser: order, reword, preview, publish; and what owners keep."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from roles.management.commands.quickstart import Command
from roles.models import Posting, Question, RoleVersion, Section
from tests.browser.conftest import compose, take_along
from tests.browser.test_owner_journey import SIZES
from tests.conftest import signed_in

PASSWORD = "a long password"


@pytest.fixture
def workshop(page, site, watch):
    """The demo consultant, signed in and on the dashboard."""
    Command().make_account("consultant", superuser=False)
    take_along(page.context, signed_in("consultant"), site)
    page.goto(f"{site}/admin/")
    return page


def test_a_consultant_signs_in(page, site):
    get_user_model().objects.create_user("ada", password=PASSWORD, is_staff=True)
    page.goto(f"{site}/admin/")
    page.get_by_label("User name or email address").fill("ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("workshop")


def section_of(key):
    return Section.objects.get(role__slug="director-of-operations", key=key)


def keys(section):
    return list(section.statements.values_list("key", flat=True))


def open_section(page, site, section):
    page.goto(f"{site}/admin/roles/section/{section.pk}/change/")
    page.wait_for_load_state("load")


def save(page):
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_statements_are_reordered_by_keyboard(workshop, site):
    section = section_of("summary")
    first, second, *rest = keys(section)
    open_section(workshop, site, section)

    workshop.locator(f"#statement-{first} [data-move=down]").focus()
    workshop.keyboard.press("Enter")
    expect(workshop.get_by_role("status").filter(has_text="Moved to 2 of")).to_be_visible()
    expect(workshop.locator(f"#statement-{first} [data-move=down]")).to_be_focused()
    save(workshop)

    assert keys(section) == [second, first, *rest]


def test_statements_are_reordered_by_drag(workshop, site):
    section = section_of("summary")
    first, second, *rest = keys(section)
    open_section(workshop, site, section)

    workshop.locator(f"#statement-{first} .row-drag").drag_to(
        workshop.locator(f"#statement-{second}"), target_position={"x": 20, "y": 80}
    )
    expect(workshop.locator(f"#statement-{first} input._reorder_")).to_have_value("2")
    save(workshop)

    assert keys(section) == [second, first, *rest]


def test_without_javascript_the_position_is_a_number_to_type(workshop, site, browser):
    section = section_of("summary")
    first, second, *rest = keys(section)
    context = browser.new_context(java_script_enabled=False, storage_state=workshop.context.storage_state())
    page = context.new_page()
    page.goto(f"{site}/admin/roles/section/{section.pk}/change/")
    page.locator(f"#statement-{first} input._reorder_").fill("2")
    page.locator(f"#statement-{second} input._reorder_").fill("1")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    assert keys(section) == [second, first, *rest]
    context.close()


def test_a_rewording_is_previewed_published_and_in_new_postings_only(workshop, site, browser):
    before = write_posting(browser, site)
    section = section_of("summary")
    statement = section.statements.filter(required=True).first()
    open_section(workshop, site, section)
    workshop.locator(f"#statement-{statement.key}").get_by_label("Text").fill(
        "You keep the days of {{ company }} calm."
    )
    save(workshop)

    workshop.get_by_role("link", name="Preview").click()
    workshop.get_by_label("For", exact=True).select_option(label="Harbour Lane Bakery, Leeds, UK: 30 people")
    workshop.get_by_role("button", name="Preview", exact=True).click()
    expect(workshop.get_by_text("You keep the days of Harbour Lane Bakery calm.").first).to_be_visible()

    workshop.goto(f"{site}/admin/")
    card = workshop.get_by_role("region", name="Director of Operations")
    expect(card).to_contain_text("Changes not published yet")
    card.get_by_role("link", name="Publish").click()
    workshop.get_by_role("button", name="Publish").click()
    workshop.wait_for_url("**/change/")
    assert RoleVersion.objects.latest_of("director-of-operations").number == 2

    after = write_posting(browser, site)
    assert "You keep the days of Harbour Lane Bakery calm." in after
    assert "You keep the days" not in before
    assert "You keep the days" not in str(Posting.objects.order_by("created_at").first().document_data)


def write_posting(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(compose(context, site).address)
    text = page.content()
    context.close()
    return text


def test_a_long_section_is_saved_with_what_was_touched_alone(workshop, site):
    section = section_of("responsibilities")
    before = section.role.to_template()
    statement = section.statements.all()[40]
    open_section(workshop, site, section)
    row = workshop.locator(f"#statement-{statement.key}")
    row.locator("summary").click()
    row.get_by_label("Interview question").fill("How would you begin?")
    with workshop.expect_request(lambda request: request.method == "POST") as sent:
        save(workshop)

    assert sent.value.post_data.count("-text") < 5
    statement.refresh_from_db()
    assert statement.question == "How would you begin?"
    statement.question = next(item.question for item in before.statements() if item.key == statement.key)
    statement.save()
    assert section.role.to_template() == before


def test_a_new_statement_is_added_in_place(workshop, site):
    section = section_of("summary")
    open_section(workshop, site, section)
    workshop.get_by_role("button", name="Add another Statement").click()
    row = workshop.locator("tr.dynamic-statements:not(.has_original)")
    row.get_by_label("Text").fill("You run the week.")
    row.get_by_label("Focus").select_option("operational")
    save(workshop)

    assert keys(section)[-1] == "do-you-run-the-week"


def test_two_consultants_at_one_section_both_keep_their_words(workshop, site, browser):
    section = section_of("summary")
    first = keys(section)[0]
    context = browser.new_context(storage_state=workshop.context.storage_state())
    other = context.new_page()
    for page in (workshop, other):
        open_section(page, site, section)
    workshop.locator(f"#statement-{first}").get_by_label("Text").fill("Theirs.")
    save(workshop)
    other.locator(f"#statement-{first}").get_by_label("Text").fill("Mine.")
    other.get_by_role("button", name="Save and continue editing").click()

    expect(other.get_by_role("heading", name="consultant saved this page")).to_be_visible()
    expect(other.get_by_role("cell", name="Theirs.")).to_be_visible()
    expect(other.locator(f"#statement-{first}").get_by_label("Text")).to_have_value("Mine.")
    context.close()


def test_leaving_with_unsaved_words_asks_first_and_saving_does_not(workshop, site):
    section = section_of("summary")
    first = keys(section)[0]
    asked = []
    workshop.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    open_section(workshop, site, section)
    workshop.get_by_role("link", name="Preview the saved draft").click()
    workshop.wait_for_url("**/preview/**")
    assert asked == []

    open_section(workshop, site, section)
    text = workshop.locator(f"#statement-{first}").get_by_label("Text")
    text.fill("Not saved yet.")
    workshop.get_by_role("link", name="Preview the saved draft").click()
    expect(text).to_have_value("Not saved yet.")
    assert asked == ["beforeunload"]
    save(workshop)
    assert asked == ["beforeunload"]


def test_on_a_phone_the_number_of_a_row_can_be_read(workshop, site):
    workshop.set_viewport_size(SIZES["phone"])
    open_section(workshop, site, section_of("summary"))
    assert workshop.locator("input._reorder_").first.bounding_box()["width"] >= 44


def test_on_a_phone_the_fields_of_a_section_can_be_read(workshop, site):
    workshop.set_viewport_size(SIZES["phone"])
    workshop.goto(f"{site}/admin/roles/role/{section_of('summary').role_id}/change/")
    for field in ("key", "purpose", "kind"):
        assert workshop.locator(f"[name=sections-0-{field}]").bounding_box()["width"] >= 120


HIDDEN_BY_THE_BAR = """() => {
  const bar = document.querySelector(".submit-row"), at = document.activeElement;
  return !bar.contains(at) && at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
}"""


@pytest.mark.parametrize("size", SIZES)
def test_the_tab_key_leads_to_nothing_behind_the_bar(workshop, site, size):
    workshop.set_viewport_size(SIZES[size])
    workshop.goto(f"{site}/admin/roles/role/{section_of('summary').role_id}/change/")
    for _ in range(50):
        workshop.keyboard.press("Tab")
        assert not workshop.evaluate(HIDDEN_BY_THE_BAR), workshop.evaluate("document.activeElement.outerHTML")


def test_by_keyboard_a_new_row_is_gone_on_in_at_once(workshop, site):
    section = section_of("summary")
    open_section(workshop, site, section)
    workshop.get_by_text("Add another Statement").focus()
    workshop.keyboard.press("Enter")
    number = section.statements.count()
    expect(workshop.locator(f"[name=statements-{number}-text]")).to_be_focused()
    workshop.keyboard.type("Everybody knows by Friday who works when.")
    assert not workshop.evaluate(HIDDEN_BY_THE_BAR)
    save(workshop)
    assert section.statements.last().text == "Everybody knows by Friday who works when."


def test_on_a_phone_the_filters_appear_before_the_list(workshop, site):
    workshop.set_viewport_size(SIZES["phone"])
    workshop.goto(f"{site}/admin/roles/statement/")
    workshop.get_by_text("Filter and sort").click()
    workshop.get_by_role("link", name="most reworded").click()
    expect(workshop.get_by_role("heading", level=1)).to_have_text("Statements")
    assert "o=-6" in workshop.url
    filters, rows = workshop.locator(".list-tools"), workshop.locator("#result_list")
    assert filters.bounding_box()["y"] < rows.bounding_box()["y"]


@pytest.mark.parametrize("size", SIZES)
def test_each_page_is_accessible_and_fits(workshop, site, watch, size):
    workshop.set_viewport_size(SIZES[size])
    section = section_of("preferred")
    role = section.role_id
    for address in (
        "/admin/",
        f"/admin/roles/role/{role}/change/",
        f"/admin/roles/section/{section.pk}/change/",
        "/admin/roles/statement/",
        f"/admin/roles/role/{role}/preview/",
        f"/admin/roles/role/{role}/versions/",
        f"/admin/roles/role/{role}/publish/",
        f"/admin/roles/question/{Question.objects.first().pk}/change/",
        f"/admin/roles/statement/{section.statements.first().pk}/move/",
        f"/admin/roles/statement/{section.statements.first().pk}/duplicate/",
        "/admin/roles/reviewruleswitch/",
        "/admin/roles/role/import/",
        "/accounts/email/",
        "/accounts/2fa/",
        "/accounts/password/change/",
    ):
        workshop.goto(f"{site}{address}")
        workshop.wait_for_load_state("load")
        for details in workshop.locator("details.row-more, details.placeholders").all()[:3]:
            details.evaluate("element => { element.open = true }")
        watch.look()
