"""The shipped words: spelled alike on both sides of the Atlantic, milestones in whole sentences."""

import re

import pytest

from roles.core import content
from tests.core.compose.build import shipped

ONE_SIDE_ONLY = re.compile(
    r"\b(?:labou?r|licen[sc]\w*|fulfil\w*|\w+i[sz]ations?|organi[sz]\w*|optimi[sz]\w*|programm?es?|programs?|"
    r"judge?ments?|afterwards?|behaviou?rs?|per ?cent|cent(?:er|re)s?|utili[sz]\w*|reali[sz]\w*|recogni[sz]\w*)\b",
    re.IGNORECASE,
)
FILES = ["operations-director.yaml", "director-of-operations.yaml", "comparison.yaml", "needs.yaml", "industries.yaml"]


def words(name):
    """Return the file without its keys and comments, which no reader sees."""
    lines = (content.ROOT / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not re.match(r"\s*(?:#|(?:- )?key:)", line))


@pytest.mark.parametrize("name", FILES)
def test_no_word_is_spelled_one_way_here_and_another_there(name):
    assert ONE_SIDE_ONLY.findall(words(name)) == []


@pytest.mark.parametrize("word", ["labour", "labor", "licence", "utilization", "optimisation", "percent", "programme"])
def test_such_words_would_be_found(word):
    assert ONE_SIDE_ONLY.search(f"the {word} of it")


@pytest.mark.parametrize("name", FILES)
def test_every_apostrophe_is_the_one_of_the_pages(name):
    assert re.findall(r".*\w'\w.*|.*s' .*", words(name)) == []


ONE_COUNTRY_ONLY = re.compile(
    r"\b(?:OSHA(?! 30 \(US\))|ServSafe(?! Manager \(US\))|SMSTS(?! \(UK\))|NEBOSH(?! General Certificate \(UK\))|"
    r"hazard communication|certified payroll|tips|sales tax(?! or VAT)|Toast|7shifts|MarginEdge|OpenTable|Procore|"
    r"Buildertrend|Sage 300)\b"
)


@pytest.mark.parametrize("slug", content.role_slugs())
def test_what_only_one_country_knows_stands_beside_its_like_elsewhere(slug):
    said = [item.text for item in shipped(slug).statements()]
    assert [text for text in said if ONE_COUNTRY_ONLY.search(text)] == []


@pytest.mark.parametrize("slug", content.role_slugs())
def test_every_milestone_is_a_whole_sentence(slug):
    milestones = [item.milestone for item in shipped(slug).statements() if item.milestone]
    assert len(milestones) > 10
    assert [text for text in milestones if not (text[0].isupper() and text.endswith("."))] == []
