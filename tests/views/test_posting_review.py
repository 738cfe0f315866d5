"""The review beside a posting: fixes, what is ignored, and what a stranger gets."""

import pytest
from django.urls import reverse

from roles.core import editing
from roles.core.editing.operations import ITEM_LIMIT
from roles.models import Posting
from tests.views.sheets import form
from tests.views.sheets import url as sheet_url


@pytest.fixture
def url(owner):
    """The owner's posting with a line the review minds."""
    posting = owner.posting
    key = next(posting.document.items()).key
    posting.save_revision(
        "reword",
        document=editing.reword(posting.document, key, "We leverage a young team of bakers.", stock=posting.stock),
    )
    return reverse("posting_review", args=[posting.pk])


def now(owner):
    return Posting.objects.lock().get(pk=owner.posting.pk)


def remark(owner, words):
    return next(one for one in now(owner).report().remarks if one.finding.words.lower() == words)


def press(owner, url, verb, words="leverage", **data):
    data = {"do": f"{verb}:{remark(owner, words).token}", "revision": now(owner).revision} | data
    return owner.post(url, data, follow=True).content.decode()


def text(owner):
    return next(now(owner).document.items()).text


def test_the_posting_shows_its_findings_marked_and_counted(owner, url):
    page = owner.get(owner.posting.get_absolute_url()).content.decode()

    young = remark(owner, "young")
    assert "Not ready yet" in page
    assert '<mark class="mark mark-must_fix">young</mark>' in page
    assert f'href="#mark-{young.number}"' in page
    assert f'id="mark-{young.number}"' in page


def test_the_page_costs_four_queries_and_five_in_an_account(
    owner, member, url, read_templates, django_assert_num_queries
):
    read_templates()
    with django_assert_num_queries(4):
        owner.get(owner.posting.get_absolute_url())
    with django_assert_num_queries(5):
        member.get(member.posting.get_absolute_url())


def test_a_fix_is_a_rewording_that_can_be_undone(owner, url):
    page = press(owner, url, "fix")

    assert "Fixed." in page
    assert text(owner) == "We use a young team of bakers."
    assert now(owner).undo().startswith("fix:")
    assert text(owner) == "We leverage a young team of bakers."


def test_a_fix_sent_twice_is_done_once_and_states_no_more(owner, url):
    data = {"do": f"fix:{remark(owner, 'leverage').token}", "revision": now(owner).revision}
    owner.post(url, data)
    revision = now(owner).revision
    page = owner.post(url, data, follow=True).content.decode()

    assert now(owner).revision == revision
    assert page.count("Not done") == 0


def test_a_fix_for_a_posting_changed_meanwhile_overwrites_nothing(owner, url):
    data = {"do": f"fix:{remark(owner, 'leverage').token}", "revision": now(owner).revision}
    posting = now(owner)
    key = next(posting.document.items()).key
    posting.save_revision("reword", document=editing.reword(posting.document, key, "Newer words.", stock=posting.stock))
    page = owner.post(url, data, follow=True).content.decode()

    assert "Not done: the posting has changed" in page
    assert text(owner) == "Newer words."


@pytest.fixture
def longest(owner):
    """A line that the review's own words would make too long."""
    posting = now(owner)
    line = "Able to stand, day after day,".ljust(ITEM_LIMIT, "x")
    key = next(posting.document.items()).key
    posting.save_revision("reword", document=editing.reword(posting.document, key, line, stock=posting.stock))
    return line


def test_a_fix_that_makes_a_line_too_long_is_refused(owner, url, longest):
    assert f"Not done. Please shorten this to {ITEM_LIMIT}" in press(owner, url, "fix", "able to stand")
    assert text(owner) == longest


