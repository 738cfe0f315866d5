"""Every admin page, of every model, takes what no browser sends with an answer of its own: never an error of ours."""

import re
from itertools import product

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.db import models, transaction
from django.urls import reverse

from roles.models import Need, PostingRule, Section, Statement
from tests.board.conftest import publish
from tests.profiles import each_with

from .test_hostile_fields import Fields

pytestmark = pytest.mark.usefixtures("few_rows")

LARGE = "9" * 30
HUGE = "9" * 5_000  # more digits than Python reads
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
QUERIES = [
    "id__regex=(",
    "id__range=",
    "id__range=1",
    f"id__in={'9' * 22}",
    f"id__in={HUGE}",
    f"id__gte={LARGE}",
    "id__in=",
]
QUERIES += [
    "id__year=1",
    "no_such_field=1",
    "p=x",
    f"p={LARGE}",
    f"p={HUGE}",
    f"o={HUGE}",
    "o=-9.x",
    f"id__isnull={LARGE}",
]
DATES = [
    "year=99999999999",
    "year=x",
    "month=x",
    "day=9999999999999999999",
    "range=",
    "gte=x",
    "date=x",
    "time=x",
    "week=x",
]
COUNTS = ["TOTAL_FORMS", "INITIAL_FORMS"]
SELECTED = [["x"], [LARGE], [HUGE], ["²", LARGE]]

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


@pytest.fixture
def rows(small_content, administrator, member):
    """A row of each model that can be looked at."""
    user = administrator.user
    user.groups.add(Group.objects.create(name="A group"))
    Authenticator.objects.create(user=user, type="totp", data={})
    LogEntry.objects.create(user=user, action_flag=2, object_repr="A role")
    publish(member.posting)
    assert EmailAddress.objects.exists()


