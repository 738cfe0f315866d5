"""The review beside a posting: fixes, what is ignored, and what a stranger gets."""

import pytest
from django.urls import reverse

from roles import editing
from roles.models import Posting


@pytest.fixture
def url(owner):
    """The owner's posting with a line the review minds."""
    posting = owner.posting
    key = next(posting.document.items()).key
    posting.keep(
        "reword",
        document=editing.reword(posting.document, key, "We leverage a young team of bakers.", stock=posting.stock),
    )
    return reverse("posting_review", args=[posting.pk])


def now(owner):
    return Posting.objects.get(pk=owner.posting.pk)


def remark(owner, words):
    return next(one for one in now(owner).report().remarks if one.finding.words.lower() == words)


def press(owner, url, verb, words="leverage", **data):
    data = {"do": f"{verb}:{remark(owner, words).token}", "revision": now(owner).revision} | data
    return owner.post(url, data, follow=True).content.decode()


def text(owner):
    return next(now(owner).document.items()).text


def test_the_posting_shows_its_findings_marked_and_counted(owner, url):
    page = owner.get(owner.posting.get_absolute_url()).content.decode()

    young = remark(owner, "young")
    assert "Not ready to publish yet" in page
    assert '<mark class="mark mark-must_fix">young</mark>' in page
    assert f'href="#mark-{young.number}"' in page
    assert f'id="mark-{young.number}"' in page


def test_the_page_costs_three_queries_and_four_in_an_account(owner, member, url, django_assert_num_queries):
    with django_assert_num_queries(3):
        owner.get(owner.posting.get_absolute_url())
    with django_assert_num_queries(4):
        member.get(member.posting.get_absolute_url())


def test_a_fix_is_a_rewording_that_can_be_undone(owner, url):
    page = press(owner, url, "fix")

    assert "Fixed." in page
    assert text(owner) == "We use a young team of bakers."
    assert now(owner).undo().startswith("fix:")
    assert text(owner) == "We leverage a young team of bakers."


def test_a_fix_sent_twice_is_done_once_and_says_no_more(owner, url):
    data = {"do": f"fix:{remark(owner, 'leverage').token}", "revision": now(owner).revision}
    owner.post(url, data)
    revision = now(owner).revision
    page = owner.post(url, data, follow=True).content.decode()

    assert now(owner).revision == revision
    assert page.count("Not done") == 0


def test_a_fix_for_a_posting_that_changed_meanwhile_is_told_and_nothing_overwritten(owner, url):
    data = {"do": f"fix:{remark(owner, 'leverage').token}", "revision": now(owner).revision}
    posting = now(owner)
    key = next(posting.document.items()).key
    posting.keep("reword", document=editing.reword(posting.document, key, "Newer words.", stock=posting.stock))
    page = owner.post(url, data, follow=True).content.decode()

    assert "Not done: the posting has changed" in page
    assert text(owner) == "Newer words."


def test_ignored_with_a_reason_it_is_set_apart_until_taken_back(owner, url):
    page = press(owner, url, "ignore", "young", reason="A  quotation of ours.")

    assert "A quotation of ours." in page
    report = now(owner).report()
    assert [one.finding.words for one in report.ignored] == ["young"]
    page = owner.post(url, {"do": f"heed:{report.ignored[0].token}"}, follow=True).content.decode()
    assert not now(owner).report().ignored
    assert remark(owner, "young")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201, "a\0b", "a\u202eb"])
def test_without_a_proper_reason_nothing_is_ignored(owner, url, reason):
    assert "Not ignored." in press(owner, url, "ignore", "young", reason=reason)
    assert now(owner).ignored_data == []


@pytest.mark.parametrize("do", ["", "fix", "fix:", "fix:\0", "ignore:x", "heed:" + "0" * 9999, "drop:1", "fix:é"])
@pytest.mark.parametrize("revision", ["", "\0", "9" * 5000, "-1", "²"])
def test_hostile_presses_change_nothing(owner, url, do, revision):
    before = now(owner).document_data
    assert owner.post(url, {"do": do, "revision": revision}).status_code == 302
    assert now(owner).document_data == before


def test_a_stranger_gets_404_and_a_get_405(owner, stranger, consultant, url):
    for client in (stranger, consultant):
        assert client.post(url, {"do": "fix:x"}).status_code == 404
    assert owner.get(url).status_code == 405


def test_in_the_workshop_a_fix_saves_what_was_typed_and_answers_with_the_new_counts(owner, url):
    address = reverse("posting_workshop", args=[owner.posting.pk])
    page = owner.get(address)
    assert "data-findings" in page.content.decode()
    data = {"revision": now(owner).revision, "seen": "", "do": f"fix:{remark(owner, 'leverage').token}"}

    response = owner.post(address, data, headers={"X-Part": "sheet"})

    assert text(owner) == "We use a young team of bakers."
    assert "data-findings" in response.content.decode()
    again = owner.post(address, data | {"revision": now(owner).revision}, headers={"X-Part": "sheet"})
    assert "no longer fits it" in again.content.decode()


def test_a_templates_preview_does_not_mind_its_blanks(posting):
    from roles.models.review import preview_report

    posting.document = editing.reword(
        posting.document, next(posting.document.items()).key, "Fill in [name] here.", stock=posting.stock
    )
    assert any(one.finding.rule == "blanks" for one in posting.report().remarks)
    report = preview_report(posting.document, posting.brief)
    assert not any(one.finding.rule == "blanks" for one in report.remarks)
