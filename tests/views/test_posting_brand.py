import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from roles.core.exports import Brand
from roles.models import Posting, PostingBrand
from tests.core.exports.pictures import picture

FIELDS = {"colour": "#117733", "company_text": "12 Quay Street"}


def send(client, posting=None, **fields):
    address = reverse("posting_brand", args=[(posting or client.posting).pk])
    return client.post(address, {**FIELDS, **fields})


def logo(data=None, name="logo.png"):
    return SimpleUploadedFile(name, picture() if data is None else data)


def export(client, posting, extension):
    return client.get(reverse("posting_export", args=[posting.pk, extension])).content


def test_logo_colour_and_line_are_on_the_pdf_the_word_file_and_the_card(owner):
    before = {extension: export(owner, owner.posting, extension) for extension in ("pdf", "docx", "png", "txt")}

    response = send(owner, logo=logo())

    assert response.url == f"{owner.posting.get_absolute_url()}#take"
    after = {extension: export(owner, owner.posting, extension) for extension in before}
    assert [extension for extension in before if before[extension] == after[extension]] == ["txt"]
    assert Image.open(io.BytesIO(after["png"])).getpixel((5, 5))[:3] == (0x11, 0x77, 0x33)


def test_what_is_kept_is_our_own_drawing_of_it(owner):
    data = picture() + b"<script>"
    send(owner, logo=logo(data, name="../../evil.html"))

    kept = owner.posting.brand.logo
    assert b"<script>" not in kept
    answer = owner.get(reverse("posting_logo", args=[owner.posting.pk]))
    assert answer.content == kept
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_next_posting_for_the_same_company_looks_the_same(owner, answers):
    send(owner, logo=logo())
    owner.post(reverse("posting_new", args=["operations-director"]), answers | {"company": "HARBOUR Lane bakery"})
    owner.post(reverse("posting_new", args=["operations-director"]), answers | {"company": "Another Firm"})

    same, other = (Posting.objects.get(company=name).brand for name in ("HARBOUR Lane bakery", "Another Firm"))
    assert same == owner.posting.brand != Brand()
    assert other == Brand()


def test_a_stranger_with_a_company_of_that_name_gets_none_of_it(owner, stranger, answers):
    send(owner, logo=logo())
    stranger.post(reverse("posting_new", args=["operations-director"]), answers)

    assert Posting.objects.latest("created_at").brand == Brand()


def test_an_accounts_next_posting_and_its_copy_look_the_same(member, answers):
    send(member, logo=logo())
    copy = member.posting.duplicate()
    member.post(reverse("posting_new", args=["operations-director"]), answers | {"company": member.posting.company})

    assert copy.brand == Posting.objects.latest("created_at").brand == member.posting.brand


def test_a_change_of_one_posting_changes_no_other(owner):
    send(owner, logo=logo())
    owner.post(reverse("posting_duplicate", args=[owner.posting.pk]))
    copy = Posting.objects.latest("created_at")
    send(owner, copy, colour="#000000", remove_logo="on")

    assert owner.posting.brand.colour == "#117733"
    assert owner.posting.brand.logo
    assert copy.brand == Brand(colour="#000000", company_text="12 Quay Street")


def test_the_logo_stays_until_it_is_removed_or_another_comes(owner):
    send(owner, logo=logo())
    first = owner.posting.brand.logo
    send(owner)
    assert owner.posting.brand.logo == first
    send(owner, logo=logo(picture(colour=(0, 0, 255, 255))))
    assert owner.posting.brand.logo not in (first, b"")
    send(owner, remove_logo="on")
    assert owner.posting.brand.logo == b""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"logo": logo(b"GIF89a")}, "cannot read this as a picture"),
        ({"logo": logo(picture() + bytes(2_000_001))}, "larger than 2 MB"),
        ({"colour": "red; background: url(x)"}, "# and six figures"),
        ({"company_text": "x" * 201}, "at most 200 characters"),
        ({"company_text": "a\u202eb"}, "invisible"),
    ],
)
def test_what_is_wrong_is_stated_at_its_field_and_nothing_typed_is_lost(owner, fields, said):
    response = send(owner, **fields)

    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert fields.get("company_text", "12 Quay Street") in page
    assert not PostingBrand.objects.exists()


def test_ten_megabytes_lead_back_to_the_page_with_the_reason(owner):
    address = reverse("posting_brand", args=[owner.posting.pk])
    response = send(owner, logo=logo(bytes(10_000_000)))

    assert response.headers["Location"] == address
    assert "A logo may have 2 MB." in owner.get(address).content.decode()


def test_a_stranger_can_neither_see_nor_change_it(owner, stranger):
    send(owner, logo=logo())

    assert send(stranger, owner.posting, colour="#000000").status_code == 404
    assert stranger.get(reverse("posting_logo", args=[owner.posting.pk])).status_code == 404
    assert owner.posting.brand.colour == "#117733"


def test_whose_session_has_ended_gets_the_words_back(owner, stranger):
    page = send(stranger, owner.posting, company_text="12 Quay <Street>").content.decode()

    assert "12 Quay &lt;Street&gt;" in page
    assert "Harbour" not in page


def test_sent_twice_it_is_saved_once(owner):
    send(owner, logo=logo())
    send(owner, logo=logo())

    assert PostingBrand.objects.count() == 1


def test_it_goes_with_the_posting(owner):
    send(owner, logo=logo())
    Posting.objects.filter(pk=owner.posting.pk).delete()

    assert not PostingBrand.objects.exists()


@pytest.mark.parametrize(("extension", "queries"), [("pdf", 3), ("docx", 3), ("png", 3), ("md", 2), ("svg", 2)])
def test_only_what_shows_the_brand_asks_for_it(owner, django_assert_num_queries, extension, queries):
    with django_assert_num_queries(queries):
        export(owner, owner.posting, extension)
