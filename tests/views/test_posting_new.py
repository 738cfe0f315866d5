import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.signing import b64_decode
from django.test import Client
from django.utils import timezone

from roles.models import Posting

URL = "/roles/director-of-operations/brief/"


def ticket_of(response):
    return re.search(r'name="ticket" value="([^"]+)"', response.content.decode())[1]


def test_the_answers_become_a_posting_in_this_browser(stranger, answers):
    response = stranger.post(URL, answers)

    posting = Posting.objects.get()
    assert response.status_code == 302
    assert response.url == f"{posting.get_absolute_url()}#verdict"
    assert posting.company == "Harbour Lane Bakery"
    assert posting.brief.base_salary.max_value == 56000
    page = stranger.get(response.url).content.decode()
    assert "Harbour Lane Bakery" in page
    assert "£48,000–£56,000 a year" in page


def test_the_fewest_answers_are_enough(stranger):
    few = {"company": "Ox", "industry": "retail", "headcount": "3", "place": "Cork", "sites": "1"}
    few |= {
        "workplace": "remote",
        "employment_type": "part_time",
    }

    assert stranger.post(URL, few).status_code == 302


def test_the_same_form_sent_twice_makes_one_posting(stranger, answers):
    answers["ticket"] = ticket_of(stranger.get(URL))

    first, second = stranger.post(URL, answers), stranger.post(URL, answers)

    assert first.url == second.url
    assert Posting.objects.count() == 1


def test_back_after_the_posting_was_deleted_makes_another_one(stranger, answers):
    answers["ticket"] = ticket_of(stranger.get(URL))
    first = stranger.post(URL, answers)
    Posting.objects.lock().get().discard()

    second = stranger.post(URL, answers | {"company": "Quay Bakery"})

    assert second.url != first.url
    assert "Quay Bakery" in stranger.get(second.url).content.decode()


def test_back_and_other_answers_change_the_posting_that_came_of_the_form(stranger, answers):
    answers["ticket"] = ticket_of(stranger.get(URL))
    stranger.post(URL, answers)

    stranger.post(URL, answers | {"company": "Harbour Lane Bakers"})

    assert Posting.objects.get().company == "Harbour Lane Bakers"


@pytest.mark.parametrize("ticket", ["", "nonsense", "a:b:c", "\0", "x" * 5000])
def test_a_ticket_that_is_not_ours_makes_a_new_posting(stranger, answers, ticket):
    assert stranger.post(URL, answers | {"ticket": ticket}).status_code == 302
    assert Posting.objects.count() == 1


@pytest.mark.parametrize("minutes", [0, 2])
def test_a_used_ticket_changes_the_posting_for_its_browser_only(stranger, answers, minutes):
    answers["ticket"] = ticket_of(stranger.get(URL))
    stranger.post(URL, answers)
    Posting.objects.update(created_at=timezone.now() - timedelta(minutes=minutes))
    replaying = Client()
    response = replaying.post(URL, answers | {"company": "Somebody else"})
    assert "Harbour Lane" not in replaying.get(response.url).content.decode()
    stranger.post(URL, answers | {"goal": "the same again, later"})

    assert sorted(Posting.objects.values_list("company", flat=True)) == ["Harbour Lane Bakery", "Somebody else"]
    assert Posting.objects.get(company="Harbour Lane Bakery").brief.goal == "the same again, later"


def test_a_ticket_replayed_first_takes_nothing_from_its_browser(stranger, answers):
    answers["ticket"] = ticket_of(stranger.get(URL))
    Client().post(URL, answers | {"company": "Somebody else"})
    response = stranger.post(URL, answers)

    assert "Harbour Lane Bakery" in stranger.get(response.url).content.decode()
    assert Posting.objects.count() == 2


@pytest.mark.parametrize("name", ["", "x", "0" * 31, "g" * 32, "0" * 5000])
def test_a_browsers_name_that_is_not_ours_is_replaced(stranger, answers, name):
    stranger.cookies["browser"] = name
    answers["ticket"] = ticket_of(stranger.get(URL))
    assert re.fullmatch("[0-9a-f]{32}", stranger.cookies["browser"].value)
    assert stranger.cookies["browser"]["httponly"]

    assert stranger.post(URL, answers).url == stranger.post(URL, answers).url


def test_a_ticket_does_not_hold_the_name_of_its_browser(stranger):
    ticket = ticket_of(stranger.get(URL))
    payload = ticket.partition(":")[0]

    assert stranger.cookies["browser"].value not in ticket
    assert stranger.cookies["browser"].value not in str(b64_decode(payload.encode()))


