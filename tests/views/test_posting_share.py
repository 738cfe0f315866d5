"""Links for others: made, opened, renewed, withdrawn; dead at the next request."""

import json
import logging
import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from roles.models import Posting, SecurityEvent, SharedLink
from roles.models.sharing import LINKS_MAX, hash_of
from tests.conftest import through
from tests.views.sheets import Form

LABEL = "Priya, our accountant"


@pytest.fixture
def url(owner):
    return reverse("posting_share", args=[owner.posting.pk])


def make(client, url, **fields):
    ticket = Form(client.get(url).content.decode()).fields["ticket"]
    return client.post(url, {"do": "make", "label": LABEL, "kind": "comment", "ticket": ticket} | fields, follow=True)


def shown(page):
    return re.findall(r'value="http://testserver(/shared/[^"]+/)"', page.content.decode())


def reads(client, posting):
    return client.get(reverse("posting_comments", args=[posting.pk])).status_code == 200


def writes(client, posting):
    return client.get(reverse("posting_workshop", args=[posting.pk])).status_code == 200


def test_a_link_opens_the_posting_for_whoever_gives_a_name(owner, url, stranger):
    (address,) = shown(make(owner, url))

    asked = stranger.get(address)
    assert asked.status_code == 200
    assert b"Harbour Lane" not in asked.content
    assert not reads(stranger, owner.posting)
    refused = stranger.post(address, {"name": " "})
    assert (refused.status_code, b"Give your name" in refused.content) == (422, True)
    opened = stranger.post(address, {"name": "Jo"}, follow=True)

    assert opened.redirect_chain == [(reverse("posting_comments", args=[owner.posting.pk]), 302)]
    assert b"Harbour Lane" in opened.content
    assert stranger.get(address).url == opened.redirect_chain[0][0]
    assert stranger.get(owner.posting.get_absolute_url()).url == opened.redirect_chain[0][0]


def test_a_link_to_comment_edits_nothing_and_one_to_edit_does(owner, commenter, link_editor):
    assert [reads(client, owner.posting) for client in (commenter, link_editor)] == [True, True]
    assert [writes(client, owner.posting) for client in (commenter, link_editor)] == [False, True]


def test_who_holds_both_links_may_edit(owner, commenter):
    link = SharedLink(posting=owner.posting, kind="edit", label="Again")
    link.start()
    commenter.post(link.get_absolute_url(), {"name": "Jo"})

    assert writes(commenter, owner.posting)
    link.revoke()
    assert (reads(commenter, owner.posting), writes(commenter, owner.posting)) == (True, False)


def test_a_link_opens_its_own_posting_alone(owner, link_editor, posting):
    assert not reads(link_editor, posting)
    assert not writes(link_editor, posting)


def test_the_owner_is_led_to_the_posting(owner, commenter):
    assert owner.get(commenter.link.get_absolute_url()).url == owner.posting.get_absolute_url()


def test_the_token_is_not_in_the_database(owner, commenter):
    token = commenter.link.token
    assert len(token) >= 43
    rows = repr([list(model.objects.values()) for model in (SharedLink, Posting)]) + repr(dict(commenter.session))

    assert token not in rows
    assert hash_of(token) in rows


def test_each_link_and_each_renewal_has_a_token_of_its_own(owner, commenter, link_editor):
    tokens = [commenter.link.token, link_editor.link.token]
    commenter.link.renew()

    assert len({*tokens, commenter.link.token}) == 3


def test_a_link_outlives_a_new_key_and_is_shown_again_when_renewed(owner, url, settings):
    (address,) = shown(make(owner, url))
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another key that is long enough for this"
    settings.SECRET_KEY_FALLBACKS = [old]
    assert shown(owner.get(url)) == [address]
    settings.SECRET_KEY_FALLBACKS = []
    link = SharedLink.objects.get()
    assert link.token == ""
    assert Client().get(address).status_code == 200
    link.renew()
    assert link.token


# withdrawn, renewed, run out: dead at the next request


@pytest.mark.parametrize("actor", ["commenter", "link_editor"])
def test_a_withdrawn_link_is_dead_at_the_next_request(request, owner, url, actor):
    guest = request.getfixturevalue(actor)
    address = guest.link.get_absolute_url()
    owner.post(url, {"do": f"revoke:{guest.link.pk}:1"})

    assert not reads(guest, owner.posting)
    assert not writes(guest, owner.posting)
    assert guest.get(owner.posting.get_absolute_url()).status_code == 404
    for client in (guest, Client()):
        assert client.get(address).status_code == 404
        assert client.post(address, {"name": "Jo"}).status_code == 404
    assert not reads(guest, owner.posting)
    assert shown(owner.get(url)) == []


