"""A posting deleted in another window, just as this one's form comes in, is gone: not changed, and not an error."""

import pytest
from django.urls import reverse

from roles import access
from roles.models import Posting

from .sheets import form

CHANGES = {
    "posting_edit": {},
    "posting_workshop": {},
    "posting_switch": {"to": "operations-director", "revision": "1"},
    "posting_updates": {"do": "all", "revision": "1"},
    "posting_rename": {"name": "Another name"},
}


@pytest.fixture(params=["discard", "delete"])
def delete_after_the_look(request, monkeypatch):
    """From when it is called, a view finds the posting and locks it too late."""

    def look(asked, posting_id, *right):
        posting = access.get_posting(asked, posting_id, *right)
        getattr(Posting.objects.lock().get(pk=posting.pk), request.param)()
        return posting

    def begin():
        for module in ("brief", "versions", "my_postings"):
            monkeypatch.setattr(f"roles.views.{module}.get_posting", look)
        monkeypatch.setattr("roles.views.workshop.check_posting", look)

    return begin


def typed_sheet(owner):
    sheet = form(owner, owner.posting)
    line = next(name for name in sheet.fields if name.startswith("text-"))
    return sheet.with_("save", **{line: "Words of our own."})


@pytest.mark.parametrize("name", CHANGES)
def test_the_form_changes_nothing(owner, answers, name, delete_after_the_look):
    data = typed_sheet(owner) if name == "posting_workshop" else CHANGES[name] or answers
    delete_after_the_look()
    before = owner.posting.document_data

    answer = owner.post(reverse(name, args=[owner.posting.pk]), data)

    assert answer.status_code == 404
    left = Posting.objects.filter(pk=owner.posting.pk).first()
    assert left is None or (left.document_data, left.name) == (before, "")


def test_the_words_typed_into_it_come_back(owner, delete_after_the_look):
    data = typed_sheet(owner)
    delete_after_the_look()
    page = owner.post(reverse("posting_workshop", args=[owner.posting.pk]), data).content.decode()

    assert "Words of our own." in page


def test_the_answers_typed_into_it_come_back(owner, answers, delete_after_the_look):
    delete_after_the_look()
    answers["about"] = "We bake at night."
    page = owner.post(reverse("posting_edit", args=[owner.posting.pk]), answers).content.decode()

    assert "We bake at night." in page


@pytest.mark.parametrize("name", ["posting_archive", "posting_unarchive", "posting_delete", "posting_duplicate"])
def test_a_button_for_one_purged_meanwhile_is_404(owner, name):
    Posting.objects.all().delete()

    assert owner.post(reverse(name, args=[owner.posting.pk])).status_code == 404
