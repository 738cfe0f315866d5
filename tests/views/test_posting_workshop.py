import pytest
from django.test import Client

from roles.models import Posting, PostingState
from tests.views.sheets import Form, form, keys, texts, url

SHEET = {"X-Part": "sheet"}


@pytest.fixture
def posting(owner):
    return owner.posting


def press(client, posting, do, **changed):
    page = form(client, posting)
    return client.post(url(posting), page.with_(do, **changed))


def fresh(posting):
    return Posting.objects.get(pk=posting.pk)


# what each control does, with plain forms


def test_every_line_appears_in_a_box_with_its_controls(owner, posting):
    page = form(owner, posting)
    for key, text in texts(posting).items():
        if key in keys(posting, "equal-opportunity"):
            assert f"text-{key}" not in page.fields
        else:
            assert page.fields[f"text-{key}"] == text
            assert {f"remove:{key}", f"reset:{key}"} <= set(page.buttons)
    assert page.buttons[0] == "save"  # what Enter presses


def test_words_are_saved(owner, posting):
    key = keys(posting)[0]
    response = press(owner, posting, "save", **{f"text-{key}": "Mine & <b>'{{ yours }}'</b>."})

    assert response.status_code == 302
    assert texts(posting)[key] == "Mine & <b>'{{ yours }}'</b>."
    assert form(owner, posting).fields[f"text-{key}"] == "Mine & <b>'{{ yours }}'</b>."


def test_done_saves_and_leads_back_to_the_posting(owner, posting):
    key = keys(posting)[0]
    response = press(owner, posting, "done", **{f"text-{key}": "Mine."})
    assert response.url == posting.get_verdict_url()
    assert texts(posting)[key] == "Mine."


def test_saving_an_untouched_form_changes_nothing(owner, posting):
    press(owner, posting, "save")
    assert fresh(posting).revision == 1
    assert fresh(posting).document == posting.document


def test_a_line_moves_up_and_down(owner, posting):
    first, second, *rest = keys(posting)
    response = press(owner, posting, f"move:{second}:0")
    assert keys(posting) == [second, first, *rest]
    assert response.url.endswith(f"#item-{second}")
    press(owner, posting, f"move:{second}:{len(rest) + 1}")
    assert keys(posting) == [first, *rest, second]


def test_a_line_is_removed_and_undone_and_done_again(owner, posting):
    before = keys(posting)
    press(owner, posting, f"remove:{before[2]}")
    assert keys(posting) == before[:2] + before[3:]
    press(owner, posting, "undo")
    assert keys(posting) == before
    press(owner, posting, "redo")
    assert keys(posting) == before[:2] + before[3:]


def test_a_line_is_added(owner, posting):
    press(owner, posting, "add:skills", **{"new-skills": "Sourdough."})
    assert texts(posting)["own-1"] == "Sourdough."
    assert keys(posting, "skills")[-1] == "own-1"


def test_a_line_begun_is_not_lost_by_any_other_button(owner, posting):
    press(owner, posting, f"remove:{keys(posting)[0]}", **{"new-skills": "Sourdough.", "new-pay": "Bread."})
    assert {"Sourdough.", "Bread."} <= set(texts(posting).values())


def test_a_statement_is_brought_in(owner, posting):
    wanted = next(button for button in form(owner, posting).buttons if button.startswith("bring:"))
    press(owner, posting, wanted)
    assert wanted.partition(":")[2] in texts(posting)


def test_a_reworded_line_goes_back_to_the_words_it_came_with(owner, posting):
    key, original = keys(posting)[0], texts(posting)[keys(posting)[0]]
    press(owner, posting, "save", **{f"text-{key}": "Mine."})
    press(owner, posting, f"reset:{key}")
    assert texts(posting)[key] == original


def test_a_section_emptied_can_be_filled_again(owner, posting):
    for key in keys(posting, "preferred"):
        press(owner, posting, f"remove:{key}")
    assert not keys(posting, "preferred")
    press(owner, posting, "add:preferred", **{"new-preferred": "Welsh."})
    assert [section.key for section in fresh(posting).document.sections] == [
        section.key for section in posting.document.sections
    ]


