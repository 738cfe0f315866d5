import json
from dataclasses import replace

import pytest
from hypothesis import given

from roles.core import codec
from roles.core.codec import DataError
from roles.core.compose import Brief, RoleTemplate
from roles.core.document import Document
from tests.core.compose.build import brief, posting, section, statement, template
from tests.strategies import briefs, documents, role_templates

BRIEF = codec.dump(brief(base_salary=None))
TEMPLATE = codec.dump(template(section(statement("one"), statement("two"))))
DOCUMENT = codec.dump(posting(statement("one"), statement("two")))


def through_json(cls, value):
    return codec.load(cls, json.loads(json.dumps(codec.dump(value))))


def changed(data, path, value):
    """Return a copy of the data with the value at the path."""
    copy = json.loads(json.dumps(data))
    inner = copy
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return copy


def refusals(cls, data):
    with pytest.raises(DataError) as caught:
        codec.load(cls, data)
    return {problem.path: problem.message for problem in caught.value.problems}


@given(briefs())
def test_a_brief_comes_back_exactly(value):
    assert through_json(Brief, value) == value


@given(role_templates())
def test_a_template_comes_back_exactly(value):
    assert through_json(RoleTemplate, value) == value


@given(documents())
def test_a_document_comes_back_exactly_and_dumps_to_the_same_bytes(value):
    again = through_json(Document, value)
    assert again == value
    assert json.dumps(codec.dump(again)) == json.dumps(codec.dump(value))


def test_the_samples_below_are_good_before_they_are_spoilt():
    assert codec.load(Brief, BRIEF) == brief()
    assert codec.load(RoleTemplate, TEMPLATE) == template(section(statement("one"), statement("two")))
    assert codec.load(Document, DOCUMENT) == posting(statement("one"), statement("two"))


SPOILT = [
    (Brief, BRIEF, ("nickname",), "Harry", "is not a known key"),
    (Brief, BRIEF, ("company",), 5, "should be text"),
    (Brief, BRIEF, ("company",), None, "should be text"),
    (Brief, BRIEF, ("headcount",), "30", "should be a whole number"),
    (Brief, BRIEF, ("headcount",), True, "should be a whole number"),
    (Brief, BRIEF, ("headcount",), 30.5, "should be a whole number"),
    (Brief, BRIEF, ("needs",), "budget", "should be a list"),
    (Brief, BRIEF, ("needs",), [1], None),
    (Brief, BRIEF, ("workplace",), "on the moon", "'on_site', 'hybrid' or 'remote'"),
    (Brief, BRIEF, ("workplace",), "ON_SITE", "'on_site', 'hybrid' or 'remote'"),
    (Brief, BRIEF, ("valid_through",), "30 January 2027", ""),
    (Brief, BRIEF, ("valid_through",), "2027-02-31", ""),
    (Brief, BRIEF, ("valid_through",), 1_800_000_000, ""),
    (Brief, BRIEF, ("base_salary",), "a lot", "should be a mapping of keys to values"),
    (Brief, BRIEF, ("schema",), 2, "1"),
    (Brief, BRIEF, ("schema",), "1", "1"),
    (Brief, BRIEF, ("schema",), True, "1"),
    (RoleTemplate, TEMPLATE, ("schema",), 3, "1 or 2"),
    (RoleTemplate, TEMPLATE, ("focus",), "shared", "'strategic'> or <Focus.OPERATIONAL"),
    (RoleTemplate, TEMPLATE, ("sections",), {}, "should be a list"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "colour"), "red", "is not a known key"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "kind"), "table", "'paragraph', 'bullets' or 'lines'"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1, "txt"), "x", "is not a known key"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1, "text"), ["x"], "should be text"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1, "required"), "yes", "should be true or false"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1, "required"), 1, "should be true or false"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1, "milestone_day"), 45, "30, 60, 90 or 365"),
    (RoleTemplate, TEMPLATE, ("sections", 0, "statements", 1), "x", "should be a mapping of keys to values"),
    (RoleTemplate, TEMPLATE, ("needs", 2, "focus"), "vague", "'strategic', 'operational' or 'shared'"),
    (Document, DOCUMENT, ("schema",), 0, "1"),
    (Document, DOCUMENT, ("version",), "7", "should be a whole number"),
    (Document, DOCUMENT, ("facts", "phone"), "123", "is not a known key"),
    (Document, DOCUMENT, ("promise", "focus"), "shared", "Focus.OPERATIONAL"),
    (Document, DOCUMENT, ("sections", 0, "items", 1, "provenance", "source"), "rumour", "'statement', 'brief' or"),
    (Document, DOCUMENT, ("sections", 0, "items", 1, "provenance", "url"), "x", "is not a known key"),
]


@pytest.mark.parametrize(("cls", "data", "path", "value", "message"), SPOILT)
def test_what_does_not_fit_is_refused_with_its_path(cls, data, path, value, message):
    found = refusals(cls, changed(data, path, value))
    if message is None:  # inside a list the entry itself is named
        path, message = (*path, 0), "should be text"
    assert set(found) == {path}
    assert message in found[path]


@pytest.mark.parametrize("amount", ["Infinity", "NaN", "-Infinity", "lots", True, [], {}])
def test_an_amount_that_is_no_number_is_refused_with_its_path(amount):
    data = changed(BRIEF, ("base_salary",), {"min_value": amount})
    assert set(refusals(Brief, data)) == {("base_salary", "min_value")}


@pytest.mark.parametrize("key", ["company", "industry", "headcount", "place"])
def test_an_answer_left_out_that_has_no_default_is_named(key):
    data = {name: value for name, value in BRIEF.items() if name != key}
    assert refusals(Brief, data) == {(key,): "is missing"}


@pytest.mark.parametrize("data", [None, [], "text", 5, True])
def test_data_that_is_no_mapping_is_refused_as_a_whole(data):
    assert refusals(Brief, data) == {(): "should be a mapping of keys to values"}


def test_every_place_that_does_not_fit_is_named_at_once():
    data = changed(changed(BRIEF, ("company",), 5), ("headcount",), "many")
    assert set(refusals(Brief, data)) == {("company",), ("headcount",)}


def test_the_error_states_place_and_message_in_one_line():
    with pytest.raises(DataError, match=r"^sections\.0\.kind should be "):
        codec.load(RoleTemplate, changed(TEMPLATE, ("sections", 0, "kind"), "table"))


def test_a_dump_is_made_of_plain_json_values_only():
    def plain(value):
        if isinstance(value, dict):
            return all(type(key) is str and plain(entry) for key, entry in value.items())
        if isinstance(value, list):
            return all(plain(entry) for entry in value)
        return value is None or type(value) in (str, int, float, bool)

    assert plain(codec.dump(posting(statement("one"))))
    assert plain(codec.dump(replace(brief(), needs=("budget",))))


def test_what_is_loaded_again_is_the_same_value_and_other_data_another():
    again = codec.load_again(Document, json.loads(json.dumps(DOCUMENT)))
    other = codec.load_again(Document, DOCUMENT | {"title": "Another"})

    assert codec.load_again(Document, DOCUMENT) is again
    assert again == codec.load(Document, DOCUMENT)
    assert other.title == "Another"
    with pytest.raises(DataError):
        codec.load_again(Document, DOCUMENT | {"title": 1})
