"""The posting laws a review has looked at, met or not, beside what it says."""

import gzip
from dataclasses import replace

import pytest
import time_machine

from roles.core.document import Workplace
from roles.models import PostingRule
from roles.models.review import ReviewRuleSwitch

URL = "/review/"
TODAY = "2026-11-28"
TEXT = """Operations Manager

Location: {place}

Responsibilities
- Plan the week and lead the shop.
{more}
"""


def text(place, *more):
    return TEXT.format(place=place, more="\n".join(more))


def panel(response):
    """The laws as the page shows them, white space made one."""
    html = response.content.decode()
    html = html[html.index('<details class="laws">') :]
    return " ".join(html[: html.index("</details>")].split())


def look(client, place, *more, **data):
    with time_machine.travel(TODAY, tick=False):
        return panel(client.post(URL, {"text": text(place, *more), **data}))


def test_a_law_is_shown_with_its_place_source_and_day_of_checking(stranger, version):
    shown = look(stranger, "Denver, CO", "Salary: $80,000 to $95,000 a year.")

    rule = PostingRule.objects.get(key="us-co")
    assert "Pay and posting laws checked (1)" in shown
    assert '<h3 class="law-place">Colorado</h3>' in shown
    assert "Required; missing: the benefits; other pay, such as a bonus, or that there is none; the last day" in shown
    assert (
        "Asks for: the pay range; the benefits; other pay, such as a bonus, or that there is none; the last day"
        in shown
    )
    assert 'href="https://cdle.colorado.gov/dlss"' in shown
    assert rule.source.startswith("C.R.S. 8-5-201")
    assert "Checked on 28 November 2026, in a summary; open the source before you rely on it." in shown
    assert "not legal advice" in shown


@pytest.mark.parametrize(
    ("place", "headcount", "result"),
    [
        ("Chicago, IL", "14", "Not required"),
        ("Chicago, IL", "15", "Required; missing: the pay range"),
        ("Chicago, IL", "", "May apply; missing: the pay range"),
        ("Wilmington, Delaware", "26", "Starts on 26 September 2027; missing: the pay range"),
    ],
)
def test_the_answer_is_in_words(stranger, version, place, headcount, result):
    assert f"<p>{result}" in look(stranger, place, headcount=headcount)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("Oslo, Norway", "We know of no posting law here. There may still be one."),
        ("Columbus", "We could not tell which state or country “Columbus” is in"),
    ],
)
def test_without_a_law_it_states_why(stranger, version, place, note):
    shown = look(stranger, place)

    assert note in shown
    assert "<li" not in shown
    assert "not legal advice" in shown


def test_a_consultants_row_is_what_is_shown_and_nothing_of_it_is_run(stranger, version, publish_kinds):
    PostingRule.objects.filter(key="us-co").update(
        place="<b>Colorado</b>", source="javascript:alert(1)", note="<i>x</i>"
    )
    publish_kinds("laws")
    shown = look(stranger, "Denver, CO")

    assert "&lt;b&gt;Colorado" in shown
    assert "<i>x" not in shown
    assert 'href="javascript' not in shown


def test_where_the_rule_is_switched_off_it_shows_it(stranger, version):
    ReviewRuleSwitch.objects.filter(rule="posting_law").update(switched_off=True, reason="We are no lawyers.")

    assert "switched off" in look(stranger, "Denver, CO")


def test_a_posting_shows_the_laws_of_its_place(owner):
    posting = owner.posting
    assert "We know of no law here on what a posting must say" in panel(owner.get(posting.get_absolute_url()))

    posting.answer(replace(posting.brief, place="Denver, CO"))
    shown = panel(owner.get(posting.get_absolute_url()))
    assert "Colorado" in shown
    assert "Required; missing: " in shown


def test_a_remote_posting_that_many_laws_may_reach_is_still_a_light_page(owner):
    posting = owner.posting
    posting.answer(replace(posting.brief, place="Remote, US", workplace=Workplace.REMOTE))
    response = owner.get(posting.get_absolute_url(), headers={"accept-encoding": "gzip"})

    assert gzip.decompress(response.content).count(b'<h3 class="law-place">') >= 4
    assert len(response.content) <= 15 * 1024
