from io import StringIO

import pytest
from django.core.management import call_command

from roles.import_export.loading import own_part
from roles.models import (
    ComparisonRow,
    Industry,
    Need,
    Passage,
    PostingRule,
    Question,
    ReviewRuleSwitch,
    Role,
    RoleVersion,
    Statement,
)
from roles.models.editions import Kind, published
from roles.models.vocabulary import MODELS

pytestmark = pytest.mark.django_db


def load(**options):
    out = StringIO()
    call_command("load_content", stdout=out, **options)
    return out.getvalue()


def test_run_again_it_changes_nothing_and_reports_it():
    versions = RoleVersion.objects.count()

    said = load(publish=True)

    kept = (*MODELS.values(), Question, Passage, ComparisonRow, PostingRule, ReviewRuleSwitch, Role)
    rows = sum(model.objects.count() for model in kept)
    assert said.split() == [str(rows), "unchanged"]
    assert RoleVersion.objects.count() == versions


def test_a_consultants_edit_stays():
    statement = Statement.objects.first()
    Statement.objects.filter(pk=statement.pk).update(text="Better words.")

    said = load(publish=True)

    statement.refresh_from_db()
    assert statement.text == "Better words."
    assert "edited here, left as it is" in said


def test_reported_to_it_overwrites_the_edit_and_publishes():
    statement = Statement.objects.first()
    Statement.objects.filter(pk=statement.pk).update(text="Better words.")
    Need.objects.filter(key="direction").update(phrase="Where to?")

    said = load(overwrite=True, publish=True)

    assert Statement.objects.get(pk=statement.pk).text == statement.text
    assert Need.objects.get(key="direction").phrase != "Where to?"
    assert "2 updated" in said
    assert "published as version 2" in said


def test_newly_shipped_words_reach_a_role_nobody_has_edited():
    role = Role.objects.get(slug="operations-director")
    Statement.objects.filter(section__role=role, section__key="success").delete()
    role.loaded = own_part(role.to_template())
    role.save()

    said = load()

    assert "1 updated" in said
    assert role.sections.get(key="success").statements.exists()


@pytest.mark.parametrize("model", [Need, Industry])
def test_new_shipped_words_reach_a_row_nobody_has_edited(model):
    row = model.objects.first()
    shipped = row.phrase
    model.objects.filter(pk=row.pk).update(phrase="Older words", loaded={**row.loaded, "phrase": "Older words"})

    assert "1 updated" in load()

    row.refresh_from_db()
    assert (row.phrase, row.loaded["phrase"]) == (shipped, shipped)


@pytest.mark.parametrize("changed", [False, True])
def test_new_shipped_needs_are_published_unless_an_edit_waits(publish_kinds, changed):
    old = Need.objects.get(key="direction")
    shipped = old.phrase
    Need.objects.filter(pk=old.pk).update(phrase="Older words", loaded={**old.loaded, "phrase": "Older words"})
    publish_kinds("needs")
    if changed:
        Need.objects.filter(pk=Need.objects.exclude(pk=old.pk).last().pk).update(phrase="Where to?")

    load(publish=True)

    public = {need.key: need.phrase for need in published(Kind.NEEDS)[Kind.NEEDS]}
    assert public["direction"] == ("Older words" if changed else shipped)


def test_a_need_edited_here_stays():
    Need.objects.filter(key="direction").update(phrase="Where to?")

    assert "edited here, left as it is" in load()

    assert Need.objects.get(key="direction").phrase == "Where to?"


def test_both_titles_are_loaded_with_their_questions():
    assert Role.objects.count() == 2
    assert not Statement.objects.filter(section__key="responsibilities", question="").exists()
