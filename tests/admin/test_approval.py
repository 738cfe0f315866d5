"""A request to publish is read line by line by a chosen colleague; what others edit elsewhere does not void it."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.urls import reverse

from roles.models import ComparisonRow, Edition, Need, PublishRequest, Release, RequestLine, Role, Statement
from roles.models.editions import Kind, published
from roles.models.releases import Shown, publish_drafts
from tests.conftest import signed_in


@pytest.fixture
def colleague(consultant, settings):
    from roles.management.commands.quickstart import Command

    settings.PUBLISH_NEEDS_APPROVAL = True
    Command(stdout=StringIO()).make_account("colleague", superuser=False)
    return signed_in("colleague")


@pytest.fixture
def role(version):
    for key, text in (("do-run-the-day", "Runs the day."), (other_key(), "Another statement.")):
        Statement.objects.filter(key=key).update(text=text)
    return Role.objects.get(pk=version.role_id)


def other_key():
    return Statement.objects.filter(section__key="skills", section__role__slug="director-of-operations").first().key


def ask_for_role(client, role, **more):
    url = reverse("admin:roles_role_publish", args=[role.pk])
    context = client.get(url).context
    client.post(url, {"after": context["last"].number, "draft": context["draft"], "note": "Spring"} | more)
    return PublishRequest.objects.first()


def ask_for_kind(client, kind="comparison", **more):
    url = reverse("admin:roles_edition_publish", args=[kind])
    draft = client.get(url).context["draft"]
    client.post(url, {"after": draft.number, "draft": draft.fingerprint} | more)
    return PublishRequest.objects.first()


def edit_comparison(label="Far sight"):
    ComparisonRow.objects.filter(key="horizon").update(label=label)


def page(asked):
    return reverse("admin:roles_request", args=[asked.pk])


def judged(asked, decision="save", comment="", **lines):
    """What the page sends; `lines` are (decision, comment) by the beginning of a line's key."""
    sent = {"decision": decision, "comment": comment}
    for line in asked.lines.all():
        verdict, words = next((said for key, said in lines.items() if key in line.key.replace("-", "_")), ("", ""))
        prefix = f"line-{line.pk}"
        sent |= {f"{prefix}-was": line.decision, f"{prefix}-decision": verdict or line.decision}
        sent[f"{prefix}-comment"] = words
    return sent


def is_public(label="Far sight"):
    return label in {row.label for row in published(Kind.COMPARISON)[Kind.COMPARISON]}


def test_the_chosen_reviewer_gets_an_email_that_leads_to_the_lines(consultant, colleague, role):
    asked = ask_for_role(consultant, role, reviewer=colleague.user.pk)

    assert [email.to for email in mail.outbox] == [[colleague.user.email]]
    assert page(asked) in mail.outbox[0].body
    shown = colleague.get(page(asked)).content.decode()
    assert "Waiting for you" in shown
    assert "Runs" in shown
    assert asked.lines.count() == 2
    assert "Waiting for colleague" in consultant.get(page(asked)).content.decode()


