"""The shipped words: spelled alike on both sides of the Atlantic, milestones in whole sentences."""

import re

import pytest

from roles.core import content
from roles.core.spelling import spelled
from tests import shipped

BRITISH_ONLY = re.compile(
    r"\b(?:labour|licences?|fulfil(?!l)\w*|\w+isations?|organis\w*|optimis\w*|programmes?|judgements?|behaviours?|"
    r"centres?|utilis\w*|realis\w*|recognis\w*|analys(?:e|ed|es|ing)|enrolments?|cheques?|travell\w+|colours?)\b",
    re.IGNORECASE,
)
AMERICAN_ONLY = re.compile(
    r"\b(?:labor|fulfill\w*|\w+izations?|organiz\w*|optimiz\w*|programs?|judgments?|behaviors?|centers?|"
    r"utiliz\w*|realiz\w*|recogniz\w*|analyz\w*|enrollments?|checks? book|traveling|colors?)\b",
    re.IGNORECASE,
)
FILES = ["operations-director.yaml", "director-of-operations.yaml", "comparison.yaml", "needs.yaml", "industries.yaml"]


def words(name):
    """Return the file without its keys and comments, which no reader sees."""
    lines = (content.ROOT / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not re.match(r"\s*(?:#|(?:- )?key:)", line))


@pytest.mark.parametrize("slug", content.role_slugs())
def test_no_reader_meets_the_spelling_of_the_other_side(slug):
    for item in shipped.role(slug).statements():
        if not item.countries:
            assert AMERICAN_ONLY.findall(item.text) == [], item.key
            assert BRITISH_ONLY.findall(spelled(item.text, "us")) == [], item.key


@pytest.mark.parametrize("name", ["comparison.yaml", "needs.yaml"])
def test_pages_that_have_no_country_avoid_such_words(name):
    assert [*BRITISH_ONLY.findall(words(name)), *AMERICAN_ONLY.findall(words(name))] == []


@pytest.mark.parametrize("word", ["labour", "licence", "utilisation", "programme"])
def test_such_words_would_be_found(word):
    assert BRITISH_ONLY.search(f"the {word} of it")


@pytest.mark.parametrize("name", FILES)
def test_every_apostrophe_is_the_one_of_the_pages(name):
    assert re.findall(r".*\w'\w.*|.*s' .*", words(name)) == []


ONE_COUNTRY_ONLY = re.compile(
    r"\b(?:OSHA|ServSafe|SMSTS|NEBOSH|IOSH|CIMSPA|Gas Safe|HIPAA|CQC|Ofsted|DOT|FMCSA|certified payroll)\b"
)


@pytest.mark.parametrize("slug", content.role_slugs())
def test_what_only_one_country_knows_is_bound_to_it(slug):
    said = [item for item in shipped.role(slug).statements() if not item.countries]
    assert [item.text for item in said if ONE_COUNTRY_ONLY.search(item.text)] == []


@pytest.mark.parametrize("slug", content.role_slugs())
def test_every_milestone_is_a_whole_sentence(slug):
    milestones = [item.milestone for item in shipped.role(slug).statements() if item.milestone]
    assert len(milestones) > 10
    assert [text for text in milestones if not (text[0].isupper() and text.endswith("."))] == []
