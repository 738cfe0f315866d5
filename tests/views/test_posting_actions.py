"""Copy, name, put away, delete and bring back: each a POST, each undone."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from roles.models import Posting
from tests.conftest import locked
from tests.security.test_markers import MARKER, parsed
from tests.views.sheets import Form


def act(client, verb, posting, data=None, follow=True):
    return client.post(reverse(f"posting_{verb}", args=[posting.pk]), data or {}, follow=follow)


@pytest.fixture(params=["member", "owner"])
def somebody(request):
    """An owner with an account, and one without: both can do everything here."""
    return request.getfixturevalue(request.param)


def reload(client):
    return Posting.objects.get(pk=client.posting.pk)


def test_a_duplicate_is_a_posting_of_its_own(somebody):
    response = act(somebody, "duplicate", somebody.posting)
    copy = Posting.objects.exclude(pk=somebody.posting.pk).get()

    assert response.redirect_chain == [(copy.get_verdict_url(), 302)]
    assert copy.name == "Copy of Director of Operations, Harbour Lane Bakery"
    assert (copy.document_data, copy.brief_data) == (somebody.posting.document_data, somebody.posting.brief_data)
    assert copy.secret != somebody.posting.secret
    assert copy.owner == somebody.posting.owner
    assert Posting.objects.count() == 2


def test_a_copy_of_a_copy_of_a_long_name_is_cut(member):
    member.posting.rename("N" * 120)
    act(member, "duplicate", member.posting)

    copy = Posting.objects.exclude(pk=member.posting.pk).get()
    assert copy.name == f"Copy of {'N' * 111}…"


def test_a_duplicate_of_an_archived_one_is_current(member):
    member.posting.archive()
    act(member, "duplicate", member.posting)

    assert Posting.objects.current().count() == 1


def test_a_name_is_the_owners_and_the_text_stays(somebody):
    before = reload(somebody)
    page = act(somebody, "rename", somebody.posting, {"name": "  Leeds,   second try "}).content.decode()

    after = reload(somebody)
    assert after.name == str(after) == "Leeds, second try"
    assert (after.document_data, after.updated_at) == (before.document_data, before.updated_at)
    assert "It is called “Leeds, second try” now." in page


def test_no_name_is_the_title_and_the_company(member):
    member.posting.rename("Something")
    act(member, "rename", member.posting, {"name": "  "})

    assert str(reload(member)) == "Director of Operations, Harbour Lane Bakery"


@pytest.mark.parametrize("name", ["N" * 121, "x" * 100_000, "a\0b", "a\u202eb", "a\x07b"])
def test_a_name_that_cannot_be_is_refused_and_kept_in_the_form(member, name):
    response = act(member, "rename", member.posting, {"name": name})

    assert response.status_code == 422
    assert response.context["form"]["name"].value() == name
    assert reload(member).name == ""


@pytest.mark.parametrize("name", [MARKER, "مخبز 👩🏽‍🍳 Zo\u0308e", "=1+1", "\"'><b>"])
def test_a_name_of_any_kind_comes_out_as_typed_and_scripts_nothing(member, name):
    act(member, "rename", member.posting, {"name": name})
    act(member, "archive", member.posting, follow=False)  # its message names it, with an Undo

    for address in ("/", "/postings/archived/", "/postings/", member.posting.get_absolute_url()):
        page = parsed(member.get(address).content.decode())
        assert not page.bad
        assert (name in "".join(page.text)) == (address != "/postings/")


def test_a_name_given_in_another_window_is_not_overwritten_unseen(member):
    address = reverse("posting_rename", args=[member.posting.pk])
    page = Form(member.get(address).content.decode()).fields
    act(member, "rename", member.posting, {"name": "Theirs", "was": ""})
    refused = member.post(address, page | {"name": "Mine"})

    assert refused.status_code == 409
    assert reload(member).name == "Theirs"
    assert "“Theirs”" in " ".join(refused.context["form"].errors["name"])
    again = Form(refused.content.decode()).fields
    assert again["name"] == "Mine"
    assert member.post(address, again).status_code == 302
    assert reload(member).name == "Mine"


def test_a_page_sent_back_as_it_was_keeps_the_name_given_meanwhile(member):
    address = reverse("posting_rename", args=[member.posting.pk])
    page = Form(member.get(address).content.decode()).fields
    act(member, "rename", member.posting, {"name": "Theirs", "was": ""})

    assert member.post(address, page).status_code == 302
    assert reload(member).name == "Theirs"


def test_the_same_name_given_twice_is_no_conflict(member):
    for _ in range(2):
        assert act(member, "rename", member.posting, {"name": "Mine", "was": ""}, follow=False).status_code == 302


def test_archiving_takes_it_off_the_list_and_undo_puts_it_back(somebody):
    page = act(somebody, "archive", somebody.posting)
    undo = reverse("posting_unarchive", args=[somebody.posting.pk])
    assert f'action="{undo}"' in page.content.decode()
    assert reload(somebody) not in Posting.objects.current()
    assert somebody.get(somebody.posting.get_absolute_url()).status_code == 200
    assert b"Harbour Lane" not in somebody.get("/").content

    somebody.post(undo)
    assert reload(somebody) in Posting.objects.current()


def test_deleting_makes_it_absent_everywhere_and_undo_brings_it_back(somebody):
    page = act(somebody, "delete", somebody.posting)
    undo = reverse("posting_restore", args=[somebody.posting.pk])
    assert f'action="{undo}"' in page.content.decode()
    for name in ("posting_detail", "posting_edit", "posting_rename"):
        assert somebody.get(reverse(name, args=[somebody.posting.pk])).status_code == 404
    assert somebody.get(f"{somebody.posting.get_absolute_url()}export.txt").status_code == 404
    assert b"Harbour Lane" not in somebody.get("/postings/").content

    assert b"is back" in somebody.post(undo, follow=True).content
    assert somebody.get(somebody.posting.get_absolute_url()).status_code == 200


def test_deleting_twice_or_restoring_twice_is_404(somebody):
    assert act(somebody, "restore", somebody.posting).status_code == 404
    act(somebody, "delete", somebody.posting)
    assert act(somebody, "delete", somebody.posting).status_code == 404
    act(somebody, "restore", somebody.posting)
    assert act(somebody, "restore", somebody.posting).status_code == 404


def test_a_deleted_draft_has_no_private_link(owner, stranger):
    act(owner, "delete", owner.posting)

    assert stranger.get(owner.posting.get_private_url()).status_code == 404
    assert stranger.post(owner.posting.get_private_url()).status_code == 404


def test_nothing_of_it_changes_the_day_of_the_text(member):
    before = reload(member).updated_at
    for verb in ("archive", "unarchive", "delete", "restore"):
        act(member, verb, member.posting)

    assert reload(member).updated_at == before


def test_after_thirty_days_a_deleted_one_is_purged_and_nothing_else(member, posting):
    archived = locked(member.posting.duplicate())
    archived.archive()
    member.posting.discard()
    with time_machine.travel(member.posting.deleted_at + timedelta(days=29, hours=23)):
        assert purge() == "0 removed for good\n"
    with time_machine.travel(member.posting.deleted_at + timedelta(days=30, minutes=1)):
        assert purge() == "1 removed for good\n"

    assert set(Posting.objects.all()) == {archived, posting}


def purge():
    out = StringIO()
    call_command("purge_postings", stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("verb", ["duplicate", "archive", "unarchive", "delete", "restore", "rename"])
@pytest.mark.parametrize("posting_id", ["6f1f9d0e-0000-4000-8000-000000000001", "x", "0", "..%2f"])
def test_an_id_that_is_nobodys_is_404(member, verb, posting_id):
    assert member.post(f"/postings/{posting_id}/{verb}/").status_code == 404
