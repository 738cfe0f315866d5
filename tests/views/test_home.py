import html

from django.urls import reverse

from roles.models import ComparisonRow
from roles.views import pages


def test_it_names_both_titles_and_leads_to_their_briefs(stranger):
    page = stranger.get("/").content.decode()

    assert "Operations Director" in page
    assert "Director of Operations" in page
    for slug in ("operations-director", "director-of-operations"):
        assert reverse("posting_new", args=[slug]) in page


def test_home_costs_one_query_once_it_is_made(stranger, django_assert_num_queries):
    stranger.get("/")
    with django_assert_num_queries(1):
        stranger.get("/")


def test_home_shows_the_beginning_of_an_example_posting_and_leads_to_it(stranger):
    page = stranger.get("/").content.decode()

    url = reverse("role_example", args=["operations-director"])
    assert url in page
    example = stranger.get(url)
    document = example.context["document"]
    assert document.facts.hiring_organization in page
    assert document.sections[0].items[0].text in html.unescape(page)
    shown = html.unescape(example.content.decode())
    assert all(item.text in shown for section in document.sections for item in section.items)


def test_a_role_without_an_example_brief_has_no_example_page(stranger, monkeypatch):
    monkeypatch.setattr(pages, "_examples", dict)
    assert stranger.get(reverse("role_example", args=["operations-director"])).status_code == 404
    assert "Example posting" not in stranger.get("/").content.decode()


def test_it_costs_at_most_four_for_anybody(owner, administrator, stranger, django_assert_max_num_queries):
    stranger.get("/")  # reads the templates
    for client in (owner, administrator):
        with django_assert_max_num_queries(4):
            client.get("/")


def test_its_short_comparison_is_the_consultants_and_leads_to_the_long_one(stranger, publish_kinds):
    ComparisonRow.objects.filter(key="horizon").update(short_strategic="Far ahead")
    publish_kinds("comparison")

    page = stranger.get("/").content.decode()

    assert "Far ahead" in page
    assert "Many firms use both titles for the same job." in page
    assert reverse("compare") in page
    assert reverse("which_role") in page
    assert "When to hire" not in page


def test_it_lists_the_drafts_of_this_browser_and_no_others(owner, stranger):
    assert "Harbour Lane Bakery" in owner.get("/").content.decode()
    assert "Harbour Lane Bakery" not in stranger.get("/").content.decode()


def test_robots_keeps_drafts_out(stranger):
    assert "Disallow: /postings/" in stranger.get("/robots.txt").content.decode()
