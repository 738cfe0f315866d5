"""What the brief asks back beside a field, and what it makes of an answer by itself."""

import pytest

from roles.models import Posting

URL = "/roles/director-of-operations/brief/"


@pytest.mark.parametrize(
    ("chosen", "place", "workplace"),
    [
        ("on_site", "Remote, USA", "remote"),
        ("on_site", "Remote", "remote"),
        ("on_site", "Remoteville, Ohio", "on_site"),
        ("on_site", "Remote, Leeds two days a week", "on_site"),
        ("hybrid", "Leeds, UK", "hybrid"),
    ],
)
def test_a_place_that_is_remote_needs_no_second_answer(stranger, answers, chosen, place, workplace):
    stranger.post(URL, answers | {"pay": "", "place": place, "workplace": chosen})

    assert Posting.objects.get().brief.workplace == workplace


@pytest.mark.parametrize(
    ("typed", "place", "pay"),
    [("Birmingham", "Birmingham, England", "60-70k"), ("Nowhereville", "Nowhereville", "60-70k GBP")],
)
def test_a_currency_is_asked_with_choices_and_one_of_them_is_taken(stranger, answers, typed, place, pay):
    answers |= {"place": typed, "pay": "60-70k"}

    asked = stranger.post(URL, answers)
    taken = stranger.post(URL, answers | {"pay_choice": "GBP"})

    assert asked.status_code == 422
    assert 'value="GBP"' in asked.content.decode()
    brief = Posting.objects.get().brief
    assert (brief.place, brief.pay, str(brief.base_salary)) == (place, pay, "£60,000–£70,000 a year")
    assert taken.url == f"{Posting.objects.get().get_absolute_url()}#verdict"
    assert stranger.post(URL, answers | {"pay_choice": "a heap"}).status_code == 422


def test_no_currency_is_asked_where_all_places_of_the_name_have_one(stranger, answers):
    stranger.post(URL, answers | {"place": "Springfield", "pay": "24 an hour"})

    assert str(Posting.objects.get().brief.base_salary) == "$24 an hour"


@pytest.mark.parametrize(
    ("sent", "key", "name"),
    [
        ({"industry": "shops"}, "other", "shops"),
        ({"industry": "Retail stores"}, "retail", ""),
        ({"industry": "a retail chain"}, "retail", ""),
        ({"industry": "retail, hospitality", "industry_choice": "hospitality"}, "hospitality", ""),
        ({"industry": "submarine tours"}, "other", "submarine tours"),
        ({"industry": "submarines", "industry_name": "underwater tourism"}, "other", "underwater tourism"),
    ],
)
def test_an_industry_is_found_by_what_is_typed(stranger, answers, sent, key, name):
    stranger.post(URL, answers | sent)

    brief = Posting.objects.get().brief
    assert (brief.industry, brief.industry_name) == (key, name)


def test_a_web_address_gets_its_beginning(stranger, answers):
    stranger.post(URL, answers | {"apply_to": "example.com/jobs"})

    assert Posting.objects.get().brief.apply_to == "https://example.com/jobs"


@pytest.mark.parametrize(
    ("place", "pay", "kept"),
    [
        ("Birmingham", "£48,000", "Birmingham, England"),
        ("Cambridge", "$90,000", "Cambridge"),  # dollars are several countries' own
        ("Birmingham", "€48,000", "Birmingham"),
        ("Leeds, UK", "€48,000", "Leeds, UK"),
    ],
)
def test_of_places_of_one_name_the_money_of_the_pay_chooses(stranger, answers, version, place, pay, kept):
    stranger.post(URL, answers | {"place": place, "pay": pay})

    assert Posting.objects.get().brief.place == kept


@pytest.mark.parametrize(
    ("sent", "languages", "kept", "pay"),
    [
        ({"apply_to": "01223 496 000"}, "", "Cambridge, England", "£60,000–£70,000 a year"),
        ({"apply_to": "jobs@fenbakery.co.uk"}, "en-US", "Cambridge, England", "£60,000–£70,000 a year"),
        ({"benefits": "401(k) with a match"}, "en-GB", "Cambridge, Massachusetts", "$60,000–$70,000 a year"),
        ({"pay": "$60-70k"}, "en-CA,en;q=0.9", "Cambridge, Ontario", "CA$60,000–CA$70,000 a year"),
        ({}, "en-GB,en;q=0.9", "Cambridge, England", "£60,000–£70,000 a year"),
        ({"pay_choice": "GBP"}, "en-US,en;q=0.9", "Cambridge, England", "£60,000–£70,000 a year"),
        ({"place_choice": "Cambridge, Ontario"}, "en-GB", "Cambridge, Ontario", "CA$60,000–CA$70,000 a year"),
        ({"pay": ""}, "en-US,en;q=0.9", "Cambridge", "None"),
    ],
)
def test_all_else_decides_which_place_of_a_name_it_is(client, answers, version, sent, languages, kept, pay):
    client.post(URL, answers | {"place": "Cambridge", "pay": "60-70k"} | sent, headers={"Accept-Language": languages})

    brief = Posting.objects.get().brief
    assert (brief.place, str(brief.base_salary)) == (kept, pay)


@pytest.mark.parametrize("languages", ["", "en-US,en;q=0.9", "en-GBX", "*", "de", "en-IE"])
def test_a_currency_that_nothing_decides_is_asked(client, answers, version, languages):
    sent = answers | {"place": "Cambridge", "pay": "60-70k"}

    asked = client.post(URL, sent, headers={"Accept-Language": languages})

    assert (asked.status_code, Posting.objects.count()) == (422, 0)
    assert 'value="Cambridge, England"' in asked.content.decode()


def test_a_sentence_on_how_to_apply_gives_the_address_and_is_kept(stranger, answers, version):
    stranger.post(URL, answers | {"apply_to": "email a CV to jobs@example.com", "apply_with": "No agencies."})

    brief = Posting.objects.get().brief
    assert (brief.apply_to, brief.apply_with) == ("jobs@example.com", "Email a CV to jobs@example.com. No agencies.")


def test_another_industry_is_a_choice_and_is_named_as_the_owner_states(stranger, answers):
    other = answers | {"industry": "other", "industry_name": "veterinary care", "about": ""}

    page = stranger.get(stranger.post(URL, other).url).content.decode()

    assert "works in veterinary care" in page
