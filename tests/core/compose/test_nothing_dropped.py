"""Every fact an owner types stands in her posting: the words kept, apart from slips that are put right."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import Brief, compose
from roles.core.compose.brief import TEXT_FIELDS, problems
from roles.core.compose.requirements import PARTICIPLES
from roles.core.compose.slips import put_right
from tests import shipped
from tests.strategies import scopes

# What stands in the head of a posting or is read into it, and is tested where it is read.
READ = {"industry", "industry_name", "country", "pay", "apply_to", "equal_opportunity", "place"}
FACTS = {
    "company": ["Kalk & Sons", "Brannoch Hospital", "Lúnasa Seaweed"],
    "about": [
        "hire out harvesters + sprayers",
        "day surgery, 2 theatres, 14 beds",
        "commercial flat roofs, some slate",
    ],
    "goal": ["list starts 71% now want 90", "fewer callbacks", "orders out same day"],
    "reports_to": ["Mike (owner)", "the board", "Anna Orr, MD"],
    "leads": [
        "3 crews of 4",
        "2 yard foremen, workshop lead",
        "theatre manager, ward sister, reception (6)",
        "two leads",
    ],
    "spending_limit": ["2k", "$5,000", "up to €900 a job"],
    "budget": ["$1.2m", "about 340k a year"],
    "benefits": ["pension, van", "bike to work\nseaweed", "25 days + bank hols"],
    "hiring_steps": ["call, visit, trial day", "chat with Jo\nhalf a day on site"],
    "own_duties": [
        *("rotas for drivers", "H&S both yards", "KPI board", "price jobs over 50k", "chase payments", "starts 5am"),
        *("no leave in August", "toolbox talks", "keep every harvester earning", "families, complaints", "A/R"),
        *("on call 1 in 4", "outdoors in winter", "some lifting", "dryer running 24/7", "recalls", "can hire drivers"),
    ],
    "own_required": [
        *("ran a fleet", "code 10 licence", "must have run a department", "5 years in care", "Dentrix", "starts 6am"),
        *("boat handling a plus", "fluent German", "valid DL", "no leave in harvest", "on call every 3rd weekend"),
    ],
    "own_preferred": ["nursing background", "speaks Irish", "has used Xero", "diesel engines"],
    "why_now": [
        "grew from 1 theatre to 2. on call 1 in 4",
        "growing",
        "Dr Paul retiring, wants out",
        "I'm 61. starts at 5",
    ],
    "culture": ["everyone on the shore 1 day a month", "no shouting"],
    "conditions": ["some lifting", "dusty, outdoors", "starts 5am\nno leave in feb", "drug test. truck provided"],
    "partner": ["the finance manager", "my brother Tom"],
    "decides": ["overtime, small repairs", "who works when", "hire drivers"],
    "keeps": ["prices, hires", "the fee list"],
    "bonus": ["8% of salary in January", "profit share", "annual"],
    "schedule": ["6-3 Mon to Fri", "4 on 4 off"],
    "travel_pattern": ["2 days a week to the other yard", "most days"],
    "start": ["asap", "before harvest", "April"],
    "apply_with": ["CV, no cover letter", "a page on a bad week"],
    "answer_by": ["1 week", "12 March"],
    "also_typed": ["social media", "the vans, the shop"],
}
SEVERAL = ("own_duties", "own_required", "own_preferred")


def answers():
    """Some of the facts, each as an owner types it on a phone."""
    found = {
        name: st.lists(st.sampled_from(known), min_size=1, max_size=7, unique=True).map("\n".join)
        if name in SEVERAL
        else st.sampled_from(known)
        for name, known in FACTS.items()
    }
    always = {name: found.pop(name) for name in ("company",)}
    return st.fixed_dictionaries(always, optional=found)


def said(words):
    """The words of a text, as they are compared: without capitals, marks and the forms of a verb."""
    plain = re.findall(r"[^\W_]+", words.lower().replace("’", "'").replace("'", ""))
    return {FORMS.get(word, PARTICIPLES.get(word, word)) for word in plain}


# What a sentence of ours has in another form: “speaks” is “you speak”, a figure wanted stands behind “from … to”.
FORMS = {"speaks": "speak", "has": "have", "2": "two", "now": "to", "want": "to"}


def facts_in(name, words):
    """The facts of an answer: its lines, of prose its sentences, of a list of things each of them."""
    apart = r"\n|, " if name in ("benefits", "hiring_steps") else r"\n|(?<=\w)\. "
    return [part for part in re.split(apart, put_right(words)) if part]


def places_of(document):
    """The words of each place a fact may be: a fact of the head, a line below."""
    head = [f"{label} {value}" for label, value in document.facts.lines()]
    return [said(words) for words in (*head, *(item.text for item in document.items()))]


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@given(typed=answers(), scope=scopes(), headcount=st.sampled_from([1, 6, 42]), sites=st.sampled_from([1, 3]))
def test_every_fact_an_owner_types_is_in_her_posting(slug, typed, scope, headcount, sites):
    where = {"industry": "construction", "place": "Leeds, UK", "apply_to": "a@example.com"}
    brief = Brief(**where, headcount=headcount, sites=sites, scope=scope, **typed)
    assert problems(brief) == {}
    places = places_of(compose(shipped.role(slug), brief, version=1))
    named = {f"area {item.area}": item.name for item in scope if item.name}
    for name, words in (typed | named).items():
        for fact in facts_in(name, words):
            assert any(said(fact) <= place for place in places), (name, fact)


def test_every_answer_in_words_is_among_the_facts_or_read_elsewhere():
    assert set(FACTS) | READ == set(TEXT_FIELDS)
