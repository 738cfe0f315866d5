"""Two consultants at one row that has no page of rows of its own: needs, the finder, the posting law, the switches."""

import pytest
from django.forms import BaseModelForm
from django.urls import reverse

from roles.admin.locking import StaleSaveMixin
from roles.management.commands.quickstart import Command
from roles.models import ComparisonRow, Industry, Need, Passage, PostingRule, Question, ReviewRuleSwitch
from tests.conftest import signed_in
from tests.security.test_hostile_fields import Fields

# Of each model: one field, another, and what two people make of the first.
CASES = [
    (Need, "phrase", "key", "Theirs", "Mine"),
    (Industry, "phrase", "name", "theirs", "mine"),
    (Question, "text", "why", "Theirs?", "Mine?"),
    (Passage, "heading", "text", "Theirs", "Mine"),
    (ComparisonRow, "label", "note", "Theirs", "Mine"),
    (PostingRule, "note", "counts", "Theirs.", "Mine."),
    (ReviewRuleSwitch, "reason", "switched_off", "Theirs.", "Mine."),
]
each_model = pytest.mark.parametrize(
    ("model", "field", "other", "theirs", "mine"), CASES, ids=[case[0].__name__ for case in CASES]
)
LIST = "/admin/roles/reviewruleswitch/"


@pytest.fixture
def colleague(consultant, capsys):
    Command().make_account("colleague", superuser=False)
    return signed_in("colleague")


def page(model, *pk):
    return reverse(f"admin:roles_{model._meta.model_name}_{'change' if pk else 'add'}", args=pk)


def fields(response):
    """What a browser would send of a page."""
    return Fields(response.content.decode()).values


@pytest.fixture
def row(model, version):
    return model.objects.last()


@each_model
def test_the_second_sees_both_texts_and_overwrites_nothing(
    consultant, colleague, row, model, field, other, theirs, mine
):
    address = page(model, row.pk)
    opened = fields(consultant.get(address))
    assert colleague.post(address, fields(colleague.get(address)) | {field: theirs}).status_code == 302

    response = consultant.post(address, opened | {field: mine})

    assert response.status_code == 200
    assert getattr(model.objects.get(pk=row.pk), field) == theirs
    [conflict] = response.context["stale"].conflicts
    assert (conflict.theirs, conflict.yours) == (theirs, mine)
    assert response.context["stale"].entry.user == colleague.user
    assert "colleague saved this page" in response.content.decode()

    assert consultant.post(address, fields(response)).status_code == 302
    assert getattr(model.objects.get(pk=row.pk), field) == mine


@each_model
def test_changes_of_different_fields_are_both_kept(consultant, colleague, row, model, field, other, theirs, mine):
    address = page(model, row.pk)
    opened = fields(consultant.get(address))
    value = "on" if other == "switched_off" else "they-say"
    # A rule is switched off for a reason, which both see.
    both = {field: theirs} if other == "switched_off" else {}
    model.objects.filter(pk=row.pk).update(**{other: True if other == "switched_off" else value}, **both)

    response = consultant.post(address, opened | ({field: mine} if not both else {}))

    assert response.context["stale"].conflicts == []
    assert consultant.post(address, fields(response)).status_code == 302
    saved = model.objects.get(pk=row.pk)
    assert getattr(saved, field) == (theirs if both else mine)
    assert getattr(saved, other) in (value, True)


@each_model
def test_untouched_and_alone_a_page_saves_and_changes_nothing(consultant, row, model, field, other, theirs, mine):
    before = model.objects.filter(pk=row.pk).values().get()
    assert consultant.post(page(model, row.pk), fields(consultant.get(page(model, row.pk)))).status_code == 302
    assert model.objects.filter(pk=row.pk).values().get() == before


@each_model
@pytest.mark.parametrize("forged", [None, "", "x", "eyJ9:forged:sig"])
def test_without_what_it_was_made_from_a_page_overwrites_nothing(
    consultant, row, model, field, other, theirs, mine, forged
):
    before = getattr(row, field)
    sent = fields(consultant.get(page(model, row.pk))) | {field: mine, "opened": forged}
    response = consultant.post(page(model, row.pk), {name: value for name, value in sent.items() if value is not None})

    assert [conflict.yours for conflict in response.context["stale"].conflicts] == [mine]
    assert getattr(model.objects.get(pk=row.pk), field) == before


def test_what_another_page_was_made_from_is_none_for_this(consultant, version):
    first, second = Need.objects.all()[:2]
    sent = fields(consultant.get(page(Need, second.pk))) | {
        "opened": fields(consultant.get(page(Need, first.pk)))["opened"]
    }
    assert consultant.post(page(Need, second.pk), sent | {"phrase": "Mine"}).context["stale"].conflicts


