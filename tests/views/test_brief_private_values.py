"""Today's value of a measure, which is printed unless its owner keeps it to herself."""

import pytest
from django.urls import reverse

from roles.core.compose.scope import NO_TARGET, Target
from roles.models import Posting
from tests.views.sheets import Form

BRIEF = "/roles/director-of-operations/brief/"
HTMX = {"HX-Request": "true"}
PRINTED = "Bring jobs late to 1 in 20 by December 2027."

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


def test_todays_value_is_printed_as_typed(stranger, answers):
    posting, text = saved(stranger, shown(stranger) | answers)
    assert "late from 1 in 4 to 1 in 20 by December 2027" in text
    assert "star1_private" not in shown(stranger, reverse("posting_edit", args=[posting.pk]))


def test_with_the_box_ticked_the_target_and_the_date_are_printed_alone(stranger, answers):
    sent = shown(stranger) | answers | {"star1_private": "on"}
    preview = stranger.post(f"{BRIEF}preview/", sent, headers=HTMX).content.decode()
    posting, text = saved(stranger, sent)
    for page in (preview, text):
        assert PRINTED in page
        assert "1 in 4" not in page.split("<article", 1)[-1].split("</article")[0]
    assert shown(stranger, reverse("posting_edit", args=[posting.pk]))["star1_private"] == "on"


def test_a_box_ticked_alone_is_no_answer(stranger, answers):
    ticked = {"star1_private": "on", "star2_private": "on"}
    page = stranger.post(BRIEF, shown(stranger) | answers | ticked | {"company": "", "star1_area": ""})
    assert 'id="id_star1_area_error"' in page.content.decode()
    assert 'id="id_star2_area_error"' not in page.content.decode()
    untouched = {name: "" for name in answers if name.startswith("star1_")}
    posting, _ = saved(stranger, shown(stranger) | answers | untouched | ticked | {"star2_area": "people"})
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
    assert "Only the target and the date are printed then." in page
    assert 'aria-describedby="id_star1_private_helptext"' in page
