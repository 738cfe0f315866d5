import pytest

from roles.core.review.reading import read_text

from .making import document, findings, section


@pytest.mark.parametrize(
    "line",
    [
        "Show less",
        "Show more",
        "Easy Apply",
        "Save",
        "Over 100 applicants",
        "Reposted 2 weeks ago",
        "… see more",
        "Promoted by hirer · Responses managed off LinkedIn",
        "Report this job",
        "Sign in to apply",
        "© 2026 Jobs Inc.",
        "Rev. 3, March 2014",
        "Version 2.1",
        "Page 1 of 2",
    ],
)
def test_a_line_of_the_page_is_found(line):
    (found,) = findings(read_text(f"Director of Operations\n\nYou run two bakeries.\n{line}\n"), "leftovers")
    assert (found.id, found.words) == ("leftovers.page", line)


@pytest.mark.parametrize(
    "line",
    [
        "Save the forms of each shift",
        "Report this to the owner",
        "Show new people the ovens",
        "Share what you know",
        "You apply now what you have learned",
        "Next to the station",
        "Version 2 of the schedule goes out on Friday",
        "Issue 3 permits a day",
    ],
)
def test_a_line_of_the_posting_is_none(line):
    assert findings(read_text(f"Director of Operations\n\nYou run two bakeries.\n{line}\n"), "leftovers") == []


def test_a_label_with_nothing_behind_it_is_found():
    text = "Director of Operations\n\nLocation: Tulsa, OK\nJob Type: Full-time\nClose Date\n"
    (found,) = findings(read_text(text), "leftovers")
    assert (found.id, found.words) == ("leftovers.label", "Close Date")


def test_what_was_composed_here_was_copied_from_no_page():
    assert findings(document(section("summary", "Show less")), "leftovers") == []