def page(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def statuses(client, attempts):
    """What each (method, address, data) was answered with. A refused query ends a transaction of PostgreSQL, where
    a test has all in one; so each attempt is taken back."""
    client.raise_request_exception = False
    found = {}
    for method, address, data in attempts:
        before = transaction.savepoint()
        response = getattr(client, method)(address, data)
        response.content  # noqa: B018 - what is lazy is read, too
        transaction.savepoint_rollback(before)
        found[method, address[:200], str(data)[:200]] = response.status_code
    return found


def failed(found):
    assert found
    return {attempt: status for attempt, status in found.items() if status >= 500}


# The list of every model has the same careful parent; these have rows, dates, filters and columns of all kinds.
WHOLE = {LogEntry, Need, PostingRule, Statement}
FEW = ["id__regex=(", f"id__in={HUGE}", "p=x", f"id__isnull={LARGE}"]


@each_model
def test_a_list_asked_with_a_bad_lookup(administrator, rows, model):
    queries = QUERIES if model in WHOLE else FEW
    for field in model._meta.fields:
        lookups = ["regex=(", "contains=x"] if model in WHOLE else ["regex=("]
        if isinstance(field, models.DateField):
            lookups += DATES if model in WHOLE else DATES[:1]
        queries = [*queries, *(f"{field.name}__{lookup}" for lookup in lookups)]
    found = statuses(administrator, [("get", f"{page(model, 'changelist')}?{query}", {}) for query in queries])

    assert failed(found) == {}
    assert set(found.values()) <= {200, 302, 400}


@pytest.mark.parametrize("query", ["id__regex=(", "id__range=", "p=x", f"p={HUGE}"])
def test_a_bad_lookup_is_answered_as_django_does(consultant, version, query):
    consultant.raise_request_exception = False
    before = transaction.savepoint()
    response = consultant.get(f"{page(Need, 'changelist')}?{query}")
    transaction.savepoint_rollback(before)

    assert (response.status_code, response["Location"]) == (302, f"{page(Need, 'changelist')}?e=1")


def test_an_error_of_a_list_asked_for_nothing_stays_an_error(consultant, version, monkeypatch):
    monkeypatch.setattr(Need._default_manager._queryset_class, "count", lambda self: int("x"))
    with pytest.raises(ValueError, match="invalid literal"):
        consultant.get(page(Need, "changelist"))


@each_model
def test_a_list_asked_with_a_long_search(administrator, rows, model):
    address = page(model, "changelist")
    searches = ["a " * 1_200, "x" * 60_000, '"' * 500, "%" * 500] if model in WHOLE else ["a " * 1_200, '"' * 500]
    assert failed(statuses(administrator, [("get", address, {"q": search}) for search in searches])) == {}


def test_a_long_search_states_what_to_do(consultant, version):
    response = consultant.get(page(Need, "changelist"), {"q": "week " * 1_200})
    assert "Search for less: at most 200 characters" in response.content.decode()


@each_model
def test_an_action_on_rows_that_are_none(administrator, rows, model):
    address = page(model, "changelist")
    actions = [name for name, _ in re.findall(r'<option value="(\w+)"()>', administrator.get(address).content.decode())]
    ways = [{}, {"post": "yes"}, {"index": "0", "section": LARGE, "page": HUGE}]
    chosen = product(actions or ["delete_selected"], SELECTED if model in WHOLE else SELECTED[-1:])
    attempts = [
        ("post", address, {"action": action, "_selected_action": selected, **more})
        for (action, selected), more in each_with(chosen, ways)
    ]
    assert failed(statuses(administrator, attempts)) == {}


def test_an_action_on_rows_that_are_none_states_that_none_are_chosen(consultant, version):
    total = Need.objects.count()
    chosen = {"action": "delete_selected", "_selected_action": [LARGE, "x"], "index": "0"}
    response = consultant.post(page(Need, "changelist"), chosen, follow=True)

    assert "Items must be selected" in response.content.decode()
    assert Need.objects.count() == total


@each_model
def test_rows_of_a_list_that_are_none(administrator, rows, model):
    address = page(model, "changelist")
    fields = Fields(administrator.get(address).content.decode()).values
    attempts = [
        ("post", address, {**fields, "_save": "Save", name: value})
        for name in ("form-0-id", *(f"form-{count}" for count in COUNTS))
        for value in (("x", "-1", LARGE, HUGE) if "form-TOTAL_FORMS" in fields else (LARGE,))
    ]
    assert failed(statuses(administrator, attempts)) == {}


def first(model):
    """A row whose page is short."""
    if model is Section:
        return Section.objects.annotate(size=models.Count("statements")).order_by("size").first()
    return model._default_manager.first()


@each_model
@pytest.mark.parametrize("which", ["add", "change"])
def test_a_form_whose_counts_and_choices_are_hostile(administrator, rows, model, which):
    address = page(model, which, *([first(model).pk] if which == "change" else []))
    response = administrator.get(address)
    fields = Fields(response.content.decode() if response.status_code == 200 else "")
    counts = [name for name in fields.names if name.rpartition("-")[2] in COUNTS]
    chosen = [field.name for field in model._meta.fields + model._meta.many_to_many if field.is_relation]
    attempts = [
        *(("post", address, {**fields.values, name: value}) for name, value in each_with(counts, ("x", "-5", LARGE))),
        # A form cleans each field alone, so all are hostile at once.
        *(
            (method, address, {**(fields.values if method == "post" else {}), **dict.fromkeys(chosen, value)})
            for value, method in each_with(("x", LARGE, HUGE, ["1", LARGE], "²"), ("post", "get"))
            if chosen
        ),
        *(("get", address, {name: LARGE}) for name in ("_to_field", "_popup", "_changelist_filters")),
    ]
    assert failed(statuses(administrator, attempts)) == {}


@pytest.mark.parametrize("stale", [False, True])
def test_a_count_of_statements_that_is_none(administrator, rows, stale):
    address = page(Section, "change", first(Section).pk)
    fields = Fields(administrator.get(address).content.decode())
    sent = fields.values | ({"revision": "x"} if stale else {})
    attempts = [("post", address, {**sent, "statements-TOTAL_FORMS": count}) for count in ("x", "-5", LARGE, HUGE)]
    assert failed(statuses(administrator, attempts)) == {}


@pytest.mark.parametrize(("model", "name"), [(User, "groups"), (User, "user_permissions"), (Group, "permissions")])
@pytest.mark.parametrize("number", [LARGE, "x"])
def test_a_right_that_is_none_is_an_error_of_its_field(administrator, rows, model, name, number):
    address = page(model, "change", first(model).pk)
    fields = Fields(administrator.get(address).content.decode())
    response = administrator.post(address, {**fields.values, name: [number]})

    assert response.status_code == 200
    assert "not one of the available choices" in response.context["adminform"].form.errors[name][0]
