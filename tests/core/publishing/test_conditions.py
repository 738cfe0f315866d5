from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from roles.core.places import day_ends_at, read_place, today_at
from roles.core.publishing import breaches, changes, day_problem, for_the_world
from tests.core.compose.build import posting, statement

TODAY = date(2027, 3, 1)
LONDON = ZoneInfo("Europe/London")


def of_line(text):
    return posting(statement("one", text))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 2, 28), "passed"),
        (TODAY, ""),
        (date(2027, 8, 28), ""),
        (date(2027, 8, 29), "28 August 2027"),
    ],
)
def test_a_last_day_is_from_today_to_half_a_year_ahead(day, said):
    problem = day_problem(of_line("Bake."), day, TODAY)
    assert said in problem
    assert bool(problem) == bool(said)


def test_another_day_than_the_text_names_is_refused():
    document = posting(statement("one", "Write by 9 April 2027."), valid_through=date(2027, 4, 9))

    assert "9 April 2027" in day_problem(document, date(2027, 4, 10), TODAY)
    assert day_problem(document, date(2027, 4, 9), TODAY) == ""
    assert day_problem(for_the_world(of_line("Bake."), date(2027, 4, 9)), date(2027, 4, 10), TODAY) == ""


def test_the_last_day_is_a_fact_of_what_is_published():
    document = for_the_world(of_line("Bake\u00a0bread\u200b."), date(2027, 4, 9))

    assert ("Apply by", "9 April 2027") in list(document.facts.lines())
    assert next(document.items()).text == "Bake bread."


@pytest.mark.parametrize(
    ("place", "ends"),
    [
        ("Honolulu, Hawaii", "2027-03-02T00:00:00-10:00"),
        ("Leeds, UK", "2027-03-02T00:00:00+00:00"),
        ("Auckland, New Zealand", "2027-03-02T00:00:00+13:00"),
        ("USA", "2027-03-02T00:00:00-10:00"),  # the last of its zones
        ("Nowhere in particular", "2027-03-02T00:00:00+00:00"),
    ],
)
def test_a_day_ends_at_the_midnight_of_its_place(place, ends):
    reading = read_place(place)
    end = day_ends_at(reading, TODAY, LONDON)

    assert end == datetime.fromisoformat(ends)
    assert today_at(reading, (end.astimezone(LONDON))) == date(2027, 3, 2)


LINES = [
    "You pay a registration fee of 50 before the interview.",
    "Applicants must pay for the training deposit.",
    "A refundable deposit secures your place.",
    "A uniform deposit of 40 is payable on the first day.",
    "Send a copy of your passport with your letter.",
    "Please email us your bank details and a photo.",
    "Upload a scan of your driving licence.",
    "Apply at http://bakery.example/jobs.",
    "Go to HTTP://bakery.example.",
    "We are hiring for several positions in the kitchen.",
    "Three positions are available: baker, driver and cleaner.",
    "We have 4 new openings on the night shift.",
    "Apply for any of the following roles.",
    "Vacancies: 12",
]
HARMLESS = [
    "We never ask for a registration fee.",
    "You hold a driving licence.",
    "You oversee the registration fees of our members.",
    "Bring your passport on your first day.",
    "You pay suppliers on time.",
    "You own the deposit scheme and bank reconciliations.",
    "Do not send a copy of your passport.",
    "Pay: 48,000 to 56,000 a year. Deposits are handled by the bookkeeper.",
    "Apply at https://bakery.example/jobs.",
    "We pay your DBS check and the visa costs.",
    "Send your letter and your CV. We check identity papers once there is an offer.",
    "You fill open positions within thirty days.",
    "The following roles report to you: two café managers and a buyer.",
    "You hire for three roles in the first quarter.",
    "Two positions report to you, both on site.",
    "You combine several roles into one.",
    "There are many jobs to do on a bakery floor.",
]


@pytest.mark.parametrize("line", LINES)
def test_money_papers_and_plain_http_appear_in_the_way(line):
    (breach, *_) = breaches(of_line(line))
    assert breach.words in line
    assert breach.message


@pytest.mark.parametrize("line", HARMLESS)
def test_ordinary_lines_do_not(line):
    assert breaches(of_line(line)) == ()


@pytest.mark.parametrize("name", ["Harb\u043eur Bakery", "\u0391mazon", "Pay\u03c1al Ltd"])
def test_a_name_of_letters_that_look_like_others_is_in_the_way(name):
    (breach,) = breaches(posting(statement("one", "Bake bread."), company=name))
    assert breach.words in name


@pytest.mark.parametrize("name", ["Żółć Łódź", "Пекарня Bakery", "Φούρνος 24", "Café Ærø", "株式会社 Harbour"])
def test_a_name_whose_words_are_of_one_alphabet_each_is_not(name):
    assert breaches(posting(statement("one", "Bake bread."), company=name)) == ()


def test_a_change_shows_the_words_that_went_and_came():
    old = posting(statement("one", "Bake bread."), statement("two", "Sweep."), company="Harbour Bakery")
    new = posting(statement("one", "Bake cakes."), statement("three", "Count."), company="Harbour Bakery Ltd")
    found = {(change.place, "".join(f"{span.op[0]}:{span.words}|" for span in change.spans))
             for change in changes(old, new)}  # fmt: skip

    assert found == {
        ("Company", "s:Harbour Bakery|a: Ltd|"),
        ("Duties", "s:Bake |r:bread|a:cakes|s:.|"),
        ("Duties", "a:Count.|"),
        ("Duties", "r:Sweep.|"),
    }
    assert changes(old, old) == ()


def test_lines_in_another_order_are_a_change():
    old = posting(statement("one"), statement("two"))
    new = posting(statement("two"), statement("one"))

    assert [change.place for change in changes(old, new)] == ["Order"]
