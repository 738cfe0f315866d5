import json
import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roles.core import codec, content
from roles.core.compose import answers, asked, compose, her_words, superiors, terms
from roles.core.compose.brief import OTHER_INDUSTRY
from roles.core.compose.capitals import with_place_names
from roles.core.compose.placeholders import own_words
from roles.core.document import Focus, Provenance, SectionKind, Source
from roles.core.exports import text
from tests import shipped
from tests.core.compose.build import brief, items, posting, section, statement, template, texts
from tests.profiles import few_examples
from tests.strategies import briefs

WORD = re.compile(r"[^\W_]+")
# Words of ours around a note of hers.
LED_IN = {
    *("we", "you", "are", "were", "have", "been", "has", "had", "held", "hold", "can", "pass", "speak", "provide"),
    *("done", "this", "for", "a", "an", "the", "and", "with", "in", "on", "your", "own", "answer", "also", "yours"),
    *("please", "send", "run", "to", "at"),
}

both_roles = pytest.mark.parametrize("slug", content.role_slugs())


@both_roles
@given(value=briefs(), version=st.integers(1, 10**6))
def test_any_good_brief_composes_with_a_shipped_role(slug, value, version):
    role = shipped.role(slug)
    document = compose(role, value, version=version)
    assert (document.role, document.title, document.version) == (role.slug, role.title, version)
    order = [part.key for part in role.sections]
    assert [part.key for part in document.sections] == [
        key for key in order if key in {p.key for p in document.sections}
    ]
    assert all(part.items for part in document.sections)
    statements = {item.key: item for item in role.statements()}
    for item in document.items():
        assert item.text == item.text.strip() != ""
        assert len(item.text.splitlines()) == 1
        assert item.reason
        name = item.provenance.name
        if item.provenance.source is Source.STATEMENT:
            assert item.provenance == Provenance(source=Source.STATEMENT, name=name, version=version)
            assert item.focus == statements[name].focus
        else:
            assert item.provenance == Provenance(source=Source.BRIEF, name=name, version=None)
            if name == "measures":  # made of several answers: tested where targets are
                continue
            answer = value.own_duties if name == "own_powers" else getattr(value, name)
            # A line broken in mid-sentence is one with the next, and a bullet that was pasted is gone.
            # Of her own lines the first letter is raised, and a note gets its lead-in: "You have run a shop".
            said = Counter(WORD.findall(item.text.casefold())) - Counter(WORD.findall(answer.casefold()))
            assert set(said) <= LED_IN
            # Without an address, what to send is a line by itself: no statement asks for it.
            alone = name == "apply_with" and not value.apply_to
            assert alone or any(own_words(statement.text) == name for statement in role.statements())


@both_roles
@given(value=briefs())
@few_examples
def test_composing_again_gives_the_same_bytes(slug, value):
    first, second = (json.dumps(codec.dump(compose(shipped.role(slug), value, version=1))) for _ in range(2))
    assert first == second


@both_roles
@given(value=briefs())
@few_examples
def test_the_facts_are_the_owners_answers(slug, value):
    facts = compose(shipped.role(slug), value, version=1).facts
    assert (facts.hiring_organization, facts.job_location) == (value.company, with_place_names(value.place))
    assert (facts.workplace, facts.employment_type) == (value.workplace, value.employment_type)
    assert (facts.reports_to, facts.base_salary, facts.valid_through) == (
        superiors.superior(value.reports_to),
        value.base_salary,
        value.valid_through,
    )


@both_roles
def test_locked_sections_stay_locked(slug):
    locked = {part.key for part in shipped.role(slug).sections if part.locked}
    document = compose(shipped.role(slug), brief(industry="logistics"), version=1)
    assert locked
    assert {part.key for part in document.sections if part.locked} == locked


def test_a_section_keeps_its_heading_kind_and_lock():
    whole = template(section(statement("one"), key="k", heading="Head", kind=SectionKind.LINES, locked=True))
    part = compose(whole, brief(), version=1).sections[0]
    assert (part.key, part.heading, part.kind, part.locked) == ("k", "Head", SectionKind.LINES, True)


