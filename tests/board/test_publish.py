"""Publishing from the posting's page: who may, on what terms, and what the world reads then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from roles.board.models import Firm, Publication, Report
from roles.core import codec
from roles.models import Posting
from roles.models.posting_queryset import NotLockedError
from tests.board.conftest import ORIGIN, change, in_days, publish, send


def page_of(client, posting=None):
    return client.get(reverse("posting_publish", args=[(posting or client.posting).pk])).content.decode()


def read(publication):
    return Client().get(publication.get_absolute_url())


def reword(posting, old, new):
    """Let the posting say something else, as its next revision."""
    document = posting.document
    sections = tuple(
        replace(part, items=tuple(replace(item, text=item.text.replace(old, new)) for item in part.items))
        for part in document.sections
    )
    Posting.objects.filter(pk=posting.pk).update(
        document_data=codec.dump(replace(document, sections=sections)), revision=posting.revision + 1
    )


def first_line(posting):
    return next(posting.document.items()).text


def test_publishing_makes_the_page_and_shows_its_link(member):
    response = send(member)

    publication = Publication.objects.get()
    assert response.url == reverse("posting_publish", args=[member.posting.pk])
    assert f"http://testserver{publication.get_absolute_url()}" in page_of(member)
    assert first_line(member.posting) in read(publication).content.decode()
    assert publication.listed is False


def test_sent_twice_it_is_one_publication_with_the_same_bytes(member):
    send(member)
    first = Publication.objects.get()
    send(member)

    (second,) = Publication.objects.all()
    assert (second.short_id, second.etag, second.updated_at) == (first.short_id, first.etag, first.updated_at)


def test_the_world_reads_a_change_only_once_it_is_published(member):
    send(member)
    publication = Publication.objects.get()
    old = first_line(member.posting)
    reword(member.posting, old, f"{old} We open at four & bake.")

    assert "We open at four" not in read(publication).content.decode()
    page = page_of(member)
    assert "Publish the changes" in page
    assert "We open at four &amp; bake." in page
    send(member)
    assert "We open at four &amp; bake." in read(publication).content.decode()
    assert "None: the public page shows your latest text." in page_of(member)


def test_what_changed_on_another_day_states_updated_on(member):
    published = publish(member.posting)
    Publication.objects.update(published_at=timezone.now() - timedelta(days=9))
    assert "Updated on" not in read(published).content.decode()

    reword(member.posting, first_line(member.posting), "Another first line.")
    again = publish(member.posting)
    assert "Updated on" in read(again).content.decode()
    assert again.listing.date_posted == published.listing.date_posted - timedelta(days=9)


def test_a_text_that_changed_after_the_page_was_shown_is_shown_again(member):
    response = send(member, revision=member.posting.revision - 1)

    assert response.status_code == 409
    assert "The posting changed after this page was shown." in response.content.decode()
    assert not Publication.objects.exists()


def test_a_draft_without_an_account_is_not_published(owner):
    assert "you need an account" in page_of(owner)
    assert send(owner).status_code == 422
    assert not Publication.objects.exists()


def test_a_stranger_finds_neither_page_nor_preview(member, stranger, owner):
    send(member)
    before = Publication.objects.values().get()
    for client in (stranger, owner):
        address = reverse("posting_publish", args=[member.posting.pk])
        assert client.get(address).status_code == 404
        assert client.get(f"{address}preview/").status_code == 404
        for do in ("publish", "until", "close", "withdraw", "list", "unlist"):
            assert client.post(address, {"do": do, "last_day": in_days(9)}).status_code == 404
    assert Publication.objects.values().get() == before


def test_whose_session_has_ended_gets_the_reason_back(member, stranger):
    page = send(stranger, member.posting, reason="It is <so>, because").content.decode()

    assert "It is &lt;so&gt;, because" in page
    assert not Publication.objects.exists()


@pytest.fixture
def must_fix(member):
    """A member whose posting the review objects to."""
    reword(member.posting, first_line(member.posting), "Young and energetic men only, no pregnant women.")
    member.posting.refresh_from_db()
    member.posting = Posting.objects.get(pk=member.posting.pk)
    assert not member.posting.report().ready
    return member


def test_what_must_be_fixed_is_published_only_with_a_reason(must_fix):
    assert "The review says that something must be fixed." in page_of(must_fix)
    for nothing in ("", "  "):
        refused = send(must_fix, reason=nothing)
        assert refused.status_code == 422
        assert "Fix what the review names, or say why" in refused.content.decode()
    assert not Publication.objects.exists()

    assert send(must_fix, reason="A quote").status_code == 302
    assert Publication.objects.get().reason == "A quote"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("You pay a registration fee of 50 before the interview.", "Nobody may be asked for money."),
        ("Send a copy of your passport with your application.", "It asks for identity papers"),
        ("Apply at http://harbourlane.example/jobs today.", "begins with https"),
    ],
)
def test_what_smells_of_fraud_is_not_published(member, line, said):
    reword(member.posting, first_line(member.posting), line)
    response = send(member)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Choose the last day to apply."),
        ("soon", "such as 2027-03-01"),
        ("2020-01-01", "This day has passed."),
        (in_days(400), "You can move it later."),
    ],
)
def test_a_day_that_does_not_do_is_refused_at_its_field(member, day, said):
    response = send(member, last_day=day, listed="on")

    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert 'name="listed"' in page
    assert "checked" in page
    assert not Publication.objects.exists()


def test_listing_is_the_owners_word(member):
    send(member, listed="on")
    assert "X-Robots-Tag" not in read(Publication.objects.get())

    member.post(reverse("posting_publish", args=[member.posting.pk]), {"do": "unlist"})
    assert read(Publication.objects.get())["X-Robots-Tag"] == "noindex"
    member.post(reverse("posting_publish", args=[member.posting.pk]), {"do": "list"})
    assert "X-Robots-Tag" not in read(Publication.objects.get())


def test_close_reopen_withdraw_and_publish_again_keep_the_address(member):
    address = reverse("posting_publish", args=[member.posting.pk])
    send(member)
    publication = Publication.objects.get()

    for sent, status, said in (
        ({"do": "close"}, 200, b"This role is closed"),
        ({"do": "close"}, 200, b"This role is closed"),
        ({"do": "until", "last_day": in_days(3)}, 200, b"Apply by"),
        ({"do": "withdraw"}, 410, b"no longer here"),
        ({"do": "withdraw"}, 410, b"no longer here"),
        ({"do": "publish", "revision": member.posting.revision, "last_day": in_days(4)}, 200, b"Apply by"),
    ):
        assert member.post(address, sent).status_code == 302
        response = read(publication)
        assert response.status_code == status
        assert said in response.content


def test_a_refused_new_day_leaves_the_old_one(member):
    send(member)
    before = Publication.objects.get()
    response = member.post(
        reverse("posting_publish", args=[member.posting.pk]), {"do": "until", "last_day": "2020-01-01"}
    )

    assert response.status_code == 422
    assert "This day has passed." in response.content.decode()
    assert Publication.objects.get().etag == before.etag


@pytest.mark.parametrize("do", ["until", "close", "list", "unlist", "withdraw", "nonsense"])
def test_what_is_not_published_cannot_be_changed(member, do):
    assert member.post(reverse("posting_publish", args=[member.posting.pk]), {"do": do}).status_code == 404


def test_the_preview_is_the_page_as_it_would_be_and_saves_nothing(member, stranger):
    preview = member.get(reverse("posting_publish_preview", args=[member.posting.pk]))

    assert first_line(member.posting) in preview.content.decode()
    assert preview["X-Robots-Tag"] == "noindex"
    assert "private" in preview["Cache-Control"]
    assert not Publication.objects.exists()
    assert not Firm.objects.exists()


def test_the_preview_of_a_change_leaves_the_publication(member):
    published = publish(member.posting)
    reword(member.posting, first_line(member.posting), "Another first line.")
    preview = member.get(reverse("posting_publish_preview", args=[member.posting.pk])).content.decode()

    assert "Another first line." in preview
    assert Publication.objects.get().etag == published.etag


def test_an_account_that_has_proved_no_address_waits(member):
    member.user.emailaddress_set.update(verified=False)
    send(member)
    publication = Publication.objects.get()
    assert "goes public as soon as you have verified" in page_of(member)
    assert read(publication).status_code == 404

    member.user.emailaddress_set.get().set_verified()
    assert read(publication).status_code == 200


def test_two_accounts_with_a_company_of_one_name_share_no_firm(member, version, administrator):
    mine = publish(member.posting)
    other = publish(Posting.objects.compose(version, member.posting.brief, owner=administrator.user))
    same = publish(
        Posting.objects.compose(
            version, replace(member.posting.brief, company=member.posting.company.upper()), owner=member.user
        )
    )

    assert same.firm == mine.firm
    assert other.firm != mine.firm
    assert other.firm.slug == f"{mine.firm.slug}-2"


def test_only_a_locked_posting_is_published(member):
    with pytest.raises(NotLockedError):
        Publication.publish(Posting.objects.get(pk=member.posting.pk), None, origin=ORIGIN)


def test_a_consultant_holds_it_back_with_a_reason_and_lets_it_out(published, member, consultant):
    Report.objects.create(publication=published, kind="money", words="They ask for 50.", digest="x")
    address = reverse("admin:board_publication_change", args=[published.pk])
    assert "They ask for 50." in consultant.get(address).content.decode()

    sent = {"held_reason": "It asks for <money>.", "reports-TOTAL_FORMS": 0, "reports-INITIAL_FORMS": 0}
    assert consultant.post(address, sent).status_code == 302
    assert read(published).status_code == 404
    assert "It asks for &lt;money&gt;." in page_of(member)
    send(member)
    assert read(published).status_code == 404

    assert consultant.post(address, sent | {"held_reason": ""}).status_code == 302
    assert read(published).status_code == 200


def test_the_page_of_publishing_costs_eight_queries(member, read_templates, django_assert_num_queries, published):
    read_templates()
    for _ in range(3):
        change(published, "close")
    with django_assert_num_queries(8):
        page_of(member)
