"""Any text of any size and script: no exception, spans on their words, fixes that fix."""

import dataclasses
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose import Brief
from roles.core.document import EmploymentType, Provenance, Source, Workplace
from roles.core.money import BaseSalary, Currency, PayPeriod
from roles.core.review import Finding, Rules, apply_fix, review
from roles.core.review.reading import read_text

from .innocent_phrases import INNOCENT
from .making import TODAY, document, item, section
from .phrases import HITS

RULES = Rules(posting_rules=content.read_posting_rules())

FRAGMENTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from([text for _, text, _ in HITS]),
    st.sampled_from([words for _, _, words in HITS]),
    st.sampled_from(INNOCENT),
    st.sampled_from(["A degree in law", "15 years of experience", "PMP required", "[name]", "__", "{{ x }}", "TBD"]),
    st.sampled_from(["Salary: $90k - $20k a year", "Apply by 1 March 2026", "Remote", "Part-time", "on site daily"]),
    st.sampled_from(["word " * 130, f"{'word ' * 130}\u200b", "\u00ad", "\u200b"]),
    st.sampled_from(["“", "”", '"', "\n", " ", ". ", "\u0301", "İ", "ﬁ", "ſ", "\u202e", "\x00", "a\u0300young"]),
)
TEXTS = st.lists(FRAGMENTS, max_size=8).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n"]).map(lambda by: by.join(parts))
)
ITEMS = st.builds(
    item,
    TEXTS,
    source=st.sampled_from(Source),
    name=st.sampled_from(["benefits", "about", "a-statement"]),
)
KINDS = [
    "company",
    "summary",
    "responsibilities",
    "success",
    "required",
    "preferred",
    "pay",
    "apply",
    "equal-opportunity",
]
SECTIONS = st.lists(
    st.builds(lambda key, items: section(key, *items), st.sampled_from(KINDS), st.lists(ITEMS, max_size=3)),
    max_size=4,
    unique_by=lambda entry: entry.key,
)
AMOUNTS = st.none() | st.decimals(0, 10**7, places=2)
SALARIES = st.builds(
    BaseSalary,
    min_value=AMOUNTS,
    max_value=AMOUNTS,
    currency=st.sampled_from(Currency),
    unit_text=st.sampled_from(PayPeriod),
).filter(lambda salary: salary.min_value is not None or salary.max_value is not None)
DOCUMENTS = st.builds(
    lambda sections, **changes: document(*sections, **changes),
    SECTIONS,
    title=TEXTS,
    hiring_organization=st.text(max_size=10) | st.sampled_from(["Young", "Alder (Works"]),
    job_location=st.text(max_size=30)
    | st.sampled_from(["Denver, CO", "New York, NY", "Toronto, Ontario", "Remote, US"]),
    reports_to=st.sampled_from(["", "the owner"]),
    workplace=st.sampled_from(Workplace),
    employment_type=st.sampled_from(EmploymentType),
    base_salary=st.none() | SALARIES,
    valid_through=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
BRIEFS = st.none() | st.builds(
    lambda headcount: Brief(company="A", industry="retail", headcount=headcount, place="B"), st.integers(1, 500)
)


def text_at(doc, finding):
    return next(entry for entry in doc.sections if entry.key == finding.place.section).items[finding.place.item].text


def check_spans(doc, found):
    for finding in found:
        place = finding.place
        if place.item is None:
            assert place.start is place.end is None
            assert finding.fix is None
            continue
        text = text_at(doc, finding)
        assert 0 <= place.start <= place.end <= len(text)
        assert text[place.start : place.end] == finding.words


def same_place(one: Finding, other: Finding) -> bool:
    return (one.id, one.place.section, one.place.item, one.place.start) == (
        (other.id, other.place.section, other.place.item, other.place.start)
    )


def check_fixes(doc, brief, found):
    for finding in found:
        if not finding.fix:
            continue
        fixed = apply_fix(doc, finding)
        assert not [entry for entry in review(fixed, brief, RULES, TODAY) if same_place(entry, finding)]
        start, end = finding.place.start, finding.place.end
        text, after = text_at(doc, finding), text_at(fixed, finding)
        assert after[:start] == text[:start]
        assert after[start : start + len(finding.fix.replacement)] == finding.fix.replacement
        assert after[start + len(finding.fix.replacement) :] == text[end:]
        assert put_back(fixed, doc, finding) == doc


def put_back(fixed, doc, finding):
    """Return the fixed document with the one item as it was: all that may differ."""
    number = [entry.key for entry in doc.sections].index(finding.place.section)
    items = list(fixed.sections[number].items)
    assert items[finding.place.item].provenance == Provenance(
        source=Source.OWNER,
        name=doc.sections[number].items[finding.place.item].provenance.name,
        version=doc.sections[number].items[finding.place.item].provenance.version,
    )
    items[finding.place.item] = doc.sections[number].items[finding.place.item]
    sections = list(fixed.sections)
    sections[number] = dataclasses.replace(sections[number], items=tuple(items))
    return dataclasses.replace(fixed, sections=tuple(sections))


@given(DOCUMENTS, BRIEFS, st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_any_document_is_reviewed_and_each_span_lies_on_its_words(doc, brief, today):
    found = review(doc, brief, RULES, today)
    check_spans(doc, found)
    assert found == review(doc, brief, RULES, today)


@given(DOCUMENTS, BRIEFS)
def test_a_fix_removes_its_finding_and_changes_nothing_else(doc, brief):
    check_fixes(doc, brief, review(doc, brief, RULES, TODAY))


@given(TEXTS)
def test_any_pasted_text_is_reviewed_and_each_span_lies_on_its_words(text):
    doc = read_text(text)
    check_spans(doc, review(doc, None, RULES, TODAY))


def test_each_fix_of_the_phrases_removes_its_finding():
    fixes = 0
    for _, text, _ in HITS:
        doc = document(section("required", f"Before that. {text} After that."))
        found = review(doc, None, RULES, TODAY)
        fixes += sum(bool(finding.fix) for finding in found)
        check_fixes(doc, None, found)
    assert fixes > 30


def test_amounts_beyond_reason_are_reviewed():
    doc = document(base_salary=BaseSalary(min_value=Decimal(0), max_value=Decimal("1e30")))
    found = review(doc, None, RULES, TODAY)
    check_spans(doc, found)
    assert {"contradictions.pay_period", "pay_range.wide"} <= {finding.id for finding in found}