def test_words_typed_before_undo_are_undone_and_can_be_redone(owner, posting):
    key, original = keys(posting)[0], texts(posting)[keys(posting)[0]]
    press(owner, posting, "undo", **{f"text-{key}": "Mine."})
    assert texts(posting)[key] == original
    press(owner, posting, "redo")
    assert texts(posting)[key] == "Mine."


# what cannot be taken


@pytest.mark.parametrize(
    ("text", "message"),
    [("\u200b", "This is empty"), ("x" * 901, "it has 901"), ("x" * 100_000, "it has 100,000"), ("a\u202eb", "U+202E")],
)
@pytest.mark.parametrize("do", ["save", "done"])
def test_a_bad_line_is_kept_as_typed_and_the_others_are_saved(owner, posting, text, message, do):
    bad, good = keys(posting)[:2]
    response = press(owner, posting, do, **{f"text-{bad}": text, f"text-{good}": "Mine."})
    page = response.content.decode()

    assert response.status_code == 422
    assert message in page
    assert texts(posting)[good] == "Mine."
    assert texts(posting)[bad] == posting.stock.offers[bad].text
    assert f">\n{text}</textarea>" in page


def test_a_nul_byte_is_reported_at_its_line(owner, posting):
    response = press(owner, posting, "save", **{f"text-{keys(posting)[0]}": "a\0b"})
    assert response.status_code == 422


def test_a_bad_new_line_stays_in_its_box(owner, posting):
    response = press(owner, posting, "add:skills", **{"new-skills": "y" * 1000})
    assert response.status_code == 422
    assert "y" * 1000 in response.content.decode()


def test_ten_megabytes_are_refused(owner, posting):
    response = press(owner, posting, "save", **{f"text-{keys(posting)[0]}": "x" * 10_000_000})
    assert response.status_code in (400, 413)
    assert fresh(posting).revision == 1


def test_the_largest_posting_fits_in_one_request(owner, posting):
    page = form(owner, posting)
    full = {name: "👩🏽‍🍳é" * 100 for name in page.fields if name.startswith("text-") and "@" not in name}
    assert owner.post(url(posting), page.with_("save", **full)).status_code == 302


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"revision": "x"},
        {"revision": "١"},
        {"revision": "1", "do": "explode"},
        {"revision": "1", "do": "remove:"},
        {"revision": "1", "do": "remove:../../etc"},
        {"revision": "1", "do": "move:a:1e9"},
        {"revision": "1", "do": "move:a:-1"},
        {"revision": "99999999999999999999"},
        {"revision": "1", "text-x": "words without a seen"},
    ],
)
def test_a_form_of_nobodys_is_400(owner, posting, data):
    assert owner.post(url(posting), data).status_code == 400
    assert fresh(posting).revision == 1


@pytest.mark.parametrize("do", ["remove:nobodys", "reset:nobodys", "move:nobodys:3", "bring:nobodys", "unlock:nobodys"])
def test_an_unknown_line_is_reported_and_changes_nothing(owner, posting, do):
    assert press(owner, posting, do).status_code == 302
    assert fresh(posting).revision == 1


def test_a_line_for_a_section_that_is_not_there_is_kept(owner, posting):
    response = press(owner, posting, "save", **{"new-nowhere": "Do not lose me."})
    assert response.status_code == 422
    assert "Do not lose me." in response.content.decode()


# locked


def test_the_locked_section_cannot_be_lost_in_one_step(owner, posting):
    key = keys(posting, "equal-opportunity")[0]
    for do in (f"remove:{key}", f"remove_sure:{key}", f"move:{key}:1"):
        press(owner, posting, do)
    forged = {f"text-{key}": "x", "seen": f"equal-opportunity/{key}/000000000000"}
    assert owner.post(url(posting), {"revision": "1", **forged}).status_code == 409
    assert fresh(posting).document == posting.document


