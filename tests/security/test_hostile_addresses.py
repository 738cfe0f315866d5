import pytest

PATHS = [
    "/roles/%00/",
    "/roles/operations-director%00/",
    "/postings/%00/",
    "/private/%00/",
    "/private/..%2f..%2fetc%2fpasswd/",
    "/roles/../../etc/passwd/",
    "/static/../portal/settings.py",
    "/static/..%2fportal%2fsettings.py",
    "/roles/" + "x" * 5000 + "/",
    "/roles/%ff%fe/",
    "/admin/roles/section/%00/change/",
    "/admin/roles/section/99999999999999999999999/change/",
    "/admin/roles/role/x/publish/",
    "/admin/roles/role/99999999999999999999999/publish/",
    "/admin/roles/role/99999999999999999999999/versions/compare/",
    "/admin/roles/role/1/versions/compare/?old=99999999999999999999999&new=%ff",
    "/admin/roles/role/1/versions/99999999999999999999999/restore/",
    "/admin/roles/role/1/drafts/99999999999999999999999/restore/",
    "/admin/roles/role/1/requests/99999999999999999999999/",
    "/admin/roles/role/99999999999999999999999/export/",
]
QUERIES = ["q=%00", "p=-1", "p=99999999999999999999", "o=x", "role__id__exact=%00", "e=1", "page=1e9", "%00=1", "q=%ff"]


@pytest.mark.parametrize("path", PATHS)
def test_a_hostile_path_is_refused_and_never_an_error_of_ours(administrator, path):
    assert administrator.get(path, follow=True).status_code in (400, 404) or "/admin/" in path
    assert administrator.get(path).status_code < 500


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/which-role/", "/compare/", "/roles/operations-director/", "/roles/operations-director/brief/"),
        *("/admin/", "/admin/roles/section/", "/admin/roles/question/"),
    ],
)
def test_a_hostile_query_is_never_an_error_of_ours(administrator, path, query):
    assert administrator.get(f"{path}?{query}").status_code < 500


def test_a_nul_in_a_query_is_400(stranger):
    assert stranger.get("/?q=%00").status_code == 400


def test_an_unknown_host_is_400(stranger):
    assert stranger.get("/", headers={"host": "evil.example"}).status_code == 400
