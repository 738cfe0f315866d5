"""A role on its firm's own site, and on its wall."""

import io
import json
import re
from html import unescape
from xml.etree import ElementTree

import pypdf
import pytest
import zxingcpp
from django.test import Client
from django.urls import reverse
from PIL import Image

from roles.core.exports import Brand, html
from roles.core.publishing import poster
from roles.models import PostingBrand
from tests.board.conftest import change, publish
from tests.core.exports.pictures import picture


def card_of(publication):
    return f"{publication.get_absolute_url()}embed/"


def oembed(url, **query):
    return Client().get(reverse("jobs_oembed"), {"url": url, **query})


def test_the_card_may_be_framed_anywhere_and_do_nothing_there(published, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = Client().get(card_of(published))

    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "form-action 'none'" in policy
    assert "X-Frame-Options" not in response
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"].startswith("public, max-age=300")
    assert not response.cookies
    page = response.content.decode()
    assert f'href="http://testserver{published.get_absolute_url()}"' in page
    assert published.title in page
    assert "<script" not in page


def test_only_the_card_may_be_framed(published):
    for name in ("", "posting.html", "posting.txt", "report/"):
        response = Client().get(f"{published.get_absolute_url()}{name}")
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_the_card_of_a_closed_role_shows_it(published):
    change(published, "close")
    response = Client().get(card_of(published))

    assert response.status_code == 200
    assert b"This role is closed" in response.content
    assert published.company.encode() not in response.content
    assert "frame-ancestors *" in response["Content-Security-Policy"]


def test_the_page_leads_to_its_oembed_and_that_to_the_card(published, django_assert_num_queries):
    page = Client().get(published.get_absolute_url()).content.decode()
    link = unescape(re.search(r'type="application/json\+oembed"\s+href="http://testserver([^"]+)"', page)[1])
    with django_assert_num_queries(1):
        answer = json.loads(Client().get(link).content)

    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == str(published)
    assert f'src="http://testserver{card_of(published)}"' in answer["html"]
    assert f'width="{answer["width"]}" height="{answer["height"]}"' in answer["html"]


def test_oembed_keeps_to_the_size_it_is_asked_for(published):
    answer = json.loads(oembed(published.address, maxwidth="300", maxheight="9999").content)
    assert (answer["width"], answer["height"]) == (300, 260)
    for nonsense in ("", "x", "-1", "9" * 50):
        assert json.loads(oembed(published.address, maxwidth=nonsense).content)["width"] == 480


@pytest.mark.parametrize(
    "url", ["", "nonsense", "http://[::1", "/jobs/", "/admin/", "/jobs/2345678923/x/", "https://other.example/x"]
)
def test_oembed_of_anything_else_is_not_found(published, url):
    assert oembed(url).status_code == 404


def test_oembed_holds_the_same_in_xml_as_in_json(published):
    answer = oembed(published.address, format="xml")
    root = ElementTree.fromstring(answer.content)

    assert answer["Content-Type"] == "text/xml"
    assert root.tag == "oembed"
    said = {element.tag: element.text for element in root}
    assert said == {name: str(value) for name, value in json.loads(oembed(published.address).content).items()}


def test_oembed_of_another_format_is_refused_and_is_no_error_of_the_portal(published, caplog):
    assert oembed(published.address, format="yaml").status_code == 400
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_oembed_of_a_closed_role_is_not_found(published):
    change(published, "close")
    assert oembed(published.address).status_code == 404


def test_hostile_words_stay_words_in_the_frame(member):
    posting = member.posting
    posting.company = '"><script>alert(1)</script>'
    posting.save()
    published = publish(posting)
    answer = json.loads(oembed(published.address).content)

    assert answer["html"].count("<") == 2
    assert answer["author_name"] == posting.company


def test_the_fragment_is_the_html_export_of_what_is_published(published, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = Client().get(f"{published.get_absolute_url()}posting.html")

    assert response.content.decode() == html.write(published.document)


def test_the_code_on_the_poster_leads_to_the_page(member):
    PostingBrand.objects.put(member.posting, Brand(colour="#117733", logo=picture(), company_text="12 Quay Street"))
    published = publish(member.posting)
    response = member.get(reverse("posting_poster", args=[member.posting.pk]))

    assert response["Content-Type"] == "application/pdf"
    assert "poster.pdf" in response["Content-Disposition"]
    (page,) = pypdf.PdfReader(io.BytesIO(response.content)).pages
    words = " ".join(page.extract_text().split())
    for said in (published.title, published.company, published.place, "Apply by", "12 Quay Street"):
        assert said in words
    drawn = poster.poster_data(published.document, published.listing, published.address)
    assert read_code(drawn["qr"]) == published.address


def read_code(svg):
    """Read the code as a scanner would: drawn by typst, which sets the poster."""
    import typst

    png = typst.compile(
        b'#set page(width: 200pt, height: 200pt, margin: 0pt)\n#image(bytes(sys.inputs.qr))', format="png",
        sys_inputs={"qr": svg}, ppi=144,
    )  # fmt: skip
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    return found.text


def test_only_its_owner_has_the_poster_and_only_of_what_is_published(member, stranger):
    address = reverse("posting_poster", args=[member.posting.pk])
    assert member.get(address).status_code == 404
    published = publish(member.posting)
    assert (member.get(address).status_code, stranger.get(address).status_code) == (200, 404)
    change(published, "withdraw")
    assert member.get(address).status_code == 404
