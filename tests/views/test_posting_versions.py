import pytest
from django.urls import reverse
from django.utils.html import escape

from roles.core.diff.spans import Op
from roles.models import Posting, RoleVersion, Statement
from tests.views.sheets import Form, form, keys, texts, url


@pytest.fixture
def posting(owner):
    return owner.posting


@pytest.fixture
def role(version):
    return version.role


def fresh(posting):
    return Posting.objects.get(pk=posting.pk)


def press(client, posting, do, **changed):
    return client.post(url(posting), form(client, posting).with_(do, **changed))


def fields(client, posting, name):
    return Form(client.get(url(posting, name)).content.decode()).fields


# the brief, later


def test_new_answers_keep_the_owners_hand(owner, posting, answers):
    first, _, third, *_ = keys(posting)
    press(owner, posting, f"remove:{third}", **{f"text-{first}": "Mine.", "new-skills": "Sourdough."})

    owner.post(reverse("posting_edit", args=[posting.pk]), answers | {"company": "Quay Bakery"})

    assert texts(posting)[first] == "Mine."
    assert "Sourdough." in texts(posting).values()
    assert third not in texts(posting)
    assert fresh(posting).document.facts.hiring_organization == "Quay Bakery"
    press(owner, posting, "undo")
    assert fresh(posting).company == "Harbour Lane Bakery"


def test_words_on_a_changed_answer_are_named(owner, posting, answers):
    key = next(key for key, text in texts(posting).items() if "Harbour Lane" in text)
    press(owner, posting, "save", **{f"text-{key}": "We are the Lane."})
    page = owner.post(reverse("posting_edit", args=[posting.pk]), answers | {"company": "Quay"}, follow=True)
    assert "Check these words of yours" in page.content.decode()
    assert "We are the Lane." in page.content.decode()


def test_two_windows_with_other_answers_are_asked(owner, posting, answers):
    address = reverse("posting_edit", args=[posting.pk])
    seen = {"seen": Form(owner.get(address).content.decode()).fields["seen"]}
    owner.post(address, answers | seen | {"company": "Quay"})
    response = owner.post(address, answers | seen | {"company": "Pier", "goal": "Bread by six"})
    page = response.content.decode()

    assert response.status_code == 409
    assert fresh(posting).company == "Quay"
    for words in ("Quay", "Pier", "Bread by six"):
        assert words in page
    again = {"seen": Form(page).fields["seen"]}
    assert owner.post(address, answers | again | {"company": "Pier"}).status_code == 302
    assert fresh(posting).company == "Pier"


def test_the_same_answers_sent_twice_are_no_clash(owner, posting, answers):
    address = reverse("posting_edit", args=[posting.pk])
    seen = {"seen": Form(owner.get(address).content.decode()).fields["seen"]}
    for _ in range(2):
        assert owner.post(address, answers | seen | {"company": "Quay"}).status_code == 302


def test_text_edited_meanwhile_is_no_clash_of_answers(owner, posting, answers):
    address = reverse("posting_edit", args=[posting.pk])
    seen = {"seen": Form(owner.get(address).content.decode()).fields["seen"]}
    key = keys(posting)[0]
    press(owner, posting, "save", **{f"text-{key}": "Mine."})
    assert owner.post(address, answers | seen | {"company": "Quay"}).status_code == 302
    assert texts(posting)[key] == "Mine."


def test_the_brief_form_sent_again_does_not_write_over_the_owners_text(stranger, answers):
    address = reverse("posting_new", args=["director-of-operations"])
    data = answers | {"ticket": Form(stranger.get(address).content.decode()).fields["ticket"]}
    stranger.post(address, data)
    posting = Posting.objects.get()
    key = keys(posting)[0]
    press(stranger, posting, "save", **{f"text-{key}": "Mine."})

    stranger.post(address, data | {"company": "Quay"})

    assert texts(posting)[key] == "Mine."


# the other title


def test_the_switch_is_shown_before_it_is_done(owner, posting):
    page = owner.get(url(posting, "posting_switch")).content.decode()
    assert "From Director of Operations" in page
    assert texts(posting)[keys(posting)[0]].partition("'")[0] in page
    assert fresh(posting).document == posting.document