def test_lines_to_be_sent_back_lead_to_sending_the_request_back(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    assert "to be sent back" not in colleague.get(page(asked)).content.decode()

    colleague.post(page(asked), judged(asked, run_the_day=("sent_back", "Which day?")))
    assert "1 to be sent back" in colleague.get(page(asked)).content.decode()
    own = consultant.get(page(asked)).content.decode()
    assert "1 to be sent back" in own
    assert 'href="#decide"' not in own


def test_nothing_shared_is_public_without_a_colleague(consultant, colleague):
    edit_comparison()
    asked = ask_for_kind(consultant)
    assert not is_public()
    refused = consultant.post(page(asked), judged(asked, "approve"))
    assert refused.status_code == 422
    assert "Nobody approves" in refused.content.decode()
    colleague.post(page(asked), judged(asked, "approve"))

    assert is_public()
    closed = PublishRequest.objects.get()
    assert (closed.status, closed.decided_by, closed.edition.number) == ("approved", colleague.user, 2)
    assert mail.outbox[-1].to == [consultant.user.email]


def test_lines_are_commented_accepted_and_sent_back_one_by_one(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    lines = {"do_run_the_day": ("accepted", ""), other_key().replace("-", "_"): ("sent_back", "Name the tools.")}
    colleague.post(page(asked), judged(asked, **lines))
    assert sorted(asked.lines.values_list("decision", flat=True)) == ["accepted", "sent_back"]
    assert "Name the tools." in consultant.get(page(asked)).content.decode()
    assert "A line is sent back" in colleague.post(page(asked), judged(asked, "approve")).content.decode()
    consultant.post(page(asked), judged(asked, **{other_key().replace("-", "_"): ("", "Which ones?")}))
    colleague.post(page(asked), judged(asked, "send_back"))
    assert PublishRequest.objects.get().status == "sent_back"
    Statement.objects.filter(key=other_key()).update(text="Uses the two tools.")
    again = ask_for_role(consultant, role)

    by_key = {line.key: line for line in again.lines.all()}
    assert by_key["statement:do-run-the-day"].decision == "accepted"
    reworded = by_key[f"statement:{other_key()}"]
    assert reworded.decision == ""
    assert [comment.text for comment in reworded.comments.all()] == ["Name the tools.", "Which ones?"]
    colleague.post(page(again), judged(again, "approve"))
    assert role.versions.count() == 2


def test_edits_elsewhere_void_no_request_and_are_not_published_by_it(consultant, colleague, role, publish_kinds):
    asked = ask_for_role(consultant, role)
    unrelated = Statement.objects.filter(section__role=role).exclude(key__in=["do-run-the-day", other_key()]).first()
    Statement.objects.filter(pk=unrelated.pk).update(text="Half written")
    Need.objects.filter(key="direction").update(phrase="Cash is short")
    publish_kinds("needs")
    assert "has changed in the draft" not in colleague.get(page(asked)).content.decode()
    colleague.post(page(asked), judged(asked, "approve"))

    template = role.versions.first().template
    texts = {statement.key: statement.text for statement in template.statements()}
    assert (texts["do-run-the-day"], texts[unrelated.key]) == ("Runs the day.", unrelated.text)
    assert "Cash is short" in {need.phrase for need in template.needs}


def test_an_edit_of_a_line_that_was_asked_for_voids_the_request(consultant, colleague):
    edit_comparison()
    asked = ask_for_kind(consultant)
    edit_comparison("Nearer")
    assert "has changed in the draft" in colleague.get(page(asked)).content.decode()
    response = colleague.post(page(asked), judged(asked, "approve"))

    assert "It needs a new request" in response.content.decode()
    assert not is_public()


def test_two_reviewers_at_once_overwrite_no_decision(consultant, colleague, administrator, role):
    asked = ask_for_role(consultant, role)
    first = judged(asked, do_run_the_day=("accepted", ""))
    second = judged(asked, do_run_the_day=("sent_back", "Too short."))
    colleague.post(page(asked), first)
    response = administrator.post(page(asked), second)

    assert response.status_code == 422
    assert "has decided" in response.content.decode()
    assert "Too short." in response.content.decode()
    assert asked.lines.get(key="statement:do-run-the-day").decision == "accepted"


def test_a_comment_sent_twice_is_there_once(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    for _ in range(2):
        colleague.post(page(asked), judged(asked, do_run_the_day=("", "Shorter?")))

    assert asked.lines.get(key="statement:do-run-the-day").comments.count() == 1


def test_a_planned_request_is_public_at_its_moment_once_approved(consultant, colleague, time_machine):
    moment = (datetime.now(UTC) + timedelta(minutes=20)).replace(second=0, microsecond=0)
    edit_comparison()
    asked = ask_for_kind(consultant, public_from=moment.strftime("%Y-%m-%dT%H:%M"))
    colleague.post(page(asked), judged(asked, "approve"))
    assert Edition.objects.filter(kind="comparison").count() == 2
    assert not is_public()
    time_machine.move_to(moment)

    assert is_public()


def ask_for_both(client, role, **more):
    edit_comparison()
    url = reverse("admin:roles_release")
    context = client.get(url).context
    choices = [*context["kinds"], *context["roles"]]
    shown = {f"after-{one.key}": one.after for one in choices} | {f"draft-{one.key}": one.draft for one in choices}
    client.post(url, shown | {"kinds": ["comparison"], "roles": [role.slug], "note": "Spring"} | more)
    return list(PublishRequest.objects.order_by("pk"))


def test_drafts_to_be_released_together_are_approved_together(consultant, colleague, role):
    first, second = ask_for_both(consultant, role, reviewer=colleague.user.pk)
    assert not is_public()
    assert [email.subject.count("Comparison, Director of Operations") for email in mail.outbox] == [1]
    line = second.lines.first()
    colleague.post(page(second), judged(second, **{line.key.partition(":")[2].replace("-", "_"): ("sent_back", "Hm.")}))
    assert "A line is sent back" in colleague.post(page(first), judged(first, "approve")).content.decode()
    assert not is_public()
    line.refresh_from_db()
    line.decide("", by=None)
    colleague.post(page(first), judged(first, "approve"))

    assert is_public()
    assert role.versions.count() == 2
    assert set(PublishRequest.objects.values_list("status", flat=True)) == {"approved"}
    assert Release.objects.get().contents == ["Comparison", str(role)]


def test_one_sent_back_sends_back_what_would_be_released_with_it(consultant, colleague, role):
    first, _ = ask_for_both(consultant, role)
    colleague.post(page(first), judged(first, "send_back", comment="Later."))
    assert set(PublishRequest.objects.values_list("status", flat=True)) == {"sent_back"}
    ask_for_both(consultant, role)
    edit_comparison("Nearer")
    ask_for_kind(consultant)

    assert list(PublishRequest.objects.open().values_list("kind", "group")) == [("comparison", None)]
    consultant.post(page(PublishRequest.objects.open().get()), {"decision": "withdraw"})
    assert not PublishRequest.objects.open().exists()
    assert not is_public()


def test_a_line_of_another_request_is_not_decided(consultant, colleague, role):
    edit_comparison()
    asked, other = ask_for_role(consultant, role), ask_for_kind(consultant)
    line = other.lines.get()
    colleague.post(page(asked), {"decision": "save", f"line-{line.pk}-decision": "accepted", f"line-{line.pk}-was": ""})

    assert RequestLine.objects.get(pk=line.pk).decision == ""


def test_what_is_sent_too_long_comes_back_at_its_line(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    sent = judged(asked, do_run_the_day=("accepted", "x" * 1001))
    response = colleague.post(page(asked), sent)

    assert response.status_code == 422
    assert "at most 1000 characters" in response.content.decode()
    assert "x" * 1001 in response.content.decode()
    assert not asked.lines.exclude(decision="").exists()


def test_a_session_that_ended_hands_the_comment_back(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    sent = judged(asked, do_run_the_day=("", "Words worth keeping"))
    colleague.logout()
    response = colleague.post(page(asked), sent)

    assert response.status_code == 403
    assert "Words worth keeping" in response.content.decode()


def test_the_page_of_a_request_costs_the_same_with_any_comments(consultant, colleague, role, django_assert_num_queries):
    asked = ask_for_role(consultant, role)
    colleague.post(page(asked), judged(asked, do_run_the_day=("accepted", "The first")))
    with django_assert_num_queries(15):
        colleague.get(page(asked))
    for number in range(5):
        colleague.post(page(asked), judged(asked, do_run_the_day=("", f"Comment {number}")))
    with django_assert_num_queries(15):
        colleague.get(page(asked))


def test_a_line_sent_back_leads_to_where_it_is_edited(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    colleague.post(page(asked), judged(asked, "send_back", do_run_the_day=("sent_back", "For whom?")))
    statement = Statement.objects.get(key="do-run-the-day")
    place = f"{reverse('admin:roles_section_change', args=[statement.section_id])}#statement-{statement.key}"

    assert f'<a href="{place}">Edit it' in consultant.get(page(asked)).content.decode()


def test_a_version_of_a_request_is_planned_or_not_but_made_once(consultant, colleague, role):
    asked = ask_for_role(consultant, role)
    for _ in range(2):
        colleague.post(page(asked), judged(asked, "approve"))

    assert role.versions.count() == 2
    edit_comparison()
    publish_drafts({Kind.COMPARISON: Shown()})
    assert Edition.objects.filter(kind="comparison").count() == 2