def test_ignored_with_a_reason_it_is_set_apart_until_taken_back(owner, url):
    page = press(owner, url, "ignore", "young", reason="A  quotation of ours.")

    assert "A quotation of ours." in page
    report = now(owner).report()
    assert [one.finding.words for one in report.ignored] == ["young"]
    page = owner.post(url, {"do": f"heed:{report.ignored[0].token}"}, follow=True).content.decode()
    assert not now(owner).report().ignored
    assert remark(owner, "young")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201, "a\0b", "a\u202eb"])
def test_without_a_proper_reason_nothing_is_ignored(owner, url, reason):
    assert "Not ignored." in press(owner, url, "ignore", "young", reason=reason)
    assert now(owner).ignored_data == []


@pytest.mark.parametrize("do", ["", "fix", "fix:", "fix:\0", "ignore:x", "heed:" + "0" * 9999, "drop:1", "fix:é"])
def test_hostile_presses_change_nothing(owner, url, do):
    before = now(owner).document_data
    for revision in ("", "\0", "9" * 5000, "-1", "²"):
        assert (revision, owner.post(url, {"do": do, "revision": revision}).status_code) == (revision, 302)
        assert now(owner).document_data == before


def test_a_stranger_gets_404_and_a_get_405(owner, stranger, consultant, url):
    for client in (stranger, consultant):
        assert client.post(url, {"do": "fix:x"}).status_code == 404
    assert owner.get(url).status_code == 405


def test_a_fix_in_the_workshop_saves_what_was_typed_and_counts_again(owner, url):
    address = reverse("posting_workshop", args=[owner.posting.pk])
    page = owner.get(address)
    assert "data-findings" in page.content.decode()
    data = {"revision": now(owner).revision, "seen": "", "do": f"fix:{remark(owner, 'leverage').token}"}

    response = owner.post(address, data, headers={"X-Part": "sheet"})

    assert text(owner) == "We use a young team of bakers."
    assert "data-findings" in response.content.decode()
    again = owner.post(address, data | {"revision": now(owner).revision}, headers={"X-Part": "sheet"})
    assert "no longer fits it" in again.content.decode()


def test_a_templates_preview_does_not_mind_its_blanks(posting):
    from roles.models.review import preview_report

    posting.document = editing.reword(
        posting.document, next(posting.document.items()).key, "Fill in [name] here.", stock=posting.stock
    )
    assert any(one.finding.rule == "blanks" for one in posting.report().remarks)
    report = preview_report(posting.document, posting.brief)
    assert not any(one.finding.rule == "blanks" for one in report.remarks)


# in the workshop


def workshop(owner, do, *, part=False, **data):
    page = form(owner, owner.posting)
    return owner.post(
        sheet_url(owner.posting), page.with_(do, **data), headers={"X-Part": "sheet"} if part else {}, follow=not part
    ).content.decode()


def test_a_line_of_the_workshop_has_its_own_findings_below_it(owner, url):
    html = owner.get(sheet_url(owner.posting)).content.decode()
    young = remark(owner, "young")
    line = html[html.index(f'id="item-{young.item.key}"') :]
    line = line[: line.index("</li>")]

    assert 'class="mark mark-must_fix">young</mark>' in line
    assert f'href="#finding-{young.number}"' in line
    assert f'value="ignore:{young.token}"' in line
    assert f'value="fix:{remark(owner, "leverage").token}"' in line
    spoken_of = {one.item.key for one in now(owner).report().remarks if one.item}
    silent = [item.key for item in now(owner).document.items() if item.key not in spoken_of]
    for key in silent:
        assert "sheet-remark" not in html.partition(f'id="item-{key}"')[2].partition("</li>")[0].replace(
            "sheet-remarks", ""
        )


def test_in_the_workshop_a_bar_counts_what_there_is_and_leads_to_it(owner, url):
    html = owner.get(sheet_url(owner.posting)).content.decode()
    bar = html[html.index("data-ready") : html.index("data-sheet")]

    assert "Not ready to publish yet" in bar
    for group in now(owner).report().groups:
        assert f"<b>{len(group.remarks)}</b> {group.level.counted}" in bar
        assert (f'href="#findings-{group.level}"' in bar) is bool(group.remarks)
        assert (f'id="findings-{group.level}"' in html) is bool(group.remarks)


