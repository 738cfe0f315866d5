"""The portal serves the app and knows nothing of its inside; the app knows nothing of the portal."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.urls import get_resolver
from django.utils.module_loading import import_string

from roles import urls
from roles.addresses import NOT_FOR_SEARCH

ROOT = Path(__file__).parents[1]
PORTAL, ROLES = (sorted((ROOT / package).rglob("*.py")) for package in ("portal", "roles"))
# Whatever is not below one of these is kept from search engines.
PUBLIC = {"", "which-role", "compare", "roles", "review", "start", "jobs", "robots.txt", "sitemap.xml"}
PUBLIC |= {"healthz", "readyz", "metrics"}


def imported(path):
    """The names of the packages a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


def strings(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def first_parts(resolver, before=""):
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from first_parts(pattern, address)
        else:
            yield address.partition("/")[0]


@pytest.mark.parametrize("path", PORTAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_portal_imports_nothing_of_the_app(path):
    assert "roles" not in set(imported(path))


@pytest.mark.parametrize("path", PORTAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_portal_names_no_page_of_the_app(path):
    names = {pattern.name for pattern in [*urls.urlpatterns, *urls.posting_urls] if hasattr(pattern, "name")}
    assert "home" in names
    assert not names & strings(path)


def test_the_app_imports_nothing_of_the_portal():
    naming = [path for path in ROLES if "portal" in path.read_text(encoding="utf-8")]
    assert [path for path in naming if "portal" in set(imported(path))] == []
    assert [path for path in naming if any(text.startswith("portal.") for text in strings(path))] == []


def test_what_the_settings_name_of_the_app_is_there():
    names = {text for text in strings(ROOT / "portal" / "settings.py") if text.startswith(("roles.", "portal."))}
    assert "roles.accounts.forms.SignUpForm" in names
    for name in names:
        if name in ("roles.sessions", "portal.formats", "portal.urls", "portal.postgresql"):
            assert find_spec(name), name
        elif name != "portal.wsgi.application":  # importing it would set the application up again
            import_string(name)


def test_each_address_is_public_on_purpose_or_kept_from_search():
    private = {prefix.strip("/") for prefix in NOT_FOR_SEARCH}
    assert set(first_parts(get_resolver())) == PUBLIC | private
    assert not PUBLIC & private
