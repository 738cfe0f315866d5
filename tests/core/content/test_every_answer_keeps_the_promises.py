"""Every statement reaches some owner, and no answer makes a posting read wrong."""

import re
from datetime import date

import pytest

from roles.core import content
from roles.core.compose import Brief, compose
from roles.core.compose.leads import Leads
from roles.core.compose.scope import Answered
from roles.core.content.report import EVERYTHING, OWN_LINES
from roles.core.document import Workplace
from roles.core.exports import text
from roles.core.limits import DUTIES, NEEDS_MAX
from roles.core.places import COUNTRY_KEYS
from tests import shipped
from tests.profiles import PROFILE

INDUSTRIES = [industry.key for industry in content.read_industries()]
AREAS = [area.key for area in content.read_vocabulary().areas]

# One in so many statements, where all would take seconds.
EACH = 5 if PROFILE == "fast" else 1

every_role = pytest.mark.parametrize("slug", content.role_slugs())


def composed(slug, industry="retail", headcount=30, **answers):
    brief = Brief(company="Alder Works", industry=industry, headcount=headcount, place="Leeds, UK", **answers)
    return compose(shipped.role(slug), brief, version=1)


def stars(*areas):
    return tuple(Answered(area=area, starred=True) for area in areas)


def duties(document):
    return next(part.items for part in document.sections if part.key == "responsibilities")


def likely_owners(statement):
    """Yield the answers of owners the statement is written for: they star its area, or name its need."""
    answers = {
        "industry": next(iter(statement.industries), "other"),
        "headcount": statement.headcount_min or 1,
        "traits": statement.traits,
        "leads_kind": next(iter(statement.leads), None),
        "country": next(iter(statement.countries), ""),
        "apply_to": "jobs@example.com",
        **EVERYTHING,
    }
    if statement.headcount_max and statement.headcount_max < 2:
        answers["leads_kind"] = None
    for area in statement.areas or [None]:
        yield answers | {"scope": stars(area) if area else ()}
        if area:
            for other in AREAS:
                if other != area:
                    yield answers | {"scope": stars(area, other, "board"), "needs": statement.needs[:NEEDS_MAX]}
                    yield answers | {"scope": stars(other, area), "headcount": statement.headcount_max or 500}
                    break
    yield answers | {"needs": statement.needs[:NEEDS_MAX]}


@every_role
def test_almost_every_statement_of_ours_reaches_an_owner_it_is_written_for(slug):
    statements = [item for item in shipped.role(slug).statements() if not item.text.strip("{ }").isidentifier()]
    ours = {item.key: item for item in statements[::EACH]}
    missing = set(ours)
    for key, statement in ours.items():
        for answers in likely_owners(statement):
            if key in missing:
                missing -= {item.provenance.name for item in composed(slug, **answers).items()}
    # The rest wait in the list an owner adds from, where others answer the same.
    assert len(missing) / len(ours) < 0.35, sorted(missing)


@pytest.mark.parametrize("headcount", [6, 20, 300])
def test_where_the_post_leads_nobody_no_people_follow_its_plan(headcount):
    leads = {"leads": "nobody, works beside Bev", "leads_kind": Leads.NOBODY}
    document = composed("operations-director", "other", headcount, **leads)
    opening = " ".join(item.text for item in document.sections[0].items)
    assert "yourself" in opening or "see each change through" in opening
    assert "they" not in opening.split()


@every_role
@pytest.mark.parametrize("headcount", [6, 25, 60, 140, 300])
def test_a_star_gets_two_duties_of_its_area_at_every_size(slug, headcount):
    areas = {statement.key: statement.areas for statement in shipped.role(slug).statements()}
    for area in AREAS:
        found = duties(composed(slug, "other", headcount, scope=stars(area)))
        assert (area, sum(area in areas[item.provenance.name] for item in found[:2])) == (area, 2)


@every_role
def test_without_an_address_nothing_is_asked_to_be_sent(slug):
    assert "apply" not in {section.key for section in composed(slug).sections}


@every_role
def test_pay_appears_once(slug):
    row = composed(slug, **EVERYTHING, scope=stars("pnl"))
    assert text.write(row).count("8% of salary") == 1


@every_role
def test_a_post_that_leads_nobody_coaches_nobody(slug):
    people = re.compile(r"\b(?:one-to-one|your managers|your supervisors|those who report to you)\b", re.IGNORECASE)
    for headcount in (6, 30, 100, 300):
        document = composed(slug, "other", headcount, leads_kind=Leads.NOBODY, scope=stars("people", "hiring"))
        assert [item.text for item in document.items() if people.search(item.text)] == []


@every_role
@pytest.mark.parametrize("headcount", [1, 6, 30, 300])
def test_the_required_answers_alone_give_enough_duties(slug, headcount):
    for industry in (*INDUSTRIES, "other"):
        assert DUTIES[0] <= len(duties(composed(slug, industry, headcount))) <= DUTIES[1]


@every_role
@pytest.mark.parametrize("country", ["", *COUNTRY_KEYS])
def test_each_country_has_an_equal_opportunity_text_an_owner_may_replace(slug, country):
    place = {"": "Springfield", "us": "Denver, Colorado"}.get(country, "Leeds, UK")

    def texts(**answers):
        brief = Brief(company="A", industry="retail", headcount=30, place=place, country=country, **answers)
        last = compose(shipped.role(slug), brief, version=1).sections[-1]
        assert last.key == "equal-opportunity"
        return [item.text for item in last.items]

    assert len(texts()) == 1
    assert texts(equal_opportunity="We welcome everyone") == ["We welcome everyone."]


@every_role
def test_her_lines_appear_first_as_she_typed_them(slug):
    document = composed(slug, scope=stars("pnl"), **OWN_LINES)
    assert [item.text for item in duties(document)][:2] == OWN_LINES["own_duties"].split("\n")


@every_role
def test_the_closing_date_is_written_as_the_country_does(slug):
    answers = {"apply_to": "jobs@example.com", "valid_through": date(2026, 12, 31)}
    assert "31 December 2026" in text.write(composed(slug, **answers))
    assert "by December 31, 2026" in text.write(composed(slug, country="us", **answers))


@every_role
def test_a_remote_post_is_asked_for_no_work_on_the_spot(slug):
    on_the_spot = re.compile(r"\b(?:walk the floor|on the floor|where the work is done)\b", re.IGNORECASE)
    for area in AREAS:
        document = composed(slug, "other", workplace=Workplace.REMOTE, scope=stars(area))
        assert [item.text for item in document.items() if on_the_spot.search(item.text)] == []
