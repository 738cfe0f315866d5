"""What is refused at its field, and what a page never names."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from roles.models import Area, Industry, Need, Question, Role, Trait

from .build import save
from .test_review_rules import ADD, FIELDS, problems
from .test_roles_page import role_data


@pytest.mark.parametrize(("days", "refused"), [(-1, False), (0, False), (1, True)])
def test_a_law_is_not_read_on_a_day_to_come(consultant, version, days, refused):
    day = timezone.localdate() + timedelta(days=days)
    response = consultant.post(ADD, FIELDS | {"checked_on": day.isoformat()})
    assert (response.status_code == 200) == refused
    assert not refused or "checked_on" in problems(response)


@pytest.mark.parametrize(
    ("model", "field"),
    [(Need, "phrase"), (Industry, "name"), (Area, "name"), (Trait, "phrase"), (Question, "text"), (Role, "title")],
)
def test_two_rows_are_not_called_alike(version, model, field):
    row = model.objects.first()
    other = model.objects.exclude(pk=row.pk).first()
    setattr(other, field, f"  {getattr(row, field).upper()} ")
    with pytest.raises(Exception, match="Capitals and spaces make no other"):
        other.validate_unique()
    row.validate_unique()


def test_a_title_that_differs_in_spaces_is_refused_at_its_field(consultant, version):
    other = Role.objects.exclude(pk=version.role_id).get()
    url = reverse("admin:roles_role_change", args=[version.role_id])
    page = consultant.post(url, role_data(version.role, title=other.title.replace(" ", "  ").lower()))
    assert page.context["adminform"].form.errors["title"]


@pytest.mark.parametrize("name", ["section", "role", "statement", "question", "need"])
def test_a_page_to_delete_names_no_row_between_two(consultant, version, name):
    section = version.role.sections.get(key="responsibilities")
    pks = {
        "section": section.pk,
        "role": version.role_id,
        "statement": section.statements.exclude(needs=None).first().pk,
        "question": Question.objects.exclude(answers__needs=None).first().pk,
        "need": Need.objects.first().pk,
    }
    page = consultant.get(reverse(f"admin:roles_{name}_delete", args=[pks[name]])).content.decode()
    assert " object (" not in page
    assert "relationship" not in page


def test_a_key_of_other_signs_is_refused_in_plain_words(consultant, version):
    page = consultant.post(reverse("admin:roles_need_add"), {"key": "Not a slug!", "phrase": "X", "focus": "shared"})
    assert problems(page)["key"] == ["Small letters, digits and hyphens only."]


def test_a_consultant_is_invited_by_email_and_chooses_a_password(administrator, stranger):
    answer = administrator.post(
        reverse("admin:auth_user_add"), {"email": "Ada@example.com", "kind": "consultant"}, follow=True
    )
    assert "An invitation is on its way to ada@example.com." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == reverse("admin:auth_user_changelist")
    user = get_user_model().objects.get(email="ada@example.com")
    assert (user.is_staff, user.is_superuser, user.has_usable_password()) == (True, False, False)
    assert user.has_perm("roles.change_statement")

    (sent,) = mail.outbox
    assert sent.to == ["ada@example.com"]
    link = next(word for word in sent.body.split() if "/password/reset/key/" in word)
    form = stranger.get(link, follow=True)
    password = "seven calm harbours"
    done = stranger.post(form.redirect_chain[-1][0], {"password1": password, "password2": password}, follow=True)
    assert f'<a class="btn btn-primary" href="{reverse("account_login")}">Sign in</a>' in done.content.decode()
    assert f"http://testserver{reverse('admin:index')}" in sent.body.split()
    assert user.username == "ada"
    assert stranger.login(username=user.username, password=password)


@pytest.mark.parametrize("data", [{"email": ""}, {"email": "no address"}, {"email": "ADMINISTRATOR@example.com"}])
def test_a_wrong_invitation_is_refused_at_its_field_and_sends_nothing(administrator, data):
    page = administrator.post(reverse("admin:auth_user_add"), data | {"kind": "consultant"})
    assert problems(page)["email"]
    assert not mail.outbox
    assert get_user_model().objects.count() == 1


def test_of_two_people_with_one_name_the_second_gets_a_number(administrator):
    for address in ("ada@example.com", "ADA@example.org"):
        administrator.post(reverse("admin:auth_user_add"), {"email": address, "kind": "consultant"})
    first, second = get_user_model().objects.filter(email__istartswith="ada").order_by("pk")
    assert first.username == "ada" != second.username
    assert second.username.startswith("ada-")


def test_an_invited_administrator_keeps_accounts(administrator):
    administrator.post(reverse("admin:auth_user_add"), {"email": "bo@example.com", "kind": "administrator"})
    assert get_user_model().objects.get(email="bo@example.com").is_superuser


# The log.


def log(client, **query):
    return client.get(reverse("admin:admin_logentry_changelist"), query).content.decode()


def test_consultants_search_the_log_for_whole_texts(consultant, version):
    section, text = version.role.sections.get(key="skills"), "Keeps a calm plan. " * 20
    before = section.statements.first().text
    save(consultant, section, **{"statements-0-text": text})

    found = log(consultant, q="calm plan")
    assert " ".join(text.split()) in found
    assert " ".join(before.split())[:40] in found
    assert "calm plan" not in log(consultant, q="no such words")


def test_a_roles_history_holds_the_edits_of_its_statements(consultant, version):
    section = version.role.sections.get(key="skills")
    save(consultant, section, **{"statements-0-text": "Mine."})
    history = consultant.get(reverse("admin:roles_role_history", args=[version.role_id])).content.decode()
    assert "In “Skills”: " in history
    assert "→ “Mine.”" in history


def test_what_was_deleted_is_in_the_log_with_its_words(consultant, version):
    section = version.role.sections.get(key="skills")
    statement = section.statements.first()
    statement.text = "Keeps the stock " + "of every shelf " * 20 + "in order."
    statement.save()
    consultant.post(reverse("admin:roles_statement_delete", args=[statement.pk]), {"post": "yes"})
    found = log(consultant, q=statement.key)
    assert f"Deleted the statement {statement.key}: “{statement.text}”." in found
    history = consultant.get(reverse("admin:roles_role_history", args=[version.role_id])).content.decode()
    assert f"{statement.key}: “{statement.text}”." in history


def test_consultants_see_nothing_of_accounts_in_the_log(consultant, administrator, version):
    user = get_user_model().objects.get(username="consultant")
    LogEntry.objects.log_actions(administrator.user.pk, [user], 2, change_message="Rights.", single_object=True)
    assert "Rights." not in log(consultant)
    assert "Rights." in log(administrator)


def test_a_tie_is_logged_as_what_it_means(consultant, version):
    section, need = version.role.sections.get(key="pay"), Need.objects.first()
    section.statements.first().needs.clear()
    save(consultant, section, **{"statements-0-needs": need.key})
    said = LogEntry.objects.filter(object_id=section.pk, content_type__model="section").first().change_message
    assert f"now answers “{need}”" in said
