"""Title, pay, place and every statement are the same in whatever form a posting leaves."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from roles.core.exports import FORMATS, Listing, visible
from roles.core.money import BaseSalary
from tests.core.compose.build import posting, statement
from tests.core.exports.readings import READERS, Reading, expected
from tests.profiles import few_examples
from tests.strategies import documents

WHOLE = {key: form for key, form in FORMATS.items() if form.whole}
LISTING = Listing(date_posted=date(2027, 1, 30), identifier="17")
NAMES = [
    "مخبز الميناء",
    "בית המאפה",
    "Café Żółć 👩🏽‍🍳",
    'Zo\u0308e\u0301\'s "Bread" & <b>Co</b>',
    "e\u0301\u0327\u0323 stacked",
    "1. Bakery",
    "# - + * _ ` [x](y) ![z](w) | ~~a~~ <http://x> &amp; \\",
    "{{ 7*7 }} {% raw %}",
    "=1+1",
    "a\u200db\u200cc",
    "</script><script>alert(1)</script>",
    "]]> &#0; &lt;",
]


def posting_of(text):
    return posting(
        statement("one", "{{ about }}"),
        statement("two", "Report to {{ reports_to }} in {{ place }}."),
        company=text,
        place=text,
        reports_to=text,
        about=text,
    )


def same(found: Reading, wanted: Reading) -> None:
    assert found.title == wanted.title
    assert found.facts == wanted.facts
    assert found.sections == wanted.sections


def as_xml_holds(document):
    """The document with the characters no XML can hold standing as the mark for that."""
    return replace_texts(document, lambda text: re.sub("[\ufffe\uffff]", "\ufffd", text))


def trimmed(document):
    """The document as a Markdown parser hands it on: without a block's outer white space."""
    return replace_texts(visible(document), str.strip)


def replace_texts(document, change):
    sections = tuple(
        replace(
            section,
            heading=change(section.heading),
            items=tuple(replace(item, text=change(item.text)) for item in section.items),
        )
        for section in document.sections
    )
    facts = replace(
        document.facts,
        hiring_organization=change(document.facts.hiring_organization),
        job_location=change(document.facts.job_location),
        reports_to=change(document.facts.reports_to),
    )
    return replace(document, title=change(document.title), facts=facts, sections=sections)


def test_every_format_is_read_here():
    assert set(READERS) == set(WHOLE)


@pytest.mark.parametrize("extension", WHOLE)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_kind_states_the_same_everywhere(extension, name):
    document = posting_of(name)

    same(READERS[extension](FORMATS[extension].write(document, LISTING)), expected(document, extension))


@pytest.mark.parametrize("extension", ["txt", "html", "jsonld"])
@given(document=documents())
def test_any_document_reads_the_same(extension, document):
    same(READERS[extension](FORMATS[extension].write(document, LISTING)), expected(document, extension))


@given(document=documents())
def test_any_document_reads_the_same_in_markdown(document):
    same(READERS["md"](FORMATS["md"].write(trimmed(document), LISTING)), expected(trimmed(document)))


@few_examples  # a file of Word's takes its time
@given(document=documents())
def test_any_document_reads_the_same_in_word(document):
    same(READERS["docx"](FORMATS["docx"].write(document, LISTING)), expected(as_xml_holds(document)))


@given(document=documents())
def test_the_data_states_what_the_text_states(document):
    data = json.loads(FORMATS["jsonld"].write(document, LISTING))
    document = visible(document)
    facts = dict(document.facts.lines())

    assert data["title"] == document.title
    assert data["hiringOrganization"]["name"] == facts["Company"]
    assert place_of(data) == document.facts.job_location
    assert data["employmentType"].split("_")[0][:4] == facts["Employment"].upper()[:4]
    assert ("baseSalary" in data) == ("Pay" in facts)
    assert ("validThrough" in data) == ("Apply by" in facts)
    if pay := document.facts.base_salary:
        value = data["baseSalary"]["value"]
        least, most = (value.get("value", value.get(name)) for name in ("minValue", "maxValue"))
        given_least, given_most = (
            None if amount is None else float(amount) for amount in (pay.min_value, pay.max_value)
        )
        assert (least, most) == (given_least, given_most)
        assert data["baseSalary"]["currency"] == pay.currency.value
        assert value["unitText"] == pay.unit_text.value.upper()


def place_of(data):
    if "jobLocation" in data:
        return data["jobLocation"]["name"]
    return data["applicantLocationRequirements"]["name"]


def test_pay_of_one_amount_is_one_amount():
    document = posting(base_salary=BaseSalary(min_value=Decimal("42.50"), max_value=Decimal("42.5")))
    data = json.loads(FORMATS["jsonld"].write(document, LISTING))

    assert data["baseSalary"]["value"] == {"@type": "QuantitativeValue", "value": 42.5, "unitText": "YEAR"}


@given(document=documents())
def test_plain_text_of_an_earlier_layout_is_still_read(document):
    parts = [document.title, "\n".join(f"{label}: {value}" for label, value in document.facts.lines())]
    for heading, lines in expected(document, "txt").sections:
        parts.append("\n".join([heading, *lines]))

    same(READERS["txt"]("\n\n".join(parts) + "\n"), expected(document, "txt"))
