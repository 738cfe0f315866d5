"""The next brief begins with the business as the last one described it."""

from django.urls import reverse

from tests.conftest import copies

URL = "/roles/operations-director/brief/"
REMEMBERED = ("company", "industry", "headcount", "place", "sites", "about", "reports_to", "apply_to")


def shown(client):
    form = client.get(URL).context["form"]
    return {name: form[name].value() for name in form.fields}


def test_a_second_brief_knows_the_business_and_nothing_of_the_post(owner):
    form = shown(owner)

    brief = owner.posting.brief
    for name in REMEMBERED[:-2]:
        assert form[name] == getattr(brief, name), name
    assert form["apply_to"] == "jobs@harbourlane.example"
    assert form["benefits"] == "28 days of holiday\nPension"
    for name in ("needs", "goal", "leads", "spending_limit", "budget", "pay", "valid_through", "travel"):
        assert not form[name], name


def test_the_page_shows_it(owner, stranger):
    page = owner.get(URL).content.decode()
    assert "is filled in from your last posting, for Harbour Lane Bakery." in page
    assert '<a href="?another">' in page
    assert b"is filled in from your last posting" not in stranger.get(URL).content


def test_an_account_remembers_wherever_one_signs_in(member):
    assert shown(member)["company"] == "Harbour Lane Bakery"


def test_the_posting_changed_last_decides(owner, answers):
    owner.post(URL, answers | {"company": "Quay Bakery"})

    assert shown(owner)["company"] == "Quay Bakery"


def test_a_deleted_posting_and_those_of_others_are_not_remembered(owner, stranger, member):
    owner.post(reverse("posting_delete", args=[owner.posting.pk]))

    for client in (owner, stranger):
        assert shown(client)["company"] is None


def test_a_newcomer_pays_no_query_for_it(stranger, version, owner, read_templates, django_assert_num_queries):
    read_templates()
    with django_assert_num_queries(1):
        stranger.get(URL)
    with django_assert_num_queries(3):
        owner.get(URL)
    copies(owner.posting, 20)
    with django_assert_num_queries(3):
        owner.get(URL)


def test_a_brief_for_another_business_begins_without_the_last_one(owner):
    form = owner.get(f"{URL}?another").context["form"]
    assert not [name for name in REMEMBERED if name != "reports_to" and form[name].value() not in (None, "", 1)]
