"""The pages of errors are in the portal's design and accessible: on a phone and at a desk, by day and by night."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from playwright.sync_api import expect

from roles.core.outages import Outage
from roles.management.commands.quickstart import Command
from roles.models import Posting
from roles.views.failures import unavailable
from tests.browser.test_owner_journey import SIZES
from tests.conftest import ANSWERS, owner_by_form, signed_in

PROXY = Path(__file__).parents[2] / "deploy" / "nginx.conf"
DESK = {"light": "rgb(242, 240, 235)", "dark": "rgb(20, 22, 26)"}


def of_the_proxy(status):
    """The page that the reference proxy answers by itself, with its policy."""
    text = PROXY.read_text(encoding="utf-8")
    words = dict(re.findall(r'^ {8}(\w+) "(<h1>.+)";$', text, re.MULTILINE))
    page = re.search(r'default "(<!DOCTYPE.+)";', text)[1]
    page = page.replace("$status", str(status)).replace("$page_words", words.get(str(status), words["default"]))
    policy = re.search(r"""\$own_policy \{ "" "(.+?)"; \}""", text)[1]
    return HttpResponse(page, status=status, headers={"Content-Security-Policy": policy})


def refused(client, address, data):
    """The answer to the second of two requests, of which one is allowed."""
    client.post(address, data)
    return client.post(address, data)


@pytest.fixture
def asked(site, settings, monkeypatch):
    """Return what gives the answer of an error, by its name."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"draft_each": "1/h/key", "login": "1/m/ip"}
    Command(stdout=StringIO()).make_account("consultant", superuser=False)
    owner, stranger = owner_by_form(ANSWERS), Client()
    owner.raise_request_exception = False

    def broken():
        with monkeypatch.context() as patch:
            patch.setattr(Posting, "report", lambda *args: 1 / 0)
            return owner.get(owner.posting.get_absolute_url())

    login, sent = reverse("account_login"), RequestFactory().post("/review/", {"text": "Operations Manager\nDenver"})
    return {
        "400": lambda: stranger.post("/review/", {"text": "x" * 2_000_000}),
        "403": lambda: signed_in("consultant").get(reverse("admin:auth_user_changelist")),
        "403 of a form": lambda: Client(enforce_csrf_checks=True).post("/review/", {"text": "Operations Manager"}),
        "404": lambda: stranger.get("/no-such-page/"),
        "404 of words": lambda: stranger.post(f"{owner.posting.get_absolute_url()}brief/", ANSWERS),
        "405": lambda: stranger.get(reverse("posting_delete", args=[owner.posting.pk])),
        "413 of the proxy": lambda: of_the_proxy(413),
        "429": lambda: refused(stranger, login, {"login": "nobody", "password": "wrong"}),
        "429 of a draft": lambda: refused(owner, "/roles/operations-director/brief/", ANSWERS | {"company": "Quay"}),
        "429 of the proxy": lambda: of_the_proxy(429),
        "500": broken,
        "502 of the proxy": lambda: of_the_proxy(502),
        "503": lambda: unavailable(RequestFactory().get("/"), Outage.DOWN),
        "503 of words": lambda: unavailable(sent, Outage.FULL),
    }


def serve(page, address, answer):
    """Let the browser find an answer at an address, with its policy; a status of an error it would note as a fault."""
    sent = {"Content-Security-Policy": answer.get("Content-Security-Policy", "default-src 'self'")}
    sent["Content-Type"] = "text/html; charset=utf-8"
    page.route(address, lambda route: route.fulfill(body=answer.content, headers=sent), times=4)


def test_a_page_of_an_error_is_accessible_and_in_our_design(page, site, watch, asked):
    for name, ask in asked.items():
        answer = ask()
        assert (name, answer.status_code) == (name, int(name[:3]))
        serve(page, f"{site}/error/", answer)
        for size in SIZES.values():
            page.set_viewport_size(size)
            for scheme, colour in DESK.items():
                page.emulate_media(color_scheme=scheme)
                page.goto(f"{site}/error/")
                watch.look()
                expect(page.locator("body")).to_have_css("background-color", colour)
                expect(page.get_by_role("link", name="Operations Desk", exact=True)).to_be_visible()
                expect(page.get_by_role("heading", level=1)).to_have_count(1)