def test_in_the_workshop_each_button_appears_once(owner, url):
    page = form(owner, owner.posting)
    pressed = [button for button in page.buttons if button.startswith(("fix:", "ignore:", "heed:"))]
    names = [f"ignore:{one.token}" for one in now(owner).report().remarks]
    assert len(pressed) == len(set(pressed))
    assert sorted(button for button in pressed if button.startswith("ignore:")) == sorted(names)


@pytest.mark.parametrize("part", [True, False])
def test_in_the_workshop_ignoring_keeps_its_reason_and_all_that_was_typed(owner, url, part):
    young = remark(owner, "young")
    other = list(now(owner).document.items())[1].key
    typed = {
        f"text-{other}": "Typed, not saved yet.",
        f"text-{young.item.key}": "We employ a young team of bakers, too.",
    }
    page = workshop(owner, f"ignore:{young.token}", part=part, **{f"reason-{young.token}": " It is  a name. "}, **typed)

    report = now(owner).report()
    assert [(one.finding.words, one.ignored.reason) for one in report.ignored] == [("young", "It is a name.")]
    assert {item.text for item in now(owner).document.items()} >= set(typed.values())
    assert "Ignored here, with your reason." in page
    workshop(owner, f"heed:{report.ignored[0].token}", part=part)
    assert not now(owner).report().ignored


def test_in_the_workshop_a_fix_that_makes_a_line_too_long_is_refused(owner, url, longest):
    page = workshop(owner, f"fix:{remark(owner, 'able to stand').token}")
    assert f"Please shorten this to {ITEM_LIMIT}" in page
    assert text(owner) == longest


def test_in_the_workshop_a_whole_posting_s_finding_is_ignored_as_well(owner, url):
    whole = next(one for one in now(owner).report().remarks if one.item is None)
    workshop(owner, f"ignore:{whole.token}", **{f"reason-{whole.token}": "We know."})

    assert [one.finding for one in now(owner).report().ignored] == [whole.finding]


def test_a_reason_sent_with_the_enter_key_is_heard(owner, url):
    young = remark(owner, "young")
    workshop(owner, "save", **{f"reason-{young.token}": "It is a name."})

    assert [one.finding.words for one in now(owner).report().ignored] == ["young"]


def test_ignoring_from_a_stale_page_works_and_saves_no_line_twice(owner, url):
    young = remark(owner, "young")
    page = form(owner, owner.posting)
    posting = now(owner)
    key = list(posting.document.items())[1].key
    posting.save_revision("reword", document=editing.reword(posting.document, key, "Newer words.", stock=posting.stock))
    owner.post(sheet_url(posting), page.with_(f"ignore:{young.token}", **{f"reason-{young.token}": "It is a name."}))

    assert [one.finding.words for one in now(owner).report().ignored] == ["young"]
    assert "Newer words." in [item.text for item in now(owner).document.items()]


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201, "a\0b", "a\u202eb"])
def test_in_the_workshop_nothing_is_ignored_without_a_proper_reason(owner, url, reason):
    young = remark(owner, "young")
    assert "Not ignored." in workshop(owner, f"ignore:{young.token}", **{f"reason-{young.token}": reason})
    assert now(owner).ignored_data == []


@pytest.mark.parametrize("do", ["ignore", "heed"])
def test_in_the_workshop_a_finding_that_is_gone_is_reported(owner, url, do):
    page = workshop(owner, f"{do}:{'0' * 16}", **{f"reason-{'0' * 16}": "Why not."})
    assert "has changed since" in page
    assert now(owner).ignored_data == []


def test_the_workshop_costs_no_query_more(owner, member, url, django_assert_max_num_queries):
    for client in (owner, member):
        with django_assert_max_num_queries(5):
            client.get(sheet_url(client.posting))
