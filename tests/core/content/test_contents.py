"""Files from elsewhere: everything wrong is named with its file and line."""

from dataclasses import replace
from pathlib import Path

import pytest

from roles.core import content
from roles.core.content import contents
from roles.core.content.archive import read_folder
from roles.core.content.contents import read_contents, write_contents
from roles.core.content.yaml_file import SIZE_LIMIT, ContentError, YamlFile
from tests import shipped

# What the portal ships with, but for two short roles in the place of its long ones.
SMALLER = read_folder(content.ROOT) | read_folder(Path(__file__).parents[2] / "content")
ROLES = {template.slug: template for _, template in read_contents(SMALLER).roles}
FILES = write_contents(ROLES.values())
RAW = {name: text.encode() for name, text in FILES.items()}
ROLE = "operations-director.yaml"
SHARED = {name: RAW[name] for name in ("needs.yaml", "industries.yaml")}


def refusals(action, *args):
    with pytest.raises(ContentError) as caught:
        action(*args)
    return caught.value.problems


def test_what_is_written_is_read_again():
    contents = read_contents(RAW)

    assert [template for _, template in contents.roles] == list(ROLES.values())
    assert write_contents(template for _, template in contents.roles) == FILES


def test_the_shipped_folder_itself_can_be_read():
    templates = [template for _, template in read_contents(read_folder(content.ROOT)).roles]
    assert templates == [shipped.role(slug) for slug in content.role_slugs()]


def test_a_single_role_is_read_with_the_needs_already_known():
    template = ROLES["operations-director"]
    [(_, read)] = read_contents({ROLE: RAW[ROLE]}, template.vocabulary).roles

    assert read == template


def test_a_need_nobody_knows_is_named_with_its_line():
    problems = refusals(read_contents, {ROLE: RAW[ROLE]})

    assert all(problem.startswith(f"{ROLE}:") for problem in problems)
    assert any("names the unknown need “direction”" in problem for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("balance_min: 60", "balance_min: many", 7, "should be a whole number"),
        ("balance_min: 60", "balance_least: 60", 7, "is not a known key"),
        ("balance_min: 60", "title: Twice", 7, "is there twice"),
        ("balance_min: 60", "balance_min: 96", 7, "the smaller first"),
        ("balance_min: 60", "balance_min: !!python/name:os.system", 7, "is not allowed"),
        ("balance_min: 60", "balance_min: 60\nneeds: []", 8, "is not a known key here"),
        ("schema: 1", "schema: 3", 1, "should be 1 or 2"),
        ("schema: 1", "- schema", 2, ""),
        ("focus: strategic\ntagline", "focus: shared\ntagline", 4, "should be"),
        ("kind: paragraph", "kind: table", 12, "should be"),
    ],
)
def test_a_mistake_in_a_role_has_its_line(old, new, line, words):
    text = FILES[ROLE]
    assert old in text
    problems = refusals(read_contents, SHARED | {ROLE: text.replace(old, new, 1).encode()})

    assert any(problem.startswith(f"{ROLE}:{line}: ") and words in problem for problem in problems)


def test_mistakes_of_several_files_are_reported_at_once():
    broken = {name: raw.replace(b"kind: paragraph", b"kind: table", 1) for name, raw in RAW.items()}

    assert len({problem.split(":")[0] for problem in refusals(read_contents, broken)}) == 2


@pytest.mark.parametrize("name", ["needs.yaml", "industries.yaml"])
def test_a_key_that_appears_twice_in_a_list_is_refused(name):
    lines = FILES[name].split("\n")
    begins = lines.index(next(line for line in lines if line.startswith("- key")))
    first = "\n".join(lines[begins : begins + 3]).encode()

    [problem] = refusals(read_contents, SHARED | {name: RAW[name] + first + b"\n"})
    assert problem.startswith(f"{name}:")
    assert "is there twice" in problem


@pytest.mark.parametrize("name", ["needs.yaml", "industries.yaml"])
def test_a_list_that_is_no_list_is_refused(name):
    assert refusals(read_contents, RAW | {name: b"key: a\n"}) == [f"{name}:1: should be a list"]


def test_two_files_of_one_role_are_refused():
    problems = refusals(read_contents, RAW | {"copy.yaml": RAW[ROLE]})

    assert "operations-director.yaml: the slug “operations-director” stands in copy.yaml, too." in problems


def test_what_belongs_to_no_role_is_read_too():
    contents = read_contents(SMALLER)

    assert contents.finder[1] == content.read_title_finder()
    assert contents.comparison[1] == content.read_comparison()
    assert contents.posting_rules[1] == content.read_posting_rules()
    assert read_contents(RAW).finder is None


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("title-finder.yaml", b"weight: 3", b"weight: 9", "question 1, answer 1, weight should be from -3 to 3"),
        ("title-finder.yaml", b"needs: [direction]", b"needs: [luck]", "names the unknown need “luck”"),
        ("comparison.yaml", b"label: Focus", b"lable: Focus", "entry 1, lable is not a known key"),
        (
            "posting-rules.yaml",
            b"region: california",
            b"region: callifornia",
            "entry 1, region is no place",
        ),
        ("posting-rules.yaml", b"key: us-co", b"key: us-ca", "“us-ca” is there twice"),
        ("posting-rules.yaml", b"checked_on: 2026-11-28", b"checked_on: soon", "entry 1, checked_on"),
    ],
)
def test_a_mistake_in_a_shared_file_has_its_line(name, old, new, words):
    raw = (content.ROOT / name).read_bytes()
    assert old in raw
    problems = refusals(read_contents, SHARED | {name: raw.replace(old, new, 1)})

    assert all(problem.startswith(f"{name}:") for problem in problems)
    assert any(words in problem for problem in problems)


def test_files_that_hold_nothing_of_ours_are_refused():
    assert refusals(read_contents, {}) == ["There is no content file here."]
    assert refusals(read_contents, {"posting-rules.yaml": b"a: 1"})


def test_a_file_that_is_too_large_is_refused():
    [problem] = refusals(read_contents, {ROLE: b"#" * (SIZE_LIMIT + 1)})
    assert problem.startswith(f"{ROLE}")
    assert "larger than" in problem


def test_a_role_that_would_take_a_shared_files_name_is_not_written():
    template = replace(ROLES["operations-director"], slug="needs")
    assert refusals(write_contents, [template]) == [
        "needs.yaml: is the name of another file; give the role another slug."
    ]


def test_files_that_hold_too_much_together_are_not_all_read(monkeypatch):
    read = []
    parse = YamlFile.parse
    monkeypatch.setattr(YamlFile, "parse", lambda name, raw: (read.append(name), parse(name, raw))[1])
    monkeypatch.setattr(contents, "VALUES_LIMIT", 1_000)
    files = {f"role-{number:02}.yaml": b"- 1\n" * 400 for number in range(50)}
    with pytest.raises(ContentError) as caught:
        read_contents(files)

    assert len(read) == 3
    assert "role-49.yaml:1: is not read: the files hold more than 1,000 values together." in caught.value.problems
