from dataclasses import replace

import pytest
from hypothesis import given

from roles.core import editing
from roles.core.document import Provenance, Source
from roles.core.editing import carry_in, carry_over
from roles.core.review.reading import read_text
from tests import shipped
from tests.core.compose.build import brief, section, statement, template
from tests.core.editing.edits import edited, steps
from tests.profiles import few_examples
from tests.strategies import briefs, role_templates

TEMPLATE = template(
    section(
        statement("one", "Know {{ company }}."),
        statement("two"),
        statement("shop", industries=("retail",)),
        statement("truck", industries=("logistics",)),
        statement("three"),
        statement("four", "Serve {{ company }} well."),
        pick=3,
    ),
    section(statement("gives", "{{ benefits }}"), key="pay", heading="Pay"),
)
OLD = brief(benefits="Pension\nA bicycle")


def changed(edit, new=None, old=OLD, role=TEMPLATE, **answers):
    """The document after the edit and then the new answers."""
    before = editing.stock(role, old, version=7)
    after = editing.stock(role, new or replace(old, **answers), version=7)
    return carry_over(before.composed, edit(before.composed, before), after.composed, offers=after.offers)


def texts(document, key="duties"):
    return [item.text for part in document.sections if part.key == key for item in part.items]


def test_an_untouched_document_follows_the_new_answers():
    document = changed(lambda doc, stock: doc, company="Quay", industry="logistics")
    assert texts(document) == ["Know Quay.", "Do what two says.", "Do what truck says."]
    assert document.facts.hiring_organization == "Quay"


def test_the_owners_wording_stays_and_the_rest_follows():
    document = changed(lambda doc, stock: editing.reword(doc, "two", "Mine.", stock=stock), company="Quay")
    assert texts(document) == ["Know Quay.", "Mine.", "Do what shop says."]


def test_the_owners_wording_stays_where_the_statement_is_no_longer_chosen():
    document = changed(lambda doc, stock: editing.reword(doc, "shop", "My shop.", stock=stock), industry="logistics")
    assert texts(document) == ["Know Harbour Bakery.", "Do what two says.", "My shop.", "Do what truck says."]


def test_what_the_owner_removed_stays_away():
    document = changed(lambda doc, stock: editing.remove(doc, "two"), company="Quay")
    assert texts(document) == ["Know Quay.", "Do what shop says."]


def test_a_whole_section_removed_stays_away():
    def edit(doc, stock):
        return editing.remove(editing.remove(doc, "benefits-1"), "benefits-2")

    assert texts(changed(edit, company="Quay"), "pay") == []


def test_additions_stay_in_place():
    def edit(doc, stock):
        return editing.move(editing.add(doc, "duties", "Mine.", stock=stock), "own-1", 1)

    assert texts(changed(edit, industry="logistics")) == [
        "Know Harbour Bakery.",
        "Mine.",
        "Do what two says.",
        "Do what truck says.",
    ]


def test_a_statement_brought_in_stays_and_is_filled_anew():
    document = changed(lambda doc, stock: editing.bring_in(doc, "four", stock=stock), company="Quay")
    assert texts(document)[-1] == "Serve Quay well."


def test_the_owners_order_stays_with_newcomers_beside_their_neighbours():
    document = changed(lambda doc, stock: editing.move(doc, "shop", 0), industry="logistics")
    assert texts(document) == ["Know Harbour Bakery.", "Do what two says.", "Do what truck says."]
    document = changed(lambda doc, stock: editing.move(doc, "two", 0), industry="logistics")
    assert texts(document) == ["Do what two says.", "Do what truck says.", "Know Harbour Bakery."]


def test_a_new_first_line_does_not_shift_the_owners_words():
    document = changed(
        lambda doc, stock: editing.reword(doc, "benefits-1", "A good pension", stock=stock),
        benefits="A van\nPension\nA bicycle",
    )
    assert texts(document, "pay") == ["A van", "A good pension", "A bicycle"]


def test_words_on_an_answer_that_is_gone_become_the_owners_own():
    document = changed(
        lambda doc, stock: editing.reword(doc, "benefits-2", "My bicycle", stock=stock), benefits="Pension"
    )
    assert texts(document, "pay") == ["Pension", "My bicycle"]
    assert editing.find(document, "own-1")[1].provenance == Provenance(source=Source.OWNER)


