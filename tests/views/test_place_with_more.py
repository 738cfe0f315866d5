"""An owner writes more than the place where the brief asks for it."""

import pytest
from django.urls import reverse

from roles.models import Posting

MORE = {"place": "Leeds LS1. Yard on Mill Lane, free parking", "conditions": "A van to drive."}
NEW, PREVIEW = (reverse(name, args=["director-of-operations"]) for name in ("posting_new", "posting_preview"))


@pytest.mark.usefixtures("tailored_version")
def test_what_is_written_around_the_place_is_printed_and_named(stranger, answers):
    assert (
        "will be in the posting, with the hours and conditions"
        in stranger.post(PREVIEW, answers | MORE).content.decode()
    )

    page = stranger.get(stranger.post(NEW, answers | MORE).url).content.decode()
    brief = Posting.objects.get().brief
    assert brief.place == "Leeds LS1"
    assert brief.conditions.splitlines() == ["A van to drive.", "Yard on Mill Lane, free parking"]
    assert "Yard on Mill Lane, free parking" in page


def test_where_no_conditions_are_asked_for_the_place_stays_as_typed(stranger, answers):
    stranger.post(NEW, answers | MORE)

    assert Posting.objects.get().brief.place == MORE["place"]


@pytest.mark.usefixtures("tailored_version")
@pytest.mark.parametrize(
    ("typed", "whom", "more"),
    [
        (
            "me (managing partner). Clinical Director is alongside",
            "me (managing partner)",
            "Clinical Director is alongside",
        ),
        ("me (exec dir), board is kind", "me (exec dir)", "Board is kind"),
        ("me (Tammy), the owner", "me (Tammy), the owner", ""),
        ("Anna Orr", "Anna Orr", ""),
        ("Dr. Anna Orr, who is our founder", "Dr. Anna Orr, who is our founder", ""),
        ("the M.D. and St. Mary’s board", "the M.D. and St. Mary’s board", ""),
    ],
)
def test_a_sentence_behind_the_superior_is_printed_with_how_they_work(stranger, answers, typed, whom, more):
    page = stranger.post(PREVIEW, answers | {"reports_to": typed}).content.decode()
    assert ("will be in the posting, with how you work" in page) is bool(more)

    stranger.post(NEW, answers | {"reports_to": typed})
    brief = Posting.objects.get().brief
    assert (brief.reports_to, brief.culture) == (whom, more)
