from dataclasses import fields

from roles.core.compose.brief import Brief
from roles.core.review import answers
from roles.core.review.answers import answer_of
from roles.core.review.finding import Finding, Level, Place


def finding(id, **place):
    return Finding(id=id, level=Level.MUST_FIX, message="", place=Place(**place), words="", why="", source="")


def test_each_answer_is_a_field_of_the_brief():
    known = {field.name for field in fields(Brief)}
    assert {*answers._OF_ID.values(), *answers._OF_RULE.values()} <= known


def test_what_is_missing_is_answered_in_its_field():
    assert answer_of(finding("complete.apply")) == "apply_to"
    assert answer_of(finding("pay_range.wide")) == "base_salary"


def test_what_appears_in_a_line_is_answered_there():
    assert answer_of(finding("contradictions.currency", section="pay", item=0)) is None
    assert answer_of(finding("length.words")) is None
