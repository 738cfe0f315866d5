import html
import re

import pytest
from django.urls import reverse

from roles.core.content.markets import read_boards, read_channels
from roles.core.exports.shares import share
from roles.models import Posting


def page(client, posting=None):
    response = client.get(reverse("posting_markets", args=[(posting or client.posting).pk]))
    return html.unescape(response.content.decode())


def test_each_short_version_is_there_with_its_length_limit_and_source(owner):
    shown = page(owner)

    for channel in read_channels():
        made = share(owner.posting.document, channel)
        for text in made.texts:
            assert text in shown
        assert f"{made.length:,} of {channel.limit:,}" in shown
        assert f"({channel.checked_on:%-d %B %Y})" in shown


def test_each_field_of_a_board_has_a_copy_button_of_its_own(owner):
    shown = page(owner)
    buttons = re.findall(r'data-copy="([^"]+)"', shown)

    assert len(buttons) == len(set(buttons))
    for board in read_boards():
        assert f"{board.name}’s form" in shown
        assert sum(name.startswith(f"{board.key}-field-") for name in buttons) == len(board.fields) - shown.split(
            f'id="{board.key}"'
        )[1].split("</section>")[0].count("does not state it")


def test_where_a_law_asks_for_pay_it_comes_first_or_is_named_as_missing(stranger, answers):
    answers |= {"place": "Denver, Colorado", "pay": "$48,000–$56,000 a year", "valid_through": "2099-01-30"}
    stranger.post(reverse("posting_new", args=["director-of-operations"]), answers)
    shown = page(stranger, Posting.objects.latest("created_at"))
    assert "may ask for the pay and the closing date here, so it comes first." in shown
    assert "$48,000–$56,000 a year; apply by January 30, 2099." in shown

    without = {"pay": "", "valid_through": ""}
    stranger.post(reverse("posting_new", args=["director-of-operations"]), answers | without)
    assert "The posting does not state the pay and the closing date." in page(
        stranger, Posting.objects.latest("created_at")
    )


def test_it_costs_no_more_queries_than_the_posting(owner, read_templates, django_assert_num_queries):
    read_templates()
    address = reverse("posting_markets", args=[owner.posting.pk])
    with django_assert_num_queries(4):
        owner.get(address)


@pytest.mark.parametrize("name", ["posting_markets", "posting_brand"])
def test_the_posting_leads_there(owner, name):
    assert reverse(name, args=[owner.posting.pk]) in owner.get(owner.posting.get_absolute_url()).content.decode()
