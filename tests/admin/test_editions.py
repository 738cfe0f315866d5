"""The draft of what is shared: previewed as visitors see it, compared, published with a note, restored, released."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from roles.models import Act, Answer, ComparisonRow, Edition, Need, PostingRule, Release, Role, Statement
from roles.models.editions import Kind, published

LABEL = "The far and the near"


def address(name, *args):
    return reverse(f"admin:roles_edition_{name}", args=args)


def page_of(client, name, *args, **query):
    response = client.get(address(name, *args), query)
    assert response.status_code == 200
    return response.content.decode()


def edit_comparison(label=LABEL):
    ComparisonRow.objects.filter(key="horizon").update(label=label)


def form_of(client, kind, **changes):
    draft = client.get(address("publish", kind)).context["draft"]
    return {"after": draft.number, "draft": draft.fingerprint, "note": "New words"} | changes


def public_labels():
    return {row.label for row in published(Kind.COMPARISON)[Kind.COMPARISON]}


def edit(kind):
    rows = {
        "needs": (Need, "phrase"),
        "finder": (Answer, "text"),
        "comparison": (ComparisonRow, "label"),
        "laws": (PostingRule, "note"),
    }
    model, field = rows[kind]
    row = model.objects.order_by("pk").first()
    model.objects.filter(pk=row.pk).update(**{field: "Quite another text"})
    return field


@pytest.mark.parametrize("kind", ["needs", "finder", "comparison", "laws"])
def test_a_kind_is_published_with_what_changes_shown_word_by_word(consultant, kind):
    edit(kind)
    page = page_of(consultant, "publish", kind)
    assert "Quite another text" in page or '<span class="visually-hidden"> added: </span>Quite' in page
    response = consultant.post(address("publish", kind), form_of(consultant, kind), follow=True)

    assert "edition 2 is published" in response.content.decode()
    edition = Edition.objects.get(kind=kind, number=2)
    assert (edition.note, edition.published_by) == ("New words", consultant.user)
    assert "Published" in consultant.get("/admin/admin/logentry/").content.decode()
    assert "There is nothing to publish" in page_of(consultant, "publish", kind)


def page_of_row(client, row):
    """Its form, and the list it is in."""
    name = f"admin:roles_{row._meta.model_name}"
    pages = (client.get(reverse(f"{name}_change", args=[row.pk])), client.get(reverse(f"{name}_changelist")))
    return "".join(page.content.decode() for page in pages)


def test_a_double_click_makes_one_edition_and_reports_it(consultant):
    edit_comparison()
    form = form_of(consultant, "comparison")
    consultant.post(address("publish", "comparison"), form)
    edit_comparison("Yet another")
    response = consultant.post(address("publish", "comparison"), form)

    assert response.status_code == 422
    assert "Edition 2 was published after you opened this page" in response.content.decode()
    assert 'value="New words"' in response.content.decode()
    assert Edition.objects.filter(kind="comparison").count() == 2


def test_a_draft_a_colleague_changed_meanwhile_is_shown_again(consultant):
    edit_comparison()
    form = form_of(consultant, "comparison")
    edit_comparison("Yet another")

    assert "The draft has changed meanwhile" in consultant.post(address("publish", "comparison"), form).content.decode()
    assert LABEL not in public_labels()


def test_an_entry_that_differs_goes_by_its_words_and_not_by_its_key(consultant):
    row = ComparisonRow.objects.create(key="on-call", kind="caveat", label="On call", text="Some are.", position=99)
    page = page_of(consultant, "publish", "comparison")
    assert re.search(r"comparison row</span>\s*<ins>.*?On call</ins>", page)
    assert not re.search("comparisonrow:|on-call", page)

    form = page_of_row(consultant, row)
    assert "A note below the table" in form
    assert not re.search("Caveat|Pair|Together", form)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("finder", "Which title do you need?"),
        ("comparison", LABEL),
        ("needs", "Daily decisions eat my week"),
        ("industries", "Preview: industries in the brief"),
        ("laws", "Pay and posting laws checked"),
    ],
)
def test_a_preview_shows_the_draft_as_visitors_see_it(consultant, kind, shown):
    edit_comparison()
    page = page_of(consultant, "preview", kind)

    assert shown in page
    assert "the draft, as visitors see it" in page
    assert "edition 1, as visitors see it" in page_of(consultant, "preview", kind, edition=1)


def test_a_preview_of_the_finder_gives_the_drafts_result(consultant):
    Answer.objects.filter(question__key="missing", key="running").update(text="The day itself")

    page = page_of(consultant, "preview", "finder", missing="running")

    assert "Your result" in page
    assert "The day itself" in page
    assert f'action="{address("preview", "finder")}"' in page


def test_a_restored_edition_is_the_draft_and_one_undo_takes_it_back(consultant):
    edit_comparison()
    consultant.post(address("publish", "comparison"), form_of(consultant, "comparison"))
    page = page_of(consultant, "restore", "comparison", 1)
    assert "Horizon" in page or "removed" in page
    consultant.post(address("restore", "comparison", 1))
    assert not ComparisonRow.objects.filter(label=LABEL).exists()
    assert LABEL in public_labels()
    act = Act.objects.get()
    undo = reverse("admin:roles_role_undo_act", args=[act.pk])
    assert undo in page_of(consultant, "versions", "comparison")
    consultant.post(undo)

    assert ComparisonRow.objects.filter(label=LABEL).exists()
    assert "was undone already" in consultant.post(undo).content.decode()


@pytest.mark.parametrize("kind", ["needs", "areas", "finder", "laws"])
def test_every_kind_goes_back_to_what_it_was(consultant, kind):
    edition = Edition.objects.get(kind=kind)
    model = {"needs": Need, "finder": Answer, "laws": PostingRule}.get(kind)
    if model:
        edit(kind)
    consultant.post(address("restore", kind, 1))

    assert "The draft says this already" in page_of(consultant, "restore", kind, 1)
    assert consultant.get(address("publish", kind)).context["draft"].value == edition.value


def test_a_need_that_statements_are_tied_to_stays_where_needs_are_restored(consultant):
    need = Need.objects.create(key="cash", phrase="Cash", focus="shared", position=99)
    need.statements.add(Statement.objects.first())
    consultant.post(address("restore", "needs", 1))

    assert list(Need.objects.values_list("key", flat=True))[-1] == "cash"


@pytest.mark.parametrize("name", ["versions", "preview", "publish", "compare"])
@pytest.mark.parametrize("kind", ["nothing", "x" * 3000])
def test_what_is_no_kind_is_404(consultant, name, kind):
    assert consultant.get(f"/admin/roles/role/editions/{kind}/{name.replace('versions', '')}").status_code in (404, 301)


@pytest.mark.parametrize("query", ["old=9", "old=draft&new=draft", "old=x", "old=" + "9" * 40])
def test_what_is_no_edition_is_404(consultant, query):
    assert consultant.get(f"{address('compare', 'needs')}?{query}").status_code == 404


def test_a_member_of_staff_without_the_right_publishes_nothing(consultant):
    consultant.user.groups.first().permissions.remove(
        *consultant.user.groups.first().permissions.filter(codename="change_comparisonrow")
    )
    edit_comparison()

    assert consultant.get(address("publish", "comparison")).status_code == 403
    assert consultant.post(reverse("admin:roles_release"), {"kinds": ["comparison"]}).status_code == 403
    assert LABEL not in public_labels()


def test_the_page_of_all_kinds_costs_the_same_whatever_they_hold(consultant, django_assert_num_queries):
    consultant.get(address("all"))
    for number in range(10):
        ComparisonRow.objects.create(key=f"r{number}", label="Row", strategic="One", operational="Other")
    with django_assert_num_queries(12):
        assert "Changes not published yet" in page_of(consultant, "all")


def test_the_page_of_releases_costs_the_same_whatever_they_hold(consultant, django_assert_num_queries):
    consultant.get(reverse("admin:roles_release"))
    for number in range(10):
        ComparisonRow.objects.create(key=f"r{number}", label="Row", strategic="One", operational="Other")
    with django_assert_num_queries(19):  # each draft is read to be compared with what is public
        assert consultant.get(reverse("admin:roles_release")).status_code == 200


def release_form(client, **changes):
    context = client.get(reverse("admin:roles_release")).context
    choices = [*context["kinds"], *context["roles"]]
    shown = {f"after-{choice.key}": choice.after for choice in choices}
    return shown | {f"draft-{choice.key}": choice.draft for choice in choices} | changes


def test_drafts_are_released_together_at_a_moment_and_withdrawn_before(consultant, time_machine):
    moment = (datetime.now(UTC) + timedelta(minutes=20)).replace(second=0, microsecond=0)
    at = moment.strftime("%Y-%m-%dT%H:%M")
    edit_comparison()
    Statement.objects.filter(key="do-run-the-day").update(text="Runs the day.")
    role = Role.objects.get(slug="director-of-operations")
    chosen = {"kinds": ["comparison"], "roles": [role.slug], "public_from": at, "note": "Spring"}
    form = release_form(consultant, **chosen)
    response = consultant.post(reverse("admin:roles_release"), form, follow=True)
    assert "Comparison, Director of Operations: planned for" in response.content.decode()
    again = consultant.post(reverse("admin:roles_release"), form)
    assert again.status_code == 422
    assert f'value="{at}"' in again.content.decode()
    assert LABEL not in public_labels()
    for url in (reverse("admin:roles_role_publish", args=[role.pk]), address("publish", "comparison")):
        assert "Withdraw its release" in consultant.get(url).content.decode()
    release = Release.objects.get()
    withdraw = reverse("admin:roles_release_withdraw", args=[release.pk])
    consultant.post(withdraw)
    assert not role.versions.filter(number=2).exists()
    consultant.post(reverse("admin:roles_release"), release_form(consultant, **chosen))
    time_machine.move_to(moment)

    assert LABEL in public_labels()
    assert role.versions.public().first().number == 2
    assert (
        "is public by now"
        in consultant.post(
            reverse("admin:roles_release_withdraw", args=[Release.objects.first().pk]), follow=True
        ).content.decode()
    )


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"kinds": []}, "Choose what to release"),
        ({"public_from": "2020-01-01T08:00"}, "Give a moment to come"),
        ({"public_from": "9999-01-01T08:00"}, "within a year"),
        ({"public_from": "soon"}, "Give a day and a time"),
        ({"note": "x" * 301}, "at most 300 characters"),
        ({"kinds": ["comparison", "laws"]}, "Nothing has changed since edition 1"),
        ({"after-comparison": "9" * 30, "draft-comparison": "x"}, "The draft has changed meanwhile"),
    ],
)
def test_a_release_that_cannot_be_made_states_why_and_loses_nothing(consultant, sent, message):
    edit_comparison()
    form = release_form(consultant, kinds=["comparison"], note="Kept words") | sent
    response = consultant.post(reverse("admin:roles_release"), form)

    assert response.status_code == 422
    assert message in response.content.decode()
    assert LABEL not in public_labels()
    assert not Release.objects.exists()
    assert sent.get("note") or "Kept words" in response.content.decode()