def test_it_is_done_with_the_same_answers_and_undone(owner, posting):
    brief = posting.brief
    response = owner.post(url(posting, "posting_switch"), fields(owner, posting, "posting_switch"))

    assert response.url == posting.get_verdict_url()
    assert fresh(posting).title == "Operations Director"
    assert fresh(posting).brief == brief
    assert fresh(posting).document == fresh(posting).stock.composed
    press(owner, posting, "undo")
    assert fresh(posting).title == "Director of Operations"
    assert fresh(posting).document == posting.document


def test_the_owners_words_come_along_or_stay_behind_by_choice(owner, posting):
    first, second = keys(posting)[:2]
    press(
        owner, posting, "save", **{f"text-{first}": "Mine.", f"text-{second}": "Not this.", "new-skills": "Sourdough."}
    )
    data = fields(owner, posting, "posting_switch")
    assert set(data["keep"]) == {first, second, "own-1"}

    owner.post(url(posting, "posting_switch"), data | {"keep": [first, "own-1"]})

    words = texts(posting).values()
    assert {"Mine.", "Sourdough."} <= set(words)
    assert "Not this." not in words


def test_switching_there_and_back_leaves_the_owners_words_in_place(owner, posting):
    first = keys(posting)[0]
    press(owner, posting, "save", **{f"text-{first}": "Mine."})
    before = fresh(posting).document
    for _ in range(2):
        owner.post(url(posting, "posting_switch"), fields(owner, posting, "posting_switch"))
    assert fresh(posting).document == before


def test_a_switch_sent_twice_is_done_once(owner, posting):
    data = fields(owner, posting, "posting_switch")
    for _ in range(2):
        assert owner.post(url(posting, "posting_switch"), data).url == posting.get_verdict_url()
    assert fresh(posting).revision == 2


def test_a_switch_agreed_to_on_an_older_page_is_shown_again(owner, posting):
    data = fields(owner, posting, "posting_switch")
    press(owner, posting, f"remove:{keys(posting)[0]}")
    response = owner.post(url(posting, "posting_switch"), data)
    assert response.status_code == 409
    assert fresh(posting).title == "Director of Operations"


@pytest.mark.parametrize("to", ["nobodys", "../x", "director-of-operations", "\ud83d"])
def test_there_is_no_other_title_of_that_name(owner, posting, to):
    assert owner.get(url(posting, "posting_switch"), {"to": to.encode("utf-8", "replace").decode()}).status_code == 404
    assert owner.post(url(posting, "posting_switch"), {"to": "nobodys"}).status_code == 404


# a newer version


def publish(role, **changed):
    for key, text in changed.items():
        Statement.objects.filter(section__role=role, key=key).update(text=text)
    return role.publish(note="Clearer words.")


def test_the_posting_shows_it(owner, posting, role, django_assert_num_queries):
    address = posting.get_absolute_url()
    assert "have published version" not in owner.get(address).content.decode()
    publish(role)
    with django_assert_num_queries(4):
        page = owner.get(address).content.decode()
    assert "The template has a newer version, 2." in page
    assert url(posting, "posting_updates") in page


