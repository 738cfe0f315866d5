"""A mistake in a YAML file is named with the file and its line, and nothing else happens."""

import subprocess
import sys
from pathlib import Path

import pytest

from roles.core.codec import Problem
from roles.core.content.yaml_file import DEPTH_LIMIT, NODES_LIMIT, PROBLEMS_LIMIT, SIZE_LIMIT, ContentError, YamlFile

ROOT = Path(__file__).parents[3]


def refusal(raw):
    with pytest.raises(ContentError) as caught:
        YamlFile.parse("mine.yaml", raw if isinstance(raw, bytes) else raw.encode())
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_plain_data_is_read_with_the_line_of_each_place():
    file = YamlFile.parse("mine.yaml", b"# note\none: 1\nlist:\n  - a: true\n  - b: text\nnone:\n")
    assert file.data == {"one": 1, "list": [{"a": True}, {"b": "text"}], "none": None}
    assert file.lines[("one",)] == 2
    assert file.lines[("list", 1, "b")] == 5
    assert file.lines[("none",)] == 6


def test_a_date_is_read_as_the_text_json_has_for_it():
    assert YamlFile.parse("mine.yaml", b"day: 2027-01-30").data == {"day": "2027-01-30"}


def test_an_empty_file_holds_nothing():
    assert YamlFile.parse("mine.yaml", b"").data is None


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "the key “a” is there twice"),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", 4, "the key “b” is there twice"),
        ("a: &x 1\nb: *x\n", 2, "aliases are not allowed"),
        ("a: &x [1]\nb: [*x, *x]\n", 2, "aliases are not allowed"),
        ("a: 1\nb: !mine 5\n", 2, "is not allowed"),
        ("a: 1\nb: !!binary aGVsbG8=\n", 2, "is not allowed"),
        ("a: 1\nb: !!python/name:os.system\n", 2, "is not allowed"),
        ("a: 1\nb: !!python/object/apply:os.system [echo]\n", 2, "is not allowed"),
        ("a: 1\nb: !mine {c: 1}\n", 2, "is not allowed"),
        ("a: 1\nb: !!set {c}\n", 2, "is not allowed"),
        ("# x\n!!python/object:os.system\na: 1\n", 2, "is not allowed"),
        ("a: 1\n!!python/name:os.system b: 2\n", 2, "is not allowed"),
        ("a: 1\nb: [1, 2\n", 3, "cannot be used"),
        ("a: 1\n b: 2\n", 2, "this text holds a colon: put it in double quotes"),
        ("a: 'open\n", 2, "cannot be used"),
        ("a: 1\n\tb: 2\n", 2, "cannot be used"),
        ("a: 1\n---\nb: 2\n", 2, "cannot be used"),
        ("a: 1\n@b: 2\n", 2, "cannot be used"),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_line(raw, line, words):
    message = refusal(raw)
    assert message.startswith(f"mine.yaml:{line}: ")
    assert words in message


@pytest.mark.parametrize(
    "value",
    ["2027-02-31", "2027-13-01", "2027-01-30T99:00:00", "9" * 5000, "!!int abc", "!!float x", "!!bool maybe",
     "!!timestamp soon"],
    ids=lambda value: value[:20],
)  # fmt: skip
def test_a_value_of_another_type_than_its_looks_is_refused(value):
    assert refusal(f"a: 1\nb: {value}\n").startswith("mine.yaml:2: ")


@pytest.mark.parametrize("value", ["1:" * 900_000 + "1", "0x" + "9" * 900_000, "0b" + "1" * 41, "1." + "1" * 900_000])
def test_a_number_of_endless_digits_is_never_worked_out(value):
    assert refusal(f"a: 1\nb: {value}\n") == "mine.yaml:2: cannot be used: a number of too many digits."


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\ufffe", "\uffff"])
def test_a_character_yaml_does_not_know_is_refused_with_its_line(char):
    assert refusal(f"a: 1\nb: x{char}y\n").startswith("mine.yaml:2: ")


