from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TEXT = "Director of Operations\nLocation: Denver, CO\n\nDuties\n- Run the day\n- Plan the week\n"


def run(folder, **options):
    out = StringIO()
    call_command("read_cases", str(folder), stdout=out, **options)
    return out.getvalue()


def test_claims_that_hold_and_that_do_not_are_counted(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "expected.tsv").write_text(
        "file\texpected\ttoday\n"
        "a.txt\tplace Denver, CO; responsibilities (2); complete.apply must_fix\tx\n"
        "a.txt\tplace Tulsa, OK\tx\n"
        "a.txt\tresponsibilities (2), workplace remote\tx\n"
        "a.txt\treads well\tx\n"
    )
    assert run(tmp_path, wrong=True).splitlines() == [
        "a.txt: place Tulsa, OK",
        "a.txt: workplace remote",
        "4 texts: 1 right, 2 wrong, 1 for the eye",
    ]


def test_a_folder_without_a_list_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"expected\.tsv: cannot be read"):
        run(tmp_path)
