import pytest
from django.urls import reverse

from roles.models import Need, Role, Section, Statement, StatementUse

URL = "/admin/roles/statement/"


def listed(client, **query):
    return set(client.get(URL, query).context["cl"].queryset.values_list("key", flat=True))


def all_keys(**which):
    return set(Statement.objects.filter(**which).values_list("key", flat=True))


def test_it_is_searched(consultant, version):
    statement = Statement.objects.last()
    Statement.objects.filter(pk=statement.pk).update(text="About zeppelins.")

    assert listed(consultant, q="zeppelin") == {statement.key}
    assert listed(consultant, q=statement.key) >= {statement.key}


def test_it_is_filtered(consultant, version):
    section = version.role.sections.get(key="responsibilities")
    need, role = Need.objects.first(), Role.objects.first()

    assert listed(consultant, section__role__id__exact=role.pk) == all_keys(section__role=role)
    assert listed(consultant, section=section.pk) == all_keys(section=section)
    assert listed(consultant, focus__exact="strategic") == all_keys(focus="strategic")
    assert listed(consultant, needs__id__exact=need.pk) == all_keys(needs=need)
    assert listed(consultant, question="some") == all_keys() - all_keys(question="")


def test_never_used_are_those_no_owner_was_offered(consultant, version):
    used = Statement.objects.first()
    StatementUse.objects.create(key=used.key, offered=1)

    assert listed(consultant, use="never") == all_keys() - {used.key}
    assert listed(consultant, use="removed") == set()


def test_it_is_sorted_by_use(consultant, version):
    used = Statement.objects.last()
    StatementUse.objects.create(key=used.key, offered=9, reworded=2)
    columns = ["wording", "place", "focus", "offered", "kept", "reworded", "removed"]

    for name in ("offered", "kept", "reworded"):
        page = consultant.get(URL, {"o": f"-{columns.index(name) + 1}"})
        assert page.context["cl"].result_list[0].key == used.key


@pytest.mark.parametrize("value", ["x", "9" * 30, "-1", "²"])
@pytest.mark.parametrize("name", ["section", "section__role__id__exact", "use", "question", "needs__id__exact", "p"])
def test_a_hostile_filter_is_never_an_error_of_ours(consultant, version, name, value):
    assert consultant.get(URL, {name: value}).status_code in (200, 302)


def test_it_costs_the_same_whatever_the_number_of_statements(consultant, version, django_assert_max_num_queries):
    for query in ({}, {"q": "the"}, {"section": "1"}):
        with django_assert_max_num_queries(14):
            consultant.get(URL, query)


def test_a_statement_is_edited_in_its_section(consultant, version):
    statement = Statement.objects.first()
    response = consultant.get(reverse("admin:roles_statement_change", args=[statement.pk]))

    assert response.url == f"/admin/roles/section/{statement.section_id}/change/#statement-{statement.key}"


def act(client, action, statements, follow=False, **data):
    chosen = [item.pk for item in statements]
    return client.post(URL, {"action": action, "_selected_action": chosen, **data}, follow=follow)


def test_duplicates_appear_at_the_end_with_keys_of_their_own(consultant, version):
    section = version.role.sections.get(key="success")
    first, second = section.statements.all()[:2]
    revision = section.revision

    act(consultant, "duplicate", [first, second])

    copies = list(section.statements.all())[-2:]
    assert [copy.text for copy in copies] == [first.text, second.text]
    assert [copy.to_template().needs for copy in copies] == [first.to_template().needs, second.to_template().needs]
    assert len({first.key, second.key, *(copy.key for copy in copies)}) == 4
    section.refresh_from_db()
    assert section.revision == revision + 1


def test_a_move_asks_where_to_first(consultant, version):
    statement = version.role.sections.get(key="success").statements.first()
    page = act(consultant, "move", [statement])

    assert statement.text in page.content.decode()
    statement.refresh_from_db()
    assert statement.section.key == "success"


def test_moved_ones_appear_at_the_end_and_keep_their_keys(consultant, version):
    here, there = (version.role.sections.get(key=key) for key in ("success", "skills"))
    moving = list(here.statements.all()[:2])

    act(consultant, "move", reversed(moving), section=there.pk)

    assert list(there.statements.all())[-2:] == moving
    for section in (here, there):
        assert Section.objects.get(pk=section.pk).revision == section.revision + 1


@pytest.mark.parametrize("section", ["", "x", "9" * 30])
def test_a_move_nowhere_asks_again(consultant, version, section):
    statement = Statement.objects.first()

    assert act(consultant, "move", [statement], section=section).status_code == 200
    assert Statement.objects.get(pk=statement.pk).section_id == statement.section_id


def test_it_can_be_sorted_without_its_headings(consultant, version):
    used = Statement.objects.last()
    StatementUse.objects.create(key=used.key, offered=9, reworded=2)
    page = consultant.get(URL)
    sorts = dict(page.context["sorts"])

    assert list(sorts) == ["as in the roles", "most offered", "most kept", "most reworded", "most removed"]
    for label in ("most offered", "most kept", "most reworded"):
        assert consultant.get(URL + sorts[label]).context["cl"].result_list[0].key == used.key
    content = page.content.decode()
    assert content.index("Filter and sort") < content.index('id="result_list"')
    assert content.count('id="changelist-filter"') == 1


def test_what_was_filtered_for_comes_before_what_it_is_filtered_by(consultant, version):
    page = consultant.get(URL, {"focus__exact": "strategic"}).content.decode()
    assert '<details class="list-tools">' in page
    assert page.index("Clear all filters") < page.index('<details class="list-tools">')


def test_a_section_without_a_heading_is_named_by_its_purpose(consultant, version):
    Section.objects.filter(role=version.role, key="skills").update(heading="")
    page = consultant.get(URL).content.decode()
    assert f"{version.role}: Skills" in page


@pytest.mark.parametrize(("verb", "button"), [("move", "Move"), ("duplicate", "Duplicate")])
def test_a_row_leads_to_its_move_and_its_copy(consultant, version, verb, button):
    section = version.role.sections.get(key="success")
    statement = section.statements.first()
    url = reverse(f"admin:roles_statement_{verb}", args=[statement.pk])
    assert f'href="{url}"' in consultant.get(reverse("admin:roles_section_change", args=[section.pk])).content.decode()

    page = consultant.get(url).content.decode()
    assert statement.text in page
    assert f'name="_selected_action" value="{statement.pk}"' in page
    assert f'<input type="submit" value="{button}">' in page


@pytest.mark.parametrize("verb", ["move", "duplicate"])
def test_of_a_statement_that_is_gone_there_is_nothing_to_do(consultant, version, verb):
    assert consultant.get(reverse(f"admin:roles_statement_{verb}", args=[10**9])).status_code == 404
    assert consultant.post(reverse(f"admin:roles_statement_{verb}", args=[1])).status_code == 405


@pytest.mark.parametrize("action", ["move", "duplicate"])
def test_no_more_come_into_a_section_than_its_page_can_keep(consultant, version, action, monkeypatch):
    section, there = version.role.sections.get(key="skills"), version.role.sections.get(key="summary")
    before = version.role.to_template()
    full = (there if action == "move" else section).statements.count() + 1
    monkeypatch.setattr("roles.admin.locking.ROWS_LIMIT", full)
    page = act(consultant, action, section.statements.all()[:2], follow=True, section=there.pk).content.decode()

    assert f"and its page can keep {full}. Take fewer." in page
    assert version.role.to_template() == before
    assert not version.role.backups.exists()
