"""The pass over our lines on the posting's page: keep, reword or drop."""

import re

import pytest

from roles.core.editing import ours
from roles.models import Posting
from tests.views.sheets import texts, url


@pytest.fixture
def posting(owner):
    return owner.posting


def page(client, posting):
    return client.get(posting.get_absolute_url()).content.decode()


def unread(posting):
    fresh = Posting.objects.get(pk=posting.pk)
    return ours.unread(fresh.document, fresh.kept)


def press(client, posting, do, **data):
    return client.post(url(posting, "posting_ours"), {"do": do, **data}, follow=True).content.decode()


def undo_address(html):
    return re.search(r'class="undo" method="post" action="([^"]+)"', html)[1].replace("&amp;", "&")


def found(posting):
    remarks = Posting.objects.get(pk=posting.pk).report().remarks
    return [one.finding.message for one in remarks if one.finding.rule == "ours"]


def test_the_page_counts_our_lines_and_the_review_names_them(owner, posting):
    count = len(unread(posting))
    assert count > 10
    assert f"{count} lines are from the template" in page(owner, posting)
    assert found(posting) == [f"{count} lines are from the template: keep, reword or drop each."]


def test_all_are_kept_at_once_and_undone_at_once(owner, posting):
    lines, count = " ".join(line.token for line in unread(posting)), len(unread(posting))
    html = press(owner, posting, "keep", lines=lines)
    assert f"Kept: {count} lines." in html
    assert "lines are from the template" not in html
    assert found(posting) == []
    owner.post(undo_address(html))
    assert len(unread(posting)) == count


def test_one_is_kept_and_sent_twice_changes_no_more(owner, posting):
    first, *rest = unread(posting)
    press(owner, posting, f"keep:{first.token}")
    press(owner, posting, f"keep:{first.token}")
    assert unread(posting) == tuple(rest)
    assert Posting.objects.get(pk=posting.pk).revision == 1


def test_one_is_dropped_and_brought_back(owner, posting):
    line, before = unread(posting)[3], texts(posting)
    html = press(owner, posting, f"drop:{line.token}")
    assert line.item.key not in texts(posting)
    again = press(owner, posting, f"drop:{line.token}")
    assert "Not done" not in again
    owner.post(undo_address(html))
    assert texts(posting) == before


def test_a_drop_is_not_undone_over_a_later_change(owner, posting):
    first, second = unread(posting)[:2]
    html = press(owner, posting, f"drop:{first.token}")
    press(owner, posting, f"drop:{second.token}")
    assert "Not undone" in owner.post(undo_address(html), follow=True).content.decode()
    assert first.item.key not in texts(posting)


def test_the_promise_of_equal_treatment_is_not_dropped_by_one_button(owner, posting):
    line = next(line for line in unread(posting) if line.section.locked)
    assert "is locked" in press(owner, posting, f"drop:{line.token}")
    assert line.item.key in texts(posting)


ODD = ["", "keep", "keep:nobodys/0", "drop:nobodys/0", "explode", "keep:" + "x" * 100_000, "drop:\0"]


@pytest.mark.parametrize("do", ODD)
def test_what_no_button_sends_changes_nothing(owner, posting, do):
    before = texts(posting), len(unread(posting))
    press(owner, posting, do)
    assert (texts(posting), len(unread(posting))) == before


def test_a_stranger_and_an_ended_session_get_404(owner, posting, stranger):
    line = unread(posting)[0]
    assert stranger.post(url(posting, "posting_ours"), {"do": f"drop:{line.token}"}).status_code == 404
    assert stranger.post(url(posting, "posting_ours") + "?undo=keep").status_code == 404
    assert line in unread(posting)


def test_ten_megabytes_are_refused(owner, posting):
    response = owner.post(url(posting, "posting_ours"), {"do": "keep", "lines": "x" * 10_000_000})
    assert response.status_code in (400, 413)