def test_an_answer_both_reworded_shows_both(consultant, colleague, version):
    question = Question.objects.get(key="missing")
    answer, added = question.answers.first(), {"key": "added", "text": "Added", "position": 99}
    opened = fields(consultant.get(page(Question, question.pk)))
    question.answers.filter(pk=answer.pk).update(text="Theirs")
    question.answers.create(**added)

    response = consultant.post(
        page(Question, question.pk), opened | {"answers-0-text": "Mine", "answers-1-weight": "2"}
    )

    stale = response.context["stale"]
    [conflict] = stale.conflicts
    assert (conflict.theirs, conflict.yours, conflict.of.anchor) == ("Theirs", "Mine", f"answer-{answer.key}")
    assert f'id="answer-{answer.key}"' in response.content.decode()
    assert stale.notes == ["Added in the meantime: “Added”"]
    assert question.answers.get(pk=answer.pk).text == "Theirs"

    assert consultant.post(page(Question, question.pk), fields(response)).status_code == 302
    one, two = question.answers.all()[:2]
    assert (one.text, two.weight, question.answers.last().key) == ("Mine", 2, "added")


def test_a_changed_answer_deleted_meanwhile_comes_back_with_its_key(consultant, version):
    question = Question.objects.get(key="missing")
    answer = question.answers.first()
    opened = fields(consultant.get(page(Question, question.pk)))
    answer.delete()

    response = consultant.post(page(Question, question.pk), opened | {"answers-0-text": "Mine"})
    assert consultant.post(page(Question, question.pk), fields(response)).status_code == 302

    assert question.answers.get(key=answer.key).text == "Mine"


def test_two_at_the_list_of_rules_change_two_rules(consultant, colleague, version):
    one, two = ReviewRuleSwitch.objects.all()[:2]
    opened = fields(consultant.get(LIST)) | {"_save": "Save"}
    assert (
        colleague.post(
            page(ReviewRuleSwitch, one.pk),
            fields(colleague.get(page(ReviewRuleSwitch, one.pk))) | {"reason": "Theirs.", "switched_off": "on"},
        ).status_code
        == 302
    )

    assert consultant.post(LIST, opened | {"form-1-reason": "Mine."}).status_code == 302

    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.reason, one.switched_off, two.reason) == ("Theirs.", True, "Mine.")


def test_two_at_one_rule_of_the_list_see_both_reasons(consultant, colleague, version):
    first = ReviewRuleSwitch.objects.first()
    opened = fields(consultant.get(LIST)) | {"_save": "Save"}
    theirs = fields(colleague.get(LIST)) | {"_save": "Save", "form-0-reason": "Theirs."}
    assert colleague.post(LIST, theirs).status_code == 302

    response = consultant.post(LIST, opened | {"form-0-reason": "Mine.", "form-1-reason": "Mine, too."})

    assert response.status_code == 200
    assert ReviewRuleSwitch.objects.get(pk=first.pk).reason == "Theirs."
    [conflict] = response.context["stale"].conflicts
    assert (conflict.of.name, conflict.theirs, conflict.yours) == (str(first), "Theirs.", "Mine.")
    assert "colleague saved this page" in response.content.decode()

    assert consultant.post(LIST, fields(response) | {"_save": "Save"}).status_code == 302
    assert [row.reason for row in ReviewRuleSwitch.objects.all()[:2]] == ["Mine.", "Mine, too."]


@pytest.mark.parametrize("forged", ["", "x"])
def test_without_what_it_was_made_from_the_list_overwrites_nothing(consultant, version, forged):
    ReviewRuleSwitch.objects.update(reason="Kept.")
    sent = fields(consultant.get(LIST)) | {"_save": "Save", "opened": forged, "form-0-reason": "Mine."}

    assert len(consultant.post(LIST, sent).context["stale"].conflicts) == 1
    assert not ReviewRuleSwitch.objects.exclude(reason="Kept.").exists()


KEYED = [case[0] for case in CASES[:-1]]


@pytest.fixture
def checked_before_the_other_was_saved(monkeypatch):
    """The first check of what must be unique finds nothing: the other's row is not there yet."""
    check, calls = BaseModelForm.validate_unique, []

    def validate_unique(form):
        calls.append(form)
        if len(calls) > 1:
            check(form)

    monkeypatch.setattr(BaseModelForm, "validate_unique", validate_unique)
    return calls


@pytest.mark.parametrize("model", KEYED, ids=lambda model: model.__name__)
def test_one_key_taken_by_two_at_once_is_an_error_at_its_field(
    consultant, version, model, checked_before_the_other_was_saved
):
    total, taken = model.objects.count(), model.objects.last()
    sent = fields(consultant.get(page(model, taken.pk))) | {"answers-TOTAL_FORMS": "2", "answers-INITIAL_FORMS": "0"}
    for number, key in enumerate(("yes", "no")):
        sent |= {f"answers-{number}-{name}": value for name, value in (("text", key), ("key", key), ("weight", "0"))}

    response = consultant.post(page(model), sent)

    assert len([form for form in checked_before_the_other_was_saved if isinstance(form.instance, model)]) == 2
    assert response.status_code == 200
    assert "already exists" in response.context["adminform"].form.errors["key"][0]
    assert model.objects.count() == total


def test_a_row_deleted_while_it_is_saved_is_reported_as_gone(consultant, version, monkeypatch):
    row = Passage.objects.last()
    sent = fields(consultant.get(page(Passage, row.pk)))
    lock = StaleSaveMixin.lock

    def deleted_first(self, request, saved):
        Passage.objects.filter(pk=saved.pk).delete()
        lock(self, request, saved)

    monkeypatch.setattr(StaleSaveMixin, "lock", deleted_first)
    response = consultant.post(page(Passage, row.pk), sent, follow=True)

    assert "Perhaps it was deleted?" in response.content.decode()
