from .innocent_phrases import INNOCENT
from .making import of_line
from .phrases import HITS

WORD_RULES = ("age.", "disability.", "protected.", "empty_phrases.", "gender_coded.word")


def word_findings(text):
    return [(found.id, found.words) for found in of_line(text, "") if found.id.startswith(WORD_RULES)]


def test_the_tables_are_as_long_as_promised():
    assert len({text for _, text, _ in HITS}) >= 150
    assert len(set(INNOCENT)) >= 150


# All phrases in one test: a thousand tests of a millisecond take the runner longer than the review.
def test_a_phrase_that_limits_who_applies_is_found_with_its_words():
    assert len(HITS) > 300
    assert [(rule, text, words) for rule, text, words in HITS if (rule, words) not in word_findings(text)] == []


def test_an_innocent_phrase_has_no_finding():
    found = {text: word_findings(text) for text in INNOCENT}
    assert len(found) > 200
    assert {text: findings for text, findings in found.items() if findings} == {}


def test_the_same_phrase_in_a_quotation_has_no_finding():
    quoted = [(rule, words, word_findings(f"They wrote “{text}” about us.")) for rule, text, words in HITS]
    assert [(rule, words) for rule, words, found in quoted if (rule, words) in found] == []


def test_the_same_words_as_the_company_s_name_have_no_finding():
    named = [(words, of_line(text, rule, hiring_organization=words)) for rule, text, words in HITS]
    assert [words for words, found in named if words in {item.words for item in found}] == []
