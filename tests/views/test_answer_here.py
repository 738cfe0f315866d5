"""The answer a finding asks for, given on the posting's page."""

import pytest
from django.urls import reverse

from roles.models import Posting
from tests.conftest import locked


def without_an_address(client, answers):
    client.post(reverse("posting_edit", args=[client.posting.pk]), answers | {"apply_to": ""})
    return Posting.objects.get(pk=client.posting.pk)


def send(client, posting, **sent):
    sent = {"do": "apply_to", "seen": posting.brief_mark, "apply_to": "jobs@harbourlane.example"} | sent
    return client.post(reverse("posting_answer", args=[posting.pk]), sent)


def test_an_answer_given_there_is_in_the_posting_and_can_be_undone(owner, answers):
    posting = without_an_address(owner, answers)
    answer = send(owner, posting)
    assert answer.status_code == 302

    posting = Posting.objects.get(pk=posting.pk)
    assert posting.brief.apply_to == "jobs@harbourlane.example"
    assert "Your posting is ready" in owner.get(posting.get_absolute_url()).content.decode()
    assert locked(posting).undo() == "brief"


@pytest.mark.parametrize("typed", ["", "my desk <b>"])
def test_an_address_nobody_can_use_is_refused_at_its_field(owner, answers, typed):
    posting = without_an_address(owner, answers)
    answer = send(owner, posting, apply_to=typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in page
    assert f'value="{typed.replace("<", "&lt;").replace(">", "&gt;")}"' in page
    assert Posting.objects.get(pk=posting.pk).brief == posting.brief


def test_what_another_window_has_answered_is_not_replaced_unasked(owner, answers):
    posting = without_an_address(owner, answers)
    send(owner, posting, apply_to="first@harbourlane.example")
    send(owner, posting, apply_to="first@harbourlane.example")  # sent twice
    send(owner, posting, apply_to="second@harbourlane.example")

    page = owner.get(posting.get_absolute_url()).content.decode()
    assert "answered this meanwhile: “first@harbourlane.example”. You typed “second@harbourlane.example”." in page
    assert page.count("Not saved, because") == 1
    assert Posting.objects.get(pk=posting.pk).brief.apply_to == "first@harbourlane.example"


@pytest.mark.parametrize("name", ["company", "own_duties", "no-such-answer"])
def test_no_other_answer_is_taken(owner, answers, name):
    posting = without_an_address(owner, answers)
    assert send(owner, posting, do=name, **{name: "Other words"}).status_code == 404
    assert Posting.objects.get(pk=posting.pk).brief == posting.brief


def test_a_stranger_gets_the_words_back_and_nothing_else(owner, stranger, answers):
    posting = without_an_address(owner, answers)
    answer = send(stranger, posting)
    assert answer.status_code == 404
    assert "jobs@harbourlane.example" in answer.content.decode()
    assert Posting.objects.get(pk=posting.pk).brief.apply_to == ""


def test_the_other_answers_stay_as_they_are(owner, answers):
    url = reverse("posting_edit", args=[owner.posting.pk])
    owner.post(url, answers | {"place": "Cambridge", "pay": "", "apply_to": "", "benefits": "A pension"})
    posting = Posting.objects.get(pk=owner.posting.pk)

    send(owner, posting, apply_to="jobs@fenbakery.co.uk")

    brief = Posting.objects.get(pk=posting.pk).brief
    assert (brief.place, brief.apply_to) == ("Cambridge", "jobs@fenbakery.co.uk")
