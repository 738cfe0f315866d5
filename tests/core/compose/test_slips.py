"""Slips of a phone keyboard in what an owner typed: put right where they are surely no word or name of hers."""

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.compose.scope import Answered, Target
from roles.core.compose.slips import put_right, slips_in, without_slips
from roles.core.document import Source
from tests.core.compose import build


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("liason w/ surveyors & insurers", "liaison with surveyors and insurers"),
        ("Recieve + check all invoices", "Receive and check all invoices"),
        ("Practice Mgr, 2 case mgmt leads", "Practice Manager, 2 case management leads"),
        (
            "lost it in march bec. of late trucks. new mgr left",
            "lost it in March because of late trucks. New manager left",
        ),
        ("chaos every yr. last year it cant go on", "chaos every year. Last year it can't go on"),
        ("its the first time weve got funding", "it's the first time we've got funding"),
        ("by 6am i do it, i.e. the board", "by 6am I do it, i.e. the board"),
        ("out w carers esp. at night, bc they asked", "out with carers especially at night, because they asked"),
        (
            "interviews incl. a tour, min. two hours. then lunch",
            "interviews including a tour, min. two hours. Then lunch",
        ),
        ("lost a client bec. two projects got the same dev", "lost a client because two projects got the same dev"),
        ("mon-fri, saturdays in april", "Mon-Fri, Saturdays in April"),
        ("25 days + bank hols, 3 wks unpaid", "25 days and bank holidays, 3 weeks unpaid"),
        ("24 hr cover, within 3 hrs", "24 hour cover, within 3 hours"),
        ("staff nights w/o agency", "staff nights without agency"),
        ("5 yrs. in care, P&L exp", "5 years in care, P&L experience"),
        ("cv and a page\np&l of 2 sites", "CV and a page\nP&L of 2 sites"),
    ],
)
def test_what_is_surely_a_slip_is_put_right(typed, printed):
    assert put_right(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "Smith & Sons, Core Funding & NCS",
        "Ask Mr Liason or Anna Teh",
        "jobs@mgr.example, www.mgmt.example, example.com/yr",
        "you may march in the sun by sat nav",
        "it may be wet",
        "w/c 5 June",
        "R&D, A&E, 30+ people, MGMT",
        "its own yard, the hr",
        "pre-tax, re-do, co-op",
        "check exp dates",
    ],
)
def test_names_addresses_and_other_words_stay(typed):
    assert put_right(typed) == typed


def test_answers_that_are_names_stay_as_typed():
    given = build.brief(
        company="teh mgmt & co", place="Liason, UK", reports_to="Tom Wich, mgr", apply_to="hr@mgr.example"
    )
    assert without_slips(given) == given


def test_names_and_targets_of_areas_are_put_right():
    scope = (Answered(area="pnl", name="bar mgmt", target=Target(outcome="no recieving after 6")),)
    [area] = without_slips(build.brief(scope=scope)).scope
    assert (area.name, area.target.outcome) == ("bar management", "no receiving after 6")


def test_what_was_put_right_is_shown_with_its_line():
    template = content.read_role(content.role_slugs()[0])
    made = compose(template, build.brief(industry="retail", own_duties="recieve goods\ncount it"), version=1)
    hers = [item for item in made.items() if item.provenance.source is Source.BRIEF]
    assert [item.text for item in hers] == ["Receive goods.", "Count it."]
    assert "“recieve” is now “receive”" in hers[0].reason
    assert "now" not in hers[1].reason
    assert slips_in("as it is") == {}
