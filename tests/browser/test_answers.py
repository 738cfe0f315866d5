"""Each field of the brief answers where it is, once it is left, and overwrites nothing that is typed meanwhile."""

from playwright.sync_api import expect

from .test_owner_journey import SIZES

BRIEF = "/roles/director-of-operations/brief/"


def test_fields_answer_when_left_and_a_picked_place_is_the_one_printed(page, site, watch):
    page.set_viewport_size(SIZES["phone"])
    page.goto(f"{site}{BRIEF}")
    reports_to, place, pay = (
        page.get_by_label(label, exact=True) for label in ("Reports to", "Where is the job?*", "Pay")
    )
    paper = page.locator("#preview-paper")

    reports_to.fill("nobody")
    expect(paper).to_contain_text("the owner", use_inner_text=False)
    expect(page.locator("#answers-found")).to_contain_text("Every role reports to somebody", use_inner_text=False)
    expect(page.locator("#id_reports_to_error")).to_have_count(0)  # it is still being typed
    place.fill("Birmingham")
    expect(page.locator("#id_reports_to_error")).to_contain_text("Every role reports to somebody")
    expect(reports_to).to_have_attribute("aria-invalid", "true")
    reports_to.fill("the board")
    expect(page.locator("#id_reports_to_error")).to_have_count(0)
    expect(reports_to).not_to_have_attribute("aria-invalid", "true")

    pay.fill("60-70k")
    place.focus()
    back = page.locator("[data-asked]")
    expect(back).to_have_text("Still asked: Pay")
    back.click()
    expect(pay).to_be_focused()
    expect(back).to_have_text("Still asked: Where is the job?")
    page.get_by_role("radio", name="GBP (£)").check()
    expect(page.locator("#id_pay_reading")).to_contain_text("Read as £60,000–£70,000 a year.")
    expect(page.locator("#id_pay_error")).to_have_count(0)
    page.get_by_role("radio", name="Birmingham, Alabama, USA").check()
    expect(page.get_by_role("radio", name="GBP (£)")).to_have_count(0)  # the place has its own
    expect(page.locator("#id_place_reading")).to_contain_text("Read as Birmingham, Alabama, USA.")
    expect(back).to_be_hidden()
    expect(page.get_by_role("radio", name="Birmingham, Alabama, USA")).to_be_checked()
    expect(paper).to_contain_text("Birmingham, Alabama", use_inner_text=False)

    pay.fill("60-70k DOE")
    page.get_by_label("Industry").press_sequentially("submarine tours")
    expect(page.locator("#id_pay_reading")).to_contain_text(
        "Read as $60,000–$70,000 a year. “DOE” is printed after the pay."
    )
    expect(page.locator("#id_industry_reading")).to_contain_text("“in submarine tours”")
    expect(page.get_by_label("How should the posting name it?")).to_be_visible()
    for need in ("Daily decisions eat my week", "We do not know which numbers matter"):
        page.get_by_label(need).check()
    boxes = page.locator("#id_needs input:not(:checked)")
    boxes.nth(0).check()
    boxes.nth(0).check()
    expect(page.locator("#id_needs_error")).to_contain_text("you have 4")
    watch.look()
    boxes.nth(0).focus()
    page.locator("#id_needs input:checked").last.uncheck()
    expect(page.locator("#id_needs_error")).to_have_count(0)

    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Next: What the role is for").click()
    expect(page.locator("legend", has_text="What the role is for")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Next: Pay")).to_be_visible()


def test_one_click_below_a_list_chooses_of_the_list_and_may_be_taken_back(page, site):
    page.goto(f"{site}{BRIEF}")
    page.get_by_label("Pay", exact=True).fill("£40,000 for 30 hours a week")
    page.locator(".brief-part-title", has_text="Terms").click()  # the form of templates without areas has it there
    employment = page.locator("#id_employment_type")
    employment.focus()
    part, full = (page.get_by_role("radio", name=kind) for kind in ("Part-time", "Full-time"))

    part.check()
    expect(employment).to_have_value("part_time")
    expect(page.locator("#preview-paper")).to_contain_text("Part-time", use_inner_text=False)
    expect(part).to_be_checked()
    full.check()
    expect(employment).to_have_value("full_time")
    employment.select_option("part_time")
    expect(part).to_be_checked()


def test_a_box_is_as_high_as_what_is_typed_in_it(page, site):
    page.goto(f"{site}{BRIEF}")
    about = page.get_by_label("What does the business do?")
    about.fill("\n".join(f"We mend pumps of kind {kind}." for kind in range(9)))

    assert about.evaluate("box => box.scrollHeight <= box.clientHeight")
    about.fill("")
    assert about.bounding_box()["height"] > 80
