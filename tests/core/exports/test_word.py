import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime

import docx
import pytest
import time_machine
from lxml import etree

from roles.core.document import SectionKind
from roles.core.exports import word
from roles.core.exports.brand import Brand
from roles.core.exports.logo import read_logo
from tests.core.compose.build import posting, statement
from tests.core.exports.build import LISTING, long_posting
from tests.core.exports.pictures import picture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice")


def opened(document, listing=LISTING):
    return docx.Document(io.BytesIO(word.write(document, listing)))


def styles(document):
    return [paragraph.style.name for paragraph in opened(document).paragraphs]


def test_headings_and_bullets_are_the_applications_own():
    facts = ["Fact"] * 4

    two = (statement("one"), statement("two"))
    assert styles(posting(*two)) == ["Heading 1", *facts, "Heading 2", "List Bullet", "List Bullet"]
    assert styles(posting(*two, kind="lines")) == ["Heading 1", *facts, "Heading 2", "Normal", "Normal"]
    assert styles(posting(*two, kind="paragraph")) == ["Heading 1", *facts, "Heading 2", "Normal"]


@pytest.mark.parametrize(
    ("place", "inches"),
    [("Columbus, Ohio", (8.5, 11)), ("Toronto, ON", (8.5, 11)), ("Leeds, UK", (8.27, 11.69)), ("Here", (8.27, 11.69))],
)
def test_it_is_laid_out_for_the_paper_of_the_place(place, inches):
    page = opened(posting(statement("one"), place=place)).sections[0]
    assert (round(page.page_width.inches, 2), round(page.page_height.inches, 2)) == inches


def test_it_is_the_same_bytes_on_any_day():
    document = posting(statement("one"))
    with time_machine.travel("2027-02-01T10:00:00"):
        first = word.write(document, LISTING)
    with time_machine.travel("2029-07-09T23:59:59"):
        second = word.write(document, LISTING)

    assert first == second


def test_it_names_the_posting_the_company_and_its_day_and_nobody_else():
    core = opened(posting(statement("one"))).core_properties

    assert core.title == "Keeper of Operations"
    assert core.author == core.last_modified_by == "Harbour Bakery"
    assert core.created == core.modified == datetime.fromisoformat("2027-01-30T00:00:00+00:00")
    assert core.comments == ""


def test_another_day_is_another_file():
    document = posting(statement("one"))

    assert word.write(document, LISTING) != word.write(document, replace(LISTING, date_posted=date(2027, 2, 1)))