def test_a_renewed_link_is_dead_where_its_earlier_address_was_opened(owner, url, link_editor):
    earlier = link_editor.link.get_absolute_url()
    owner.post(url, {"do": f"renew:{link_editor.link.pk}:1"})
    (address,) = shown(owner.get(url))

    assert address != earlier
    assert not writes(link_editor, owner.posting)
    assert link_editor.get(earlier).status_code == 404
    link_editor.post(address, {"name": "Priya"})
    assert writes(link_editor, owner.posting)


def test_a_link_renewed_by_a_double_click_is_renewed_once(owner, url, commenter):
    for _ in range(2):
        owner.post(url, {"do": f"renew:{commenter.link.pk}:1"})

    assert SharedLink.objects.get().number == 2


def test_what_happens_to_a_link_is_recorded_without_its_token(owner, url, caplog):
    caplog.set_level(logging.INFO, "roles.security")
    (address,) = shown(make(owner, url))
    guest = Client()
    for name in ("", "Jo", "Jo again"):
        guest.post(address, {"name": name})
    (link,) = SharedLink.objects.all()
    renewal = {"do": f"renew:{link.pk}:{link.number}"}
    for do in (renewal, renewal, {"do": f"revoke:{link.pk}:2"}):
        owner.post(url, do)
    guest.post(address, {"name": "Jo"})

    events = SecurityEvent.objects.filter(subject=f"posting {owner.posting.pk}").order_by("pk")
    kinds = ["link_made", "link_opened", "link_renewed", "link_withdrawn"]
    assert list(events.values_list("kind", flat=True)) == kinds
    assert {event.details["link"] for event in events} == {str(link.pk)}
    assert [event.details["number"] for event in events] == [1, 1, 2, 2]
    lines = [record.getMessage() for record in caplog.records if record.name == "roles.security"]
    assert [json.loads(line)["kind"] for line in lines] == kinds
    kept = "".join(lines) + "".join(str(event.details) for event in events)
    for secret in (address.split("/")[2], link.token, link.token_hash, LABEL, "Jo"):
        assert secret not in kept


def test_a_link_runs_out_and_lasts_as_long_again_when_renewed(owner, url, stranger):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        (address,) = shown(make(owner, url, lasts_days="7"))
        stranger.post(address, {"name": "Jo"})
        clock.shift(timedelta(days=6, hours=23))
        assert reads(stranger, owner.posting)
        clock.shift(timedelta(hours=1))
        assert not reads(stranger, owner.posting)
        assert stranger.get(address).status_code == 404
        assert b"Expired on" in owner.get(url).content

        owner.post(url, {"do": f"renew:{SharedLink.objects.get().pk}:1"})
        stranger.post(shown(owner.get(url))[0], {"name": "Jo"})
        clock.shift(timedelta(days=6, hours=23))
        assert reads(stranger, owner.posting)


def test_the_links_of_a_deleted_posting_are_dead_until_it_is_brought_back(owner, commenter):
    owner.post(reverse("posting_delete", args=[owner.posting.pk]))
    assert not reads(commenter, owner.posting)
    assert commenter.get(commenter.link.get_absolute_url()).status_code == 404

    owner.post(reverse("posting_restore", args=[owner.posting.pk]))
    assert reads(commenter, owner.posting)


@pytest.mark.parametrize("token", ["x", "a" * 43, "a" * 500, "'%20or%201=1", "%f0%9f%8d%9e"])
def test_a_guessed_link_is_404(commenter, stranger, token):
    for client in (stranger, commenter):
        assert client.get(f"/shared/{token}/").status_code == 404
        assert client.post(f"/shared/{token}/", {"name": "Jo"}).status_code == 404


# the form


def test_a_form_sent_twice_makes_one_link(owner, url):
    ticket = Form(owner.get(url).content.decode()).fields["ticket"]
    for _ in range(2):
        owner.post(url, {"do": "make", "label": LABEL, "kind": "edit", "ticket": ticket})

    assert SharedLink.objects.count() == 1


