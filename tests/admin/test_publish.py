"""Publishing shows what will change, names why it cannot yet, and happens once."""

import pytest
from django.test import Client
from django.urls import reverse

from roles.models import PublishRequest, Role, RoleVersion, Section, Statement
from tests.conftest import signed_in
from tests.security.test_markers import MARKER, parsed


@pytest.fixture
def role(version):
    return Role.objects.get(pk=version.role_id)


@pytest.fixture
def edited(role):
    """The role with one statement reworded, one moved, one removed and one added."""
    section = role.sections.get(key="skills")
    first, second, third, *_ = section.statements.all()
    Statement.objects.filter(pk=first.pk).update(text="Juggling, for {{ company }}.")
    Statement.objects.filter(pk=second.pk).update(section=role.sections.get(key="preferred"), position=99)
    third.delete()
    section.statements.create(key="do-new", text="A new one.", focus="shared", position=99)
    return role


@pytest.fixture
def colleague(consultant):
    from io import StringIO

    from roles.management.commands.quickstart import Command

    Command(stdout=StringIO()).make_account("colleague", superuser=False)
    return signed_in("colleague")


@pytest.fixture
def approval(settings):
    settings.PUBLISH_NEEDS_APPROVAL = True


def address(role, name="publish", *more):
    return reverse(f"admin:roles_role_{name}", args=[role.pk, *more])


def page_of(client, role):
    response = client.get(address(role))
    assert response.status_code == 200
    return response.content.decode()


def form_of(client, role, **changes):
    context = client.get(address(role)).context
    after = context["last"].number if context["last"] else 0
    return {"after": after, "draft": context["draft"], "note": "First edits"} | changes


def log_of(client, role):
    return client.get(reverse("admin:roles_role_history", args=[role.pk])).content.decode()


def test_what_will_change_is_shown_first(consultant, edited):
    page = page_of(consultant, edited)

    assert "Reworded" in page
    assert '<del><span class="sign" aria-hidden="true">−</span>' in page
    assert "Juggling" in page
    assert "Moved</span> from “Skills" in page
    assert "A new one." in page
    assert edited.versions.count() == 1


def test_published_it_is_in_the_log_with_what_changed(consultant, edited):
    response = consultant.post(address(edited), form_of(consultant, edited), follow=True)

    published = edited.versions.first()
    assert (published.number, published.note, published.published_by) == (2, "First edits", consultant.user)
    assert "is published as version 2" in response.content.decode()
    log = log_of(consultant, edited)
    assert "Published version 2. First edits" in log
    assert "do-new added" in log
    assert "reworded" in log


def test_a_double_click_makes_one_version_and_reports_it(consultant, edited):
    form = form_of(consultant, edited)
    consultant.post(address(edited), form)
    response = consultant.post(address(edited), form)

    assert edited.versions.count() == 2
    assert "Version 2 was published after you opened this page" in response.content.decode()


def test_a_draft_edited_meanwhile_is_shown_again_and_the_note_is_kept(consultant, edited):
    form = form_of(consultant, edited)
    Statement.objects.filter(key="do-new").update(text="Another one.")
    response = consultant.post(address(edited), form)

    assert "The draft has changed meanwhile" in response.content.decode()
    assert 'value="First edits"' in response.content.decode()
    assert edited.versions.count() == 1


@pytest.mark.parametrize("form", [{}, {"after": "1"}, {"note": "Again"}])
def test_nothing_is_published_when_nothing_has_changed(consultant, role, form):
    assert "Nothing has changed since version 1" in page_of(consultant, role)
    assert "Nothing has changed since version 1" in consultant.post(address(role), form).content.decode()
    assert role.versions.count() == 1


def test_an_incomplete_draft_is_refused_and_each_reason_leads_to_its_field(consultant, role):
    empty = Section.objects.create(role=role, key="empty", heading="Empty", position=99)
    wrong = Statement.objects.get(key="do-run-the-day")
    Statement.objects.filter(pk=wrong.pk).update(text="{{ compny }} runs.", focus="shared")

    response = consultant.post(address(role), {"after": "1"})
    page = response.content.decode()

    assert "Empty has no statement" in page
    assert f'href="/admin/roles/section/{empty.pk}/change/"' in page
    assert f'href="/admin/roles/section/{wrong.section_id}/change/#statement-do-run-the-day"' in page
    assert "Did you mean “company”?" in page
    assert "Responsibilities, do-run-the-day, focus should be strategic or operational" in page
    assert "Publish the" not in page
    assert role.versions.count() == 1


def test_a_mistake_of_the_role_itself_leads_to_the_role(consultant, role):
    Role.objects.filter(pk=role.pk).update(tagline=" ")

    assert f"/admin/roles/role/{role.pk}/change/#id_tagline" in page_of(consultant, role)


def test_a_first_version_needs_nothing_to_be_compared_with(consultant, role):
    RoleVersion.objects.filter(role=role)._raw_delete("default")

    page = page_of(consultant, role)
    assert "first version." in page
    consultant.post(address(role), form_of(consultant, role))
    assert role.versions.get().number == 1


@pytest.mark.parametrize(
    "form",
    [
        {"note": "x" * 301},
        {"note": "a\0b"},
        {"after": "x"},
        {"after": "9" * 40},
        {"draft": "x" * 1000},
        {"after": "-1"},
    ],
)
def test_what_no_form_of_ours_sends_is_refused(consultant, edited, form):
    response = consultant.post(address(edited), form_of(consultant, edited, **form))

    assert response.status_code == 200
    assert edited.versions.count() == 1


