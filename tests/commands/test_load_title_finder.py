"""What the finder and the comparison say is loaded once; after that it is the consultants'."""

from io import StringIO

import pytest
from django.core.management import call_command

from roles.core import codec, content
from roles.models import Answer, ComparisonRow, Passage, Question

pytestmark = pytest.mark.django_db


def load(**options):
    out = StringIO()
    call_command("load_content", stdout=out, **options)
    return out.getvalue()


def test_the_rows_state_what_the_files_state():
    finder = content.read_title_finder()
    assert Question.objects.to_values() == finder.questions
    assert Passage.objects.to_values() == finder.passages
    assert ComparisonRow.objects.to_values() == content.read_comparison()


@pytest.mark.parametrize(
    ("model", "field"),
    [(Question, "why"), (Passage, "text"), (ComparisonRow, "note")],
)
def test_a_consultants_edit_stays_until_changed_again(model, field):
    row = model.objects.first()
    shipped = getattr(row, field)
    model.objects.filter(pk=row.pk).update(**{field: "Better words."})

    assert f"{row.key}: edited here, left as it is" in load()
    assert getattr(model.objects.get(pk=row.pk), field) == "Better words."
    assert "1 updated" in load(overwrite=True)
    assert getattr(model.objects.get(pk=row.pk), field) == shipped


def test_a_weight_and_a_need_are_edits_too():
    answer = Answer.objects.get(question__key="missing", key="direction")
    answer.needs.clear()
    Answer.objects.filter(question__key="plan", key="needed").update(weight=1)

    said = load()

    assert "question missing: edited here" in said
    assert "question plan: edited here" in said


def test_new_words_reach_a_row_nobody_has_edited():
    old = Question.objects.get(key="plan")
    old.answers.filter(key="on-track").delete()
    old.loaded = codec.dump(old.to_value())
    old.save()

    assert "1 updated" in load()
    assert old.answers.filter(key="on-track").exists()


def test_the_questions_cost_three_queries_whatever_their_number(django_assert_num_queries):
    with django_assert_num_queries(3):
        Question.objects.to_values()