def test_a_changed_answer_under_the_owners_words_is_worth_a_look():
    old, new = (editing.stock(TEMPLATE, replace(OLD, company=name), version=7) for name in ("Ox", "Quay"))
    owned = editing.reword(old.composed, "one", "Know all of Ox.", stock=old)
    merged = carry_over(old.composed, owned, new.composed, offers=new.offers)

    assert [item.text for item in editing.to_look_at(old.composed, new.composed, merged)] == ["Know all of Ox."]


def test_back_and_forth_between_answers_ends_where_it_began():
    there = brief(company="Quay", industry="logistics", benefits="A bicycle")
    old, new = editing.stock(TEMPLATE, OLD, version=7), editing.stock(TEMPLATE, there, version=7)
    owned = editing.reword(editing.add(old.composed, "duties", "Mine.", stock=old), "one", "Own.", stock=old)
    away = carry_over(old.composed, owned, new.composed, offers=new.offers)
    back = carry_over(new.composed, away, old.composed, offers=old.offers)
    assert set(back.items()) == set(owned.items())


@given(role_templates(), briefs(), briefs())
@few_examples
def test_without_edits_it_is_the_new_composition(role, first, second):
    old, new = editing.stock(role, first, version=3), editing.stock(role, second, version=3)
    assert carry_over(old.composed, old.composed, new.composed, offers=new.offers) == new.composed


@given(role_templates(), briefs(), steps)
@few_examples
def test_with_the_same_answers_it_is_the_owners_document(role, answers, made):
    stock = editing.stock(role, answers, version=3)
    owned = edited(stock, made)
    assert carry_over(stock.composed, owned, stock.composed, offers=stock.offers) == owned


@given(role_templates(), briefs(), briefs(), steps)
@few_examples
def test_no_word_of_the_owners_is_ever_lost(role, first, second, made):
    old, new = editing.stock(role, first, version=3), editing.stock(role, second, version=3)
    owned = edited(old, made)
    merged = carry_over(old.composed, owned, new.composed, offers=new.offers)
    keys = [item.key for item in merged.items()]
    here = sorted(item.text for item in owned.items() if item.provenance.source is Source.OWNER)

    assert sorted(item.text for item in merged.items() if item.provenance.source is Source.OWNER) == here
    assert len(keys) == len(set(keys))
    assert not any(key.endswith("~") for key in keys)
    assert merged.facts == new.composed.facts
    gone = {item.key for item in old.composed.items() if item.provenance.source is Source.STATEMENT}
    gone -= {item.key for item in owned.items()}
    assert not gone & set(keys)


@given(role_templates(), role_templates(), briefs(), steps)
@few_examples
def test_nor_when_the_title_is_another(role, other, answers, made):
    old, new = editing.stock(role, answers, version=3), editing.stock(other, answers, version=5)
    owned = edited(old, made)
    merged = carry_over(old.composed, owned, new.composed, offers=new.offers)
    mine = [
        sorted(item.text for item in doc.items() if item.provenance.source is Source.OWNER) for doc in (owned, merged)
    ]
    assert mine[0] == mine[1]


PASTED = """Bakery Operations Manager
Harbour Lane – Bristol

About us
We bake overnight.

What you'll do
- Run the night shift.
- Keep the ovens safe.

Benefits
- 28 days of holiday

Summary
A short week.
"""


def carried(role, answers):
    document = carry_in(read_text(PASTED), answers, role, version=7)
    return document, editing.stock(role, answers, version=7).composed


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_posting_that_was_pasted_stays_as_it_is_under_the_same_answers(slug):
    document, composed = carried(shipped.role(slug), shipped.brief("bakery-leeds"))

    assert carry_over(composed, document, composed) == document


def test_new_answers_keep_the_sections_of_a_pasted_posting():
    role, answers = shipped.role("director-of-operations"), shipped.brief("bakery-leeds")
    document, composed = carried(role, replace(answers, base_salary=None, benefits=""))
    new = editing.stock(role, answers, version=7).composed
    after = carry_over(composed, document, new)

    order = [part.key for part in after.sections if part.key in {one.key for one in document.sections}]
    assert order == [part.key for part in document.sections]
    kept = {part.key: part for part in after.sections}
    for part in document.sections:
        assert (kept[part.key].heading, kept[part.key].kind) == (part.heading, part.kind)
        assert [item for item in kept[part.key].items if item in part.items] == list(part.items)
