"""The opening of a posting: prose, whatever an owner lists in her answers."""

import pytest

from roles.core.compose import compose, in_prose
from roles.core.compose.note_as_sentence import with_subject
from roles.core.compose.scope import Answered
from roles.core.document import SectionKind
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief, section, statement, template

ROLES = ("operations-director", "director-of-operations")


@pytest.mark.parametrize(
    ("typed", "on", "to"),
    [
        ("overtime, hires under £35K, suppliers", "overtime, hires under £35K and suppliers", ""),
        ("Schedules and small repairs", "schedules and small repairs", ""),
        ("who works when", "who works when", ""),
        ("hire and fire, order stock up to £500", "", "hire and fire, and order stock up to £500"),
        ("Order stock, sign off rotas", "", "order stock and sign off rotas"),
        ("anything under 2k", "", "decide anything under 2k"),
        ("rotas; overtime: all of it", "", ""),
        ("the chef decides with you", "", ""),
        ("", "", ""),
    ],
)
def test_what_is_decided_is_read_as_things_or_as_what_to_do(typed, on, to):
    assert (in_prose.decided(typed), in_prose.allowed(typed)) == (on, to)


@pytest.mark.parametrize("slug", ROLES)
@pytest.mark.parametrize(
    ("decides", "keeps", "printed"),
    [
        (
            "overtime, suppliers",
            "pricing, hires",
            ("overtime and suppliers are yours", "with the owner: pricing and hires."),
        ),
        (
            "hire drivers",
            "set prices",
            ("You can hire drivers without asking.", "with the owner: set prices."),
        ),
        ("rotas; buying", "rent: both shops", (": rotas; buying.", " – rent: both shops.")),
    ],
)
def test_who_decides_what_is_stated_in_sentences_where_her_words_allow(slug, decides, keeps, printed):
    opening = opened(slug, decides=decides, keeps=keeps)
    for words in printed:
        assert words in opening


def opened(slug, **answers):
    made = compose(shipped.role(slug), brief(**answers), version=1)
    [section] = [section for section in made.sections if section.purpose is Purpose.SUMMARY]
    return " ".join(item.text for item in section.items)


@pytest.mark.parametrize("slug", ROLES)
def test_what_she_calls_her_areas_fits_no_sentence_and_fills_none(slug):
    scope = (
        Answered(area="service", starred=True, name="call backs, no shows"),
        Answered(area="inventory", starred=True, name="stores, about £300K of parts"),
        Answered(area="pricing", starred=True, name="get quotes out in 48 hours"),
    )
    assert ("above all: call backs, no shows; stores, about £300,000 of parts; get quotes out in 48 hours.") in opened(
        slug, scope=scope
    )
    assert " above all: call backs, no shows." in opened(slug, scope=scope[:1])


@pytest.mark.parametrize("slug", ROLES)
def test_nobody_is_both_above_and_beside_the_post(slug):
    assert "beside" not in opened(slug, reports_to="the managing partner", partner="Managing partner")
    assert "beside the chef" in opened(slug, reports_to="the managing partner", partner="the chef")


def test_a_budget_names_what_it_is_for():
    for typed, printed in (("£1.9m overheads", "£1.9m for overheads"), ("£2m a year", "£2m a year")):
        assert f", with a budget of {printed}." in opened(ROLES[0], budget=typed)


@pytest.mark.parametrize("slug", ROLES)
@pytest.mark.parametrize(
    ("leads", "printed"),
    [
        (
            "the contracts manager, 3 site managers and the QS",
            "The contracts manager, 3 site managers and the QS report to",
        ),
        ("yard foreman, 2 leads", "The yard foreman and two leads report to you."),
        ("front desk team (6)", "You lead the front desk team of 6."),
        ("two supervisors, 12 fitters", "Reporting to you: two supervisors, 12 fitters."),
    ],
)
def test_whom_the_post_leads_is_in_a_sentence_where_they_are_persons(slug, leads, printed):
    assert printed in opened(slug, leads=leads)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Opening a 3rd clinic in June.", "We are opening a 3rd clinic in June."),
        ("Owner still does all the scheduling.", "The owner still does all the scheduling."),
        ("Ops manager leaving in June.", "The ops manager is leaving in June."),
        ("New contracts, owner can't be here.", "New contracts, the owner can't be here."),
        ("MD does both.", "The MD does both."),
        ("Lost a range in March.", "We lost a range in March."),
        # Nothing is left out of these.
        ("The owner is stepping back.", ""),
        ("Opening hours are long.", ""),
        ("Moving to a new site is the plan.", ""),
        ("Owner-managed since 1990.", ""),
    ],
)
def test_a_note_gets_the_subject_it_leaves_out(typed, read):
    assert with_subject(typed) == (read or typed)


@pytest.mark.parametrize("slug", ROLES)
def test_who_leaves_comes_behind_the_post_and_a_story_before_it(slug):
    assert opened(slug, why_now="the current manager retires in March").endswith(
        "The current manager retires in March."
    )
    story = "Last spring 19 boats went in late."
    assert opened(slug, why_now=story).startswith(story)
    both = "current manager retires in March\nlate jobs cost us two clients\nmore work than we can plan"
    assert opened(slug, why_now=both).startswith("The current manager retires in March.")


def test_a_template_published_before_still_has_what_stays_with_the_owner():
    text = "{% if keeps_on %}The last word on {{ keeps_on }} stays.{% elsif keeps_to %}We {{ keeps_to }}.{% endif %}"
    older = template(section(statement("keeps", text), statement("duty"), kind=SectionKind.LINES))
    found = [compose(older, brief(keeps=typed), version=1) for typed in ("pricing and hires", "set prices")]
    printed = [next(iter(made.items())).text for made in found]
    assert printed == ["The last word on pricing and hires stays.", "We set prices."]


def test_a_sum_is_stated_once_and_sentences_begin_with_capitals():
    assert in_prose.names_sum("rosters, up to $500", "$500")
    assert not in_prose.names_sum("rosters", "$500")
    assert in_prose.kept("Quotes and brides. hiring is both of us") == "quotes and brides. Hiring is both of us"
