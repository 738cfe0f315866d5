"""A page that is refused lists every mistake at its top, each with a link to its field."""

import re

import pytest

from .build import save


@pytest.fixture
def section(version):
    return version.role.sections.get(key="responsibilities")


def links(page):
    return re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', page)


def test_each_mistake_of_a_long_section_is_listed_and_leads_to_its_field(consultant, section):
    page = save(
        consultant,
        section,
        **{"heading": "", "statements-40-text": "{{ compny }}", "statements-60-text": "{{ budgt }} {% for %}"},
        **{"statements-50-milestone": "A plan"},
    ).content.decode()

    found = links(page)
    assert [anchor for anchor, _ in found] == [
        "id_heading",
        "id_statements-40-text",
        "id_statements-50-milestone_day",
        "id_statements-60-text",
        "id_statements-60-text",
    ]
    assert found[1][1].startswith("Statement 41, text: Line 1, column 4: “compny” is not a placeholder.")
    assert "the tag “for” is not allowed" in found[4][1]
    for anchor, _ in found:
        assert f'id="{anchor}"' in page


def test_a_key_that_is_none_leads_to_its_row(consultant, section):
    page = save(consultant, section, **{"statements-3-needs": "luck"}).content.decode()

    [(anchor, words)] = links(page)
    assert words.startswith("Statement 4, needs: ")
    assert f'id="{anchor}"' in page


def test_a_page_without_mistakes_lists_none(consultant, section):
    assert save(consultant, section).status_code == 302
