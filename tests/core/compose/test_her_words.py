"""Lines of an owner's that get a word of ours around them."""

import pytest

from roles.core.compose import her_words


@pytest.mark.parametrize(
    ("typed", "reports_to", "printed"),
    [
        ("Nobody plans beyond Friday", "the MD", "First to put right: nobody plans beyond Friday."),
        (
            "Orders go out late. Then we pay twice.",
            "the MD",
            "First to put right: Orders go out late. Then we pay twice.",
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
