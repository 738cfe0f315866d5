"""A form whose token has changed meanwhile hands back what was typed, whichever of an owner's forms it is."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.views.sheets import form, keys, url


def strict(client):
    checked = Client(enforce_csrf_checks=True)
    checked.cookies = client.cookies
    return checked


def test_a_pasted_text_and_its_answers_come_back(stranger, version):
    text = "Operations Manager\n\nLead <b>everything</b>."
    sent = {
        "text": text,
        "headcount": "12",
        "draft-company": "Front Range Print",
        "do": "carry",
        "ticket": "secret-ticket",
    }
    response = strict(stranger).post("/review/", sent)
    page = response.content.decode()

    assert response.status_code == 403
    for words in ("Lead &lt;b&gt;everything&lt;/b&gt;.", "Front Range Print", "Name of the business", "12"):
        assert words in page
    assert "secret-ticket" not in page


def test_the_lines_of_the_editor_come_back(owner):
    key = keys(owner.posting)[0]
    sent = form(owner, owner.posting).with_("save", **{f"text-{key}": "My <words>.", "new-skills": "Half a line"})
    page = strict(owner).post(url(owner.posting), sent).content.decode()

    assert "My &lt;words&gt;." in page
    assert "Half a line" in page


@pytest.mark.parametrize(
    ("name", "sent"),
    [("posting_rename", {"name": "The big one"}), ("posting_review", {"do": "ignore:x", "reason": "The big one"})],
)
def test_small_forms_come_back_too(owner, name, sent):
    assert "The big one" in strict(owner).post(reverse(name, args=[owner.posting.pk]), sent).content.decode()


def test_a_password_never_comes_back(stranger):
    page = strict(stranger).post(reverse("account_login"), {"login": "a", "password": "Hunter2Hunter2"})
    assert page.status_code == 403
    assert "Hunter2" not in page.content.decode()


def test_an_account_made_from_a_posting_leads_back_to_it(owner):
    posting = owner.posting
    address = posting.get_absolute_url()
    login = f"{reverse('account_login')}?next={address}"
    for page in (address, url(posting), url(posting, "posting_rename")):
        assert f'href="{login}"' in owner.get(page).content.decode()
    sign_up = f"{reverse('account_signup')}?next={address.replace('/', '%2F')}"
    assert f'href="{sign_up}"' in owner.get(login).content.decode()
    asked = owner.get(sign_up).content.decode()
    assert f'value="{address}"' in asked
    answer = owner.post(sign_up, {"email": "new@example.com", "password1": "a long password 7", "next": address})
    assert (answer.status_code, answer.url) == (302, address)
    assert owner.get(address).status_code == 200