@pytest.mark.parametrize("char", ["\0", "\x07", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_xml_cannot_hold_appears_as_the_mark_for_that(char):
    document = posting(statement("one"))
    section = document.sections[0]
    item = replace(section.items[0], text=f"before{char}after")
    facts = replace(document.facts, hiring_organization=f"Bad{char}Name")
    document = replace(
        document,
        title=f"T{char}",
        facts=facts,
        sections=(replace(section, heading=f"H{char}", items=(item,)),),
    )

    paragraphs = [paragraph.text for paragraph in opened(document).paragraphs]

    assert paragraphs[0] == "T\ufffd"
    assert paragraphs[1] == "Company: Bad\ufffdName"
    assert paragraphs[-2:] == ["H\ufffd", "before\ufffdafter"]


def test_every_part_is_well_formed_and_calls_nowhere():
    with zipfile.ZipFile(io.BytesIO(word.write(long_posting(), LISTING))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(archive.read(name))
                assert not root.xpath("//*[@TargetMode='External']"), name


def test_no_name_can_become_a_field_or_a_link():
    archive = zipfile.ZipFile(io.BytesIO(word.write(posting(company='{ INCLUDETEXT "c:\\x" } =SUM(1)'), LISTING)))
    body = archive.read("word/document.xml").decode()

    assert "w:fldSimple" not in body
    assert "w:instrText" not in body
    assert "w:hyperlink" not in body


def part(document, name, listing=LISTING):
    with zipfile.ZipFile(io.BytesIO(word.write(document, listing))) as archive:
        return etree.fromstring(archive.read(name))


def found(root, path):
    return root.xpath(path, namespaces={"w": W})


def test_steps_are_numbered_and_each_list_of_them_from_one():
    steps = statement("steps", "{{ hiring_steps }}")
    document = posting(steps, hiring_steps="A call\nA half day")
    twice = replace(document, sections=document.sections * 2)

    assert styles(document)[-2:] == ["List Number"] * 2
    assert not found(part(document, "word/document.xml"), "//w:numPr")
    restarted = found(part(twice, "word/document.xml"), "//w:numPr/w:numId/@w:val")
    assert restarted == ["3", "3"]
    assert found(part(twice, "word/numbering.xml"), "//w:num[@w:numId='3']//w:startOverride/@w:val") == ["1"]


def test_later_pages_state_whose_posting_it_is_and_all_are_numbered():
    document = posting(statement("one"), company="Salt & <Co>")
    listing = replace(LISTING, brand=Brand(company_text="12 Quay <Street> & Co"))
    section = opened(document, listing).sections[0]

    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Keeper of Operations\tSalt & <Co>"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.startswith("12 Quay <Street> & Co\t")
    fields = found(part(document, "word/footer.xml"), "//w:fldSimple/@w:instr")
    assert fields == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(
    ("place", "words", "language", "rtl"),
    [
        ("Leeds, UK", "We bake bread.", "en-GB", False),
        ("Austin, Texas", "We bake bread.", "en-US", False),
        ("دبي", "نخبز الخبز ليلا في المدينة", "ar", True),
        ("תל אביב", "אנחנו אופים לחם בלילה", "he", True),
    ],
)
def test_it_is_in_the_language_and_direction_of_its_words(place, words, language, rtl):
    document = posting(statement("one", words), place=place)
    defaults = found(part(document, "word/styles.xml"), "//w:docDefaults")[0]

    assert found(defaults, ".//w:lang/@w:val") == [language]
    assert bool(found(defaults, ".//w:pPr/w:bidi")) == rtl
    assert bool(found(part(document, "word/document.xml"), "//w:sectPr/w:bidi")) == rtl
    assert opened(document).core_properties.language == language


def test_a_line_that_runs_the_other_way_shows_it():
    document = posting(statement("one"), statement("two", "مخبز الميناء"))
    turned = found(part(document, "word/document.xml"), "//w:p[w:pPr/w:bidi]")

    assert ["".join(line.itertext()) for line in turned] == ["مخبز الميناء"]
    assert found(turned[0], ".//w:r/w:rPr/w:rtl")


def test_three_thousand_words_have_the_same_outline_in_libreoffice(tmp_path):
    if not SOFFICE:
        pytest.skip("no LibreOffice: install Debian's libreoffice-writer-nogui, or set SOFFICE to another one")
    document = long_posting()
    (tmp_path / "posting.docx").write_bytes(word.write(document, LISTING))

    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "posting.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    body = etree.parse(tmp_path / "posting.fodt").find(f".//{{{OFFICE}}}text")
    outline = [(heading.get(f"{{{TEXT}}}outline-level"), words(heading)) for heading in body.iter(f"{{{TEXT}}}h")]
    assert outline == [("1", document.title), *(("2", section.heading) for section in document.sections)]
    facts = [f"{label}: {value}" for label, value in document.facts.lines()]
    said = "\n".join([document.title, *facts, *in_sections(document)])
    assert [words(line) for line in body.iter(f"{{{TEXT}}}h", f"{{{TEXT}}}p")] == lines(said)


def words(element):
    """The text of a paragraph: several spaces are an element of their own."""
    for spaces in element.iter(f"{{{TEXT}}}s"):
        spaces.text = " " * int(spaces.get(f"{{{TEXT}}}c", "1"))
    return "".join(element.itertext()).strip()


def in_sections(document):
    """Each heading and below it its lines, those of a paragraph as one."""
    for section in document.sections:
        texts = [item.text for item in section.items]
        yield from (section.heading, *([" ".join(texts)] if section.kind is SectionKind.PARAGRAPH else texts))


def lines(written):
    """The lines of a text but for its layout: no blank lines, no outer spaces."""
    bare = (line.strip() for line in written.splitlines())
    return [line for line in bare if line]


def test_a_logo_is_in_it_as_a_picture_with_the_companys_name():
    listing = replace(LISTING, brand=Brand(logo=read_logo(picture((4000, 200)))))
    (shape,) = opened(posting(statement("one"), company='Salt & "Co"'), listing).inline_shapes

    assert shape.width.cm == pytest.approx(8)
    assert shape.height.cm < 1
    assert shape._inline.docPr.get("descr") == 'Salt & "Co"'
