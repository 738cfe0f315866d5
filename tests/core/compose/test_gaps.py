from dataclasses import replace

from roles.core import content
from roles.core.compose.gaps import gaps
from roles.core.compose.vocabulary import Industry, Need
from roles.core.document import Focus
from tests import shipped


def template():
    return shipped.role("operations-director")


def test_the_shipped_templates_have_none():
    for slug in content.role_slugs():
        assert not gaps(shipped.role(slug))


def test_a_need_nothing_answers_is_one():
    need = Need(key="luck", phrase="We lack luck", focus=Focus.SHARED)
    found = gaps(replace(template(), needs=(*template().needs, need)))

    assert found.needs == (need,)
    assert found


def test_an_industry_nothing_is_written_for_is_one():
    industry = Industry(key="magic", name="Magic", phrase="magic")
    found = gaps(replace(template(), industries=(*template().industries, industry)))

    assert found.industries == ((industry, 0),)


def test_only_a_responsibility_needs_a_question():
    sections = tuple(
        replace(section, statements=tuple(replace(statement, question="") for statement in section.statements))
        for section in template().sections
    )
    found = gaps(replace(template(), sections=sections))

    [responsibilities] = [section for section in sections if section.key == "responsibilities"]
    assert found.without_question == responsibilities.statements[1:]  # the first holds the owner's own lines
