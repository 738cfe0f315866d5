"""What search engines may read they are led to; the rest they are kept from."""

import re
from xml.etree import ElementTree

import pytest
from django.urls import reverse

PUBLIC = [
    "/review/",
    "/start/",
    "/",
    "/compare/",
    "/which-role/",
    "/roles/operations-director/",
    "/roles/director-of-operations/",
    "/compare/operations-director/director-of-operations/",
]


def listed(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return [node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_the_sitemap_lists_the_public_pages_and_each_can_be_read(stranger, owner):
    addresses = [address.removeprefix("http://testserver") for address in listed(stranger)]

    assert sorted(addresses) == sorted(PUBLIC)
    for address in addresses:
        response = stranger.get(address)
        assert response.status_code == 200
        assert "X-Robots-Tag" not in response
        assert b"noindex" not in response.content


def test_the_sitemap_costs_one_query(stranger, version, django_assert_num_queries):
    with django_assert_num_queries(1):
        listed(stranger)


def test_robots_names_the_sitemap_and_closes_what_is_private(stranger, db):
    text = stranger.get("/robots.txt").content.decode()

    assert "\nSitemap: http://testserver/sitemap.xml\n" in text
    for path in ("/admin/", "/accounts/", "/postings/", "/private/", "/shared/"):
        assert f"Disallow: {path}\n" in text


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_has_its_social_card_and_its_one_address(stranger, version, path):
    page = stranger.get(f"{path}?utm=1").content.decode()

    assert f'<link rel="canonical" href="http://testserver{path}">' in page
    assert f'<meta property="og:url" content="http://testserver{path}">' in page
    for name in ("og:title", "og:description", "og:image", "og:type", "og:site_name"):
        assert re.search(f'<meta property="{name}"\\s+content="[^"]+">', page), name
    assert 'name="twitter:card" content="summary_large_image"' in page
    image = re.search('og:image" content="http://testserver([^"]+)"', page)[1]
    assert image.endswith("img/card.png")


def test_a_roles_page_speaks_of_its_role(stranger, version):
    page = stranger.get("/roles/operations-director/").content.decode()

    assert '<meta property="og:title" content="Operations Director">' in page


def test_everything_of_an_owner_states_noindex_in_page_and_header(owner):
    posting = owner.posting
    pages = [
        posting.get_absolute_url(),
        posting.get_private_url(),
        reverse("posting_list"),
        reverse("posting_rename", args=[posting.pk]),
        reverse("posting_email_link", args=[posting.pk]),
        reverse("account_login"),
        reverse("account_signup"),
        "/postings/no-such/",
    ]
    for page in pages:
        response = owner.get(page, follow=True)
        assert response["X-Robots-Tag"] == "noindex", page
        assert b'name="robots" content="noindex"' in response.content, page
        assert b"canonical" not in response.content, page
    for extension in ("txt", "html", "docx", "jsonld"):
        assert owner.get(f"{posting.get_absolute_url()}export.{extension}")["X-Robots-Tag"] == "noindex"
