from wsgiref.util import setup_testing_defaults

import pytest
from django.urls import reverse

from portal.wsgi import application, only_utf_8

NUL, NOT_THERE, SENT_ON = 400, 404, 302  # the admin sends on from a row that is not there
PATHS = {
    "/roles/%00/": NUL,
    "/roles/operations-director%00/": NUL,
    "/postings/%00/": NUL,
    "/private/%00/": NUL,
    "/private/..%2f..%2fetc%2fpasswd/": NOT_THERE,
    "/roles/../../etc/passwd/": NOT_THERE,
    "/static/../portal/settings.py": NOT_THERE,
    "/static/..%2fportal%2fsettings.py": NOT_THERE,
    "/roles/" + "x" * 5000 + "/": NOT_THERE,
    "/roles/%ff%fe/": NOT_THERE,
    "/admin/roles/section/%00/change/": NUL,
    "/admin/roles/section/99999999999999999999999/change/": SENT_ON,
    "/admin/roles/role/x/publish/": SENT_ON,
    "/admin/roles/role/99999999999999999999999/publish/": NOT_THERE,
    "/admin/roles/role/99999999999999999999999/versions/compare/": NOT_THERE,
    "/admin/roles/role/1/versions/compare/?old=99999999999999999999999&new=%ff": NOT_THERE,
    "/admin/roles/role/1/versions/99999999999999999999999/restore/": NOT_THERE,
    "/admin/roles/role/1/drafts/99999999999999999999999/restore/": NOT_THERE,
    "/admin/roles/role/99999999999999999999999/export/": NOT_THERE,
}
QUERIES = ["q=%00", "p=-1", "p=99999999999999999999", "o=x", "role__id__exact=%00", "e=1", "page=1e9", "%00=1", "q=%ff"]


def test_a_hostile_path_is_refused(administrator):
    assert {path: administrator.get(path).status_code for path in PATHS} == PATHS
    assert administrator.post("/admin/roles/role/1/requests/99999999999999999999999/").status_code == NOT_THERE


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/which-role/", "/compare/", "/roles/operations-director/", "/roles/operations-director/brief/"),
        *("/admin/", "/admin/roles/section/", "/admin/roles/question/"),
    ],
)
def test_a_hostile_query_is_400_or_passed_over(administrator, path):
    is_list = path.startswith("/admin/roles/")
    for query in QUERIES:
        status = administrator.get(f"{path}?{query}").status_code
        if "%00" in query:
            assert (query, status) == (query, 400)
        else:
            # A list of the admin sends on from what it cannot read.
            assert (query, status) in [(query, 200), (query, 302 if is_list else 200)]


def test_a_nul_in_a_query_is_400(stranger):
    assert stranger.get("/?q=%00").status_code == 400


def test_an_unknown_host_is_400(stranger):
    assert stranger.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/postings/", "/accounts/login/", "/admin/"])
def test_a_nul_in_a_cookie_is_400(stranger, path):
    assert stranger.get(path, headers={"cookie": r'sessionid="abcdefgh\000x"'}).status_code == 400


def served(path, content_type, method="GET"):
    """The status of an answer of the portal as a server calls it, with a stand-in for all behind its gate."""

    def behind(environ, start_response):
        start_response("200 OK", [])
        return [b""]

    path, _, query = path.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "CONTENT_TYPE": content_type, "REQUEST_METHOD": method}
    setup_testing_defaults(environ)
    statuses = []
    only_utf_8(behind)(environ, lambda status, headers: statuses.append(int(status.split()[0])))
    return statuses[0]


def test_the_gate_comes_before_the_portal():
    assert application.__qualname__.startswith("only_utf_8")


@pytest.mark.parametrize("charset", ["zlib", "hex", "rot13", "punycode", "idna", "utf-7", "latin-1", "a\0b", ""])
@pytest.mark.parametrize("path", ["/?a=1", "/which-role/?missing=1", "/accounts/login/?next=%2B2AA-"])
def test_a_charset_that_is_not_ours_is_400(path, charset):
    assert served(path, f"text/plain; charset={charset}") == 400
    assert served("/review/", f"multipart/form-data; boundary=B; charset={charset}", "POST") == 400


@pytest.mark.parametrize("content_type", ["text/plain; charset=utf-8", "text/plain; charset=UTF8", "text/plain", ""])
def test_utf_8_by_any_name_is_read_and_so_is_what_names_no_charset(content_type):
    assert served("/?a=1", content_type) == 200


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password", "admin:login"])
def test_an_address_to_go_on_to_that_is_none_is_passed_over(stranger, name):
    assert stranger.get(reverse(name), {"next": "http://[::1"}, follow=True).status_code == 200
