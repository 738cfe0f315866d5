"""A browser that holds as many drafts as it can is warned, and loses none."""

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from roles.models import Posting
from tests.conftest import copies
from tests.views.test_review_pasted import CARRIED
from tests.views.test_start import made

BRIEF = reverse("posting_new", args=["director-of-operations"])
WARNED = "this browser holds 5 drafts"


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr("roles.access.DRAFTS_MAX", 5)
    for module in ("brief", "my_postings", "postings", "review", "start"):
        monkeypatch.setattr(f"roles.views.{module}.NO_ROOM", f"Not done: {WARNED}.")


@pytest.fixture
def full(owner, answers):
    """The owner's browser, with five drafts; the first is `owner.posting`."""
    for number in range(4):
        assert owner.post(BRIEF, answers | {"company": f"Company {number}"}).status_code == 302
    return owner


def opened(client):
    """How many of the postings the browser may open."""
    return sum(client.get(posting.get_absolute_url()).status_code == 200 for posting in Posting.objects.all())


def test_one_draft_too_many_is_not_made_and_the_first_still_opens(full, answers):
    answer = full.post(BRIEF, answers | {"company": "One too many"})

    assert answer.status_code == 422
    assert WARNED in answer.content.decode()
    assert answer.context["form"]["company"].value() == "One too many"
    assert (Posting.objects.count(), opened(full)) == (5, 5)


def test_a_copy_too_many_is_not_made(full):
    answer = full.post(reverse("posting_duplicate", args=[full.posting.pk]), follow=True)

    assert WARNED in answer.content.decode()
    assert (Posting.objects.count(), opened(full)) == (5, 5)


def test_a_stranger_learns_nothing_of_a_posting_by_copying_it(full, posting):
    assert full.post(reverse("posting_duplicate", args=[posting.pk])).status_code == 404


def test_a_pasted_text_too_many_is_not_carried_over(full):
    answer = full.post(reverse("review"), CARRIED)

    assert WARNED in answer.content.decode()
    assert answer.context["form"]["text"].value() == CARRIED["text"]
    assert (Posting.objects.count(), opened(full)) == (5, 5)


def test_a_text_to_start_from_too_many_makes_no_posting(full):
    answer, _ = made(full)

    assert WARNED in answer.content.decode()
    assert answer.context["form"]["text"].value()
    assert (Posting.objects.count(), opened(full)) == (5, 5)


def test_a_private_link_too_many_is_not_opened(stranger, posting):
    for copy in copies(posting, 5):
        assert stranger.post(copy.get_private_url()).status_code == 302
    assert opened(stranger) == 5

    answer = stranger.post(posting.get_private_url(), follow=True)

    assert WARNED in answer.content.decode()
    assert opened(stranger) == 5


def test_what_was_deleted_makes_room_and_what_was_purged_too(full, answers):
    second = Posting.objects.exclude(pk=full.posting.pk).first()
    full.post(reverse("posting_delete", args=[full.posting.pk]))
    second.delete()

    assert [full.post(BRIEF, answers).status_code for _ in range(2)] == [302, 302]
    assert full.post(BRIEF, answers).status_code == 422
    assert opened(full) == 5


def test_an_account_has_room_for_more(member, answers):
    copies(member.posting, 6)
    Posting.objects.update(owner=member.user, updated_at=F("created_at"))
    assert member.post(BRIEF, answers).status_code == 302
    assert Posting.objects.filter(owner=member.user, created_at__lte=timezone.now()).count() == 8
