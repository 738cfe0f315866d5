"""A page is checked before its role is locked: what a colleague saves meanwhile is seen before anything is written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roles.admin.sections import SectionForm
from roles.models import Section

from .build import form_data, opened, save


@pytest.fixture
def section(version):
    return version.role.sections.get(key="skills")


@pytest.fixture
def checks(monkeypatch):
    """What is done while a page is checked: each in its turn."""
    waiting, done = [], []
    clean = SectionForm.clean

    def busy(form):
        done.append(form)
        if waiting:
            waiting.pop(0)()
        return clean(form)

    monkeypatch.setattr(SectionForm, "clean", busy)
    return waiting, done


def sent(consultant, section):
    return opened(consultant, section) | {"statements-0-text": "Mine."}


def test_nobody_else_checks_a_page_once(consultant, section, checks):
    _, done = checks
    assert save(consultant, section, **sent(consultant, section)).status_code == 302
    assert len(done) == 1


@pytest.mark.parametrize("wrong", [False, True], ids=["saved", "refused"])
def test_a_page_that_was_overtaken_is_checked_anew(consultant, section, checks, wrong):
    waiting, done = checks
    data = sent(consultant, section) | ({"statements-1-text": "{{ nothing }}"} if wrong else {})
    waiting.append(lambda: Section.changed([section.pk]))
    assert save(consultant, section, **data).status_code == (200 if wrong else 302)

    assert len(done) == 2


def test_a_publication_overtakes_it_too(consultant, section, checks):
    waiting, done = checks
    data = sent(consultant, section)
    waiting.append(lambda: section.role.publish(note="Meanwhile"))
    save(consultant, section, **data)

    assert len(done) == 2


def test_overtaken_again_and_again_it_is_saved_in_the_end(consultant, section, checks):
    waiting, done = checks
    data = sent(consultant, section)
    waiting += [lambda: Section.changed([section.pk])] * 3
    assert save(consultant, section, **data).status_code == 302

    assert len(done) == 3
    assert section.statements.first().text == "Mine."


def test_the_role_is_locked_after_the_check(consultant, section, checks):
    data = form_data(section) | sent(consultant, section)
    waiting, _ = checks
    queries = CaptureQueriesContext(connection)
    before = []
    waiting.append(lambda: before.append(len(queries)))
    with queries:
        save(consultant, section, **data)

    locks = [number for number, query in enumerate(queries.captured_queries) if "FOR UPDATE" in query["sql"]]
    assert bool(locks) == connection.features.has_select_for_update
    assert all(number > before[0] for number in locks)
