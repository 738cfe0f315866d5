from dataclasses import replace

import pytest

from roles.core import content
from roles.core.finder import RowKind
from roles.core.finder.comparison import comparison_problems

ROWS = content.read_comparison()
PAIRS = {row.key: row for row in ROWS if row.kind is RowKind.PAIR}


def test_it_compares_what_an_owner_asks_about():
    assert list(PAIRS) == [
        *("focus", "horizon", "owns", "decides", "reports-to", "measured-by", "typical-week"),
        *("when-to-hire", "first-90-days", "small-firms", "impact"),
    ]


def test_the_caveats_are_there():
    caveats = " ".join(row.text for row in ROWS if row.kind is RowKind.CAVEAT)

    for words in ("both titles for the same job", "British firms", "American firms", "director of the company in law"):
        assert words in caveats
    assert "draw the line elsewhere" in caveats


@pytest.mark.parametrize("key", ["focus", "owns", "measured-by"])
def test_the_rows_of_the_article_keep_each_titles_own_words_apart(key):
    strategic, operational = (getattr(PAIRS[key], name).lower() for name in ("strategic", "operational"))

    for word in ("budget", "compliance", "performance metrics"):
        assert word not in strategic
    for word in ("policies", "key performance", "best practice"):
        assert word not in operational


def test_a_posting_is_never_promised_a_benchmark():
    assert "%" not in " ".join(f"{row.strategic} {row.operational}" for row in ROWS)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"strategic": ""}, "0.strategic should be filled in"),
        ({"short_operational": ""}, "0.short_strategic and short_operational belong together"),
        ({"kind": RowKind.CAVEAT}, "0.text should be filled in"),
    ],
)
def test_a_row_that_cannot_be_shown_is_reported(changes, problem):
    found = [str(item) for item in comparison_problems([replace(ROWS[0], **changes)])]

    assert any(problem in item for item in found), found


def test_a_key_twice_is_reported():
    assert any("is there twice" in str(item) for item in comparison_problems([ROWS[0], ROWS[0]]))