def test_it_is_unlocked_reworded_and_removed_only_after_a_second_yes(owner, posting):
    key = keys(posting, "equal-opportunity")[0]
    opened = press(owner, posting, "unlock:equal-opportunity")
    assert "unlock=equal-opportunity" in opened.url
    page = form(owner, posting, "?unlock=equal-opportunity")
    asked = owner.post(url(posting), page.with_(f"remove:{key}", **{f"text-{key}": "We hire fairly."}))
    assert texts(posting)[key] == "We hire fairly."
    assert f"sure={key}" in asked.url

    page = Form(owner.get(asked.url.partition("#")[0]).content.decode())
    assert f"remove_sure:{key}" in page.buttons
    owner.post(url(posting), page.with_(f"remove_sure:{key}"))
    assert key not in texts(posting)
    press(owner, posting, f"bring:{key}")
    assert key in texts(posting)


# twice, and from two windows


@pytest.mark.parametrize("do", ["move:{}:1", "remove:{}"])
def test_a_form_sent_twice_does_it_once(owner, posting, do):
    page = form(owner, posting).with_(do.format(keys(posting)[0]), **{"new-skills": "Sourdough."})
    owner.post(url(posting), page)
    once = fresh(posting).document
    again = owner.post(url(posting), page, follow=True)

    assert again.status_code == 200
    assert fresh(posting).document == once
    assert "Not done" not in again.content.decode()


def test_undo_sent_twice_undoes_once(owner, posting):
    press(owner, posting, f"remove:{keys(posting)[0]}")
    press(owner, posting, f"remove:{keys(posting)[0]}")
    page = form(owner, posting).with_("undo")
    owner.post(url(posting), page)
    once = fresh(posting).document
    owner.post(url(posting), page)
    assert fresh(posting).document == once


def test_two_windows_that_write_in_different_lines_both_are_kept(owner, posting):
    first, second = keys(posting)[:2]
    one, two = form(owner, posting), form(owner, posting)
    owner.post(url(posting), one.with_("save", **{f"text-{first}": "From one."}))
    response = owner.post(url(posting), two.with_("save", **{f"text-{second}": "From two."}))

    assert response.status_code == 302
    assert (texts(posting)[first], texts(posting)[second]) == ("From one.", "From two.")


def test_two_windows_that_write_in_one_line_are_shown_both_and_asked(owner, posting):
    key, other = keys(posting)[:2]
    one, two = form(owner, posting), form(owner, posting)
    owner.post(url(posting), one.with_("save", **{f"text-{key}": "From one."}))
    response = owner.post(url(posting), two.with_("done", **{f"text-{key}": "From two.", f"text-{other}": "More."}))
    page = response.content.decode()

    assert response.status_code == 409
    assert "From one." in page
    assert "From two." in page
    assert texts(posting)[key] == "From one."
    assert texts(posting)[other] == "More."

    asked = Form(page.replace(">\n", ">"))
    mark = next(part.split('"')[0] for part in page.split('value="mine:')[1:])
    still = owner.post(url(posting), asked.with_("save"))
    assert still.status_code == 409
    owner.post(url(posting), asked.with_("save", **{f"choice-{key}": f"mine:{mark}"}))
    assert texts(posting)[key] == "From two."


def test_the_saved_words_can_be_chosen(owner, posting):
    key = keys(posting)[0]
    one, two = form(owner, posting), form(owner, posting)
    owner.post(url(posting), one.with_("save", **{f"text-{key}": "From one."}))
    page = owner.post(url(posting), two.with_("save", **{f"text-{key}": "From two."})).content.decode()
    mark = page.split('value="saved:')[1].split('"')[0]
    asked = Form(page.replace(">\n", ">"))

    response = owner.post(url(posting), asked.with_("save", **{f"choice-{key}": f"saved:{mark}"}))

    assert response.status_code == 302
    assert texts(posting)[key] == "From one."


