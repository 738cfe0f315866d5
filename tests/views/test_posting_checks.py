"""A consultant comments on a posting, and leaves that it was checked."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from roles.models import Comment, Posting, PostingCheck
from tests.conftest import through
from tests.views.sheets import keys

from .comments import page, press, reworded, say


@pytest.fixture
def posting(owner):
    return owner.posting


@pytest.fixture
def key(posting):
    return keys(posting)[0]


def check(client, posting, **changed):
    address = reverse("posting_check", args=[posting.pk])
    return client.post(address, {"revision": Posting.objects.get(pk=posting.pk).revision} | changed)


@pytest.fixture
def invited(posting, consultant):
    """A consultant who has opened a link to comment."""
    link = through(posting, "comment").link
    consultant.post(link.get_absolute_url(), {})
    return consultant


def test_a_consultant_leaves_that_the_posting_was_checked(owner, invited, posting, key):
    assert "I have checked this posting" in page(invited, posting)
    assert check(invited, posting).status_code == 302
    for shown in (page(owner, posting), owner.get(posting.get_absolute_url()).content.decode()):
        assert "Checked by <bdi>consultant</bdi>, consultant, on" in shown
        assert "not changed since." in shown

    reworded(posting, key, "We bake at night. We are forty.")
    for shown in (page(owner, posting), owner.get(posting.get_absolute_url()).content.decode()):
        assert "2 sentences changed since." in shown
    check(invited, posting)
    assert PostingCheck.objects.count() == 1
    assert "not changed since." in page(owner, posting)


@pytest.mark.parametrize("actor", ["stranger", "owner", "commenter", "link_editor", "member", "consultant"])
def test_nobody_claims_a_check_but_a_consultant_with_a_link(request, owner, posting, actor):
    client = request.getfixturevalue(actor)

    assert check(client, posting).status_code == 404
    assert not PostingCheck.objects.exists()
    assert "I have checked this posting" not in page(owner, posting)


def test_a_consultant_who_is_none_any_more_claims_no_check(invited, posting):
    get_user_model().objects.filter(pk=invited.user.pk).update(is_staff=False)

    assert check(invited, posting).status_code == 404
    assert not PostingCheck.objects.exists()


def test_a_check_of_words_that_changed_meanwhile_is_not_noted(invited, posting, key):
    shown = posting.revision
    reworded(posting, key, "Other words now.")
    check(invited, posting, revision=shown)

    assert not PostingCheck.objects.exists()
    assert "Not noted" in page(invited, posting)


def test_a_consultant_comments_under_the_name_of_the_account(owner, invited, posting):
    say(invited, posting)

    comment = Comment.objects.get()
    assert (comment.by, comment.account, comment.name) == ("consultant", invited.user, "")
    assert '<span class="account-badge">Consultant</span>' in page(owner, posting)


def test_a_guest_who_calls_themselves_a_consultant_is_not_marked_as_one(owner, posting):
    guest = through(posting, "comment", name="Ann, consultant")
    say(guest, posting)

    assert "account-badge" not in page(owner, posting)


def test_the_postings_page_costs_no_query_for_what_nobody_stated(
    owner, posting, invited, read_templates, django_assert_num_queries
):
    read_templates()
    with django_assert_num_queries(4):
        owner.get(posting.get_absolute_url())
    say(invited, posting)
    press(owner, posting, "answer", text="Yes.")
    say(invited, posting, "Another.")
    press(owner, posting, "resolve", Comment.objects.get(text="Another."))
    check(invited, posting)
    with django_assert_num_queries(5):
        shown = owner.get(posting.get_absolute_url()).content.decode()
    assert "1 open comment" in shown


def test_a_former_consultants_account_is_closed_without_its_name(owner, invited, posting):
    from roles.models.closing import close_account

    check(invited, posting)
    say(invited, posting)
    close_account(invited.user)

    assert "<bdi>consultant</bdi>" not in page(owner, posting)
    assert "Former colleague" in page(owner, posting)
