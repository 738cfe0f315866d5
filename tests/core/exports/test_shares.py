from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose import compose
from roles.core.content.markets import read_channels
from roles.core.exports.blocks import apply_address
from roles.core.exports.shares import CLOSING, PAY, Channel, Counting, Form, length, share
from tests import shipped
from tests.core.compose.build import posting, statement
from tests.profiles import many_examples
from tests.strategies import documents

CHANNELS = {channel.key: channel for channel in read_channels()}
BOTH = (PAY, CLOSING)


@cache
def example(name="heating-boise", **answers):
    brief = replace(shipped.brief(name), **{"valid_through": date(2027, 1, 30), **answers})
    return compose(shipped.role("director-of-operations"), brief, version=1)


def channel(limit, form=Form.LINE, **rest):
    return Channel(
        key="k", name="K", purpose="", form=form, limit=limit, source="s", checked_on=date(2026, 1, 1), **rest
    )


def test_every_limit_has_a_source_and_a_day():
    assert all(one.source and one.checked_on for one in CHANNELS.values())
    assert all(one.aim <= one.limit for one in CHANNELS.values())
    assert len(CHANNELS) == len(read_channels())


@many_examples
@given(document=documents(), key=st.sampled_from(sorted(CHANNELS)), needed=st.sampled_from([(), BOTH]))
def test_no_text_is_longer_than_its_market_takes(document, key, needed):
    made = share(document, CHANNELS[key], needed)

    assert all(length(text, CHANNELS[key].counts) <= CHANNELS[key].limit for text in made.texts)
    assert len(made.texts) <= CHANNELS[key].points


@pytest.mark.parametrize("name", content.example_briefs())
@pytest.mark.parametrize("key", CHANNELS)
@pytest.mark.parametrize("needed", [(), BOTH])
def test_it_is_made_of_whole_facts_and_whole_lines(name, key, needed):
    document = example(name)
    plain = str.maketrans({"–": "-", "’": "'"}) if CHANNELS[key].plain else {}
    left = "\n".join(share(document, CHANNELS[key], needed).texts)
    facts = dict(document.facts.lines())
    whole = [item.text for item in document.items()]
    whole += [f"{label}: {value}" for label, value in facts.items()] + list(facts.values())
    whole += [f"{section.heading}:" for section in document.sections if section.heading]
    whole += [apply_address(document).removeprefix("mailto:")]
    whole += [f"{document.title} at {document.facts.hiring_organization}"]

    for text in sorted(whole, key=len, reverse=True):
        left = left.replace(text.translate(plain), "")

    assert set(left.replace("apply by", "", 1).replace("Apply:", "", 1)) <= set("-;. \n")


@pytest.mark.parametrize("key", [key for key in CHANNELS if key != "seek-points"])
def test_what_a_law_needs_comes_before_all_other_facts(key):
    document = example()
    text = share(document, CHANNELS[key], BOTH).text.replace("-", "–")
    facts = dict(document.facts.lines())

    first = [text.index(facts[label]) for label in BOTH]
    assert first == sorted(first)
    rest = (text.find(value) for label, value in facts.items() if label not in (*BOTH, "Company", "Reports to"))
    assert max(first) < min((at for at in rest if at >= 0), default=len(text))
    assert share(document, CHANNELS[key], BOTH).lacking == ()


def test_every_fact_there_is_may_be_taken_and_the_pay_is_stated_once():
    document = example()
    facts = replace(document.facts, has_bonus=True, schedule="4 days a week", travel="10% of working time")
    text = share(replace(document, facts=facts), channel(400)).text

    assert "$82,000–$104,000 a year plus bonus; " in text
    assert "; 4 days a week; travel 10% of working time" in text
    assert share(replace(document, facts=facts), CHANNELS["email"]).text.count("$82,000") == 1


def test_the_key_points_begin_with_what_a_law_needs():
    points = share(example(), CHANNELS["seek-points"], BOTH).texts

    assert points[:2] == ("Pay: $82,000–$104,000 a year", "Apply by: January 30, 2027")
    assert len(points) == 3


def test_what_a_law_needs_and_the_posting_does_not_state_is_lacking():
    document = example(valid_through=None, base_salary=None)

    assert share(document, CHANNELS["linkedin"], BOTH).lacking == BOTH
    assert share(document, CHANNELS["linkedin"]).lacking == ()


def test_what_a_law_needs_goes_before_the_name_where_both_do_not_fit():
    document = example()
    least = share(document, channel(70), BOTH)

    assert least.text == "$82,000–$104,000 a year; apply by January 30, 2027; Full-time"
    assert least.lacking == ()


def test_where_nothing_fits_there_is_no_text_and_what_is_needed_is_lacking():
    assert share(example(), channel(5), BOTH) == replace(share(example(), channel(5)), channel=channel(5), lacking=BOTH)
    assert share(example(), channel(5)).texts == ()


def test_a_longer_limit_never_states_less():
    lengths = [len(share(example(), channel(limit)).text) for limit in range(40, 2_000, 40)]

    assert lengths[-1] > 1_000
    assert all(short <= long + 60 for short, long in pairwise(lengths))


@pytest.mark.parametrize(
    ("text", "counts", "expected"),
    [
        ("Café – 5", Counting.CHARACTERS, 8),
        ("Café – 5", Counting.BYTES, 11),
        ("Café – 5", Counting.X, 8),
        ("日本", Counting.X, 4),
        ("€5", Counting.X, 3),
        ("see https://example.com/a/very/long/address/of/a/posting", Counting.X, 27),
    ],
)
def test_a_text_is_counted_as_its_market_counts(text, counts, expected):
    assert length(text, counts) == expected


def test_a_text_message_has_no_characters_that_make_it_three():
    made = share(example(), CHANNELS["text-message"]).text

    assert "$82,000-$104,000 a year" in made
    assert made.isascii()


def test_invisible_characters_do_not_come_along():
    document = posting(statement("one"), company="Salt\u00ad &\u00a0Co")

    assert "at Salt & Co" in share(document, CHANNELS["linkedin"]).text