def test_sections_appear_in_the_templates_order():
    whole = template(*[section(statement(key), key=key) for key in ("zeta", "alpha", "mid")])
    assert [part.key for part in compose(whole, brief(), version=1).sections] == ["zeta", "alpha", "mid"]


def test_a_section_nothing_applies_to_is_left_out():
    whole = template(
        section(statement("goal", "Reach {{ goal }}."), key="goals"),
        section(statement("there", industries=("logistics",)), key="there"),
        section(statement("here"), key="here"),
    )
    assert [part.key for part in compose(whole, brief(), version=1).sections] == ["here"]


def test_an_answer_of_several_lines_becomes_one_item_a_line():
    found = items(
        posting(statement("own", "{{ benefits }}", focus=Focus.SHARED), benefits="Pension\r\n\n Bread \nLeave")
    )
    assert [item.text for item in found] == ["Pension", "Bread", "Leave"]
    assert {item.provenance for item in found} == {Provenance(source=Source.BRIEF, name="benefits")}


def test_an_answer_within_a_sentence_stays_on_one_line():
    assert texts(posting(statement("in", "We offer: {{ benefits }}"), benefits="Pension\nBread")) == [
        "We offer: Pension Bread"
    ]


def test_a_statement_of_several_lines_becomes_one_line():
    assert texts(posting(statement("two", "Lead the team,\nand the rest."))) == ["Lead the team, and the rest."]


def test_lines_about_the_business_do_not_run_together_in_a_paragraph():
    about = posting(statement("about", "{{ about }}"), kind="paragraph", about="We bake bread\nWe sell it")
    assert " ".join(texts(about)) == "We bake bread. We sell it."


def test_another_industry_appears_in_the_owners_words():
    named = {"industry": OTHER_INDUSTRY, "industry_name": "beekeeping"}
    assert texts(posting(statement("in", "Know {{ industry }}."), **named)) == ["Know beekeeping."]


@pytest.mark.parametrize("industry", [OTHER_INDUSTRY, "beekeeping"])
def test_an_industry_without_a_name_is_left_out(industry):
    said = statement("in", "Know {% if industry %}{{ industry }}{% else %}the trade{% endif %}.")
    assert texts(posting(said, statement("no", "Work in {{ industry }}."), industry=industry)) == ["Know the trade."]


def test_a_known_industry_appears_in_its_phrase():
    assert texts(posting(statement("in", "Know {{ industry }}."))) == ["Know the retail trade."]


def test_a_statement_carries_its_key_and_the_version():
    assert items(posting(statement("one")))[0].provenance == Provenance(source=Source.STATEMENT, name="one", version=7)


@both_roles
@given(value=briefs())
@example(value=brief(company="Co.", about="Co... and more", leads="Co.. or so", benefits="Co.. car\nCo... bike"))
@few_examples
def test_the_owners_own_lines_come_out_exactly(slug, value):
    document = compose(shipped.role(slug), value, version=1)
    for name, listed in (("benefits", _benefits), ("hiring_steps", answers.steps)):
        said = [item.text for item in document.items() if item.provenance.name == name]
        kept = listed(getattr(value, name))
        assert said == (kept.split("\n") if kept else [])
    for name, set_as in (("own_duties", _duties), ("own_required", asked.as_list)):
        said = [item.text for item in document.items() if item.provenance.name == name]
        assert "\n".join(said) == set_as(getattr(value, name))
    assert value.apply_to in text.write(document)


def _duties(typed):
    return her_words.duties(typed, but_powers=True)


def _benefits(typed):
    return answers.benefits(terms.listed(typed))


def test_a_sentence_on_who_is_led_is_printed_by_older_versions():
    told = "The two yard leads will move to you in May."
    older = template(section(statement("who", "You lead {{ leads }}."), statement("duty"), kind=SectionKind.LINES))
    assert texts(compose(older, brief(leads=told), version=1)) == ["Do what duty says.", told]
    assert "You lead two yard leads." in texts(compose(older, brief(leads="two yard leads"), version=1))
    newer = template(section(statement("who", "You lead {{ leads }}."), statement("told", "Also: {{ leads_told }}")))
    assert texts(compose(newer, brief(leads=told), version=1)) == [f"Also: {told}"]
