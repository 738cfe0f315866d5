"""Full-time beside a short week is asked about, and never refused."""

import pytest
from django.urls import reverse

from roles.forms import BriefForm
from roles.models import Posting

NEW, PREVIEW = (reverse(name, args=["director-of-operations"]) for name in ("posting_new", "posting_preview"))
WEEK = {"schedule": "30 hrs a week", "employment_type": "full_time"}
QUESTION = "“30 hrs a week”: is this part-time?"


def reading(stranger, answers):
    return stranger.post(PREVIEW, answers).context["form"].readings["employment_type"]


@pytest.mark.usefixtures("tailored_version")
def test_a_short_week_asks_and_one_click_changes_it(stranger, answers):
    asked = reading(stranger, answers | WEEK)
    assert (asked.question, asked.picked) == (QUESTION, "")
    assert [label for _, label in asked.choices] == ["Part-time", "Full-time"]

    stranger.post(NEW, answers | WEEK | {"employment_choice": "part_time"})
    assert Posting.objects.get().brief.employment_type == "part_time"


@pytest.mark.usefixtures("tailored_version")
def test_full_time_is_kept_where_nothing_is_answered(stranger, answers):
    assert stranger.post(NEW, answers | WEEK).status_code == 302
    assert Posting.objects.get().brief.employment_type == "full_time"


@pytest.mark.usefixtures("tailored_version")
@pytest.mark.parametrize(
    "more",
    [
        {"employment_type": "part_time"},
        {"employment_type": "contract"},
        {"schedule": "37.5 hours a week"},
        {"schedule": "Monday to Friday"},
    ],
)
def test_nothing_is_asked_where_both_agree(stranger, answers, more):
    assert reading(stranger, answers | WEEK | more).question == ""


@pytest.mark.parametrize(
    ("chosen", "picked", "meant"),
    [
        ("full_time", "full_time", "full_time"),
        ("full_time", "part_time", "part_time"),
        ("part_time", "part_time", "part_time"),  # a script chose it, too
        ("part_time", "full_time", "part_time"),  # what is chosen agrees with the week
    ],
)
def test_the_question_stays_and_shows_its_answer(tailored_version, answers, chosen, picked, meant):
    sent = answers | WEEK | {"employment_type": chosen, "employment_choice": picked}
    form = BriefForm(sent, template=tailored_version.template)
    form.is_valid()
    shown = form.readings["employment_type"]
    assert (shown.question, shown.picked, form.cleaned_data["employment_type"]) == (QUESTION, meant, meant)


@pytest.mark.usefixtures("tailored_version")
@pytest.mark.parametrize(
    "stated",
    [{"conditions": "3 days a week"}, {"place": "Leeds, UK, 3 days a week"}, {"pay": "£40,000 for 3 days a week"}],
)
def test_the_week_is_found_wherever_it_is_typed(stranger, answers, stated):
    assert (
        "3 days a week"
        in reading(stranger, answers | {"schedule": "", "employment_type": "full_time"} | stated).question
    )


@pytest.mark.usefixtures("tailored_version")
def test_a_saved_answer_is_not_asked_for_again(stranger, answers):
    stranger.post(NEW, answers | WEEK)
    form = stranger.get(reverse("posting_edit", args=[Posting.objects.get().pk])).context["form"]

    assert form.readings["employment_type"].picked == "full_time"


@pytest.mark.usefixtures("tailored_version")
def test_a_long_week_asks_of_part_time(stranger, answers):
    asked = reading(stranger, answers | {"schedule": "40 hours a week", "employment_type": "part_time"})
    assert asked.question == "“40 hours a week”: is this full-time?"