@pytest.mark.parametrize("pk", [999999, 10**30])
@pytest.mark.parametrize("name", ["publish", "versions", "compare", "export"])
def test_a_role_that_is_not_there_is_404(consultant, name, pk):
    assert consultant.get(reverse(f"admin:roles_role_{name}", args=[pk])).status_code == 404


def test_the_page_costs_the_same_whatever_changed(consultant, edited, django_assert_max_num_queries):
    with django_assert_max_num_queries(18):
        consultant.get(address(edited))


def test_a_hostile_text_comes_out_as_typed(consultant, role):
    text = "{% if remote %}" + MARKER.replace("{{7*7}}{% include 'x' %}", "") + "{% endif %}Words"
    Statement.objects.filter(section__role=role, section__key="skills").update(text=text, question=MARKER)
    page = page_of(consultant, role)

    assert not parsed(page).bad
    assert "<img src=x" not in page


def test_with_approval_a_colleague_publishes_what_was_asked_for(consultant, colleague, edited, approval):
    consultant.post(address(edited), form_of(consultant, edited))
    asked = PublishRequest.objects.get()
    assert edited.versions.count() == 1

    decide = address(edited, "decide", asked.pk)
    assert "Approve and publish" not in page_of(consultant, edited)
    assert "Nobody approves" in consultant.post(decide, {"decision": "approve"}).content.decode()
    assert edited.versions.count() == 1

    assert "Approve and publish" in page_of(colleague, edited)
    colleague.post(decide, {"decision": "approve"})
    published = edited.versions.first()
    assert (published.number, published.published_by, published.snapshot) == (2, colleague.user, asked.snapshot)
    log = log_of(consultant, edited)
    assert "Asked for the draft to be published. First edits" in log
    assert "Published version 2." in log


def test_not_even_an_administrator_publishes_alone(administrator, edited, approval):
    administrator.post(address(edited), form_of(administrator, edited))
    asked = PublishRequest.objects.get()
    administrator.post(address(edited, "decide", asked.pk), {"decision": "approve"})

    assert edited.versions.count() == 1


def test_a_changed_draft_is_not_approved_and_can_be_asked_for_again(consultant, colleague, edited, approval):
    consultant.post(address(edited), form_of(consultant, edited))
    asked = PublishRequest.objects.get()
    Statement.objects.filter(key="do-new").update(text="Another one.")

    page = page_of(colleague, edited)
    assert "The draft has changed since" in page
    assert "Approve and publish" not in page
    refused = colleague.post(address(edited, "decide", asked.pk), {"decision": "approve"})
    assert "It needs a new request" in refused.content.decode()

    consultant.post(address(edited), form_of(consultant, edited))
    colleague.post(address(edited, "decide", PublishRequest.objects.first().pk), {"decision": "approve"})
    assert edited.versions.first().template == edited.to_template()


def test_sent_back_the_comment_is_read_where_it_was_asked(consultant, colleague, edited, approval):
    consultant.post(address(edited), form_of(consultant, edited))
    decide = address(edited, "decide", PublishRequest.objects.get().pk)

    assert "Say what should change." in colleague.post(decide, {"decision": "send_back"}).content.decode()
    colleague.post(decide, {"decision": "send_back", "comment": "Too long."})

    assert "“Too long.”" in page_of(consultant, edited)
    assert "Sent the request to publish back: Too long." in log_of(consultant, edited)
    assert edited.versions.count() == 1


def test_who_asked_can_withdraw(consultant, colleague, edited, approval):
    consultant.post(address(edited), form_of(consultant, edited))
    decide = address(edited, "decide", PublishRequest.objects.get().pk)

    assert "Only who requested it" in colleague.post(decide, {"decision": "withdraw"}).content.decode()
    consultant.post(decide, {"decision": "withdraw"})
    assert PublishRequest.objects.get().status == "withdrawn"


@pytest.mark.parametrize("form", [{}, {"decision": "x"}, {"decision": "send_back", "comment": "a\0"},
                                  {"decision": "send_back", "comment": "x" * 1001}])  # fmt: skip
def test_a_decision_that_is_none_decides_nothing(consultant, colleague, edited, approval, form):
    consultant.post(address(edited), form_of(consultant, edited))
    response = colleague.post(address(edited, "decide", PublishRequest.objects.get().pk), form)

    assert response.status_code == 200
    assert PublishRequest.objects.get().status == "open"


def test_a_request_of_another_role_is_404(consultant, edited, approval):
    consultant.post(address(edited), form_of(consultant, edited))
    other = Role.objects.exclude(pk=edited.pk).get()

    assert consultant.post(address(other, "decide", PublishRequest.objects.get().pk)).status_code == 404


def test_every_write_needs_its_token_and_the_right(consultant, stranger, owner, edited):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = consultant.cookies
    for name, more in (("publish", []), ("restore", [1]), ("decide", [1]), ("undo", [1])):
        assert strict.post(address(edited, name, *more)).status_code == 403
        for nobody in (stranger, owner):
            assert nobody.post(address(edited, name, *more)).status_code == 302
    consultant.user.groups.clear()
    for name, more in (("publish", []), ("restore", [1]), ("decide", [1]), ("undo", [1])):
        assert consultant.post(address(edited, name, *more)).status_code == 403
    assert edited.versions.count() == 1
