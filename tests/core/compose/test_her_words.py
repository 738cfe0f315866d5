"""Lines of an owner's that get a word of ours around them."""

import pytest

from roles.core.compose import compose, her_words
from roles.core.exports.blocks import apply_address
from tests import shipped
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("typed", "reports_to", "printed"),
    [
        ("Nobody plans beyond Friday", "the MD", "Nobody plans beyond Friday."),
        ("Orders go out late. Then we pay twice.", "the MD", ""),
        (
            "I plan the vans on Sunday",
            "the Executive Director",
            "In the Executive Director’s words: “I plan the vans on Sunday.”",
        ),
        ("I plan the vans on Sunday", "Tess Boyle, owner", "In Tess’s words: “I plan the vans on Sunday.”"),
        ("I plan the vans on Sunday", "the owner", "In the owner’s words: “I plan the vans on Sunday.”"),
        ("I'd rather bake", "Tess, our founder", "In Tess’s words: “I'd rather bake.”"),
        # Whose words they are is not known, and what needs none of ours.
        ("I plan the vans on Sunday", "the board", "I plan the vans on Sunday."),
        ("I plan the vans on Sunday", "Tess and Bo", "I plan the vans on Sunday."),
        ("The owner is stepping back", "the MD", "The owner is stepping back."),
        (
            "We opened two shops, a bakehouse and a web shop in a year, and have not had a calm week since.",
            "the MD",
            "",
        ),
        ("", "the MD", ""),
    ],
)
def test_why_now_is_introduced_where_bare_words_would_puzzle(typed, reports_to, printed):
    assert her_words.why_now(typed, reports_to) == (printed or typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "paper and Excel don't match\nshore and office don't talk, sold one thing landed another",
            ["Paper and Excel don't match.", "Shore and office don't talk, sold one thing landed another."],
        ),
        (
            "We have grown from six people to thirty in four years\nand nobody has had the time to write it down.",
            ["We have grown from six people to thirty in four years and nobody has had the time to write it down."],
        ),
        ("What we lack:\na plan\na budget", ["What we lack: a plan a budget."]),
    ],
)
def test_notes_are_a_sentence_a_line_and_a_wrapped_text_is_one(typed, read):
    assert her_words.paragraphs(typed).split("\n") == read


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize("address", ["jobs@example.com", "https://example.com/jobs", ""])
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a few lines on yourself. No need for a fancy CV. Ring Tess on 01453 555 0118.", None),
        ("No need for a fancy CV", ["No need for a fancy CV."]),
        ("ring Tess after four, 01453 555 0118", ["Ring Tess after four, 01453 555 0118."]),
        ("CV and one page on a bad week", ["your CV and one page on a bad week"]),
        ("", []),
    ],
)
def test_whatever_is_typed_about_applying_is_printed(slug, address, typed, printed):
    document = compose(shipped.role(slug), brief(apply_with=typed, apply_to=address), version=1)
    told = " ".join(item.text for part in document.sections if part.key == "apply" for item in part.items)
    wanted = ["a few lines on yourself", "No need for a fancy CV.", "Ring Tess on 01453 555 0118."]
    assert [text for text in (wanted if printed is None else printed) if text not in told] == []
    assert bool(told) is bool(address or typed)


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_sentence_of_hers_with_the_address_is_the_only_one_with_it(slug):
    typed = "email your CV and a page on a bad week to jobs@example.com"
    document = compose(shipped.role(slug), brief(apply_with=typed, apply_to="jobs@example.com"), version=1)
    told = [item.text for part in document.sections if part.key == "apply" for item in part.items]
    assert "Email your CV and a page on a bad week to jobs@example.com." in told
    assert " ".join(told).count("jobs@example.com") == 1
    assert apply_address(document) == "mailto:jobs@example.com"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Food hygiene and freezers", ["Food hygiene and freezers."]),
        (
            "Open Leeds\nRenewals over £2k\nClose York\nFire, alarms and keys",
            ["Open Leeds.", "Renewals over £2k.", "Close York.", "Fire, alarms and keys."],
        ),
        # What has its verb, or says more than what it is.
        ("Claims must be answered in a day", ["Claims must be answered in a day."]),
        ("Food costs: they are too high", ["Food costs: they are too high."]),
        ("Contract out the cleaning", ["Contract out the cleaning."]),
        ("Fleet of nine vans", ["Fleet of nine vans."]),
    ],
)
def test_areas_without_a_verb_stay_in_her_order(typed, printed):
    assert her_words.duties(typed).split("\n") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Lost a range in March. New manager left.", "We lost a range in March. New manager left."),
        ("grew from 30 to 70 staff. good people burn out", "We grew from 30 to 70 staff. Good people burn out."),
        ("Opened by the mayor in 1990.", "Opened by the mayor in 1990."),
        ("Sold out every week.", "We sold out every week."),
    ],
)
def test_a_story_that_leaves_out_the_firm_gets_its_we(typed, printed):
    assert her_words.paragraphs(typed) == printed
