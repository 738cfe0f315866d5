"""After the first visit, when the style sheet is kept, a page weighs little."""

import gzip

import pytest
from django.urls import reverse

LIMIT = 15 * 1024
PUBLIC = [
    "/",
    "/which-role/",
    "/compare/",
    "/review/",
    "/roles/operations-director/",
    "/roles/operations-director/brief/",
    "/postings/",
]


def sent(client, url):
    return client.get(url, headers={"accept-encoding": "gzip"})


@pytest.mark.parametrize("url", PUBLIC)
def test_a_public_page_is_sent_in_at_most_15_kilobytes(stranger, version, url):
    response = sent(stranger, url)

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= LIMIT
    assert b"<html" in gzip.decompress(response.content)


@pytest.mark.parametrize("name", ["posting_detail", "posting_edit", "posting_workshop", "posting_switch"])
def test_an_owners_page_is_sent_in_at_most_15_kilobytes(owner, name):
    response = sent(owner, reverse(name, args=[owner.posting.pk]))

    assert response.status_code == 200
    assert len(response.content) <= LIMIT, len(response.content)
