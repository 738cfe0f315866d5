"""Every field of every form, hidden ones and buttons too, takes what no browser sends without an error of ours."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from roles.models import Role
from tests.profiles import each_with
from tests.views.sheets import SENT

REQUEST_LIMIT = 900_000  # of one request, which is refused unread beyond a million bytes
HOSTILE = ["a\0b", "9" * 30, "²", "x" * 100_000]

OWNERS_PAGES = [
    *("posting_workshop", "posting_edit", "posting_switch", "posting_updates", "posting_rename", "posting_email_link"),
    *("posting_detail", "posting_text", "posting_review", "posting_duplicate", "posting_archive", "posting_delete"),
]
OPEN_PAGES = [
    *("/roles/operations-director/brief/", "/roles/operations-director/brief/preview/", "/review/", "/start/"),
    *("/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"),
]
ADMINS_PAGES = [
    *("section_change", "role_change", "role_publish", "role_preview", "role_import", "statement_changelist"),
    *(
        "need_change",
        "industry_change",
        "area_change",
        "trait_change",
        "question_change",
        "passage_change",
        "comparisonrow_change",
    ),
    *("postingrule_change", "reviewruleswitch_change", "role_restore", "role_decide"),
]


class Fields(HTMLParser):
    """The names of a page's fields and buttons, and what a browser would send of them as they stand."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.values, self.names, self.controls, self.refused = {}, {}, set(), set()
        self._text, self._select = None, None
        self.feed("".join(SENT.findall(html)))  # the rest is most of a page, and slow to parse

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        name = values.get("name")
        if name == "csrfmiddlewaretoken":
            return
        if name and tag in ("input", "select", "textarea", "button"):
            self.names[name] = None
            if tag == "button" or values.get("type") in ("hidden", "submit"):
                self.controls.add(name)
            if values.get("aria-invalid") == "true":
                self.refused.add(name)
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in values:
            self.values.setdefault(self._select, []).append(values.get("value", ""))
        elif tag == "textarea" and name:
            self._text = name
            self.values[name] = [""]
        elif tag == "input" and name:
            kind = values.get("type", "text")
            if kind not in ("file", "submit", "checkbox", "radio") or "checked" in values:
                empty = "on" if kind in ("checkbox", "radio") else ""
                self.values.setdefault(name, []).append(values.get("value", empty))

    def handle_endtag(self, tag):
        if tag == "textarea":
            if self._text:
                self.values[self._text][0] = self.values[self._text][0].removeprefix("\n")
            self._text = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data):
        if self._text:
            self.values[self._text][0] += data

    @property
    def one_of_each(self):
        """One name of each kind: of a formset's rows the first is as good as the fortieth."""
        kinds = {}
        for name in self.names:
            kinds.setdefault(re.sub(r"\d+|__prefix__|(?<=text-|.new-).*", "N", name), name)
        return list(kinds.values())


def attack(client, page, address=None, more=(), values=HOSTILE):
    """Post the form of a page with all its fields hostile at once; return the fields, and what was an error of ours.

    A form cleans each field alone, so all are read. What it takes is then sent without what it refuses, to be saved
    and composed. What says what to do with the others – buttons, hidden fields, and `more` – is read by parsers of
    our own, where the first mistake may end the reading: these are hostile one by one, each with every value when
    `tests.profiles` is thorough, else each with one of them.
    """
    client.raise_request_exception = False
    fields = Fields(client.get(page).content.decode())
    controls = [name for name in [*fields.one_of_each, *more] if name in fields.controls or name in more]
    typed = [name for name in fields.names if name not in fields.controls]
    failed = []

    def send(what, value, names):
        response = client.post(address or page, {**fields.values, **dict.fromkeys(names, value)})
        if response.status_code >= 500:
            failed.append((what, value[:20], response.status_code))
        return response

    for value in values:
        if typed:
            part = value[: REQUEST_LIMIT // len(typed)]
            refused = Fields(send("all", part, typed).content.decode(errors="replace")).refused
            if refused:
                send("all that is taken", part, [name for name in typed if name not in refused])
    for name, value in each_with(controls, values):
        send(name, value, [name])
    return fields, failed


@pytest.mark.parametrize("name", OWNERS_PAGES)
def test_no_text_in_an_owners_form_is_an_error(owner, name):
    form = "posting_detail" if name in ("posting_review", "posting_duplicate") else name
    page = reverse(form, args=[owner.posting.pk])
    _, failed = attack(owner, page, reverse(name, args=[owner.posting.pk]), ["do", "to", "revision", "version", "seen"])
    assert failed == []


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_no_text_in_an_open_form_is_an_error(stranger, version, path):
    form = path.removesuffix("preview/")
    fields, failed = attack(stranger, form, path, ["do", "ticket"])
    assert fields.names
    assert failed == []


def test_no_text_in_the_forms_of_an_account_is_an_error(member):
    failed = []
    for name in ("account_email", "account_change_password", "account_delete", "account_reauthenticate"):
        failed += attack(member, reverse(name), more=["next", "action_add", "action_primary"])[1]
    assert failed == []


@pytest.mark.usefixtures("few_rows")
@pytest.mark.parametrize("name", ADMINS_PAGES)
def test_no_text_in_a_form_of_the_admin_is_an_error(administrator, small_content, name):
    model = name.partition("_")[0]
    if model == "role":
        role = Role.objects.get(slug="director-of-operations")
        args = {"role_import": [], "role_restore": [role.pk, 1], "role_decide": [role.pk, 1]}.get(name, [role.pk])
    elif name.endswith("changelist"):
        args = []
    else:
        first = re.search(rf"/admin/roles/{model}/([^/?]+)/change/", changelist(administrator, model))
        args = [first[1]]
    page = reverse(f"admin:roles_{name}", args=args)
    # These pages are large: two values that have found faults.
    _, failed = attack(administrator, page, more=["do", "action", "draft"], values=HOSTILE[:2])
    assert failed == []


def changelist(client, model):
    if model == "section":
        role = Role.objects.get(slug="director-of-operations")
        return client.get(reverse("admin:roles_role_change", args=[role.pk])).content.decode()
    return client.get(reverse(f"admin:roles_{model}_changelist")).content.decode()