def test_a_ticket_does_not_reach_a_posting_that_has_an_owner(stranger, administrator, answers):
    answers["ticket"] = ticket_of(administrator.get(URL))
    administrator.post(URL, answers)

    stranger.post(URL, answers | {"company": "Somebody Else"})

    assert sorted(Posting.objects.values_list("company", flat=True)) == ["Harbour Lane Bakery", "Somebody Else"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("company", "", "Please fill this in."),
        ("company", "x" * 101, "shorten this to 100 characters; it has 101"),
        ("company", "Bad\u202eName", "U+202E"),
        ("about", "One\x07two", "U+0007"),
        ("about", "x" * 100_000, "shorten this to 600 characters; it has 100,000"),
        ("industry", "retail, hospitality", "Choose one of these below"),
        ("industry", "x" * 61, "shorten this to 60 characters"),
        ("headcount", "0", "Give a number of people from 1 to 500."),
        ("headcount", "501", "Give a number of people from 1 to 500."),
        ("headcount", "many", "Give a number of people from 1 to 500."),
        ("headcount", "9" * 5000, "Give a number of people from 1 to 500."),
        ("needs", ["direction", "slips", "budget", "policies"], "Choose the 3 that matter most; you have 4"),
        ("needs", ["nonsense"], "not one of the available choices"),
        ("workplace", "moon", "Select a valid choice"),
        ("travel", "101", "from 0 to 100 per cent"),
        ("pay", "60,000-56,000", "The lower end is above the upper end"),
        ("pay", "-5", "Write the pay as a figure"),
        ("pay", "€48,000–£56,000", "different currencies"),
        ("pay", "kr 48,000", "Which currency is it?"),
        ("pay", "£56,000 an hour", "looks like a slip"),
        ("pay", "€4.000", "a month or a year?"),
        ("pay", "TBD", "is a blank"),
        ("pay", "x" * 101, "shorten this to 100 characters"),
        ("reports_to", "nobody", "reports to somebody"),
        ("industry_name", "baking", "Only another industry is named here"),
        ("valid_through", "2001-01-01", "This day has passed"),
        ("valid_through", "soon", "Enter a valid date"),
        ("valid_through", "03/04/2099", "This could be 3 April 2099 or 4 March 2099"),
        ("apply_to", "javascript:alert(1)", "one email address"),
        ("apply_to", "jobs@example.con", "did you mean “.com”?"),
    ],
)
def test_a_bad_answer_is_reported_at_its_place_and_nothing_typed_is_lost(stranger, answers, field, value, message):
    answers[field] = value

    response = stranger.post(URL, answers)
    form = response.context["form"]

    assert response.status_code == 422
    assert any(message in error for error in form.errors[field]), form.errors
    assert len(form.errors) == 1
    page = response.content.decode()
    assert "forty cafés" in page or field == "about"
    assert Posting.objects.count() == 0
    if isinstance(value, str):
        assert form[field].value() == value


def test_a_nul_byte_is_reported_at_its_field(stranger, answers):
    response = stranger.post(URL, answers | {"company": "Ba\0d"})

    assert response.status_code == 422
    assert "company" in response.context["form"].errors


def test_everything_wrong_is_reported_at_once(stranger):
    response = stranger.post(URL, {"pay": "5", "apply_to": "nowhere", "travel": "7"})

    assert {"company", "industry", "headcount", "place", "pay", "apply_to"} <= set(response.context["form"].errors)


@pytest.mark.parametrize(
    ("typed", "place", "printed"),
    [
        ("48,000", "Leeds, UK", "£48,000 a year"),
        ("65k+", "Leeds, UK", "from £65,000 a year"),
        ("60-70k DOE", "Toronto, Ontario", "$60,000–$70,000 a year"),
        ("$90k", "Toronto, Ontario", "$90,000 a year"),
        ("CHF 90'000", "Leeds, UK", "CHF 90,000 a year"),
        ("20/hr", "Perth, WA", "$20 an hour"),
    ],
)
def test_pay_is_printed_as_it_was_read_at_its_place(stranger, answers, typed, place, printed):
    url = stranger.post(URL, answers | {"pay": typed, "place": place}).url.removesuffix("#verdict")

    assert f"Pay: {printed}" in stranger.get(f"{url}export.txt").content.decode()
    assert Posting.objects.get().brief.pay == typed


def test_pay_without_a_figure_is_kept_and_not_printed(stranger, answers):
    url = stranger.post(URL, answers | {"pay": "competitive"}).url.removesuffix("#verdict")

    assert "Pay:" not in stranger.get(f"{url}export.txt").content.decode()
    assert 'value="competitive"' in stranger.get(f"{url}brief/").content.decode()


