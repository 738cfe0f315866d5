"""A problem in a part of the brief that opens is in view."""

import re

import pytest

BRIEF = "/roles/director-of-operations/brief/"


@pytest.mark.usefixtures("tailored_version")
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"place": "Remote", "pay": "", "workplace": "on_site"}, "workplace"),
        ({"star1_area": "delivery", "star1_kpi": "", "star1_today": "x" * 101}, "star1_today"),
    ],
)
def test_a_part_with_a_problem_comes_back_open(stranger, answers, change, field):
    few = {"company": "Ox", "industry": "retail", "headcount": "3", "place": "Cork", "sites": "1"}
    page = stranger.post(BRIEF, few | {"workplace": "on_site", "employment_type": "full_time"} | change)

    assert page.status_code == 422
    before = page.content.decode().split(f'id="id_{field}"')[0]
    tags = re.findall(r"<details[^>]*>|</details>", before)
    parts = []
    for tag in tags:
        if tag == "</details>":
            parts.pop()
        else:
            parts.append(tag)
    assert parts
    assert all(re.search(r"\bopen\b", part) for part in parts)