def test_three_texts_are_shown_and_one_is_taken(owner, posting, role):
    first, second = keys(posting)[:2]
    press(owner, posting, "save", **{f"text-{first}": "Mine."})
    base = posting.stock.offers
    publish(role, **{first: "Newer first.", second: "Newer second."})
    page = owner.get(url(posting, "posting_updates"))
    for words in ("Mine.", "Clearer words."):
        assert words in page.content.decode()
    for change, new in zip(page.context["changes"], ("Newer first.", "Newer second."), strict=True):
        kept, old = ("".join(span.words for span in change.spans if span.op != gone) for gone in (Op.REMOVED, Op.ADDED))
        assert (kept, old) == (new, base[change.key].text)
        for span in change.spans:
            assert escape(span.words) in page.content.decode()

    data = fields(owner, posting, "posting_updates")
    owner.post(url(posting, "posting_updates"), data | {"do": "take", "take": [second]})

    assert (texts(posting)[first], texts(posting)[second]) == ("Mine.", "Newer second.")
    assert fresh(posting).version.number == 2
    assert base[first].text != "Newer first."
    assert "have published version" not in owner.get(posting.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"do": "none"}, ("Mine.", "old")),
        ({"do": "all"}, ("Mine.", "Newer second.")),
        ({"do": "all", "take": ["first"]}, ("Newer first.", "Newer second.")),
        ({"do": "none", "take": ["first"]}, ("Mine.", "old")),
    ],
)
def test_none_all_or_each(owner, posting, role, answer, expected):
    first, second = keys(posting)[:2]
    old = texts(posting)[second]
    press(owner, posting, "save", **{f"text-{first}": "Mine."})
    publish(role, **{first: "Newer first.", second: "Newer second."})
    answer = {**answer, "take": [first if key == "first" else key for key in answer.get("take", [])]}

    owner.post(url(posting, "posting_updates"), fields(owner, posting, "posting_updates") | answer)

    assert (texts(posting)[first], texts(posting)[second]) == tuple(old if text == "old" else text for text in expected)
    assert fresh(posting).version.number == 2
    press(owner, posting, "undo")
    assert fresh(posting).version.number == 1
    assert texts(posting)[second] == old


@pytest.mark.parametrize("ticked", [[], ["nobodys"]])
def test_taking_updates_with_none_ticked_changes_nothing(owner, posting, role, ticked):
    publish(role, **{keys(posting)[0]: "Newer."})
    data = fields(owner, posting, "posting_updates") | {"do": "take", "take": ticked}

    response = owner.post(url(posting, "posting_updates"), data)

    assert response.status_code == 422
    assert "Nothing is ticked" in response.content.decode()
    assert fresh(posting).version.number == 1


def test_an_update_sent_twice_is_done_once(owner, posting, role):
    publish(role, **{keys(posting)[0]: "Newer."})
    data = fields(owner, posting, "posting_updates") | {"do": "all"}
    for _ in range(2):
        assert owner.post(url(posting, "posting_updates"), data).status_code == 302
    assert fresh(posting).revision == 2


def test_a_stale_update_is_shown_again_with_its_ticks(owner, posting, role):
    first, second = keys(posting)[:2]
    publish(role, **{second: "Newer."})
    data = fields(owner, posting, "posting_updates") | {"do": "take", "take": [second]}
    press(owner, posting, f"remove:{first}")
    response = owner.post(url(posting, "posting_updates"), data)
    assert response.status_code == 409
    assert Form(response.content.decode()).fields["take"] == [second]
    assert fresh(posting).version.number == 1


def test_without_a_newer_version_the_page_shows_it(owner, posting):
    assert "up to date" in owner.get(url(posting, "posting_updates")).content.decode()
    assert owner.post(url(posting, "posting_updates"), {"do": "all"}).status_code == 302


# who, and at what cost


@pytest.mark.parametrize("name", ["posting_switch", "posting_updates"])
def test_a_stranger_gets_404(stranger, posting, name):
    assert stranger.get(url(posting, name)).status_code == 404
    assert stranger.post(url(posting, name), {"do": "all", "to": "operations-director"}).status_code == 404


@pytest.mark.parametrize("name", ["posting_switch", "posting_updates"])
def test_ten_megabytes_are_refused(owner, posting, role, name):
    publish(role)
    assert owner.post(url(posting, name), {"keep": "x" * 10_000_000}).status_code in (400, 413)


@pytest.mark.parametrize("name", ["posting_switch", "posting_updates"])
def test_it_costs_four_queries_signed_in(administrator, posting, role, name, read_templates, django_assert_num_queries):
    Posting.objects.filter(pk=posting.pk).update(owner=administrator.user)
    publish(role)
    RoleVersion.objects.latest_of("operations-director").role.publish()
    read_templates()
    with django_assert_num_queries(4):
        administrator.get(url(posting, name))
