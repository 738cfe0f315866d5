"""The page everybody reads: stored bytes, one query, no trace of a visitor."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse

from roles.board.models import Publication
from roles.board.rendering import render
from roles.core.exports import Brand, text
from roles.models import PostingBrand
from tests.board.conftest import change, publish
from tests.core.exports.pictures import picture


def page_of(publication, **headers):
    return Client().get(publication.get_absolute_url(), headers=headers)


def test_the_stored_bytes_are_what_a_fresh_render_gives(published):
    stored = Publication.objects.select_related("firm").get()
    made = render(stored.shown)

    assert gzip.decompress(stored.page).decode() == made.page
    assert gzip.decompress(stored.closed_page).decode() == made.closed_page
    assert gzip.decompress(stored.embed).decode() == made.embed
    assert stored.text == text.write(stored.document)
    assert page_of(published).content == gzip.decompress(stored.page)
    assert page_of(published, accept_encoding="br, gzip").content == stored.page


def test_the_page_costs_one_query_and_leaves_nothing_at_the_visitor(published, django_assert_num_queries):
    page_of(published)
    with django_assert_num_queries(1):
        response = page_of(published)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response["Vary"]
    assert b"csrf" not in response.content.lower()


def test_the_page_is_answered_before_there_is_a_session(published, monkeypatch):
    def refuse(*args):
        raise AssertionError("a session was asked for")

    monkeypatch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", refuse)
    for name in ("", "posting.txt", "posting.html", "embed/"):
        assert Client().get(f"{published.get_absolute_url()}{name}").status_code == 200
    for path in ("/jobs/", "/jobs/feeds/atom.xml", "/jobs/sitemap.xml", published.firm.get_absolute_url()):
        assert Client().get(path).status_code == 200
    with pytest.raises(AssertionError, match="a session was asked for"):
        Client().get("/review/")


def test_everybody_gets_the_same_bytes(published, member, stranger, consultant, administrator):
    address = published.get_absolute_url()
    answers = [client.get(address) for client in (stranger, member, consultant, administrator)]

    assert len({answer.content for answer in answers}) == 1
    assert {answer["Cache-Control"] for answer in answers} == {"public, max-age=300, stale-while-revalidate=60"}
    assert not any(answer.cookies for answer in answers)
    assert member.user.email.encode() not in answers[0].content


def test_a_page_somebody_has_is_not_sent_again(published):
    first = page_of(published)
    again = page_of(published, if_none_match=first["ETag"])
    other = page_of(published, if_none_match='W/"other"')

    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]
    assert other.status_code == 200


def test_security_headers_stay_on_the_page(published):
    response = page_of(published)

    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


def test_a_host_that_is_not_ours_is_refused(published):
    assert page_of(published, host="evil.example").status_code == 400


def test_the_only_scripts_are_data_and_the_button_to_print(published):
    page = page_of(published).content.decode()

    ours = f'<script type="module" src="{static("js/print.js")}">'
    assert re.findall(r"<script[^>]*>", page) == ['<script type="application/ld+json">', ours]
    assert re.search(r"<button[^>]* data-print hidden>Print</button>", page)
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)


def test_a_wrong_slug_leads_to_the_right_one(published):
    address = published.get_absolute_url()
    for wrong in (f"/jobs/{published.short_id}/", f"/jobs/{published.short_id}/another-title/"):
        response = Client().get(wrong)
        assert (response.status_code, response.url) == (302, address)
    assert Client().get(f"/jobs/{published.short_id}").url == f"/jobs/{published.short_id}/"


def test_the_address_stays_when_the_text_is_published_again(published, member):
    before = published.short_id
    again = publish(member.posting, listed=True)

    assert (again.pk, again.short_id) == (published.pk, before)


@pytest.mark.parametrize("short_id", ["2345678923", "nothing", "aaaaaaaaaa", "23456789bcd"])
def test_an_address_nobody_published_is_not_found(db, short_id):
    assert Client().get(f"/jobs/{short_id}/x/").status_code == 404


def test_link_only_is_out_of_search_and_has_no_markup(member):
    response = page_of(publish(member.posting))

    assert response["X-Robots-Tag"] == "noindex"
    assert b'name="robots" content="noindex"' in response.content
    assert b"ld+json" not in response.content


def test_a_listed_page_may_be_found(published):
    response = page_of(published)

    assert "X-Robots-Tag" not in response
    assert b"noindex" not in response.content
    assert f'<link rel="canonical" href="http://testserver{published.get_absolute_url()}">' in response.content.decode()


def test_logo_and_colour_of_the_firm_are_on_the_page(member):
    PostingBrand.objects.put(member.posting, Brand(colour="#117733", logo=picture(), company_text="12 Quay Street"))
    published = publish(member.posting)
    page = page_of(published).content.decode()
    logo = Client().get(f"{published.get_absolute_url()}logo.png")

    assert 'fill="#117733"' in page
    assert f'src="{published.get_absolute_url()}logo.png"' in page
    assert "12 Quay Street" in page
    assert logo.content == member.posting.brand.logo
    assert logo["Cache-Control"].startswith("public")


def test_the_text_is_served_as_it_was_written(published, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = Client().get(f"{published.get_absolute_url()}posting.txt")

    assert response.content.decode() == text.write(published.document)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"


def test_each_fact_of_the_markup_appears_on_the_page(published):
    page = page_of(published).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>(.*)', page, re.DOTALL)
    data, shown = json.loads(found[1]), found[2]

    assert published.document.facts.base_salary is not None
    for words in (data["title"], data["hiringOrganization"]["name"], data["jobLocation"]["name"], "Full-time"):
        assert words in shown
    assert f"Reference {data['identifier']['value']}." in shown
    for label, value in published.document.facts.lines():
        assert label in shown, label
        assert value in shown, value
    assert data["validThrough"].startswith(f"{published.last_day}T23:59:59+")


def test_pages_made_in_another_way_are_made_anew_once(published, django_assert_num_queries):
    Publication.objects.update(shell="of before", page=b"", etag="of before")
    fresh = page_of(published)

    assert b"Reference" in fresh.content
    assert Publication.objects.get().etag == published.etag
    with django_assert_num_queries(1):
        assert page_of(published).content == fresh.content


def test_a_hidden_publication_is_not_found(member):
    member.user.emailaddress_set.update(verified=False)
    waiting = publish(member.posting)
    assert page_of(waiting).status_code == 404

    member.user.emailaddress_set.get().set_verified()
    assert page_of(waiting).status_code == 200


def test_what_is_taken_off_the_web_is_gone_at_once(published):
    change(published, "withdraw")

    response = page_of(published)
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    assert published.company.encode() not in response.content


def test_a_deleted_posting_is_off_the_web(published, member):
    member.post(reverse("posting_delete", args=[member.posting.pk]))
    assert page_of(published).status_code == 410

    member.post(reverse("posting_restore", args=[member.posting.pk]))
    assert page_of(published).status_code == 410


def test_a_form_sent_to_the_page_is_refused(published):
    assert Client().post(published.get_absolute_url()).status_code == 405


def test_a_reader_reports_it_once_however_often_it_is_sent(published, stranger):
    address = f"{published.get_absolute_url()}report/"
    assert stranger.get(address)["X-Robots-Tag"] == "noindex"
    for _ in range(2):
        response = stranger.post(address, {"kind": "money", "words": "They ask for <b>50</b>."})
        assert response.status_code == 302

    (report,) = published.reports.all()
    assert (report.kind, report.words) == ("money", "They ask for <b>50</b>.")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"words": "Look here"}, "Choose what is wrong with it."),
        ({"kind": "other", "words": " "}, "Say in a few words what is wrong."),
        ({"kind": "made-up", "words": "Look here"}, "not one of the available choices"),
        ({"kind": "money", "words": "x" * 501}, "at most 500 characters"),
    ],
)
def test_a_report_that_lacks_something_comes_back_as_typed(published, stranger, fields, said):
    response = stranger.post(f"{published.get_absolute_url()}report/", fields)

    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert fields["words"].strip() in page
    assert not published.reports.exists()


def test_reports_without_end_are_refused_and_the_words_come_back(published, stranger):
    cache.clear()
    address = f"{published.get_absolute_url()}report/"
    answers = [stranger.post(address, {"kind": "other", "words": f"Number {number}"}) for number in range(21)]

    assert [answer.status_code for answer in answers] == [302] * 20 + [429]
    assert "Number 20" in answers[-1].content.decode()


def test_a_first_visit_takes_sixty_kilobytes(published):
    response = page_of(published, accept_encoding="gzip")
    page = gzip.decompress(response.content).decode()
    files = re.findall(r'(?:href|src)="/static/([^"]+)"', page)

    assert {"css/board.css", "css/portal.css"} <= set(files)
    weights = {name: len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files}
    assert len(response.content) <= 15 * 1024
    assert len(response.content) + sum(weights.values()) <= 60 * 1024, weights
