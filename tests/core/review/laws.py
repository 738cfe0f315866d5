"""The posting laws, and postings that are measured by one of them."""

from datetime import date

import pytest

from roles.core import content
from roles.core.compose import Brief
from roles.core.document import Workplace
from roles.core.review import Rules, applicable
from roles.core.review.reading import read_text
from roles.core.review.rules.posting_law import laws_looked_at

from .making import TODAY, findings

RULES = {rule.key: rule for rule in content.read_posting_rules()}


CHECKED = date(2026, 11, 23)


AFTER_ALL = date(2028, 1, 1)


REMOTE = {"workplace": Workplace.REMOTE}


def address(rule):
    city = rule.city_names[0].title() if rule.city_names else "Anytown"
    return f"{city}, {rule.region.title()}"


def status(rule, *, headcount=500, sites=1, remote=False, today=AFTER_ALL, place=None):
    (application,) = applicable([rule], place or address(rule), headcount, remote, today, sites=sites)
    return application.status


def each_rule(*, only=lambda rule: True):
    duties = ((key, rule) for key, rule in RULES.items() if not rule.asks_nothing)
    return pytest.mark.parametrize("rule", [pytest.param(rule, id=key) for key, rule in duties if only(rule)])


def brief(headcount, **answers):
    return Brief(company="Alder Works", industry="retail", headcount=headcount, place="Anytown", **answers)


def law(doc, rule, *, headcount=500, today=AFTER_ALL, prefix="posting_law.missing"):
    return findings(doc, prefix, brief=brief(headcount), rules=Rules(posting_rules=(rule,)), today=today)


OF_DUTY = {key: rule for key, rule in RULES.items() if not rule.asks_nothing}


def pasted(*lines):
    doc = read_text("\n".join(["Operations Director", "", *lines, "", "Run our shop."]))
    return findings(doc, "posting_law", rules=Rules(posting_rules=tuple(RULES.values())))


def looked_at(doc, *keys, headcount=60, sites=1, today=TODAY):
    rules = Rules(posting_rules=tuple(RULES[key] for key in keys) or tuple(RULES.values()))
    return laws_looked_at(doc, brief(headcount, sites=sites), rules, today)
