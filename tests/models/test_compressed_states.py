"""The states of a posting, stored compressed; and the migration that converts those of 1.0.0."""

import json
from importlib import import_module
from random import Random

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.db.models.functions import Length

from roles.core import editing
from roles.models import PostingState
from roles.models.posting_states import STATES_BYTES_MAX
from tests.conftest import locked

migration = import_module("roles.migrations.0005_compress_states")


@pytest.fixture
def history(posting):
    """A posting with three states."""
    for number in range(2):
        add(posting, number, f"Line {number}: Zoë’s 👩🏽‍🍳 \\.")
    return posting


def add(posting, number, text):
    document = editing.add(posting.document, "skills", text, stock=posting.stock)
    posting.save_revision(f"add:{number}", document=document)


def contents(posting):
    return [(state.revision, *state.content, state.document, state.brief) for state in posting.states.all()]


class Editor:
    connection = connection


def test_states_go_back_to_the_shape_of_1_0_0_and_forward_again_unchanged(history, monkeypatch):
    before = contents(history)
    monkeypatch.setattr(migration, "BATCH", 2)

    migration.expand(apps, Editor)
    assert set(PostingState.objects.values_list("data", flat=True)) == {None}
    assert contents(history) == before
    assert history.undo() == "add:1"  # before they are converted they are read as they are

    migration.compress(apps, Editor)
    assert not PostingState.objects.filter(data=None).exists()
    assert not PostingState.objects.filter(document_data__isnull=False).exists()
    assert contents(history) == before
    assert locked(history).undo() == "add:0"


def test_a_migration_that_was_interrupted_goes_on(history, monkeypatch):
    migration.expand(apps, Editor)
    before = contents(history)
    monkeypatch.setattr(migration, "BATCH", 1)
    save, saved = migration._save, []

    def killed(states):
        if saved:
            raise KeyboardInterrupt
        saved.extend(states)
        save(states)

    monkeypatch.setattr(migration, "_save", killed)
    with pytest.raises(KeyboardInterrupt):
        migration.compress(apps, Editor)
    assert PostingState.objects.filter(data=None).count() == 2
    monkeypatch.setattr(migration, "_save", save)

    migration.compress(apps, Editor)

    assert not PostingState.objects.filter(data=None).exists()
    assert contents(history) == before


def test_a_state_is_a_fraction_of_its_text(history):
    packed = sum(PostingState.objects.values_list(Length("data"), flat=True))
    plain = sum(len(json.dumps(state.data)) for state in history.states.all())

    assert packed * 3 < plain


def test_states_come_back_from_a_dump(history):
    before = contents(history)
    dump = serializers.serialize("json", PostingState.objects.all())
    PostingState.objects.all().delete()

    for state in serializers.deserialize("json", dump):
        state.save()

    assert contents(history) == before


def test_the_states_of_a_posting_hold_few_bytes_and_one_step_to_undo(posting, monkeypatch):
    """Texts that do not compress, as somebody who fills a disk would send them."""
    letters, random = [chr(code) for code in range(0x20000, 0x2A6D0)], Random(1)
    for number in range(12):
        add(posting, number, "".join(random.choices(letters, k=600)))
    largest = max(PostingState.objects.values_list(Length("data"), flat=True))
    monkeypatch.setattr("roles.models.posting_states.STATES_BYTES_MAX", 3 * largest)
    add(posting, "last", "A line.")

    assert sum(posting.states.values_list(Length("data"), flat=True)) <= 3 * largest
    assert posting.states.count() == 3
    monkeypatch.setattr("roles.models.posting_states.STATES_BYTES_MAX", 1)
    add(posting, "more", "Another line.")
    assert posting.states.count() == 2
    assert posting.undo() == "add:more"
    assert 12 * largest < STATES_BYTES_MAX
