"""Sets of three needs compose as promised, and every statement reaches some owner."""

import re
from datetime import date
from itertools import chain, product

import pytest

from roles.core import content
from roles.core.compose import Brief, balance, compose
from roles.core.compose.brief import OTHER_INDUSTRY
from roles.core.content.report import FULL_ANSWERS
from roles.core.document import EmploymentType, Workplace
from roles.core.exports import text
from roles.core.limits import DUTIES, HEADCOUNT_BANDS, NEEDS_MAX, WORDS
from tests.core.compose.build import shipped
from tests.profiles import sets_of_three

NEEDS = [need.key for need in content.read_needs()]
THREES = sets_of_three(NEEDS)
INDUSTRIES = [industry.key for industry in content.read_industries()]

every_role = pytest.mark.parametrize("slug", content.role_slugs())


def composed(slug, industry="retail", headcount=30, needs=(), **answers):
    brief = Brief(company="Alder Works", industry=industry, headcount=headcount, place="Leeds", needs=needs, **answers)
    return compose(shipped(slug), brief, version=1)


@every_role
@pytest.mark.parametrize("answers", [{}, FULL_ANSWERS], ids=["minimal", "full"])
def test_every_three_needs_keep_length_count_and_balance(slug, answers):
    outside = []
    for needs in THREES:
        document = composed(slug, needs=needs, **answers)
        words = sum(any(char.isalnum() for char in word) for word in text.write(document).split())
        duties = next(len(section.items) for section in document.sections if section.key == "responsibilities")
        if not (WORDS[0] <= words <= WORDS[1] and DUTIES[0] <= duties <= DUTIES[1] and balance(document).kept):
            outside.append((needs, words, duties, balance(document)))
    assert not outside, f"{len(outside)} sets, such as {outside[:3]}"


def likely_owner(statement):
    """Return the answers of an owner the statement is written for."""
    return {
        "industry": next(iter(statement.industries), OTHER_INDUSTRY),
        "headcount": statement.headcount_min or 1,
        "needs": statement.needs[:NEEDS_MAX],
        **FULL_ANSWERS,
    }


def other_owners():
    """Yield the answers of owners of every industry and headcount, with no need and with each."""
    yield {"employment_type": EmploymentType.PART_TIME, "workplace": Workplace.REMOTE}
    kinds = product([*INDUSTRIES, OTHER_INDUSTRY], HEADCOUNT_BANDS, [(), *((need,) for need in NEEDS)])
    for industry, (low, _), needs in kinds:
        for answers in (FULL_ANSWERS, {}):
            yield {"industry": industry, "headcount": low, "needs": needs, **answers}


@every_role
def test_every_statement_reaches_some_owner(slug):
    statements = list(shipped(slug).statements())
    own_words = {item.key for item in statements if item.text.strip("{ }").isidentifier()}
    closing = {item.key for item in statements if "closing_date" in item.text}
    missing = {item.key for item in statements} - own_words - closing
    likely = (likely_owner(item) for item in statements if item.key in missing)
    for answers in chain(likely, other_owners()):
        if not missing:
            break
        missing -= {item.provenance.name for item in composed(slug, **answers).items()}
    assert missing == set()


@every_role
def test_one_remote_person_is_introduced_in_a_whole_sentence(slug):
    document = composed(slug, headcount=1, workplace=Workplace.REMOTE)
    assert any("remote" in item.text.lower() for item in document.items())
    introduction = " ".join(item.text for item in document.sections[0].items)
    assert "one person" in introduction
    assert "team of 1" not in introduction


@every_role
@pytest.mark.parametrize(("travel", "words"), [(0, "No regular travel"), (15, "15%")])
def test_travel_is_a_share_or_none(slug, travel, words):
    plain = text.write(composed(slug, travel=travel))
    assert words in plain
    assert "0% of" not in plain


@every_role
def test_without_an_address_nothing_is_asked_to_be_sent(slug):
    assert "apply" not in {section.key for section in composed(slug).sections}


@every_role
def test_pay_and_kind_of_employment_are_told_once_beside_the_header(slug):
    plain = text.write(composed(slug, **FULL_ANSWERS))
    assert plain.count("$95,000–$120,000") == 2
    assert plain.casefold().count("full-time") == 1


@every_role
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_a_firm_of_six_reads_of_no_departments_or_managers(slug, industry):
    document = composed(slug, industry, 6, ("daily-decisions", "budget", "outgrown"))
    duties = [
        item.text
        for section in document.sections
        if section.key in ("responsibilities", "skills", "required")
        for item in section.items
    ]
    # Statements of an industry speak of the site or store managers that industry has.
    own = {item.text for item in shipped(slug).statements() if not item.industries}
    assert [text for text in duties if text in own and ("supervisor" in text or "department" in text)] == []


@every_role
@pytest.mark.parametrize("industry", [*INDUSTRIES, OTHER_INDUSTRY])
def test_a_remote_post_is_asked_for_no_work_on_the_spot(slug, industry):
    on_the_spot = re.compile(
        r"\b(?:visit (?:each|every)|where (?:the )?work is done|where work happens|on the floor|hands-on)\b", re.I
    )
    for needs in THREES if industry == "retail" else [("front-line",), ("slips",)]:
        for headcount in (6, 30):
            document = composed(slug, industry, headcount, needs, workplace=Workplace.REMOTE)
            assert [item.text for item in document.items() if on_the_spot.search(item.text)] == []


@every_role
@pytest.mark.parametrize("headcount", [6, 30, 100, 300])
def test_a_post_that_leads_nobody_coaches_nobody(slug, headcount):
    people = re.compile(r"\b(?:coach each|every supervisor|our managers|every manager|first-time supervisors)\b", re.I)
    for needs in THREES:
        if {"managers", "front-line"} & set(needs):
            document = composed(slug, OTHER_INDUSTRY, headcount, needs, leads="nobody at first")
            assert [item.text for item in document.items() if people.search(item.text)] == []
            assert balance(document).strategic + balance(document).operational > 8


@every_role
def test_a_business_of_one_has_no_others_no_teams_and_no_hand_offs(slug):
    others = re.compile(
        r"\b(?:others run|every team|each team|train teams|between teams|each supervisor|the team may)\b", re.I
    )
    for needs in THREES:
        document = composed(slug, OTHER_INDUSTRY, 1, needs)
        assert [item.text for item in document.items() if others.search(item.text)] == []
        duties = next(len(section.items) for section in document.sections if section.key == "responsibilities")
        assert DUTIES[0] <= duties <= DUTIES[1]


@every_role
def test_the_steps_of_hiring_do_not_wait_for_the_closing_date(slug):
    document = composed(slug, valid_through=date(2026, 12, 31), **FULL_ANSWERS)
    apply = next([item.text for item in section.items] for section in document.sections if section.key == "apply")
    assert any("31 December 2026" in line for line in apply)
    assert [line for line in apply if "After that" in line] == []


def test_a_business_in_no_named_industry_has_a_phrase_of_its_own():
    duties = [item.text for item in composed("director-of-operations", OTHER_INDUSTRY).items()]
    assert "A background in work with a daily rhythm like ours." in duties
