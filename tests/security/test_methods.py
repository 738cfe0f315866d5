import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["posting_review", "posting_duplicate", "posting_archive", "posting_delete"])
def test_the_address_of_a_button_shows_it_and_does_nothing(owner, name):
    response = owner.get(reverse(name, args=[owner.posting.pk]))

    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "the address of a button" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/compare/", "/which-role/", "/postings/", "/robots.txt"])
@pytest.mark.parametrize("method", ["put", "delete", "patch", "post"])
def test_a_page_takes_no_other_method(stranger, path, method):
    assert getattr(stranger, method)(path).status_code == 405


def test_a_client_that_wants_no_page_gets_none(owner):
    address = reverse("posting_delete", args=[owner.posting.pk])

    assert owner.get(address, headers={"accept": "application/json"}).content == b""
