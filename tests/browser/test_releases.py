"""Consultants release drafts together at a moment to come, and approve a request line by line, in a browser."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from roles.management.commands.quickstart import Command
from roles.models import Answer, PublishRequest, Role, Statement
from tests.browser.conftest import take_along
from tests.conftest import signed_in

pytestmark = pytest.mark.browser


@pytest.fixture
def colleagues(site):
    """Two consultants who share the workshop."""
    for name in ("consultant", "colleague"):
        Command(stdout=StringIO()).make_account(name, superuser=False)
    return signed_in("consultant"), signed_in("colleague")


def edit_role():
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day of the {{ company }} team.")
    key = Statement.objects.filter(section__key="skills", section__role__slug="director-of-operations").first().key
    Statement.objects.filter(key=key).update(text="Reads a stock list.")
    return Role.objects.get(slug="director-of-operations")


def test_a_scheduled_release_of_finder_and_role_together(page, site, watch, colleagues, browser):
    Answer.objects.filter(question__key="missing", key="running").update(text="Somebody for the day itself")
    role = edit_role()
    take_along(page.context, colleagues[0], site)
    page.goto(f"{site}/admin/")
    watch.follow(page.get_by_role("link", name="Shared content: drafts and editions"))
    watch.follow(page.get_by_role("link", name="Preview Title finder"))
    expect(page.get_by_text("Somebody for the day itself")).to_be_visible()
    watch.follow(page.get_by_role("link", name="Back to the workshop"))
    watch.follow(page.get_by_role("link", name="Publish", exact=True))
    watch.follow(page.get_by_role("link", name="Plan it, or release it with others"))
    expect(page.get_by_label("Title finder")).to_be_checked()
    page.get_by_label(str(role)).check()
    moment = (timezone.localtime() + timedelta(minutes=30)).replace(second=0, microsecond=0)
    page.get_by_label("When").fill(moment.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("What is new").fill("Spring words")
    watch.follow(page.get_by_role("button", name="Release what is chosen"))
    expect(page.locator(".messagelist .success")).to_contain_text("Title finder, Director of Operations: planned for")

    visitor = browser.new_page()
    visitor.goto(f"{site}/which-role/")
    expect(visitor.get_by_text("Somebody for the day itself")).to_have_count(0)
    assert role.versions.public().first().number == 1
    with time_machine.travel(moment + timedelta(seconds=1)):
        visitor.goto(f"{site}/which-role/?missing=running")
        expect(visitor.get_by_text("Somebody for the day itself").first).to_be_visible()
        assert role.versions.public().first().number == 2
    visitor.close()


def test_an_approval_with_comments_on_lines(page, site, watch, colleagues, settings, mailoutbox):
    settings.PUBLISH_NEEDS_APPROVAL = True
    role = edit_role()
    take_along(page.context, colleagues[0], site)
    page.goto(f"{site}/admin/roles/role/{role.pk}/publish/")
    page.get_by_label("Who reads it").select_option(label="colleague")
    page.get_by_label("What is new").fill("Spring words")
    watch.follow(page.get_by_role("button", name="Ask a colleague to publish"))
    assert [email.to for email in mailoutbox] == [["colleague@example.com"]]

    take_along(page.context, colleagues[1], site)
    link = next(word for word in mailoutbox[0].body.split() if "/requests/" in word)
    page.goto(site + link[link.index("/admin/") :])
    watch.look()
    lines = page.locator(".comparison > ul > li")
    expect(lines).to_have_count(2)
    lines.nth(0).get_by_label("Accept").check()
    lines.nth(1).get_by_label("Send back").check()
    lines.nth(1).get_by_label("Comment").fill("Which list?")
    watch.follow(page.get_by_role("button", name="Send it back"))

    Statement.objects.filter(text="Reads a stock list.").update(text="Reads a stock list and orders by it.")
    take_along(page.context, colleagues[0], site)
    page.goto(f"{site}/admin/roles/role/{role.pk}/publish/")
    watch.follow(page.get_by_role("button", name="Ask a colleague to publish"))
    take_along(page.context, colleagues[1], site)
    page.goto(f"{site}/admin/roles/role/requests/{PublishRequest.objects.first().pk}/")
    expect(lines.nth(0).get_by_label("Accept")).to_be_checked()
    expect(lines.nth(1).get_by_label("Not decided")).to_be_checked()
    expect(lines.nth(1)).to_contain_text("Which list?")
    watch.follow(page.get_by_role("button", name="Accept the rest and publish"))

    assert role.versions.count() == 2
