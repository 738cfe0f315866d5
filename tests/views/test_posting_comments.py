"""Comments on lines: who may write, answer and resolve them, and what becomes of them when the line changes."""

import pytest
from django.test import Client
from django.urls import reverse

from roles.core import editing
from roles.core.editing import mark_of
from roles.models import Comment
from roles.models.comments import COMMENTS_MAX
from tests.conftest import through
from tests.security.test_markers import MARKER, parsed
from tests.views.sheets import Form, form, keys, texts

from .comments import SAID, edit, fields, page, press, reworded, say, url


@pytest.fixture
def posting(owner):
    return owner.posting


@pytest.fixture
def key(posting):
    return keys(posting)[0]


# to write


def test_a_guest_comments_on_a_line_by_the_name_they_gave(owner, commenter, posting, key):
    answer = say(commenter, posting, key=key)

    comment = Comment.objects.get()
    assert answer.url == f"{url(posting)}#comment-{comment.pk}"
    assert (comment.item_key, comment.about, comment.text) == (key, texts(posting)[key], SAID)
    assert (comment.by, comment.author, comment.link) == ("guest", "Jo", commenter.link)
    for client in (owner, commenter):
        shown = page(client, posting)
        assert "<bdi>Jo</bdi>" in shown
        assert "Is this still so?<br>We said 6 am." in shown
        assert "1 open comment" in shown


def test_a_comment_on_the_whole_posting(owner, commenter, posting):
    say(commenter, posting)

    assert Comment.objects.get().item_key == ""
    assert "Is this still so?" in page(owner, posting)


def test_the_owner_answers_and_nobody_takes_the_owners_name(owner, commenter, posting, key):
    say(commenter, posting, key=key)
    press(owner, posting, "answer", text="Yes, 6 am.")

    assert [comment.by for comment in Comment.objects.all()] == ["guest", "owner"]
    assert "<b>You</b>" in page(owner, posting)
    assert "<b>The owner</b>" in page(commenter, posting)
    assert through(posting, "comment", name="The owner").get(url(posting)).status_code == 404


def test_an_answer_goes_to_the_comment_and_not_to_an_answer(owner, commenter, posting, key):
    say(commenter, posting, key=key)
    press(owner, posting, "answer", text="Yes.")
    answer = Comment.objects.get(text="Yes.")

    assert press(commenter, posting, "answer", answer, text="Thanks.").status_code == 404
    assert press(commenter, posting, "answer", text="Thanks.").status_code == 302
    assert Comment.objects.filter(answers=Comment.objects.get(text=SAID)).count() == 2


def test_an_answer_opens_again_what_was_resolved_while_it_was_written(owner, commenter, posting, key):
    say(commenter, posting, key=key)
    press(owner, posting, "resolve")
    assert Comment.objects.get().resolved_at
    press(commenter, posting, "answer", text="It was five.")

    assert Comment.objects.get(text=SAID).resolved_at is None
    assert "1 open comment" in page(owner, posting)


def test_a_form_sent_twice_makes_one_comment(commenter, posting, key):
    sent = {name: fields(commenter, posting, key)[name] for name in ("ticket", "on", "seen")}
    answers = [commenter.post(url(posting), sent | {"text": SAID, "do": "add"}) for _ in range(2)]

    assert Comment.objects.count() == 1
    assert {answer.url for answer in answers} == {f"{url(posting)}#comment-{Comment.objects.get().pk}"}


def test_another_comment_from_a_page_gone_back_to_is_not_lost(commenter, posting, key):
    sent = {name: fields(commenter, posting, key)[name] for name in ("ticket", "on", "seen")}
    for text in (SAID, "Another."):
        commenter.post(url(posting), sent | {"text": text, "do": "add"})

    assert {comment.text for comment in Comment.objects.all()} == {SAID, "Another."}


@pytest.mark.parametrize("text", ["", " \n ", "x" * 1001, "x" * 100_000, "a\u202eb", "a\0b"])
def test_a_comment_that_cannot_be_is_refused_with_its_text_beside_the_line(commenter, posting, key, text):
    answer = say(commenter, posting, text, key)

    assert answer.status_code == 422
    assert answer.context["writing"].item.key == key
    assert answer.context["writing"].form["text"].value() == text
    assert not Comment.objects.exists()


