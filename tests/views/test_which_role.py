"""The title finder as a page: answers in the address, the score never hidden, the owner may overrule."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from roles.models import Answer, Passage, Question
from tests.core.finder.test_branches import WEIGHTLESS
from tests.core.finder.test_hand_scored_cases import FOOD_MAKER, HEATING_FIRM, LOGISTICS, WEB_SHOP

URL = "/which-role/"


def look(client, answers):
    response = client.get(URL, answers)
    assert response.status_code == 200
    return response


def html(response):
    return response.content.decode()


def test_it_asks_thirteen_questions_with_unsure_chosen(stranger):
    page = html(stranger.get(URL))

    assert page.count("<fieldset") == 13
    assert page.count('value="unsure"') == 13
    assert page.count("checked") == 13
    assert "The score" not in page


@pytest.mark.parametrize(
    ("answers", "title", "score"),
    [
        (HEATING_FIRM, "Director of Operations", "−11"),
        (FOOD_MAKER, "Operations Director", "+20"),
        (LOGISTICS, "Director of Operations", "−16"),
        (WEB_SHOP, "Director of Operations", "−10"),
        (WEB_SHOP | {"pay": "below"}, "Neither yet: an operations manager", "−10"),
        (WEIGHTLESS | {"missing": "both", "headcount": "51-200"}, "Both titles, as a pair", "+1"),
        (WEIGHTLESS | {"missing": "direction", "headcount": "1-10"}, "A fractional Operations Director", "+1"),
        (WEIGHTLESS | {"missing": "direction"}, "Between the two titles", "+3"),
        ({"missing": "direction"}, "Not enough answers yet", "+3"),
        ({"missing": "unsure"}, "Not enough answers yet", "0"),
    ],
)
def test_the_result_names_the_title_and_never_hides_the_score(stranger, answers, title, score):
    page = html(look(stranger, answers))

    assert title in page.partition("<h1")[2].partition("</h1>")[0]
    assert f"The score: {score}" in page
    assert "−25 to +22" in page
    assert "Many firms use both titles for the same job" in page


def test_a_result_shows_what_moved_it_and_how_each_answer_counted(stranger):
    response = look(stranger, HEATING_FIRM)
    page = html(response)

    for heading in ("What moved it most", "What would change it", "How each answer counted"):
        assert heading in page
    assert "For a Director of Operations: −17" in page
    assert "For an Operations Director: +6" in page
    assert response.context["instead"].heading in page


def test_the_result_is_a_link_that_brings_the_answers_back(stranger):
    page = html(stranger.get(f"{URL}?{urlencode(HEATING_FIRM)}"))

    for question, answer in HEATING_FIRM.items():
        at = page.index(f'name="{question}"\n')
        group = page[at : page.index("</fieldset>", at)]
        assert "checked" in group.partition(f'value="{answer}"')[2].partition(">")[0]


def test_both_titles_are_offered_with_the_recommended_one_first(stranger):
    page = html(look(stranger, HEATING_FIRM))
    query = "?need=daily-decisions&amp;need=operating-plan&amp;need=slips"

    first = page.index(reverse("posting_new", args=["director-of-operations"]) + query)
    second = page.index(reverse("posting_new", args=["operations-director"]) + query)
    assert first < second
    assert "No, I choose Operations Director" in page
    assert "Daily decisions eat my week" in page


def test_it_costs_one_query_to_ask_and_two_to_answer(stranger, django_assert_num_queries):
    stranger.get(URL)  # makes the page
    look(stranger, HEATING_FIRM)  # reads the editions
    with django_assert_num_queries(1):
        stranger.get(URL)
    with django_assert_num_queries(2):  # what is public, and the titles on offer
        look(stranger, HEATING_FIRM)


def test_it_costs_no_more_whatever_the_number_of_questions(stranger, publish_kinds, django_assert_num_queries):
    for number in range(20):
        question = Question.objects.create(key=f"more-{number}", text="More?", why="More.", position=99)
        for key in ("a", "b"):
            Answer.objects.create(question=question, key=key, text=key)
    publish_kinds("finder")
    with django_assert_num_queries(5):  # the edition and two templates are read for the first time
        assert html(look(stranger, HEATING_FIRM)).count("<fieldset") == 33


@pytest.mark.parametrize(
    "query",
    [
        "missing=" + "x" * 8000,
        "missing=%ff",
        "missing=<script>alert(1)</script>",
        "missing=direction&missing=running",
        "missing[]=direction",
        "plan=needed%20&decisions=",
        "&&&===",
        "missing=%0d%0aSet-Cookie:a",
    ],
)
def test_a_hostile_answer_is_no_answer(stranger, query):
    response = stranger.get(f"{URL}?{query}")

    assert response.status_code == 200
    assert "<script>alert" not in html(response)


def test_it_only_reads(stranger):
    assert stranger.post(URL, HEATING_FIRM).status_code == 405


def test_a_consultants_edit_shows_once_it_is_published(stranger, publish_kinds):
    Answer.objects.filter(question__key="missing", key="running").update(weight=-1, text="The day")
    Passage.objects.filter(key="under-fifty").update(text="Mind the other half.")

    assert "The score: −11" in html(look(stranger, HEATING_FIRM))
    publish_kinds("finder")
    page = html(look(stranger, HEATING_FIRM))

    assert "The score: −9" in page
    assert "The day" in page
    assert "Mind the other half." in page


def test_without_questions_or_passages_it_still_answers(stranger, publish_kinds):
    Passage.objects.all().delete()
    publish_kinds("finder")
    assert "Which title do you need?" in html(stranger.get(URL))
    look(stranger, HEATING_FIRM)
    Question.objects.all().delete()
    publish_kinds("finder")
    assert "The questions are not here yet" in html(look(stranger, HEATING_FIRM))
