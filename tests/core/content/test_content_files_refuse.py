"""A mistake in a role, a brief or a list is named with the file and its line."""

import shutil

import pytest

from roles.core import content
from roles.core.content import ContentError, read_brief, read_industries, read_needs, read_role, reading

BRIEF = "company: Harbour Bakery\nindustry: retail\nheadcount: 30\nplace: Leeds\n"
ROLE = """schema: 1
slug: keeper
title: Keeper
focus: operational
tagline: Keeps it going
description: Keeps everything going.
balance_min: 60
balance_max: 90
sections:
  - key: duties
    heading: Duties
    kind: bullets
    statements:
      - key: one
        text: Lead the team.
        focus: operational
        needs: [budget]
      - key: two
        text: Plan the work.
        focus: strategic
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A folder of content with the shipped needs and industries, and no roles."""
    for name in ("needs.yaml", "industries.yaml"):
        shutil.copy(content.ROOT / name, tmp_path)
    monkeypatch.setattr(reading, "ROOT", tmp_path)
    return tmp_path


def refusal(read, argument, *rest):
    with pytest.raises(ContentError) as caught:
        read(argument, *rest)
    return caught.value.problems


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


def test_a_good_brief_and_a_good_role_are_read(root):
    (root / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    (root / "keeper.yaml").write_text(ROLE, encoding="utf-8")
    assert read_brief(root / "brief.yaml").company == "Harbour Bakery"
    assert [item.key for item in read_role("keeper").statements()] == ["one", "two"]


@pytest.mark.parametrize(
    ("more", "line", "words"),
    [
        ("colour: red\n", 5, "colour is not a known key"),
        ("sites: many\n", 5, "sites should be a whole number"),
        ("about: no\n", 5, "about should be text"),
        ("needs: budget\n", 5, "needs should be a list"),
        ("needs:\n  - budget\n  - 5\n", 7, "need 2 should be text"),
        ("workplace: moon\n", 5, "workplace should be"),
        ("base_salary:\n  min_value: lots\n", 6, "base_salary, min_value should be"),
        ("base_salary:\n  wage: 5\n", 6, "base_salary, wage is not a known key"),
        ("valid_through: 2027-02-31\n", 5, ""),
        ("schema: 2\n", 5, "schema should be 1"),
        ("needs: [a, b, c, d]\n", 5, "needs – Choose the 3 that matter most; you have 4."),
        ("travel: 101\n", 5, "travel – Give a share"),
        ("apply_to: call us\n", 5, "apply_to – Add the whole telephone number"),
    ],
)
def test_a_mistake_in_a_brief_is_named_with_file_and_line(tmp_path, more, line, words):
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF + more, encoding="utf-8")
    (problem,) = refusal(read_brief, path)
    assert problem.startswith(f"{path}:{line}: ")
    assert words in problem


def test_an_answer_left_out_is_named(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF.replace("place: Leeds\n", ""), encoding="utf-8")
    assert refusal(read_brief, path) == [f"{path}:1: place is missing"]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n", "5\n"])
def test_a_brief_that_is_no_mapping_is_refused(tmp_path, text):
    path = tmp_path / "brief.yaml"
    path.write_text(text, encoding="utf-8")
    assert refusal(read_brief, path) == [f"{path}:1: should be a mapping of keys to values"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: bullets", "kind: table", "section 1, kind should be"),
        ("text: Plan the work.", "text: [Plan]", "section 1, statement 2, text should be text"),
        ("text: Plan the work.", "txt: Plan the work.", "section 1, statement 2, txt is not a known key"),
        ("text: Plan the work.", 'text: "Plan {{ wrok }}."', "“wrok” is not a placeholder"),
        ("text: Plan the work.", 'text: "Plan {% for a in b %}."', "the tag “for” is not allowed here"),
        ("needs: [budget]", "needs: [budgets]", "names the unknown need “budgets”"),
        ("needs: [budget]", "industries: [farming]", "names the unknown industry “farming”"),
        ("needs: [budget]", "headcount_min: many", "headcount_min should be a whole number"),
        ("key: two", "key: one", "is the key of more than one statement"),
        ("focus: strategic", "focus: vague", "section 1, statement 2, focus should be"),
        ("balance_min: 60", "balance_min: 95", "balance_min and balance_max should be per cents"),
        ("schema: 1", "schema: 3", "schema should be 1 or 2"),
    ],
)
def test_a_mistake_in_a_role_is_named_with_file_and_line(root, old, new, words):
    text = ROLE.replace(old, new)
    (root / "keeper.yaml").write_text(text, encoding="utf-8")
    problems = refusal(read_role, "keeper")
    # A key that is there twice is shown where it is the second time.
    line = line_of(ROLE, old)
    start = f"{root / 'keeper.yaml'}:{line}: "
    assert any(problem.startswith(start) and words in problem for problem in problems), problems


def test_headcounts_upside_down_are_named_with_their_line(root):
    text = ROLE.replace("needs: [budget]", "headcount_max: 10\n        headcount_min: 11")
    (root / "keeper.yaml").write_text(text, encoding="utf-8")
    assert refusal(read_role, "keeper")[0].startswith(f"{root / 'keeper.yaml'}:18: ")


def test_a_missing_role_is_named(root):
    assert refusal(read_role, "nobody") == [f"{root / 'nobody.yaml'}: cannot be read (No such file or directory)."]


NEED = "- key: a\n  phrase: A\n  focus: shared\n"
INDUSTRY = "- key: a\n  name: A\n  phrase: a\n"


@pytest.mark.parametrize(("read", "first"), [(read_needs, NEED), (read_industries, INDUSTRY)])
@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("- key: b", "- key: 5", 4, "entry 2, key should be text"),
        ("  phrase:", "  phrases:", 2, "entry 1, phrases is not a known key"),
        ("- key: b", "- words\n- key: b", 4, "entry 2 should be a mapping of keys to values"),
    ],
)
def test_a_mistake_in_a_shared_list_is_named_with_file_and_line(root, read, first, old, new, line, words):
    path = root / f"{read.__name__.removeprefix('read_')}.yaml"
    good = first + first.replace("key: a", "key: b")
    path.write_text(good, encoding="utf-8")
    assert [entry.key for entry in read()] == ["a", "b"]
    path.write_text(good.replace(old, new, 1), encoding="utf-8")
    line += old == "  phrase:" and read is read_industries
    with pytest.raises(ContentError) as caught:
        read()
    assert any(problem.startswith(f"{path}:{line}: ") and words in problem for problem in caught.value.problems)


@pytest.mark.parametrize("read", [read_needs, read_industries])
def test_a_shared_list_that_is_no_list_is_refused(root, read):
    path = root / f"{read.__name__.removeprefix('read_')}.yaml"
    path.write_text("key: a\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read()
    assert caught.value.problems == [f"{path}:1: should be a list"]


def test_all_mistakes_of_a_file_are_named_at_once(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF + "colour: red\nsites: many\n", encoding="utf-8")
    assert {problem.split(":")[1] for problem in refusal(read_brief, path)} == {"5", "6"}
