"""Every kind of answer is sent with the whole set of headers, errors and files included."""

import re
from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from portal.headers import ALWAYS
from portal.wsgi import application
from roles.models import Posting
from tests.views.sheets import form

SET = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin|strict-origin",  # neither shows another site the path
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": r"(?=.*default-src '(self|none)').*frame-ancestors 'none'.*",
    "Permissions-Policy": r".*camera=\(\).*geolocation=\(\).*microphone=\(\).*",
    "Cache-Control": r".*\b(private|public)\b.*",
}
NAMES_A_SERVER = ("Server", "X-Powered-By", "Via")


def lacking(headers, *, private):
    """The headers that an answer lacks or has wrong."""
    wanted = SET | ({"Cache-Control": r"(?=.*\bprivate\b).*\bno-store\b.*"} if private else {})
    wrong = {
        name: headers.get(name) for name, value in wanted.items() if not re.fullmatch(value, headers.get(name, ""))
    }
    return wrong | {name: headers[name] for name in NAMES_A_SERVER if name in headers}


@pytest.fixture
def asked(settings, monkeypatch, owner, consultant, member):
    """Return an answer by the name of its kind."""
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True  # as collected files are served
    stranger, posting = Client(raise_request_exception=False), owner.posting

    def broken():
        owner.raise_request_exception = False
        with monkeypatch.context() as patch:
            patch.setattr(Posting, "report", lambda *args: 1 / 0)
            return owner.get(posting.get_absolute_url())

    def conflicting():
        address = reverse("posting_rename", args=[posting.pk])
        return owner.post(address, {"name": "Mine", "was": "Another"})

    def too_often():
        settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"draft_each": "1/h/key"}
        address = reverse("posting_duplicate", args=[posting.pk])
        owner.post(address)
        return owner.post(address)

    def foreign_port():
        with override_settings(ALLOWED_PORTS=["443"]):
            return stranger.get("/", headers={"host": "testserver:8000"})

    def to_https():
        with override_settings(SECURE_SSL_REDIRECT=True):
            return Client().get("/")

    def without_token():
        strict = Client(enforce_csrf_checks=True)
        return strict.post(reverse("account_login"))

    return {
        "page": lambda: stranger.get("/"),
        "public list": lambda: stranger.get(reverse("jobs")),
        "own page": lambda: owner.get(posting.get_absolute_url()),
        "list": lambda: owner.get(reverse("posting_list")),
        "account": lambda: member.get(reverse("account_email")),
        "sign-in": lambda: stranger.get(reverse("account_login")),
        "private link": lambda: stranger.get(posting.get_private_url()),
        "admin": lambda: consultant.get(reverse("admin:index")),
        "redirect": lambda: stranger.get(reverse("posting_preview", args=["operations-director"])),
        "redirect to https": to_https,
        "redirect to sign-in": lambda: stranger.get(reverse("admin:index")),
        "400 unknown host": lambda: stranger.get("/", headers={"host": "evil.example"}),
        "400 foreign port": foreign_port,
        "400 NUL": lambda: stranger.get("/?q=%00"),
        "400 too large": lambda: stranger.post("/review/", {"text": "x" * 2_000_000}),
        "403": lambda: consultant.get(reverse("admin:auth_user_changelist")),
        "403 token": without_token,
        "404": lambda: stranger.get("/no-such-page/"),
        "404 of a stranger's": lambda: stranger.get(posting.get_absolute_url()),
        "405": lambda: owner.get(reverse("posting_delete", args=[posting.pk])),
        "409": conflicting,
        "422": lambda: stranger.post(reverse("posting_new", args=["operations-director"]), {}),
        "429": too_often,
        "500": broken,
        "download": lambda: owner.get(reverse("posting_export", args=[posting.pk, "txt"])),
        "pdf": lambda: owner.get(reverse("posting_export", args=[posting.pk, "pdf"])),
        "part of a page": lambda: owner.post(
            reverse("posting_workshop", args=[posting.pk]),
            form(owner, posting).with_("save"),
            headers={"X-Part": "sheet"},
        ),
        "static file": lambda: Client().get("/static/css/portal.css"),
        "static file that is not there": lambda: Client().get("/static/css/none.css"),
        "robots.txt": lambda: stranger.get("/robots.txt"),
        "sitemap": lambda: stranger.get("/sitemap.xml"),
        "HEAD": lambda: stranger.head("/"),
        "OPTIONS": lambda: stranger.options("/"),
    }


STATUS = {
    "redirect": 302,
    "redirect to sign-in": 302,
    "redirect to https": 301,
    "static file that is not there": 404,
    "OPTIONS": 405,
}
PRIVATE = {
    *("own page", "list", "account", "sign-in", "private link", "admin", "redirect to sign-in", "403", "403 token"),
    *("404 of a stranger's", "405", "409", "429", "500", "download", "pdf", "part of a page"),
}


def test_every_kind_of_answer_has_every_header(asked):
    found = {}
    for kind, ask in asked.items():
        response = ask()
        expected = STATUS.get(kind) or (int(kind[:3]) if kind[:3].isdecimal() else 200)
        assert (kind, response.status_code) == (kind, expected)
        found[kind] = lacking(response.headers, private=kind in PRIVATE)

    assert {kind: lack for kind, lack in found.items() if lack} == {}


def test_a_charset_refused_before_django_is_answered_with_them_too():
    environ = {"CONTENT_TYPE": "text/plain; charset=utf-7", "wsgi.input": BytesIO()}
    setup_testing_defaults(environ)
    sent = []
    application(environ, lambda status, headers: sent.extend([status, dict(headers)]))

    assert sent[0] == "400 Bad Request"
    assert lacking(sent[1], private=True) == {}


def test_what_the_set_forbids_is_not_used_by_a_script():
    assert "clipboard" not in ALWAYS["Permissions-Policy"]  # the buttons that copy need it