@pytest.mark.parametrize("raw", [b"a: 1\nb: caf\xe9\n", b"a: 1\nb: \xff\xfe\n", b"a: 1\nb: \xed\xa0\x80\n"])
def test_a_file_that_is_not_utf_8_is_refused_with_the_line(raw):
    message = refusal(raw)
    assert message.startswith("mine.yaml:2: ")
    assert "UTF-8" in message


def test_a_file_may_be_as_large_as_the_limit_and_no_larger():
    assert YamlFile.parse("mine.yaml", b"a: 1\n" + b"#" * (SIZE_LIMIT - 5)).data == {"a": 1}
    assert refusal(b"a: 1\n" + b"#" * (SIZE_LIMIT - 4)) == "mine.yaml: is larger than 2,000,000 bytes."


def test_only_the_first_bytes_of_a_huge_file_are_read(tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(10**12)
    with pytest.raises(ContentError, match=r"huge\.yaml: is larger than 2,000,000 bytes\.$"):
        YamlFile.read(path)


def test_data_may_be_nested_to_the_limit_and_no_deeper():
    assert YamlFile.parse("mine.yaml", b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT).data
    deeper = b"# x\n" + b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1)
    assert refusal(deeper) == "mine.yaml:2: cannot be used: nested too deep."


def test_data_may_hold_as_many_values_as_the_limit_and_no_more():
    assert len(YamlFile.parse("mine.yaml", b"- 1\n" * (NODES_LIMIT - 1)).data) == NODES_LIMIT - 1
    message = refusal(b"- 1\n" * NODES_LIMIT)
    assert message.startswith(f"mine.yaml:{NODES_LIMIT}: cannot be used: more than 50,000 values and keys")


@pytest.mark.parametrize("raw", [b"- a\n" * 450_000, b"[" + b"1," * 900_000 + b"1]", b"? a\n" * 450_000])
def test_what_is_beyond_the_limit_is_never_built(monkeypatch, raw):
    monkeypatch.setattr("roles.core.content.yaml_file.yaml.compose", lambda *args, **kwargs: pytest.fail("was built"))
    assert "more than 50,000 values and keys" in refusal(raw)


def test_of_very_many_problems_the_first_are_reported_and_the_rest_counted():
    file = YamlFile.parse("mine.yaml", b"- 1\n" * 2_000)
    told = file.error([Problem((number,), "is wrong") for number in range(2_000)]).problems
    assert len(told) == PROBLEMS_LIMIT
    assert told[0] == "mine.yaml:1: entry 1 is wrong"
    assert told[-1] == "mine.yaml:50: entry 50 is wrong (And 1,950 more in this file: put these right first.)"
    assert len(file.error([Problem((number,), "is wrong") for number in range(PROBLEMS_LIMIT)]).problems) == 50


def test_problems_of_many_files_are_listed_to_a_limit_and_counted():
    told = ContentError([f"{number}.yaml:1: is wrong" for number in range(1_250)]).problems
    assert len(told) == PROBLEMS_LIMIT + 1
    assert told[-1] == "And 1,200 more. Put these right first."


def test_data_nested_thousands_deep_is_refused_at_once():
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (20, 20))\n"
        "from roles.core.content.yaml_file import ContentError, YamlFile\n"
        "for raw in (b'[' * 100_000 + b']' * 100_000, b'- ' * 900_000, b'[1,' * 500_000):\n"
        "    try: YamlFile.parse('mine.yaml', raw)\n"
        "    except ContentError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "mine.yaml:1: cannot be used: exceeded maximum nesting depth.",  # libyaml's own words
        "mine.yaml:1: cannot be used: nested too deep.",
        "mine.yaml:1: cannot be used: nested too deep.",
    ]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"none\.yaml: cannot be read \(No such file or directory\)\.$"):
        YamlFile.read(tmp_path / "none.yaml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(ContentError, match=r"cannot be read \(Is a directory\)\.$"):
        YamlFile.read(tmp_path)
