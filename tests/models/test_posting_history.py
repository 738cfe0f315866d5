from datetime import timedelta

import time_machine
from django.utils import timezone

from roles.core import codec, editing
from roles.models import Posting, PostingState, RoleVersion
from roles.models.posting_states import STATES_MAX
from tests import shipped


def reword(posting, text, number=0):
    key = list(posting.document.items())[number].key
    document = editing.reword(posting.document, key, text, stock=posting.stock, unlocked=True)
    return posting.save_revision(f"reword:{key}", document=document)


def first(posting):
    return next(Posting.objects.get(pk=posting.pk).document.items()).text


def test_each_save_makes_the_next_revision(posting):
    assert posting.revision == 1
    reword(posting, "One.")
    assert Posting.objects.get(pk=posting.pk).revision == 2
    assert first(posting) == "One."


def test_a_save_that_changes_nothing_is_none(posting):
    assert not posting.save_revision("reword:x", document=posting.document)
    assert posting.revision == 1
    assert not PostingState.objects.exists()


def test_undo_and_redo_go_through_all_that_was(posting):
    original = first(posting)
    posting.save_revision(
        "add:a", document=editing.add(posting.document, "responsibilities", "One.", stock=posting.stock)
    )
    reword(posting, "Two.")

    assert posting.undo().startswith("reword:")
    assert first(posting) == original
    assert posting.undo() == "add:a"
    assert posting.undo() is None
    assert posting.redo() == "add:a"
    assert posting.redo().startswith("reword:")
    assert posting.redo() is None
    assert first(posting) == "Two."
    assert Posting.objects.get(pk=posting.pk).revision == 7


def test_a_change_after_an_undo_takes_the_place_of_what_was_undone(posting):
    posting.save_revision(
        "add:a", document=editing.add(posting.document, "responsibilities", "One.", stock=posting.stock)
    )
    posting.undo()
    reword(posting, "Two.")

    assert posting.redo() is None
    assert posting.undo().startswith("reword:")
    assert posting.undo() is None


def test_typing_on_is_one_step_to_undo_and_a_pause_begins_the_next(posting):
    original = first(posting)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for words in ("W", "We", "We bake."):
            reword(posting, words)
            clock.shift(timedelta(seconds=2))
        assert posting.states.count() == 2
        clock.shift(timedelta(minutes=2))
        reword(posting, "We bake bread.")
    posting.undo()
    assert first(posting) == "We bake."
    posting.undo()
    assert first(posting) == original


def test_undo_brings_back_answers_and_version(posting, version):
    before = (posting.brief, posting.document, posting.title)
    other = RoleVersion.objects.latest_of("operations-director")
    new = shipped.brief("clinic-halifax")
    composed = editing.stock(other.template, new, version=other.number).composed
    posting.save_revision("switch:operations-director", document=composed, brief=new, version=other)
    assert Posting.objects.get(pk=posting.pk).company == new.company

    posting.undo()

    posting = Posting.objects.get(pk=posting.pk)
    assert (posting.brief, posting.document, posting.title) == before
    assert posting.version == version
    assert posting.company == before[0].company


def test_the_last_fifty_are_kept(posting):
    for number in range(STATES_MAX + 5):
        posting.save_revision(
            f"add:{number}",
            document=editing.add(
                posting.document, "responsibilities" if number % 2 else "skills", f"Line {number}.", stock=posting.stock
            ),
        )
    assert posting.states.count() == STATES_MAX
    assert sum(1 for _ in iter(posting.undo, None)) == STATES_MAX - 1


def test_new_answers_keep_the_owners_words_and_name_what_to_look_at(posting):
    stock = posting.stock
    key = next(item.key for item in posting.document.items() if "Harbour Lane" in item.text)
    posting.save_revision("reword", document=editing.reword(posting.document, key, "We are Harbour Lane.", stock=stock))

    look = posting.answer(codec.load(type(posting.brief), codec.dump(posting.brief) | {"company": "Quay"}))

    assert [item.text for item in look] == ["We are Harbour Lane."]
    assert posting.company == "Quay"
    assert "We are Harbour Lane." in [item.text for item in posting.document.items()]


def test_typing_on_after_an_undo_leaves_what_was_seen_to_go_back_to(posting):
    reword(posting, "Seen.")
    posting.save_revision("add:a", document=editing.add(posting.document, "skills", "One.", stock=posting.stock))
    posting.undo()
    reword(posting, "Typed on.")
    posting.undo()
    assert first(posting) == "Seen."