def test_the_ticket_of_another_postings_link_makes_another_link(owner, url, posting, member):
    ticket = Form(owner.get(url).content.decode()).fields["ticket"]
    for client, address in ((owner, url), (member, reverse("posting_share", args=[member.posting.pk]))):
        client.post(address, {"do": "make", "label": LABEL, "kind": "edit", "ticket": ticket})

    assert [link.posting_id for link in SharedLink.objects.all()] == [owner.posting.pk, member.posting.pk]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"label": ""}, "label"),
        ({"label": "x" * 61}, "label"),
        ({"label": "a\u202eb"}, "label"),
        ({"kind": "own"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"lasts_days": "1000000"}, "lasts_days"),
        ({"lasts_days": "-1"}, "lasts_days"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_with_all_that_was_typed(owner, url, fields, name):
    answer = make(owner, url, **fields)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert answer.context["form"]["label"].value() == fields.get("label", LABEL)
    assert not SharedLink.objects.exists()


def test_a_posting_has_so_many_links_and_room_again_when_one_is_withdrawn(owner, url):
    for number in range(LINKS_MAX):
        SharedLink(posting=owner.posting, kind="edit", label=f"Link {number}").start()
    refused = make(owner, url)
    assert refused.status_code == 422
    assert "Withdraw one" in refused.content.decode()

    SharedLink.objects.first().revoke()
    assert make(owner, url).status_code == 200


@pytest.mark.parametrize("actor", ["stranger", "commenter", "link_editor", "consultant", "administrator"])
def test_nobody_else_makes_renews_or_withdraws_a_link(request, owner, url, commenter, actor):
    client = request.getfixturevalue(actor)
    before = list(SharedLink.objects.values_list("number", "revoked_at"))
    for do in ("make", f"renew:{commenter.link.pk}:1", f"revoke:{commenter.link.pk}:1"):
        assert client.post(url, {"do": do, "label": LABEL, "kind": "edit"}).status_code == 404

    assert list(SharedLink.objects.values_list("number", "revoked_at")) == before


@pytest.mark.parametrize("do", ["renew:{}:1", "revoke:{}:1", "revoke:00000000-0000-4000-8000-000000000000:1"])
def test_the_link_of_another_posting_is_not_there(owner, url, member, do):
    link = SharedLink(posting=member.posting, kind="edit", label="Theirs")
    link.start()

    assert owner.post(url, {"do": do.format(link.pk)}).status_code == 404
    link.refresh_from_db()
    assert (link.number, link.revoked_at) == (1, None)


def test_a_label_typed_when_the_session_has_ended_is_given_back(owner, url):
    owner.cookies.clear()
    answer = owner.post(url, {"do": "make", "label": LABEL, "kind": "edit"})

    assert answer.status_code == 404
    assert LABEL in answer.content.decode()


def test_a_hostile_label_and_name_are_inert(owner, url):
    marker = "<script>alert(1)</script>{{7*7}}"
    page = make(owner, url, label=marker).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}" in page


def test_sharing_is_limited(owner, url, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"share_each": "2/h/key"}
    codes = [make(owner, url).status_code for _ in range(3)]

    assert codes == [200, 200, 429]


def test_the_page_costs_the_same_whatever_the_number_of_links(owner, url, django_assert_num_queries):
    for number in range(2):
        with django_assert_num_queries(3):
            owner.get(url)
        for other in range(5 * (1 - number)):
            SharedLink(posting=owner.posting, kind="edit", label=f"Link {other}").start()


def test_somebody_elses_posting_page_costs_a_guest_no_more(owner, link_editor, django_assert_num_queries):
    address = reverse("posting_comments", args=[owner.posting.pk])
    for _ in range(2):
        with django_assert_num_queries(4):
            link_editor.get(address)
        for _ in range(3):
            through(owner.posting, "edit")


# what an editor through a link may do


def test_an_editor_is_shown_no_private_link_and_nothing_for_the_owner(owner, link_editor):
    page = link_editor.get(reverse("posting_workshop", args=[owner.posting.pk])).content.decode()

    assert owner.posting.secret not in page
    assert reverse("posting_edit", args=[owner.posting.pk]) not in page
    assert reverse("posting_share", args=[owner.posting.pk]) not in page


@pytest.mark.parametrize("name", ["The owner", "YOU", "a  Consultant", "Ｏｗｎｅｒ", "“The owner”"])
def test_a_guest_takes_no_name_that_the_pages_give_others(owner, stranger, name):
    link = SharedLink(posting=owner.posting, kind="comment", label=LABEL)
    link.start()
    answer = stranger.post(link.get_absolute_url(), {"name": name})

    assert (answer.status_code, b"Give your own name" in answer.content) == (422, True)
    assert not reads(stranger, owner.posting)


@pytest.mark.parametrize("way", ["undo", "redo", "restore"])
def test_whoever_edits_through_a_link_brings_no_other_answers_back(owner, link_editor, way):
    with transaction.atomic():
        posting = Posting.objects.lock().get(pk=owner.posting.pk)
        posting.answer(replace(posting.brief, headcount=44))
        if way == "redo":
            posting.undo()
    page, button = ("posting_history", "restore:1") if way == "restore" else ("posting_workshop", way)
    before = posting.brief.headcount
    sent = {"do": button, "revision": posting.revision}
    link_editor.post(reverse(page, args=[posting.pk]), sent)
    assert Posting.objects.get(pk=posting.pk).brief.headcount == before

    owner.post(reverse(page, args=[posting.pk]), sent)
    assert Posting.objects.get(pk=posting.pk).brief.headcount != before
