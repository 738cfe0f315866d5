from roles.core import content
from roles.core.finder import RowKind
from roles.models import ComparisonRow

URL = "/compare/"


def test_it_shows_every_row_of_the_comparison(stranger):
    page = stranger.get(URL).content.decode()

    for row in content.read_comparison():
        for words in (row.label, row.strategic, row.operational, row.text):
            for line in words.splitlines():
                assert line in page, line


def test_the_comparison_has_caveats_sources_and_links_to_both_briefs(stranger):
    page = stranger.get(URL).content.decode()

    assert "Many firms use both titles for the same job" in page
    assert "director of the company in law" in page
    assert "Michael Watkins" in page
    for address in ("/which-role/", "/roles/operations-director/brief/", "/roles/director-of-operations/brief/"):
        assert f'href="{address}"' in page


def test_it_costs_one_query_once_it_is_made(stranger, publish_kinds, django_assert_num_queries):
    for number in range(30):
        ComparisonRow.objects.create(key=f"row-{number}", label="Row", strategic="One", operational="Other")
    publish_kinds("comparison")
    assert "row-29" in stranger.get(URL).content.decode()  # makes the page
    with django_assert_num_queries(1):
        stranger.get(URL)


def test_a_consultants_words_show_as_typed_once_published(stranger, publish_kinds):
    ComparisonRow.objects.filter(key="horizon").update(strategic="<b>Far</b>\n& wide")

    assert "Far" not in stranger.get(URL).content.decode()
    publish_kinds("comparison")

    page = stranger.get(URL).content.decode()

    assert "<p>&lt;b&gt;Far&lt;/b&gt;</p><p>&amp; wide</p>" in page


def test_without_rows_it_shows_it(stranger, publish_kinds):
    ComparisonRow.objects.all().delete()
    publish_kinds("comparison")

    assert "The comparison is not written yet" in stranger.get(URL).content.decode()


def test_a_row_is_a_caveat_where_the_file_shows_it(db):
    assert ComparisonRow.objects.filter(kind=RowKind.CAVEAT).count() == 5
