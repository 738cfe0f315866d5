"""Whom a business is for where its trade is none of ours, and what its post does when its owner stars nothing."""

import pytest

from roles.core.compose import compose
from roles.core.compose.customers import customers_in
from roles.core.compose.scope import Answered
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief


@pytest.mark.parametrize(
    ("told", "kind", "called"),
    [
        ("Patients wait. We see patients and their families.", "", "patients"),
        ("40 families on the list", "zoo", "families"),
        ("We move pianos.", "funeral directors", "families"),
        ("", "rowing club and sailing society", "members"),
        ("", "St Ann's Church", "the people we serve"),
        ("We move pianos for anybody.", "piano movers", ""),
    ],
)
def test_they_are_called_by_her_word_or_by_her_firm(told, kind, called):
    assert customers_in(told, kind) == called


@pytest.mark.parametrize("slug", ["director-of-operations", "operations-director"])
def test_a_posting_of_an_unknown_trade_names_no_customers(slug):
    answers = {"industry": "other", "industry_name": "piano school", "about": "We teach 300 pupils."}
    made = compose(shipped.role(slug), brief(**answers), version=1)
    assert not any("customer" in item.text for item in made.items())


@pytest.mark.parametrize("slug", ["director-of-operations", "operations-director"])
def test_an_unknown_trade_gets_duties_that_any_business_has(slug):
    role = shipped.role(slug)
    made = compose(role, brief(industry="other", industry_name="piano school"), version=1)
    keys = {item.provenance.name for item in _of(made, Purpose.DUTIES)}
    areas = {area for statement in role.statements() if statement.key in keys for area in statement.areas}
    assert not areas & {"pnl", "pricing", "sales", "purchasing", "inventory"}


TICKED = tuple(Answered(area=area) for area in ("safety", "compliance", "privacy"))


@pytest.mark.parametrize("own", ["", "Open the hall.\nTune 40 pianos.\nPay the teachers."])
def test_what_is_ticked_is_a_duty_or_in_the_closing_line(own):
    role = shipped.role("director-of-operations")
    made = compose(role, brief(industry="other", scope=TICKED, own_duties=own), version=1)
    keys = [item.provenance.name for item in _of(made, Purpose.DUTIES)]
    areas = {area for statement in role.statements() if statement.key in keys for area in statement.areas}
    closing = " ".join(item.text for item in _of(made, Purpose.ALSO))
    assert {"safety", "compliance"} <= areas or own
    phrases = {area.key: area.phrase for area in role.areas}
    for item in TICKED:
        assert (item.area in areas) is not (phrases[item.area] in closing)


def test_what_no_duty_of_ours_speaks_of_stays_in_the_closing_line():
    own = "Open the hall.\nTune 40 pianos.\nPay the teachers.\nBook the exams.\nSell the scores."
    made = compose(
        shipped.role("director-of-operations"), brief(industry="other", scope=TICKED, own_duties=own), version=1
    )
    [closing] = _of(made, Purpose.ALSO)
    assert closing.text == "You also answer for health and safety, compliance, and data protection."


def _of(made, purpose):
    return [item for section in made.sections if section.purpose is purpose for item in section.items]
