"""With an account a page costs four queries at most: session, account, and two of its own; a review costs one more."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import copies

PAGES = {
    "home": (4, []),
    "posting_list": (4, []),
    "posting_new": (4, ["director-of-operations"]),
    "posting_detail": (5, ["posting"]),
    "role_detail": (2, ["director-of-operations"]),
    "compare": (2, []),
    "posting_rename": (3, ["posting"]),
    "posting_export": (4, ["posting", "docx"]),
    "account_delete": (3, []),
}


@pytest.mark.parametrize("name", PAGES)
def test_it_costs_as_much_with_fifty_postings_as_with_one(member, read_templates, django_assert_num_queries, name):
    number, args = PAGES[name]
    read_templates()
    address = reverse(name, args=[member.posting.pk if arg == "posting" else arg for arg in args])
    Client().get(address)  # makes what everybody gets alike
    with django_assert_num_queries(number):
        member.get(address)
    copies(member.posting, 50, owner=member.user)
    with django_assert_num_queries(number):
        member.get(address)
