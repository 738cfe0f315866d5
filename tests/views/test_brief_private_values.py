"""Today's value of a measure, which a new brief keeps out of the posting until its owner says otherwise."""

import pytest
from django.urls import reverse

from roles.core.compose.scope import NO_TARGET, Target
from roles.models import Posting
from tests.views.sheets import Form

BRIEF = "/roles/director-of-operations/brief/"
HTMX = {"HX-Request": "true"}
PRINTED = "Jobs late: 1 in 20 by December 2027."

pytestmark = pytest.mark.usefixtures("tailored_version")


@pytest.fixture
def answers(answers):
    return answers | {
        "star1_area": "delivery",
        "star1_kpi": "Jobs late",
        "star1_today": "1 in 4",
        "star1_goal": "1 in 20",
        "star1_by": "December 2027",
    }


def shown(client, address=BRIEF):
    """What a browser would send of the page as it is."""
    return Form(client.get(address).content.decode()).fields


def saved(client, sent):
    page = client.post(BRIEF, sent)
    assert page.status_code == 302, page.content.decode()
    posting = Posting.objects.latest("pk")
    return posting, client.get(f"{page.url.partition('#')[0]}export.txt").content.decode()


def test_a_new_brief_prints_the_target_and_the_date_alone(stranger, answers):
    sent = shown(stranger) | answers
    preview = stranger.post(f"{BRIEF}preview/", sent, headers=HTMX).content.decode()
    _, text = saved(stranger, sent)
    for page in (preview, text):
        assert PRINTED in page
        assert "1 in 4" not in page.split("<article", 1)[-1].split("</article")[0]


def test_with_the_tick_taken_out_todays_value_is_printed(stranger, answers):
    sent = shown(stranger) | answers
    del sent["star1_private"]
    posting, text = saved(stranger, sent)
    assert "late from 1 in 4 to 1 in 20 by December 2027" in text
    kept = shown(stranger, reverse("posting_edit", args=[posting.pk]))
    assert "star1_private" not in kept
    assert kept["star2_private"] == "on"  # nothing is answered there yet


def test_a_box_ticked_from_the_start_is_no_answer(stranger, answers):
    page = stranger.post(BRIEF, shown(stranger) | answers | {"company": "", "star1_area": "", "star1_goal": ""})
    assert 'id="id_star1_area_error"' in page.content.decode()
    assert 'id="id_star2_area_error"' not in page.content.decode()
    del answers["star1_area"]
    untouched = {name: "" for name in answers if name.startswith("star1_")}
    posting, _ = saved(stranger, shown(stranger) | answers | untouched | {"star2_area": "people"})
    assert [item.target for item in posting.brief.scope] == [NO_TARGET]


def test_a_target_from_before_keeps_what_it_had(stranger, answers):
    posting, _ = saved(stranger, answers)
    edit = reverse("posting_edit", args=[posting.pk])
    assert posting.brief.scope[0].target == Target(kpi="Jobs late", today="1 in 4", goal="1 in 20", by="December 2027")
    assert stranger.post(edit, shown(stranger, edit)).status_code == 302
    posting.refresh_from_db()
    assert not posting.brief.scope[0].target.private


def test_what_is_printed_is_named_beside_the_box(stranger):
    page = stranger.get(BRIEF).content.decode()
    assert "Printed: the target and the date." in page
    assert 'aria-describedby="id_star1_private_helptext"' in page


def test_answers_handed_back_do_not_list_the_box(stranger, answers):
    posting, _ = saved(stranger, answers)
    edit = reverse("posting_edit", args=[posting.pk])
    sent = shown(stranger, edit) | {"star1_private": "on"}
    stranger.cookies.clear()
    page = stranger.post(edit, sent).content.decode()
    assert "1 in 20" in page
    assert "Keep today’s value" not in page
