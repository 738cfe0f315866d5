import pytest

from .innocent_phrases import INNOCENT
from .making import of_line
from .phrases import HITS

WORD_RULES = ("age.", "disability.", "protected.", "empty_phrases.", "gender_coded.word")


def word_findings(text):
    return [(found.id, found.words) for found in of_line(text, "") if found.id.startswith(WORD_RULES)]


def test_the_tables_are_as_long_as_promised():
    assert len({text for _, text, _ in HITS}) >= 150
    assert len(set(INNOCENT)) >= 150


@pytest.mark.parametrize(("id", "text", "words"), HITS)
def test_a_phrase_that_limits_who_applies_is_found_with_its_words(id, text, words):
    assert (id, words) in word_findings(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_phrase_has_no_finding(text):
    assert word_findings(text) == []


@pytest.mark.parametrize(("id", "text", "words"), HITS)
def test_the_same_phrase_in_a_quotation_has_no_finding(id, text, words):
    assert (id, words) not in word_findings(f"They wrote “{text}” about us.")


@pytest.mark.parametrize(("id", "text", "words"), HITS)
def test_the_same_words_as_the_company_s_name_have_no_finding(id, text, words):
    found = of_line(text, id, hiring_organization=words)
    assert [item.words for item in found if item.words == words] == []
