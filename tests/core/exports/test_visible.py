import pytest

from roles.core.exports import FORMATS, unseen, visible
from roles.core.exports.visible import visible_text
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING

ODD = "Co\u00adffee\u200b and\u00a0tea\u00a0 \u202fbar\ufeff"


@pytest.mark.parametrize("extension", FORMATS)
def test_no_form_carries_a_character_nobody_sees(extension):
    said = (statement("one", "{{ about }}"), statement("two", "{{ apply_to }}"))
    document = posting(*said, apply_to="jobs@a.example", company=ODD, place=ODD, reports_to=ODD, about=ODD)
    plain = posting(
        *said,
        apply_to="jobs@a.example",
        **dict.fromkeys(("company", "place", "reports_to", "about"), "Coffee and tea bar"),
    )

    write = FORMATS[extension].write
    assert write(document, LISTING) == write(plain, LISTING)


def test_what_is_left_out_is_stated_in_words():
    assert unseen(posting(statement("one", ODD))) == (
        "2 no-break spaces, 2 invisible characters, 1 soft hyphen, 1 zero-width space"
    )
    assert unseen(posting(statement("one"))) == ""


@pytest.mark.parametrize(
    "text", ["👩🏽‍🍳", "نان\u200cوایی", "a\u200fb", "two  spaces ", "\u00a0", "\u200b\u00ad", "Plain – “words”"]
)
def test_what_scripts_need_stays_and_nothing_becomes_empty(text):
    assert visible_text(text) == text


def test_a_document_without_any_is_handed_on_as_it_is():
    document = posting(statement("one"))

    assert visible(document) is document
