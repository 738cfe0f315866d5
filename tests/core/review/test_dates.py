import pytest

from roles.core.review.reading import read_text

from .making import findings, of_line


def test_a_day_that_may_be_two_is_asked_about():
    (found,) = of_line("Apply by 03/04/2027 in writing.", "dates", key="apply")
    assert (found.id, found.words) == ("dates.either", "03/04/2027")
    assert "3 April 2027 to some readers and 4 March 2027 to others" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Apply by 31/10/2026.",
        "Apply by 10/31/2026.",
        "Apply by 05/05/2027.",
        "Apply by 2027-03-04.",
        "Open 24/7.",
        "1/2 day.",
        "Apply by 4 March 2027.",
        "We grew by 3/4 in 2027.",
    ],
)
def test_a_day_with_one_reading_is_let_be(text):
    assert of_line(text, "dates", key="apply") == []


def test_an_unsure_closing_day_is_stated_and_not_guessed():
    found = findings(read_text("Operations Director\n\nClosing date: 03/04/2026\n"))
    assert not [each for each in found if each.id in ("complete.closing_date", "contradictions.closing_date")]
    assert [each for each in found if each.id == "dates.either"]


@pytest.mark.parametrize(
    ("line", "id", "words"),
    [
        ("Send a CV to ann@alder.example by Monday 15 January 2027.", "dates.weekday", "is a Friday"),
        ("Apply by 3 March at ann@alder.example.", "dates.no_year", "Is 3 March 2027 meant?"),
        ("Apply within 10 days at ann@alder.example.", "dates.no_year", "counted from a day that readers do not know"),
        ("Apply by 31/01/2027 at ann@alder.example.", "dates.figures", "31 January 2027"),
    ],
)
def test_a_closing_day_that_is_hard_to_read_is_remarked_on(line, id, words):
    (found,) = [each for each in findings(read_text(f"Operations Director\n\n{line}\n")) if each.rule == "dates"]
    assert found.id == id
    assert words in found.message


def test_of_days_in_figures_one_with_a_single_order_decides_the_others():
    assert of_line("Apply by 14/12/2026, talks on 4/1/2027.", "dates", key="apply") == []
