import re

import pytest
from django.test import Client
from django.urls import reverse

PAGES = [
    "/",
    "/which-role/?missing=running",
    "/compare/",
    "/roles/operations-director/",
    "/roles/operations-director/brief/",
    "/accounts/login/",
    "/no-such-page/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_allows_nothing_but_what_the_portal_serves(stranger, path):
    policy = stranger.get(path)["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", [*PAGES, "", "edit/?unlock=equal-opportunity", "switch/", "updates/"])
def test_no_page_holds_an_inline_script_style_or_handler(owner, path):
    address = path if path.startswith("/") else f"{owner.posting.get_absolute_url()}{path}"
    html = owner.get(address).content.decode()

    assert not re.search(r"<script(?![^>]*\ssrc=)[^>]*>(?!\s*</script>)", html)
    assert "<style" not in html
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)


ACCOUNT_PAGES = [
    "account_email",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
]


@pytest.mark.parametrize("name", ACCOUNT_PAGES)
def test_no_page_of_an_account_does_either(consultant, name):
    html = consultant.get(reverse(name)).content.decode()

    assert "Operations Desk" in html
    assert "<script" not in html
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)


@pytest.mark.parametrize(
    "path", ["/", "/which-role/", "/compare/", "/review/", "/start/", "/roles/operations-director/", "/no/"]
)
def test_a_page_that_shows_who_has_signed_in_is_not_kept_by_shared_caches(member, path):
    response = member.get(path)

    assert response["Cache-Control"] == "private"
    assert "Cookie" in response["Vary"]


def test_a_posting_is_not_kept_by_shared_caches(owner):
    for name, args in (
        ("posting_detail", []),
        ("posting_edit", []),
        ("posting_workshop", []),
        ("posting_switch", []),
        ("posting_updates", []),
        ("posting_export", ["txt"]),
    ):
        response = owner.get(reverse(name, args=[owner.posting.pk, *args]))
        assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/private/{}/", "/shared/{}/", "/shared/{}/x/"])
def test_an_address_that_holds_a_secret_is_in_no_referer_and_no_cache(owner, commenter, path):
    for secret in (owner.posting.secret, commenter.link.token, "no-such"):
        for answer in (Client().get(path.format(secret)), Client().post(path.format(secret), {"name": "Jo"})):
            # Of the origin alone, to our own pages as well; the check of a form's token needs that much.
            assert answer["Referrer-Policy"] == "strict-origin"
            assert "no-store" in answer["Cache-Control"]
            assert answer["X-Robots-Tag"] == "noindex"
