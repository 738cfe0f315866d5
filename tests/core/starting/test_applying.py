"""How one applies: a sentence of ours only where it holds all that hers does."""

import pytest

from roles.core.starting import Became

from .test_account import entry, lines_of, posting

BODY = "Director of Operations\n\nDuties\n- Plan the routes of 11 vans\n\n"


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("To apply send your resume and salary expectations to a@b.example.", "your resume and salary expectations"),
        ("Please send a CV with a covering letter to a@b.example.", "a CV with a covering letter"),
    ],
)
def test_only_the_things_to_send_are_read_as_what_to_send(sentence, ours):
    began, _, document, _ = posting(BODY + sentence)
    assert began.answers["apply_with"] == ours
    assert [item.text for item in lines_of(document, "apply")] == [f"Write to a@b.example and send {ours}."]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have the drive to succeed please send your CV with a letter to Jan Dee at a@b.example.",
        "Apply in person at 44 Mill Road or email a resume to a@b.example.",
        "To apply hit the APPLY button or send your resume to a@b.example.",
        "Application is by CV and cover letter (max 2 pages) to a@b.example.",
        "Apply by filling out the form at https://b.example/ops by March 31, 2027.",
    ],
)
def test_a_sentence_on_applying_that_states_more_appears_alone(sentence):
    _, _, document, account = posting(BODY + sentence)
    assert [item.text for item in lines_of(document, "apply")] == [sentence]
    assert entry(account, sentence).became in (Became.KEPT, Became.MOVED, Became.MERGED)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Text or call Aroha on 021 555 0162, or turn up at the gate and ask.", "021 555 0162"),
        ("Questions? Call Bron on 07 5550 0148.", None),
    ],
)
def test_a_number_to_ring_is_where_people_apply(sentence, number):
    began, _, document, _ = posting(BODY + sentence)
    assert began.answers.get("apply_to") == number
    assert sentence.endswith([item.text for item in lines_of(document, "apply")][-1])
