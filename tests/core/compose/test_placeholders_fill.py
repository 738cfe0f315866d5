from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose.answers import led, phrase
from roles.core.compose.facts import PLACEHOLDERS
from roles.core.compose.placeholders import fill, labels, own_words
from roles.core.document import EmploymentType, Workplace
from roles.core.money import BaseSalary
from tests.core.compose.build import brief, facts_of
from tests.profiles import many_examples
from tests.strategies import briefs, words

HOSTILE = [
    "{{ company }}",
    "{{7*7}}",
    "{% if true %}x{% endif %}",
    "{% include 'x' %}",
    "{x.__class__}",
    "%(place)s ${place} #{place}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&amp; &lt; &#x27;",
    "back\\slash \\n \\u0041 \\1 \\g<0>",
    "=1+1",
    "نان‌وایی 🥐👩🏽‍🍳",
    "None",
    "{{",
    "%}",
]


def filled(source, **answers):
    return fill(source, facts_of(brief(**answers), industry="retail"))


def test_facts_take_the_place_of_the_names():
    assert filled("{{ company }} in {{place}} has {{ headcount }} people.") == (
        "Harbour Bakery in Leeds, UK has 30 people."
    )


@pytest.mark.parametrize("name", ["goal", "leads", "spending_limit", "budget", "travel", "pay", "closing_date"])
@pytest.mark.parametrize("source", ["It is {{{{ {} }}}}.", "It is {{{{ {} | upcase }}}}.", "{{{{ {} }}}}"])
def test_a_missing_fact_skips_the_statement(name, source):
    assert filled(source.format(name)) is None


@pytest.mark.parametrize("name", ["goal", "leads", "spending_limit", "budget", "travel", "pay", "closing_date"])
def test_a_missing_fact_falls_back_where_the_text_asks_for_it(name):
    for source in (
        "Lead{% if NAME %} {{ NAME }}{% else %} on{% endif %}.",
        "Lead {{ NAME | default: 'on' }}.",
        "{% unless NAME %}Lead on.{% endunless %}",
        "{% if NAME %}Lead {{ NAME }}.{% elsif on_site %}Lead on.{% endif %}",
    ):
        assert filled(source.replace("NAME", name)) == "Lead on."


def test_an_empty_text_is_skipped():
    assert filled("{% if leads %}Lead {{ leads }}.{% endif %}") is None


def test_a_share_of_nought_is_a_fact():
    assert filled("Travel: {{ travel }}%.", travel=0) == "Travel: 0%."


@pytest.mark.parametrize(
    ("workplace", "text"), [("on_site", "Come in."), ("hybrid", "Come in at times."), ("remote", "Stay.")]
)
def test_one_text_suits_every_workplace(workplace, text):
    source = "{% if remote %}Stay.{% elsif hybrid %}Come in at times.{% else %}Come in.{% endif %}"
    assert filled(source, workplace=Workplace(workplace)) == text


@pytest.mark.parametrize("value", HOSTILE)
def test_an_owners_text_is_never_read_as_a_template(value):
    for source in ("We are {{ company }} now.", "We{% if company %} are {{ company }}{% endif %} now."):
        assert filled(source, company=value) == f"We are {value} now."


@pytest.mark.parametrize("value", HOSTILE)
def test_an_owners_text_fills_its_own_place_only(value):
    assert filled("{{ company }} and {{ place }}", company=value) == f"{value} and Leeds, UK"


@given(words(60, least=1))
def test_any_name_appears_in_a_sentence_exactly_as_typed(value):
    assert filled("We are {{ company }} now.", company=value) == f"We are {value} now."


@given(words(60, least=1))
def test_any_answer_appears_in_a_sentence_as_typed_but_for_its_last_marks(value):
    text = filled("We want {{ goal }} now.", goal=value)
    assert text == (f"We want {phrase(value)} now." if phrase(value) else None)
    assert phrase(value) in value


@given(words(60, least=1))
def test_whoever_is_led_appears_as_typed_but_for_capital_and_people(value):
    text = filled("We lead {{ leads }} now.", leads=value)
    assert text == (f"We lead {led(value)} now." if led(value) else None)
    assert led(value).removesuffix(" people").removesuffix(" person").lower() in value.lower()


