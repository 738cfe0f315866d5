import io
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from roles.management.commands import review as command
from roles.management.commands import review_report
from roles.models import PostingRule, ReviewRuleSwitch

pytestmark = pytest.mark.django_db

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


def test_findings_have_line_and_column_and_a_must_fix_exits_with_one(reviewed):
    code, out = reviewed(TEXT)
    assert code == 1
    assert "posting.txt:6:5: must fix: age.block: “young”" in out
    assert "posting.txt:7:3: consider: empty_phrases.phrase: “Leverage” has a plainer word. -> “Use”" in out


def test_findings_appear_in_the_order_of_the_text(reviewed):
    _, out = reviewed(TEXT)
    lines = [line for line in out.splitlines() if "posting.txt:" in line]
    places = [tuple(map(int, line.split("posting.txt:")[1].split(":")[:2])) for line in lines]
    assert places == sorted(places)


def test_json_holds_the_same_findings(reviewed):
    code, out = reviewed(TEXT, "--format", "json")
    entries = {(entry["id"], entry["words"]): entry for entry in json.loads(out)["findings"]}
    assert code == 1
    assert entries["age.block", "young"]["level"] == "must_fix"
    assert (entries["age.block", "young"]["line"], entries["age.block", "young"]["column"]) == (6, 5)
    assert entries["empty_phrases.phrase", "Leverage"]["fix"] == "Use"


def test_a_posting_without_a_must_fix_exits_with_nothing(reviewed):
    code, out = reviewed(f"{TEXT.replace('young', 'calm')}\nLocation: Boise, Idaho\nWrite to jobs@example.com\n")
    assert code == 0
    assert "must fix" not in out


DENVER = "Operations Director\n\nLocation: Denver, CO\n\nRun our shop. Write to jobs@example.com.\n"
BOSTON = DENVER.replace("Denver, CO", "Boston, MA")


def test_the_posting_laws_that_were_looked_at_are_listed(reviewed):
    code, out = reviewed(DENVER)
    _, laws = out.split("Posting laws that were looked at (not legal advice):\n")
    assert code == 1
    assert laws.startswith("  Colorado: Required; missing: the pay range; the benefits; other pay, such as a bonus")
    assert "Checked on 2026-11-28: C.R.S. 8-5-201; INFO 9A, https://cdle.colorado.gov/dlss" in laws


def test_a_headcount_decides_what_begins_at_a_number_of_people(reviewed):
    def laws(*options):
        _, out = reviewed(BOSTON, "--format", "json", *options)
        return [(row["place"], row["status"]) for row in json.loads(out)["posting_laws"]]

    assert laws() == [("Massachusetts", "perhaps")]
    assert laws("--headcount", "24") == [("Massachusetts", "not_required")]


@pytest.mark.parametrize("headcount", ["0", "-3", "501"])
def test_a_headcount_beyond_reason_is_refused_with_two(reviewed, headcount):
    with pytest.raises(CommandError, match="from 1 to 500") as error:
        reviewed(TEXT, "--headcount", headcount)
    assert error.value.returncode == 2


def test_a_text_without_a_place_states_that_no_law_was_looked_at(reviewed):
    _, out = reviewed(TEXT, "--format", "json")
    data = json.loads(out)
    assert data["posting_laws"] == []
    assert data["posting_laws_note"] == "The posting names no place, so no posting law was checked."


def test_the_consultants_rules_and_switches_count(reviewed, publish_kinds):
    PostingRule.objects.filter(key="us-co").update(min_employees=100)
    publish_kinds("laws")
    ReviewRuleSwitch.objects.filter(rule="age").update(switched_off=True, reason="Ours to say.")
    _, out = reviewed(f"{DENVER}\nA young person.\n", "--headcount", "50")
    assert "age." not in out
    assert "  Colorado: Not required." in out


def test_without_rows_the_shipped_rules_count(reviewed):
    PostingRule.objects.all().delete()
    _, out = reviewed(DENVER)
    assert "  Colorado: Required" in out


def test_without_a_table_the_shipped_rules_count(reviewed, monkeypatch):
    def no_table():
        raise DatabaseError("no such table")

    monkeypatch.setattr(command, "current_rules", no_table)
    _, out = reviewed(DENVER)
    assert "  Colorado: Required" in out


def test_a_reader_that_stops_reading_ends_in_no_traceback(tmp_path):
    command = [sys.executable, "manage.py", "review", "-"]
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3"},
        input=TEXT.encode(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, b"")


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


def test_the_review_agrees_with_the_twenty_hand_judged_postings(capsys):
    call_command("review_report", misses=True, stdout=sys.stdout)
    out = capsys.readouterr().out
    assert "all 20 postings" in out
    assert [line for line in out.splitlines() if "missed:" in line or "not expected:" in line] == []


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
