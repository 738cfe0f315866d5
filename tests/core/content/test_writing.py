"""One canonical form: what is written is read as it was, and written again it is the same, byte for byte."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose.template import Section, Statement, in_order
from roles.core.compose.vocabulary import Industry, Need
from roles.core.content import reading
from roles.core.content.writing import (
    write_comparison,
    write_list,
    write_posting_rules,
    write_role,
    write_title_finder,
)
from roles.core.content.yaml_file import YamlFile
from roles.core.document import Focus, SectionKind
from roles.core.finder import Passage, PassageKind, TitleFinder
from roles.core.finder.comparison import ComparisonRow
from roles.core.review.posting_rules import PostingRule
from tests.core.compose.build import template
from tests.strategies import role_templates

SHIPPED = content.role_slugs()
RULES = content.read_posting_rules()
# What a file can hold at all: any text but lone surrogates, which UTF-8 does not know.
texts = st.text(st.characters(exclude_categories=("Cs",)))
awkward = st.sampled_from(
    [
        "yes", "No", "null", "~", "1", "1.5", "0x1F", "1:30", "2027-01-30", "=", "<<", "", " ", "a ", " a", "- a",
        "-", "a: b", "a:", "a #b", "#a", "'a'", '"a"', "a'b", 'a"b', "\\", "a\\nb", "@a", "`a", "%a", "&a", "*a",
        "!a", "|", ">", "[a]", "{a}", "{{ about }}", "a {{ b }}", "a\nb", "a\n\nb", "a\n", "\na", " a\nb", "a\n b",
        "a \nb", "a\tb", "a\r\nb", "a\x85b", "a\u2028b", "\ufeffa", "a\u200db", "\U0001f469\u200d\U0001f373",
        "\u05e9\u05dc\u05d5\u05dd", "…", "---", "...", "--- a", "? a", "a,b", "# a\nb", "a\n# b", "on", "\x00",
        "a\x07", "\x7f", "\ufffe", "\U0010ffff",
    ]
)  # fmt: skip


def read_back(role):
    file = YamlFile.parse("role.yaml", write_role(role).encode())
    return reading._load(file, type(role), {**file.data, "needs": [], "industries": []})


@pytest.mark.parametrize("slug", SHIPPED)
def test_a_shipped_role_is_in_its_canonical_form(slug):
    assert write_role(content.read_role(slug)) == (content.ROOT / f"{slug}.yaml").read_text(encoding="utf-8")


def test_the_shipped_needs_and_industries_are_too():
    root = content.ROOT
    assert write_list("needs", content.read_needs()) == (root / "needs.yaml").read_text(encoding="utf-8")
    assert write_list("industries", content.read_industries()) == (root / "industries.yaml").read_text(encoding="utf-8")


def test_so_is_what_belongs_to_no_role():
    for name, text in (
        ("title-finder", write_title_finder(content.read_title_finder())),
        ("comparison", write_comparison(content.read_comparison())),
        ("posting-rules", write_posting_rules(content.read_posting_rules())),
    ):
        assert text == (content.ROOT / f"{name}.yaml").read_text(encoding="utf-8")


@given(awkward | texts, awkward | texts)
def test_any_words_of_the_comparison_are_read_as_they_were_written(one, other):
    row = ComparisonRow(key="k", label=one, strategic=other, operational=f"{one}\n{other}", note=one)
    [read] = content.list_in(YamlFile.parse("c.yaml", write_comparison([row]).encode()), ComparisonRow)
    assert read == row


@given(st.lists(awkward | texts, unique=True), st.dates() | st.none())
def test_any_posting_rule_is_read_as_it_was_written(names, day):
    rule = replace(RULES[0], city_names=tuple(names), effective_from=day)
    [read] = content.list_in(YamlFile.parse("p.yaml", write_posting_rules([rule]).encode()), PostingRule)
    assert read == rule


def test_a_finder_that_asks_nothing_is_written_and_read():
    finder = TitleFinder(questions=(), passages=())
    assert content.title_finder_in(YamlFile.parse("t.yaml", write_title_finder(finder).encode()), ()) == finder


@given(
    st.lists(
        st.tuples(st.sampled_from(["verdict", "other"]), awkward | texts, st.sampled_from(["", "on", "no", "a-b"]))
    )
)
def test_any_passages_of_a_finder_are_read_as_they_were_written(drawn):
    passages = tuple(
        Passage(key=f"k{number}", kind=PassageKind(kind), heading=words, text=words, role=role)
        for number, (kind, words, role) in enumerate(drawn)
    )
    finder = TitleFinder(questions=(), passages=passages)
    assert content.title_finder_in(YamlFile.parse("t.yaml", write_title_finder(finder).encode()), ()) == finder


@given(role_templates())
def test_any_role_is_read_as_it_was_written(drawn):
    role = replace(drawn, tagline="T.", description="D.")
    file = YamlFile.parse("role.yaml", write_role(role).encode())
    read = content.role_in(file, role.vocabulary)

    assert read == in_order(role)
    assert write_role(read) == write_role(in_order(role))


@given(awkward | texts, awkward | texts)
@example("a", "a\nb\n\n c")
def test_any_text_is_read_as_it_was_written(one, other):
    statement = Statement(key="k", text=one, focus=Focus.SHARED, question=other, evidence=f"{one}\n{other}")
    section = Section(key="s", heading=other, kind=SectionKind.LINES, statements=(statement,))
    role = replace(template(section, needs=(), industries=()), tagline=one, description=other)

    assert read_back(role) == role


@given(st.lists(awkward | texts, unique=True))
def test_any_key_in_brackets_is_read_as_it_was_written(keys):
    statement = Statement(key="k", text="T.", focus=Focus.SHARED, needs=tuple(keys))
    role = template(
        Section(key="s", heading="H", kind=SectionKind.LINES, statements=(statement,)), needs=(), industries=()
    )

    assert read_back(role) == role


@given(awkward | texts)
def test_needs_and_industries_are_read_as_they_were_written(text):
    need = Need(key="k", phrase=text, focus=Focus.SHARED)
    industry = Industry(key="k", name=text, phrase=text)

    assert content.list_in(YamlFile.parse("n.yaml", write_list("needs", [need]).encode()), Need) == (need,)
    assert content.list_in(YamlFile.parse("i.yaml", write_list("industries", [industry]).encode()), Industry) == (
        industry,
    )


@given(awkward | texts)
def test_the_slow_loader_reads_the_same(text):
    role = replace(template(needs=(), industries=()), tagline=text)
    assert yaml.load(write_role(role), Loader=yaml.SafeLoader)["tagline"] == text


def test_no_needs_at_all_is_an_empty_list():
    assert content.list_in(YamlFile.parse("n.yaml", write_list("needs", []).encode()), Need) == ()


def test_a_section_without_statements_can_be_written_and_read():
    role = template(Section(key="s", heading="H", kind=SectionKind.LINES, statements=()), needs=(), industries=())
    assert read_back(role) == role


def test_it_reads_like_a_text():
    statement = Statement(
        key="lead",
        text="Lead: the day.",
        focus=Focus.OPERATIONAL,
        needs=("slips",),
        headcount_min=11,
        question="Who?\nHow?",
    )
    role = template(
        Section(key="one", heading="One", kind=SectionKind.BULLETS, pick=3, statements=(statement,)),
        Section(
            key="two", heading="Two", kind=SectionKind.LINES, locked=True, statements=(replace(statement, key="b"),)
        ),
    )
    lines = write_role(role).split("sections:\n")[1]

    assert lines.startswith(
        "  - key: one\n    heading: One\n    kind: bullets\n    purpose: other\n    pick: 3\n    statements:\n"
        '      - key: lead\n        text: "Lead: the day."\n        focus: operational\n        needs: [slips]\n'
        "        headcount_min: 11\n        question: |-\n          Who?\n          How?\n\n  - key: two\n"
    )
    assert "locked: true" in lines
    assert "required" not in lines