def test_an_answer_that_cannot_be_is_refused_beside_its_comment(owner, commenter, posting, key):
    say(commenter, posting, key=key)
    answer = press(owner, posting, "answer", text="x" * 1001)

    assert answer.status_code == 422
    assert "x" * 1001 in answer.content.decode()
    assert '<details class="comment-reply" open>' in answer.content.decode()


def test_a_posting_has_so_many_comments_until_its_owner_deletes_one(owner, commenter, posting):
    Comment.objects.bulk_create(Comment(posting=posting, by="guest", text="x") for _ in range(COMMENTS_MAX))
    refused = say(commenter, posting)
    assert (refused.status_code, SAID in refused.content.decode()) == (422, True)
    assert "takes no more" in refused.content.decode()

    press(owner, posting, "delete")
    assert say(commenter, posting).status_code == 302


def test_comments_are_limited_and_the_text_is_given_back(commenter, posting, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"comment_each": "2/h/key"}
    answers = [say(commenter, posting, f"{SAID} {number}") for number in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert f"{SAID} 2" in answers[2].content.decode()


@pytest.mark.parametrize("field", ["text", "name"])
def test_hostile_words_are_inert(owner, posting, key, field):
    guest = through(posting, "comment", name=MARKER[:60] if field == "name" else "Jo", label=MARKER[:60])
    say(guest, posting, MARKER if field == "text" else SAID, key)
    press(guest, posting, "answer", text=MARKER)
    reworded(posting, key, MARKER)
    for client in (owner, guest):
        html = page(client, posting)
        assert not parsed(html).bad
        assert (MARKER if field == "text" else MARKER[:60]) in "".join(parsed(html).text)


# the line changes


def test_a_comment_on_a_changed_line_shows_the_words_it_was_about(owner, commenter, posting, key):
    before = texts(posting)[key]
    say(commenter, posting, key=key)
    assert "The line was changed since" not in page(owner, posting)
    reworded(posting, key, "Other words now.")

    shown = page(owner, posting)
    assert "The line was changed since. It was:" in shown
    assert f"<q><bdi>{before}</bdi></q>" in shown


def test_a_comment_on_a_removed_line_stays_with_its_words(owner, commenter, posting, key):
    before = texts(posting)[key]
    say(commenter, posting, key=key)
    edit(posting, lambda now: editing.remove(now.document, key))

    shown = page(owner, posting)
    assert "On lines that were removed" in shown
    assert f"<q><bdi>{before}</bdi></q>" in shown
    assert "Is this still so?" in shown


def test_a_comment_on_words_changed_meanwhile_is_sent_back(owner, commenter, posting, key):
    sent = {name: fields(commenter, posting, key)[name] for name in ("ticket", "on", "seen")}
    reworded(posting, key, "Other words now.")
    answer = commenter.post(url(posting), sent | {"text": SAID, "do": "add"})

    assert answer.status_code == 409
    assert not Comment.objects.exists()
    shown = Form(answer.content.decode()).fields
    assert (shown["on"], shown["seen"]) == (key, mark_of("Other words now."))
    assert SAID in answer.content.decode()
    assert say(commenter, posting, key=key).status_code == 302
    assert Comment.objects.get().about == "Other words now."


def test_a_comment_on_a_line_removed_meanwhile_comes_back_for_the_whole(commenter, posting, key):
    sent = {name: fields(commenter, posting, key)[name] for name in ("ticket", "on", "seen")}
    edit(posting, lambda now: editing.remove(now.document, key))
    answer = commenter.post(url(posting), sent | {"text": SAID, "do": "add"})

    assert answer.status_code == 409
    assert "was removed after you opened the page" in answer.content.decode()
    assert Form(answer.content.decode()).fields["on"] == ""
    assert SAID in answer.content.decode()


def test_an_owner_and_an_editor_on_one_line_both_keep_their_words(owner, link_editor, posting, key):
    theirs, mine = (form(client, posting) for client in (link_editor, owner))
    workshop = reverse("posting_workshop", args=[posting.pk])
    assert owner.post(workshop, mine.with_("save", **{f"text-{key}": "The owner's."})).status_code == 302
    clash = link_editor.post(workshop, theirs.with_("save", **{f"text-{key}": "Priya's."}))

    assert clash.status_code == 409
    assert "Priya&#x27;s." in clash.content.decode()
    assert texts(posting)[key] == "The owner's."


# to settle


def test_the_owner_resolves_and_opens_again(owner, commenter, posting, key):
    say(commenter, posting, key=key)
    press(owner, posting, "resolve")
    assert "No open comments" in page(owner, posting)
    assert "1 resolved comment" in page(commenter, posting)
    press(owner, posting, "reopen")
    assert "1 open comment" in page(owner, posting)


def test_an_editor_resolves_under_their_name(owner, commenter, link_editor, posting):
    say(commenter, posting)
    press(link_editor, posting, "resolve")

    assert Comment.objects.get().resolved_by == "Priya"
    assert "by <bdi>Priya</bdi>" in page(owner, posting)


@pytest.mark.parametrize(
    ("actor", "verbs"),
    [
        ("stranger", ["resolve", "reopen", "delete", "answer"]),
        ("consultant", ["resolve", "reopen", "delete", "answer"]),
        ("commenter", ["resolve", "reopen", "delete"]),
        ("link_editor", ["delete"]),
    ],
)
def test_nobody_settles_what_is_not_theirs_to_settle(request, owner, commenter, posting, actor, verbs):
    say(commenter, posting)
    before = list(Comment.objects.values())
    for verb in verbs:
        assert press(request.getfixturevalue(actor), posting, verb, text="x").status_code == 404

    assert list(Comment.objects.values()) == before


@pytest.mark.parametrize("verb", ["resolve", "reopen", "delete", "answer"])
def test_the_comment_of_another_posting_is_not_there(owner, posting, member, verb):
    comment = Comment.objects.create(posting=member.posting, by="owner", text="Theirs.")

    assert press(owner, posting, verb, comment, text="x").status_code == 404
    assert list(Comment.objects.values_list("text", "resolved_at")) == [("Theirs.", None)]


@pytest.mark.parametrize("do", ["", "x", "add:1", "resolve:", "resolve:x", "delete:" + "-" * 36, "answer:0"])
def test_a_button_of_no_page_is_404_or_refused(owner, commenter, posting, do):
    assert owner.post(url(posting), {"do": do, "text": "", "on": ""}).status_code in (404, 422)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("way", ["revoke", "cookies"])
def test_a_comment_sent_when_link_or_session_has_ended_is_given_back(commenter, posting, key, way):
    sent = {name: fields(commenter, posting, key)[name] for name in ("ticket", "on", "seen")}
    if way == "revoke":
        commenter.link.revoke()
    else:
        commenter.cookies.clear()
    answer = commenter.post(url(posting), sent | {"text": SAID, "do": "add"})

    assert answer.status_code == 404
    assert SAID in answer.content.decode()
    assert "Harbour Lane" not in answer.content.decode()
    assert not Comment.objects.exists()


def test_a_comment_refused_for_its_token_is_given_back(commenter, posting):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = commenter.cookies
    answer = strict.post(url(posting), {"text": SAID, "do": "add"})

    assert answer.status_code == 403
    assert SAID in answer.content.decode()


def test_ten_megabytes_are_refused(commenter, posting):
    assert commenter.post(url(posting), {"text": "x" * 10_000_000, "do": "add"}).status_code in (400, 413)


def test_the_page_costs_the_same_whatever_was_stated(owner, commenter, posting, key, django_assert_num_queries):
    for _ in range(2):
        for client in (owner, commenter):
            with django_assert_num_queries(4):
                client.get(url(posting))
        for number in range(3):
            say(commenter, posting, f"{SAID} {number}", key)
            press(owner, posting, "answer", text="Yes.")
