"""The title, headings and sections of a posting in the editor, without a script."""

import pytest

from roles.models import Posting
from tests.views.sheets import Form, form, keys, texts, url


@pytest.fixture
def posting(owner):
    return owner.posting


def press(client, posting, do, **changed):
    return client.post(url(posting), form(client, posting).with_(do, **changed))


def document(posting):
    return Posting.objects.get(pk=posting.pk).document


def order(posting):
    return [part.key for part in document(posting).sections]


def test_title_and_heading_are_reworded_and_undone(owner, posting):
    press(owner, posting, "save", **{"text-@title": "Head of Operations", "text-@skills": "What you bring"})
    assert document(posting).title == Posting.objects.get(pk=posting.pk).title == "Head of Operations"
    assert "What you bring" in [part.heading for part in document(posting).sections]
    press(owner, posting, "undo")
    assert document(posting) == posting.document


def test_a_heading_too_long_is_shown_at_its_box_with_what_was_typed(owner, posting):
    response = press(owner, posting, "save", **{"text-@skills": "x" * 101})
    assert response.status_code == 422
    assert "shorten this to 100" in response.content.decode()
    assert f">\n{'x' * 101}</textarea>" in response.content.decode()


def test_a_section_is_begun_in_one_box_and_sent_twice_made_once(owner, posting):
    page = form(owner, posting).with_("add:@section", **{"new-@section": "Our shop\n- It is small.\n- It is old."})
    owner.post(url(posting), page)
    owner.post(url(posting), page)
    assert keys(posting, "own-part-1") == ["own-1", "own-2"]
    assert "own-part-2" not in order(posting)


def test_a_section_begun_without_a_line_is_kept_in_its_box(owner, posting):
    response = press(owner, posting, "add:@section", **{"new-@section": "Our shop"})
    assert response.status_code == 422
    assert "Our shop</textarea>" in response.content.decode()


def test_a_section_moves_and_the_page_shows_the_order_of_the_posting(owner, posting):
    before = order(posting)
    press(owner, posting, f"part:{before[2]}:0")
    assert order(posting) == [before[2], *before[:2], *before[3:]]
    shown = [key.removeprefix("text-@") for key in form(owner, posting).fields if key.startswith("text-@")][1:]
    assert shown == [key for key in order(posting) if key != "equal-opportunity"]


def test_a_section_is_removed_and_brought_back_and_a_locked_one_stays(owner, posting):
    before = document(posting)
    press(owner, posting, "drop_part:skills")
    assert "skills" not in order(posting)
    press(owner, posting, "undo")
    assert document(posting) == before
    press(owner, posting, "drop_part:equal-opportunity")
    assert document(posting) == before


def test_a_line_is_sent_to_a_section_chosen_from_a_menu(owner, posting):
    key = keys(posting)[1]
    asked = press(owner, posting, f"place:{key}")
    page = Form(owner.get(asked.url.partition("#")[0]).content.decode())
    assert f"send:{key}:skills" in page.buttons
    assert f"send:{key}:responsibilities" not in page.buttons
    press(owner, posting, f"send:{key}:skills")
    assert keys(posting, "skills")[-1] == key
    assert key not in keys(posting)
    press(owner, posting, f"send:{key}:nowhere")
    assert key in texts(posting)


@pytest.mark.parametrize("do", ["part:nobodys:1", "drop_part:nobodys", "place:nobodys", "send:nobodys:skills"])
def test_what_is_not_there_is_refused(owner, posting, do):
    assert press(owner, posting, do).status_code == 302
    assert document(posting) == posting.document


@pytest.mark.parametrize("do", ["part:skills", "send:one", "send:one:../x", "part:skills:1e9", "add:@other"])
def test_a_button_of_nobodys_is_400(owner, posting, do):
    assert press(owner, posting, do).status_code == 400


def test_a_long_list_of_statements_is_shown_whole_when_asked_for(owner, posting):
    def offered(query=""):
        return [do for do in form(owner, posting, query).buttons if do.startswith("bring:")]

    assert len(offered("?more=responsibilities")) > len(offered())
