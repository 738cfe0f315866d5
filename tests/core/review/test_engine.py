import dataclasses

import pytest

from roles.core import content
from roles.core.document import Provenance, Source
from roles.core.review import (
    RULES,
    Finding,
    Fix,
    Level,
    Place,
    Rules,
    StaleFindingError,
    apply_fix,
    pay_in_text,
    review,
    reviewed,
)
from roles.core.review.reading import read_text

from .making import TODAY, document, findings, item, section


def finding(**changes):
    values = {
        "id": "age.block",
        "level": Level.MUST_FIX,
        "message": "",
        "place": Place(section="required", item=0, start=2, end=7),
        "words": "young",
        "why": "",
        "source": "",
        "fix": Fix(replacement="new"),
    }
    return Finding(**{**values, **changes})


def test_what_must_be_fixed_comes_first_then_the_order_of_the_page():
    doc = document(section("summary", "A dynamic shop."), section("required", "A vibrant place.", "A young team."))
    found = [(item.level, item.words) for item in findings(doc) if item.words]
    assert found == [(Level.MUST_FIX, "young"), (Level.CONSIDER, "dynamic"), (Level.CONSIDER, "vibrant")]


def test_each_rule_has_its_own_id_and_a_title():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.title for rule in RULES)


def test_each_finding_carries_the_id_of_its_rule_a_reason_and_a_source():
    doc = document(section("required", "A young ninja, [name], with a degree in law and 15 years of experience."))
    ids = {rule.id for rule in RULES}
    found = findings(doc)
    assert len(found) > 5
    for entry in found:
        assert entry.rule in ids
        assert entry.message
        assert entry.why
        assert entry.source


def test_a_whole_rule_can_be_switched_off():
    doc = document(section("required", "A young team."))
    assert findings(doc, "age")
    assert not findings(doc, "age", rules=Rules(switched_off=frozenset({"age"})))


def test_one_finding_of_a_rule_can_be_switched_off_alone():
    doc = document(section("required", "A young, vibrant team."))
    off = Rules(switched_off=frozenset({"age.warn"}))
    assert [entry.id for entry in findings(doc, "age", rules=off)] == ["age.block"]


def test_a_fix_changes_its_span_and_makes_the_words_the_owner_s():
    doc = document(section("summary", "Untouched."), section("required", "A young one.", "Untouched, too."))
    fixed = apply_fix(doc, finding())
    assert fixed.sections[1].items[0].text == "A new one."
    assert fixed.sections[1].items[0].provenance == Provenance(source=Source.OWNER, name="a-statement", version=1)
    changed = dataclasses.replace(fixed.sections[1].items[0], text="A young one.", provenance=item("").provenance)
    assert changed == doc.sections[1].items[0]
    assert fixed.sections[0] == doc.sections[0]
    assert fixed.sections[1].items[1] == doc.sections[1].items[1]


def test_a_finding_without_a_fix_cannot_be_applied():
    with pytest.raises(ValueError, match="has no fix"):
        apply_fix(document(section("required", "A young one.")), finding(fix=None))


@pytest.mark.parametrize(
    "sections",
    [
        pytest.param([section("required", "Another line.")], id="the words changed"),
        pytest.param([section("required")], id="the item is gone"),
        pytest.param([section("summary", "A young one.")], id="the section is gone"),
    ],
)
def test_a_fix_for_a_text_that_changed_meanwhile_is_refused(sections):
    with pytest.raises(StaleFindingError):
        apply_fix(document(*sections), finding())


def test_what_several_rules_ask_is_looked_for_once(monkeypatch):
    looked = []
    written = pay_in_text.written
    monkeypatch.setattr(pay_in_text, "written", lambda context: looked.append(context) or written(context))
    text = "Manager\n\nLocation: Denver, CO\n\nPay\nSalary: $90,000 a year, or more.\n"
    review(read_text(text), None, Rules(posting_rules=content.read_posting_rules()), TODAY)
    assert len(looked) == 1


def test_of_a_posting_that_has_changed_only_the_changed_line_is_read(monkeypatch):
    read, written = [], pay_in_text.reading.written
    monkeypatch.setattr(pay_in_text.reading, "written", lambda line: read.append(line.text) or written(line))
    reviewed.kept_item.cache_clear()
    stays = section("required", "You lead. Pay is $90,000 a year.")
    rules = Rules(posting_rules=content.read_posting_rules())
    for words in ("We bake.", "We bake bread."):
        review(document(section("summary", words), stays), None, rules, TODAY)

    assert read == ["We bake.", stays.items[0].text, "We bake bread."]


def test_a_line_seen_before_is_reviewed_at_its_new_place():
    def words(doc):
        return [(entry.id, entry.place, entry.words) for entry in findings(doc) if entry.words]

    line = "A young team of rockstars welcomes you for 5 to 10 years of experience by 03/04/2027, [where]."
    documents = [
        document(section("required", line)),
        document(section("equal-opportunity", line)),
        document(section("required", line), hiring_organization="Young Team"),
        document(section("required", "Another line.", line)),
    ]
    alone = []
    for doc in documents:
        reviewed.kept_item.cache_clear()
        alone.append(words(doc))

    assert [words(doc) for doc in documents] == alone
    assert len({str(found) for found in alone}) == len(documents)
