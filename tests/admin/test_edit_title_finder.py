"""Consultants keep the finder and the comparison: what cannot work is refused at its field."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from roles.models import Answer, ComparisonRow, Passage, Question

from .build import signed


def save_question(client, question, **changes):
    answers = list(question.answers.all())
    data = {
        "text": question.text,
        "key": question.key,
        "why": question.why,
        "tie_breaker": "on" if question.tie_breaker else "",
        "answers-TOTAL_FORMS": len(answers),
        "answers-INITIAL_FORMS": len(answers),
    }
    for number, answer in enumerate(answers):
        data |= {
            f"answers-{number}-{name}": value
            for name, value in (
                ("id", answer.pk),
                ("question", question.pk),
                ("text", answer.text),
                ("key", answer.key),
                ("weight", answer.weight),
                ("flag", answer.flag),
                ("needs", [need.pk for need in answer.needs.all()]),
                ("position", answer.position),
            )
        }
    page = reverse("admin:roles_question_change", args=[question.pk])
    return client.post(page, data | signed(client, page) | changes)


@pytest.fixture
def question(db):
    return Question.objects.get(key="missing")


def test_untouched_it_saves_and_changes_nothing(consultant, question):
    before = question.to_value()

    assert save_question(consultant, question).status_code == 302
    assert Question.objects.get(pk=question.pk).to_value() == before


def test_a_new_weight_counts_once_it_is_published(consultant, stranger, question, publish_kinds):
    save_question(consultant, question, **{"answers-0-weight": "1"})

    assert "The score: +3" in stranger.get("/which-role/?missing=direction").content.decode()
    publish_kinds("finder")
    assert "The score: +1" in stranger.get("/which-role/?missing=direction").content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("weight", "4"), ("weight", "-4"), ("key", "not a slug"), ("flag", "moon"), ("text", "")]
)
def test_a_bad_answer_is_refused_at_its_field(consultant, question, field, value):
    response = save_question(consultant, question, **{f"answers-0-{field}": value})

    assert response.status_code == 200
    assert field in response.context["inline_admin_formsets"][0].formset.forms[0].errors


@pytest.mark.parametrize(
    "broken", [{"weight": 4}, {"key": "unsure"}, {"flag": "moon"}, {"key": "running"}], ids=lambda item: str(item)
)
def test_the_database_refuses_it_too(question, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(question=question, key="direction").update(**broken)


def test_the_page_costs_the_same_whatever_the_number_of_answers(consultant, question, django_assert_max_num_queries):
    for number in range(10):
        Answer.objects.create(question=question, key=f"more-{number}", text="More")
    with django_assert_max_num_queries(10):
        consultant.get(reverse("admin:roles_question_change", args=[question.pk]))


def test_a_verdicts_passage_keeps_the_verdicts_key(consultant):
    passage = Passage.objects.get(key="between")
    data = {"heading": passage.heading, "kind": "verdict", "key": "in-between", "text": passage.text}
    page = reverse("admin:roles_passage_change", args=[passage.pk])

    response = consultant.post(page, data | signed(consultant, page))

    assert "key" in response.context["adminform"].form.errors


def test_a_new_verdicts_passage_has_the_key_of_a_verdict(consultant, db):
    data = {"heading": "Neither", "kind": "verdict", "key": "perhaps", "text": "Wait."}
    response = consultant.post(reverse("admin:roles_passage_add"), data)

    assert "The key of a result is one of" in response.context["adminform"].form.errors["key"][0]
    assert not Passage.objects.filter(key="perhaps").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"strategic": ""}, "strategic"), ({"short_strategic": ""}, "short_strategic"), ({"kind": "caveat"}, "text")],
)
def test_a_row_that_cannot_be_shown_is_refused_at_its_field(consultant, changes, field):
    row = ComparisonRow.objects.get(key="horizon")
    names = ("label", "key", "kind", "strategic", "operational", "text", "short_strategic", "short_operational")
    data = {name: getattr(row, name) for name in (*names, "short_text", "note")}

    page = reverse("admin:roles_comparisonrow_change", args=[row.pk])
    response = consultant.post(page, data | signed(consultant, page) | changes)

    assert field in response.context["adminform"].form.errors
    assert ComparisonRow.objects.get(pk=row.pk).strategic == row.strategic


def test_each_field_of_an_answer_has_its_label(consultant, db):
    question = Question.objects.get(key="missing")
    page = consultant.get(reverse("admin:roles_question_change", args=[question.pk])).content.decode()

    for number in range(question.answers.count()):
        for name in ("text", "key", "weight", "flag", "position"):
            assert f'<label class="{"visually-hidden" if name in ("text", "position") else "rows-label"}"' in page
            assert f'for="id_answers-{number}-{name}"' in page


def test_an_answers_typed_number_is_its_place(consultant, db):
    question = Question.objects.get(key="missing")
    answers = list(question.answers.all())
    data = {"text": question.text, "key": question.key, "why": question.why, "tie_breaker": "on"}
    data |= {"answers-TOTAL_FORMS": len(answers), "answers-INITIAL_FORMS": len(answers)}
    for number, answer in enumerate(answers):
        fields = {"id": answer.pk, "text": answer.text, "key": answer.key, "weight": answer.weight}
        fields |= {"flag": answer.flag, "needs": [need.pk for need in answer.needs.all()], "position": number + 1}
        data |= {f"answers-{number}-{name}": value for name, value in fields.items()}
    data["answers-2-position"] = 1

    page = reverse("admin:roles_question_change", args=[question.pk])
    response = consultant.post(page, data | signed(consultant, page))

    assert response.status_code == 302
    assert list(question.answers.all()) == [answers[2], answers[0], answers[1]]


def passage_page(client, page, data=None):
    return (client.post(page, data) if data else client.get(page)).content.decode()


def test_a_verdicts_passage_is_not_deleted_and_the_page_states_why(consultant, db):
    passage = Passage.objects.get(key="between")
    page = reverse("admin:roles_passage_delete", args=[passage.pk])
    chosen = {"action": "delete_selected", "_selected_action": [passage.pk], "post": "yes"}

    for answer in (
        passage_page(consultant, page),
        passage_page(consultant, page, {"post": "yes"}),
        passage_page(consultant, reverse("admin:roles_passage_changelist"), chosen),
    ):
        assert "Nothing is deleted. The title finder shows a result with each of these passages" in answer
    assert Passage.objects.filter(pk=passage.pk).exists()


def test_another_passage_can_be_deleted(consultant, db):
    passage = Passage.objects.exclude(kind="verdict").first()
    consultant.post(reverse("admin:roles_passage_delete", args=[passage.pk]), {"post": "yes"})

    assert not Passage.objects.filter(pk=passage.pk).exists()


def test_a_verdicts_passage_stays_one(consultant, db):
    passage = Passage.objects.get(key="between")
    other = Passage.objects.exclude(kind="verdict").first().kind
    page = reverse("admin:roles_passage_change", args=[passage.pk])
    data = {"heading": "Typed", "kind": other, "key": passage.key, "text": passage.text}
    form = consultant.post(page, data | signed(consultant, page)).context["adminform"].form

    assert form.errors["kind"] == ["Visitors get this as a result: leave it as it is, and add another."]
    assert form["heading"].value() == "Typed"


def test_a_question_of_one_answer_is_refused_as_an_import_would(consultant, question):
    before = question.to_value()
    deleted = {f"answers-{number}-DELETE": "on" for number in range(1, question.answers.count())}
    response = save_question(consultant, question, why="Typed", **deleted)

    assert "A question needs two answers or more. Add one, or delete one less." in response.content.decode()
    assert response.context["adminform"].form["why"].value() == "Typed"
    assert Question.objects.get(pk=question.pk).to_value() == before


def test_a_new_question_without_answers_is_refused(consultant, db):
    data = {"text": "New?", "key": "new", "why": "x", "answers-TOTAL_FORMS": 0, "answers-INITIAL_FORMS": 0}
    response = consultant.post(reverse("admin:roles_question_add"), data)

    assert "A question needs two answers or more." in response.content.decode()
    assert not Question.objects.filter(key="new").exists()