@given(briefs())
def test_no_fact_is_ever_empty_or_none(value):
    facts = facts_of(value, industry="retail")
    assert set(facts) <= set(PLACEHOLDERS)
    assert all(type(fact) in (str, int, bool) and fact != "" for fact in facts.values())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("We are {{ company }}.", "We are Baker & Co."),
        ("We are {{ company }}. Join us.", "We are Baker & Co. Join us."),
        ("Join {{ company }}, now.", "Join Baker & Co., now."),
        ("At {{ company }} in {{ place }}.", "At Baker & Co. in Leeds, UK."),
        ("We are {{ company | upcase }}.", "We are BAKER & CO."),
        ("We are {% if company %}{{ company }}{% endif %}.", "We are Baker & Co."),
    ],
)
def test_a_value_that_ends_in_a_stop_ends_the_sentence_with_one(source, text):
    assert filled(source, company="Baker & Co.") == text


def test_an_unknown_industry_with_a_stop_ends_the_sentence_with_one():
    assert fill("We work in {{ industry }}.", {"industry": "plumbing etc."}) == "We work in plumbing etc."


@pytest.mark.parametrize("answer", ["We are Baker & Co... and proud of it.", "Baker & Co.. is a slip of ours."])
def test_the_stop_of_one_answer_never_changes_another(answer):
    assert filled("{{ about }}", company="Baker & Co.", about=answer) == answer
    assert filled("Reach {{ goal }} now.", company="Baker & Co.", goal=answer) == f"Reach {answer[:-1]} now."


def test_what_a_business_does_ends_with_a_stop():
    assert filled("{{ about }} Join.", about="We bake bread") == "We bake bread. Join."


@pytest.mark.parametrize("end", [".", "!", "?", "…", "。", "؟"])
def test_an_ending_of_its_own_is_kept(end):
    assert filled("{{ about }}", about=f"We bake{end}") == f"We bake{end}"


def test_facts_are_written_as_people_write_them():
    facts = facts_of(
        brief(
            base_salary=BaseSalary(min_value=Decimal(95000)),
            valid_through=date(2027, 1, 30),
            employment_type=EmploymentType.PART_TIME,
            goal="orders leave on time.",
            sites=2,
        ),
        industry="the retail trade",
    )
    assert facts["pay"] == "from $95,000 a year"
    assert facts["closing_date"] == "30 January 2027"
    assert (facts["employment_type"], facts["full_time"]) == ("part-time", False)
    assert facts["goal"] == "orders leave on time"
    assert facts["industry"] == "the retail trade"
    assert (facts["sites"], facts["several_sites"]) == (2, True)
    assert (facts["workplace"], facts["on_site"], facts["hybrid"], facts["remote"]) == ("on site", True, False, False)


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("{{ about }}", "about"),
        ("  {{benefits}} ", "benefits"),
        ("{{ hiring_steps }}", "hiring_steps"),
        ("{{ apply_to }}", "apply_to"),
        ("{{ company }}", None),
        ("{{ about }} and more", None),
        ("{{ nonsense }}", None),
        ("about", None),
    ],
)
def test_a_text_of_one_answer_alone_is_the_owners_own_words(source, answer):
    assert own_words(source) == answer


def test_labels_show_a_text_as_a_template():
    assert set(labels()) == set(PLACEHOLDERS)
    assert fill("We are {{ company }} and lead {{ leads }}.", labels()) == (
        "We are [name of the business] and lead [who reports to the role]."
    )


PIECES = st.sampled_from(
    ["{{ company }}", "{{place}}", "{{  goal }}", "{{ several_sites }}", "{{ headcount }}", "{{ true }}"]
)
VALUES = st.one_of(
    st.text(max_size=9), st.integers(-9, 9), st.booleans(), st.sampled_from(["Co.", "a\n.", "{{ x }}", "\ufdd0."])
)


@many_examples
@given(
    parts=st.lists(PIECES | st.text("ab. }\n", max_size=4), max_size=7),
    facts=st.dictionaries(st.sampled_from(["company", "place", "goal", "several_sites", "headcount"]), VALUES),
)
def test_a_text_of_names_alone_reads_as_liquid_reads_it(parts, facts):
    source = "".join(parts)
    through_liquid = f"{source}{{% if true %}}{{% endif %}}"

    assert fill(source, facts) == fill(through_liquid, facts)
