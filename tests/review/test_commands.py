import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from roles.management.commands import review_report

TEXT = "Director of Operations\n\nRun our shop.\n\nRequirements\n- A young person\n- Leverage data\n"


@pytest.fixture
def reviewed(tmp_path, capsys):
    def run(text, *options):
        path = tmp_path / "posting.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = 0
        try:
            call_command("review", str(path), *options, stdout=sys.stdout)
        except SystemExit as stop:
            code = stop.code
        return code, capsys.readouterr().out

    return run


def test_findings_are_printed_with_line_and_column_and_a_must_fix_exits_with_one(reviewed):
    code, out = reviewed(TEXT)
    assert code == 1
    assert "posting.txt:6:5: must fix: age.block: “young”" in out
    assert "posting.txt:7:3: consider: empty_phrases.phrase: “Leverage” has a plainer word. -> “Use”" in out


def test_findings_stand_in_the_order_of_the_text(reviewed):
    _, out = reviewed(TEXT)
    places = [tuple(map(int, line.split("posting.txt:")[1].split(":")[:2])) for line in out.splitlines()]
    assert places == sorted(places)


def test_json_holds_the_same_findings(reviewed):
    code, out = reviewed(TEXT, "--format", "json")
    entries = {(entry["id"], entry["words"]): entry for entry in json.loads(out)}
    assert code == 1
    assert entries["age.block", "young"]["level"] == "must_fix"
    assert (entries["age.block", "young"]["line"], entries["age.block", "young"]["column"]) == (6, 5)
    assert entries["empty_phrases.phrase", "Leverage"]["fix"] == "Use"


def test_a_posting_without_a_must_fix_exits_with_nothing(reviewed):
    code, out = reviewed(f"{TEXT.replace('young', 'calm')}\nLocation: Boise, Idaho\nWrite to jobs@example.com\n")
    assert code == 0
    assert "must fix" not in out


def test_standard_input_is_read_from_a_dash(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    with pytest.raises(SystemExit) as stop:
        call_command("review", "-", stdout=sys.stdout)
    assert stop.value.code == 1
    assert "-:6:5: must fix" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfe\x00caf\xe9", "is not UTF-8 text"), (b"a" * 2_000_001, "is larger than 2,000,000 bytes")],
)
def test_a_file_that_is_no_text_is_refused_with_two(reviewed, content, words):
    with pytest.raises(CommandError, match=words) as error:
        reviewed(content)
    assert error.value.returncode == 2


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_refused_with_two(tmp_path, name):
    with pytest.raises(CommandError, match="cannot be read") as error:
        call_command("review", str(tmp_path / name))
    assert error.value.returncode == 2


def test_an_empty_text_is_reviewed(reviewed):
    code, out = reviewed("")
    assert code == 1
    assert "complete.apply" in out


def test_the_report_over_the_hand_judged_postings_passes_and_counts_twenty(capsys):
    call_command("review_report", stdout=sys.stdout)
    out = capsys.readouterr().out
    assert "all 20 postings" in out


def test_the_report_fails_where_a_finding_is_missed(tmp_path, monkeypatch, capsys):
    (tmp_path / "one.yaml").write_text("about: a\ntext: Hello\nexpected:\n  - {id: age.block, words: young}\n")
    monkeypatch.setattr(review_report, "FOLDER", tmp_path)
    with pytest.raises(CommandError, match=r"below 0\.9"):
        call_command("review_report", misses=True, stdout=sys.stdout)
    assert "one: missed: age.block “young”" in capsys.readouterr().out


def test_the_report_fails_without_postings(tmp_path, monkeypatch):
    monkeypatch.setattr(review_report, "FOLDER", tmp_path)
    with pytest.raises(CommandError, match="no posting"):
        call_command("review_report")


def test_a_posting_file_with_a_mistake_is_named_with_its_line(tmp_path, monkeypatch):
    (tmp_path / "one.yaml").write_text("about: a\ntext: Hello\nexpectd: []\n")
    monkeypatch.setattr(review_report, "FOLDER", tmp_path)
    with pytest.raises(CommandError, match=r"one\.yaml:"):
        call_command("review_report")