def test_pay_stored_as_a_range_alone_comes_back_in_the_box(stranger, answers):
    url = stranger.post(URL, answers).url.removesuffix("#verdict")
    posting = Posting.objects.lock().get()
    posting.answer(replace(posting.brief, pay=""))

    assert 'value="£48,000–£56,000 a year"' in stranger.get(f"{url}brief/").content.decode()


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"place": "Birmingham", "place_choice": "Birmingham, Alabama"}, "Birmingham, Alabama"),
        ({"place": "Birmingham", "place_choice": ""}, "Birmingham"),
        ({"place": "Cork", "place_choice": "Birmingham, Alabama"}, "Cork"),
    ],
)
def test_a_place_is_stored_as_the_choice_made_for_it(stranger, answers, sent, place):
    stranger.post(URL, answers | {"pay": ""} | sent)

    assert Posting.objects.get().brief.place == place


def test_a_form_that_was_taken_is_named_to_the_browser(stranger, answers):
    first = stranger.get(URL).content.decode()
    form_id = re.search(r'name="form_id" value="(\w+)"', first)[1]
    assert 'data-taken=""' in first

    stranger.post(URL, answers | {"form_id": form_id, "company": ""})
    assert 'data-taken=""' in stranger.get(URL).content.decode()
    stranger.post(URL, answers | {"form_id": form_id})
    assert f'data-taken="{form_id}"' in stranger.get(URL).content.decode()


def test_names_of_any_script_come_out_as_they_went_in(stranger, answers):
    names = {
        "company": "مخبز الميناء 👩🏽‍🍳 Café",
        "about": "{{ 7*7 }} {% include 'x' %} <script>alert(1)</script> \\ * _ نص",
    }

    posting_url = stranger.post(URL, answers | names).url.removesuffix("#verdict")
    text = stranger.get(f"{posting_url}export.txt").content.decode()

    assert names["company"] in text
    assert names["about"] in text
    assert b"<script>alert" not in stranger.get(posting_url).content


def test_ten_megabytes_are_refused(stranger, answers):
    assert stranger.post(URL, answers | {"about": "x" * 10_000_000}).status_code in (400, 413)


def test_eleven_hundred_fields_are_refused(stranger, answers):
    assert stranger.post(URL, answers | {f"field{n}": "x" for n in range(1100)}).status_code in (400, 413)


def test_the_form_page_costs_one_query(stranger, version, django_assert_num_queries):
    stranger.get(URL)  # reads the template
    with django_assert_num_queries(1):
        stranger.get(URL)


def test_the_needs_the_title_finder_found_come_filled_in(stranger):
    response = stranger.get(f"{URL}?need=slips&need=daily-decisions&headcount=30&industry=retail")
    form = response.context["form"]

    assert form["needs"].value() == ["slips", "daily-decisions"]
    assert (form["headcount"].value(), form["industry"].value()) == (30, "retail")
    assert "You said: “Daily decisions eat my week”." in response.content.decode()  # the preview knows them too


@pytest.mark.parametrize(
    "query",
    [
        "need=nonsense",
        "need=",
        "need=" + "x" * 5000,
        "industry=piracy&headcount=many",
        "headcount=0",
        "headcount=501",
        "headcount=%D9%A3",  # a digit, but not one of ours
        "headcount=-1&headcount=1e9",
        "need=%ff&industry=%ff",
        "company=Ox&ticket=mine",
    ],
)
def test_what_a_link_fills_in_that_is_not_known_is_ignored(stranger, query):
    form = stranger.get(f"{URL}?{query}").context["form"]

    assert form.initial == {}


def test_a_link_fills_in_no_more_needs_than_a_brief_takes(stranger):
    query = "need=slips&need=slips&need=budget&need=policies&need=direction"

    assert stranger.get(f"{URL}?{query}").context["form"]["needs"].value() == ["slips", "budget", "policies"]


def test_an_empty_brief_differs_in_its_tokens_alone(stranger, owner, version):
    pages = [client.get(URL).content.decode() for client in (stranger, Client(), stranger)]
    tickets = {re.search(r'name="ticket" value="([^"]+)"', page)[1] for page in pages}
    assert len(tickets) == 3
    bare = {re.sub(r'(name="(?:ticket|form_id|csrfmiddlewaretoken)" value=")[^"]*', r"\1", page) for page in pages}
    assert len(bare) == 1
    assert "Harbour Lane" in owner.get(URL).content.decode()  # what her last posting said of the business


def test_a_newly_published_version_is_what_the_next_visitor_finds(stranger, version):
    stranger.get(URL)
    version.role.refresh_from_db()
    version.role.title = "Director of all Operations"
    version.role.save(update_fields=["title"])
    version.role.publish()
    assert "Director of all Operations" in stranger.get(URL).content.decode()
