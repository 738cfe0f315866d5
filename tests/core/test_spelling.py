import pytest

from roles.core import content
from roles.core.spelling import spelled
from tests import shipped


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("us", "Organize the labor of two centers, and analyze what each program costs."),
        ("ca", "Organize the labour of two centres, and analyze what each program costs."),
        ("uk", "Organise the labour of two centres, and analyse what each programme costs."),
        ("", "Organise the labour of two centres, and analyse what each programme costs."),
    ],
)
def test_shipped_words_are_spelled_as_the_country_does(country, text):
    assert spelled("Organise the labour of two centres, and analyse what each programme costs.", country) == text


@pytest.mark.parametrize("word", ["supervise", "advise", "exercise", "revise", "promise", "enterprise", "analysis"])
def test_words_that_are_alike_everywhere_stay(word):
    assert spelled(word, "us") == word


def test_a_text_spelled_twice_is_spelled_once():
    for slug in content.role_slugs():
        for statement in shipped.role(slug).statements():
            once = spelled(statement.text, "us")
            assert spelled(once, "us") == once
