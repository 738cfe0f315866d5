"""The owners' review meets a consultant's words while they are written, in the preview and before publishing."""

import pytest
from django.db import connection
from django.urls import reverse

from roles.core.review import of_template
from roles.models import PublishRequest, ReviewRuleSwitch, Role, Statement

from .build import address, save

YOUNG = "You must be under 35, and run the day."


@pytest.fixture
def role(version):
    return Role.objects.get(pk=version.role_id)


@pytest.fixture
def flawed(role):
    """A role with a statement that must be fixed, in a size of business of which there is no example."""
    role.sections.get(key="skills").statements.create(
        key="do-young", text=YOUNG, focus="shared", position=99, headcount_min=499
    )
    return role


def page(client, role, name):
    return client.get(reverse(f"admin:roles_role_{name}", args=[role.pk])).content.decode()


def send(client, role, **more):
    return client.post(reverse("admin:roles_role_publish", args=[role.pk]), {"after": "1", "note": "New"} | more)


def review(client, section, text):
    return client.post(reverse("admin:roles_section_review", args=[section.pk]), {"text": text})


@pytest.mark.parametrize("name", ["preview", "publish"])
def test_what_every_owner_must_fix_is_listed_with_its_place(consultant, flawed, name):
    shown = page(consultant, flawed, name)
    section = flawed.sections.get(key="skills")

    assert f"{address(section)}#statement-do-young" in shown
    assert "Skills" in shown
    Statement.objects.filter(key="do-young").delete()
    assert "#statement-do-young" not in page(consultant, flawed, name)


def test_the_preview_counts_a_blank_as_the_owner_gets_it(consultant, role):
    section = role.sections.get(key="summary")
    section.heading = "In short, for [Company Name]"
    section.save()
    report = consultant.get(reverse("admin:roles_role_preview", args=[role.pk])).context["report"]

    assert not report.ready
    assert "blanks.blank" in [remark.finding.id for remark in report.remarks]


def test_it_is_not_published_until_it_is_mended_or_a_reason_given(consultant, flawed):
    answer = send(consultant, flawed)
    assert "Put it right, or say why it stays." in answer.content.decode()
    assert 'value="New"' in answer.content.decode()
    assert flawed.versions.count() == 1

    assert send(consultant, flawed, despite="The law of this trade asks it.").status_code == 302
    version = flawed.versions.first()
    assert (version.number, version.despite) == (2, "The law of this trade asks it.")
    log = consultant.get(reverse("admin:roles_role_history", args=[flawed.pk])).content.decode()
    assert "Despite the review: The law of this trade asks it." in log
    assert "The law of this trade asks it." in page(consultant, flawed, "versions")


def test_mended_it_is_published_without_a_reason(consultant, flawed):
    Statement.objects.filter(key="do-young").update(text="You run the day.")
    assert send(consultant, flawed).status_code == 302
    assert flawed.versions.first().despite == ""


def test_a_colleague_who_approves_sees_the_reason(consultant, administrator, flawed, settings):
    settings.PUBLISH_NEEDS_APPROVAL = True
    send(consultant, flawed)
    assert not PublishRequest.objects.exists()
    send(consultant, flawed, despite="The law asks it.")

    assert "The law asks it." in page(administrator, flawed, "publish")
    asked = PublishRequest.objects.get()
    decide = reverse("admin:roles_role_decide", args=[flawed.pk, asked.pk])
    administrator.post(decide, {"decision": "approve"})
    assert flawed.versions.first().despite == "The law asks it."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (YOUNG, "Must fix:"),
        ("Runs { reports_to }.", "“{ reports_to }” is a blank."),
        ("Runs {{ compny }}.", "Did you mean “company”?"),
        ("x" * 1001, "1,000 are allowed"),
    ],
)
def test_a_statement_is_reviewed_while_it_is_written(consultant, role, text, said):
    section = role.sections.get(key="skills")
    before = role.to_template()
    answer = review(consultant, section, text)

    assert said in answer.content.decode()
    assert role.to_template() == before


@pytest.mark.parametrize("text", ["", "You run the day."])
def test_of_plain_words_the_review_returns_nothing(consultant, role, text):
    assert "<li>" not in review(consultant, role.sections.first(), text).content.decode()


def test_the_review_of_a_section_that_is_gone_is_404(consultant, role):
    section = role.sections.first()
    url = reverse("admin:roles_section_review", args=[section.pk])
    section.delete()
    assert consultant.post(url, {"text": YOUNG}).status_code == 404


def test_a_saved_statement_that_must_be_fixed_is_named_without_script(consultant, role):
    section = role.sections.get(key="skills")
    save(consultant, section, **{"statements-0-text": YOUNG})
    shown = consultant.get(address(section)).content.decode()
    assert f"Owners would have to fix “{YOUNG}”" in shown


def test_a_draft_is_reviewed_once_and_before_its_role_is_locked(role, monkeypatch):
    """Colleagues wait while a role is locked, and a review takes a second. A rule switched off is another review."""
    section = role.sections.get(key="skills")
    statement = section.statements.create(key="do-new", text="You keep the plan.", focus="shared", position=99)
    depths, review_draft = [], of_template.must_fix

    def must_fix(*of_what):
        depths.append(len(connection.savepoint_ids))
        return review_draft(*of_what)

    monkeypatch.setattr(of_template, "must_fix", must_fix)
    outside = len(connection.savepoint_ids)
    role.publish(note="A plan", despite="")
    assert depths == [outside]
    role.publish(note="The same", despite="")
    assert depths == [outside]
    Statement.objects.filter(pk=statement.pk).update(text="You keep the calendar.")
    role.publish(note="A calendar", despite="")
    assert depths == [outside] * 2
    ReviewRuleSwitch.objects.filter(rule="age").update(switched_off=True, reason="Checked by hand.")
    role.publish(note="By other rules", despite="")
    assert depths == [outside] * 3