def test_words_for_a_line_another_window_removed_are_kept_to_put_back(owner, posting):
    key = keys(posting)[0]
    one, two = form(owner, posting), form(owner, posting)
    owner.post(url(posting), one.with_(f"remove:{key}"))
    response = owner.post(url(posting), two.with_("save", **{f"text-{key}": "From two."}))

    assert response.status_code == 409
    asked = Form(response.content.decode().replace(">\n", ">"))
    assert asked.fields[f"text-{key}"] == "From two."
    owner.post(url(posting), asked.with_("save", **{f"choice-{key}": "mine:"}))
    assert texts(posting)[key] == "From two."


def test_a_button_of_a_stale_page_saves_its_words_and_does_nothing_else(owner, posting):
    first, second = keys(posting)[:2]
    one, two = form(owner, posting), form(owner, posting)
    owner.post(url(posting), one.with_(f"remove:{first}"))
    response = owner.post(url(posting), two.with_(f"move:{second}:5", **{f"text-{second}": "Mine."}), follow=True)

    assert "Not done" in response.content.decode()
    assert keys(posting)[0] == second
    assert texts(posting)[second] == "Mine."


# the same requests from the script


def test_the_script_gets_the_sheet_alone(owner, posting):
    key = keys(posting)[0]
    page = form(owner, posting)
    token = next(token for token in page.fields["seen"].split() if f"/{key}/" in token)
    data = {"revision": "1", "seen": token, f"text-{key}": "Mine.", "do": "save"}
    response = owner.post(url(posting), data, headers=SHEET)

    assert response.status_code == 200
    assert response.content.strip().startswith(b'<div class="paper sheet"')
    assert b"<html" not in response.content
    assert 'name="revision" value="2"' in response.content.decode()
    # Its answer never came and it asks again: nothing to settle, nothing twice.
    again = owner.post(url(posting), data, headers=SHEET)
    assert again.status_code == 200
    assert fresh(posting).revision == 2


# who, and at what cost


def test_a_stranger_gets_404_and_their_own_words_back(owner, posting, stranger):
    assert stranger.get(url(posting)).status_code == 404
    data = form(owner, posting).with_("save", **{f"text-{keys(posting)[0]}": "<script>my words"})
    response = stranger.post(url(posting), data)

    assert response.status_code == 404
    assert "&lt;script&gt;my words" in response.content.decode()
    assert stranger.post(url(posting), {"do": "save"}).status_code == 404
    assert stranger.post(url(posting), data, headers=SHEET).status_code == 404
    assert "my words" not in str(texts(posting))


def test_a_post_without_its_token_is_refused(owner, posting):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = owner.cookies
    assert strict.post(url(posting), form(owner, posting).with_("save")).status_code == 403


def test_a_get_writes_nothing(owner, posting):
    for query in ("", "?unlock=equal-opportunity&sure=x", "?do=undo&revision=1"):
        assert owner.get(url(posting) + query).status_code == 200
    assert not PostingState.objects.exists()


def test_the_page_costs_four_queries_whatever_was_done(owner, posting, read_templates, django_assert_num_queries):
    read_templates()
    with django_assert_num_queries(4):
        owner.get(url(posting))
    press(owner, posting, f"remove:{keys(posting)[0]}")
    press(owner, posting, "undo")
    with django_assert_num_queries(4):
        owner.get(url(posting))


def test_signed_in_it_costs_five(administrator, posting, read_templates, django_assert_num_queries):
    read_templates()
    Posting.objects.filter(pk=posting.pk).update(owner=administrator.user)
    with django_assert_num_queries(5):
        administrator.get(url(posting))


def test_the_undo_button_is_there_when_there_is_something(owner, posting):
    assert 'id="do-undo" title="" disabled' in " ".join(owner.get(url(posting)).content.decode().split())
    press(owner, posting, f"remove:{keys(posting)[0]}")
    page = owner.get(url(posting)).content.decode()
    assert 'title="a removal"' in page
    assert page.count("disabled>") == 1
