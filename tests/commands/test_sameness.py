from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.core import content


def test_it_prints_a_share_for_each_brief_and_the_median():
    out = StringIO()
    call_command("sameness", content.ROOT / "briefs", stdout=out)
    *rows, last = out.getvalue().splitlines()
    assert len(rows) == len(content.example_briefs())
    assert last.startswith(f"{len(rows)} postings; median share")


def test_a_folder_without_briefs_is_refused(tmp_path):
    with pytest.raises(CommandError, match="fewer than two briefs"):
        call_command("sameness", tmp_path, stdout=StringIO())
