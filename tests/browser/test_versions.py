"""Publishing, comparing, going back and moving content in a browser, at any width."""

from playwright.sync_api import expect

from roles.models import RoleVersion, Statement
from tests.browser.test_consultants_workshop import section_of, workshop  # noqa: F401 - a fixture


def test_a_consultant_publishes_compares_goes_back_and_undoes_it(workshop, site, watch):  # noqa: F811
    role = section_of("skills").role
    Statement.objects.filter(section__role=role, section__key="skills").update(text="Other skills for {{ company }}.")
    first = Statement.objects.filter(section__role=role, section__key="preferred").first()
    first.delete()

    workshop.goto(f"{site}/admin/roles/role/{role.pk}/publish/")
    watch.look()
    workshop.get_by_label("What is new").fill("Other skills")
    workshop.get_by_role("button", name="Publish the next version").click()
    expect(workshop.locator(".messagelist")).to_contain_text("published as version 2")
    assert RoleVersion.objects.latest_of(role.slug).note == "Other skills"

    watch.follow(workshop.get_by_role("link", name="Versions"))
    workshop.get_by_role("button", name="Compare the two").click()
    expect(workshop.locator("del").first).to_contain_text("−")
    expect(workshop.locator("ins").first).to_contain_text("+")
    watch.look()

    watch.follow(workshop.get_by_role("link", name="Restore version 1 into the draft"))
    workshop.get_by_role("button", name="Restore version 1 into the draft").click()
    expect(workshop.locator(".messagelist")).to_contain_text("Done: Restoring version 1.")
    assert Statement.objects.filter(key=first.key).exists()

    workshop.get_by_role("link", name="Undo", exact=True).first.click()
    workshop.get_by_role("button", name="Undo", exact=True).click()
    expect(workshop.locator(".messagelist")).to_contain_text("Undoing: Restoring version 1")
    assert not Statement.objects.filter(key=first.key).exists()
    watch.look()


def test_an_incomplete_draft_leads_to_the_statement_that_is_wrong(workshop, site, watch):  # noqa: F811
    section = section_of("responsibilities")
    Statement.objects.filter(key="do-run-the-day").update(text="{{ compny }} runs.")

    workshop.goto(f"{site}/admin/roles/role/{section.role_id}/publish/")
    watch.look()
    workshop.get_by_role("link", name="compny").click()

    expect(workshop.locator("#statement-do-run-the-day")).to_be_in_viewport()


def test_content_is_taken_out_and_brought_back(workshop, site, watch, tmp_path):  # noqa: F811
    role = section_of("skills").role
    workshop.goto(f"{site}/admin/roles/role/{role.pk}/change/")
    with workshop.expect_download() as download:
        workshop.get_by_role("link", name="Export").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    path.write_text(path.read_text().replace("Run day-to-day operations", "Run the daily operations", 1))

    workshop.goto(f"{site}/admin/roles/role/")
    workshop.get_by_role("link", name="Import").click()
    workshop.get_by_label("A YAML file, or a zip of files").set_input_files(path)
    workshop.get_by_role("button", name="Show what would change").click()
    expect(workshop.locator("ins").first).to_be_visible()
    watch.look()
    workshop.get_by_role("button", name="Import", exact=True).click()
    expect(workshop.locator(".messagelist")).to_contain_text("Imported: Director of Operations")
    assert Statement.objects.get(key="do-run-the-day").text.startswith("Run the daily operations")
