from django.urls import reverse

from roles.models import ComparisonRow


def test_it_names_both_titles_and_leads_to_their_briefs(stranger):
    page = stranger.get("/").content.decode()

    assert "Operations Director" in page
    assert "Director of Operations" in page
    for slug in ("operations-director", "director-of-operations"):
        assert reverse("posting_new", args=[slug]) in page


def test_the_home_page_costs_a_newcomer_two_queries(stranger, django_assert_num_queries):
    with django_assert_num_queries(2):
        stranger.get("/")


def test_it_costs_at_most_four_for_anybody(owner, administrator, django_assert_max_num_queries):
    for client in (owner, administrator):
        with django_assert_max_num_queries(4):
            client.get("/")


def test_its_short_comparison_is_the_consultants_and_leads_to_the_long_one(stranger):
    ComparisonRow.objects.filter(key="horizon").update(short_strategic="Far ahead")

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
