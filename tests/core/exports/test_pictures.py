"""The card and the QR code, read back by a decoder that is not ours."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from roles.core.exports import FORMATS, card, qr
from roles.core.exports.brand import Brand
from roles.core.exports.typesetting import set_pages
from roles.core.money import BaseSalary, Currency
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING
from tests.core.exports.readings import as_set

SQUARE = b'#set page(width: 296pt, height: 296pt, margin: 0pt)\n#image("qr.svg", width: 100%)'
LINK = "https://example.com/jobs?a=1&b=%C3%A9"


def applied(**answers):
    return posting(statement("one", "{{ apply_to }}"), **{"apply_to": "jobs@harbour.example", **answers})


def picture(document, listing=LISTING):
    return Image.open(io.BytesIO(FORMATS["png"].write(document, listing)))


def codes(image):
    return [found.text for found in zxingcpp.read_barcodes(image)]


def said(document, listing=LISTING):
    """The words on the card: the same template set as a PDF, whose text can be taken back out."""
    data = card.card_data(document, listing)
    pages = PdfReader(io.BytesIO(set_pages("card", data, listing.date_posted, "pdf"))).pages
    assert len(pages) == 1
    return as_set(pages[0].extract_text())


@pytest.mark.parametrize(
    ("written", "address"), [("jobs@harbour.example", "mailto:jobs@harbour.example"), (LINK, LINK)]
)
def test_the_code_on_the_card_leads_to_where_people_apply(written, address):
    image = picture(applied(apply_to=written))

    assert image.size == (1200, 630)
    assert codes(image) == [address]


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#2f4b9b", "#ffd800"])
def test_the_code_can_be_read_on_any_colour(colour):
    assert codes(picture(applied(), replace(LISTING, brand=Brand(colour=colour))))


def test_the_code_alone_can_be_read_with_a_part_of_it_hidden():
    document = applied()
    files = {"main": SQUARE, "qr.svg": qr.write(document, LISTING)}
    image = Image.open(io.BytesIO(typst.compile(files, format="png", ppi=72))).convert("L")
    assert codes(image) == ["mailto:jobs@harbour.example"]
    image.paste(0, (130, 130, 205, 205))

    assert codes(image) == ["mailto:jobs@harbour.example"]


def test_a_posting_that_does_not_state_how_to_apply_has_no_code():
    document = posting(statement("one"))

    assert not FORMATS["svg"].can_write(document)
    assert codes(picture(document)) == []
    with pytest.raises(qr.NoAddressError):
        FORMATS["svg"].write(document, LISTING)


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Lane Bakery",
        "#panic() *b* $x$ [y] <z>",
        "W" * 100,
        "The Worshipful Company of Bakers and Confectioners of the North and East Ridings and Elsewhere",
        "Café Żółć",
        "مخبز الميناء",
    ],
)
def test_the_card_states_what_the_posting_states(name):
    document = replace(applied(company=name, place=name), title=f"{name} Keeper")
    facts = dict(document.facts.lines())
    found = said(document)

    if name.isascii():
        for words in (document.title, facts["Company"], facts["Location"]):
            assert as_set(words) in found
    else:
        assert sorted(as_set(document.title + facts["Company"] + facts["Location"])) == sorted(found)


def test_pay_appears_on_the_card_if_the_owner_gave_it():
    pay = BaseSalary(min_value=Decimal(48_000), max_value=Decimal(56_000), currency=Currency.GBP)

    assert as_set("£48,000–£56,000 a year") in said(applied(base_salary=pay))
    assert "ayear" not in said(applied())


@pytest.mark.parametrize("title", ["Director", "Keeper of Operations and of Much Else at the Harbour " * 2, "W" * 100])
def test_the_title_is_as_large_as_it_fits_and_covers_nothing(title):
    image = picture(replace(applied(company="Salt & Co " * 10, place="Kingston upon Hull " * 5), title=title[:100]))
    ground = image.getpixel((5, 5))

    for box in ((0, 0, 1200, 50), (0, 424, 860, 438), (0, 600, 1200, 630), (0, 0, 60, 630), (1150, 0, 1200, 630)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ground)], box
    assert codes(image)


def test_it_is_the_same_bytes_every_time():
    assert card.write(applied(), LISTING) == card.write(applied(), LISTING)
    assert qr.write(applied(), LISTING) == qr.write(applied(), LISTING)
