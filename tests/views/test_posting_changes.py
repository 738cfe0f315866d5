"""The history page: who changed what and when; states are named and gone back to."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from roles.core import editing
from roles.models import NamedState, Posting
from roles.models.posting_states import NAMED_STATES_MAX, STATES_MAX
from roles.models.posting_steps import STEPS_MAX
from tests.conftest import locked, through
from tests.security.test_markers import MARKER, parsed
from tests.views.sheets import form, keys, texts


@pytest.fixture
def posting(owner):
    return owner.posting


def url(posting):
    return reverse("posting_history", args=[posting.pk])


def page(client, posting, query=""):
    return client.get(url(posting) + query).content.decode()


def entries(client, posting):
    return client.get(url(posting)).context["page"].object_list


def fresh(posting):
    return Posting.objects.get(pk=posting.pk)


def press(client, posting, verb, state, follow=False, **sent):
    sent = {"revision": fresh(posting).revision, "do": f"{verb}:{state}"} | sent
    return client.post(url(posting), sent, follow=follow)


def write(client, posting, text, number=0):
    key = keys(posting)[number]
    sent = form(client, posting).with_("save", **{f"text-{key}": text})
    client.post(reverse("posting_workshop", args=[posting.pk]), sent)


def first(posting):
    return texts(posting)[keys(posting)[0]]


def add(posting, number):
    now = locked(posting)
    section = "responsibilities" if number % 2 else "skills"
    now.save_revision(f"add:{number}", document=editing.add(now.document, section, f"Line {number}.", stock=now.stock))


def test_a_posting_nobody_has_changed_shows_how_it_was_made(owner, posting):
    shown = page(owner, posting)

    assert "The posting as first created." in shown
    assert "As it is now" in shown
    assert "Go back to this" not in shown


def test_each_change_is_shown_word_by_word_with_its_author(owner, link_editor, posting):
    write(owner, posting, "Bake bread.")
    write(link_editor, posting, "Bake rye bread.")

    newest, older, made = entries(owner, posting)
    [change] = newest.changes
    assert [(span.op, span.words) for span in change.spans] == [
        ("same", "Bake"),
        ("added", " rye"),
        ("same", " bread."),
    ]
    assert (newest.state.author, newest.state.link) == ("Priya", link_editor.link)
    assert (older.state.author, older.state.link, made.first) == ("", None, True)
    shown = page(owner, posting)
    assert "<b><bdi>Priya</bdi></b> edited through the link “<bdi>For Priya</bdi>”" in shown
    assert "<b>You</b>" in shown
    assert "<b>The owner</b>" in page(link_editor, posting)


def test_two_hands_that_type_on_one_line_at_once_are_two_entries(owner, link_editor, posting):
    with time_machine.travel(timezone.now(), tick=False):
        for client, text in ((owner, "One."), (owner, "One two."), (link_editor, "One two three."), (owner, "Four.")):
            write(client, posting, text)

    assert [entry.state.author for entry in entries(owner, posting)] == ["", "Priya", "", ""]
    write(through(posting, "edit", name="Ann", label="Another"), posting, "Five.")
    assert entries(owner, posting)[0].state.link.label == "Another"


def test_going_back_is_a_change_of_its_own_that_can_be_undone(owner, posting):
    made = first(posting)
    for text in ("One.", "Two."):
        write(owner, posting, text, number=0)
        write(owner, posting, f"{text} And more.", number=1)
    state = next(entry.state.revision for entry in entries(owner, posting) if entry.first)

    answer = press(owner, posting, "restore", state, follow=True)

    assert "The posting is as it was then." in answer.content.decode()
    assert first(posting) == made
    assert entries(owner, posting)[0].what == "going back to an earlier state"
    owner.post(reverse("posting_workshop", args=[posting.pk]), form(owner, posting).with_("undo"))
    assert first(posting) == "Two."


def test_going_back_brings_the_answers_and_the_title_back(owner, posting, answers):
    owner.post(reverse("posting_edit", args=[posting.pk]), answers | {"company": "Quay Bakery"})
    assert fresh(posting).company == "Quay Bakery"
    press(owner, posting, "restore", 1)

    assert (fresh(posting).company, fresh(posting).brief) == (posting.company, posting.brief)
    assert fresh(posting).document == posting.document


def test_going_back_sent_twice_is_done_once(owner, posting):
    write(owner, posting, "One.")
    shown = fresh(posting).revision
    for _ in range(2):
        assert press(owner, posting, "restore", 1, revision=shown).status_code == 302

    assert fresh(posting).revision == shown + 1


def test_going_back_from_a_page_that_has_grown_old_is_refused(owner, posting):
    write(owner, posting, "One.")
    shown = fresh(posting).revision
    write(owner, posting, "Two.", number=1)
    answer = press(owner, posting, "restore", 1, revision=shown)

    assert answer.status_code == 409
    assert "has changed since you opened this page" in answer.content.decode()
    assert first(posting) == "One."


def test_a_named_state_outlives_fifty_later_ones(owner, posting):
    made = fresh(posting).document
    answer = press(owner, posting, "name", 1, name="As sent to the board", follow=True)
    assert "It is called “As sent to the board” now" in answer.content.decode()
    for number in range(STATES_MAX + 3):
        add(posting, number)
    assert not posting.states.filter(revision=1).exists()

    shown = page(owner, posting, "?page=99")
    assert "<bdi>As sent to the board</bdi>" in shown
    press(owner, posting, "restore", 1)
    assert fresh(posting).document == made


def test_a_named_state_outlives_its_undoing_and_is_no_step_to_undo(owner, posting):
    write(owner, posting, "One.")
    press(owner, posting, "name", 2, name="With one")
    owner.post(reverse("posting_workshop", args=[posting.pk]), form(owner, posting).with_("undo"))
    assert entries(owner, posting)[1].undone
    add(posting, 1)

    newest, _, kept, _ = entries(owner, posting)
    assert (kept.name, kept.aside) == ("With one", True)
    assert [change.what for change in newest.changes] == ["added"]  # since the posting as it was made
    owner.post(reverse("posting_workshop", args=[posting.pk]), form(owner, posting).with_("undo"))
    assert fresh(posting).document == posting.document
    press(owner, posting, "restore", 2)
    assert first(posting) == "One."


def test_a_named_state_is_not_typed_on(owner, posting):
    with time_machine.travel(timezone.now(), tick=False):
        write(owner, posting, "One.")
        press(owner, posting, "name", 2, name="With one")
        write(owner, posting, "One two.")

    assert [(entry.name, entry.aside) for entry in entries(owner, posting)] == [
        ("", False),
        ("With one", False),
        ("", False),
    ]


def test_a_name_is_changed_and_removed(owner, posting):
    for name in ("One", "Two"):
        press(owner, posting, "name", 1, name=name)
    assert [state.name for state in NamedState.objects.all()] == ["Two"]
    press(owner, posting, "unname", 1)
    assert not NamedState.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 81, "a\u202eb"])
def test_a_name_that_cannot_be_is_refused_beside_its_state(owner, posting, name):
    answer = press(owner, posting, "name", 1, name=name)

    assert answer.status_code == 422
    [entry] = answer.context["page"].object_list
    assert entry.form["name"].value() == name
    assert entry.form.errors
    assert not NamedState.objects.exists()


def test_a_posting_has_so_many_named_states(owner, posting):
    NamedState.objects.bulk_create(
        NamedState(
            posting=posting,
            revision=number + 100,
            version=posting.version,
            name="x",
            made_at=timezone.now(),
            data={"brief": posting.brief_data, "document": posting.document_data},
        )
        for number in range(NAMED_STATES_MAX)
    )
    assert press(owner, posting, "name", 1, name="One more").status_code == 422
    assert press(owner, posting, "name", 100, name="Another name").status_code == 302


def test_an_editor_goes_back_and_names_nothing(link_editor, owner, posting):
    made = first(posting)
    write(owner, posting, "One.")
    assert press(link_editor, posting, "name", 1, name="Mine").status_code == 404
    assert "Name this state" not in page(link_editor, posting)

    assert press(link_editor, posting, "restore", 1).status_code == 302
    assert first(posting) == made
    assert entries(owner, posting)[0].state.author == "Priya"


@pytest.mark.parametrize("actor", ["stranger", "commenter", "consultant"])
@pytest.mark.parametrize("verb", ["restore", "name", "unname"])
def test_nobody_else_reads_or_changes_the_history(request, owner, posting, actor, verb):
    write(owner, posting, "One.")
    client = request.getfixturevalue(actor)

    assert client.get(url(posting)).status_code == 404
    assert press(client, posting, verb, 1, name="x").status_code == 404
    assert first(posting) == "One."
    assert not NamedState.objects.exists()


@pytest.mark.parametrize("do", ["", "restore", "restore:x", "restore:99", "restore:-1", "name:" + "9" * 40, "x:1"])
def test_a_state_or_a_button_that_is_not_there_is_404(owner, posting, do):
    assert owner.post(url(posting), {"do": do, "revision": 1, "name": ""}).status_code == 404


def test_a_name_typed_when_the_session_has_ended_is_given_back(owner, posting):
    owner.cookies.clear()
    answer = press(owner, posting, "name", 1, name="As sent to the board")

    assert answer.status_code == 404
    assert "As sent to the board" in answer.content.decode()


def test_hostile_words_are_inert(owner, posting):
    guest = through(posting, "edit", name=MARKER[:60], label=MARKER[:60])
    write(guest, posting, MARKER)
    press(owner, posting, "name", fresh(posting).present, name=MARKER[:80])
    html = page(owner, posting)

    assert not parsed(html).bad
    assert "".join(parsed(html).text).count(MARKER[:60]) >= 4


def test_the_page_costs_the_same_whatever_the_number_of_states(owner, posting, django_assert_num_queries):
    for number in (0, 25):
        for place in range(number):
            with time_machine.travel(timezone.now() + timedelta(minutes=place)):
                add(posting, place)
            if place % 3 == 0:
                press(owner, posting, "name", fresh(posting).present, name=f"State {place}")
        with django_assert_num_queries(7):
            owner.get(url(posting))
        with django_assert_num_queries(7):
            owner.get(url(posting) + "?page=2")


def test_undo_and_redo_are_entries_with_who_and_what(owner, link_editor, posting):
    made = first(posting)
    write(owner, posting, "Bake bread.")
    for client, do in ((link_editor, "undo"), (owner, "redo"), (owner, "undo")):
        client.post(reverse("posting_workshop", args=[posting.pk]), form(client, posting).with_(do))
    write(owner, posting, "Bake cake.")  # what was undone can no longer be redone: the entries stay

    _, undone, redone, first_undone, made_entry = entries(owner, posting)
    assert [entry.what for entry in (undone, redone, first_undone)] == [
        "undid: rewording",
        "did again: rewording",
        "undid: rewording",
    ]
    assert [entry.state.author for entry in (undone, redone, first_undone)] == ["", "", "Priya"]
    assert made_entry.first
    words = ["".join(span.words for span in redone.changes[0].spans if span.op != op) for op in ("added", "removed")]
    assert words == [made, "Bake bread."]
    shown = page(owner, posting)
    assert "Undid: rewording" in shown
    assert shown.count("Go back to this") == 1


def test_as_many_undos_are_kept_as_states(owner, posting):
    add(posting, 1)
    for number in range(STEPS_MAX + 4):
        now = locked(posting)
        now.redo() if number % 2 else now.undo()

    assert posting.steps.count() == STEPS_MAX
    assert posting.steps.last().revision == fresh(posting).revision
