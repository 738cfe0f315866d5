import io
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from roles.core import content
from roles.core.compose import compose
from roles.core.exports import FORMATS, pdf
from roles.core.exports.brand import Brand
from roles.core.exports.logo import read_logo
from roles.core.limits import WORDS
from tests import shipped
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING, long_posting, reworded
from tests.core.exports.pictures import picture
from tests.core.exports.readings import expected, from_pdf
from tests.core.exports.tagged_pdf import tags
from tests.profiles import few_examples

A4, LETTER = (595, 842), (612, 792)


def opened(document, listing=LISTING):
    return PdfReader(io.BytesIO(pdf.write(document, listing)))


def claims_ua(reader):
    return "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()


def composed(role="director-of-operations", name="bakery-leeds"):
    return compose(shipped.role(role), shipped.brief(name), version=1)


def test_it_claims_pdf_ua_and_has_what_that_asks_for():
    reader = opened(composed())
    root = reader.trailer["/Root"]

    assert claims_ua(reader)
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Director of Operations, Harbour Lane Bakery"
    assert reader.metadata.author == "Harbour Lane Bakery"


def test_a_screen_reader_finds_one_title_headings_lists_and_numbered_steps():
    document = composed()
    found = list(tags(pdf.write(document, LISTING)).all())

    assert [tag.text.strip() for tag in found if tag.name == "H1"] == [document.title]
    assert len([tag for tag in found if tag.name == "H2"]) == len(
        [section for section in document.sections if section.heading]
    )
    labels = [tag.text.strip() for tag in found if tag.name == "Lbl"]
    assert [label for label in labels if label != "•"] == ["1.", "2.", "3."]
    (link,) = (tag for tag in found if tag.name == "Link")
    assert link.text.strip() == "jobs@harbourlane.example"


def test_the_footer_and_the_band_are_no_part_of_what_is_read_out():
    listing = replace(LISTING, brand=Brand(company_text="Registered in England 0123456"))
    document = composed()

    assert "Registered in England 0123456" in opened(document, listing).pages[0].extract_text()
    assert from_pdf(pdf.write(document, listing)) == expected(document, "pdf")


@pytest.mark.parametrize(
    ("place", "paper", "language"),
    [
        ("Columbus, Ohio", LETTER, "en-US"),
        ("Toronto, ON", LETTER, "en-CA"),
        ("Leeds, UK", A4, "en-GB"),
        ("Perth, Western Australia", A4, "en-AU"),
        ("Here", A4, "en-GB"),
    ],
)
def test_the_place_decides_on_paper_and_language(place, paper, language):
    reader = opened(posting(statement("one"), place=place))

    assert tuple(round(float(side)) for side in reader.pages[0].mediabox[2:]) == paper
    assert reader.trailer["/Root"]["/Lang"] == language


@pytest.mark.parametrize(("words", "language"), [("مخبز الميناء في المدينة", "ar"), ("בית המאפה של הנמל", "he")])
def test_a_posting_in_another_script_is_in_its_language(words, language):
    document = posting(statement("one", words), statement("two", words))

    assert opened(document).trailer["/Root"]["/Lang"].partition("-")[0] == language


@pytest.mark.parametrize("role", content.role_slugs())
@pytest.mark.parametrize("name", ["bakery-leeds", "food-maker-toledo"])
def test_the_longest_examples_have_two_pages(role, name):
    assert len(opened(composed(role, name)).pages) == 2


def test_as_many_words_as_a_posting_may_have_fit_two_pages():
    document = composed()
    words = sum(len(item.text.split()) for item in document.items())
    more = WORDS[1] - words
    part = document.sections[2]
    longer = replace(part.items[0], text=f"{part.items[0].text} {'word ' * more}")
    sections = tuple(
        replace(part, items=(longer, *part.items[1:])) if one is part else one for one in document.sections
    )

    assert len(opened(replace(document, sections=sections)).pages) == 2


def test_it_is_the_same_bytes_on_any_day():
    document = composed()
    with time_machine.travel("2027-02-01T10:00:00"):
        first = pdf.write(document, LISTING)
    with time_machine.travel("2029-07-09T23:59:59"):
        second = pdf.write(document, LISTING)

    assert first == second
    assert first != pdf.write(document, replace(LISTING, date_posted=date(2027, 2, 1)))


HOSTILE = [
    '#panic("x")',
    '#read("/etc/passwd")',
    "$ x^2 $ *b* _i_ `c` <label> @ref",
    "= heading",
    "- item + one / term: x",
    '#image("logo.png") #sys.inputs',
    "\\ \\u{1F600} ~ --- // comment /* c */",
    '"quoted" ] [ } {',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_markup(text):
    document = posting(statement("one", "{{ about }}"), company=text, place=text, reports_to=text, about=text)

    assert from_pdf(FORMATS["pdf"].write(document, LISTING)) == expected(document, "pdf")


def test_a_word_longer_than_a_line_is_broken_to_stay_on_the_page():
    document = posting(statement("one", "a1" * 150))
    data = pdf.write(document, LISTING)
    (line,) = (tag for tag in tags(data).all() if tag.name == "LBody")

    assert max(len(part) for part in line.parts if isinstance(part, str)) < 100
    assert from_pdf(data) == expected(document, "pdf")


@pytest.mark.parametrize("text", ["日本語のパン屋", "\u0378 unassigned", "👩🏽‍🍳"])
def test_what_no_font_has_is_still_written_and_tagged(text):
    document = posting(statement("one"), company=text)
    reader = opened(document)

    assert reader.trailer["/Root"]["/StructTreeRoot"]
    assert reader.metadata.author == text


def test_three_thousand_words_with_everything_odd_in_them_can_be_written():
    assert len(opened(long_posting()).pages) > 4


letters = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=("Cc", "Cf")), min_size=1)


@few_examples
@given(texts=st.lists(letters.filter(str.strip), min_size=1, max_size=3))
def test_any_latin_words_are_read_back(texts):
    document = posting(*(statement(f"s{number}") for number, _ in enumerate(texts)))
    document = reworded(document, [texts])

    assert from_pdf(FORMATS["pdf"].write(document, LISTING)) == expected(document, "pdf")


def test_a_logo_is_shown_and_read_out_as_the_companys_name():
    listing = replace(LISTING, brand=Brand(logo=read_logo(picture()), colour="#ffd800"))
    document = composed()
    data = pdf.write(document, listing)

    (figure,) = (tag for tag in tags(data).all() if tag.name == "Figure")
    assert figure.node["/Alt"] == "Harbour Lane Bakery"
    assert len(PdfReader(io.BytesIO(data)).pages[0].images) == 1
    assert from_pdf(data) == expected(document, "pdf")
